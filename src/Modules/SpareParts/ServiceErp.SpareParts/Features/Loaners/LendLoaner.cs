using FluentValidation;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Attachments;
using ServiceErp.Platform.Branches;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Persistence;
using ServiceErp.SpareParts.Domain.Loaners;
using ServiceErp.SpareParts.Persistence;

namespace ServiceErp.SpareParts.Features.Loaners;

/// <summary>Lends a unit with a service order: condition, accessories, deposit and due day in an agreement that the customer signs (PAR-6).</summary>
public static class LendLoaner
{
    /// <param name="Id">The loan, chosen by the caller: photos are kept under it before. Or null.</param>
    /// <param name="LoanerId">The unit.</param>
    /// <param name="OrderId">The order of the customer's own device.</param>
    /// <param name="DueOn">The day it is planned to come back; counted from the repair's being ready.</param>
    /// <param name="SignedBy">Who receives it.</param>
    /// <param name="Signature">The picture as a PNG data address.</param>
    [Requires(SparePartsPermissions.LoanerLend)]
    public sealed record Command(Guid? Id, Guid LoanerId, Guid OrderId, LocalDate DueOn, string SignedBy, string? Signature) : ICommand<Answer>, ICreates
    {
        public string Condition { get; init; } = "";

        /// <summary>What goes along, one a line; all that belongs to the unit unless said.</summary>
        public string? Accessories { get; init; }

        /// <summary>What the customer leaves; the unit's own deposit unless said.</summary>
        public decimal? Deposit { get; init; }
    }

    public sealed record Answer(Guid Id, string Number);

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.SignedBy).Needed(200, "SpareParts.Loan.SignerMissing");
            RuleFor(c => c.Signature).Signature();
            RuleFor(c => c.Condition).Needed(1000, "SpareParts.Loan.ConditionMissing");
            RuleFor(c => c.Accessories).AtMost(1000);
            RuleFor(c => c.Deposit).Amount();
        }
    }

    internal sealed class Handler(SparePartsDbContext db, LoanDesk desk, IAttachments attachments, IBranches branches, IClock clock, IIdentifiers ids, ICurrentUser user) : IHandler<Command, Answer>
    {
        public async Task<Result<Answer>> Handle(Command c, CancellationToken cancel)
        {
            var id = c.Id ?? ids.NewId();
            var signature = await attachments.AddDataUrlAsync(c.Signature, "signature.png", nameof(Loan), id, "signature-out", cancel);
            if (!signature.Succeeded)
            {
                return signature.Error.On(nameof(c.Signature));
            }

            // One holder at a time: whoever comes second finds the unit gone.
            await db.BeginWriteAsync(db.Loaners.BranchOf(c.LoanerId), cancel);
            if (await db.Loaners.FirstOrDefaultAsync(l => l.Id == c.LoanerId, cancel) is not { } unit)
            {
                return LoanErrors.LoanerNotFound;
            }

            if (c.Deposit < unit.Deposit && !user.Can(SparePartsPermissions.LoanerManage))
            {
                return LoanErrors.DepositTooLow(unit.Deposit);
            }

            if (await db.KnownOrders.FirstOrDefaultAsync(o => o.Id == c.OrderId && o.Open && o.BranchId == unit.BranchId, cancel) is not { IsComplete: true } order)
            {
                return LoanErrors.OrderUnknown.On(nameof(c.OrderId));
            }

            if (await db.Loans.AsNoTracking().FirstOrDefaultAsync(l => l.OrderId == c.OrderId && l.State == LoanState.Out, cancel) is { } other)
            {
                return LoanErrors.OrderHasOne(order.Number!, other.UnitTitle).On(nameof(c.OrderId));
            }

            var now = clock.GetCurrentInstant();
            var branch = branches.Of(unit.BranchId);
            var today = branch.DayOf(now);
            if (c.DueOn < today)
            {
                return LoanErrors.DueTooEarly(today);
            }

            var reservation = await db.LoanerReservations.FirstOrDefaultAsync(
                r => r.LoanerId == unit.Id && r.State == LoanerReservationState.Booked && (r.Id == unit.SetAsideFor || (r.OrderId == c.OrderId && r.From <= today)), cancel);
            if (reservation is { OrderId: { } reservedFor } && reservedFor != c.OrderId)
            {
                return LoanErrors.Taken(unit.Title, reservation.From, reservation.Through, reservation.Customer).On(nameof(c.OrderId));
            }

            if (await desk.ClashAsync(unit, today, c.DueOn, reservation?.Id, null, cancel) is { } clash)
            {
                return clash.On(nameof(c.DueOn));
            }

            var number = $"LN-{branch.Code}-{today.Year}-{await db.NextNumberAsync($"loan/{branch.Code}/{today.Year}", cancel):D5}";
            var lent = unit.Lend(number);
            if (lent.Succeeded && reservation is not null)
            {
                lent = reservation.Fulfil();
            }

            if (!lent.Succeeded)
            {
                return lent.Error;
            }

            var given = new Handover(now, today, c.Condition, c.Accessories is null ? unit.AccessoryList : c.Accessories.Lines(), c.SignedBy, signature.Value.Id, user.Name);
            var loan = new Loan(id, number, unit, order, c.DueOn, c.Deposit ?? unit.Deposit, branch.Currency, given);
            db.Loans.Add(loan);

            // The repair may be done before the customer takes the loaner: the clock runs from the start.
            if (order.ReadyAt is { } readyAt && loan.StartClock(readyAt, LocalDate.Max(c.DueOn, today)) is { Succeeded: false } refused)
            {
                return refused.Error;
            }

            return new Answer(loan.Id, number);
        }
    }
}
