using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Branches;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Messages;
using ServiceErp.Platform.Ui;
using ServiceErp.SpareParts.Domain;
using ServiceErp.SpareParts.Domain.Forecasting;
using ServiceErp.SpareParts.Domain.Parts;
using ServiceErp.SpareParts.Domain.Purchasing;
using ServiceErp.SpareParts.Domain.Reservations;
using ServiceErp.SpareParts.Domain.Warehouses;
using ServiceErp.SpareParts.Features.Classes;
using ServiceErp.SpareParts.Features.Forecasting;
using ServiceErp.SpareParts.Features.Parts;
using ServiceErp.SpareParts.Persistence;

namespace ServiceErp.SpareParts.Features.Purchasing;

/// <summary>On which terms a part is had, in the part's own unit and the branch's currency.</summary>
internal sealed record Offer(Guid SupplierId, string? Number, decimal? Price, int? LeadDays, decimal Minimum, decimal Pack);

/// <summary>What the use cases of buying share.</summary>
internal sealed class PurchaseDesk(SparePartsDbContext db, PartPlanner planner, IBranches branches, IClock clock, IIdentifiers ids, ICurrentUser user, IMessageTemplates templates)
{
    /// <summary>The whole order, for changing.</summary>
    public Task<PurchaseOrder?> FindAsync(Guid id, CancellationToken cancel) =>
        db.PurchaseOrders.Include(o => o.Lines).Include(o => o.Receipts).ThenInclude(r => r.Lines).Include(o => o.Invoices).ThenInclude(i => i.Lines).AsSplitQuery().FirstOrDefaultAsync(o => o.Id == id, cancel);

    public LocalDate Today(Guid branchId) => branches.Of(branchId).DayOf(clock.GetCurrentInstant());

    /// <summary>The next number of a series of the branch and year; takes the write lock.</summary>
    public async Task<string> NumberAsync(string prefix, Guid branchId, CancellationToken cancel)
    {
        var (code, year) = (branches.Of(branchId).Code, Today(branchId).Year);
        return $"{prefix}-{code}-{year}-{await db.NextNumberAsync($"purchase-{prefix}/{code}/{year}", cancel):D5}";
    }

    /// <summary>A new order, still a draft.</summary>
    public async Task<PurchaseOrder> NewOrderAsync(Guid? id, Warehouse warehouse, Guid supplierId, Guid? proposalId, CancellationToken cancel) =>
        new(id ?? ids.NewId(), await NumberAsync("PO", warehouse.BranchId, cancel), warehouse, supplierId, branches.Of(warehouse.BranchId).Currency, proposalId, clock.GetCurrentInstant(), user.Name);

    /// <summary>Adds lines; the first that is wrong is named by its field.</summary>
    public async Task<Error?> AddLinesAsync(PurchaseOrder order, IReadOnlyList<NewPurchaseLine> lines, CancellationToken cancel)
    {
        var codes = lines.Where(l => l.PartId is null).Select(l => Codes.CleanOrNull(l.Code)).OfType<string>().ToArray();
        var wanted = lines.Select(l => l.PartId).OfType<Guid>().Concat(codes.Length == 0 ? [] : await db.Named(codes).ToListAsync(cancel)).Distinct().ToArray();
        var parts = await db.Parts.AsNoTracking().Where(p => wanted.Contains(p.Id)).Select(p => new { p.Id, p.Number, p.Unit, p.Active, Barcodes = p.Barcodes.Select(b => b.Code).ToList() }).ToListAsync(cancel);
        var offers = await OffersAsync(wanted, order.BranchId, cancel);
        var rules = await db.RulesAsync(cancel);
        for (var i = 0; i < lines.Count; i++)
        {
            var (line, code) = (lines[i], Codes.CleanOrNull(lines[i].Code));
            var part = parts.Find(p => line.PartId is { } id ? p.Id == id : p.Number == code || p.Barcodes.Contains(code ?? ""));
            if (part is not { Active: true })
            {
                return (part is null ? PartErrors.NotFound : PartErrors.Inactive(part.Number)).On($"Lines[{i}].{(line.PartId is null ? nameof(line.Code) : nameof(line.PartId))}");
            }

            var offer = offers[part.Id].FirstOrDefault(o => o.SupplierId == order.SupplierId);
            if ((line.Price ?? offer?.Price) is not { } price)
            {
                return Error.Invalid("SpareParts.PurchaseOrder.PriceMissing", "Say what one {0} costs.", part.Number).On($"Lines[{i}].{nameof(line.Price)}");
            }

            if (order.AddLine(ids.NewId(), part.Id, part.Number, offer?.Number, part.Unit, line.Quantity, price, line.LeadDays ?? offer?.LeadDays ?? rules.UsualLeadDays) is { Succeeded: false, Error: var refused })
            {
                return refused;
            }
        }

        return null;
    }

