using Microsoft.EntityFrameworkCore;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using NodaTime;
using ServiceErp.Platform.Ui;
using ServiceErp.SpareParts.Domain.Classes;
using ServiceErp.SpareParts.Features.Classes;
using ServiceErp.SpareParts.Features.Forecasting;
using ServiceErp.SpareParts.Persistence;
using ServiceErp.Testing;

namespace ServiceErp.SpareParts.Tests.Planning;

/// <summary>Classes of value and of evenness, by the database itself on a real file.</summary>
public sealed class ClassTests
{
    private static readonly ListQuery Everything = new() { Path = "/" };

    // Heizer and Render, "Operations Management", inventory chapter, the ten stock items of Silicon Chips, Inc.: number, annual volume, unit cost.
    private static readonly (string Number, int Volume, decimal Cost)[] SiliconChips =
    [
        ("10286", 1000, 90.00m), ("11526", 500, 154.00m), ("12760", 1550, 17.00m), ("10867", 350, 42.86m), ("10500", 1000, 12.50m),
        ("12572", 600, 14.17m), ("14075", 2000, 0.60m), ("01036", 100, 8.50m), ("01307", 1200, 0.42m), ("10572", 250, 0.60m),
    ];

    [Fact]
    public async Task The_textbook_items_fall_into_the_textbook_classes()
    {
        await using var store = await Store.OpenAsync();
        foreach (var (number, volume, cost) in SiliconChips)
        {
            await store.Part(number);
            await Record(store, number, [.. Enumerable.Repeat((decimal?)volume / 12, 12)], volume * cost);
        }

        // A is 72 percent of 232,057, B the next three items, 23 percent; the book draws the lines at 70 and 95.
        await Rules(store, 70, 25);
        var rows = await Classed(store);
        Assert.Equal("10286 A,11526 A,12760 B,10867 B,10500 B,12572 C,14075 C,01036 C,01307 C,10572 C", string.Join(',', rows.Select(r => $"{r.Number} {r.Abc}")));
        Assert.Equal(232_057m, rows.Sum(r => r.Value));
        Assert.Equal([38.8m, 72.0m, 83.3m, 89.8m, 95.2m], rows.Take(5).Select(r => decimal.Round(r.Cumulated, 1)));
        Assert.All(rows, r => Assert.Equal(XyzClass.X, r.Xyz));

        // The usual 80/15/5: 12760 crosses 80 percent and 10500 crosses 95, so they belong to the higher classes.
        await Rules(store, 80, 15);
        Assert.Equal("AAABBCCCCC", string.Concat((await Classed(store)).Select(r => r.Abc)));

        // By share of items: two of ten in A, three in B.
        await Rules(store, 20, 30, ShareRule.Items);
        Assert.Equal("AABBBCCCCC", string.Concat((await Classed(store)).Select(r => r.Abc)));
    }

    [Fact]
    public async Task A_part_without_consumption_is_in_no_class_of_value_and_ties_go_by_number()
    {
        await using var store = await Store.OpenAsync();
        foreach (var number in new[] { "T-3", "T-1", "T-2", "IDLE", "FREE" })
        {
            await store.Part(number);
        }

        await Record(store, "T-1", [10], 100);
        await Record(store, "T-2", [10], 100);
        await Record(store, "T-3", [10], 100);
        await Record(store, "FREE", [5], 0);
        var rows = await Classed(store);
        Assert.Equal(["T-1", "T-2", "T-3", "FREE", "IDLE"], rows.Select(r => r.Number));
        Assert.Equal([AbcClass.A, AbcClass.A, AbcClass.A, AbcClass.C, AbcClass.NoMovement], rows.Select(r => r.Abc));
        Assert.Equal((XyzClass.None, null), (rows[4].Xyz, rows[4].Variation));
    }

