using ServiceErp.Kernel;
using ServiceErp.SpareParts.Domain.Documents;
using ServiceErp.SpareParts.Domain.Parts;
using ServiceErp.SpareParts.Domain.Reservations;
using ServiceErp.SpareParts.Domain.Stock;
using ServiceErp.SpareParts.Features.Stock;
using ServiceErp.SpareParts.Persistence;

namespace ServiceErp.SpareParts.Features.Reservations;

/// <summary>What handing out and taking back share: pieces are named, and a slip says what moved for which order.</summary>
internal sealed class HandOutDesk(SparePartsDbContext db, StockRoom room, OrderGate gate, IIdentifiers ids)
{
    /// <summary>Hands out what is promised to these lines, on one slip for each order, as far as their orders permit it.</summary>
    /// <param name="lines">The lines.</param>
    /// <param name="shelves">Where the goods lie.</param>
    /// <param name="pieces">Of serial-tracked parts: the pieces.</param>
    /// <param name="cancel">Stops it.</param>
    /// <param name="quantity">Of a single line: how many; null is all that is promised.</param>
    public async Task<Error?> IssueAsync(IReadOnlyCollection<Reservation> lines, Shelves shelves, IReadOnlyList<PieceUsed> pieces, CancellationToken cancel, decimal? quantity = null)
    {
        foreach (var orderId in lines.Select(r => r.OrderId).Distinct())
        {
            if ((await gate.AskAsync(orderId, cancel)) is var asked && (asked.Error ?? asked.Value.IssueRefusal) is { } stays)
            {
                return stays;
            }
        }

        var parts = await room.PartsAsync([.. lines.Select(r => r.PartId).Distinct()], cancel);
        await room.PlacePiecesAsync(shelves, parts.Values, pieces.Select(p => p.Serial), [], cancel);
        foreach (var order in lines.GroupBy(r => r.OrderId))
        {
            if (quantity is { } some && WholeUnits.Refusal(order.First().PartNumber, parts[order.First().PartId].Unit, some) is { } fraction)
            {
                return fraction;
            }

            var slip = await Begin(StockDocumentKind.Issue, ids.NewId(), order.First(), null, cancel);
            foreach (var (index, line) in order.Index())
            {
                var booking = room.Booking(line, slip.Id, slip.Number, null, index + 1);
                var used = pieces.Where(p => p.LineId == line.LineId).ToArray();
                var from = line.Allocations.Where(a => a.Reserved > 0).GroupBy(a => shelves.Item(a.StockItemId).WarehouseId).ToDictionary(g => g.Key, g => g.Sum(a => a.Reserved));
                var before = shelves.Movements.Count;
                var taken = shelves.Pieces.Issue(parts[line.PartId], used, from, quantity ?? line.Reserved, line.OrderNumber, booking);
                if (((line.Reserved == 0 ? null : taken.Error) ?? line.Issue(shelves, booking, quantity, taken.Succeeded ? taken.Value : null).Error) is { } refused)
                {
                    return refused;
                }

                slip.Note(parts[line.PartId], [.. shelves.Movements.Skip(before)], [.. used.Select(u => u.Serial)], booking);
            }

            slip.End();
        }

        return null;
    }

    /// <summary>Takes unused parts of a line back, on a slip of its own.</summary>
    public async Task<Error?> ReturnAsync(Reservation line, Guid returnId, decimal quantity, IReadOnlyList<string> serials, string reason, Shelves shelves, CancellationToken cancel)
    {
        if (await gate.ReturnRefusalAsync(line.OrderId, cancel) is { } stays)
        {
            return stays;
        }

        var parts = await room.PartsAsync([line.PartId], cancel);
        await room.PlacePiecesAsync(shelves, parts.Values, serials, [line.LineId], cancel);
        if (WholeUnits.Refusal(parts[line.PartId].Number, parts[line.PartId].Unit, quantity) is { } fraction)
        {
            return fraction;
        }

        var slip = await Begin(StockDocumentKind.Return, returnId, line, reason, cancel);
        var booking = room.Booking(line, slip.Id, slip.Number, reason, 1);
        var returned = line.Return(quantity, shelves, booking);
        if (!returned.Succeeded)
        {
            return returned.Error;
        }

        var pieces = shelves.Pieces.Return(parts[line.PartId], serials, shelves.Movements[^1].WarehouseId, quantity, booking);
        if (!pieces.Succeeded)
        {
            return pieces.Error;
        }

        slip.Note(parts[line.PartId], shelves.Movements, pieces.Value, booking);
        slip.End();
        return null;
    }

    private async Task<Slip> Begin(StockDocumentKind kind, Guid id, Reservation line, string? reason, CancellationToken cancel) =>
        new(db, ids, kind, id, await room.NumberAsync(kind, line.BranchId, cancel), line, reason);

    private sealed class Slip(SparePartsDbContext db, IIdentifiers ids, StockDocumentKind kind, Guid id, string number, Reservation order, string? reason)
    {
        private StockDocument? document;

        public Guid Id => id;

        public string Number => number;

        public void Note(BookedPart part, IReadOnlyList<Movement> moved, IReadOnlyList<string> serials, Booking booking)
        {
            document ??= StockDocument.Slip(id, kind, order.BranchId, moved[0].WarehouseId, order.OrderId, order.OrderNumber, booking with { Reason = reason });
            document.Note(ids.NewId(), part.Unit, moved, serials);
        }

        public void End()
        {
            if (document!.Close() is { Succeeded: false, Error: var broken })
            {
                throw new InvalidOperationException($"The slip {number} can't be closed: {broken}");
            }

            db.Documents.Add(document);
        }
    }
}
