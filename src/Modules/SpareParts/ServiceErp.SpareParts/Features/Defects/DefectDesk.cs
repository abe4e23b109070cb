using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Branches;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Persistence;
using ServiceErp.SpareParts.Domain.Claims;
using ServiceErp.SpareParts.Domain.Defects;
using ServiceErp.SpareParts.Domain.Documents;
using ServiceErp.SpareParts.Domain.Stock;
using ServiceErp.SpareParts.Domain.Warehouses;
using ServiceErp.SpareParts.Features.Documents;
using ServiceErp.SpareParts.Persistence;

namespace ServiceErp.SpareParts.Features.Defects;

/// <summary>What the use cases of defective goods share: how they leave for good.</summary>
internal sealed class DefectDesk(SparePartsDbContext db, StockDocumentDesk desk, IBranches branches, IClock clock, IIdentifiers ids, ICurrentUser user)
{
    private const int LongestReference = 80;
    private const int CostDigits = 4;

    /// <summary>Some or all of what is held leaves by a document that is posted at once.</summary>
    /// <param name="id">The goods.</param>
    /// <param name="quantity">How many; null is all.</param>
    /// <param name="serials">Of a serial-tracked part of which some leave: which pieces.</param>
    /// <param name="kind">A return to the supplier, a scrapping, or the transfer to what may be used.</param>
    /// <param name="reference">The supplier's number for the return.</param>
    /// <param name="reason">Why.</param>
    /// <param name="cancel">Stops it.</param>
    public async Task<Result<StockDocument>> LeaveAsync(Guid id, decimal? quantity, IReadOnlyList<string> serials, StockDocumentKind kind, string? reference, string reason, CancellationToken cancel)
    {
        await db.BeginWriteAsync(db.DefectiveParts.BranchOf(id), cancel);
        var goods = await db.DefectiveParts.Include(d => d.Warehouse).FirstOrDefaultAsync(d => d.Id == id, cancel);
        if (goods is null)
        {
            return DefectErrors.NotFound;
        }

        if (goods.State == DefectState.Claimed)
        {
            return DefectErrors.Claimed(goods.PartNumber, goods.ClaimNumber!);
        }

        var how = kind switch { StockDocumentKind.SupplierReturn => DefectTrigger.Return, StockDocumentKind.Transfer => DefectTrigger.FindGood, _ => DefectTrigger.Scrap };
        if (goods.WhyNot(how) is { } refused)
        {
            return refused;
        }

        if (goods.Warehouse is not { } warehouse)
        {
            return DefectErrors.NotInStore(goods.PartNumber);
        }

        if (how == DefectTrigger.Return && goods.SupplierId is null)
        {
            return DefectErrors.SupplierUnknown(goods.PartNumber);
        }

        var main = how != DefectTrigger.FindGood ? null
            : await db.Warehouses.AsNoTracking().Where(w => w.BranchId == goods.BranchId && w.Active && w.Kind == WarehouseKind.Main).OrderBy(w => w.Code).FirstOrDefaultAsync(cancel);
        if (how == DefectTrigger.FindGood && (main is null || warehouse.Kind != WarehouseKind.Quarantine))
        {
            return DefectErrors.NotInQuarantine(goods.PartNumber);
        }

        var leaving = goods;
        if (quantity is { } some && some != goods.Quantity)
        {
            var split = goods.Split(ids.NewId(), some, serials);
            if (!split.Succeeded)
            {
                return split.Error;
            }

            leaving = split.Value;
            db.DefectiveParts.Add(leaving);
        }

        var document = new StockDocument(ids.NewId(), kind, warehouse, clock.GetCurrentInstant(), user.Name);
        db.Documents.Add(document);
        var wrong = await desk.DescribeAsync(document, main?.Id, goods.SupplierId, reference, reason, null, goods.PurchaseOrderId, cancel, inspected: true)
            ?? await desk.AddLinesAsync(document, [new NewLine(goods.PartId, leaving.Quantity) { Serials = leaving.Serials }], cancel)
            ?? await desk.PostAsync(document, cancel)
            ?? leaving.Leave(how, document).Error;
        return wrong is null ? document : wrong;
    }

    /// <summary>Brings goods that were taken out of devices into the store, at no value: the branch's place for defective parts.</summary>
    public async Task<Error?> TakeInAsync(IReadOnlyCollection<DefectivePart> goods, CancellationToken cancel)
    {
        var coming = goods.Where(g => g.WarehouseId is null && g.WhyNot(DefectTrigger.Claim) is null).ToArray();
        if (coming.Length == 0)
        {
            return null;
        }

        var place = await desk.PlaceAsync(coming[0].BranchId, WarehouseKind.Returns, cancel);
        var document = new StockDocument(ids.NewId(), StockDocumentKind.Receipt, place, clock.GetCurrentInstant(), user.Name);
        db.Documents.Add(document);
        var orders = string.Join(", ", coming.Select(g => g.OrderNumber).Distinct());
        var wrong = document.Describe(null, null, orders.Length > LongestReference ? null : orders, null).Error
            ?? await desk.AddLinesAsync(document, [.. coming.Select(g => new NewLine(g.PartId, g.Quantity) { UnitCost = 0, Serials = g.Serials })], cancel)
            ?? await desk.PostAsync(document, cancel);
        if (wrong is null)
        {
            Array.ForEach(coming, g => g.PutIn(place.Id, document));
        }

        return wrong;
    }

