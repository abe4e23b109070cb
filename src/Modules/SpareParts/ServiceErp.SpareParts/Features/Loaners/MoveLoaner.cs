using FluentValidation;
using Microsoft.EntityFrameworkCore;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Persistence;
using ServiceErp.SpareParts.Domain.Loaners;
using ServiceErp.SpareParts.Persistence;

namespace ServiceErp.SpareParts.Features.Loaners;

/// <summary>What happens to a unit between its loans.</summary>
public enum LoanerStep
{
    /// <summary>Set aside, but not fetched: back into the pool.</summary>
    PutBack,

    /// <summary>Cleaned, checked and in order: back into the pool.</summary>
    Pass,

    /// <summary>Broken.</summary>
    SendToRepair,

    /// <summary>Repaired; it is checked next.</summary>
    EndRepair,

    /// <summary>Sold.</summary>
    Sell,

    /// <summary>Taken out of use.</summary>
    Retire,
}

/// <summary>Moves a unit between its loans: cleaning and check, repair, sale, end of use (PAR-6).</summary>
public static class MoveLoaner
{
    /// <param name="Id">The unit.</param>
    /// <param name="Step">What happens.</param>
    /// <param name="Reason">Needed for a repair, a sale and the end of use.</param>
    /// <param name="Version">The version the sender saw.</param>
    [Requires(SparePartsPermissions.LoanerLend)]
    public sealed record Command(Guid Id, LoanerStep Step, string? Reason = null, int? Version = null) : ICommand<Done>, IVersioned;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            When(c => NeedsNoReason(c.Step), () => RuleFor(c => c.Reason).ReasonOrNothing());
            When(c => !NeedsNoReason(c.Step), () => RuleFor(c => c.Reason).Reason("Say why."));
        }

        private static bool NeedsNoReason(LoanerStep step) => step is LoanerStep.PutBack or LoanerStep.Pass or LoanerStep.EndRepair;
    }

    internal sealed class Handler(SparePartsDbContext db, LoanDesk desk, ICurrentUser user) : IHandler<Command, Done>
    {
        public async Task<Result<Done>> Handle(Command c, CancellationToken cancel)
        {
            if (c.Step is LoanerStep.Sell or LoanerStep.Retire && !user.Can(SparePartsPermissions.LoanerManage))
            {
                return Error.Forbidden("SpareParts.Loaner.NotYours", "Who keeps the pool decides what leaves it.");
            }

            await db.BeginWriteAsync(db.Loaners.BranchOf(c.Id), cancel);
            if (await db.Loaners.FirstOrDefaultAsync(l => l.Id == c.Id, cancel) is not { } loaner)
            {
                return LoanErrors.LoanerNotFound;
            }

            if (loaner.Stale(c.Version) is { } stale)
            {
                return stale;
            }

            var today = desk.Today(loaner.BranchId);
            if (c.Step is LoanerStep.Sell or LoanerStep.Retire && await db.LoanerReservations.FirstOrDefaultAsync(r => r.LoanerId == c.Id && r.State == LoanerReservationState.Booked && r.Through >= today, cancel) is { } booked)
            {
                return LoanErrors.Taken(loaner.Title, booked.From, booked.Through, booked.Customer);
            }

            // Who was to fetch it today gets another one, or is called; later days may well come after the repair.
            if (c.Step == LoanerStep.SendToRepair && loaner.SetAsideFor is { } waiting && await desk.FreeReservationsAsync(loaner, c.Reason!.Trim(), cancel, waiting) is { } notFreed)
            {
                return notFreed;
            }

            var moved = c.Step switch
            {
                LoanerStep.PutBack => loaner.PutBack(c.Reason),
                LoanerStep.Pass => loaner.Pass(c.Reason),
                LoanerStep.SendToRepair => loaner.SendToRepair(c.Reason!),
                LoanerStep.EndRepair => loaner.EndRepair(c.Reason),
                LoanerStep.Sell => loaner.Sell(c.Reason!, today),
                _ => loaner.Retire(c.Reason!, today),
            };
            return moved.Succeeded ? Done.It : moved.Error;
        }
    }
}
