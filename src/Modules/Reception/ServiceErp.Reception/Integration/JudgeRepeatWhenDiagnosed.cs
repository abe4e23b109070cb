using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Branches;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Localization;
using ServiceErp.Platform.Messaging;
using ServiceErp.Reception.Domain.Requests;
using ServiceErp.Reception.Domain.Warranty;
using ServiceErp.Reception.Features.Requests;
using ServiceErp.Reception.Features.Warranty;
using ServiceErp.Reception.Persistence;
using ServiceErp.Workshop;

namespace ServiceErp.Reception.Integration;

/// <summary>
/// The diagnosis says whether the earlier fault is back (WRK-8). If it is, the proposed warranty on work done is confirmed; if not, who pays is judged as if nobody had worked on the product before. What somebody decided meanwhile stays.
/// </summary>
internal sealed class JudgeRepeatWhenDiagnosed(ReceptionDbContext db, WarrantyDesk warranty, Texts texts, IClock clock, IIdentifiers ids, ICurrentUser user, IBranches branches) : ISubscriber<RepeatDiagnosed>
{
    public async Task<Result> Handle(RepeatDiagnosed happened, CancellationToken cancel)
    {
        if (await db.Requests.Include(r => r.Decisions).FirstOrDefaultAsync(r => r.Id == happened.RequestId, cancel) is not { } request)
        {
            return RequestErrors.NotFound;
        }

        if (request is not { Entitlement: { IsProposed: true } proposed, DeviceId: { } deviceId })
        {
            return Result.Success;
        }

        var language = branches.Of(request.BranchId).Language;
        Verdict verdict;
        if (happened.IsSameFault)
        {
            verdict = new(proposed.Category, EntitlementRule.WorkWarranty, new Sentence("Warranty on the work of order {0}: the diagnosis found the same fault.", happened.EarlierNumber), proposed.LabourCovered, proposed.CoveredPartGroups)
            {
                ExcludedCauses = proposed.ExcludedCauses,
                RepeatOf = proposed.RepeatOf,
            };
        }
        else
        {
            var device = await db.Devices.FirstAsync(d => d.Id == deviceId, cancel);
            var groups = await db.Models.AsNoTracking().Where(m => m.Id == device.ModelId).Select(m => m.PartGroups).FirstAsync(cancel);
            // As if new: nobody's earlier work is looked at.
            verdict = await warranty.JudgeAsync(device, groups, proposed.JudgedOn, request.IsInternalWork, isNew: true, cancel);
        }

        var why = OtherLanguage.Say(language, () => happened.IsSameFault ? texts["The diagnosis found the same fault."] : texts["The diagnosis found another fault than that of order {0}.", happened.EarlierNumber]);
        return request.ChangeEntitlement(ids.NewId(), verdict, clock.GetCurrentInstant(), user.Name, why);
    }
}
