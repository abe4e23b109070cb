using ServiceErp.Platform.Ui;

namespace ServiceErp.Platform.Tests.Ui;

public sealed class LifecycleLayoutTests
{
    private static readonly DiagramState[] States =
        [.. new[] { "Registered", "Assigned", "On site", "Goods taken in", "Diagnosed", "Waiting for the customer", "Approved", "In repair", "Waiting for parts", "Under inspection", "Ready", "Returned", "Cancelled" }
            .Select((name, index) => new DiagramState(name, name, index, Final: name is "Returned" or "Cancelled"))];

    private static readonly DiagramTransition[] Transitions =
    [
        new("Registered", "Assigned", "Assign"), new("Registered", "Goods taken in", "Take in"), new("Registered", "Cancelled", "Cancel"), new("Assigned", "Assigned", "Reassign"), new("Assigned", "On site", "Arrive"),
        new("On site", "Under inspection", "Finish on site"), new("On site", "Goods taken in", "Take back"), new("Goods taken in", "Diagnosed", "Diagnose"), new("Diagnosed", "Waiting for the customer", "Quote"),
        new("Waiting for the customer", "Approved", "Approve"), new("Waiting for the customer", "Diagnosed", "Revise"), new("Waiting for the customer", "Returned", "Decline"), new("Approved", "In repair", "Start"),
        new("In repair", "Waiting for parts", "Parts missing"), new("Waiting for parts", "In repair", "Part arrived"), new("In repair", "Under inspection", "Finish"), new("Under inspection", "In repair", "Reject"),
        new("Under inspection", "Ready", "Release"), new("Ready", "Returned", "Return"), new("Assigned", "Cancelled", "Cancel"), new("Ready", "Returned", "Send by post"),
    ];

    private static readonly LifecycleLayout Layout = new(States, Transitions);

    private static bool Overlap((double Left, double Top, double Right, double Bottom) a, (double Left, double Top, double Right, double Bottom) b) =>
        a.Left < b.Right && b.Left < a.Right && a.Top < b.Bottom && b.Top < a.Bottom;

    private static (double, double, double, double) Box(PlacedState placed) =>
        (placed.At.X - (placed.Width / 2), placed.At.Y - (LifecycleLayout.Tall / 2), placed.At.X + (placed.Width / 2), placed.At.Y + (LifecycleLayout.Tall / 2));

    private static (double, double, double, double) Box(PlacedTransition placed) =>
        (placed.Label.X - (placed.LabelWidth / 2), placed.Label.Y - 8, placed.Label.X + (placed.LabelWidth / 2), placed.Label.Y + 8);

    [Fact]
    public void Neither_states_nor_words_overlap()
    {
        var boxes = Layout.States.Select(Box).Concat(Layout.Transitions.Select(Box)).ToArray();
        Assert.DoesNotContain(boxes.SelectMany((a, i) => boxes.Skip(i + 1).Select(b => (a, b))), pair => Overlap(pair.a, pair.b));
    }

    [Fact]
    public void Every_state_and_transition_is_drawn_inside_the_picture()
    {
        Assert.Equal(States.Length, Layout.States.Count);
        Assert.Equal(19, Layout.Transitions.Count);
        Assert.Contains(Layout.Transitions, placed => placed.Transition.Label == "Return / Send by post");
        Assert.Contains(Layout.States, placed => placed.Below == "1 · ↻ Reassign");
        Assert.All(Layout.Transitions.SelectMany(placed => placed.Way), spot => Assert.True(spot.X >= 0 && spot.X <= Layout.Width && spot.Y >= 0 && spot.Y <= Layout.Height));
    }

    [Fact]
    public void Life_runs_downwards_and_only_ways_back_run_up() =>
        Assert.All(Layout.Transitions, placed => Assert.Equal(placed.Back, placed.Way[0].Y > placed.Way[^1].Y));

    [Fact]
    public void The_same_life_cycle_is_always_drawn_the_same() =>
        Assert.Equal(Layout.States, new LifecycleLayout(States, Transitions).States);

    [Fact]
    public void A_life_cycle_of_one_state_can_be_drawn() => Assert.Single(new LifecycleLayout([new("a", "A")], []).States);
}
