using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Feedback.Domain.Surveys;
using ServiceErp.Feedback.Persistence;
using ServiceErp.Kernel;
using ServiceErp.Platform.Branches;
using ServiceErp.Platform.Messaging;
using ServiceErp.Workshop;

namespace ServiceErp.Feedback.Integration;

/// <summary>Every completed order is asked about, never twice (FEE-5); the question goes out on the next working morning of the branch.</summary>
internal sealed class PlanSurveyWhenOrderCompleted(FeedbackDbContext db, IBranches branches, IIdentifiers ids) : ISubscriber<OrderCompleted>
{
    public async Task<Result> Handle(OrderCompleted happened, CancellationToken cancel)
    {
        if (await db.Surveys.AnyAsync(s => s.OrderId == happened.OrderId, cancel))
        {
            return Result.Success;
        }

        var branch = branches.Of(happened.BranchId);
        var day = branch.DayOf(happened.CompletedAt);
        var nextMidnight = day.PlusDays(1).AtStartOfDayInZone(branch.Zone).ToInstant();
        db.Surveys.Add(Survey.Of(ids.NewId(), happened, day, branch.Calendar.NextOpening(nextMidnight) ?? nextMidnight, ids.NewSecret()));
        return Result.Success;
    }
}
