using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Branches;
using ServiceErp.Platform.Dispatching;
using ServiceErp.SpareParts.Domain.Counts;
using ServiceErp.SpareParts.Domain.Documents;
using ServiceErp.SpareParts.Domain.Parts;
using ServiceErp.SpareParts.Domain.Stock;
using ServiceErp.SpareParts.Domain.Warehouses;
using ServiceErp.SpareParts.Domain;
using ServiceErp.SpareParts.Features.Classes;
using ServiceErp.SpareParts.Features.Parts;
using ServiceErp.SpareParts.Features.Reservations;
using ServiceErp.SpareParts.Features.Stock;
using ServiceErp.SpareParts.Persistence;

namespace ServiceErp.SpareParts.Features.Documents;

/// <summary>What the use cases of stock documents share: finding what lines name, and booking.</summary>
internal sealed class StockDocumentDesk(SparePartsDbContext db, StockRoom room, OrderGate gate, IClock clock, IIdentifiers ids, IBranches branches, ICurrentUser user)
{
    private const int MostPapers = 5;

    /// <summary>Writes the head, and says whether it names things that exist.</summary>
    public async Task<Error?> DescribeAsync(
        StockDocument document, Guid? targetWarehouseId, Guid? supplierId, string? reference, string? reason, LocalDate? bookingDate, Guid? purchaseOrderId, CancellationToken cancel,
        bool inspected = false)
    {
        // Goods may go to another branch, whose warehouses are not ours to see.
        var target = targetWarehouseId is null ? null : await db.Warehouses.IgnoreQueryFilters().AsNoTracking().FirstOrDefaultAsync(w => w.Id == targetWarehouseId && w.Active && w.Kind != WarehouseKind.Transit, cancel);
        if (targetWarehouseId is not null && target is null)
        {
            return WarehouseErrors.NotFound.On(nameof(document.TargetWarehouseId));
        }

        if (!inspected && target is { Kind: not (WarehouseKind.Quarantine or WarehouseKind.Returns) }
            && await db.Warehouses.Where(w => w.Id == document.WarehouseId && (w.Kind == WarehouseKind.Quarantine || w.Kind == WarehouseKind.Returns)).Select(w => w.Code).FirstOrDefaultAsync(cancel) is { } held)
        {
            return Domain.Defects.DefectErrors.MustBeInspected(held);
        }

        if (target is not null && branches.Of(target.BranchId).Currency is var currency && branches.Of(document.BranchId).Currency is var own && currency != own)
        {
            return Error.Refused("SpareParts.StockDocument.OtherCurrency", "{0} keeps its books in {1}, we in {2}: goods can't carry their value over. Sell them to that branch.", target.Code, currency, own)
                .On(nameof(document.TargetWarehouseId));
        }

        if (supplierId is { } supplier && !await db.Suppliers.AnyAsync(s => s.Id == supplier, cancel))
        {
            return Error.NotFound("SpareParts.Supplier.NotFound", "This supplier does not exist.").On(nameof(document.SupplierId));
        }

        if (bookingDate > Today(document.BranchId))
        {
            return Error.Invalid("SpareParts.StockDocument.InTheFuture", "Nothing is booked on a day that has not come.").On(nameof(document.BookingDate));
        }

        document.ChangedBy(user.UserId);
        return document.Describe(target, supplierId, reference, reason, bookingDate == Today(document.BranchId) ? null : bookingDate, purchaseOrderId).Error;
    }

    /// <summary>A document of the reader's branch, or one on its way there.</summary>
    public Task<StockDocument?> FindAsync(Guid id, CancellationToken cancel) => db.Documents.SeenFrom(db).Include(d => d.Lines).FirstOrDefaultAsync(d => d.Id == id, cancel);