    /// <summary>Says of goods of which nobody knows it that this supplier delivered them, and of all until when they stand for them.</summary>
    public async Task<Error?> AssignAsync(IReadOnlyCollection<DefectivePart> goods, Guid supplierId, CancellationToken cancel)
    {
        foreach (var one in goods)
        {
            if (one.SupplierId is null)
            {
                one.CameFrom(new Origin(supplierId, null, null, null, one.ReceivedOn, one.UnitCost ?? await PriceAsync(one, supplierId, cancel)));
            }
            else if (one.SupplierId != supplierId)
            {
                return ClaimErrors.OtherSupplier(one.PartNumber);
            }

            await CoverAsync(one, cancel);
        }

        return null;
    }

    /// <summary>
    /// Finds out where goods came from. A piece by the receipt that brought it. Goods that failed on the shelf by the newest receipt of the part at the branch, and where there is none by the supplier who is
    /// asked first. What was taken out of a device by the earlier order that put one into it, as far as only one supplier had delivered the part until then; else nobody knows, and nothing is guessed: what lies on
    /// the shelf today is not what was built in then.
    /// </summary>
    /// <param name="goods">The goods.</param>
    /// <param name="device">The device out of which they were taken; null when they failed on the shelf.</param>
    /// <param name="cancel">Stops it.</param>
    /// <returns>Whether it is known: the very piece was bought by us, or we put one into the device.</returns>
    public async Task<bool> TraceAsync(DefectivePart goods, Guid? device, CancellationToken cancel)
    {
        var serials = goods.SerialList;
        Guid? certain = serials.Count == 0 ? null : await db.SerialPieces.AsNoTracking().IgnoreQueryFilters()
            .Where(p => p.PartId == goods.PartId && serials.Contains(p.Serial) && p.ReceiptLineId != null).Select(p => p.ReceiptLineId).FirstOrDefaultAsync(cancel);
        var receipts =
            from line in db.DocumentLines.AsNoTracking()
            join document in db.Documents.AsNoTracking().IgnoreQueryFilters() on line.StockDocumentId equals document.Id
            where line.PartId == goods.PartId && document.Kind == StockDocumentKind.Receipt && document.State == StockDocumentState.Posted && document.SupplierId != null && line.UnitCost > 0
            select new { line, document };
        var builtIn = certain is null && goods.Source == DefectSource.Repair ? await BuiltInAsync(goods, device, cancel) : null;
        receipts = certain is not null ? receipts.Where(r => r.line.Id == certain)
            : goods.Source != DefectSource.Repair ? receipts.Where(r => r.document.BranchId == goods.BranchId)
            : receipts.Where(r => r.document.BranchId == goods.BranchId && r.document.PostedAt <= builtIn);
        var isKnown = certain is not null || goods.Source != DefectSource.Repair
            || (builtIn is not null && await receipts.Select(r => r.document.SupplierId).Distinct().CountAsync(cancel) == 1);
        if (isKnown && await receipts.OrderByDescending(r => r.document.PostedAt).FirstOrDefaultAsync(cancel) is { } receipt)
        {
            var (line, document, branch) = (receipt.line, receipt.document, branches.Of(receipt.document.BranchId));
            var order = await db.PurchaseOrders.IgnoreQueryFilters().Where(o => o.Id == document.PurchaseOrderId).Select(o => o.Number).FirstOrDefaultAsync(cancel);
            decimal? cost = branch.Currency == branches.Of(goods.BranchId).Currency ? Rounding.Round(line.UnitCost!.Value * line.UnitQuantity / line.Quantity, CostDigits) : null;
            goods.CameFrom(new Origin(document.SupplierId!.Value, document.PurchaseOrderId, order, document.Reference, document.BookingDate ?? branch.DayOf(document.PostedAt!.Value), cost));
        }
        else if (goods.Source != DefectSource.Repair
            && await db.PartSuppliers.AsNoTracking().Where(s => s.PartId == goods.PartId && s.Supplier.Active).OrderByDescending(s => s.Preferred).Select(s => (Guid?)s.SupplierId).FirstOrDefaultAsync(cancel) is { } usual)
        {
            goods.CameFrom(new Origin(usual, null, null, null, null, await PriceAsync(goods, usual, cancel)));
        }

        await CoverAsync(goods, cancel);
        return goods.SupplierId is not null && (certain is not null || builtIn is not null);
    }