    /// <summary>Sends an order to its supplier: from its day on it is waited for, and the supplier reads of it if they have an address.</summary>
    public async Task<Error?> SendAsync(PurchaseOrder order, LocalDate? day, CancellationToken cancel)
    {
        var today = Today(order.BranchId);
        if (day > today)
        {
            return Error.Invalid("SpareParts.PurchaseOrder.InTheFuture", "Nothing is ordered on a day that has not come.").On("Day");
        }

        if (order.Order(day ?? today) is { Succeeded: false, Error: var refused })
        {
            return refused;
        }

        var supplier = await db.Suppliers.AsNoTracking().FirstAsync(s => s.Id == order.SupplierId, cancel);
        if (supplier.Email is { Length: > 0 } address && day is null)
        {
            var branch = branches.Of(order.BranchId);
            var warehouse = await db.Warehouses.AsNoTracking().Where(w => w.Id == order.WarehouseId).Select(w => w.Name).FirstAsync(cancel);
            var text = templates.Render("purchase-order", branch.Language, new
            {
                order.Number,
                Supplier = supplier.Name,
                Warehouse = warehouse,
                branch.Address,
                Branch = branch.Name,
                Lines = string.Join('\n', order.Lines.Select(l => $"{l.Line}. {l.SupplierNumber ?? l.PartNumber}: {Display.Number(l.Quantity)} {l.Unit} × {Display.Price(l.Price, order.Currency)} = {Display.Amount(l.Amount, order.Currency)}")),
                Total = Display.Money(new Money(order.Amount, order.Currency)),
                Expected = order.ExpectedOn!.Value,
                Note = order.Note ?? "",
            });
            var now = clock.GetCurrentInstant();
            db.Messages.Add(new OutgoingMessage
            {
                Id = ids.NewId(), BranchId = order.BranchId, Channel = MessageChannel.Email, Recipient = address, RecipientName = supplier.Name, Subject = text.Subject, Body = text.Body,
                About = nameof(PurchaseOrder), AboutId = order.Id, OnceKey = $"purchase-order/{order.Id}", WrittenAt = now, NextAttemptAt = now,
            });
        }

        return null;
    }

    /// <summary>Suppliers of parts with their terms, the preferred first.</summary>
    public async Task<ILookup<Guid, Offer>> OffersAsync(IReadOnlyCollection<Guid> partIds, Guid branchId, CancellationToken cancel)
    {
        var currency = branches.Of(branchId).Currency;
        var terms = await db.Set<PartSupplier>().AsNoTracking().Where(s => partIds.Contains(s.PartId) && s.Supplier.Active).OrderByDescending(s => s.Preferred).ThenBy(s => s.Supplier.Number).ToListAsync(cancel);
        var units = (await db.PartUnits.AsNoTracking().Where(u => partIds.Contains(u.PartId)).Select(u => new { u.PartId, u.Unit, u.Factor }).ToListAsync(cancel)).ToDictionary(u => (u.PartId, u.Unit), u => u.Factor);
        return terms.ToLookup(t => t.PartId, t =>
        {
            var factor = units.GetValueOrDefault((t.PartId, t.Unit), 1);
            return new Offer(t.SupplierId, t.Number, t.Currency == currency ? t.Price / factor : null, t.LeadDays, t.Minimum * factor, t.Pack * factor);
        });
    }

