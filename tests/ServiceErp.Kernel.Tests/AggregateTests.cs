namespace ServiceErp.Kernel.Tests;

public sealed class AggregateTests
{
    [Fact]
    public void What_happened_is_kept_in_order_until_it_is_stored()
    {
        var lamp = new Lamp();
        lamp.SwitchOn();

        Assert.Equal([new Switched(1), new Switched(2)], lamp.Events);
        Assert.Equal(new Transition("Off", "SwitchOn", "On", "dark"), Assert.Single(lamp.Transitions));

        lamp.MarkStored();

        Assert.Empty(lamp.Events);
        Assert.Empty(lamp.Transitions);
    }

    [Fact]
    public void Who_saw_an_older_version_is_refused()
    {
        var lamp = new Lamp();
        lamp.RaiseVersion();

        Assert.Null(lamp.Stale(null));
        Assert.Null(lamp.Stale(1));
        Assert.Equal(ErrorKind.Conflict, lamp.Stale(0)!.Kind);
    }

    private sealed record Switched(int Number) : IIntegrationEvent;

    private sealed class Lamp : Aggregate
    {
        public void SwitchOn()
        {
            Raise(new Switched(1));
            Raise(new Switched(2));
            Record(new("Off", "SwitchOn", "On", "dark"));
        }
    }
}
