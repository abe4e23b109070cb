using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Branches;
using ServiceErp.Platform.Dispatching;
using ServiceErp.SpareParts.Domain.Counts;
using ServiceErp.SpareParts.Persistence;

namespace ServiceErp.SpareParts.Features.Counts;

/// <summary>A count, and the places that are still to be counted; what should be there is not said (blind).</summary>
public static class GetCount
{
    private const int MostPlaces = 500;

    [Requires(SparePartsPermissions.CountRead)]
    public sealed record Query(Guid Id) : IQuery<Answer>;

    public sealed record Answer(Guid Id, int Version, string Number, StockCountKind Kind, StockCountState State, Guid WarehouseId, string Warehouse, LocalDate PlannedFor, Instant CreatedAt, string Person, string Currency)
    {
        public required int Places { get; init; }

        public required int Counted { get; init; }

        public required int Again { get; init; }

        public required int Differences { get; init; }

        /// <summary>Sum of the differences' values, all taken as positive.</summary>
        public required decimal Value { get; init; }

        public required string? ApprovedBy { get; init; }

        public required Guid? DocumentId { get; init; }

        public required IReadOnlyList<ExplainedTrigger<StockCountTrigger>> Actions { get; init; }

        public required IReadOnlyList<Place> ToCount { get; init; }
    }

    public sealed record Place(Guid Id, string PartNumber, string PartName, string Unit, string? Bin, bool Again);

    internal sealed class Handler(SparePartsDbContext db, IBranches branches) : IHandler<Query, Answer>
    {
        public async Task<Result<Answer>> Handle(Query q, CancellationToken cancel)
        {
            if (await db.StockCounts.AsNoTracking().Include(s => s.Warehouse).FirstOrDefaultAsync(s => s.Id == q.Id, cancel) is not { } count)
            {
                return CountErrors.NotFound;
            }

            var lines = db.CountLines.AsNoTracking().Where(l => l.StockCountId == q.Id);
            return new Answer(count.Id, count.Version, count.Number, count.Kind, count.State, count.WarehouseId, count.Warehouse.Code, count.PlannedFor, count.CreatedAt, count.Person, branches.Of(count.BranchId).Currency)
            {
                Places = await lines.CountAsync(cancel),
                Counted = await lines.CountAsync(l => l.Counted != null, cancel),
                Again = await lines.CountAsync(l => l.Again, cancel),
                Differences = await lines.CountAsync(l => l.Difference != 0, cancel),
                Value = (await lines.Where(l => l.Difference != 0).Select(l => l.Value).ToListAsync(cancel)).Sum(Math.Abs),
                ApprovedBy = count.ApprovedBy,
                DocumentId = count.DocumentId,
                Actions = StockCountLifecycle.Table.Explain(count, count.State),
                ToCount = await lines.Where(l => l.Counted == null || l.Again).OrderBy(l => l.Bin!.Code).ThenBy(l => l.PartNumber).Take(MostPlaces)
                    .Select(l => new Place(l.Id, l.PartNumber, l.Part.Name, l.Part.Unit, l.Bin!.Code, l.Again)).ToListAsync(cancel),
            };
        }
    }
}
