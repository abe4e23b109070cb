using NodaTime;
using ServiceErp.SpareParts.Domain.Forecasting;
using ServiceErp.SpareParts.Domain.Obligations;

namespace ServiceErp.SpareParts.Tests.Planning;

/// <summary>
/// Forecasts against figures from elsewhere. Croston's recursion is that of Croston (1972) as documented for R's forecast::croston (simple exponential smoothing of sizes and intervals, alpha 0.1,
/// started with the first of each); the expected values below were worked out by hand as fractions.
/// </summary>
public sealed class ForecastTests
{
    // productC of R's package fpp2: 36 months of an intermittent product (Hyndman and Athanasopoulos, "Forecasting: Principles and Practice", 2nd ed., section 12.2).
    private static readonly double?[] ProductC = [0, 2, 0, 1, 0, 11, 0, 0, 0, 0, 2, 0, 6, 3, 0, 0, 0, 0, 0, 7, 0, 0, 0, 0, 0, 0, 0, 3, 1, 0, 0, 1, 0, 1, 0, 0];

    [Fact]
    public void Croston_smooths_sizes_and_intervals_when_something_is_asked_for()
    {
        // Sizes 5, 3, 7, 4: 5, 4.8, 5.02, 4.918. Intervals 3, 3, 4, 3: 3, 3, 3.1, 3.09.
        Assert.Equal(4.918 / 3.09, Next(ForecastMethod.Croston, [0, 0, 5, 0, 0, 3, 0, 0, 0, 7, 0, 0, 4, 0, 0]), 12);
        Assert.Equal(0.95 * 4.918 / 3.09, Next(ForecastMethod.SBA, [0, 0, 5, 0, 0, 3, 0, 0, 0, 7, 0, 0, 4, 0, 0]), 12);
    }

    [Fact]
    public void Product_c_is_forecast_as_by_hand()
    {
        // Demands of product C after smoothing with 0.1: sizes 2 → 1.9 → 2.81 → 2.729 → 3.0561 → 3.05049 → 3.445441 → 3.4008969 → 3.16080721 → 2.944726489 → 2.7502538401,
        // intervals 2 → 2 → 2 → 2.3 → 2.27 → 2.143 → 2.5287 → 3.07583 → 2.868247 → 2.8814223 → 2.79328007.
        Assert.Equal(2.7502538401 / 2.79328007, Next(ForecastMethod.Croston, ProductC), 10);
        Assert.Equal(0.95 * 2.7502538401 / 2.79328007, Next(ForecastMethod.SBA, ProductC), 10);
    }

    [Fact]
    public void Tsb_forgets_a_part_that_nobody_asks_for_any_more()
    {
        // First demand 4 after 2 periods: probability 1/2. Then 0 (0.45), 6 (0.505, size 4.2), 0 (0.4545).
        Assert.Equal(0.4545 * 4.2, Next(ForecastMethod.TSB, [0, 4, 0, 6, 0]), 12);
        var quiet = Enumerable.Repeat<double?>(0, 60).ToArray();
        Assert.True(Next(ForecastMethod.TSB, [0, 4, 0, 6, .. quiet]) < 0.01);
        Assert.Equal(4.2 / 2, Next(ForecastMethod.Croston, [0, 4, 0, 6, .. quiet]), 12);
    }

    [Fact]
    public void Averages_take_the_last_twelve_and_naive_the_last()
    {
        double?[] years = [.. Enumerable.Repeat<double?>(100, 5), 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];
        Assert.Equal(6.5, Next(ForecastMethod.MovingAverage, years));
        Assert.Equal(12, Next(ForecastMethod.Naive, years));
        Assert.All(Forecaster.Methods, method => Assert.Equal(0, Next(method, [])));
        Assert.All(Forecaster.Methods, method => Assert.Equal(0, Next(method, [0, 0, 0])));
    }

    [Fact]
    public void Months_that_were_not_recorded_are_neither_zero_nor_counted()
    {
        double?[] gaps = [null, null, 5, null, 0, 3, null];
        Assert.All(Forecaster.Methods, method => Assert.Equal(Next(method, [5, 0, 3]), Backtest.Of(gaps).Scores.Single(s => s.Method == method).Forecast));
        Assert.NotEqual(Next(ForecastMethod.Croston, [5, 0, 3]), Next(ForecastMethod.Croston, [0, 0, 5, 0, 0, 3, 0]));
        Assert.Equal(1.5, DemandShape.Of(gaps).Interval);
    }

