using ServiceErp.Platform.Ui;
using ServiceErp.SpareParts.Features.Classes;
using ServiceErp.SpareParts.Features.Forecasting;
using ServiceErp.SpareParts.Features.Obligations;
using ServiceErp.SpareParts.Features.Purchasing;

namespace ServiceErp.SpareParts.Pages;

/// <summary>The columns of the lists of classes, forecasts and purchasing, for screen and files.</summary>
internal static class PlanningLists
{
    public static readonly ListColumns<ListPartClasses.Row> Classes = new ListColumns<ListPartClasses.Row>()
        .Add("Part", r => r.Number, href: r => $"/spare-parts/parts/{r.PartId}/forecast", primary: true)
        .Add("Name", r => r.Name)
        .Add("Rank", r => r.Rank, "rank", kind: ColumnKind.Number, hideOnPhone: true)
        .Add("Class", r => r.Class, kind: ColumnKind.Badge, tone: r => Tones.Of(r.Class))
        .Add("Evenness", r => r.Xyz, kind: ColumnKind.Badge)
        .Add("Computed", r => r.Abc, hideOnPhone: true)
        .Add("By hand", r => r.Manual, hideOnPhone: true)
        .Add("Used", r => r.Quantity, kind: ColumnKind.Number)
        .Add("Unit", r => r.Unit, fileOnly: true)
        .Money("Consumption value", r => r.Value, r => r.Currency)
        .Add("Cumulated %", r => decimal.Round(r.Cumulated, 2), kind: ColumnKind.Number, hideOnPhone: true)
        .Add("Variation", r => r.Variation is { } v ? decimal.Round(v, 2) : null, kind: ColumnKind.Number, hideOnPhone: true);

    public static readonly ListColumns<ListPartClasses.Row> Preview = new ListColumns<ListPartClasses.Row>()
        .Add("Part", r => r.Number, href: r => $"/spare-parts/parts/{r.PartId}/forecast", primary: true)
        .Add("Name", r => r.Name)
        .Add("Today", r => r.TodayAbc, kind: ColumnKind.Badge, tone: r => Tones.Of(r.TodayAbc ?? r.Abc))
        .Add("Evenness today", r => r.TodayXyz)
        .Add("Then", r => r.Abc, kind: ColumnKind.Badge, tone: r => Tones.Of(r.Abc))
        .Add("Evenness then", r => r.Xyz)
        .Money("Consumption value", r => r.Value, r => r.Currency)
        .Add("Cumulated %", r => decimal.Round(r.Cumulated, 2), kind: ColumnKind.Number)
        .Add("Variation", r => r.Variation is { } v ? decimal.Round(v, 2) : null, kind: ColumnKind.Number);

    public static readonly ListColumns<ListClassChanges.Row> Changes = new ListColumns<ListClassChanges.Row>()
        .Add("When", r => r.At, "at", kind: ColumnKind.Instant)
        .Add("Part", r => r.Number, href: r => $"/spare-parts/parts/{r.PartId}/forecast", primary: true)
        .Add("Name", r => r.Name, hideOnPhone: true)
        .Add("Warehouse", r => r.Warehouse)
        .Add("Before", r => r.FromAbc, kind: ColumnKind.Badge, tone: r => Tones.Of(r.FromAbc))
        .Add("Evenness before", r => r.FromXyz, hideOnPhone: true)
        .Add("After", r => r.ToAbc, kind: ColumnKind.Badge, tone: r => Tones.Of(r.ToAbc))
        .Add("Evenness after", r => r.ToXyz, hideOnPhone: true)
        .Add("Why", r => (object?)r.Reason ?? r.Cause)
        .Money("Value before", r => r.FromValue, r => r.Currency, hideOnPhone: true)
        .Money("Value after", r => r.ToValue, r => r.Currency, hideOnPhone: true)
        .Add("Person", r => r.Person);

    public static readonly ListColumns<ListForecasts.Row> Forecasts = new ListColumns<ListForecasts.Row>()
        .Add("Part", r => r.Number, "number", r => $"/spare-parts/parts/{r.PartId}/forecast", primary: true)
        .Add("Name", r => r.Name)
        .Add("Class", r => r.Class, kind: ColumnKind.Badge, tone: r => Tones.Of(r.Class))
        .Add("Demand", r => r.Pattern, kind: ColumnKind.Badge, tone: r => Tones.Of(r.Pattern))
        .Add("Interval", r => r.Interval, kind: ColumnKind.Number, fileOnly: true)
        .Add("Unevenness", r => r.Unevenness, kind: ColumnKind.Number, fileOnly: true)
        .Add("Months known", r => r.Months, kind: ColumnKind.Number, fileOnly: true)
        .Add("A month", r => decimal.Round(r.PerMonth, 2), "demand", kind: ColumnKind.Number)
        .Add("Unit", r => r.Unit, fileOnly: true)
        .Add("Forecast method", r => r.Method)
        .Add("Error (MASE)", r => r.Scaled is { } s ? decimal.Round(s, 3) : null, kind: ColumnKind.Number)
        .Add("MASE moving average", r => r.ScaledAverage, kind: ColumnKind.Number, fileOnly: true)
        .Add("MASE Croston", r => r.ScaledCroston, kind: ColumnKind.Number, fileOnly: true)
        .Add("MASE SBA", r => r.ScaledSba, kind: ColumnKind.Number, fileOnly: true)
        .Add("MASE TSB", r => r.ScaledTsb, kind: ColumnKind.Number, fileOnly: true)
        .Add("Lead time, days", r => decimal.Round(r.LeadDays, 1), kind: ColumnKind.Number, fileOnly: true)
        .Add("Safety stock", r => r.SafetyStock, kind: ColumnKind.Number, fileOnly: true)
        .Add("Reorder point", r => r.ReorderPoint, kind: ColumnKind.Number);

