using Autofac;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Searching;
using ServiceErp.Platform.Ui;

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
    /// <param name="Proposals">When nothing was found and the words look like a code: what it could be.</param>
    public sealed record Answer(IReadOnlyList<Hit> Hits, IReadOnlyList<CodeProposal> Proposals);

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

    internal sealed class Handler(SearchBox search, ILifetimeScope scope) : IHandler<Query, Answer>
    {
        public async Task<Result<Answer>> Handle(Query request, CancellationToken cancel)
        {
            var words = (request.Q ?? "").Trim();
            words = words.Length > LongestQuery ? words[..LongestQuery] : words;
            IReadOnlyList<Hit> hits = words.Length == 0 ? [] : [.. (await search.FindAsync(words, Most, cancel)).Select(Hit.Of)];
            return new Answer(hits, hits.Count == 0 && UnknownCodes.CouldBe(words) ? scope.Proposals(words) : []);
        }
    }
}
