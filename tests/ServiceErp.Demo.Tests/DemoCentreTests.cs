namespace ServiceErp.Demo.Tests;

public sealed class DemoCentreTests(DemoDatabase demo) : IClassFixture<DemoDatabase>
{
    [Fact]
    public void Every_role_works_in_every_branch()
    {
        Assert.Equal(["BER", "SEO"], demo.Ask("SELECT Code FROM platform_Branch ORDER BY Code"));
        Assert.True(demo.Ask("SELECT Name FROM platform_User WHERE IsDemo = 1 AND Active = 1").Count >= 29);
    }

    [Fact]
    public void The_book_of_each_stock_item_proves_its_balance()
    {
        Assert.True(demo.Ask("SELECT Id FROM spareparts_StockItem WHERE OnHand > 0").Count > 120);
        Assert.Empty(demo.Ask("""
            SELECT s.Id FROM spareparts_StockItem s LEFT JOIN spareparts_Movement m ON m.StockItemId = s.Id
            GROUP BY s.Id, s.OnHand, s.Value HAVING s.OnHand <> COALESCE(SUM(m.Quantity), 0) OR s.Value <> COALESCE(SUM(m.Value), 0) OR s.OnHand < 0 OR s.Reserved > s.OnHand
            """));
    }

    [Fact]
    public void Every_event_was_delivered()
    {
        Assert.NotEmpty(demo.Ask("SELECT Id FROM platform_Outbox"));
        Assert.Empty(demo.Ask("SELECT EventName || ' to ' || Subscriber || ': ' || COALESCE(LastError, '') FROM platform_Outbox WHERE DoneAt IS NULL OR DeadAt IS NOT NULL"));
    }

    [Fact]
    public void Progress_rises_to_the_end()
    {
        Assert.Equal(100, demo.Told[^1].Percent);
        Assert.Equal(demo.Told.OrderBy(p => p.Percent).Select(p => p.Percent), demo.Told.Select(p => p.Percent));
    }

    [Fact]
    public void The_first_start_does_not_take_forever() => Assert.True(demo.Took < TimeSpan.FromMinutes(5), $"The demo took {demo.Took}.");
}
