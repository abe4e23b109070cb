using Microsoft.EntityFrameworkCore;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Persistence;

namespace ServiceErp.Platform.Searching;

/// <summary>The one search over all modules: what the box in the top bar, list searches and scanners ask.</summary>
public sealed class SearchBox(PlatformDbContext db, ICurrentUser caller, Database database)
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
        else if (!db.IsSqlite)
        {
            return OnServer(query, words).OrderBy(s => s.Id);
        }

        foreach (var word in words.Where(w => w.Length < Trigram))
        {
            query = query.WithWords(db, word, s => s.Text);
        }

        return query.OrderBy(s => s.Id);
    }

    /// <summary>
    /// SQL Server never reads all texts: its full-text index finds words by their beginnings, and codes and titles are found by the beginnings of what was typed. Without full text only the latter.
    /// </summary>
    private IQueryable<SearchEntry> OnServer(IQueryable<SearchEntry> query, string[] words)
    {
        var typed = string.Join(' ', words);
        var beginning = query.Beginning(typed, s => s.Code, s => s.OtherCode, s => s.Title);
        if (database.Server is not { HasFullText: true })
        {
            return beginning;
        }

        var condition = string.Join(" AND ", words.Select(w => $"\"{w.Replace("\"", "\"\"", StringComparison.Ordinal)}*\""));
        var found = query.Where(s => EF.Functions.Contains(s.Text, condition)).Select(s => s.Id);
        var begun = beginning.Select(s => s.Id);
        return query.Where(s => found.Contains(s.Id) || begun.Contains(s.Id));
    }
}
