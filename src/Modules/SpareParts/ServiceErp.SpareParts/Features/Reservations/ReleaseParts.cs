using FluentValidation;
using Microsoft.EntityFrameworkCore;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.SpareParts.Domain.Reservations;
using ServiceErp.SpareParts.Features.Stock;
using ServiceErp.SpareParts.Persistence;

namespace ServiceErp.SpareParts.Features.Reservations;

/// <summary>
/// Takes promises back; what was handed out stays. The goods go to whoever waits for them. A line without a promise is released already. Technicians take back those of their own orders; who holds the right
/// takes back any, with a reason that the order is told.
/// </summary>
public static class ReleaseParts
{
    [Requires(SparePartsPermissions.StockReserve)]
    public sealed record Command(IReadOnlyList<Guid> LineIds) : ICommand<Done>
    {
        /// <summary>Needed for the parts of somebody else's order.</summary>
        public string? Reason { get; init; }
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.LineIds).Must(l => l is { Count: > 0 and <= 200 }).WithMessage("Ask for 1 to 200 lines.").WithErrorCode("SpareParts.Reservation.LineMissing");
            RuleFor(c => c.Reason).ReasonOrNothing();
        }
    }

    internal sealed class Handler(SparePartsDbContext db, StockRoom room, OrderGate gate, ICurrentUser user) : IHandler<Command, Done>
    {
        public async Task<Result<Done>> Handle(Command c, CancellationToken cancel)
        {
            await db.BeginWriteAsync(db.Reservations.Where(r => c.LineIds.Contains(r.LineId)).Select(r => r.BranchId), cancel);
            var reason = string.IsNullOrWhiteSpace(c.Reason) ? null : c.Reason.Trim();
            foreach (var order in await db.Reservations.AsNoTracking().Where(r => c.LineIds.Contains(r.LineId)).Select(r => new { r.OrderId, r.OrderNumber, r.TechnicianId }).Distinct().ToListAsync(cancel))
            {
                var technician = await gate.AskAsync(order.OrderId, cancel) is { Succeeded: true, Value: { TechnicianId: { } now } } ? now : order.TechnicianId;
                if (!gate.IsTheirs(technician))
                {
                    return ReservationErrors.NotYours(order.OrderNumber);
                }

                if (technician != user.UserId && reason is null)
                {
                    return ReservationErrors.WhyReleased;
                }
            }

            return (await room.ReleaseAsync(c.LineIds, cancel, reason)).Error is { } refused ? refused : Done.It;
        }
    }
}
