using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Branches;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Localization;
using ServiceErp.Platform.Ui;
using ServiceErp.SpareParts.Domain.Documents;
using ServiceErp.SpareParts.Domain.Forecasting;
using ServiceErp.SpareParts.Domain.Purchasing;
using ServiceErp.SpareParts.Domain.Warehouses;
using ServiceErp.SpareParts.Persistence;

namespace ServiceErp.SpareParts.Features.Purchasing;

/// <summary>What to do beside buying (PAR-4): deliveries that are late or come too late for what is wanted, goods to move between the branch's own places before any are bought, and what lies for more than a year's demand.</summary>
public static class ListStockAdvice
{
    private const int MostRows = 100;
    private const int MostLookedAt = 1000;
    private const int ExcessMonths = 12;
    private const int UsedMonths = 3;

    [Requires(SparePartsPermissions.PurchaseRead)]
    public sealed record Query : IQuery<IReadOnlyList<Row>>;

    /// <param name="Reason">Why, in the reader's words.</param>
    /// <param name="Quantity">How many are late, lacking, to move or too many.</param>
    public sealed record Row(AdviceKind Kind, Guid PartId, string Number, string Name, string Unit, decimal Quantity, string Reason)
    {
        /// <summary>The order to a supplier that is meant.</summary>
        public Guid? OrderId { get; init; }

        public string? Order { get; init; }

        /// <summary>Of goods to move: from where.</summary>
        public Guid? FromId { get; init; }

        public string? From { get; init; }

        public Guid? ToId { get; init; }

        public string? To { get; init; }
    }

    internal sealed class Handler(SparePartsDbContext db, PurchaseDesk desk, IBranches branches, ICurrentUser user, Texts texts) : IHandler<Query, IReadOnlyList<Row>>
    {
        public async Task<Result<IReadOnlyList<Row>>> Handle(Query q, CancellationToken cancel)
        {
            if (branches.For(user) is not { } branch)
            {
                return BranchErrors.NotFound;
            }

            var today = desk.Today(branch.Id);
            return (List<Row>)[.. await DeliveriesAsync(branch.Id, today, cancel), .. await MovesAsync(branch.Id, today, cancel), .. await ExcessAsync(branch.Id, cancel)];
        }

        /// <summary>What is late, and what will come after the stock is used up: the soonest first.</summary>
        private async Task<List<Row>> DeliveriesAsync(Guid branchId, LocalDate today, CancellationToken cancel)
        {
            var lines = await (
                from line in db.PurchaseOrderLines.AsNoTracking()
                join order in db.PurchaseOrders on line.PurchaseOrderId equals order.Id
                where order.BranchId == branchId && line.Open > 0 && (order.State == PurchaseOrderState.Ordered || order.State == PurchaseOrderState.PartlyReceived)
                orderby line.ConfirmedOn ?? line.ExpectedOn, line.Id
                select new { line.PartId, line.PartNumber, line.Part.Name, line.Unit, line.Open, Due = line.ConfirmedOn ?? line.ExpectedOn, OrderId = order.Id, Order = order.Number, Supplier = order.Supplier.Name })
                .Take(MostLookedAt).ToListAsync(cancel);
            Guid[] parts = [.. lines.Select(l => l.PartId).Distinct()];
            var positions = await desk.PositionsAsync(branchId, parts, cancel);
            var forecasts = await db.PartForecasts.AsNoTracking().Where(f => f.BranchId == branchId && parts.Contains(f.Id)).ToDictionaryAsync(f => f.Id, f => f.PerMonth, cancel);
            var rows = new List<Row>();
            foreach (var line in lines.Where(l => l.Due is not null))
            {
                var position = positions[line.PartId];
                var free = position.OnHand + position.InTransit + position.InVans - position.Reserved - position.Waiting;
                var days = Period.DaysBetween(today, line.Due!.Value);
                var used = forecasts.GetValueOrDefault(line.PartId) * Math.Max(0, days) / (decimal)StockNeed.DaysOfMonth;
                if (days < 0)
                {
                    var waiting = position.Waiting > 0 ? " " + texts["Orders wait for {0}.", N(position.Waiting)] : "";
                    rows.Add(Delivery(AdviceKind.Late, line.Open, texts["{0} is late by {1} days: ask the supplier and note what they confirm.", line.Supplier, -days] + waiting));
                }
                else if (free - used < 0)
                {
                    rows.Add(Delivery(AdviceKind.Expedite, decimal.Ceiling(used - free), free < 0
                        ? texts["Orders wait for it and it comes on {0}: ask {1} for an earlier day.", line.Due.Value, line.Supplier]
                        : texts["{0} are free, and {1} will be asked for until it comes on {2}: ask {3} for an earlier day.", N(free), N(decimal.Round(used, 1)), line.Due.Value, line.Supplier]));
                }

                Row Delivery(AdviceKind kind, decimal quantity, string reason) => new(kind, line.PartId, line.PartNumber, line.Name, line.Unit, quantity, reason) { OrderId = line.OrderId, Order = line.Order };
            }

            return [.. rows.Take(MostRows)];
        }