    // Syntetos, Boylan and Croston (2005): smooth, intermittent, erratic and lumpy by ADI 1.32 and CV² 0.49.
    [Theory]
    [InlineData(DemandPattern.Smooth, 10.0, 11.0, 9.0, 10.0, 12.0, 10.0)]
    [InlineData(DemandPattern.Intermittent, 10.0, 0.0, 11.0, 0.0, 10.0, 0.0)]
    [InlineData(DemandPattern.Erratic, 1.0, 20.0, 2.0, 30.0, 1.0, 3.0)]
    [InlineData(DemandPattern.Lumpy, 1.0, 0.0, 0.0, 30.0, 0.0, 2.0)]
    [InlineData(DemandPattern.None, 0.0, 0.0, 0.0)]
    [InlineData(DemandPattern.Intermittent, 0.0, 0.0, 7.0)]
    public void Demand_has_one_of_four_patterns(DemandPattern pattern, params double[] demand) => Assert.Equal(pattern, DemandShape.Of([.. demand.Select(d => (double?)d)]).Pattern);

    [Fact]
    public void The_limits_of_the_patterns_belong_to_the_upper_side()
    {
        // 33 periods with 25 demands: an interval of exactly 1.32.
        var seldom = DemandShape.Of([.. Enumerable.Repeat<double?>(4, 25), .. Enumerable.Repeat<double?>(0, 8)]);
        Assert.Equal((DemandPattern.Intermittent, 1.32), (seldom.Pattern, seldom.Interval!.Value));
        var often = DemandShape.Of([.. Enumerable.Repeat<double?>(4, 25), .. Enumerable.Repeat<double?>(0, 7)]);
        Assert.Equal(DemandPattern.Smooth, often.Pattern);
    }

    [Fact]
    public void A_backtest_sees_only_the_past_and_measures_against_naive()
    {
        // Six periods, three to learn: naive forecasts 3, 4, 5 for 4, 5, 6 and is 1 too low each time; the average forecasts 2, 2.5, 3 and is 2, 2.5, 3 too low.
        var test = Backtest.Of([1, 2, 3, 4, 5, 6]);
        var naive = test.Scores[0];
        Assert.Equal((3, 1.0, 1.0, 1.0), (test.Periods, naive.MeanError, naive.MeanAbsoluteError, naive.Scaled!.Value));
        var average = test.Scores.Single(s => s.Method == ForecastMethod.MovingAverage);
        Assert.Equal((2.5, 2.5), (average.MeanAbsoluteError, average.Scaled!.Value));
        Assert.Equal(Math.Sqrt((4 + 6.25 + 9) / 3), average.RootMeanSquareError, 12);
        Assert.Equal(ForecastMethod.Naive, test.Best!.Method);
    }

    [Fact]
    public void A_short_history_chooses_nothing_and_a_flat_one_has_no_scaled_error()
    {
        Assert.Null(Backtest.Of([1, null, 2, 3, 4, 5]).Best);
        Assert.Null(Backtest.Of([.. Enumerable.Repeat<double?>(3, 20)]).Best!.Scaled);
    }

    // Tables of the standard normal distribution, e.g. NIST/SEMATECH e-Handbook of Statistical Methods, section 1.3.6.7.1.
    [Theory]
    [InlineData(0.5, 0)]
    [InlineData(0.90, 1.281552)]
    [InlineData(0.95, 1.644854)]
    [InlineData(0.975, 1.959964)]
    [InlineData(0.98, 2.053749)]
    [InlineData(0.99, 2.326348)]
    [InlineData(0.999, 3.090232)]
    [InlineData(0.01, -2.326348)]
    public void The_normal_quantile_is_that_of_the_tables(double probability, double expected) => Assert.Equal(expected, Normal.Quantile(probability), 6);