    /// <summary>When an earlier order put a part of this kind into the device; null when none did.</summary>
    private async Task<Instant?> BuiltInAsync(DefectivePart goods, Guid? device, CancellationToken cancel)
    {
        if (device is not { } id || id == Guid.Empty)
        {
            return null;
        }

        var earlier = db.KnownOrders.IgnoreQueryFilters().Where(o => o.DeviceId == id && o.Id != goods.OrderId).Select(o => (Guid?)o.Id);
        var used = db.Reservations.IgnoreQueryFilters().Where(r => r.PartId == goods.PartId && r.Issued > 0 && earlier.Contains(r.OrderId)).Select(r => (Guid?)r.LineId);
        return await db.Movements.IgnoreQueryFilters().Where(m => m.PartId == goods.PartId && m.Kind == MovementKind.Issue && used.Contains(m.LineId)).OrderByDescending(m => m.At).Select(m => (Instant?)m.At).FirstOrDefaultAsync(cancel);
    }

    /// <summary>Until when the supplier stands for goods, by the terms for the part or, without any, for all of theirs: so many months from their receipt, the last day included.</summary>
    public async Task CoverAsync(DefectivePart goods, CancellationToken cancel)
    {
        var months = goods.SupplierId is not { } supplier ? null
            : await db.PartSuppliers.Where(s => s.PartId == goods.PartId && s.SupplierId == supplier).Select(s => s.WarrantyMonths).FirstOrDefaultAsync(cancel)
                ?? await db.Suppliers.Where(s => s.Id == supplier).Select(s => s.WarrantyMonths).FirstOrDefaultAsync(cancel);
        goods.Cover(goods.ReceivedOn is { } day && months is { } agreed ? Term.LastDay(day, agreed) : null);
    }

    /// <summary>Notes what was taken out of a device: under warranty all of it, else the pieces that we bought ourselves. Each line of an order is noted once.</summary>
    public async Task NoteTakenOutAsync(TakenOutOf order, IReadOnlyCollection<(Guid LineId, string PartNumber, decimal Quantity)> lines, bool underWarranty, CancellationToken cancel)
    {
        await db.BeginWriteAsync([order.BranchId], cancel);
        Guid?[] lineIds = [.. lines.Select(l => (Guid?)l.LineId)];
        var known = await db.DefectiveParts.IgnoreQueryFilters().Where(d => lineIds.Contains(d.LineId)).Select(d => d.LineId).ToListAsync(cancel);
        string[] numbers = [.. lines.Select(l => l.PartNumber).Distinct()];
        var parts = await db.Parts.AsNoTracking().Where(p => numbers.Contains(p.Number) && !p.CustomerOwned).ToDictionaryAsync(p => p.Number, cancel);
        var faulty = (await db.SerialPieces.AsNoTracking().IgnoreQueryFilters().Where(p => lineIds.Contains(p.LineId) && p.FaultySerial != null).Select(p => new { p.LineId, p.FaultySerial }).ToListAsync(cancel)).ToLookup(p => p.LineId, p => p.FaultySerial!);
        foreach (var (lineId, number, quantity) in lines.Where(l => l.Quantity > 0 && !known.Contains(l.LineId) && parts.ContainsKey(l.PartNumber)))
        {
            var part = parts[number];
            var goods = new DefectivePart(ids.NewId(), order.BranchId, DefectSource.Repair, part.Id, part.Number, part.Unit, quantity, [.. faulty[lineId]], "", clock.GetCurrentInstant(), order.Person);
            goods.TakenOut(order.OrderId, order.OrderNumber, lineId, order.Device);
            if (await TraceAsync(goods, order.DeviceId, cancel) || underWarranty)
            {
                db.DefectiveParts.Add(goods);
            }
        }
    }

    /// <summary>What the supplier takes for one today, in the branch's currency; null when nobody knows.</summary>
    private async Task<decimal?> PriceAsync(DefectivePart goods, Guid supplierId, CancellationToken cancel)
    {
        var terms = await db.PartSuppliers.AsNoTracking().FirstOrDefaultAsync(s => s.PartId == goods.PartId && s.SupplierId == supplierId, cancel);
        var factor = terms is null ? 1 : await db.PartUnits.Where(u => u.PartId == goods.PartId && u.Unit == terms.Unit).Select(u => (decimal?)u.Factor).FirstOrDefaultAsync(cancel) ?? 1;
        return terms?.Currency == branches.Of(goods.BranchId).Currency && terms.Price is { } price ? Rounding.Round(price / factor, CostDigits) : null;
    }
}

/// <summary>A service order in which parts were taken out of a device.</summary>
internal sealed record TakenOutOf(Guid OrderId, string OrderNumber, Guid BranchId, Guid DeviceId, string Device, string Person);