    /// <summary>Adds lines; the first that is wrong is named by its field.</summary>
    public async Task<Error?> AddLinesAsync(StockDocument document, IReadOnlyList<NewLine> lines, CancellationToken cancel)
    {
        if (lines.Count == 0)
        {
            return null;
        }

        document.ChangedBy(user.UserId);
        var partIds = lines.Select(l => l.PartId).OfType<Guid>().ToArray();
        var codes = lines.Where(l => l.PartId is null).Select(l => Codes.CleanOrNull(l.Code)).OfType<string>().ToArray();
        var named = await db.Named(codes).ToListAsync(cancel);
        var all = partIds.Concat(named).Distinct().ToArray();
        var parts = await db.Parts.AsNoTracking().Include(p => p.Units).Include(p => p.Barcodes).AsSplitQuery().Where(p => all.Contains(p.Id)).ToListAsync(cancel);
        var bins = await db.Bins.AsNoTracking().Where(b => b.WarehouseId == document.WarehouseId || b.WarehouseId == document.TargetWarehouseId).ToListAsync(cancel);
        for (var i = 0; i < lines.Count; i++)
        {
            if (Add(document, lines[i], parts, bins) is { } wrong)
            {
                return wrong.Field is null ? wrong : wrong.On($"Lines[{i}].{wrong.Field}");
            }
        }

        return null;
    }

    /// <summary>Books the document under the next number of its kind, branch and year, and serves waiting orders.</summary>
    /// <param name="document">A draft.</param>
    /// <param name="cancel">Stops it.</param>
    /// <param name="isNew">A part that the same command puts into the catalogue.</param>
    /// <param name="isCounted">It books the differences of a count, which were approved there.</param>
    public Task<Error?> PostAsync(StockDocument document, CancellationToken cancel, BookedPart? isNew = null, bool isCounted = false) => PostAsync([document], cancel, isNew, isCounted);

    /// <summary>Books several documents, all or none, on the same shelves.</summary>
    public async Task<Error?> PostAsync(IReadOnlyCollection<StockDocument> documents, CancellationToken cancel, BookedPart? isNew = null, bool isCounted = false)
    {
        var (parts, warehouses, shelves) = await OpenAsync(documents, cancel, isNew: isNew);
        foreach (var document in documents)
        {
            // A delivery that is told twice is booked once, unless somebody says why it is another one.
            if (document is { Kind: StockDocumentKind.Receipt, SupplierId: { } supplier, Reference: { } note, PurchaseOrderId: null, Reason: null }
                && await db.Documents.Where(d => d.Kind == StockDocumentKind.Receipt && d.State == StockDocumentState.Posted && d.BranchId == document.BranchId && d.SupplierId == supplier && d.Reference == note && d.Id != document.Id).Select(d => d.Number).FirstOrDefaultAsync(cancel) is { } twice)
            {
                return StockDocumentErrors.NoteTwice(note, twice);
            }

            var number = await room.NumberAsync(document.Kind, document.BranchId, cancel);
            var target = document.TargetWarehouseId is { } targetId ? warehouses[targetId] : null;
            var booking = room.Booking(document.BranchId, document.Id, number, document.Reason, document.BookingDate);
            var refused = document.Post(number, shelves, parts, warehouses[document.WarehouseId], target, booking).Error
                ?? await CorrectionRefusalAsync(document, isCounted, cancel)
                ?? (document.BookingDate is { } day ? await room.CheckDayAsync(shelves, day, [document.BranchId], cancel) : null);
            if (refused is not null)
            {
                return refused;
            }
        }

        return await FinishAsync(parts.Keys, shelves, cancel);
    }

    /// <summary>Lets the goods of a transfer leave: they lie in the sender's transit until they are received.</summary>
    public async Task<Error?> SendAsync(StockDocument document, CancellationToken cancel)
    {
        await db.BeginWriteAsync(db.BranchesOf(document.Id), cancel);
        var transit = await PlaceAsync(document.BranchId, WarehouseKind.Transit, cancel);
        var (parts, warehouses, shelves) = await OpenAsync([document], cancel);
        var number = await room.NumberAsync(document.Kind, document.BranchId, cancel);
        var sent = document.Send(number, shelves, parts, warehouses[document.WarehouseId], transit, room.Booking(document.BranchId, document.Id, number, document.Reason));
        return sent.Error ?? await FinishAsync(parts.Keys, shelves, cancel);
    }