    [Fact]
    public void Safety_stock_bridges_lead_time_and_review_with_both_deviations()
    {
        // One month in all, sigma 10: 1.645 · 10 = 16.45, rounded up. With a lead time that swings by half a month at 100 a month: √(100 + 2500) = 50.99 · 1.645 = 83.87.
        var steady = StockNeed.Of(100, 10, new LeadTime(StockNeed.DaysOfMonth - 7, 0, LeadTimeSource.Measured), 7, 95, 12);
        Assert.Equal((1.0, 100.0, 17m, 117m), (steady.Months, steady.Expected, steady.SafetyStock, steady.ReorderPoint));
        var swinging = StockNeed.Of(100, 10, new LeadTime(StockNeed.DaysOfMonth - 7, StockNeed.DaysOfMonth / 2, LeadTimeSource.Measured), 7, 95, 12);
        Assert.Equal((84m, 184m), (swinging.SafetyStock, swinging.ReorderPoint));

        // Half of the cycles need no more than what is expected, 55.85, in whole pieces.
        Assert.Equal((0.15m, 56m), (StockNeed.Of(100, 10, new LeadTime(10, 0, LeadTimeSource.Usual), 7, 50, 12).SafetyStock, StockNeed.Of(100, 10, new LeadTime(10, 0, LeadTimeSource.Usual), 7, 50, 12).ReorderPoint));
    }

    // Poisson: P(0) = e^-0.427 = 0.6525, P(≤ 1) = 0.9311, P(≤ 2) = 0.9906; of mean 2: 0.1353, 0.4060, 0.6767, 0.8571, 0.9473, 0.9834.
    // Negative binomial of mean 2 and variance 4: p = 1/2, r = 2, P(k) = (k + 1) / 2^(k + 2): cumulated 0.25, 0.5, 0.6875, 0.8125, 0.8906, 0.9375, 0.9648, 0.9805.
    [Theory]
    [InlineData(0.427, 0.427, 0.93, 1)]
    [InlineData(0.427, 0.427, 0.98, 2)]
    [InlineData(2, 2, 0.95, 5)]
    [InlineData(2, 2, 0.98, 5)]
    [InlineData(2, 4, 0.80, 3)]
    [InlineData(2, 4, 0.95, 6)]
    [InlineData(2, 4, 0.98, 7)]
    public void Few_pieces_are_counted_one_by_one(double mean, double variance, double level, int expected) => Assert.Equal(expected, PieceDemand.Quantile(mean, variance, level));

    [Fact]
    public void Two_equal_months_prove_nothing()
    {
        // One a month without any error, 13 days to bridge: 0.427 expected. By Poisson 93 % are covered by one, 98 % need two.
        var steady = StockNeed.Of(1, 0, new LeadTime(6, 0, LeadTimeSource.Promised), 7, 98, 2);
        Assert.Equal((DemandSpread.Poisson, 2m, 1.57m), (steady.Spread, steady.ReorderPoint, steady.SafetyStock));

        // A hundred in that time out of two equal months: as if they swung by √100 = 10; 95 % asks for 16.45. Out of a year's equal months nothing is added.
        var lead = new LeadTime(StockNeed.DaysOfMonth - 7, 0, LeadTimeSource.Promised);
        Assert.Equal((DemandSpread.Normal, 117m), (StockNeed.Of(100, 0, lead, 7, 95, 2).Spread, StockNeed.Of(100, 0, lead, 7, 95, 2).ReorderPoint));
        Assert.Equal(100m, StockNeed.Of(100, 0, lead, 7, 95, 12).ReorderPoint);
        Assert.Equal(0m, StockNeed.Of(0, 0, lead, 7, 98, 12).ReorderPoint);
    }

    [Fact]
    public void Lead_times_are_measured_once_there_are_enough_receipts()
    {
        var measured = LeadTime.Of(3, 10 + 12 + 17, 100 + 144 + 289, 5, 14);
        Assert.Equal((13.0, LeadTimeSource.Measured), (measured.Days, measured.Source));
        Assert.Equal(Math.Sqrt(13), measured.Deviation, 12);
        Assert.Equal(new LeadTime(5, 0, LeadTimeSource.Promised), LeadTime.Of(2, 22, 244, 5, 14));
        Assert.Equal(new LeadTime(14, 0, LeadTimeSource.Usual), LeadTime.Of(0, 0, 0, null, 14));
    }

