using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Branches;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Searching;
using ServiceErp.SpareParts.Domain;
using ServiceErp.SpareParts.Domain.Parts;
using ServiceErp.SpareParts.Features.Prices;
using ServiceErp.SpareParts.Features.Stock;
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

    internal sealed class Handler(SparePartsDbContext db, SearchBox search, Substitutes substitutes, IBranches branches, ICurrentUser user, IClock clock) : IHandler<Query, IReadOnlyList<PartOffer>>
    {
        public async Task<Result<IReadOnlyList<PartOffer>>> Handle(Query q, CancellationToken cancel)
        {
            if (branches.For(user, q.BranchId) is not { } branch)
            {
                return BranchErrors.NotFound;
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

            var offers = await parts
                .OrderByDescending(p => p.Fits.Any(f => f.ModelCode == model)).ThenBy(p => p.Number)
                .Take(Most)
                .Select(Offer(branch, branch.DayOf(clock.GetCurrentInstant())))
                .ToListAsync(cancel);
            var instead = await substitutes.OfAsync([.. offers.Where(o => o.Available <= 0).Select(o => o.PartId)], branch, cancel);
            return offers.ConvertAll(o => o.Available > 0 ? o : o with { Instead = [.. instead[o.PartId]] });
        }

        private Expression<Func<Part, PartOffer>> Offer(Branch branch, LocalDate today)
        {
            var (listed, own) = (db.ListedOn(branch.Id, branch.Currency, today), db.OwnOn(branch.Currency, today));
            var stock = db.UsableAt(branch.Id);
            var currency = branch.Currency;
            return p => new PartOffer(
                p.Id, p.Number, p.Name, p.Group, p.Unit,
                listed.Where(e => e.PartId == p.Id).Select(e => (decimal?)e.Amount).FirstOrDefault() ?? own.Where(x => x.PartId == p.Id).Select(x => (decimal?)x.Amount).FirstOrDefault(),
                stock.Where(item => item.PartId == p.Id).Sum(item => item.OnHand),
                stock.Where(item => item.PartId == p.Id).Sum(item => item.OnHand - item.Reserved)) { Currency = currency, SerialTracked = p.SerialTracked };
        }
    }
}
