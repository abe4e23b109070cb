namespace ServiceErp.Platform.Ui;

/// <summary>One series of a chart.</summary>
/// <param name="Name">Translated.</param>
/// <param name="Values">One per category; null leaves a gap.</param>
/// <param name="Tone">Its colour where it carries a meaning; null takes the palette's next.</param>
public sealed record ChartSeries(string Name, IReadOnlyList<decimal?> Values, Tone? Tone = null);

/// <summary>
/// What ECharts is to draw, as plain objects that become JSON. Colours, fonts and dark mode are put in by <c>app.js</c>. These are the usual pictures; anything else can be given to
/// <see cref="Chart"/> as an object in ECharts' own words.
/// </summary>
public static class ChartOption
{
    private static readonly object Grid = new { left = 8, right = 16, top = 40, bottom = 8, containLabel = true };

    /// <summary>Upright bars; stacked ones add up.</summary>
    public static object Bars(IReadOnlyList<string> categories, IReadOnlyList<ChartSeries> series, bool stacked = false) =>
        Axes(categories, series, each => new { type = "bar", name = each.Name, data = each.Values, stack = stacked ? "all" : null, tone = Named(each.Tone), barMaxWidth = 36 });

    /// <summary>Lines over time; every point is shown, so that none gets lost on a narrow screen.</summary>
    public static object Lines(IReadOnlyList<string> categories, IReadOnlyList<ChartSeries> series) =>
        Axes(categories, series, each => new { type = "line", name = each.Name, data = each.Values, showAllSymbol = true, symbolSize = 6, tone = Named(each.Tone) });

    /// <summary>Lying bars, the largest on top: for names that are long.</summary>
    public static object Ranking(IReadOnlyList<(string Name, decimal Value)> items, string name)
    {
        var ordered = items.OrderBy(item => item.Value).ToArray();
        return new
        {
            grid = new { left = 8, right = 40, top = 8, bottom = 8, containLabel = true },
            tooltip = new { trigger = "axis" },
            xAxis = new { type = "value", axisLabel = new { hideOverlap = true } },
            yAxis = new { type = "category", data = ordered.Select(item => item.Name), axisLabel = new { width = 180, overflow = "truncate" } },
            series = new[] { new { type = "bar", name, data = ordered.Select(item => item.Value), barMaxWidth = 18, label = new { show = true, position = "right" } } },
        };
    }

    /// <summary>Pareto: bars from the largest down, and their cumulated share in percent.</summary>
    public static object Pareto(IReadOnlyList<(string Name, decimal Value)> items, string name, string shareName)
    {
        var ordered = items.OrderByDescending(item => item.Value).ToArray();
        var total = ordered.Sum(item => item.Value);
        var sum = 0m;
        var shares = ordered.Select(item => total == 0 ? 0 : Math.Round(100 * (sum += item.Value) / total, 1)).ToArray();
        return new
        {
            grid = Grid,
            legend = new { top = 0 },
            tooltip = new { trigger = "axis" },
            xAxis = new { type = "category", data = ordered.Select(item => item.Name), axisLabel = new { fit = true } },
            yAxis = new object[] { new { type = "value" }, new { type = "value", min = 0, max = 100, splitLine = new { show = false } } },
            series = new object[]
            {
                new { type = "bar", name, data = ordered.Select(item => item.Value), barMaxWidth = 36 },
                new { type = "line", name = shareName, yAxisIndex = 1, data = shares, showAllSymbol = true, tone = Named(Tone.Waiting) },
            },
        };
    }

    /// <summary>A control chart: points, their mean and limits; points outside the limits are marked.</summary>
    public static object Control(IReadOnlyList<string> categories, IReadOnlyList<decimal> values, string name, decimal mean, decimal lower, decimal upper) => new
    {
        grid = new { left = 8, right = 72, top = 16, bottom = 8, containLabel = true },
        tooltip = new { trigger = "axis" },
        xAxis = new { type = "category", data = categories, axisLabel = new { hideOverlap = true } },
        yAxis = new { type = "value", min = Math.Floor(Math.Min(lower, values.DefaultIfEmpty(lower).Min())), max = Math.Ceiling(Math.Max(upper, values.DefaultIfEmpty(upper).Max())), axisLabel = new { showMinLabel = false, showMaxLabel = false } },
        series = new[]
        {
            new
            {
                type = "line",
                name,
                showAllSymbol = true,
                data = values.Select(value => value < lower || value > upper ? new { value, tone = Named(Tone.Bad), symbolSize = 10 } : (object)value),
                markLine = new
                {
                    symbol = "none",
                    lineStyle = new { type = "dashed" },
                    data = new[] { new { yAxis = upper, name = "UCL" }, new { yAxis = mean, name = "x̄" }, new { yAxis = lower, name = "LCL" } },
                    label = new { formatter = "{b} {c}" },
                },
            },
        },
    };

    /// <summary>A ring of shares.</summary>
    public static object Ring(IReadOnlyList<(string Name, decimal Value, Tone? Tone)> items) => new
    {
        tooltip = new { trigger = "item" },
        legend = new { bottom = 0 },
        series = new[]
        {
            new { type = "pie", radius = new[] { "48%", "72%" }, center = new[] { "50%", "44%" }, label = new { show = false }, data = items.Select(item => new { name = item.Name, value = item.Value, tone = Named(item.Tone) }) },
        },
    };

    private static object Axes(IReadOnlyList<string> categories, IReadOnlyList<ChartSeries> series, Func<ChartSeries, object> draw) => new
    {
        grid = series.Count > 1 ? Grid : new { left = 8, right = 16, top = 16, bottom = 8, containLabel = true },
        legend = new { top = 0, show = series.Count > 1 },
        tooltip = new { trigger = "axis" },
        xAxis = new { type = "category", data = categories, axisLabel = new { hideOverlap = true } },
        yAxis = new { type = "value" },
        series = series.Select(draw),
    };

    private static string? Named(Tone? tone) => tone?.ToString().ToLowerInvariant();
}
