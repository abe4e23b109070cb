using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Branches;
using ServiceErp.SpareParts.Domain;
using ServiceErp.SpareParts.Domain.Documents;
using ServiceErp.SpareParts.Domain.Parts;
using ServiceErp.SpareParts.Domain.Warehouses;
using ServiceErp.SpareParts.Features.Stock;
using ServiceErp.SpareParts.Persistence;

namespace ServiceErp.SpareParts.Features.Documents;

/// <summary>What the use cases of stock documents share: finding what lines name, and booking.</summary>
internal sealed class StockDocumentDesk(SparePartsDbContext db, StockRoom room, IClock clock, IIdentifiers ids, IBranches branches)
{
    /// <summary>Whether the head names things that exist.</summary>
    public async Task<Error?> CheckHeadAsync(StockDocument document, CancellationToken cancel)
    {
        if (document.TargetWarehouseId is { } target && !await db.Warehouses.AnyAsync(w => w.Id == target && w.Active, cancel))
        {
            return WarehouseErrors.NotFound.On(nameof(document.TargetWarehouseId));
        }

        return document.SupplierId is { } supplier && !await db.Suppliers.AnyAsync(s => s.Id == supplier, cancel)
            ? Error.NotFound("SpareParts.Supplier.NotFound", "This supplier does not exist.").On(nameof(document.SupplierId))
            : null;
    }

    /// <summary>Adds lines; the first that is wrong is named by its field.</summary>
    public async Task<Error?> AddLinesAsync(StockDocument document, IReadOnlyList<NewLine> lines, CancellationToken cancel)
    {
        if (lines.Count == 0)
        {
            return null;
        }

        var partIds = lines.Select(l => l.PartId).OfType<Guid>().ToArray();
        var codes = lines.Where(l => l.PartId is null).Select(l => Codes.CleanOrNull(l.Code)).OfType<string>().ToArray();
        var parts = await db.Parts.AsNoTracking().Include(p => p.Units)
            .Where(p => partIds.Contains(p.Id) || codes.Contains(p.Number) || codes.Contains(p.Barcode!) || p.Units.Any(u => codes.Contains(u.Barcode!)))
            .ToListAsync(cancel);
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
    public async Task<Error?> PostAsync(StockDocument document, CancellationToken cancel, BookedPart? isNew = null)
    {
        var (partIds, warehouses, shelves) = await OpenAsync(document, cancel);
        var parts = await db.Parts.AsNoTracking().Where(p => partIds.Contains(p.Id))
            .Select(p => new BookedPart(p.Id, p.Number, p.Unit, p.CustomerOwned, p.Active)).ToDictionaryAsync(p => p.Id, cancel);
        if (isNew is not null)
        {
            parts[isNew.Id] = isNew;
        }

        var branch = branches.Of(document.BranchId);
        var year = branch.DayOf(clock.GetCurrentInstant()).Year;
        var prefix = document.Kind switch { StockDocumentKind.Receipt => "REC", StockDocumentKind.Transfer => "TRF", StockDocumentKind.Scrap => "SCR", _ => "COR" };
        var number = $"{prefix}-{branch.Code}-{year}-{await db.NextNumberAsync($"stock-{prefix}/{branch.Code}/{year}", cancel):D5}";
        var target = document.TargetWarehouseId is { } targetId ? warehouses[targetId] : null;
        var posted = document.Post(number, shelves, parts, warehouses[document.WarehouseId], target, room.Booking(document.BranchId, document.Id, number, document.Reason));
        return posted.Succeeded ? await FinishAsync(partIds, shelves, cancel) : posted.Error;
    }

    /// <summary>Takes a posted document back.</summary>
    public async Task<Error?> ReverseAsync(StockDocument document, string reason, CancellationToken cancel)
    {
        var (partIds, _, shelves) = await OpenAsync(document, cancel);
        var movements = await db.Movements.AsNoTracking().IgnoreQueryFilters().Where(m => m.DocumentId == document.Id && m.ReversalOf == null).ToListAsync(cancel);
        var reversed = document.Reverse(movements, shelves, reason, room.Booking(document.BranchId, document.Id, document.Number ?? "", reason));
        return reversed.Succeeded ? await FinishAsync(partIds, shelves, cancel) : reversed.Error;
    }

    private async Task<(Guid[] PartIds, Dictionary<Guid, Warehouse> Warehouses, Domain.Stock.Shelves Shelves)> OpenAsync(StockDocument document, CancellationToken cancel)
    {
        var partIds = document.Lines.Select(l => l.PartId).Distinct().ToArray();
        var warehouses = await db.Warehouses.AsNoTracking().Where(w => w.Id == document.WarehouseId || w.Id == document.TargetWarehouseId).ToDictionaryAsync(w => w.Id, cancel);
        return (partIds, warehouses, await room.OpenAsync(partIds, [.. warehouses.Values.Select(w => w.BranchId).Distinct()], cancel));
    }

    private async Task<Error?> FinishAsync(Guid[] partIds, Domain.Stock.Shelves shelves, CancellationToken cancel)
    {
        room.Store(shelves);
        return (await room.ServeWaitingAsync(shelves, partIds, cancel)).Error;
    }

    private Error? Add(StockDocument document, NewLine line, List<Part> parts, List<Bin> bins)
    {
        var code = Codes.CleanOrNull(line.Code);
        var part = parts.Find(p => line.PartId is { } id ? p.Id == id : p.Number == code || p.Barcode == code || p.Units.Any(u => u.Barcode == code));
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
            : line.PartId is null && line.Unit is null ? part.Units.FirstOrDefault(u => u.Barcode is not null && u.Barcode == code) : null;
        if (packaging is null && line.Unit is { } unknown && unknown.Trim() != part.Unit)
        {
            return Error.Invalid("SpareParts.Part.UnitUnknown", "{0} is not counted in {1}.", part.Number, unknown).On(nameof(line.Unit));
        }

        if (Bin(bins, document.WarehouseId, line.Bin, out var binId) is { } noBin)
        {
            return noBin.On(nameof(line.Bin));
        }

        if (Bin(bins, document.TargetWarehouseId, line.TargetBin, out var targetBinId) is { } noTarget)
        {
            return noTarget.On(nameof(line.TargetBin));
        }

        var booked = new BookedPart(part.Id, part.Number, part.Unit, part.CustomerOwned, part.Active);
        return document.AddLine(ids.NewId(), booked, packaging?.Unit ?? part.Unit, packaging?.Factor ?? 1, line.Quantity, line.UnitCost, binId, targetBinId).Error;
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
