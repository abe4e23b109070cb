using Microsoft.EntityFrameworkCore;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.SpareParts.Domain.Reservations;
using ServiceErp.SpareParts.Domain.Stock;
using ServiceErp.SpareParts.Features.Stock;
using ServiceErp.SpareParts.Persistence;

namespace ServiceErp.SpareParts.Features.Reservations;

/// <summary>Hands out all that lies ready for an order. Lines of which each piece must be named stay and are said; the rest goes on.</summary>
public static class HandOutOrder
{
    [Requires(SparePartsPermissions.StockMove)]
    public sealed record Command(Guid OrderId) : ICommand<Answer>;

    /// <param name="HandedOut">What went out.</param>
    /// <param name="ToName">Numbers of the parts that stay until their pieces are named.</param>
    public sealed record Answer(IReadOnlyList<PartsHandedOut> HandedOut, IReadOnlyList<string> ToName);

    internal sealed class Handler(SparePartsDbContext db, StockRoom room, HandOutDesk desk) : IHandler<Command, Answer>
    {
        public async Task<Result<Answer>> Handle(Command c, CancellationToken cancel)
        {
            await db.BeginWriteAsync(db.Reservations.Where(r => r.OrderId == c.OrderId).Select(r => r.BranchId), cancel);
            var ready = await db.Reservations.Include(r => r.Allocations).Include(r => r.Part).Where(r => r.OrderId == c.OrderId && r.Reserved > 0).OrderBy(r => r.WantedAt).ThenBy(r => r.Id).ToListAsync(cancel);
            if (ready.Count == 0)
            {
                return ReservationErrors.NotFound;
            }

            var (named, plain) = (ready.FindAll(r => r.Part.SerialTracked), ready.FindAll(r => !r.Part.SerialTracked));
            if (plain.Count == 0)
            {
                return StockErrors.SerialsMissing(named[0].PartNumber, named[0].Reserved, 0);
            }

            var shelves = await room.OpenAsync(plain, cancel);
            if (await desk.IssueAsync(plain, shelves, [], cancel) is { } refused)
            {
                return refused;
            }

            room.Store(shelves);
            return new Answer(plain.ConvertAll(r => r.HandedOut), [.. named.Select(r => r.PartNumber).Distinct()]);
        }
    }
}
