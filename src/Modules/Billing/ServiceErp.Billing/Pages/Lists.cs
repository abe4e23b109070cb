using ServiceErp.Billing.Features.Invoices;
using ServiceErp.Billing.Features.Receivables;
using ServiceErp.Billing.Features.Vouchers;
using ServiceErp.Kernel;
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
        .Add("Normal price", r => new Money(r.Normal, r.Currency), kind: ColumnKind.Money, hideOnPhone: true)
        .Add("Covered", r => new Money(r.Reduction, r.Currency), kind: ColumnKind.Money, hideOnPhone: true)
        .Add("To pay", r => new Money(r.Payable, r.Currency), kind: ColumnKind.Money, sort: "payable")
        .Add("Released", r => r.ReleasedAt, kind: ColumnKind.Instant, sort: "released")
        .Add("Age in days", r => r.AgeDays, kind: ColumnKind.Number)
        .Add("Currency", r => r.Currency, fileOnly: true);

    public static readonly ListColumns<ListInvoices.Row> Invoices = new ListColumns<ListInvoices.Row>()
        .Add("Number", r => r.Number.Length > 0 ? r.Number : r.OrderNumber, sort: "number", href: r => $"/billing/invoices/{r.Id}", primary: true)
        .Add("Customer", r => r.CustomerName, sort: "customer")
        .Add("Order", r => r.OrderNumber, hideOnPhone: true)
        .Add("State", r => r.State, kind: ColumnKind.Badge, tone: r => Looks.Of(r.State))
        .Add("Issued", r => r.IssuedOn, kind: ColumnKind.Date, sort: "issued")
        .Add("Due", r => r.DueOn, kind: ColumnKind.Date, sort: "due")
        .Add("Overdue", r => r.IsOverdue, fileOnly: true)
        .Add("Net", r => new Money(r.Net, r.Currency), kind: ColumnKind.Money, fileOnly: true)
        .Add("Tax", r => new Money(r.Tax, r.Currency), kind: ColumnKind.Money, fileOnly: true)
        .Add("Total", r => new Money(r.Gross, r.Currency), kind: ColumnKind.Money, sort: "gross")
        .Add("Still open", r => new Money(r.Open, r.Currency), kind: ColumnKind.Money)
        .Add("Reminders", r => r.ReminderLevel, kind: ColumnKind.Number, fileOnly: true)
        .Add("Currency", r => r.Currency, fileOnly: true);

    public static readonly ListColumns<GetReceivables.Row> Receivables = new ListColumns<GetReceivables.Row>()
        .Add("Customer", r => r.CustomerName, href: r => $"/billing/invoices?customer={r.CustomerId}", primary: true)
        .Add("Invoices", r => r.Invoices, kind: ColumnKind.Number, fileOnly: true)
        .Add("Not due", r => new Money(r.Ages.NotDue, r.Currency), kind: ColumnKind.Money)
        .Add("0–30 days", r => new Money(r.Ages.Days30, r.Currency), kind: ColumnKind.Money)
        .Add("31–60 days", r => new Money(r.Ages.Days60, r.Currency), kind: ColumnKind.Money)
        .Add("61–90 days", r => new Money(r.Ages.Days90, r.Currency), kind: ColumnKind.Money)
        .Add("Over 90 days", r => new Money(r.Ages.Over90, r.Currency), kind: ColumnKind.Money)
        .Add("Still open", r => new Money(r.Ages.Sum, r.Currency), kind: ColumnKind.Money)
        .Add("Currency", r => r.Currency, fileOnly: true);
}
