using NodaTime;
using ServiceErp.Platform.Importing;
using ServiceErp.SpareParts.Features.Prices;

namespace ServiceErp.SpareParts.Integration;

/// <summary>The columns of a file of prices.</summary>
internal static class PriceImporter
{
    public const string Name = "spare-parts-prices";

    public static Importer Make() => new Importer<PriceRow>(Name, "Sales prices of parts", SparePartsPermissions.PartImport)
        .Text("Part", (r, v) => r.Part = v, required: true, maxLength: 60, example: "P-1000", aliases: ["Number", "Part number", "Barcode", "EAN", "SKU"])
        .Number("Price", (r, v) => r.Price = v, required: true, example: "12.50", aliases: ["Sales price", "List price", "ListPrice"])
        .Text("List", (r, v) => r.List = v, maxLength: 20, example: "2027", aliases: ["Price list"])
        .Date("Valid from", (r, v) => r.ValidFrom = v, aliases: ["From"])
        .Text("Currency", (r, v) => r.Currency = v, maxLength: 3, example: "EUR")
        .Key(r => $"{r.Part} {r.List} {r.ValidFrom} {r.Currency}".ToUpperInvariant())
        .Apply(r => new ImportPrice.Command(r.Part, r.Price) { List = r.List, ValidFrom = r.ValidFrom, Currency = r.Currency });

    private sealed class PriceRow
    {
        public string Part { get; set; } = "";

        public decimal Price { get; set; }

        public string? List { get; set; }

        public LocalDate? ValidFrom { get; set; }

        public string? Currency { get; set; }
    }
}
