using Autofac;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Searching;
using ServiceErp.Platform.Ui;

namespace ServiceErp.Platform.Home.Features;

/// <summary>What a scanned code belongs to; for one that nothing has, what comes near.</summary>
public static class OpenCode
{
    /// <summary>Longer codes are cut.</summary>
    public const int LongestCode = 200;

    private const int MostNear = 8;

    /// <summary>The question.</summary>
    /// <param name="Code">A number, serial number or barcode.</param>
    [Anyone("The scanner finds only what the current user may see.")]
    public sealed record Query(string Code) : IQuery<Answer>;

    /// <summary>What was found.</summary>
    /// <param name="Exact">What has exactly this code: one in most cases, more when a device and a part share a number.</param>
    /// <param name="Near">When nothing has it: what contains it.</param>
    /// <param name="Proposals">When nothing has it: what it could be, and the way to make it so.</param>
    public sealed record Answer(IReadOnlyList<SearchEverything.Hit> Exact, IReadOnlyList<SearchEverything.Hit> Near, IReadOnlyList<CodeProposal> Proposals);

    internal sealed class Handler(SearchBox search, ICurrentUser user, IEnumerable<IKnownCodes> known, ILifetimeScope scope) : IHandler<Query, Answer>
    {
        public async Task<Result<Answer>> Handle(Query request, CancellationToken cancel)
        {
            var exact = await search.OpenAsync(request.Code ?? "", cancel);
            if (exact.Count == 0 && request.Code?.Trim() is { Length: > 0 } code)
            {
                foreach (var module in known)
                {
                    exact = [.. exact, .. (await module.FindAsync(code, cancel)).Where(e => user.Can(e.Permission))];
                }
            }

            var near = exact.Count > 0 || string.IsNullOrWhiteSpace(request.Code) ? [] : await search.FindAsync(request.Code, MostNear, cancel);
            return new Answer([.. exact.Select(SearchEverything.Hit.Of)], [.. near.Select(SearchEverything.Hit.Of)], exact.Count > 0 ? [] : scope.Proposals(request.Code ?? ""));
        }
    }
}