    /// <summary>Takes in what arrived of a sent transfer.</summary>
    public async Task<Error?> ReceiveAsync(StockDocument document, IReadOnlyList<ArrivedLine> arrived, string? reason, CancellationToken cancel)
    {
        if (db.BranchScope is { } own && own != document.TargetBranchId)
        {
            return Error.Forbidden("SpareParts.StockDocument.NotForUs", "The branch that the goods go to receives them.");
        }

        await db.BeginWriteAsync(db.BranchesOf(document.Id), cancel);
        var transit = await PlaceAsync(document.BranchId, WarehouseKind.Transit, cancel);
        var (parts, warehouses, shelves) = await OpenAsync([document], cancel, arrived.SelectMany(a => a.Serials));
        var booking = room.Booking(document.TargetBranchId ?? document.BranchId, document.Id, document.Number ?? "", reason);
        return document.Receive(arrived, reason, shelves, parts, transit, warehouses[document.TargetWarehouseId!.Value], booking).Error
            ?? await ToWriteOffAsync(document, cancel) ?? await FinishAsync(parts.Keys, shelves, cancel);
    }

    /// <summary>Writes off goods in transit that never arrived.</summary>
    public async Task<Error?> WriteOffAsync(StockDocument document, string reason, CancellationToken cancel)
    {
        await db.BeginWriteAsync(db.BranchesOf(document.Id), cancel);
        if (user.UserId is { } person && document.SentById == person)
        {
            return StockDocumentErrors.OwnLoss;
        }

        var transit = await PlaceAsync(document.BranchId, WarehouseKind.Transit, cancel);
        var (parts, _, shelves) = await OpenAsync([document], cancel);
        return document.WriteOff(reason, shelves, parts, transit, room.Booking(document.BranchId, document.Id, document.Number ?? "", reason)).Error ?? await FinishAsync(parts.Keys, shelves, cancel);
    }

    /// <summary>Takes a posted document back: who has the goods does, and a return to the shelf goes out to its order again.</summary>
    public async Task<Error?> ReverseAsync(StockDocument document, string reason, CancellationToken cancel)
    {
        if (db.BranchScope is { } own && own != (document.State == StockDocumentState.Posted ? document.TargetBranchId ?? document.BranchId : document.BranchId))
        {
            return Error.Forbidden("SpareParts.StockDocument.NotOurs", "The branch that has the goods takes them back.");
        }

        var (parts, _, shelves) = await OpenAsync([document], cancel);
        var movements = await db.Movements.AsNoTracking().IgnoreQueryFilters().Where(m => m.DocumentId == document.Id && m.ReversalOf == null).ToListAsync(cancel);
        var booking = room.Booking(document.BranchId, document.Id, document.Number ?? "", reason);
        var reversed = document.Kind == StockDocumentKind.Return ? await IssueAgainAsync(document, movements, shelves, booking, cancel) : document.Reverse(movements, shelves, reason, booking).Error;
        return (reversed is { Code: StockErrors.Used } ? await WhoUsedAsync(document, movements, reversed, cancel) : reversed)
            ?? await FollowAsync(document, reason, cancel) ?? await FinishAsync(parts.Keys, shelves, cancel);
    }

    private async Task<Error?> IssueAgainAsync(StockDocument document, IReadOnlyList<Movement> movements, Shelves shelves, Booking booking, CancellationToken cancel)
    {
        var asked = await gate.AskAsync(document.OrderId!.Value, cancel);
        if ((asked.Error ?? asked.Value.IssueRefusal) is { } stays)
        {
            return stays;
        }

        var lineId = movements[0].LineId;
        var reservation = await db.Reservations.Include(r => r.Allocations).FirstAsync(r => r.LineId == lineId, cancel);
        return document.Reverse(movements, shelves, booking.Reason!, booking with { OrderId = reservation.OrderId, LineId = lineId }).Error ?? reservation.UndoReturn(movements).Error;
    }