    public static readonly ListColumns<ListProposals.Row> Proposals = new ListColumns<ListProposals.Row>()
        .Add("Number", r => r.Number, href: r => $"/spare-parts/purchase-proposals/{r.Id}", primary: true)
        .Add("State", r => r.State, kind: ColumnKind.Badge, tone: r => Tones.Of(r.State))
        .Add("Warehouse", r => r.Warehouse)
        .Add("Lines", r => r.Lines, kind: ColumnKind.Number)
        .Money("Amount", r => r.Amount, r => r.Currency)
        .Add("Made", r => r.CreatedAt, "created", kind: ColumnKind.Instant)
        .Add("Person", r => r.Person, hideOnPhone: true)
        .Add("Decided by", r => r.DecidedBy, hideOnPhone: true);

    public static readonly ListColumns<ListPurchaseOrders.Row> Orders = new ListColumns<ListPurchaseOrders.Row>()
        .Add("Number", r => r.Number, href: r => $"/spare-parts/purchase-orders/{r.Id}", primary: true)
        .Add("State", r => r.State, kind: ColumnKind.Badge, tone: r => Tones.Of(r.State))
        .Add("Supplier", r => r.Supplier)
        .Add("Warehouse", r => r.Warehouse, hideOnPhone: true)
        .Add("Lines", r => r.Lines, kind: ColumnKind.Number, hideOnPhone: true)
        .Money("Amount", r => r.Amount, r => r.Currency, sort: "amount")
        .Add("Ordered", r => r.OrderedOn, kind: ColumnKind.Date)
        .Add("Expected on", r => r.ExpectedOn, kind: ColumnKind.Date)
        .Add("Invoice", r => r.Disputed ? "Disputed" : null, kind: ColumnKind.Badge, tone: _ => Tone.Bad)
        .Add("Written", r => r.CreatedAt, "created", kind: ColumnKind.Instant, fileOnly: true);

    public static readonly ListColumns<ListSupplierInvoices.Row> Invoices = new ListColumns<ListSupplierInvoices.Row>()
        .Add("Number", r => r.Number, primary: true)
        .Add("Dated", r => r.Day, "day", kind: ColumnKind.Date)
        .Add("Order", r => r.Order, href: r => $"/spare-parts/purchase-orders/{r.OrderId}")
        .Add("Supplier", r => r.Supplier)
        .Money("Amount", r => r.Amount, r => r.Currency)
        .Money("Price variance", r => r.Variance, r => r.Currency)
        .Add("Invoice", r => r.Disputed ? "Disputed" : null, kind: ColumnKind.Badge, tone: _ => Tone.Bad)
        .Add("Released by", r => r.ReleasedBy, hideOnPhone: true)
        .Add("Why", r => r.ReleaseReason, hideOnPhone: true)
        .Add("Person", r => r.Person, hideOnPhone: true);

    public static readonly ListColumns<ListSupplierScores.Row> Scores = new ListColumns<ListSupplierScores.Row>()
        .Add("Supplier", r => r.Name, href: r => $"/spare-parts/suppliers/{r.SupplierId}", primary: true)
        .Add("Number", r => r.Number, hideOnPhone: true)
        .Add("Score", r => r.Score, kind: ColumnKind.Number)
        .Add("On time %", r => r.OnTime, kind: ColumnKind.Number)
        .Add("Complete at once %", r => r.Complete, kind: ColumnKind.Number)
        .Add("Rejected %", r => r.Rejected, kind: ColumnKind.Number)
        .Add("Late now", r => r.Late, kind: ColumnKind.Number)
        .Add("Lines", r => r.Lines, kind: ColumnKind.Number);

    public static readonly ListColumns<ListPartsAtRisk.Row> Risks = new ListColumns<ListPartsAtRisk.Row>()
        .Add("Part", r => r.Number, href: r => $"/spare-parts/parts/{r.PartId}/forecast", primary: true)
        .Add("Name", r => r.Name)
        .Add("Models", r => r.Models)
        .Add("Until", r => r.EndsOn, kind: ColumnKind.Date)
        .Add("Discontinued", r => r.Discontinued)
        .Add("Last order by", r => r.LastOrderOn, kind: ColumnKind.Date)
        .Add("Suppliers", r => r.Suppliers, kind: ColumnKind.Number)
        .Add("Months", r => r.Months, kind: ColumnKind.Number)
        .Add("A month", r => r.PerMonth, kind: ColumnKind.Number)
        .Add("Expected demand", r => r.Expected, kind: ColumnKind.Number)
        .Add("Safety", r => r.Safety, kind: ColumnKind.Number)
        .Add("There and coming", r => r.Covered, kind: ColumnKind.Number)
        .Add("To buy", r => r.ToBuy, kind: ColumnKind.Number)
        .Add("Unit", r => r.Unit);
}
