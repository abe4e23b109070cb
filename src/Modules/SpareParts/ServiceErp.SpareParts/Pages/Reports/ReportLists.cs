using ServiceErp.Platform.Ui;
using ServiceErp.SpareParts.Domain.Classes;
using ServiceErp.SpareParts.Domain.Reports;
using ServiceErp.SpareParts.Features.Reports;

namespace ServiceErp.SpareParts.Pages.Reports;

/// <summary>The columns of the reports, for screen and files.</summary>
internal static class ReportLists
{
    public static readonly ListColumns<GetTurnover.Row> Groups = Money(
        new ListColumns<GetTurnover.Row>().Add("Group", r => r.Key.Length > 0 ? r.Key : "–", href: r => $"/spare-parts/reports/turnover/parts?group={Uri.EscapeDataString(r.Key)}", primary: true).Add("Branch", r => r.Branch, hideOnPhone: true),
        r => r.Figures, r => r.Currency);

    public static readonly ListColumns<GetTurnover.Row> Classes = Money(
        new ListColumns<GetTurnover.Row>().Add("Class", r => r.Class is { } c ? c : "Not classed", href: r => r.Class is { } c ? $"/spare-parts/reports/turnover/parts?class={c}" : null, kind: ColumnKind.Badge, tone: r => Tones.Of(r.Class ?? AbcClass.NoMovement), primary: true)
            .Add("Branch", r => r.Branch, hideOnPhone: true),
        r => r.Figures, r => r.Currency);

    public static readonly ListColumns<ListTurnover.Row> Parts = Money(
        new ListColumns<ListTurnover.Row>().Add("Part", r => r.Number, "number", r => $"/spare-parts/parts/{r.PartId}", primary: true).Add("Name", r => r.Name).Add("Group", r => r.Group, hideOnPhone: true)
            .Add("Class", r => r.Class, kind: ColumnKind.Badge, tone: r => Tones.Of(r.Class ?? AbcClass.NoMovement), hideOnPhone: true).Add("Used", r => r.ConsumedQuantity, kind: ColumnKind.Number).Add("Unit", r => r.Unit, hideOnPhone: true),
        r => r.Figures, r => r.Currency);

    public static readonly ListColumns<ListSlowStock.Row> Slow = new ListColumns<ListSlowStock.Row>()
        .Add("Part", r => r.Number, "number", r => $"/spare-parts/parts/{r.PartId}", primary: true)
        .Add("Name", r => r.Name)
        .Add("Group", r => r.Group, fileOnly: true)
        .Add("Place", r => r.Bin is null ? r.Warehouse : $"{r.Warehouse} {r.Bin}", hideOnPhone: true)
        .Add("On hand", r => r.OnHand, kind: ColumnKind.Number)
        .Add("Unit", r => r.Unit, fileOnly: true)
        .Money("Value", r => r.Value, r => r.Currency, sort: "value")
        .Add("Class", r => r.Class, kind: ColumnKind.Badge, tone: r => Tones.Of(r.Class ?? AbcClass.NoMovement), hideOnPhone: true)
        .Add("Standing", r => r.Standing, kind: ColumnKind.Badge, tone: r => r.Standing == Standing.Dead ? Tone.Bad : Tone.Waiting)
        .Add("Last issue", r => r.LastIssueOn, kind: ColumnKind.Date)
        .Add("Last movement", r => r.LastMovedOn, kind: ColumnKind.Date, hideOnPhone: true)
        .Add("Proposal", r => r.Proposal);

    public static readonly ListColumns<GetFillRate.Row> Fill = new ListColumns<GetFillRate.Row>()
        .Add("Month", r => r.Month?.ToString("MMM yyyy", System.Globalization.CultureInfo.CurrentCulture), primary: true)
        .Add("Class", r => r.Class, kind: ColumnKind.Badge, tone: r => Tones.Of(r.Class))
        .Add("Lines asked for", r => r.Lines, kind: ColumnKind.Number)
        .Add("There at once", r => r.Filled, kind: ColumnKind.Number)
        .Add("Lines %", r => r.LineRate, kind: ColumnKind.Number)
        .Add("Quantity asked for", r => r.Asked, kind: ColumnKind.Number, fileOnly: true)
        .Add("Quantity given at once", r => r.Given, kind: ColumnKind.Number, fileOnly: true)
        .Add("Quantity %", r => r.QuantityRate, kind: ColumnKind.Number)
        .Add("Target %", r => r.Target, kind: ColumnKind.Number)
        .Add("Target met", r => r.IsMet ? "Met" : "Missed", kind: ColumnKind.Badge, tone: r => r.IsMet ? Tone.Good : Tone.Bad);

    private static ListColumns<TRow> Money<TRow>(ListColumns<TRow> columns, Func<TRow, Turnover> figures, Func<TRow, string> currency) => columns
        .Money("Opening", r => figures(r).Opening, currency, hideOnPhone: true)
        .Money("Received", r => figures(r).Received, currency, hideOnPhone: true)
        .Money("Consumption", r => figures(r).Consumed, currency)
        .Money("Other", r => figures(r).Other, currency, hideOnPhone: true)
        .Money("Closing", r => figures(r).Closing, currency)
        .Money("Average stock", r => figures(r).Average, currency, fileOnly: true)
        .Add("Turns a year", r => figures(r).Turns, kind: ColumnKind.Number)
        .Add("Days of cover", r => figures(r).Cover, kind: ColumnKind.Number);
}