        /// <summary>A store or van that has less than it hands out in a month, and a store of the branch that has more than it does itself.</summary>
        private async Task<List<Row>> MovesAsync(Guid branchId, LocalDate today, CancellationToken cancel)
        {
            var places = await db.Warehouses.AsNoTracking().Where(w => w.BranchId == branchId && w.Active && (w.Kind == WarehouseKind.Main || w.Kind == WarehouseKind.BranchStore || w.Kind == WarehouseKind.Van)).ToDictionaryAsync(w => w.Id, cancel);
            Guid[] ids = [.. places.Keys];
            var from = today.With(DateAdjusters.StartOfMonth).PlusMonths(-UsedMonths);
            var used = await db.Demands.AsNoTracking().Where(d => ids.Contains(d.WarehouseId) && d.Month >= from && d.Month <= today && d.Quantity > 0)
                .GroupBy(d => new { d.WarehouseId, d.PartId }).Select(g => new { g.Key.WarehouseId, g.Key.PartId, Quantity = g.Sum(d => d.Quantity) }).OrderByDescending(g => g.Quantity).ThenBy(g => g.PartId).Take(MostLookedAt).ToListAsync(cancel);
            Guid[] parts = [.. used.Select(u => u.PartId).Distinct()];
            var free = (await db.StockItems.AsNoTracking().Where(i => parts.Contains(i.PartId) && ids.Contains(i.WarehouseId)).GroupBy(i => new { i.PartId, i.WarehouseId })
                .Select(g => new { g.Key.PartId, g.Key.WarehouseId, Free = g.Sum(i => i.OnHand) - g.Sum(i => i.Reserved) }).ToListAsync(cancel)).ToDictionary(s => (s.PartId, s.WarehouseId), s => s.Free);
            var coming = (await (
                from line in db.DocumentLines.AsNoTracking()
                join document in db.Documents.IgnoreQueryFilters() on line.StockDocumentId equals document.Id
                where parts.Contains(line.PartId) && document.State == StockDocumentState.Sent && document.TargetBranchId == branchId
                group line.Quantity by new { line.PartId, document.TargetWarehouseId } into g
                select new { g.Key.PartId, g.Key.TargetWarehouseId, Quantity = g.Sum() }).ToListAsync(cancel)).ToDictionary(t => (t.PartId, t.TargetWarehouseId!.Value), t => t.Quantity);
            var names = await db.Parts.AsNoTracking().Where(p => parts.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => new { p.Number, p.Name, p.Unit }, cancel);
            var month = used.ToDictionary(u => (u.PartId, u.WarehouseId), u => decimal.Ceiling(u.Quantity / UsedMonths));
            var rows = new List<Row>();
            foreach (var (key, need) in month)
            {
                var has = free.GetValueOrDefault(key) + coming.GetValueOrDefault(key);
                var (store, spare) = places.Values.Where(w => w.Kind.MayIssue() && w.Id != key.WarehouseId)
                    .Select(w => (Store: w, Spare: decimal.Floor(free.GetValueOrDefault((key.PartId, w.Id)) - month.GetValueOrDefault((key.PartId, w.Id))))).OrderByDescending(s => s.Spare).ThenBy(s => s.Store.Code, StringComparer.Ordinal).FirstOrDefault();
                var quantity = Math.Min(decimal.Ceiling(need - has), spare);
                if (store is not null && quantity > 0)
                {
                    var (part, to) = (names[key.PartId], places[key.WarehouseId]);
                    rows.Add(new(AdviceKind.Move, key.PartId, part.Number, part.Name, part.Unit, quantity, texts["{0} hands out {1} a month and has {2}; {3} can spare {4}.", to.Code, N(need), N(has), store.Code, N(spare)])
                    {
                        FromId = store.Id, From = store.Code, ToId = to.Id, To = to.Code,
                    });
                }
            }

            return [.. rows.OrderBy(r => r.To, StringComparer.Ordinal).ThenBy(r => r.Number, StringComparer.Ordinal).Take(MostRows)];
        }

