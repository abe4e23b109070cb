using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Branches;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Messages;
using ServiceErp.Platform.Ui;
using ServiceErp.SpareParts.Domain;
using ServiceErp.SpareParts.Domain.Counts;
using ServiceErp.SpareParts.Domain.Documents;
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
internal sealed record Offer(Guid SupplierId, string? Number, decimal? Price, int? LeadDays, decimal Minimum, decimal Pack)
{
    /// <summary>What the supplier counts and prices it in; null is the part's own unit.</summary>
    public Packaging? Packed { get; init; }

    /// <summary>As far as it goes into whole packagings; what does not is ordered by the piece.</summary>
    public Packaging? PackedFor(decimal quantity) => Packed is { } packed && quantity % packed.Factor == 0 ? packed : null;
}

/// <summary>What the use cases of buying share.</summary>
internal sealed class PurchaseDesk(SparePartsDbContext db, PartPlanner planner, IBranches branches, IClock clock, IIdentifiers ids, ICurrentUser user, IMessageTemplates templates)
{
    /// <summary>The whole order, for changing.</summary>
    public Task<PurchaseOrder?> FindAsync(Guid id, CancellationToken cancel) =>
        db.PurchaseOrders.Include(o => o.Lines).Include(o => o.Receipts).ThenInclude(r => r.Lines).Include(o => o.Invoices).ThenInclude(i => i.Lines).AsSplitQuery().FirstOrDefaultAsync(o => o.Id == id, cancel);

    /// <summary>Who asks, for what they write or approve.</summary>
    public Person Me => new(user.UserId, user.Name);

    public LocalDate Today(Guid branchId) => branches.Of(branchId).DayOf(clock.GetCurrentInstant());

    /// <summary>The next number of a series of the branch and year; takes the write lock.</summary>
    public async Task<string> NumberAsync(string prefix, Guid branchId, CancellationToken cancel)
    {
        var (code, year) = (branches.Of(branchId).Code, Today(branchId).Year);
        return $"{prefix}-{code}-{year}-{await db.NextNumberAsync($"purchase-{prefix}/{code}/{year}", cancel):D5}";
    }

    /// <summary>A new order, still a draft.</summary>
    public async Task<PurchaseOrder> NewOrderAsync(Guid? id, Warehouse warehouse, Guid supplierId, Guid? proposalId, CancellationToken cancel) =>
        new(id ?? ids.NewId(), await NumberAsync("PO", warehouse.BranchId, cancel), warehouse, supplierId, branches.Of(warehouse.BranchId).Currency, proposalId, clock.GetCurrentInstant(), Me);

