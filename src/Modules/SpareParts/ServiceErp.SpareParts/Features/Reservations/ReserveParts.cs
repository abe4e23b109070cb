using FluentValidation;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.SpareParts.Domain.Parts;
using ServiceErp.SpareParts.Domain.Reservations;
using ServiceErp.SpareParts.Features.Stock;
using ServiceErp.SpareParts.Persistence;

namespace ServiceErp.SpareParts.Features.Reservations;

/// <summary>Promises parts to a line of an order and notes what is missing. Asked again for the same line it changes the promise to the new quantity, or nothing.</summary>
public static class ReserveParts
{
    [Requires(SparePartsPermissions.StockReserve)]
    public sealed record Command(Guid LineId, Guid OrderId, string OrderNumber, Guid BranchId, Guid PartId, decimal Quantity) : ICommand<PartsPromise>
    {
        public Guid? TechnicianId { get; init; }
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.LineId).NotEmpty().WithMessage("Say for which line.").WithErrorCode("SpareParts.Reservation.LineMissing");
            RuleFor(c => c.OrderId).NotEmpty().WithMessage("Say for which order.").WithErrorCode("SpareParts.Reservation.OrderMissing");
            RuleFor(c => c.OrderNumber).NotEmpty().MaximumLength(40).WithMessage("Say for which order.").WithErrorCode("SpareParts.Reservation.OrderMissing");
            RuleFor(c => c.Quantity).Quantity();
        }
    }

    internal sealed class Handler(SparePartsDbContext db, StockRoom room, IClock clock, IIdentifiers identifiers) : IHandler<Command, PartsPromise>
    {
        public async Task<Result<PartsPromise>> Handle(Command c, CancellationToken cancel)
        {
            var shelves = await room.OpenAsync([c.PartId], [c.BranchId], cancel);
            var reservation = await db.Reservations.Include(r => r.Allocations).FirstOrDefaultAsync(r => r.LineId == c.LineId, cancel);
            if (reservation is not null)
            {
                return await Change(reservation, c, shelves, cancel);
            }

            var part = await db.Parts.AsNoTracking().Where(p => p.Id == c.PartId).Select(p => new { p.Number, p.Active }).FirstOrDefaultAsync(cancel);
            if (part is not { Active: true })
            {
                return part is null ? PartErrors.NotFound : PartErrors.Inactive(part.Number);
            }

            var wish = new PartsWish(c.LineId, c.OrderId, c.OrderNumber, c.BranchId, c.PartId, c.Quantity) { TechnicianId = c.TechnicianId };
            reservation = new Reservation(identifiers.NewId(), wish, part.Number, clock.GetCurrentInstant());
            db.Reservations.Add(reservation);
            return reservation.Reserve(shelves, identifiers) is { Succeeded: false, Error: var refused } ? refused : reservation.Promise;
        }

        private async Task<Result<PartsPromise>> Change(Reservation reservation, Command c, Domain.Stock.Shelves shelves, CancellationToken cancel)
        {
            if (reservation.PartId != c.PartId || reservation.BranchId != c.BranchId)
            {
                return Error.Refused("SpareParts.Reservation.OtherPart", "Another part is reserved for this line. Release it first.");
            }

            if (reservation.Wanted == c.Quantity)
            {
                return reservation.Promise;
            }

            var shrinks = c.Quantity < reservation.Wanted;
            if (reservation.Resize(c.Quantity, shelves, identifiers) is { Succeeded: false, Error: var refused })
            {
                return refused;
            }

            return shrinks && await room.ServeWaitingAsync(shelves, [c.PartId], cancel, reservation.Id) is { Succeeded: false, Error: var failed } ? failed : reservation.Promise;
        }
    }
}