        /// <summary>What lies for more than a year, the most valuable first; what nobody asks for at all is slow stock and has its own report.</summary>
        private async Task<List<Row>> ExcessAsync(Guid branchId, CancellationToken cancel)
        {
            var lying = await db.PartForecasts.AsNoTracking().Where(f => f.BranchId == branchId && f.PerMonth > 0)
                .Select(f => new
                {
                    f.Id, f.PartNumber, f.Part.Name, f.Part.Unit, f.PerMonth, f.ReorderPoint,
                    OnHand = db.StockItems.Where(i => i.PartId == f.Id && i.BranchId == branchId && (i.Warehouse.Kind == WarehouseKind.Main || i.Warehouse.Kind == WarehouseKind.BranchStore)).Sum(i => i.OnHand - i.Reserved),
                    Value = db.StockItems.Where(i => i.PartId == f.Id && i.BranchId == branchId && (i.Warehouse.Kind == WarehouseKind.Main || i.Warehouse.Kind == WarehouseKind.BranchStore)).Sum(i => i.Value),
                })
                .Where(f => f.OnHand > f.ReorderPoint + f.PerMonth).OrderByDescending(f => f.Value).ThenBy(f => f.Id).Take(MostLookedAt).ToListAsync(cancel);
            var most = lying.ConvertAll(f => (Part: f, Year: f.ReorderPoint + (ExcessMonths * f.PerMonth))).FindAll(f => f.Part.OnHand > f.Year).Take(MostRows).ToList();
            var positions = await desk.PositionsAsync(branchId, most.ConvertAll(f => f.Part.Id), cancel);
            return most.ConvertAll(f => new Row(AdviceKind.Excess, f.Part.Id, f.Part.PartNumber, f.Part.Name, f.Part.Unit, decimal.Floor(f.Part.OnHand - f.Year),
                texts["{0} lie free, {1} months' demand.", N(f.Part.OnHand), N(decimal.Round(f.Part.OnHand / f.Part.PerMonth, 1))]
                + (positions[f.Part.Id].OnOrder > 0 ? " " + texts["And {0} are on order: want less, or call it off.", N(positions[f.Part.Id].OnOrder)] : "")));
        }

        private static string N(decimal number) => Display.Number(number);
    }
}

/// <summary>What is advised.</summary>
public enum AdviceKind
{
    /// <summary>A delivery is late.</summary>
    Late,

    /// <summary>A delivery should come sooner.</summary>
    Expedite,

    /// <summary>Goods should lie in another place of the branch.</summary>
    Move,

    /// <summary>More lies than a year needs.</summary>
    Excess,
}