    /// <summary>Names what used the goods of a document, so that the reader knows what to take back first.</summary>
    private async Task<Error> WhoUsedAsync(StockDocument document, IReadOnlyList<Movement> movements, Error vague, CancellationToken cancel)
    {
        var came = movements.Where(m => m.Quantity > 0).GroupBy(m => m.StockItemId).ToDictionary(g => g.Key, g => g.Min(m => m.Sequence));
        Guid[] places = [.. came.Keys];
        var part = vague.Arguments[1] as string;
        var since = await db.Movements.IgnoreQueryFilters().AsNoTracking().Where(m => places.Contains(m.StockItemId) && m.Quantity < 0 && m.DocumentId != document.Id && m.StockItem.PartNumber == part)
            .OrderBy(m => m.At).Select(m => new { m.StockItemId, m.Sequence, m.DocumentNumber }).ToListAsync(cancel);
        var promised = await db.Reservations.IgnoreQueryFilters().Where(r => r.PartNumber == part && r.Allocations.Any(a => places.Contains(a.StockItemId) && a.Reserved > 0)).Select(r => r.OrderNumber).ToListAsync(cancel);
        string[] papers = [.. since.Where(m => m.Sequence > came[m.StockItemId]).Select(m => m.DocumentNumber).Concat(promised).Distinct().Take(MostPapers)];
        return papers.Length == 0 ? vague : StockErrors.UsedBy(document.Number ?? "", part ?? "", string.Join(", ", papers));
    }

    /// <summary>What a transfer lost on its way is written off by who received it only up to the branch's limit for differences.</summary>
    /// <remarks>Corrections by hand go by the same limit: above it another person has approved what is booked.</remarks>
    private async Task<Error?> CorrectionRefusalAsync(StockDocument document, bool isCounted, CancellationToken cancel)
    {
        if (document.Kind != StockDocumentKind.Correction || document.ApprovedBy is not null || isCounted)
        {
            return null;
        }

        var (value, limit) = (document.Lines.Sum(l => Math.Abs(l.Value)), await DifferenceLimitAsync(document.BranchId, cancel));
        return value > limit ? StockDocumentErrors.CorrectionNotApproved(value, limit) : null;
    }

    private async Task<decimal> DifferenceLimitAsync(Guid branchId, CancellationToken cancel) =>
        (await db.CountRulesOfAsync(branchId, cancel)).ApprovalLimit;

    private async Task<Error?> ToWriteOffAsync(StockDocument document, CancellationToken cancel)
    {
        var lost = document.Lines.Where(l => l.Arrived < l.Quantity).Sum(l => l.Value * (l.Quantity - l.Arrived!.Value) / l.Quantity);
        var limit = await DifferenceLimitAsync(document.BranchId, cancel);
        return lost > limit && !user.Can(SparePartsPermissions.StockWriteOff) ? StockDocumentErrors.LossTooLarge(lost, limit) : null;
    }

    /// <summary>The place of a branch into which the program books by itself, of a kind such as transit or quarantine; made when the first goods go there.</summary>
    public async Task<Warehouse> PlaceAsync(Guid branchId, WarehouseKind kind, CancellationToken cancel)
    {
        var place = await db.Warehouses.IgnoreQueryFilters().Where(w => w.BranchId == branchId && w.Kind == kind).OrderByDescending(w => w.Active).ThenBy(w => w.Code).FirstOrDefaultAsync(cancel);
        if (place is null)
        {
            place = new Warehouse(ids.NewId(), branchId, $"{kind}-{branches.Of(branchId).Code}");
            place.Describe(kind switch { WarehouseKind.Transit => "Goods on their way", WarehouseKind.Quarantine => "Quarantine", _ => "Defective parts" }, kind, null, active: true);
            db.Warehouses.Add(place);
        }

        return place;
    }

    /// <summary>Defective goods that came or left by a document that is taken back.</summary>
    private async Task<Error?> FollowAsync(StockDocument document, string reason, CancellationToken cancel)
    {
        if (await db.ClaimComebacks.AnyAsync(c => c.ExitDocumentId == document.Id || c.DocumentId == document.Id, cancel))
        {
            return Domain.Claims.ClaimErrors.CameBackInPart;
        }

        if ((await FollowOrderAsync(document, reason, cancel) ?? await FollowCountAsync(document, reason, cancel)) is { } refused)
        {
            return refused;
        }

        var goods = await db.DefectiveParts.Where(d => d.EntryDocumentId == document.Id || d.ExitDocumentId == document.Id).ToListAsync(cancel);
        foreach (var one in goods)
        {
            if ((one.ExitDocumentId == document.Id ? one.TakeBack(reason) : one.Withdraw(reason)).Error is { } stays)
            {
                return stays;
            }
        }

        var claimIds = document.Kind == StockDocumentKind.SupplierReturn ? goods.Select(d => d.ClaimId).OfType<Guid>().Distinct().ToArray() : [];
        var claims = claimIds.Length == 0 ? [] : await db.SupplierClaims.Include(c => c.Lines).Include(c => c.Credits).Include(c => c.Replacements).Include(c => c.Comebacks).AsSplitQuery().Where(c => claimIds.Contains(c.Id)).ToListAsync(cancel);
        return claims.Where(c => c.IsShipped).Select(c => c.TakeBack(reason).Error).FirstOrDefault(e => e is not null);
    }

