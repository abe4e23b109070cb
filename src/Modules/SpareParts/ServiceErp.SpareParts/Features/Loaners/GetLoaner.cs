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

/// <summary>A unit with its loans, reservations, photos and life.</summary>
public static class GetLoaner
{
    private const int MostLoans = 50;

    [Requires(SparePartsPermissions.LoanerRead)]
    public sealed record Query(Guid Id) : IQuery<Answer>;

    public sealed record Answer(Guid Id, int Version, string ModelCode, string ModelName, string Serial, LoanerState State, string Accessories, decimal Deposit, decimal DailyFee, string Notes, string Currency)
    {
        /// <summary>What another one would cost.</summary>
        public required decimal Value { get; init; }

        /// <summary>It came back damaged and was not repaired since.</summary>
        public required bool NeedsRepair { get; init; }

        public required LocalDate InPoolSince { get; init; }

        public required string Branch { get; init; }

        public required Guid? RepairOrderId { get; init; }

        public required string? RepairOrderNumber { get; init; }

        public required Guid? SetAsideFor { get; init; }

        public required LocalDate Today { get; init; }

        /// <summary>The due day proposed for a loan that begins today.</summary>
        public required LocalDate ProposedDue { get; init; }

        public required IReadOnlyList<ExplainedTrigger<LoanerTrigger>> Actions { get; init; }

        public required IReadOnlyList<Loan> Loans { get; init; }

        public required IReadOnlyList<Reservation> Reservations { get; init; }

        public required IReadOnlyList<Attachment> Files { get; init; }

        public required IReadOnlyList<HistoryStep> History { get; init; }

        public IReadOnlyList<string> AccessoryList => Accessories.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    public sealed record Loan(Guid Id, string Number, LoanState State, string CustomerName, string OrderNumber, LocalDate LentOn, LocalDate DueOn, LocalDate? EndedOn, string? Damage);

    public sealed record Reservation(Guid Id, LocalDate From, LocalDate Through, string Customer, Guid? OrderId, string? OrderNumber, string Person);

    internal sealed class Handler(SparePartsDbContext db, LoanDesk desk, IBranches branches, IAttachments attachments) : IHandler<Query, Answer>
    {
        public async Task<Result<Answer>> Handle(Query q, CancellationToken cancel)
        {
            if (await db.Loaners.AsNoTracking().FirstOrDefaultAsync(l => l.Id == q.Id, cancel) is not { } unit)
            {
                return LoanErrors.LoanerNotFound;
            }

            var today = desk.Today(unit.BranchId);
            var branch = branches.Of(unit.BranchId);
            return new Answer(unit.Id, unit.Version, unit.ModelCode, unit.ModelName, unit.Serial, unit.State, unit.Accessories, unit.Deposit, unit.DailyFee, unit.Notes, branch.Currency)
            {
                Value = unit.Value,
                NeedsRepair = unit.NeedsRepair,
                InPoolSince = unit.InPoolSince,
                Branch = branch.Name,
                RepairOrderId = unit.RepairOrderId,
                RepairOrderNumber = unit.RepairOrderNumber,
                SetAsideFor = unit.SetAsideFor,
                Today = today,
                ProposedDue = today.PlusDays(14),
                Actions = LoanerLifecycle.Table.Explain(unit, unit.State),
                Loans = await db.Loans.AsNoTracking().Where(l => l.LoanerId == q.Id).OrderByDescending(l => l.LentAt).ThenByDescending(l => l.Id).Take(MostLoans)
                    .Select(l => new Loan(l.Id, l.Number, l.State, l.CustomerName, l.OrderNumber, l.LentOn, l.DueOn, l.EndedOn, l.Damage)).ToListAsync(cancel),
                Reservations = await db.LoanerReservations.AsNoTracking().Where(r => r.LoanerId == q.Id && r.State == LoanerReservationState.Booked && r.Through >= today).OrderBy(r => r.From)
                    .Select(r => new Reservation(r.Id, r.From, r.Through, r.Customer, r.OrderId, r.OrderNumber, r.Person)).ToListAsync(cancel),
                Files = await attachments.OfAsync(nameof(Loaner), q.Id, cancel),
                History = await db.HistoryOfAsync(q.Id, cancel),
            };
        }
    }
}
