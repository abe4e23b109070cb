using NodaTime;
using ServiceErp.Platform.Importing;
using ServiceErp.SpareParts.Features.Forecasting;

namespace ServiceErp.SpareParts.Integration;

/// <summary>Demand of months before the ledger began, from a file of part, month and quantity; a blank quantity says that nobody wrote it down.</summary>
internal static class DemandImporter
{
    public static Importer Make() => new Importer<DemandRow>("spare-parts-demand", "Demand history", SparePartsPermissions.PlanWrite)
        .Text("Part number", (r, v) => r.Number = v, required: true, maxLength: 60, example: "P-1000", aliases: ["Number", "Part", "SKU", "Article", "Part id"])
        .Date("Month", (r, v) => r.Month = v, required: true, example: "2025-01-01", aliases: ["Date", "Period"])
        .Number("Quantity", (r, v) => r.Quantity = v, example: "12", aliases: ["Demand", "Qty", "Issued"])
        .Number("Value", (r, v) => r.Value = v, example: "86.40", aliases: ["Cost", "Amount"])
        .Key(r => $"{r.Number} {r.Month:uuuu-MM}".ToUpperInvariant())
        .Apply(r => new RecordDemand.Command([new(r.Number, r.Month, r.Quantity) { Value = r.Value }]));

    private sealed class DemandRow
    {
        public string Number { get; set; } = "";

        public LocalDate Month { get; set; }

        public decimal? Quantity { get; set; }

        public decimal Value { get; set; }
    }
}