    /// <summary>A delivery against a purchase order that is taken back is waited for again.</summary>
    private async Task<Error?> FollowOrderAsync(StockDocument document, string reason, CancellationToken cancel)
    {
        if (document.Kind != StockDocumentKind.Receipt || document.PurchaseOrderId is not { } orderId
            || await db.PurchaseOrders.Include(o => o.Lines).Include(o => o.Receipts).ThenInclude(r => r.Lines).AsSplitQuery().FirstOrDefaultAsync(o => o.Id == orderId, cancel) is not { } order)
        {
            return null;
        }

        return order.TakeBack(document, (await db.RulesAsync(cancel)).UnderDeliveryPercent, reason).Error;
    }

    /// <summary>The correction of a count is taken back by who may approve one: its places count as not counted.</summary>
    private async Task<Error?> FollowCountAsync(StockDocument document, string reason, CancellationToken cancel)
    {
        var lines = document.Kind != StockDocumentKind.Correction ? [] : await db.CountLines.Where(l => l.DocumentId == document.Id).ToListAsync(cancel);
        if (lines.Count == 0)
        {
            // What two people booked one does not take back.
            return document is { Kind: StockDocumentKind.Correction, ApprovedBy: not null } && !user.Can(SparePartsPermissions.CountApprove)
                ? StockDocumentErrors.CorrectionStays(document.Lines.Sum(l => Math.Abs(l.Value)), await DifferenceLimitAsync(document.BranchId, cancel))
                : null;
        }

        var countId = lines[0].StockCountId;
        var count = await db.StockCounts.FirstAsync(s => s.Id == countId, cancel);

        if (!user.Can(SparePartsPermissions.CountApprove))
        {
            return CountErrors.ApproverReverses(count.Number);
        }

        // What another correction of the same count booked stays booked.
        var stillBooked = await db.CountLines.Where(l => l.StockCountId == countId && l.DocumentId != null && l.DocumentId != document.Id).Select(l => l.DocumentId).FirstOrDefaultAsync(cancel);
        var isOver = count.State == StockCountState.Posted;
        foreach (var line in isOver && stillBooked is null ? await db.CountLines.Where(l => l.StockCountId == countId).ToListAsync(cancel) : lines)
        {
            line.TakeBack();
            if (!isOver)
            {
                line.Reopen();
            }
        }

        return count.Reverse(reason, stillBooked).Error;
    }

    private LocalDate Today(Guid branchId) => branches.Of(branchId).DayOf(clock.GetCurrentInstant());

    private async Task<(Dictionary<Guid, BookedPart> Parts, Dictionary<Guid, Warehouse> Warehouses, Shelves Shelves)> OpenAsync(
        IReadOnlyCollection<StockDocument> documents, CancellationToken cancel, IEnumerable<string>? serials = null, BookedPart? isNew = null)
    {
        var partIds = documents.SelectMany(d => d.Lines).Select(l => l.PartId).Distinct().ToArray();
        var places = documents.SelectMany(d => new[] { d.WarehouseId, d.TargetWarehouseId ?? d.WarehouseId }).Distinct().ToArray();
        var warehouses = await db.Warehouses.IgnoreQueryFilters().AsNoTracking().Where(w => places.Contains(w.Id)).ToDictionaryAsync(w => w.Id, cancel);
        foreach (var made in db.Warehouses.Local.Where(w => places.Contains(w.Id)))
        {
            warehouses.TryAdd(made.Id, made);
        }

        var shelves = await room.OpenAsync(partIds, [.. warehouses.Values.Select(w => w.BranchId).Distinct()], cancel);
        var parts = await room.PartsAsync(partIds, cancel);
        if (isNew is not null)
        {
            parts[isNew.Id] = isNew;
        }

        await room.PlacePiecesAsync(shelves, parts.Values, documents.SelectMany(d => d.Lines).SelectMany(l => l.SerialList).Concat(serials ?? []), [], cancel);
        return (parts, warehouses, shelves);
    }

