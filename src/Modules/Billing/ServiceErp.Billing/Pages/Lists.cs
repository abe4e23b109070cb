using ServiceErp.Billing.Features.Invoices;
using ServiceErp.Billing.Features.Receivables;
using ServiceErp.Billing.Features.Vouchers;
using ServiceErp.Platform.Ui;

namespace ServiceErp.Billing.Pages;

/// <summary>The columns of Billing's lists, on the screen and in files.</summary>
internal static class Lists
{
    public static readonly ListColumns<ListVouchers.Row> Vouchers = new ListColumns<ListVouchers.Row>()
        .Add("Order", r => r.OrderNumber, sort: "order", href: r => $"/billing/vouchers/{r.Id}", primary: true)
        .Add("Customer", r => r.CustomerName, sort: "customer")
        .Add("Device", r => r.DeviceName, hideOnPhone: true)
        .Add("Category", r => r.Category, fileOnly: true)
        .Add("State", r => r.State, kind: ColumnKind.Badge, tone: r => Looks.Of(r.State))
        .Money("Normal price", r => r.Normal, r => r.Currency, hideOnPhone: true)
        .Money("Covered", r => r.Reduction, r => r.Currency, hideOnPhone: true)
        .Money("To pay", r => r.Payable, r => r.Currency, sort: "payable")
        .Add("Released", r => r.ReleasedAt, kind: ColumnKind.Instant, sort: "released")
        .Add("Age in days", r => r.AgeDays, kind: ColumnKind.Number);

    public static readonly ListColumns<ListInvoices.Row> Invoices = new ListColumns<ListInvoices.Row>()
        .Add("Number", r => r.Number.Length > 0 ? r.Number : r.OrderNumber, sort: "number", href: r => $"/billing/invoices/{r.Id}", primary: true)
        .Add("Customer", r => r.CustomerName, sort: "customer")
        .Add("Order", r => r.OrderNumber, hideOnPhone: true)
        .Add("State", r => r.State, kind: ColumnKind.Badge, tone: r => Looks.Of(r.State, r.IsOverdue))
        .Add("Issued", r => r.IssuedOn, kind: ColumnKind.Date, sort: "issued")
        .Add("Due", r => r.DueOn, kind: ColumnKind.Date, sort: "due")
        .Add("Overdue", r => r.IsOverdue, fileOnly: true)
        .Money("Net", r => r.Net, r => r.Currency, fileOnly: true)
        .Money("Tax", r => r.Tax, r => r.Currency, fileOnly: true)
        .Money("Total", r => r.Gross, r => r.Currency, sort: "gross")
        .Money("Still open", r => r.Open, r => r.Currency)
        .Add("Reminders", r => r.ReminderLevel, kind: ColumnKind.Number, fileOnly: true);

    public static readonly ListColumns<GetReceivables.Row> Receivables = new ListColumns<GetReceivables.Row>()
        .Add("Customer", r => r.CustomerName, href: r => $"/billing/invoices?customer={r.CustomerId}", primary: true)
        .Add("Invoices", r => r.Invoices, kind: ColumnKind.Number, fileOnly: true)
        .Money("Not due", r => r.Ages.NotDue, r => r.Currency)
        .Money("0–30 days", r => r.Ages.Days30, r => r.Currency)
        .Money("31–60 days", r => r.Ages.Days60, r => r.Currency)
        .Money("61–90 days", r => r.Ages.Days90, r => r.Currency)
        .Money("Over 90 days", r => r.Ages.Over90, r => r.Currency)
        .Money("Still open", r => r.Ages.Sum, r => r.Currency);
}
