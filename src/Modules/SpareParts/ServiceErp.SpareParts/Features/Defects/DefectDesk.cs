using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.SpareParts.Domain.Defects;
using ServiceErp.SpareParts.Domain.Documents;
using ServiceErp.SpareParts.Features.Documents;
using ServiceErp.SpareParts.Persistence;

namespace ServiceErp.SpareParts.Features.Defects;

/// <summary>What the use cases of defective goods share: how they leave for good.</summary>
internal sealed class DefectDesk(SparePartsDbContext db, StockDocumentDesk desk, IClock clock, IIdentifiers ids, ICurrentUser user)
{
    /// <summary>Some or all of what is held leaves by a document that is posted at once.</summary>
    /// <param name="id">The goods.</param>
    /// <param name="quantity">How many; null is all.</param>
    /// <param name="serials">Of a serial-tracked part of which some leave: which pieces.</param>
    /// <param name="kind">A return to the supplier or a scrapping.</param>
    /// <param name="reference">The supplier's number for the return.</param>
    /// <param name="reason">Why.</param>
    /// <param name="cancel">Stops it.</param>
    public async Task<Result<StockDocument>> LeaveAsync(Guid id, decimal? quantity, IReadOnlyList<string> serials, StockDocumentKind kind, string? reference, string reason, CancellationToken cancel)
    {
        await db.BeginWriteAsync(cancel);
        if (await db.DefectiveParts.Include(d => d.Warehouse).FirstOrDefaultAsync(d => d.Id == id, cancel) is not { Warehouse: { } warehouse } goods)
        {
            return DefectErrors.NotFound;
        }

        var how = kind == StockDocumentKind.SupplierReturn ? DefectTrigger.Return : DefectTrigger.Scrap;
        if (goods.WhyNot(how) is { } refused)
        {
            return refused;
        }

        if (how == DefectTrigger.Return && goods.SupplierId is null)
        {
            return DefectErrors.SupplierUnknown(goods.PartNumber);
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
        var wrong = await desk.DescribeAsync(document, null, goods.SupplierId, reference, reason, null, goods.PurchaseOrderId, cancel)
            ?? await desk.AddLinesAsync(document, [new NewLine(goods.PartId, leaving.Quantity) { Serials = leaving.Serials }], cancel)
            ?? await desk.PostAsync(document, cancel)
            ?? leaving.Leave(how, document).Error;
        return wrong is null ? document : wrong;
    }
}
