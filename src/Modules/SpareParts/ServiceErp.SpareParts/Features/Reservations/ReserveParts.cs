using FluentValidation;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Branches;
using ServiceErp.Platform.Dispatching;
using ServiceErp.SpareParts.Domain.Parts;
using ServiceErp.SpareParts.Domain.Reservations;
using ServiceErp.SpareParts.Domain.Stock;
using ServiceErp.SpareParts.Features.Stock;
using ServiceErp.SpareParts.Persistence;

namespace ServiceErp.SpareParts.Features.Reservations;

/// <summary>
/// Promises parts to lines of orders, all or none, and notes what is missing. Asked again for the same line it changes the promise to the new quantity, or nothing.
/// </summary>
public static class ReserveParts
{
    [Requires(SparePartsPermissions.StockReserve)]
    public sealed record Command(IReadOnlyList<PartsWish> Wishes) : ICommand<IReadOnlyList<PartsPromise>>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Wishes).Must(w => w is { Count: > 0 and <= 200 }).WithMessage("Ask for 1 to 200 lines.").WithErrorCode("SpareParts.Reservation.LineMissing");
            RuleFor(c => c.Wishes).Must(w => w.Select(x => x.LineId).Distinct().Count() == w.Count).When(c => c.Wishes is not null)
                .WithMessage("A line may be asked for once.").WithErrorCode("SpareParts.Reservation.LineTwice");
            RuleForEach(c => c.Wishes).ChildRules(wish =>
            {
                wish.RuleFor(w => w.LineId).NotEmpty().WithMessage("Say for which line.").WithErrorCode("SpareParts.Reservation.LineMissing");
                wish.RuleFor(w => w.OrderId).NotEmpty().WithMessage("Say for which order.").WithErrorCode("SpareParts.Reservation.OrderMissing");
                wish.RuleFor(w => w.OrderNumber).Needed(40, "SpareParts.Reservation.OrderMissing");
                wish.RuleFor(w => w.Quantity).Quantity();
            });
        }
    }

    internal sealed class Handler(SparePartsDbContext db, StockRoom room, IClock clock, IIdentifiers identifiers, ICurrentUser user, IBranches branches, OrderGate gate) : IHandler<Command, IReadOnlyList<PartsPromise>>
    {
        public async Task<Result<IReadOnlyList<PartsPromise>>> Handle(Command c, CancellationToken cancel)
        {
            if (user.BranchId is { } own && c.Wishes.Any(w => w.BranchId != own))
            {
                return BranchErrors.NotFound;
            }

            var consents = new Dictionary<Guid, PartsConsent>();
            foreach (var orderId in c.Wishes.Select(w => w.OrderId).Distinct())
            {
                var asked = await gate.AskAsync(orderId, cancel);
                if ((asked.Error ?? asked.Value.ReserveRefusal) is { } refusal)
                {
                    return refusal;
                }

                if (!gate.MayReserve(asked.Value))
                {
                    return ReservationErrors.NotYours(asked.Value.Number);
                }

                consents[orderId] = asked.Value;
            }

            if (c.Wishes.Any(w => consents[w.OrderId].BranchId is var branch && branch != Guid.Empty && branch != w.BranchId))
            {
                return ReservationErrors.OrderUnknown;
            }

            // The order's number and technician are the order's to say, whoever asks.
            PartsWish[] wishes = [.. c.Wishes.Select(w => consents[w.OrderId] is var order && order.Number.Length > 0 ? w with { OrderNumber = order.Number, TechnicianId = order.TechnicianId ?? w.TechnicianId } : w)];
            Guid[] partIds = [.. c.Wishes.Select(w => w.PartId).Distinct()];
            var lineIds = c.Wishes.Select(w => w.LineId).ToArray();
            var shelves = await room.OpenAsync(partIds, [.. c.Wishes.Select(w => w.BranchId).Distinct()], cancel);
            var known = await db.Reservations.Include(r => r.Allocations).Where(r => lineIds.Contains(r.LineId)).ToDictionaryAsync(r => r.LineId, cancel);
            var parts = await db.Parts.AsNoTracking().Where(p => partIds.Contains(p.Id)).Select(p => new { p.Id, p.Number, p.Unit, p.Active }).ToDictionaryAsync(p => p.Id, cancel);
            var promises = new List<PartsPromise>(c.Wishes.Count);
            var hasShrunk = false;
            foreach (var wish in wishes)
            {
                if (parts.GetValueOrDefault(wish.PartId) is not { } part)
                {
                    return PartErrors.NotFound;
                }

                if (WholeUnits.Refusal(part.Number, part.Unit, wish.Quantity) is { } fraction)
                {
                    return fraction;
                }

                Result done;
                if (!known.TryGetValue(wish.LineId, out var reservation))
                {
                    if (!part.Active)
                    {
                        return PartErrors.Inactive(part.Number);
                    }

                    reservation = new Reservation(identifiers.NewId(), wish, part.Number, clock.GetCurrentInstant());
                    db.Reservations.Add(reservation);
                    done = reservation.Reserve(shelves, identifiers);
                    reservation.Measure(branches.Of(wish.BranchId).DayOf(clock.GetCurrentInstant()));
                }
                else
                {
                    hasShrunk |= wish.Quantity < reservation.Wanted;
                    done = !reservation.Answers(wish) ? ReservationErrors.OtherPart(reservation.PartNumber)
                        : wish.TechnicianId is { } technician && reservation.Reassign(technician, shelves, identifiers) is { Succeeded: false } stays ? stays
                        : reservation.Resize(wish.Quantity, shelves, identifiers);
                }

                if (!done.Succeeded)
                {
                    return done.Error;
                }

                promises.Add(reservation.Promise);
            }

            return hasShrunk && (await room.ServeWaitingAsync(shelves, partIds, cancel)).Error is { } refused ? refused : promises;
        }
    }
}
