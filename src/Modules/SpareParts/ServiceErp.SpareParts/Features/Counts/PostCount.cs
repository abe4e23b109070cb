using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Persistence;
using ServiceErp.SpareParts.Domain.Counts;
using ServiceErp.SpareParts.Domain.Documents;
using ServiceErp.SpareParts.Features.Documents;
using ServiceErp.SpareParts.Persistence;

namespace ServiceErp.SpareParts.Features.Counts;

/// <summary>Approves the differences of a count and books them by one correction. Never by who counted; above the branch's limit only by who holds the right (PAR-5). What can't be booked
/// stays open, and is booked by asking again once it can.</summary>
public static class PostCount
{
    [Requires(SparePartsPermissions.CountPost)]
    public sealed record Command(Guid Id, int? Version = null) : ICommand<Answer>, IVersioned;

    /// <param name="DocumentId">The correction; null when there was no difference.</param>
    /// <param name="DocumentNumber">Its number.</param>
    public sealed record Answer(Guid? DocumentId, string? DocumentNumber)
    {
        /// <summary>Differences that stay open: what is missing is promised to orders, or the pieces must be named.</summary>
        public int Open { get; init; }
    }

    internal sealed class Handler(SparePartsDbContext db, CountDesk desk, StockDocumentDesk documents, IClock clock, IIdentifiers ids, ICurrentUser user) : IHandler<Command, Answer>
    {
        public async Task<Result<Answer>> Handle(Command c, CancellationToken cancel)
        {
            await db.BeginWriteAsync(db.StockCounts.BranchOf(c.Id), cancel);
            if (await db.StockCounts.FirstOrDefaultAsync(s => s.Id == c.Id, cancel) is not { } count)
            {
                return CountErrors.NotFound;
            }

            if (count.Stale(c.Version) is { } stale)
            {
                return stale;
            }

            var lines = await db.CountLines.Where(l => l.StockCountId == c.Id && l.Counted != null && l.PostedOn == null).OrderBy(l => l.PartNumber).ThenBy(l => l.Id).ToListAsync(cancel);
            if (user.UserId is { } own
                && await db.CountScans.AnyAsync(s => s.PersonId == own && db.CountLines.Any(l => l.Id == s.CountLineId && l.StockCountId == c.Id && l.Difference != 0 && l.PostedOn == null), cancel))
            {
                return CountErrors.OwnCount;
            }

            var limit = (await desk.RulesAsync(count.BranchId, cancel)).ApprovalLimit;
            if (lines.Sum(l => Math.Abs(l.Value)) is var value && value > limit && !user.Can(SparePartsPermissions.CountApprove))
            {
                return CountErrors.AboveLimit(value, limit);
            }

            var blocked = (await desk.BlockedAsync(lines.FindAll(l => l.Difference != 0), cancel)).ToHashSet();
            if (lines.Count > 0 && blocked.Count == lines.Count && count.State == StockCountState.Posted)
            {
                return CountErrors.StillBlocked(blocked.Count);
            }

            var today = desk.Today(count.BranchId);
            var document = await CorrectAsync(count, lines.FindAll(l => l.Difference != 0 && !blocked.Contains(l.Id)), cancel);
            if (!document.Succeeded)
            {
                return document.Error;
            }

            foreach (var line in lines.Where(l => !blocked.Contains(l.Id)))
            {
                line.Post(today, document.Value?.Id);
            }

            var posted = count.Post(user.Name, today, document.Value?.Id, blocked.Count);
            return posted.Succeeded ? new Answer(document.Value?.Id, document.Value?.Number) { Open = blocked.Count } : posted.Error;
        }

        /// <summary>What was found missing or too many is booked as such: whatever moved after the counting stays moved.</summary>
        private async Task<Result<StockDocument?>> CorrectAsync(StockCount count, IReadOnlyList<CountLine> lines, CancellationToken cancel)
        {
            if (lines.Count == 0)
            {
                return (StockDocument?)null;
            }

            Guid[] partIds = [.. lines.Select(l => l.PartId).Distinct()];
            var parts = await db.Parts.AsNoTracking().Where(p => partIds.Contains(p.Id)).ToDictionaryAsync(p => p.Id, cancel);
            var items = await db.StockItems.AsNoTracking().Where(i => i.WarehouseId == count.WarehouseId && partIds.Contains(i.PartId)).ToListAsync(cancel);
            var warehouse = await db.Warehouses.AsNoTracking().FirstAsync(w => w.Id == count.WarehouseId, cancel);
            var document = new StockDocument(ids.NewId(), StockDocumentKind.Correction, warehouse, clock.GetCurrentInstant(), user.Name);
            document.Describe(null, null, count.Number, $"Count {count.Number}");
            foreach (var line in lines)
            {
                var part = parts[line.PartId];
                var item = items.Find(i => i.PartId == line.PartId && i.BinId == line.BinId);
                decimal? cost = line.Difference > 0 && (item is null || item.OnHand == 0) && !part.CustomerOwned ? (item is null ? 0 : await desk.LastCostAsync(item, cancel)) : null;
                var added = document.AddLine(ids.NewId(), BookedPart.Of(part), part.Unit, 1, line.Difference, cost, line.BinId, null, exactPlace: true);
                if (!added.Succeeded)
                {
                    return added.Error;
                }
            }

            db.Documents.Add(document);
            return await documents.PostAsync(document, cancel, isCounted: true) is { } refused ? refused : document;
        }
    }
}
