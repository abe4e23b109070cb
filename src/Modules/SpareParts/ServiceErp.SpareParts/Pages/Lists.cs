using ServiceErp.Platform.Ui;
using ServiceErp.SpareParts.Domain.Stock;
using ServiceErp.SpareParts.Features.Documents;
using ServiceErp.SpareParts.Features.Parts;
using ServiceErp.SpareParts.Features.Prices;
using ServiceErp.SpareParts.Features.Reservations;
using ServiceErp.SpareParts.Features.Stock;
using ServiceErp.SpareParts.Features.Suppliers;
using ServiceErp.SpareParts.Features.Warehouses;

namespace ServiceErp.SpareParts.Pages;

/// <summary>The columns of the module's lists, for screen and files.</summary>
internal static class Lists
{
    private const int MostInstead = 3;

    public static readonly ListColumns<ListParts.Row> Parts = new ListColumns<ListParts.Row>()
        .Add("Number", r => r.Number, "number", r => $"/spare-parts/parts/{r.Id}", primary: true)
        .Add("Name", r => r.Name, "name")
        .Add("Group", r => r.Group, "group", hideOnPhone: true)
        .Add("Barcode", r => r.Barcode, fileOnly: true)
        .Money("Price", r => r.Price, r => r.Currency, ofOne: true)
        .Add("On hand", r => r.OnHand, kind: ColumnKind.Number)
        .Add("Available", r => r.Available, kind: ColumnKind.Number)
        .Add("Missing", r => r.Missing == 0 ? null : r.Missing, kind: ColumnKind.Number, hideOnPhone: true)
        .Add("Instead, free", r => Free(r.Instead), href: r => r.Instead.Count > 0 ? $"/spare-parts/parts/{r.Instead[0].PartId}" : null)
        .Add("Unit", r => r.Unit, hideOnPhone: true)
        .Add("In use", r => r.Active, fileOnly: true);

    public static readonly ListColumns<ListStock.Row> Stock = new ListColumns<ListStock.Row>()
        .Add("Part", r => r.Number, "number", r => $"/spare-parts/parts/{r.PartId}", primary: true)
        .Add("Name", r => r.Name)
        .Add("Place", r => r.Bin is null ? r.Warehouse : $"{r.Warehouse} {r.Bin}", href: r => $"/spare-parts/warehouses/{r.WarehouseId}")
        .Add("On hand", r => r.OnHand, kind: ColumnKind.Number)
        .Add("Reserved", r => r.Reserved, kind: ColumnKind.Number, hideOnPhone: true)
        .Add("Available", r => r.Available, kind: ColumnKind.Number)
        .Add("Instead, free", r => Free(r.Instead), href: r => r.Instead.Count > 0 ? $"/spare-parts/parts/{r.Instead[0].PartId}" : null)
        .Add("Unit", r => r.Unit, fileOnly: true)
        .Add("Group", r => r.Group, fileOnly: true)
        .Money("Average cost", r => r.Average, r => r.Currency, hideOnPhone: true, ofOne: true)
        .Money("Value", r => r.Value, r => r.Currency, sort: "value");

    public static readonly ListColumns<ListMovements.Row> Movements = new ListColumns<ListMovements.Row>()
        .Add("When", r => r.At, "at", kind: ColumnKind.Instant)
        .Add("Kind", r => r.Kind, kind: ColumnKind.Badge, tone: r => Tones.Of(r.Kind))
        .Add("Document", r => r.DocumentNumber, href: r => $"/spare-parts/documents/{r.DocumentId}", primary: true)
        .Add("Part", r => r.PartNumber, href: r => $"/spare-parts/parts/{r.PartId}")
        .Add("Name", r => r.PartName, fileOnly: true)
        .Add("Place", r => r.Bin is null ? r.Warehouse : $"{r.Warehouse} {r.Bin}")
        .Add("Quantity", r => r.Quantity, kind: ColumnKind.Number)
        .Money("Value", r => r.Value, r => r.Currency)
        .Add("Then there", r => r.QuantityAfter, kind: ColumnKind.Number, hideOnPhone: true)
        .Add("Person", r => r.Person, hideOnPhone: true)
        .Add("Reason", r => r.Reason, fileOnly: true)
        .Add("Day of booking", r => r.BookingDate, kind: ColumnKind.Date, fileOnly: true)
        .Add("Reversal", r => r.IsReversal, fileOnly: true);

    public static readonly ListColumns<ListReservations.Row> Reservations = new ListColumns<ListReservations.Row>()
        .Add("Order", r => r.OrderNumber, href: r => $"/spare-parts/orders/{r.OrderId}", primary: true)
        .Add("Part", r => r.PartNumber, href: r => $"/spare-parts/parts/{r.PartId}")
        .Add("Name", r => r.PartName)
        .Add("State", r => r.State, kind: ColumnKind.Badge, tone: r => Tones.Of(r.State))
        .Add("Wanted", r => r.Wanted, kind: ColumnKind.Number)
        .Add("Ready", r => r.Reserved, kind: ColumnKind.Number)
        .Add("Handed out", r => r.Issued, kind: ColumnKind.Number, fileOnly: true)
        .Add("Missing", r => r.Missing, kind: ColumnKind.Number)
        .Add("Instead, free", r => Free(r.Instead), href: r => r.Instead.Count > 0 ? $"/spare-parts/parts/{r.Instead[0].PartId}" : null)
        .Add("Unit", r => r.Unit, fileOnly: true)
        .Add("Since", r => r.Since, kind: ColumnKind.Instant);

