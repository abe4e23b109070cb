using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Ui;

namespace ServiceErp.Platform.Home.Features;

/// <summary>The life cycles that the user may look at, each drawn from its transition table, with how many are in each state.</summary>
public static class ListLifecycles
{
    /// <summary>The question.</summary>
    [Requires(HomePermissions.Lifecycles)]
    public sealed record Query : IQuery<IReadOnlyList<Row>>;

    /// <summary>One life cycle.</summary>
    /// <param name="Name">Module and aggregate, such as <c>Workshop.ServiceOrder</c>.</param>
    /// <param name="Title">English plural of what lives it.</param>
    /// <param name="States">In the order of their declaration, the initial one first.</param>
    /// <param name="Moves">All permitted moves.</param>
    public sealed record Row(string Name, string Title, IReadOnlyList<State> States, IReadOnlyList<LifecycleTransition> Moves);

    /// <summary>One state.</summary>
    /// <param name="Name">Its name.</param>
    /// <param name="Count">How many are in it now.</param>
    /// <param name="Href">The list of those.</param>
    /// <param name="Tone">Its colour.</param>
    /// <param name="Final">Nothing leads out of it.</param>
    public sealed record State(string Name, int Count, string Href, Tone Tone, bool Final);

    internal sealed class Handler(IEnumerable<ILifecycleCounts> lifecycles, ICurrentUser user) : IHandler<Query, IReadOnlyList<Row>>
    {
        public async Task<Result<IReadOnlyList<Row>>> Handle(Query request, CancellationToken cancel)
        {
            var rows = new List<Row>();
            foreach (var each in lifecycles.Where(l => user.Can(l.Permission)).OrderBy(l => l.Lifecycle.Name, StringComparer.Ordinal))
            {
                var counts = await each.CountAsync(cancel);
                var states = each.Lifecycle.States.OrderByDescending(s => s == each.Lifecycle.Initial)
                    .Select(s => new State(s, counts.GetValueOrDefault(s), each.HrefOf(s), each.ToneOf(s), each.Lifecycle.IsFinal(s)));
                rows.Add(new Row(each.Lifecycle.Name, each.Title, [.. states], each.Lifecycle.Transitions));
            }

            return rows;
        }
    }
}
