using Microsoft.EntityFrameworkCore;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Persistence;

namespace ServiceErp.Platform.Searching;

/// <summary>The one search over all modules: what the box in the top bar, list searches and scanners ask.</summary>
public sealed class SearchBox(PlatformDbContext db, ICurrentUser caller)
{
    /// <summary>Trigrams need three characters; shorter words are looked up in codes only.</summary>
    private const int Trigram = 3;

    /// <summary>A list shows at most this many hits; a narrower search finds the rest.</summary>
    public const int MostHits = 1000;

    /// <summary>Hits for the top bar, exact codes first.</summary>
    public async Task<IReadOnlyList<SearchEntry>> FindAsync(string text, int most, CancellationToken cancel)
    {
        var hits = await Matching(text, null).Take(most * 4).ToListAsync(cancel);
        var code = text.Trim();
        return [.. hits.Where(h => caller.Can(h.Permission))
            .OrderByDescending(h => string.Equals(h.Code, code, StringComparison.OrdinalIgnoreCase) || string.Equals(h.OtherCode, code, StringComparison.OrdinalIgnoreCase))
            .ThenByDescending(h => h.Title.StartsWith(code, StringComparison.OrdinalIgnoreCase))
            .Take(most)];
    }

    /// <summary>Identities of the things of one kind that match, for a list to filter by.</summary>
    public async Task<IReadOnlyList<Guid>> FindIdsAsync(string kind, string text, CancellationToken cancel) =>
        await Matching(text, kind).Select(s => s.Id).Take(MostHits).ToListAsync(cancel);

    /// <summary>What exactly this code belongs to; for scanners.</summary>
    public async Task<IReadOnlyList<SearchEntry>> OpenAsync(string code, CancellationToken cancel)
    {
        var trimmed = code.Trim();
        var upper = trimmed.ToUpperInvariant();
        string[] spellings = trimmed == upper ? [trimmed] : [trimmed, upper];
        var hits = await Visible().Where(s => spellings.Contains(s.Code!) || spellings.Contains(s.OtherCode!)).Take(20).ToListAsync(cancel);
        return [.. hits.Where(h => caller.Can(h.Permission))];
    }

    private IQueryable<SearchEntry> Visible() => db.Search.AsNoTracking().Where(s => caller.BranchId == null || s.BranchId == null || s.BranchId == caller.BranchId);

    private IQueryable<SearchEntry> Matching(string text, string? kind)
    {
        var words = SearchText.Normalize(text).Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Take(8).ToArray();
        var query = Visible();
        if (kind is not null)
        {
            query = query.Where(s => s.Kind == kind);
        }

        if (words.Length == 0)
        {
            return query.Where(_ => false);
        }

        var longWords = words.Where(w => w.Length >= Trigram).ToArray();
        if (db.Database.IsSqlite() && longWords.Length > 0)
        {
            var match = string.Join(" AND ", longWords.Select(w => $"\"{w.Replace("\"", "\"\"", StringComparison.Ordinal)}\""));
            var found = db.Database.SqlQuery<Guid>($"SELECT s.Id AS Value FROM platform_SearchText t JOIN platform_Search s ON s.rowid = t.rowid WHERE platform_SearchText MATCH {match}");
            query = query.Where(s => found.Contains(s.Id));
        }
        else
        {
            longWords = [];
        }

        foreach (var word in words.Except(longWords))
        {
            query = query.Where(s => EF.Functions.Like(s.Text, "%" + word.Replace("%", "", StringComparison.Ordinal).Replace("_", "", StringComparison.Ordinal) + "%"));
        }

        return query.OrderBy(s => s.Id);
    }
}
