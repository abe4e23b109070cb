using ServiceErp.Platform.Ui;
using ServiceErp.SpareParts.Domain.Loaners;
using ServiceErp.SpareParts.Features.Loaners;

namespace ServiceErp.SpareParts.Pages.Loaners;

/// <summary>The columns of the pool's lists, for screen and files.</summary>
internal static class LoanerLists
{
    public static readonly ListColumns<ListLoaners.Row> Loaners = new ListColumns<ListLoaners.Row>()
        .Add("Serial number", r => r.Serial, "serial", r => $"/spare-parts/loaners/{r.Id}", primary: true)
        .Add("Model", r => r.ModelCode, "model")
        .Add("Name", r => r.ModelName, hideOnPhone: true)
        .Add("State", r => r.State, kind: ColumnKind.Badge, tone: r => Tones.Of(r.State))
        .Add("Customer", r => r.Holder, href: r => r.LoanId is null ? null : $"/spare-parts/loans/{r.LoanId}")
        .Add("Order", r => r.OrderNumber)
        .Add("Due back", r => r.DueOn, kind: ColumnKind.Date)
        .Money("Deposit", r => r.Deposit, r => r.Currency, hideOnPhone: true)
        .Money("Fee per day late", r => r.DailyFee, r => r.Currency, fileOnly: true);

    public static readonly ListColumns<ListLoans.Row> Loans = new ListColumns<ListLoans.Row>()
        .Add("Number", r => r.Number, href: r => $"/spare-parts/loans/{r.Id}", primary: true)
        .Add("State", r => r.State, kind: ColumnKind.Badge, tone: r => Tones.Of(r.State))
        .Add("Loaner", r => $"{r.ModelCode} {r.Serial}", href: r => $"/spare-parts/loaners/{r.LoanerId}")
        .Add("Customer", r => r.CustomerName)
        .Add("Telephone", r => r.CustomerPhone, fileOnly: true)
        .Add("Order", r => r.OrderNumber)
        .Add("Lent", r => r.LentOn, "lent", kind: ColumnKind.Date)
        .Add("Due back", r => r.DueOn, "due", kind: ColumnKind.Date)
        .Add("Returned on", r => r.EndedOn, kind: ColumnKind.Date)
        .Add("Overdue", r => r.Overdue, fileOnly: true)
        .Money("Deposit", r => r.Deposit, r => r.Currency, fileOnly: true)
        .Money("Late fee", r => r.LateFee == 0 ? null : r.LateFee, r => r.Currency, hideOnPhone: true)
        .Add("Fee", r => r.Fee == FeeDecision.None ? null : r.Fee, kind: ColumnKind.Badge, tone: r => Tones.Of(r.Fee), hideOnPhone: true)
        .Money("Charged", r => r.FeeCharged, r => r.Currency, fileOnly: true);

    public static readonly ListColumns<GetLoanerUse.Row> Use = new ListColumns<GetLoanerUse.Row>()
        .Add("Model", r => r.ModelCode, href: r => $"/spare-parts/loaners?model={Uri.EscapeDataString(r.ModelCode)}", primary: true)
        .Add("Name", r => r.ModelName)
        .Add("Units", r => r.Units, kind: ColumnKind.Number)
        .Add("Days in the pool", r => r.DaysInPool, kind: ColumnKind.Number)
        .Add("Days lent", r => r.DaysLent, kind: ColumnKind.Number)
        .Add("Use in percent", r => r.Use, kind: ColumnKind.Number)
        .Add("Loans", r => r.Loans, kind: ColumnKind.Number)
        .Add("Late", r => r.ReturnedLate, kind: ColumnKind.Number);
}
