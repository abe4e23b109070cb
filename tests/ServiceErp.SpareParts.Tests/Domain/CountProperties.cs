using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using NodaTime;
using ServiceErp.SpareParts.Domain.Classes;
using ServiceErp.SpareParts.Domain.Counts;
using ServiceErp.SpareParts.Domain.Warehouses;
using ServiceErp.SpareParts.Features.Counts;
using ServiceErp.Testing;

namespace ServiceErp.SpareParts.Tests.Domain;

/// <summary>What holds of counts whatever arrives in whatever order (PAR-5).</summary>
public sealed class CountProperties
{
    private static readonly CountingIdentifiers Ids = new();

    [Property]
    public void Of_several_countings_the_one_of_the_latest_moment_counts_whatever_the_order_of_arrival(PositiveInt[] quantities, int seed)
    {
        var countings = quantities.Select((q, i) => new Counting(TestCentre.Start + Duration.FromSeconds(i), q.Get, 10, 3, null, $"Person {i}")).ToArray();
        var (inOrder, shuffled) = (Line(), Line());
        foreach (var counting in countings)
        {
            inOrder.Take(counting, 5);
        }

        foreach (var counting in countings.OrderBy(c => HashCode.Combine(c.At, seed)))
        {
            shuffled.Take(counting, 5);
        }

        Assert.Equal((inOrder.Counted, inOrder.Difference, inOrder.Value, inOrder.Again, inOrder.CountedBy), (shuffled.Counted, shuffled.Difference, shuffled.Value, shuffled.Again, shuffled.CountedBy));
        if (countings is [.., var last])
        {
            Assert.Equal((last.Quantity, last.Quantity - 10), (shuffled.Counted, shuffled.Difference));
        }
    }

    [Property]
    public void A_difference_above_the_tolerance_is_counted_a_second_time_and_never_a_third(PositiveInt counted, PositiveInt balance, NonNegativeInt tolerance)
    {
        var line = Line();
        line.Take(new Counting(TestCentre.Start, counted.Get, balance.Get, 1, null, "Ann"), tolerance.Get);
        Assert.Equal(Math.Abs(counted.Get - balance.Get) > tolerance.Get, line.Again);
        line.Take(new Counting(TestCentre.Start, counted.Get, balance.Get, 1, null, "Ben"), tolerance.Get);
        Assert.False(line.Again);
    }

    [Property]
    public void Every_place_comes_up_within_the_cycle_and_no_day_has_more_than_its_share(NonNegativeInt places, PositiveInt days)
    {
        var quota = PlanCounts.Quota(places.Get, days.Get);
        Assert.True((long)quota * days.Get >= places.Get);
        Assert.True(quota == 0 || (long)(quota - 1) * days.Get < places.Get);
    }

    [Theory]
    [InlineData(7, 5)]
    [InlineData(30, 22)] // 4 March to 2 April
    [InlineData(1, 1)]
    public void Only_open_days_share_the_places(int days, int open) => Assert.Equal(open, PlanCounts.OpenDays(TestBranches.Berlin, new LocalDate(2026, 3, 4), days));

    private static CountLine Line()
    {
        var warehouse = new Warehouse(Ids.NewId(), TestBranches.Berlin.Id, "MAIN");
        var count = new StockCount(Ids.NewId(), "CNT-1", StockCountKind.Cycle, warehouse, new LocalDate(2026, 3, 4), TestCentre.Start, "Ann");
        return new CountLine(Ids.NewId(), count, Ids.NewId(), "PUMP-1", null, AbcClass.A, 10);
    }
}
