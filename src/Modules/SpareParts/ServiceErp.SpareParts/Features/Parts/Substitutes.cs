using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Platform.Branches;
using ServiceErp.SpareParts.Domain.Warehouses;
using ServiceErp.SpareParts.Features.Prices;
using ServiceErp.SpareParts.Features.Stock;
using ServiceErp.SpareParts.Persistence;

namespace ServiceErp.SpareParts.Features.Parts;

/// <summary>What can be had instead of parts that are short: the chain of successors, and alternatives named on either side.</summary>
internal sealed class Substitutes(SparePartsDbContext db, IClock clock)
{
    /// <summary>A chain of successors is followed this far; longer ones were seen in no catalogue.</summary>
    private const int LongestChain = 10;

    private static readonly ILookup<Guid, PartInstead> Nothing = Enumerable.Empty<KeyValuePair<Guid, PartInstead>>().ToLookup(x => x.Key, x => x.Value);

    /// <summary>By part: its successors first, the next one first, then alternatives, those in stock first.</summary>
    public async Task<ILookup<Guid, PartInstead>> OfAsync(IReadOnlyCollection<Guid> partIds, Branch branch, CancellationToken cancel)
    {
        if (partIds.Count == 0)
        {
            return Nothing;
        }

        var found = new List<(Guid For, Guid PartId, int Rank)>();
        var last = partIds.ToDictionary(p => p, p => p);
        for (var step = 0; last.Count > 0 && step < LongestChain; step++)
        {
            var of = last.Values.Distinct().ToArray();
            var next = await db.Parts.Where(p => of.Contains(p.Id) && p.SupersededById != null).ToDictionaryAsync(p => p.Id, p => p.SupersededById!.Value, cancel);
            last = last.Where(l => next.ContainsKey(l.Value)).ToDictionary(l => l.Key, l => next[l.Value]);
            found.AddRange(last.Select(l => (l.Key, l.Value, step)));
        }

        var alternatives = await db.PartAlternatives.Where(a => partIds.Contains(a.PartId) || partIds.Contains(a.OtherId)).Select(a => new { a.PartId, a.OtherId }).ToListAsync(cancel);
        found.AddRange(alternatives.SelectMany(a => new[] { (a.PartId, a.OtherId, LongestChain), (a.OtherId, a.PartId, LongestChain) }).Where(a => partIds.Contains(a.Item1)));
        if (found.Count == 0)
        {
            return Nothing;
        }

        var wanted = found.Select(f => f.PartId).Distinct().ToArray();
        var (listed, own) = (db.ListedOn(branch.Id, branch.Currency, Today(branch)), db.OwnOn(branch.Currency, Today(branch)));
        var stock = db.UsableAt(branch.Id);
        var parts = await db.Parts.Where(p => wanted.Contains(p.Id) && p.Active)
            .Select(p => new
            {
                p.Id,
                p.Number,
                p.Name,
                Price = listed.Where(e => e.PartId == p.Id).Select(e => (decimal?)e.Amount).FirstOrDefault() ?? own.Where(x => x.PartId == p.Id).Select(x => (decimal?)x.Amount).FirstOrDefault(),
                Available = stock.Where(i => i.PartId == p.Id).Sum(i => i.OnHand - i.Reserved),
            })
            .ToDictionaryAsync(p => p.Id, cancel);
        return found.Where(f => parts.ContainsKey(f.PartId) && f.PartId != f.For)
            .GroupBy(f => (f.For, f.PartId)).Select(g => (g.Key.For, Part: parts[g.Key.PartId], Rank: g.Min(f => f.Rank)))
            .OrderBy(f => f.Rank).ThenByDescending(f => f.Part.Available > 0).ThenBy(f => f.Part.Number, StringComparer.Ordinal)
            .ToLookup(f => f.For, f => new PartInstead(f.Part.Id, f.Part.Number, f.Part.Name, f.Rank < LongestChain, f.Part.Price, f.Part.Available));
    }

    /// <summary>Adds to the rows of a page what stands in for those that are short.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="shortPart">The part of a row that is short; null for others.</param>
    /// <param name="branch">Where it is looked for; without a branch nothing is added.</param>
    /// <param name="with">Adds it.</param>
    /// <param name="cancel">Stops it.</param>
    public async Task<IReadOnlyList<TRow>> WithAsync<TRow>(IReadOnlyList<TRow> rows, Func<TRow, Guid?> shortPart, Branch? branch, Func<TRow, IReadOnlyList<PartInstead>, TRow> with, CancellationToken cancel)
    {
        if (branch is null)
        {
            return rows;
        }

        var instead = await OfAsync([.. rows.Select(shortPart).OfType<Guid>().Distinct()], branch, cancel);
        return [.. rows.Select(r => shortPart(r) is { } part && instead.Contains(part) ? with(r, [.. instead[part]]) : r)];
    }

    private LocalDate Today(Branch branch) => branch.DayOf(clock.GetCurrentInstant());
}
