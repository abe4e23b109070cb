using Microsoft.EntityFrameworkCore;
using ServiceErp.Kernel;
using ServiceErp.Platform.Branches;
using ServiceErp.Platform.Messaging;
using ServiceErp.SpareParts.Domain.Loaners;
using ServiceErp.SpareParts.Features.Loaners;
using ServiceErp.SpareParts.Persistence;
using ServiceErp.Workshop;

namespace ServiceErp.SpareParts.Integration;

/// <summary>An order moved on. Once its goods are ready, the loaner is due after the branch's days; a faulty unit that came in exchange is repaired then and goes to its check.</summary>
internal sealed class StartReturnClockWhenRepairReady(SparePartsDbContext db, LoanDesk desk, IBranches branches) : ISubscriber<OrderProgressed>
{
    public async Task<Result> Handle(OrderProgressed happened, CancellationToken cancel)
    {
        await db.BeginWriteAsync([happened.BranchId], cancel);
        var order = await db.KnownOrderAsync(happened.OrderId, happened.BranchId, happened.At, cancel);
        var isReady = happened.Stage is OrderStage.Ready or OrderStage.Completed or OrderStage.Cancelled;
        order.Progress(happened.OrderNumber, happened.Stage is not (OrderStage.Completed or OrderStage.Cancelled), isReady ? happened.At : null);
        if (!isReady)
        {
            return Result.Success;
        }

        if (await db.Loans.IgnoreQueryFilters().FirstOrDefaultAsync(l => l.OrderId == happened.OrderId && l.State == LoanState.Out && l.ReadyAt == null, cancel) is { } loan)
        {
            var branch = branches.Of(loan.BranchId);
            var rules = await desk.RulesAsync(loan.BranchId, cancel);
            return loan.StartClock(happened.At, rules.DueAfter(branch.DayOf(happened.At), branch.Calendar));
        }

        // An order that was ready before its loaner was exchanged tells only that it is over.
        return happened.Stage is OrderStage.Ready or OrderStage.Completed && await db.Loaners.IgnoreQueryFilters().FirstOrDefaultAsync(l => l.RepairOrderId == happened.OrderId && l.State == LoanerState.InRepair, cancel) is { } faulty
            ? faulty.EndRepair(happened.OrderNumber)
            : Result.Success;
    }
}