    [Fact]
    public async Task Evenness_counts_empty_months_but_not_those_that_nobody_wrote_down()
    {
        await using var store = await Store.OpenAsync();
        foreach (var number in new[] { "EVEN", "SWING", "ONCE", "GAPS" })
        {
            await store.Part(number);
        }

        await Record(store, "EVEN", [.. Enumerable.Repeat<decimal?>(5, 12)], 60);
        await Record(store, "SWING", [2, 8, 2, 8, 2, 8, 2, 8, 2, 8, 2, 8], 60);
        await Record(store, "ONCE", [60], 60);
        await Record(store, "GAPS", [5, 5, 5, null, null, null, null, null, null, null, null, null], 15);
        var rows = (await Classed(store)).ToDictionary(r => r.Number);

        // 2 and 8 around 5, by the variance of a sample: 12 · 9 / 11 over 25, a coefficient of 0.6267. Of sixty in the only month that is known nothing is foreseen. The shape of demand goes by the same variance.
        Assert.Equal((XyzClass.X, 0m), (rows["EVEN"].Xyz, rows["EVEN"].Variation!.Value));
        Assert.Equal((XyzClass.Y, 0.626680m), (rows["SWING"].Xyz, rows["SWING"].Variation!.Value));
        Assert.Equal((XyzClass.Z, null), (rows["ONCE"].Xyz, rows["ONCE"].Variation));
        Assert.Equal((XyzClass.X, 0m), (rows["GAPS"].Xyz, rows["GAPS"].Variation!.Value));
    }

    [Fact]
    public async Task A_preview_changes_nothing_and_in_force_it_writes_down_what_changed()
    {
        await using var store = await Store.OpenAsync();
        await store.Part("P-1");
        var other = await store.Part("P-2");
        await Record(store, "P-1", [10], 900);
        await Record(store, "P-2", [10], 100);
        Assert.Equal([AbcClass.A, AbcClass.B], (await Classed(store)).Select(r => r.Abc));

        await Record(store, "P-2", [10], 5000);
        var preview = await store.Centre.Ok(new PreviewClasses.Command(null), store.Keeper);
        var shown = await store.Centre.Ok(new GetClasses.Query(null, preview.RunId), store.Keeper);
        Assert.Equal((ClassRunState.Preview, 2), (shown.Shown!.State, shown.Shown.Changes));
        var changing = (await store.Centre.Ok(new ListPartClasses.Query(Everything with { Filters = new Dictionary<string, string> { ["run"] = $"{preview.RunId}", ["show"] = "changes" } }), store.Keeper)).Items;
        Assert.Equal([(AbcClass.A, (AbcClass?)AbcClass.B), (AbcClass.B, AbcClass.A)], changing.Select(r => (r.Abc, r.TodayAbc)));
        Assert.Equal(AbcClass.A, (await Today(store))[0].Abc);
        Assert.Equal("P-1", (await Today(store))[0].Number);

        Assert.Equal(2, (await store.Centre.Ok(new PutClassesInForce.Command(preview.RunId), store.Keeper)).Changed);
        Assert.Equal("P-2", (await Today(store))[0].Number);
        var history = (await store.Centre.Ok(new ListClassChanges.Query(Everything with { Filters = new Dictionary<string, string> { ["part"] = $"{other}" } }), store.Keeper)).Items;
        Assert.Equal((AbcClass.B, AbcClass.A, 100m, 5000m, ClassChangeCause.Computed), (history[0].FromAbc, history[0].ToAbc, history[0].FromValue, history[0].ToValue, history[0].Cause));
        await store.Centre.Refused("SpareParts.ClassRun.NotPermitted", new PutClassesInForce.Command(preview.RunId), store.Keeper);
        Assert.Equal(2, await store.Look(db => db.PartClasses.CountAsync()));
    }

