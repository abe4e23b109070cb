using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Importing;
using ServiceErp.Platform.Modules;
using ServiceErp.Platform.Ui;
using ServiceErp.SpareParts.Domain.Forecasting;
using ServiceErp.SpareParts.Domain.Parts;
using ServiceErp.SpareParts.Features.Forecasting;
using ServiceErp.SpareParts.Features.Parts;
using ServiceErp.SpareParts.Features.Prices;
using ServiceErp.SpareParts.Features.Reservations;
using ServiceErp.SpareParts.Features.Stock;
using ServiceErp.SpareParts.Features.Suppliers;
using ServiceErp.Testing;

namespace ServiceErp.SpareParts.Tests.Features;

/// <summary>The catalogue through the real pipeline: codes, relatives, prices, suppliers.</summary>
public sealed class CatalogueTests
{
    private static readonly LocalDate Today = new(2026, 3, 4);

    [Fact]
    public async Task A_part_is_found_by_each_of_its_barcodes_and_by_no_removed_one()
    {
        await using var store = await Store.OpenAsync();
        var part = await store.Part(barcode: "4006381333931");
        await store.Centre.Ok(new AddPartBarcode.Command(part, "SHELF-77"), store.Keeper);
        await store.Centre.Refused("SpareParts.Part.EanCheckDigit", new AddPartBarcode.Command(part, "5901234123458"), store.Keeper);
        await store.Centre.Ok(new AddPartBarcode.Command(part, "5901234123458") { Kind = BarcodeKind.Own }, store.Keeper);
        foreach (var code in new[] { "4006381333931", "shelf-77", "5901234123458" })
        {
            Assert.Equal(part, (await store.Centre.Ok(new FindPartOffers.Query(TestBranches.Berlin.Id) { Code = code }, store.Keeper))[0].PartId);
        }

        var answer = await store.Centre.Ok(new GetPart.Query(part), store.Keeper);
        await store.Centre.Ok(new RemovePartBarcode.Command(part, answer.Codes.Single(c => c.Text == "SHELF-77").Id), store.Keeper);
        Assert.Empty(await store.Centre.Ok(new FindPartOffers.Query(TestBranches.Berlin.Id) { Code = "SHELF-77" }, store.Keeper));
    }

