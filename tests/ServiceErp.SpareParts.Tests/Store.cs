using System.Runtime.CompilerServices;
using Autofac;
using Microsoft.EntityFrameworkCore;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Modules;
using ServiceErp.Platform.Users;
using ServiceErp.SpareParts.Domain.Documents;
using ServiceErp.SpareParts.Domain.Stock;
using ServiceErp.SpareParts.Domain.Warehouses;
using ServiceErp.SpareParts.Features.Documents;
using ServiceErp.SpareParts.Features.Parts;
using ServiceErp.SpareParts.Features.Reservations;
using ServiceErp.SpareParts.Features.Warehouses;
using ServiceErp.SpareParts.Persistence;
using ServiceErp.Testing;

namespace ServiceErp.SpareParts.Tests;

/// <summary>A store in Berlin with a main warehouse, told in the words of the trade.</summary>
internal sealed class Store : IAsyncDisposable
{
    private static readonly CountingIdentifiers Ids = new();

    private Store(TestCentre centre) => Centre = centre;

    public TestCentre Centre { get; }

    public Caller Keeper => Centre.As(Roles.WarehouseKeeper);

    public Caller SecondKeeper => Centre.CallerOf(new DirectoryUser(new("00000000-0000-7000-8000-000000000060"), "Second keeper", "keeper2@serviceerp.example", TestBranches.Berlin.Id, [Roles.WarehouseKeeper], "en", true));

    public Caller KeeperOfAll => Keeper with { BranchId = null };

    public Caller Manager => Centre.As(Roles.BranchManager);

    public Caller Director => Centre.As(Roles.ServiceDirector);

    public Caller Accountant => Centre.As(Roles.Accountant);

    public Guid Main { get; private set; }

    public static async Task<Store> OpenAsync(Action<ContainerBuilder>? configure = null, [CallerFilePath] string test = "")
    {
        var store = new Store(await TestCentre.StartAsync(configure, test: test));
        store.Main = await store.Warehouse("MAIN", WarehouseKind.Main, "A-01", "A-02");
        return store;
    }

    public ValueTask DisposeAsync() => Centre.DisposeAsync();

    public async Task<Guid> Warehouse(string code, WarehouseKind kind, params string[] bins) =>
        (await Centre.Ok(new CreateWarehouse.Command(null, code, code, kind) { Bins = bins, HolderId = kind == WarehouseKind.Van ? Centre.Users.The(Roles.Technician).Id : null }, Keeper)).Id;

    public async Task<Guid> Part(string number = "PUMP-1", string group = "Pumps", decimal? price = 100, string? barcode = null) =>
        (await Centre.Ok(new CreatePart.Command(null, number, $"Part {number}", group, "pcs") { Price = price, Barcode = barcode }, Keeper)).Id;

    public async Task<DraftStockDocument.Answer> Receive(Guid part, decimal quantity, decimal cost, Guid? warehouse = null, string? bin = null) =>
        await Centre.Ok(new DraftStockDocument.Command(null, StockDocumentKind.Receipt, warehouse ?? Main) { Post = true, Lines = [new NewLine(part, quantity) { UnitCost = cost, Bin = bin }] }, Keeper);

    public DraftStockDocument.Command Scrapping(Guid part, decimal quantity, string? bin = null) =>
        new(null, StockDocumentKind.Scrap, Main) { Reason = "It came broken", Post = true, Lines = [new NewLine(part, quantity) { Bin = bin }] };

    public static PartsWish Wish(Guid part, decimal quantity, Guid? line = null, Guid? technician = null) =>
        new(line ?? Ids.NewId(), Ids.NewId(), "SO-BER-2026-00001", TestBranches.Berlin.Id, part, quantity) { TechnicianId = technician };

    public async Task<PartsPromise> Reserve(PartsWish wish) => (await Centre.Ok(new ReserveParts.Command([wish]), Keeper))[0];

    public async Task<PartsHandedOut> Issue(Guid line) => (await Centre.Ok(new IssueParts.Command([line]), Keeper))[0];

    public Task<PartsHandedOut> Return(Guid line, decimal quantity, Guid? returnId = null) => Centre.Ok(new ReturnParts.Command(line, returnId, quantity, "Not needed"), Keeper);

    public Task<T> Look<T>(Func<SparePartsDbContext, Task<T>> look) => Centre.Look(look);

    /// <summary>What lies in the branch of a part, after checking the ledger: balances are the sums of the movements.</summary>
    public async Task<(decimal OnHand, decimal Reserved, decimal Value)> Stock(Guid part)
    {
        var (items, movements) = await Look(async db => (await db.StockItems.Where(i => i.PartId == part).ToListAsync(), await db.Movements.Where(m => m.PartId == part).ToListAsync()));
        foreach (var item in items)
        {
            var own = movements.Where(m => m.StockItemId == item.Id).OrderBy(m => m.Sequence).ToList();
            AssertLedger(item, own);
        }

        return (items.Sum(i => i.OnHand), items.Sum(i => i.Reserved), items.Sum(i => i.Value));
    }

    public static void AssertLedger(StockItem item, IReadOnlyList<Movement> movements)
    {
        Assert.Equal(Enumerable.Range(1, movements.Count), movements.Select(m => m.Sequence));
        Assert.Equal(item.OnHand, movements.Sum(m => m.Quantity));
        Assert.Equal(item.Value, movements.Sum(m => m.Value));
        Assert.All(movements, m => Assert.True(m.QuantityAfter >= 0 && m.ValueAfter >= 0 && (m.QuantityAfter != 0 || m.ValueAfter == 0)));
        Assert.InRange(item.Reserved, 0, item.OnHand);
    }
}
