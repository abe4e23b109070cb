using Microsoft.EntityFrameworkCore;
using ServiceErp.Platform.Ui;
using ServiceErp.SpareParts.Domain.Warehouses;
using ServiceErp.SpareParts.Features.Parts;
using ServiceErp.SpareParts.Features.Scanning;
using ServiceErp.SpareParts.Features.Stock;

namespace ServiceErp.SpareParts.Tests.Features;

/// <summary>"Available" is one figure, wherever it stands.</summary>
public sealed class AvailableTests
{
    [Fact]
    public async Task Every_place_says_the_same()
    {
        await using var store = await Store.OpenAsync();
        var part = await store.Part();
        await store.Receive(part, 5, 10, bin: "A-01");
        await store.Receive(part, 3, 10, await store.Warehouse("STORE", WarehouseKind.BranchStore));
        await store.Receive(part, 2, 10, await store.Warehouse("VAN-1", WarehouseKind.Van));
        await store.Receive(part, 4, 10, await store.Warehouse("QUA", WarehouseKind.Quarantine));
        await store.Receive(part, 6, 10, await store.Warehouse("RET", WarehouseKind.Returns));
        await store.Reserve(Store.Wish(part, 1));
        var everything = new ListQuery { Path = "/" };

        var list = Assert.Single((await store.Centre.Ok(new ListParts.Query(everything), store.Keeper)).Items);
        var offer = Assert.Single(await store.Centre.Ok(new FindPartOffers.Query(store.Centre.Berlin.Id) { Code = "PUMP-1" }, store.Keeper));
        var stock = (await store.Centre.Ok(new ListStock.Query(everything), store.Keeper)).Items.Sum(i => i.Available ?? 0);
        var page = (await store.Centre.Ok(new GetPart.Query(part), store.Keeper)).Stock.Sum(s => s.Available);
        var scan = (await store.Centre.Ok(new IdentifyCode.Query("PUMP-1"), store.Keeper)).Part!.Places.Sum(p => p.Available);
        Assert.Equal([7m, 7m, 7m, 7m, 7m], new[] { list.Available, offer.Available, stock, page, scan });
        Assert.Equal((8m, 8m), (list.OnHand, offer.OnHand));

        // What stands in for a part that is short tells the same figure.
        var short1 = await store.Part("OLD-1");
        await store.Centre.Ok(new AddPartAlternative.Command(short1, part), store.Keeper);
        var instead = (await store.Centre.Ok(new ListParts.Query(everything), store.Keeper)).Items.Single(i => i.Id == short1).Instead;
        Assert.Equal(7m, Assert.Single(instead).Available);
    }
}