    [Fact]
    public void The_economic_quantity_is_that_of_the_textbook()
    {
        // Heizer and Render, "Operations Management", Sharp Inc.: 1,000 needles a year, 10 to order, 0.50 to keep one a year: 200.
        Assert.Equal(200, OrderSize.Economic(1000, new OrderTerms(OrderPolicy.Economic) { OrderCost = 10, Price = 2.5m, HoldingPercent = 20 }));
        Assert.Null(OrderSize.Economic(1000, new OrderTerms(OrderPolicy.Economic) { OrderCost = 10, HoldingPercent = 20 }));
    }

    [Theory]
    [InlineData(OrderPolicy.Fixed, 50)] // 37 are needed: two times 25
    [InlineData(OrderPolicy.MinMax, 90)] // up to 100 from 10: 90
    [InlineData(OrderPolicy.DaysOfCover, 90)] // 37 and 30 days at 50 a month, 50: 87, in tens
    [InlineData(OrderPolicy.Economic, 80)] // √(2 · 600 · 25 / 5) = 77, in tens
    public void A_quantity_follows_its_policy_and_the_suppliers_packs(OrderPolicy policy, int expected)
    {
        var terms = new OrderTerms(policy) { FixedQuantity = 25, Minimum = 20, Maximum = 100, CoverDays = 30, OrderCost = 25, HoldingPercent = 20, Price = 25, Pack = 10, SupplierMinimum = 20 };
        Assert.Equal(expected, OrderSize.Of(10, 47, 50, terms).Quantity);
    }

    [Fact]
    public void Minimum_and_pack_lift_a_quantity_and_never_an_empty_one()
    {
        var terms = new OrderTerms(OrderPolicy.DaysOfCover) { Pack = 12, SupplierMinimum = 30 };
        Assert.Equal(36, OrderSize.ToPacks(1, terms));
        Assert.Equal(0, OrderSize.ToPacks(0, terms));
        Assert.Equal(48, OrderSize.ToPacks(48, terms));
    }

    [Fact]
    public void It_is_time_to_buy_at_the_point_and_whenever_orders_wait_for_more_than_comes()
    {
        var usual = new OrderTerms(OrderPolicy.DaysOfCover);
        Assert.True(OrderSize.IsDue(10, 10, usual));
        Assert.False(OrderSize.IsDue(11, 10, usual));
        Assert.False(OrderSize.IsDue(0, 0, usual));
        Assert.True(OrderSize.IsDue(-1, 0, usual));
        Assert.True(OrderSize.IsDue(5, 0, new OrderTerms(OrderPolicy.MinMax) { Minimum = 5, Maximum = 9 }));
    }

    [Fact]
    public void An_obligation_lasts_the_service_life_or_ten_years_after_the_last_sale()
    {
        Assert.Equal(new LocalDate(2030, 3, 1), SupplyObligation.EndOf(new LocalDate(2020, 3, 2), null));
        Assert.Equal(new LocalDate(2025, 3, 1), SupplyObligation.EndOf(new LocalDate(2020, 3, 2), 5));
        Assert.Null(SupplyObligation.EndOf(null, 5));
    }

    [Fact]
    public void A_last_time_buy_covers_the_rest_of_the_obligation()
    {
        // 1,461 days are 48 months: 96 expected; deviation 3 · √48 · 1.2816 = 26.6; 20 are there: 96 + 26.6 → 123, less 20.
        var buy = LastTimeBuy.Of(new LocalDate(2026, 1, 1), new LocalDate(2030, 1, 1), 2, 3, 90, 20);
        Assert.Equal((48.0, 96.0, 103m), (Math.Round(buy.Months, 9), Math.Round(buy.Expected, 9), buy.Quantity));
        Assert.Equal(0, LastTimeBuy.Of(new LocalDate(2026, 1, 1), new LocalDate(2030, 1, 1), 2, 3, 90, 1000).Quantity);
        Assert.Equal(0, LastTimeBuy.Of(new LocalDate(2031, 1, 1), new LocalDate(2030, 1, 1), 2, 3, 90, 0).Quantity);
    }

    private static double Next(ForecastMethod method, double?[] series)
    {
        var forecaster = Forecaster.Of(method);
        foreach (var demand in series.OfType<double>())
        {
            forecaster.Observe(demand);
        }

        return forecaster.Next;
    }
}
