using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Branches;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Searching;
using ServiceErp.SpareParts.Domain;
using ServiceErp.SpareParts.Domain.Parts;
using ServiceErp.SpareParts.Domain.Warehouses;
using ServiceErp.SpareParts.Persistence;

namespace ServiceErp.SpareParts.Features.Parts;

/// <summary>
/// Parts as they can be had at a branch: the one that a scanned code names, or those that words find, the ones that fit the model first. Stock in vans, in quarantine and on its way back does not count.
/// </summary>
public static class FindPartOffers
{
    public const int Most = 20;

    [Requires(SparePartsPermissions.PartRead)]
    public sealed record Query(Guid BranchId) : IQuery<IReadOnlyList<PartOffer>>
    {
        /// <summary>A number or barcode; exact.</summary>
        public string? Code { get; init; }

        /// <summary>Words.</summary>
        public string? Text { get; init; }

        public Guid? ModelId { get; init; }
    }

    internal sealed class Handler(SparePartsDbContext db, SearchBox search, IBranches branches, IClock clock) : IHandler<Query, IReadOnlyList<PartOffer>>
    {
        public async Task<Result<IReadOnlyList<PartOffer>>> Handle(Query q, CancellationToken cancel)
        {
            if (branches.Find(q.BranchId) is not { } branch)
            {
                return Error.NotFound("SpareParts.Branch.NotFound", "This branch does not exist.");
            }

            var parts = db.Parts.AsNoTracking();
            var model = q.ModelId is null ? null : await db.KnownModels.Where(m => m.Id == q.ModelId).Select(m => m.Code).FirstOrDefaultAsync(cancel);
            if (q.Code is { } typed)
            {
                var code = Codes.Clean(typed);
                parts = parts.Where(p => db.Named(new[] { code }).Contains(p.Id));
            }
            else if (!string.IsNullOrWhiteSpace(q.Text))
            {
                var found = await search.FindIdsAsync(nameof(Part), q.Text, cancel);
                parts = parts.Where(p => p.Active && found.Contains(p.Id));
            }
            else if (q.ModelId is not null)
            {
                parts = parts.Where(p => p.Active && p.Fits.Any(f => f.ModelCode == model));
            }
            else
            {
                parts = parts.Where(p => p.Active);
            }

            return await parts
                .OrderByDescending(p => p.Fits.Any(f => f.ModelCode == model)).ThenBy(p => p.Number)
                .Take(Most)
                .Select(Offer(branch, branch.DayOf(clock.GetCurrentInstant())))
                .ToListAsync(cancel);
        }

        private Expression<Func<Part, PartOffer>> Offer(Branch branch, LocalDate today)
        {
            var stock = from item in db.StockItems
                        join warehouse in db.Warehouses on item.WarehouseId equals warehouse.Id
                        where item.BranchId == branch.Id && (warehouse.Kind == WarehouseKind.Main || warehouse.Kind == WarehouseKind.BranchStore)
                        select item;
            return p => new PartOffer(
                p.Id, p.Number, p.Name, p.Group, p.Unit,
                p.Prices.Where(price => price.Currency == branch.Currency && price.ValidFrom <= today).OrderByDescending(price => price.ValidFrom).Select(price => (decimal?)price.Amount).FirstOrDefault(),
                stock.Where(item => item.PartId == p.Id).Sum(item => item.OnHand),
                stock.Where(item => item.PartId == p.Id).Sum(item => item.OnHand - item.Reserved));
        }
    }
}
