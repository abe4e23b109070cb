using Microsoft.EntityFrameworkCore;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.SpareParts.Domain;
using ServiceErp.SpareParts.Domain.Warehouses;
using ServiceErp.SpareParts.Features.Parts;
using ServiceErp.SpareParts.Persistence;

namespace ServiceErp.SpareParts.Features.Labels;

/// <summary>Labels with codes that every page of the store reads: of the bins of a warehouse, or of parts.</summary>
public static class GetLabels
{
    public const int Most = 1000;
    public const int MostCopies = 100;

    [Requires(SparePartsPermissions.StockRead)]
    public sealed record Query : IQuery<IReadOnlyList<Label>>
    {
        /// <summary>The bins of it, and the warehouse itself; with <see cref="Stocked"/> the parts that lie in it.</summary>
        public Guid? WarehouseId { get; init; }

        /// <summary>Only bins whose code begins so.</summary>
        public string? Bins { get; init; }

        /// <summary>Parts instead of bins.</summary>
        public bool Stocked { get; init; }

        /// <summary>These parts, by number or barcode, separated by commas, semicolons or new lines.</summary>
        public string? Parts { get; init; }

        /// <summary>The parts of this group.</summary>
        public string? Group { get; init; }

        /// <summary>Of each; 1 unless said.</summary>
        public int? Copies { get; init; }
    }

    /// <param name="Code">What a scanner reads.</param>
    /// <param name="Title">The large line.</param>
    /// <param name="Text">The small line.</param>
    public sealed record Label(string Code, string Title, string Text);

    internal sealed class Handler(SparePartsDbContext db) : IHandler<Query, IReadOnlyList<Label>>
    {
        public async Task<Result<IReadOnlyList<Label>>> Handle(Query q, CancellationToken cancel)
        {
            var copies = Math.Clamp(q.Copies ?? 1, 1, MostCopies);
            var labels = q is { WarehouseId: { } warehouse, Stocked: false } ? await OfBins(warehouse, q.Bins, cancel) : await OfParts(q, cancel);
            return labels.SelectMany(l => Enumerable.Repeat(l, copies)).Take(Most).ToArray();
        }

        private async Task<List<Label>> OfBins(Guid warehouseId, string? begin, CancellationToken cancel)
        {
            var start = Codes.CleanOrNull(begin) ?? "";
            var warehouse = await db.Warehouses.AsNoTracking().Include(w => w.Bins).FirstOrDefaultAsync(w => w.Id == warehouseId && w.Kind != WarehouseKind.Transit, cancel);
            return warehouse is null ? [] :
            [
                .. start.Length == 0 ? [new Label(warehouse.Code, warehouse.Code, warehouse.Name)] : Array.Empty<Label>(),
                .. warehouse.Bins.Where(b => b.Code.StartsWith(start, StringComparison.Ordinal)).OrderBy(b => b.Code, StringComparer.Ordinal).Select(b => new Label($"{warehouse.Code}/{b.Code}", b.Code, warehouse.Name)),
            ];
        }

        private async Task<List<Label>> OfParts(Query q, CancellationToken cancel)
        {
            var parts = db.Parts.AsNoTracking();
            if (q.Parts is { Length: > 0 } typed)
            {
                string[] codes = [.. typed.Split([',', ';', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Take(Most).Select(Codes.Clean)];
                parts = parts.Where(p => db.Named(codes).Contains(p.Id));
            }
            else if (q.WarehouseId is { } warehouse)
            {
                parts = parts.Where(p => db.StockItems.Any(i => i.PartId == p.Id && i.WarehouseId == warehouse && i.OnHand > 0));
            }
            else if (q.Group is not { Length: > 0 })
            {
                return [];
            }

            if (q.Group is { Length: > 0 } group)
            {
                parts = parts.Where(p => p.Group == group);
            }

            return await parts.OrderBy(p => p.Number).Take(Most).Select(p => new Label(p.Number, p.Number, p.Name)).ToListAsync(cancel);
        }
    }
}
