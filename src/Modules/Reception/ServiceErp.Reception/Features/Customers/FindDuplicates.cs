using ServiceErp.Kernel;
using ServiceErp.Platform.Branches;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Reception.Features.Requests;

namespace ServiceErp.Reception.Features.Customers;

/// <summary>Who is known already with the same telephone number, or with the same name at the same address or e-mail: offered before somebody is entered twice (REC-1).</summary>
public static class FindDuplicates
{
    [Requires(ReceptionPermissions.CustomerRead)]
    public sealed record Query(string? Name = null, string? Phone = null, string? Email = null, string? Address = null) : IQuery<IReadOnlyList<Candidate>>;

    public sealed record Candidate(Guid Id, string Name, string Phone, string Address);

    internal sealed class Handler(IntakeDesk desk, IBranches branches, ICurrentUser user) : IHandler<Query, IReadOnlyList<Candidate>>
    {
        public async Task<Result<IReadOnlyList<Candidate>>> Handle(Query query, CancellationToken cancel) => (await desk.CandidatesAsync(
            new CustomerEntry { Name = query.Name, Phone = query.Phone, Email = query.Email, Address = query.Address }, branches.For(user)?.Country ?? "", null, cancel)).ToArray();
    }
}
