using ServiceErp.Platform.Importing;
using ServiceErp.SpareParts.Features.Parts;

namespace ServiceErp.SpareParts.Integration;

/// <summary>The columns of a catalogue file, under the headings that such files usually have.</summary>
internal static class CatalogueImporter
{
    public const string Name = "spare-parts-catalogue";

    public static Importer Make() => new Importer<CatalogueRow>(Name, "Parts and opening stock", SparePartsPermissions.PartImport)
        .Text("Number", (r, v) => r.Number = v, required: true, maxLength: 60, example: "P-1000", aliases: ["Part number", "Part no.", "Product number", "ProductNumber", "SKU", "Article"])
        .Text("Name", (r, v) => r.Name = v, example: "Pump head", aliases: ["Description", "Part name"])
        .Text("Group", (r, v) => r.Group = v, maxLength: 80, example: "Pumps", aliases: ["Part group", "Category"])
        .Text("Unit", (r, v) => r.Unit = v, maxLength: 20, example: "pcs", aliases: ["Unit of measure", "UOM"])
        .Text("Barcode", (r, v) => r.Barcode = v, maxLength: 60, example: "4006381333931", aliases: ["EAN", "GTIN"])
        .Number("Price", (r, v) => r.Price = v, example: "12.50", aliases: ["Sales price", "List price", "ListPrice"])
        .Number("Cost", (r, v) => r.Cost = v, example: "7.20", aliases: ["Unit cost", "Standard cost", "StandardCost"])
        .Text("Warehouse", (r, v) => r.Warehouse = v, maxLength: 20, example: "MAIN", aliases: ["Location", "Store"])
        .Text("Bin", (r, v) => r.Bin = v, maxLength: 20, example: "A-01", aliases: ["Shelf", "Place"])
        .Number("Quantity", (r, v) => r.Quantity = v, example: "12", aliases: ["On hand", "Stock", "Qty"])
        .Text("Fits", (r, v) => r.Fits = v, maxLength: 1000, example: "AX-200, AX-300", aliases: ["Models", "Model"])
        .Key(r => $"{r.Number} {r.Warehouse} {r.Bin}".ToUpperInvariant())
        .Apply(r => new ImportPart.Command(r.Number)
        {
            Name = r.Name, Group = r.Group, Unit = r.Unit, Barcode = r.Barcode, Price = r.Price, Cost = r.Cost, Warehouse = r.Warehouse, Bin = r.Bin, Quantity = r.Quantity, Fits = r.Fits,
        });

    private sealed class CatalogueRow
    {
        public string Number { get; set; } = "";

        public string? Name { get; set; }

        public string? Group { get; set; }

        public string? Unit { get; set; }

        public string? Barcode { get; set; }

        public decimal? Price { get; set; }

        public decimal? Cost { get; set; }

        public string? Warehouse { get; set; }

        public string? Bin { get; set; }

        public decimal? Quantity { get; set; }

        public string? Fits { get; set; }
    }
}