    [Fact]
    public async Task A_manual_class_stands_beside_the_computed_one_with_its_reason_and_outlives_classification()
    {
        await using var store = await Store.OpenAsync();
        var part = await store.Part("P-1");
        await store.Centre.Refused("SpareParts.ManualClass.NotClassed", new SetManualClass.Command(part, null, AbcClass.A, "Safety of the line"), store.Keeper);
        await Classed(store);
        await store.Centre.Refused("Platform.ReasonMissing", new SetManualClass.Command(part, null, AbcClass.A, ""), store.Keeper);
        await store.Centre.Ok(new SetManualClass.Command(part, null, AbcClass.A, "Stops the line"), store.Keeper);
        var row = (await Classed(store))[0];
        Assert.Equal((AbcClass.NoMovement, AbcClass.A, AbcClass.A), (row.Abc, row.Manual!.Value, row.Class));

        await store.Centre.Ok(new SetManualClass.Command(part, null, null, "Not needed any more"), store.Keeper);
        Assert.Equal((null, AbcClass.NoMovement), ((await Today(store))[0].Manual, (await Today(store))[0].Class));
        var causes = (await store.Centre.Ok(new ListClassChanges.Query(Everything), store.Keeper)).Items;
        Assert.Equal([(ClassChangeCause.TakenBack, "Not needed any more"), (ClassChangeCause.Set, "Stops the line")], causes.Select(c => (c.Cause, c.Reason)));
    }

    [Fact]
    public async Task Rules_that_leave_nothing_for_c_are_refused()
    {
        await using var store = await Store.OpenAsync();
        await store.Centre.Refused("SpareParts.PlanningRules.NothingForC", RulesOf(80, 20), store.Director);
        await store.Centre.Refused("SpareParts.PlanningRules.LimitsCrossed", RulesOf(80, 15) with { LimitOfX = 2 }, store.Director);
    }

    /// <summary>Every part is in exactly one class, whatever the order in which consumption was written down, and the classes are those of a plain count by hand.</summary>
    [Property(MaxTest = 15)]
    public bool Each_part_has_one_class_whatever_the_order(NonEmptyArray<byte> values, int seed) => Check(values.Get, seed).GetAwaiter().GetResult();

    private static async Task<bool> Check(byte[] values, int seed)
    {
        await using var store = await Store.OpenAsync();
        var parts = values.Take(25).Select((value, index) => (Number: $"P-{index:D2}", Value: (decimal)(value / 8 * 10))).ToArray();
        foreach (var (number, _) in parts)
        {
            await store.Part(number, price: null);
        }

        foreach (var (number, value) in parts.OrderBy(p => (p.Number.GetHashCode(StringComparison.Ordinal) ^ seed) * 31))
        {
            await Record(store, number, [value > 0 ? 1 : 0], value);
        }

        var rows = await Classed(store);
        var total = parts.Sum(p => p.Value);
        var cumulated = 0m;
        var expected = parts.OrderByDescending(p => p.Value).ThenBy(p => p.Number, StringComparer.Ordinal).Select(p =>
        {
            var before = cumulated;
            cumulated += p.Value;
            return (p.Number, p.Value == 0 ? AbcClass.NoMovement : before * 100 < total * 80 ? AbcClass.A : before * 100 < total * 95 ? AbcClass.B : AbcClass.C);
        }).ToArray();
        Assert.Equal(expected, rows.Select(r => (r.Number, r.Abc)));
        return true;
    }

    private static async Task<IReadOnlyList<ListPartClasses.Row>> Classed(Store store)
    {
        var preview = await store.Centre.Ok(new PreviewClasses.Command(null), store.Keeper);
        await store.Centre.Ok(new PutClassesInForce.Command(preview.RunId), store.Keeper);
        return await Today(store);
    }

    private static async Task<IReadOnlyList<ListPartClasses.Row>> Today(Store store) => (await store.Centre.Ok(new ListPartClasses.Query(Everything with { Size = 100 }), store.Keeper)).Items;

    private static Task Rules(Store store, decimal a, decimal b, ShareRule by = ShareRule.Value) => store.Centre.Ok(RulesOf(a, b) with { By = by }, store.Director);

    private static SetPlanningRules.Command RulesOf(decimal a, decimal b) => new(12, a, b, ShareRule.Value, 0.5m, 1, 14, 30, 25, 20, 10, 0, 5, null);

    /// <summary>Months up to the last whole one before the clock, the newest last; the first carries the value.</summary>
    private static Task Record(Store store, string number, decimal?[] months, decimal value) => store.Centre.Ok(
        new RecordDemand.Command([.. months.Select((quantity, i) => new RecordDemand.Month(number, new LocalDate(2026, 2, 1).PlusMonths(i + 1 - months.Length), quantity) { Value = i == 0 ? value : 0 })]), store.Keeper);
}
