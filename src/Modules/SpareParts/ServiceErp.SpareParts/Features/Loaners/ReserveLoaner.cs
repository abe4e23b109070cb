using FluentValidation;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.SpareParts.Domain;
using ServiceErp.SpareParts.Domain.Loaners;
using ServiceErp.SpareParts.Persistence;

namespace ServiceErp.SpareParts.Features.Loaners;

/// <summary>Keeps a unit free for somebody, or any free unit of a model; days that overlap another's are refused (PAR-6).</summary>
public static class ReserveLoaner
{
    /// <param name="Id">Chosen by the caller, or null.</param>
    /// <param name="LoanerId">The unit; null takes any of the model.</param>
    /// <param name="ModelCode">Not needed with a unit.</param>
    /// <param name="From">The first day.</param>
    /// <param name="Through">The last day, inclusive.</param>
    [Requires(SparePartsPermissions.LoanerLend)]
    public sealed record Command(Guid? Id, Guid? LoanerId, string? ModelCode, LocalDate From, LocalDate Through) : ICommand<Answer>, ICreates
    {
        /// <summary>For whom; of an order its customer.</summary>
        public string? Customer { get; init; }

        public Guid? OrderId { get; init; }
    }

    public sealed record Answer(Guid Id, Guid LoanerId);

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.ModelCode).Must((c, model) => c.LoanerId is not null || !string.IsNullOrWhiteSpace(model)).WithMessage("Choose a unit or a model.").WithErrorCode("SpareParts.Loaner.ModelMissing");
            RuleFor(c => c.Through).Must((c, through) => through >= c.From && Period.DaysBetween(c.From, through) <= 366).WithMessage("The last day is not before the first, and at most a year after it.").WithErrorCode("SpareParts.LoanerReservation.DaysNotRight");
            RuleFor(c => c.Customer).Must((c, customer) => c.OrderId is not null || !string.IsNullOrWhiteSpace(customer)).WithMessage("Say for whom.").WithErrorCode("SpareParts.LoanerReservation.CustomerMissing");
            RuleFor(c => c.Customer).AtMost(200);
            RuleFor(c => c.ModelCode).AtMost(60);
        }
    }

    internal sealed class Handler(SparePartsDbContext db, LoanDesk desk, IClock clock, IIdentifiers ids, ICurrentUser user) : IHandler<Command, Answer>
    {
        public async Task<Result<Answer>> Handle(Command c, CancellationToken cancel)
        {
            // Two people may want the last unit at once: the lock is taken before looking.
            var code = Codes.CleanOrNull(c.ModelCode);
            await db.BeginWriteAsync(db.Loaners.Where(l => c.LoanerId != null ? l.Id == c.LoanerId : l.ModelCode == code).Select(l => l.BranchId), cancel);
            var order = c.OrderId is null ? null : await db.KnownOrders.FirstOrDefaultAsync(o => o.Id == c.OrderId && o.Open && o.Number != null, cancel);
            if (c.OrderId is not null && order is null)
            {
                return LoanErrors.OrderUnknown.On(nameof(c.OrderId));
            }

            var units = await db.Loaners.Where(l => (c.LoanerId != null ? l.Id == c.LoanerId : l.ModelCode == code) && l.State != LoanerState.Exchanged && l.State != LoanerState.Sold && l.State != LoanerState.Retired && l.State != LoanerState.Lost)
                .OrderBy(l => l.State == LoanerState.InPool ? 0 : 1).ThenBy(l => l.Serial).ToListAsync(cancel);
            if (units.Count == 0)
            {
                return LoanErrors.LoanerNotFound.On(c.LoanerId is null ? nameof(c.ModelCode) : nameof(c.LoanerId));
            }

            if (c.From < desk.Today(units[0].BranchId))
            {
                return Error.Invalid("SpareParts.LoanerReservation.InThePast", "This day is over.").On(nameof(c.From));
            }

            var occupied = (await desk.OccupiedAsync([.. units.Select(u => u.Id)], c.From, c.Through, cancel)).Where(o => !o.Ended).ToLookup(o => o.LoanerId);
            if (units.FirstOrDefault(u => !occupied[u.Id].Any()) is not { } free)
            {
                return units is [var only] && occupied[only.Id].First() is var other
                    ? LoanErrors.Taken(only.Title, other.From, other.Through, other.Customer).On(nameof(c.From))
                    : LoanErrors.NoneFree(units[0].ModelCode, c.From, c.Through).On(nameof(c.From));
            }

            var reservation = new LoanerReservation(c.Id ?? ids.NewId(), free, c.From, c.Through, order?.CustomerName ?? c.Customer!, order, user.Name, clock.GetCurrentInstant());
            db.LoanerReservations.Add(reservation);
            return new Answer(reservation.Id, free.Id);
        }
    }
}
