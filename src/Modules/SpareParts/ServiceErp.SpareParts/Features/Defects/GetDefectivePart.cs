using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.SpareParts.Domain.Defects;
using ServiceErp.SpareParts.Persistence;

namespace ServiceErp.SpareParts.Features.Defects;

/// <summary>Defective goods, for putting right what is known of them.</summary>
public static class GetDefectivePart
{
    [Requires(SparePartsPermissions.ClaimRead)]
    public sealed record Query(Guid Id) : IQuery<Answer>;

    public sealed record Answer(
        Guid Id, int Version, DefectState State, DefectSource Source, Guid PartId, string PartNumber, string PartName, decimal Quantity, string Unit, string? Serials, string Defect, Guid? SupplierId, LocalDate? ReceivedOn, decimal? UnitCost,
        LocalDate? CoveredUntil, string? OrderNumber, string? Device, bool IsHere);

    internal sealed class Handler(SparePartsDbContext db) : IHandler<Query, Answer>
    {
        public async Task<Result<Answer>> Handle(Query q, CancellationToken cancel) =>
            await db.DefectiveParts.AsNoTracking().Where(d => d.Id == q.Id)
                .Select(d => new Answer(
                    d.Id, d.Version, d.State, d.Source, d.PartId, d.PartNumber, d.Part.Name, d.Quantity, d.Unit, d.Serials, d.Defect, d.SupplierId, d.ReceivedOn, d.UnitCost, d.CoveredUntil, d.OrderNumber, d.Device, d.WarehouseId != null))
                .FirstOrDefaultAsync(cancel) is { } goods ? goods : DefectErrors.NotFound;
    }
}
