using ServiceErp.Platform.Ui;
using ServiceErp.SpareParts.Features.Defects;

namespace ServiceErp.SpareParts.Pages.Defects;

/// <summary>The columns of the lists of defective goods, for screen and files.</summary>
internal static class DefectLists
{
    public static readonly ListColumns<ListDefectiveParts.Row> Defects = new ListColumns<ListDefectiveParts.Row>()
        .Add("Part", r => r.PartNumber, "part", r => $"/spare-parts/parts/{r.PartId}", primary: true)
        .Add("Name", r => r.PartName, fileOnly: true)
        .Add("State", r => r.State, kind: ColumnKind.Badge, tone: r => Tones.Of(r.State))
        .Add("Quantity", r => r.Quantity, kind: ColumnKind.Number)
        .Add("Unit", r => r.Unit, fileOnly: true)
        .Add("Serial numbers", r => r.Serials?.Replace('\n', ' '), fileOnly: true)
        .Add("What is wrong", r => r.Defect)
        .Add("How it was found", r => r.Source, hideOnPhone: true)
        .Add("Supplier", r => r.Supplier, href: r => r.SupplierId is { } id ? $"/spare-parts/suppliers/{id}" : null)
        .Add("Purchase order", r => r.PurchaseOrder, href: r => r.PurchaseOrderId is { } id ? $"/spare-parts/purchase-orders/{id}" : null, fileOnly: true)
        .Add("Delivery note", r => r.DeliveryNote, fileOnly: true)
        .Add("Came on", r => r.ReceivedOn, kind: ColumnKind.Date, fileOnly: true)
        .Add("Covered until", r => r.CoveredUntil, kind: ColumnKind.Date, hideOnPhone: true)
        .Add("Service order", r => r.OrderNumber, href: r => r.OrderId is { } id ? $"/workshop/orders/{id}" : null, fileOnly: true)
        .Add("Device", r => r.Device, fileOnly: true)
        .Add("Claim", r => r.Claim, href: r => r.ClaimId is { } id ? $"/spare-parts/claims/{id}" : null)
        .Money("Cost of one", r => r.UnitCost, r => r.Currency, fileOnly: true, ofOne: true)
        .Add("Place", r => r.ExitDocument is null ? r.Warehouse : r.ExitDocument, href: r => (r.ExitDocumentId ?? r.EntryDocumentId) is { } id ? $"/spare-parts/documents/{id}" : null)
        .Add("Found on", r => r.FoundAt, "found", kind: ColumnKind.Instant, hideOnPhone: true)
        .Add("Person", r => r.Person, fileOnly: true);
}
