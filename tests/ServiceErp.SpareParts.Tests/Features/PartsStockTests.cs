using Autofac;
using Microsoft.EntityFrameworkCore;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Modules;
using ServiceErp.Reception;
using ServiceErp.SpareParts.Domain.Warehouses;
using ServiceErp.SpareParts.Features.Parts;

namespace ServiceErp.SpareParts.Tests;

/// <summary>The store as the workshop asks it.</summary>
public sealed class PartsStockTests
{
    [Fact]
    public async Task A_technician_takes_parts_for_an_order_without_rights_in_the_store()
    {
        await using var store = await Store.OpenAsync();
        var part = await store.Part();
        await store.Receive(part, 5, 40);
        var technician = store.Centre.As(Roles.Technician);
        await using var scope = store.Centre.Dispatcher.Enter(technician);
        var stock = scope.Resolve<IPartsStock>();
        var wish = Store.Wish(part, 2);

        Assert.Equal(new PartsPromise(wish.LineId, 2, 2, 0), (await stock.ReserveAsync(wish, default)).Value);
        Assert.Equal(new PartsHandedOut(wish.LineId, 2, 80), (await stock.IssueAsync(wish.LineId, default)).Value);

        Assert.Equal((3, 0, 120), await store.Stock(part));
        Assert.Equal(technician.Name, await store.Look(db => db.Movements.OrderByDescending(m => m.Sequence).Select(m => m.Person).FirstAsync()));
    }

    [Fact]
    public async Task Asking_twice_for_a_line_reserves_once_and_issuing_twice_moves_once()
    {
        await using var store = await Store.OpenAsync();
        var part = await store.Part();
        await store.Receive(part, 5, 40);
        await using var scope = store.Centre.Dispatcher.Enter(Caller.System);
        var stock = scope.Resolve<IPartsStock>();
        var wish = Store.Wish(part, 2);

        await stock.ReserveAsync(wish, default);
        Assert.Equal(2, (await stock.ReserveAsync(wish, default)).Value.Reserved);
        Assert.Equal((5, 2, 200), await store.Stock(part));
        await stock.IssueAsync(wish.LineId, default);
        Assert.Equal(80, (await stock.IssueAsync(wish.LineId, default)).Value.Cost);
        Assert.Equal((3, 0, 120), await store.Stock(part));

        var returnId = store.Centre.Users.All[0].Id;
        Assert.Equal(new PartsHandedOut(wish.LineId, 1, 40), (await stock.ReturnAsync(wish.LineId, returnId, 1, "Not needed", default)).Value);
        Assert.Equal(new PartsHandedOut(wish.LineId, 1, 40), (await stock.ReturnAsync(wish.LineId, returnId, 1, "Not needed", default)).Value);
        Assert.Equal((4, 0, 160), await store.Stock(part));
    }

    [Fact]
    public async Task Several_lines_are_reserved_all_or_none()
    {
        await using var store = await Store.OpenAsync();
        var part = await store.Part();
        await store.Receive(part, 5, 40);
        await using var scope = store.Centre.Dispatcher.Enter(Caller.System);
        var stock = scope.Resolve<IPartsStock>();

        var unknown = Store.Wish(store.Main, 1);
        Assert.Equal("SpareParts.Part.NotFound", (await stock.ReserveAsync([Store.Wish(part, 1), unknown], default)).Error!.Code);
        Assert.Equal((5, 0, 200), await store.Stock(part));

        PartsWish[] wishes = [Store.Wish(part, 3), Store.Wish(part, 3)];
        Assert.Equal([(3m, 0m), (2m, 1m)], (await stock.ReserveAsync(wishes, default)).Value.Select(p => (p.Reserved, p.Missing)));
        Assert.Equal([120m, 80m], (await stock.IssueAsync([.. wishes.Select(w => w.LineId)], default)).Value.Select(p => p.Cost));
        Assert.Equal((0, 0, 0), await store.Stock(part));
    }

    [Fact]
    public async Task Nothing_is_handed_out_when_nothing_lies_ready()
    {
        await using var store = await Store.OpenAsync();
        var part = await store.Part();
        await using var scope = store.Centre.Dispatcher.Enter(Caller.System);
        var stock = scope.Resolve<IPartsStock>();
        var wish = Store.Wish(part, 2);
        await stock.ReserveAsync(wish, default);

        var refused = (await stock.IssueAsync(wish.LineId, default)).Error!;
        Assert.Equal(("SpareParts.Reservation.NothingReserved", ErrorKind.Refused), (refused.Code, refused.Kind));
    }

    [Fact]
    public async Task An_offer_is_found_by_number_or_barcode_with_todays_price_and_what_may_be_promised()
    {
        await using var store = await Store.OpenAsync();
        var part = await store.Part("PUMP-1", price: 99.5m, barcode: "4006381333931");
        var quarantine = await store.Warehouse("QUA", WarehouseKind.Quarantine);
        await store.Receive(part, 5, 40);
        await store.Receive(part, 7, 40, quarantine);
        await store.Reserve(Store.Wish(part, 2));
        await using var scope = store.Centre.Dispatcher.Enter(store.Centre.As(Roles.Technician));
        var stock = scope.Resolve<IPartsStock>();

        var offer = new PartOffer(part, "PUMP-1", "Part PUMP-1", "Pumps", "pcs", 99.5m, 5, 3) { Currency = "EUR" };
        Assert.Equal(offer, await stock.FindAsync("pump-1", store.Centre.Berlin.Id, default));
        Assert.Equal(offer, await stock.FindAsync("4006381333931", store.Centre.Berlin.Id, default));
        Assert.Equal([offer], await stock.SearchAsync("part pum", null, store.Centre.Berlin.Id, default));
        Assert.Null(await stock.FindAsync("PUMP", store.Centre.Berlin.Id, default));
    }

    [Fact]
    public async Task Parts_that_fit_the_model_of_the_order_are_offered_first()
    {
        await using var store = await Store.OpenAsync();
        var (other, fitting) = (await store.Part("A-1"), await store.Part("Z-9"));
        await store.Centre.Ok(new AddPartFit.Command(fitting, "ax-200"), store.Keeper);
        var model = new ModelDescribed(store.Main, "AX-200", "Espresso machine", Active: true);
        await store.Centre.Tell(model);
        await store.Centre.Tell(model with { Name = "Espresso machine AX-200" });
        await using var scope = store.Centre.Dispatcher.Enter(Caller.System);
        var stock = scope.Resolve<IPartsStock>();

        Assert.Equal([fitting, other], (await stock.SearchAsync("part", model.ModelId, store.Centre.Berlin.Id, default)).Select(o => o.PartId));
        Assert.Equal([fitting], (await stock.SearchAsync("", model.ModelId, store.Centre.Berlin.Id, default)).Select(o => o.PartId));
        Assert.Equal([("AX-200", "Espresso machine AX-200")], (await store.Centre.Ok(new GetPart.Query(fitting), store.Keeper)).Fits.Select(f => (f.ModelCode, f.ModelName!)));
    }
}