    [Fact]
    public async Task Lists_say_what_stands_in_for_a_short_part()
    {
        await using var store = await Store.OpenAsync();
        var (old, next) = (await store.Part("OLD"), await store.Part("NEXT"));
        await store.Centre.Ok(new AddPartAlternative.Command(old, next), store.Keeper);
        await store.Receive(old, 2, 5);
        await store.Receive(next, 4, 5);
        var list = new ListQuery { Path = "/" };
        Assert.All((await store.Centre.Ok(new ListStock.Query(list), store.Keeper)).Items, r => Assert.Empty(r.Instead));

        await store.Reserve(Store.Wish(old, 3));

        Assert.Equal(("NEXT", 4m), (await store.Centre.Ok(new ListStock.Query(list), store.Keeper)).Items.Single(r => r.Number == "OLD").Instead.Single() is var s ? (s.Number, s.Available) : default);
        Assert.Equal("NEXT", (await store.Centre.Ok(new ListParts.Query(list), store.Keeper)).Items.Single(r => r.Number == "OLD").Instead.Single().Number);
        Assert.Equal("NEXT", Assert.Single((await store.Centre.Ok(new ListReservations.Query(list), store.Keeper)).Items).Instead.Single().Number);
        var client = await store.Centre.Client(Roles.WarehouseKeeper);
        foreach (var address in new[] { "/spare-parts/stock", "/spare-parts/parts", "/spare-parts/shortages" })
        {
            Assert.Contains("NEXT: 4", await client.GetStringAsync(address), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Part_groups_have_a_page_and_are_renamed_there()
    {
        await using var store = await Store.OpenAsync();
        var pump = await store.Part("PUMP-1");
        await store.Part("SEAL-1", "Seals");
        await store.Receive(pump, 2, 5);
        await store.Reserve(Store.Wish(pump, 3));
        Assert.Equal([("Pumps", 1, 1, 10m), ("Seals", 1, 0, 0m)], (await store.Centre.Ok(new ListGroups.Query(), store.Keeper)).Select(g => (g.Group, g.Parts, g.Awaited, g.Value!.Value)));
        var client = await store.Centre.Client(Roles.WarehouseKeeper);
        Assert.Equal(System.Net.HttpStatusCode.SeeOther, (await client.PostAsync("/spare-parts/part-groups/rename", new FormUrlEncodedContent(new Dictionary<string, string> { ["Group"] = "Seals", ["Name"] = "Pumps" }))).StatusCode);
        Assert.Equal([("Pumps", 2)], (await store.Centre.Ok(new ListGroups.Query(), store.Keeper)).Select(g => (g.Group, g.Parts)));
        Assert.Contains("Pumps", await client.GetStringAsync("/spare-parts/part-groups"), StringComparison.Ordinal);
        Assert.Contains("Pumps", await client.GetStringAsync("/spare-parts/part-groups?format=csv"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ForecastMethod.SBA, "SBA")]
    [InlineData(ForecastMethod.TSB, "TSB")]
    [InlineData(ForecastMethod.MovingAverage, "Moving average")]
    public void Names_that_are_initials_stay_in_capitals(ForecastMethod method, string name) => Assert.Equal(name, Platform.Localization.Texts.Humanise(method.ToString()));

    [Fact]
    public async Task Supersession_in_a_circle_is_refused_however_long()
    {
        await using var store = await Store.OpenAsync();
        var (a, b, c) = (await store.Part("A"), await store.Part("B"), await store.Part("C"));
        Task<Result<Platform.Dispatching.Done>> Supersede(Guid part, Guid by) => store.Centre.Send(new ChangePart.Command(part, "x", "x", "pcs", null) { SupersededBy = by }, store.Keeper);
        Assert.True((await Supersede(a, b)).Succeeded);
        Assert.True((await Supersede(b, c)).Succeeded);
        Assert.Equal("SpareParts.Part.SupersessionCircle", (await Supersede(c, a)).Error!.Code);
        Assert.Equal("SpareParts.Part.SupersessionCircle", (await Supersede(c, c)).Error!.Code);
    }

    [Fact]
    public async Task What_is_short_offers_its_successors_first_and_then_alternatives_in_stock()
    {
        await using var store = await Store.OpenAsync();
        var (old, next, last, empty, full) = (await store.Part("OLD"), await store.Part("NEXT"), await store.Part("LAST"), await store.Part("ALT-1"), await store.Part("ALT-2"));
        await store.Centre.Ok(new ChangePart.Command(old, "x", "x", "pcs", null) { SupersededBy = next }, store.Keeper);
        await store.Centre.Ok(new ChangePart.Command(next, "x", "x", "pcs", null) { SupersededBy = last }, store.Keeper);
        await store.Centre.Ok(new AddPartAlternative.Command(old, empty), store.Keeper);
        await store.Centre.Ok(new AddPartAlternative.Command(full, old), store.Keeper);
        await store.Receive(last, 4, 1);
        await store.Receive(full, 2, 1);

        var offer = Assert.Single(await store.Centre.Ok(new FindPartOffers.Query(TestBranches.Berlin.Id) { Code = "OLD" }, store.Keeper));
        Assert.Equal([("NEXT", true, 0m), ("LAST", true, 4m), ("ALT-2", false, 2m), ("ALT-1", false, 0m)], offer.Instead.Select(i => (i.Number, i.IsSuccessor, i.Available)));

        var wish = Store.Wish(old, 1);
        await store.Reserve(wish);
        Assert.Equal("NEXT", (await store.Centre.Ok(new GetOrderParts.Query(wish.OrderId), store.Keeper)).Lines[0].Instead[0].Number);

        await store.Receive(old, 5, 1);
        Assert.Empty((await store.Centre.Ok(new FindPartOffers.Query(TestBranches.Berlin.Id) { Code = "OLD" }, store.Keeper))[0].Instead);
    }

    [Fact]
    public async Task A_price_list_stands_before_the_parts_own_price_while_it_is_in_force()
    {
        await using var store = await Store.OpenAsync();
        var part = await store.Part(price: 100);
        var seoul = store.Keeper with { BranchId = store.Centre.Seoul.Id };
        async Task<Guid> List(string code, LocalDate from, LocalDate? until, decimal amount, Guid? branch = null)
        {
            var keeper = branch is null ? store.KeeperOfAll : branch == seoul.BranchId ? seoul : store.Keeper;
            var list = await store.Centre.Ok(new CreatePriceList.Command(null, code, code, from) { ValidUntil = until, BranchId = branch, Currency = "EUR" }, keeper);
            await store.Centre.Ok(new SetListPrice.Command(list.Id, part, amount), keeper);
            return list.Id;
        }

        await List("YEAR", Today.PlusDays(10), null, 110);
        await List("SPRING", Today.PlusDays(20), Today.PlusDays(25), 90);
        await List("BERLIN", Today.PlusDays(20), Today.PlusDays(21), 80, TestBranches.Berlin.Id);
        var theirs = await List("SEOUL", Today.PlusDays(20), null, 1, seoul.BranchId);

        var prices = new List<(decimal?, string?)>();
        foreach (var day in new[] { -1, 0, 9, 10, 20, 21, 22, 25, 26 })
        {
            var on = await store.Centre.Ok(new GetPriceOn.Query(part, Today.PlusDays(day)), store.Keeper);
            prices.Add((on.Amount, on.List));
        }

        Assert.Equal([(null, null), (100m, null), (100m, null), (110m, "YEAR"), (80m, "BERLIN"), (80m, "BERLIN"), (90m, "SPRING"), (90m, "SPRING"), (110m, "YEAR")], prices);
        Assert.Equal(100, (await store.Centre.Ok(new FindPartOffers.Query(TestBranches.Berlin.Id) { Code = "PUMP-1" }, store.Keeper))[0].Price);
        store.Centre.Advance(Duration.FromDays(20));
        Assert.Equal(80, (await store.Centre.Ok(new FindPartOffers.Query(TestBranches.Berlin.Id) { Code = "PUMP-1" }, store.Keeper))[0].Price);
        Assert.Equal(80, (await store.Centre.Ok(new GetPart.Query(part), store.Keeper)).Price);
        Assert.Equal(80, (await store.Centre.Ok(new ListParts.Query(new ListQuery { Path = "/" }), store.Keeper)).Items[0].Price);
        await store.Centre.Refused("SpareParts.PriceList.EndsBeforeItBegins", new CreatePriceList.Command(null, "X", "X", Today) { ValidUntil = Today.PlusDays(-1) }, store.KeeperOfAll);

        // Another branch's list does not exist, but its code is taken.
        Assert.Equal(["BERLIN", "SPRING", "YEAR"], (await store.Centre.Ok(new ListPriceLists.Query(), store.Keeper)).Select(l => l.Code).Order());
        Assert.DoesNotContain((await store.Centre.Ok(new GetPart.Query(part), store.Keeper)).Listed, p => p.Amount == 1);
        await store.Centre.Refused("SpareParts.PriceList.NotFound", new SetListPrice.Command(theirs, part, 2), store.Keeper);
        await store.Centre.Refused("SpareParts.PriceList.NotFound", new ChangePriceList.Command(theirs, "Ours", Today, null, null), store.Keeper);
        await store.Centre.Refused("SpareParts.PriceList.CodeTaken", new CreatePriceList.Command(null, "SEOUL", "Ours", Today), store.KeeperOfAll);
        await store.Centre.Refused("Platform.OfAllBranches", new CreatePriceList.Command(null, "Y", "For all", Today), store.Keeper);
        await store.Centre.Refused("Platform.Branch.NotFound", new CreatePriceList.Command(null, "Y", "Theirs", Today) { BranchId = seoul.BranchId }, store.Keeper);
        await store.Centre.Refused("Platform.Branch.NotFound", new GetPriceOn.Query(part, Today) { BranchId = seoul.BranchId }, store.Keeper);
        await store.Centre.Refused("Platform.Branch.NotFound", new FindPartOffers.Query(store.Centre.Seoul.Id) { Code = "PUMP-1" }, store.Keeper);
        await store.Centre.Refused("Platform.Branch.NotFound", new ForecastParts.Command(store.Centre.Seoul.Id, null), store.Keeper);
    }

    [Fact]
    public async Task One_supplier_is_asked_first_and_terms_change_in_place()
    {
        await using var store = await Store.OpenAsync();
        var part = await store.Part();
        async Task<Guid> Supplier(string number) => (await store.Centre.Ok(new CreateSupplier.Command(null, number, number, null, null), store.Keeper)).Id;
        var (first, second) = (await Supplier("S-1"), await Supplier("S-2"));
        await store.Centre.Ok(new SetPartUnit.Command(part, "box", 10, null), store.Keeper);
        await store.Centre.Ok(new SetPartSupplier.Command(part, first) { Number = "their-1", Price = 70, Unit = "box", LeadDays = 14, Minimum = 2, Pack = 1 }, store.Keeper);
        await store.Centre.Ok(new SetPartSupplier.Command(part, second) { Price = 8 }, store.Keeper);
        await store.Centre.Refused("SpareParts.Part.UnitUnknown", new SetPartSupplier.Command(part, second) { Unit = "pallet" }, store.Keeper);
        Assert.Equal([("S-1", true, (decimal?)70, "box"), ("S-2", false, 8, "pcs")], (await store.Centre.Ok(new GetPart.Query(part), store.Keeper)).Sources.Select(s => (s.Supplier, s.Preferred, s.Price, s.Unit)));

        store.Centre.Advance(Duration.FromDays(3));
        await store.Centre.Ok(new SetPartSupplier.Command(part, second) { Price = 7, Preferred = true }, store.Keeper);
        Assert.Equal([("S-2", true, Today.PlusDays(3)), ("S-1", false, Today)], (await store.Centre.Ok(new GetPart.Query(part), store.Keeper)).Sources.Select(s => (s.Supplier, s.Preferred, s.PriceSince)));
    }

    [Fact]
    public async Task A_file_of_prices_fills_a_list_and_twice_changes_nothing()
    {
        await using var store = await Store.OpenAsync();
        var part = await store.Part(barcode: "4006381333931");
        await store.Centre.Ok(new CreatePriceList.Command(null, "2027", "Year", Today), store.KeeperOfAll);
        ImportPrice.Command listed = new("4006381333931", 55) { List = "2027" }, own = new("PUMP-1", 60) { ValidFrom = Today.PlusDays(1) };
        Assert.Equal(ImportEffect.Created, await store.Centre.Ok(listed, store.KeeperOfAll));
        Assert.Equal(ImportEffect.Unchanged, await store.Centre.Ok(listed, store.KeeperOfAll));
        Assert.Equal(ImportEffect.Changed, await store.Centre.Ok(listed with { Price = 56 }, store.KeeperOfAll));
        Assert.Equal(ImportEffect.Changed, await store.Centre.Ok(own, store.Keeper));
        Assert.Equal(ImportEffect.Unchanged, await store.Centre.Ok(own, store.Keeper));
        Assert.Equal("Part", (await store.Centre.Refused("SpareParts.Part.NotFound", new ImportPrice.Command("NOBODY", 1), store.Keeper)).Field);
        Assert.Equal("List", (await store.Centre.Refused("SpareParts.PriceList.NotFound", listed with { List = "1999" }, store.KeeperOfAll)).Field);
        Assert.Equal(56, (await store.Centre.Ok(new GetPart.Query(part), store.Keeper)).Price);
    }

    [Fact]
    public async Task A_group_is_renamed_for_all_its_parts()
    {
        await using var store = await Store.OpenAsync();
        var part = await store.Part(group: "Pmps");
        Assert.Equal(1, (await store.Centre.Ok(new RenamePartGroup.Command("Pmps", "Pumps"), store.Keeper)).Parts);
        Assert.Equal("Pumps", (await store.Centre.Ok(new GetPart.Query(part), store.Keeper)).Group);
        await store.Centre.Refused("SpareParts.Part.GroupNotFound", new RenamePartGroup.Command("Pmps", "Pumps"), store.Keeper);
        await store.Centre.Refused("Platform.Forbidden", new RenamePartGroup.Command("Pumps", "x"), store.Centre.As(Roles.Technician));
    }
}