    /// <summary>What lies free, is on order and is waited for of parts at a branch; parts of which nothing is are left out.</summary>
    public async Task<Dictionary<Guid, (decimal OnHand, decimal Reserved, decimal OnOrder, decimal Waiting)>> PositionsAsync(Guid branchId, IReadOnlyCollection<Guid> partIds, CancellationToken cancel)
    {
        var stock = await db.StockItems.AsNoTracking().Where(i => partIds.Contains(i.PartId) && i.BranchId == branchId && (i.Warehouse.Kind == WarehouseKind.Main || i.Warehouse.Kind == WarehouseKind.BranchStore))
            .GroupBy(i => i.PartId).Select(g => new { g.Key, OnHand = g.Sum(i => i.OnHand), Reserved = g.Sum(i => i.Reserved) }).ToDictionaryAsync(g => g.Key, cancel);
        var coming = await (
            from line in db.PurchaseOrderLines.AsNoTracking()
            join order in db.PurchaseOrders on line.PurchaseOrderId equals order.Id
            where partIds.Contains(line.PartId) && order.BranchId == branchId && (order.State == PurchaseOrderState.Draft || order.State == PurchaseOrderState.Ordered || order.State == PurchaseOrderState.PartlyReceived)
            group line.Open by line.PartId into g
            select new { g.Key, Open = g.Sum() }).ToDictionaryAsync(g => g.Key, g => g.Open, cancel);
        var waiting = await db.Reservations.AsNoTracking().Where(r => partIds.Contains(r.PartId) && r.BranchId == branchId && (r.State == ReservationState.Waiting || r.State == ReservationState.PartlyReserved))
            .GroupBy(r => r.PartId).Select(g => new { g.Key, Missing = g.Sum(r => r.Wanted) - g.Sum(r => r.Reserved) - g.Sum(r => r.Issued) }).ToDictionaryAsync(g => g.Key, g => g.Missing, cancel);
        return partIds.Distinct().ToDictionary(id => id, id => (stock.GetValueOrDefault(id)?.OnHand ?? 0, stock.GetValueOrDefault(id)?.Reserved ?? 0, coming.GetValueOrDefault(id), waiting.GetValueOrDefault(id)));
    }

    /// <summary>The forecast of each part, made now for those that have none.</summary>
    public async Task<Dictionary<Guid, PartForecast>> ForecastsAsync(Guid branchId, IReadOnlyCollection<Guid> partIds, CancellationToken cancel)
    {
        var known = await db.PartForecasts.AsNoTracking().Where(f => f.BranchId == branchId && partIds.Contains(f.Id)).ToDictionaryAsync(f => f.Id, cancel);
        var missing = await db.Parts.AsNoTracking().Where(p => partIds.Contains(p.Id) && !known.Keys.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Number, cancel);
        foreach (var forecast in missing.Count == 0 ? [] : await planner.PlanAsync(branchId, missing, cancel))
        {
            known[forecast.Id] = forecast;
        }

        return known;
    }

    /// <summary>How a part is bought, with its supplier's terms.</summary>
    public async Task<Func<Guid, Offer?, OrderTerms>> TermsAsync(IReadOnlyCollection<Guid> partIds, CancellationToken cancel)
    {
        var rules = await db.RulesAsync(cancel);
        var plans = await db.PartPlans.AsNoTracking().Where(p => partIds.Contains(p.Id)).ToDictionaryAsync(p => p.Id, cancel);
        return (part, offer) => new OrderTerms(plans.GetValueOrDefault(part)?.Policy ?? OrderPolicy.DaysOfCover)
        {
            FixedQuantity = plans.GetValueOrDefault(part)?.FixedQuantity ?? 0,
            Minimum = plans.GetValueOrDefault(part)?.Minimum ?? 0,
            Maximum = plans.GetValueOrDefault(part)?.Maximum ?? 0,
            CoverDays = plans.GetValueOrDefault(part)?.CoverDays ?? rules.UsualCoverDays,
            OrderCost = rules.OrderCost,
            HoldingPercent = rules.HoldingPercent,
            Price = offer?.Price,
            SupplierMinimum = offer?.Minimum ?? 0,
            Pack = offer?.Pack ?? 0,
        };
    }

    public static ProposalFigures Figures((decimal OnHand, decimal Reserved, decimal OnOrder, decimal Waiting) position, PartForecast forecast, OrderTerms terms, OrderSize size) => new(
        position.OnHand, position.Reserved, position.OnOrder, position.Waiting, forecast.PerMonth, forecast.Method, forecast.LeadDays, forecast.ReviewDays, forecast.ServiceLevel, forecast.SafetyStock, forecast.ReorderPoint,
        terms.Policy, size.Need, size.ByPolicy, terms.SupplierMinimum, terms.Pack);
}
