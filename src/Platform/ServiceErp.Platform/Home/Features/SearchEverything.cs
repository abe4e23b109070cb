using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Searching;

namespace ServiceErp.Platform.Home.Features;

/// <summary>One search over all modules (HOST-4).</summary>
public static class SearchEverything
{
    /// <summary>Longer words are cut.</summary>
    public const int LongestQuery = 200;

    private const int Most = 20;

    /// <summary>The question.</summary>
    /// <param name="Q">Words or a code.</param>
    [Anyone("The search shows only what the current user may see.")]
    public sealed record Query(string? Q) : IQuery<Answer>;

    /// <summary>What was found, exact codes first.</summary>
    /// <param name="Hits">At most twenty.</param>
    public sealed record Answer(IReadOnlyList<Hit> Hits);

    /// <summary>One thing that was found.</summary>
    /// <param name="Id">Its identity.</param>
    /// <param name="Kind">What it is, such as <c>ServiceOrder</c>.</param>
    /// <param name="Title">First line.</param>
    /// <param name="Subtitle">Second line.</param>
    /// <param name="Href">Its page.</param>
    public sealed record Hit(Guid Id, string Kind, string Title, string Subtitle, string Href)
    {
        internal static Hit Of(SearchEntry entry) => new(entry.Id, entry.Kind, entry.Title, entry.Subtitle, entry.Href);
    }

    internal sealed class Handler(SearchBox search) : IHandler<Query, Answer>
    {
        public async Task<Result<Answer>> Handle(Query request, CancellationToken cancel) => request.Q is { } words && words.Trim().Length > 0
            ? new Answer([.. (await search.FindAsync(words.Length > LongestQuery ? words[..LongestQuery] : words, Most, cancel)).Select(Hit.Of)])
            : new Answer([]);
    }
}
