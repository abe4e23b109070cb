using FluentValidation;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Persistence;
using ServiceErp.SpareParts.Domain;
using ServiceErp.SpareParts.Domain.Loaners;
using ServiceErp.SpareParts.Domain.Parts;
using ServiceErp.SpareParts.Features.Reservations;
using ServiceErp.SpareParts.Persistence;

namespace ServiceErp.SpareParts.Features.Loaners;

/// <summary>
/// The customer keeps the loaner; the faulty device enters the pool through its repair, and the unit kept inherits the remainder of the warranty, which Reception keeps (PAR-6).
/// </summary>
public static class ExchangeLoaner
{
    /// <param name="Id">The loan.</param>
    /// <param name="Reason">Why the customer keeps it.</param>
    /// <param name="FaultySerial">The serial number of the faulty device, when it is not known with the order.</param>
    /// <param name="Version">The version the sender saw.</param>
    [Requires(SparePartsPermissions.LoanerManage)]
    public sealed record Command(Guid Id, string Reason, string? FaultySerial = null, int? Version = null) : ICommand<Answer>, IVersioned
    {
        /// <summary>What of the deposit is given back; all of it unless said.</summary>
        public decimal? DepositReturned { get; init; }

        /// <summary>Why not all of it; needed then.</summary>
        public string? DepositReason { get; init; }
    }

    /// <param name="LoanerId">The faulty device as a unit of the pool.</param>
    public sealed record Answer(Guid LoanerId);

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Reason).Reason("Say why.");
            RuleFor(c => c.DepositReturned).Amount();
            RuleFor(c => c.DepositReason).ReasonOrNothing();
            RuleFor(c => c.FaultySerial).AtMost(80);
        }
    }

    internal sealed class Handler(SparePartsDbContext db, LoanDesk desk, OrderGate gate, IClock clock, IIdentifiers ids, ICurrentUser user) : IHandler<Command, Answer>
    {
        public async Task<Result<Answer>> Handle(Command c, CancellationToken cancel)
        {
            // Another module is asked before the lock.
            if (await db.Loans.AsNoTracking().Where(l => l.Id == c.Id && l.State == LoanState.Out).Select(l => (Guid?)l.OrderId).FirstOrDefaultAsync(cancel) is { } lentWith
                && await gate.ExchangeRefusalAsync(lentWith, cancel) is { } elsewhere)
            {
                return elsewhere;
            }

            await db.BeginWriteAsync(db.Loans.BranchOf(c.Id), cancel);
            if (await db.Loans.FirstOrDefaultAsync(l => l.Id == c.Id, cancel) is not { } loan)
            {
                return LoanErrors.NotFound;
            }

            if (loan.Stale(c.Version) is { } stale)
            {
                return stale;
            }

            var unit = await db.Loaners.FirstAsync(l => l.Id == loan.LoanerId, cancel);
            var order = await db.KnownOrders.FirstAsync(o => o.Id == loan.OrderId, cancel);
            var today = desk.Today(loan.BranchId);
            var exchanged = loan.Exchange(c.Reason, order, unit.ModelId, new DepositSettled(c.DepositReturned ?? loan.Deposit, c.DepositReason, clock.GetCurrentInstant(), user.Name), today);
            if (exchanged.Succeeded)
            {
                exchanged = unit.Exchange(c.Reason, today);
            }

            if (!exchanged.Succeeded)
            {
                return exchanged.Error;
            }

            if (await desk.FreeReservationsAsync(unit, c.Reason, cancel) is { } notFreed)
            {
                return notFreed;
            }

            if (Codes.CleanOrNull(c.FaultySerial ?? order.SerialNumber) is not { } serial)
            {
                return LoanErrors.SerialMissing;
            }

            var faulty = await db.Loaners.IgnoreQueryFilters().FirstOrDefaultAsync(l => l.ModelId == order.ModelId && l.Serial == serial, cancel);
            if (faulty is not null && faulty.BranchId != loan.BranchId)
            {
                return LoanErrors.Known(faulty.Title);
            }

            if (faulty is null)
            {
                var model = await db.KnownModels.FirstOrDefaultAsync(m => m.Id == order.ModelId, cancel) ?? Describe(order);
                faulty = new Loaner(ids.NewId(), loan.BranchId, model, serial, new LoanerTerms(unit.Accessories, unit.Deposit, unit.DailyFee, null), today);
                db.Loaners.Add(faulty);
            }

            var entered = faulty.EnterThroughRepair(order.Id, loan.OrderNumber, c.Reason);
            return entered.Succeeded ? new Answer(faulty.Id) : entered.Error;
        }

        // Reception's word of the model may still be on its way; the order's own words do until then.
        private KnownModel Describe(KnownOrder order)
        {
            var model = new KnownModel(order.ModelId, order.ModelCode);
            model.Describe(order.ModelName, true);
            db.KnownModels.Add(model);
            return model;
        }
    }
}
