using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Branches;
using ServiceErp.Platform.Dispatching;
using ServiceErp.SpareParts.Domain.Defects;
using ServiceErp.SpareParts.Persistence;

namespace ServiceErp.SpareParts.Features.Claims;

/// <summary>Defective goods that nobody has claimed, by supplier; those whose cover ends first come first. What failed on the shelf and nobody knows the supplier of comes last; what was taken out of a device and can't be traced is not proposed.</summary>
public static class ListClaimCandidates
{
    /// <summary>Shown at once; more are in the list of defective goods.</summary>
    private const int MostRows = 300;

    [Requires(SparePartsPermissions.ClaimRead)]
    public sealed record Query : IQuery<IReadOnlyList<Group>>;

    public sealed record Group(Guid? SupplierId, string? Supplier, Guid BranchId, string Currency, decimal Cost, IReadOnlyList<Goods> Goods);

    /// <param name="InCover">Found within the supplier's warranty; null when nobody knows.</param>
    /// <param name="IsHere">Lies in the store, and not in the workshop.</param>
    public sealed record Goods(
        Guid Id, DefectSource Source, Guid PartId, string PartNumber, string PartName, decimal Quantity, string Unit, string? Serials, string Defect, string? PurchaseOrder, LocalDate? ReceivedOn, LocalDate? CoveredUntil, bool? InCover,
        decimal? UnitCost, Guid? OrderId, string? OrderNumber, string? Device, bool IsHere, string? Place, Instant FoundAt);

    /// <summary>What may be claimed: held, and not taken out of a device without anybody knowing who delivered it.</summary>
    internal static readonly Expression<Func<DefectivePart, bool>> ToClaim = d => d.State == DefectState.Held && (d.SupplierId != null || d.Source != DefectSource.Repair);

    internal sealed class Handler(SparePartsDbContext db, IBranches branches) : IHandler<Query, IReadOnlyList<Group>>
    {
        public async Task<Result<IReadOnlyList<Group>>> Handle(Query q, CancellationToken cancel)
        {
            var held = await db.DefectiveParts.AsNoTracking().Where(ToClaim).OrderBy(d => d.FoundAt).ThenBy(d => d.Id).Take(MostRows)
                .Select(d => new { Goods = d, d.Part.Name, Supplier = d.Supplier!.Name, Place = d.Warehouse!.Code }).ToListAsync(cancel);
            return held.GroupBy(h => (h.Goods.SupplierId, h.Supplier, h.Goods.BranchId)).OrderBy(g => g.Key.SupplierId is null).ThenBy(g => g.Key.Supplier, StringComparer.CurrentCulture)
                .Select(g => new Group(
                    g.Key.SupplierId, g.Key.Supplier, g.Key.BranchId, branches.Find(g.Key.BranchId)?.Currency ?? "", g.Sum(h => h.Goods.Quantity * (h.Goods.UnitCost ?? 0)),
                    [.. g.OrderBy(h => h.Goods.CoveredUntil ?? LocalDate.MaxIsoValue).ThenBy(h => h.Goods.FoundAt).Select(h => Told(h.Goods, h.Name, h.Place))])).ToList();
        }

        private Goods Told(DefectivePart d, string name, string? place) => new(
            d.Id, d.Source, d.PartId, d.PartNumber, name, d.Quantity, d.Unit, d.Serials, d.Defect, d.PurchaseOrderNumber, d.ReceivedOn, d.CoveredUntil,
            d.CoveredUntil is { } until && branches.Find(d.BranchId) is { } branch ? branch.DayOf(d.FoundAt) <= until : null, d.UnitCost, d.OrderId, d.OrderNumber, d.Device, d.WarehouseId is not null, place, d.FoundAt);
    }
}
