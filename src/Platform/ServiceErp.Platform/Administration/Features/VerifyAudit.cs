using ServiceErp.Kernel;
using ServiceErp.Platform.Administration.Sealing;
using ServiceErp.Platform.Dispatching;

namespace ServiceErp.Platform.Administration.Features;

/// <summary>Whether the audit trail is as it was written: every sealed entry is compared, and what was changed, removed or inserted is named (HOST-2).</summary>
public static class VerifyAudit
{
    /// <summary>The question. Reads the whole trail.</summary>
    [Requires(AdministrationPermissions.Audit)]
    [Reaches(Reach.All)]
    public sealed record Query : IQuery<AuditVerdict>;

    internal sealed class Handler(AuditTrail trail) : IHandler<Query, AuditVerdict>
    {
        public async Task<Result<AuditVerdict>> Handle(Query request, CancellationToken cancel) => await trail.VerifyAsync(_ => { }, cancel);
    }
}