    public static readonly ListColumns<ListStockDocuments.Row> Documents = new ListColumns<ListStockDocuments.Row>()
        .Add("Number", r => (object?)r.Number ?? r.State, href: r => $"/spare-parts/documents/{r.Id}", primary: true)
        .Add("Kind", r => r.Kind)
        .Add("State", r => r.State, kind: ColumnKind.Badge, tone: r => Tones.Of(r.State))
        .Add("Warehouse", r => r.Target is null ? r.Warehouse : $"{r.Warehouse} → {r.Target}")
        .Add("Supplier", r => r.Supplier, hideOnPhone: true)
        .Add("Reference", r => r.Reference, fileOnly: true)
        .Add("Lines", r => r.Lines, kind: ColumnKind.Number)
        .Money("Value", r => r.Number is null ? null : r.Value, r => r.Currency)
        .Add("Written", r => r.CreatedAt, "created", kind: ColumnKind.Instant)
        .Add("Person", r => r.Person, hideOnPhone: true);

    public static readonly ListColumns<ListWarehouses.Row> Warehouses = new ListColumns<ListWarehouses.Row>()
        .Add("Code", r => r.Code, href: r => $"/spare-parts/warehouses/{r.Id}", primary: true)
        .Add("Name", r => r.Name)
        .Add("Kind", r => r.Kind)
        .Add("Branch", r => r.Branch)
        .Add("Carried by", r => r.Holder)
        .Add("Bins", r => r.Bins, kind: ColumnKind.Number)
        .Add("In use", r => r.Active, kind: ColumnKind.Badge, tone: r => r.Active ? Tone.Good : Tone.Neutral);

    public static readonly ListColumns<ListPriceLists.Row> PriceLists = new ListColumns<ListPriceLists.Row>()
        .Add("Code", r => r.Code, href: r => $"/spare-parts/price-lists/{r.Id}", primary: true)
        .Add("Name", r => r.Name)
        .Add("First day", r => r.ValidFrom, kind: ColumnKind.Date)
        .Add("Last day", r => r.ValidUntil, kind: ColumnKind.Date)
        .Add("Currency", r => r.Currency)
        .Add("Branch", r => r.Branch)
        .Add("Prices", r => r.Prices, kind: ColumnKind.Number)
        .Add("In force", r => r.InForce, kind: ColumnKind.Badge, tone: r => r.InForce ? Tone.Good : Tone.Neutral);

    public static readonly ListColumns<ListListPrices.Row> ListPrices = new ListColumns<ListListPrices.Row>()
        .Add("Number", r => r.Number, "number", r => $"/spare-parts/parts/{r.PartId}", primary: true)
        .Add("Name", r => r.Name)
        .Add("Group", r => r.Group, hideOnPhone: true)
        .Add("Unit", r => r.Unit, hideOnPhone: true)
        .Money("Price", r => r.Amount, r => r.Currency, ofOne: true);

    public static readonly ListColumns<ListSuppliers.Row> Suppliers = new ListColumns<ListSuppliers.Row>()
        .Add("Name", r => r.Name, "name", r => $"/spare-parts/suppliers/{r.Id}", primary: true)
        .Add("Number", r => r.Number, "number")
        .Add("E-mail", r => r.Email)
        .Add("Phone", r => r.Phone)
        .Add("Warranty in months", r => r.WarrantyMonths, kind: ColumnKind.Number, hideOnPhone: true)
        .Add("Days to answer a claim", r => r.AnswerDays, kind: ColumnKind.Number, fileOnly: true)
        .Add("In use", r => r.Active, kind: ColumnKind.Badge, tone: r => r.Active ? Tone.Good : Tone.Neutral);

    public static readonly ListColumns<ListGroups.Row> Groups = new ListColumns<ListGroups.Row>()
        .Add("Group", r => r.Group, href: r => $"/spare-parts/parts?group={Uri.EscapeDataString(r.Group)}", primary: true)
        .Add("Parts", r => r.Parts, kind: ColumnKind.Number)
        .Add("In use", r => r.Active, kind: ColumnKind.Number)
        .Add("Orders wait for", r => r.Awaited == 0 ? null : r.Awaited, kind: ColumnKind.Number)
        .Money("Stock value", r => r.Value, r => r.Currency);

    /// <summary>What stands in, each with its free stock.</summary>
    private static string? Free(IReadOnlyList<PartInstead> instead) => instead.Count == 0 ? null : string.Join(", ", instead.Take(MostInstead).Select(i => $"{i.Number}: {Display.Number(i.Available)}"));
}
