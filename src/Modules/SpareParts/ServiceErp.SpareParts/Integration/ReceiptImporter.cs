using ServiceErp.Platform.Importing;
using ServiceErp.SpareParts.Features.Documents;

namespace ServiceErp.SpareParts.Integration;

/// <summary>The columns of a large delivery.</summary>
internal static class ReceiptImporter
{
    public const string Name = "spare-parts-receipts";

    public static Importer Make() => new Importer<ReceiptRow>(Name, "Deliveries of parts", SparePartsPermissions.StockMove)
        .Text("Delivery note", (r, v) => r.DeliveryNote = v, required: true, maxLength: 60, example: "LS-4711", aliases: ["Note", "Reference", "Invoice"])
        .Whole("Line", (r, v) => r.Line = v, required: true, example: "1", aliases: ["Position", "Pos", "No."])
        .Text("Warehouse", (r, v) => r.Warehouse = v, required: true, maxLength: 20, example: "MAIN", aliases: ["Store", "Location"])
        .Text("Part", (r, v) => r.Part = v, required: true, maxLength: 60, example: "P-1000", aliases: ["Number", "Part number", "Barcode", "EAN", "SKU"])
        .Number("Quantity", (r, v) => r.Quantity = v, required: true, example: "12", aliases: ["Qty"])
        .Number("Cost", (r, v) => r.Cost = v, example: "7.20", aliases: ["Unit cost", "Cost of one", "Price"])
        .Text("Unit", (r, v) => r.Unit = v, maxLength: 20, example: "pcs", aliases: ["Packaging", "UOM"])
        .Text("Bin", (r, v) => r.Bin = v, maxLength: 20, example: "A-01", aliases: ["Shelf", "Place"])
        .Text("Supplier", (r, v) => r.Supplier = v, maxLength: 40, example: "S-100", aliases: ["Supplier number"])
        .Text("Serial numbers", (r, v) => r.Serials = v, maxLength: 4000, example: "SN-1, SN-2", aliases: ["Serials"])
        .Key(r => $"{r.DeliveryNote} {r.Line}".ToUpperInvariant())
        .Apply(r => new ImportReceiptLine.Command(r.DeliveryNote, r.Line, r.Warehouse, r.Part, r.Quantity) { Cost = r.Cost, Unit = r.Unit, Bin = r.Bin, Supplier = r.Supplier, Serials = r.Serials });

    private sealed class ReceiptRow
    {
        public string DeliveryNote { get; set; } = "";

        public int Line { get; set; }

        public string Warehouse { get; set; } = "";

        public string Part { get; set; } = "";

        public decimal Quantity { get; set; }

        public decimal? Cost { get; set; }

        public string? Unit { get; set; }

        public string? Bin { get; set; }

        public string? Supplier { get; set; }

        public string? Serials { get; set; }
    }
}