    private async Task<Error?> FinishAsync(IReadOnlyCollection<Guid> partIds, Shelves shelves, CancellationToken cancel)
    {
        room.Store(shelves);
        return (await room.ServeWaitingAsync(shelves, partIds, cancel)).Error;
    }

    private Error? Add(StockDocument document, NewLine line, List<Part> parts, List<Bin> bins)
    {
        var code = Codes.CleanOrNull(line.Code);
        var part = parts.Find(p => line.PartId is { } id ? p.Id == id : p.Number == code || p.Barcodes.Any(b => b.Code == code));
        if (part is null)
        {
            return Error.NotFound("SpareParts.Part.NotFound", "This part does not exist.").On(line.PartId is null ? nameof(line.Code) : nameof(line.PartId));
        }

        if (!part.Active && document.Kind == StockDocumentKind.Receipt)
        {
            return PartErrors.Inactive(part.Number).On(nameof(line.Code));
        }

        var packaging = line.Unit is { } unit && unit.Trim() != part.Unit
            ? part.Units.FirstOrDefault(u => u.Unit == unit.Trim())
            : line.PartId is null && line.Unit is null && part.Barcodes.FirstOrDefault(b => b.Code == code)?.Unit is { } scanned ? part.Units.FirstOrDefault(u => u.Unit == scanned) : null;
        if (packaging is null && line.Unit is { } unknown && unknown.Trim() != part.Unit)
        {
            return PartErrors.UnitUnknown(part.Number, unknown).On(nameof(line.Unit));
        }

        if (Bin(bins, document.WarehouseId, line.Bin, out var binId) is { } noBin)
        {
            return noBin.On(nameof(line.Bin));
        }

        if (Bin(bins, document.TargetWarehouseId, line.TargetBin, out var targetBinId) is { } noTarget)
        {
            return noTarget.On(nameof(line.TargetBin));
        }

        return document.AddLine(
            ids.NewId(), BookedPart.Of(part), packaging?.Unit ?? part.Unit, packaging?.Factor ?? 1, line.Quantity, line.UnitCost, binId, targetBinId, line.SerialList, line.PurchaseLineId, line.SourceLine).Error;
    }

    private static Error? Bin(List<Bin> bins, Guid? warehouseId, string? code, out Guid? binId)
    {
        binId = null;
        if (Codes.CleanOrNull(code) is not { } clean)
        {
            return null;
        }

        binId = bins.Find(b => b.WarehouseId == warehouseId && b.Code == clean)?.Id;
        return binId is null ? WarehouseErrors.BinNotFound(clean) : null;
    }
}

/// <summary>Which documents a reader sees, and which branches' stock they move.</summary>
internal static class DocumentSight
{
    /// <summary>The branch it is booked at, and the one that the goods go to: both are locked at once, in the one order that there is.</summary>
    public static IQueryable<Guid> BranchesOf(this SparePartsDbContext db, Guid documentId) =>
        db.Documents.IgnoreQueryFilters().Where(d => d.Id == documentId).Select(d => d.BranchId)
            .Union(db.Documents.IgnoreQueryFilters().Where(d => d.Id == documentId && d.TargetBranchId != null).Select(d => d.TargetBranchId!.Value));

    /// <summary>Those of the reader's branch, and those on their way to it or arrived there.</summary>
    public static IQueryable<StockDocument> SeenFrom(this IQueryable<StockDocument> documents, SparePartsDbContext db)
    {
        var own = db.BranchScope;
        return documents.IgnoreQueryFilters().Where(d => own == null || d.BranchId == own || (d.TargetBranchId == own && d.State != StockDocumentState.Draft));
    }
}
