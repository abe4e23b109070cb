using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Branches;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Reception.Domain.Devices;
using ServiceErp.Reception.Domain.Warranty;
using ServiceErp.Reception.Persistence;

namespace ServiceErp.Reception.Features.Warranty;

/// <summary>Who would pay if the customer asked on this day (REC-3). Nothing is kept.</summary>
public static class CheckWarranty
{
    /// <param name="Id">The device.</param>
    /// <param name="On">The day, as 2026-03-04; today in the branch's zone unless said.</param>
    [Requires(ReceptionPermissions.DeviceRead)]
    public sealed record Query(Guid Id, LocalDate? On = null) : IQuery<Answer>;

    public sealed record Answer(ServiceCategory Category, EntitlementRule Rule, Sentence Reason, bool LabourCovered, IReadOnlyList<string> CoveredPartGroups, IReadOnlyList<string> ExcludedCauses, LocalDate JudgedOn);

    internal sealed class Handler(ReceptionDbContext db, WarrantyDesk warranty, IClock clock, IBranches branches, ICurrentUser user) : IHandler<Query, Answer>
    {
        public async Task<Result<Answer>> Handle(Query query, CancellationToken cancel)
        {
            if (await db.Devices.AsNoTracking().FirstOrDefaultAsync(d => d.Id == query.Id, cancel) is not { } device)
            {
                return DeviceErrors.NotFound;
            }

            var now = clock.GetCurrentInstant();
            var day = query.On ?? branches.Today(user, now);
            var groups = await db.Models.AsNoTracking().Where(m => m.Id == device.ModelId).Select(m => m.PartGroups).FirstAsync(cancel);
            var verdict = await warranty.JudgeAsync(device, groups, day, isInternalWork: false, isNew: false, cancel);
            return new Answer(
                verdict.Category, verdict.Rule, verdict.Reason, verdict.LabourCovered, verdict.CoveredPartGroups, verdict.ExcludedCauses, day);
        }
    }
}