    /// <summary>Adds lines; the first that is wrong is named by its field.</summary>
    public async Task<Error?> AddLinesAsync(PurchaseOrder order, IReadOnlyList<NewPurchaseLine> lines, CancellationToken cancel)
    {
        var codes = lines.Where(l => l.PartId is null).Select(l => Codes.CleanOrNull(l.Code)).OfType<string>().ToArray();
        var wanted = lines.Select(l => l.PartId).OfType<Guid>().Concat(codes.Length == 0 ? [] : await db.Named(codes).ToListAsync(cancel)).Distinct().ToArray();
        var parts = await db.Parts.AsNoTracking().Where(p => wanted.Contains(p.Id)).Select(p => new { p.Id, p.Number, p.Unit, p.Active, Barcodes = p.Barcodes.Select(b => new { b.Code, b.Unit }).ToList(), Units = p.Units.Select(u => new { u.Unit, u.Factor }).ToList() }).AsSplitQuery().ToListAsync(cancel);
        var offers = await OffersAsync(wanted, order.BranchId, cancel);
        var rules = await db.RulesAsync(cancel);
        for (var i = 0; i < lines.Count; i++)
        {
            var (line, code) = (lines[i], Codes.CleanOrNull(lines[i].Code));
            var part = parts.Find(p => line.PartId is { } id ? p.Id == id : p.Number == code || p.Barcodes.Exists(b => b.Code == code));
            if (part is not { Active: true })
            {
                return (part is null ? PartErrors.NotFound : PartErrors.Inactive(part.Number)).On($"Lines[{i}].{(line.PartId is null ? nameof(line.Code) : nameof(line.PartId))}");
            }

            var offer = offers[part.Id].FirstOrDefault(o => o.SupplierId == order.SupplierId);
            // Said, or scanned from the box: then quantity and price are those of the box.
            var unit = string.IsNullOrWhiteSpace(line.Unit) ? (line.PartId is null ? part.Barcodes.Find(b => b.Code == code)?.Unit : null) : line.Unit.Trim();
            var counted = unit is null || unit == part.Unit ? null : part.Units.Find(u => u.Unit == unit) is { } known ? new Packaging(known.Unit, known.Factor) : null;
            if (unit is not null && unit != part.Unit && counted is null)
            {
                return PartErrors.UnitUnknown(part.Number, unit).On($"Lines[{i}].{nameof(line.Unit)}");
            }

            var quantity = line.Quantity * (counted?.Factor ?? 1);
            if (WholeUnits.Refusal(part.Number, part.Unit, quantity) is { } fraction)
            {
                return fraction.On($"Lines[{i}].{nameof(line.Quantity)}");
            }

            if ((line.Price / (counted?.Factor ?? 1) ?? offer?.Price) is not { } price)
            {
                return Error.Invalid("SpareParts.PurchaseOrder.PriceMissing", "Say what one {0} costs.", part.Number).On($"Lines[{i}].{nameof(line.Price)}");
            }

            if (order.AddLine(ids.NewId(), part.Id, part.Number, offer?.Number, part.Unit, quantity, price, line.LeadDays ?? offer?.LeadDays ?? rules.UsualLeadDays, counted ?? offer?.PackedFor(quantity), user.UserId) is { Succeeded: false, Error: var refused })
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

        if (order.Order(day ?? today, await OrderLimitAsync(order.BranchId, cancel)) is { Succeeded: false, Error: var refused })
        {
            return refused;
        }

        if (day is null)
        {
            await TellAsync(order, "purchase-order", null, cancel);
        }

        return null;
    }

    /// <summary>The value above which another person approves an order of the branch.</summary>
    public async Task<decimal> OrderLimitAsync(Guid branchId, CancellationToken cancel) =>
        (await db.CountRulesOfAsync(branchId, cancel)).OrderLimit;

    /// <summary>Writes to the supplier of an order, if they have an address.</summary>
    /// <param name="order">As it is now.</param>
    /// <param name="template">What is told.</param>
    /// <param name="reason">Why, where it is a change.</param>
    /// <param name="cancel">Stops it.</param>
    public async Task TellAsync(PurchaseOrder order, string template, string? reason, CancellationToken cancel)
    {
        var supplier = await db.Suppliers.AsNoTracking().FirstAsync(s => s.Id == order.SupplierId, cancel);
        if (supplier.Email is { Length: > 0 } address)
        {
            var branch = branches.Of(order.BranchId);
            var warehouse = await db.Warehouses.AsNoTracking().Where(w => w.Id == order.WarehouseId).Select(w => w.Name).FirstAsync(cancel);
            var text = templates.Render(template, branch.Language, new
            {
                order.Number,
                Supplier = supplier.Name,
                Warehouse = warehouse,
                branch.Address,
                Branch = branch.Name,
                Lines = string.Join('\n', order.Lines.OrderBy(l => l.Line).Select(l => $"{l.Line}. {l.SupplierNumber ?? l.PartNumber}: {Display.Number(l.Quantity / l.PackFactor)} {l.PackUnit}{(l.PackFactor == 1 ? "" : $" ({Display.Number(l.Quantity)} {l.Unit})")} × {Display.Price(l.Price * l.PackFactor, order.Currency)} = {Display.Amount(l.Amount, order.Currency)}")),
                Total = Display.Money(new Money(order.Amount, order.Currency)),
                Expected = order.ExpectedOn ?? Today(order.BranchId),
                Note = order.Note ?? "",
                Reason = reason ?? "",
            });
            var now = clock.GetCurrentInstant();
            db.Messages.Add(new OutgoingMessage
            {
                Id = ids.NewId(), BranchId = order.BranchId, Channel = MessageChannel.Email, Recipient = address, RecipientName = supplier.Name, Subject = text.Subject, Body = text.Body,
                About = nameof(PurchaseOrder), AboutId = order.Id, OnceKey = reason is null ? $"{template}/{order.Id}" : $"{template}/{order.Id}/{ids.NewId()}", WrittenAt = now, NextAttemptAt = now,
            });
        }
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
            return new Offer(t.SupplierId, t.Number, t.Currency == currency ? t.Price / factor : null, t.LeadDays, t.Minimum * factor, t.Pack * factor) { Packed = factor == 1 ? null : new Packaging(t.Unit, factor) };
        });
    }

    /// <summary>What there is of parts at a branch, will come and is wanted; of the parts whose place they take too, since those are used up first and what waits for them can be served by these.</summary>
    public async Task<Dictionary<Guid, StockPosition>> PositionsAsync(Guid branchId, IReadOnlyCollection<Guid> partIds, CancellationToken cancel)
    {
        var chains = await planner.ChainsAsync(partIds, cancel);
        Guid[] all = [.. partIds.Union(chains.SelectMany(c => c.Select(p => p.Id)))];
        var stock = (await db.StockItems.AsNoTracking()
            .Where(i => all.Contains(i.PartId) && i.BranchId == branchId && (i.Warehouse.Kind == WarehouseKind.Main || i.Warehouse.Kind == WarehouseKind.BranchStore || i.Warehouse.Kind == WarehouseKind.Van))
            .GroupBy(i => new { i.PartId, IsVan = i.Warehouse.Kind == WarehouseKind.Van }).Select(g => new { g.Key.PartId, g.Key.IsVan, OnHand = g.Sum(i => i.OnHand), Reserved = g.Sum(i => i.Reserved) }).ToListAsync(cancel)).ToLookup(s => s.PartId);
        var transit = await (
            from line in db.DocumentLines.AsNoTracking()
            join document in db.Documents.IgnoreQueryFilters() on line.StockDocumentId equals document.Id
            where all.Contains(line.PartId) && document.State == StockDocumentState.Sent && document.TargetBranchId == branchId
                && db.Warehouses.IgnoreQueryFilters().Any(w => w.Id == document.TargetWarehouseId && (w.Kind == WarehouseKind.Main || w.Kind == WarehouseKind.BranchStore || w.Kind == WarehouseKind.Van))
            group line.Quantity by line.PartId into g
            select new { g.Key, Quantity = g.Sum() }).ToDictionaryAsync(g => g.Key, g => g.Quantity, cancel);
        var coming = (await (
            from line in db.PurchaseOrderLines.AsNoTracking()
            join order in db.PurchaseOrders on line.PurchaseOrderId equals order.Id
            where all.Contains(line.PartId) && order.BranchId == branchId && (order.State == PurchaseOrderState.Draft || order.State == PurchaseOrderState.Ordered || order.State == PurchaseOrderState.PartlyReceived)
            group line.Open by new { line.PartId, IsDraft = order.State == PurchaseOrderState.Draft } into g
            select new { g.Key.PartId, g.Key.IsDraft, Open = g.Sum() }).ToListAsync(cancel)).ToLookup(c => c.PartId);
        var waiting = await db.Reservations.AsNoTracking().Where(r => all.Contains(r.PartId) && r.BranchId == branchId && (r.State == ReservationState.Waiting || r.State == ReservationState.PartlyReserved))
            .GroupBy(r => r.PartId).Select(g => new { g.Key, Missing = g.Sum(r => r.Wanted) - g.Sum(r => r.Reserved) - g.Sum(r => r.Issued) }).ToDictionaryAsync(g => g.Key, g => g.Missing, cancel);
        return partIds.Distinct().ToDictionary(id => id, id => chains[id].Select(p => p.Id).Prepend(id).Aggregate(StockPosition.None, (sum, part) => new(
            sum.OnHand + stock[part].Where(s => !s.IsVan).Sum(s => s.OnHand),
            sum.InTransit + transit.GetValueOrDefault(part),
            sum.InVans + stock[part].Where(s => s.IsVan).Sum(s => s.OnHand),
            sum.Reserved + stock[part].Sum(s => s.Reserved),
            sum.OnOrder + coming[part].Where(c => !c.IsDraft).Sum(c => c.Open),
            sum.Waiting + waiting.GetValueOrDefault(part),
            sum.OnDrafts + coming[part].Where(c => c.IsDraft).Sum(c => c.Open))));
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

    public static ProposalFigures Figures(StockPosition position, PartForecast forecast, OrderTerms terms, OrderSize size, IEnumerable<string> insteadOf) => new(
        position.OnHand, position.Reserved, position.OnOrder, position.Waiting, forecast.PerMonth, forecast.Method, forecast.LeadDays, forecast.ReviewDays, forecast.ServiceLevel, forecast.SafetyStock, forecast.ReorderPoint,
        terms.Policy, size.Need, size.ByPolicy, terms.SupplierMinimum, terms.Pack)
    {
        InTransit = position.InTransit, InVans = position.InVans, OnDrafts = position.OnDrafts, Spread = forecast.Spread, Months = forecast.Months, InsteadOf = Short(string.Join(", ", insteadOf)),
    };

    private static string? Short(string text) => text.Length == 0 ? null : text.Length <= 200 ? text : text[..199] + "…";
}
