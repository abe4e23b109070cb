using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Ui;

namespace ServiceErp.Platform.Home.Features;

/// <summary>"My work today": what each module has for the current user (HOST-4).</summary>
public static class GetStartPage
{
    /// <summary>The question.</summary>
    [Anyone("Each part answers only what the current user may see.")]
    public sealed record Query : IQuery<StartPageContent>;

    internal sealed class Handler(IEnumerable<IStartPagePart> parts) : IHandler<Query, StartPageContent>
    {
        public async Task<Result<StartPageContent>> Handle(Query request, CancellationToken cancel)
        {
            var tiles = new List<StartPageTile>();
            var lists = new List<StartPageList>();
            foreach (var part in parts.OrderBy(p => p.Order))
            {
                var content = await part.ComposeAsync(cancel);
                tiles.AddRange(content.Tiles);
                lists.AddRange(content.Lists.Where(l => l.Rows.Count > 0 || l.EmptyText is not null));
            }

            return new StartPageContent(tiles, lists);
        }
    }
}
