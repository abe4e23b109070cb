using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Billing.Domain.Invoices;
using ServiceErp.Billing.Persistence;
using ServiceErp.Kernel;
using ServiceErp.Platform.Branches;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Persistence;
using ServiceErp.Reception;
using ServiceErp.Workshop;

namespace ServiceErp.Billing.Features.Invoices;

/// <summary>The net and tax of one rate.</summary>
public sealed record TaxRow(string Code, decimal Percent, decimal Net, decimal Tax);

/// <summary>An invoice with everything printed on it and everything that happened to it.</summary>
public static class GetInvoice
{
    [Requires(BillingPermissions.InvoiceRead)]
    public sealed record Query(Guid Id) : IQuery<Answer>;

    /// <param name="LeftNet">What is not yet credited of it.</param>
    public sealed record Line(
        Guid Id, int Position, ChargeKind Kind, string Code, string Text, decimal Quantity, string Unit, decimal UnitPrice, decimal Normal, decimal Reduction, Sentence? ReductionReason,
        decimal Net, string TaxCode, decimal TaxPercent, decimal Tax, decimal LeftNet);

    /// <param name="Amount">Negative when it was given back.</param>
    public sealed record PaymentRow(Guid Id, LocalDate On, PaymentMethod Method, decimal Amount, string Reference, string TakenBy);

    public sealed record CreditNoteRow(Guid Id, string Number, LocalDate On, string Reason, string IssuedBy, decimal Net, decimal Tax, IReadOnlyList<CreditLineRow> Lines, IReadOnlyList<TaxRow> Taxes)
    {
        public decimal Gross => Net + Tax;
    }

    public sealed record CreditLineRow(int Position, string Text, decimal TaxPercent, decimal Net, decimal Tax);

    /// <summary>The branch as it stands in the letterhead.</summary>
    public sealed record Sender(string Name, string Address, string Phone, string Email, string TaxNumber);

    /// <param name="Possible">What may be done in the present state.</param>
    public sealed record Answer(
        Guid Id, int Version, string Number, InvoiceState State, Guid BranchId, Sender Sender, Guid VoucherId, Guid OrderId, string OrderNumber, Guid CustomerId, string CustomerName,
        string CustomerAddress, string CustomerTaxNumber, string CustomerPhone, string CustomerEmail, string Language, string DeviceName, string SerialNumber, ServiceCategory Category,
        string TechnicianName, string Currency, LocalDate TaxPoint, LocalDate IssuedOn, LocalDate DueOn, string Note, string PaymentDetails, decimal Normal, decimal Reduction, decimal Net,
        decimal Tax, decimal Gross, decimal Paid, decimal Credited, decimal Open, int ReminderLevel, LocalDate? RemindedOn, bool IsOverdue, IReadOnlyList<Line> Lines,
        IReadOnlyList<TaxRow> Taxes, IReadOnlyList<PaymentRow> Payments, IReadOnlyList<CreditNoteRow> CreditNotes, IReadOnlyList<InvoiceTrigger> Possible, IReadOnlyList<HistoryStep> History)
    {
        /// <summary>What a credit note made too much and is to be given back.</summary>
        public decimal ToRefund => Math.Max(0, -Open);
    }

    internal sealed class Handler(BillingDbContext db, IBranches branches, IClock clock) : IHandler<Query, Answer>
    {
        public async Task<Result<Answer>> Handle(Query request, CancellationToken cancel)
        {
            var found = await db.Invoices.AsNoTracking().AsSplitQuery().Include(i => i.Lines).Include(i => i.Payments).Include(i => i.CreditNotes).ThenInclude(n => n.Lines)
                .FirstOrDefaultAsync(i => i.Id == request.Id, cancel);
            if (found is not { } i)
            {
                return InvoiceErrors.NotFound;
            }

            var branch = branches.Of(i.BranchId);
            var left = i.LeftToCredit();
            return new Answer(
                i.Id, i.Version, i.Number, i.State, i.BranchId, new Sender(branch.Name, branch.Address, branch.Phone, branch.Email, branch.TaxNumber), i.VoucherId, i.OrderId, i.OrderNumber, i.CustomerId,
                i.CustomerName, i.CustomerAddress, i.CustomerTaxNumber, i.CustomerPhone, i.CustomerEmail, i.Language, i.DeviceName, i.SerialNumber, i.Category, i.TechnicianName, i.Currency,
                i.TaxPoint, i.IssuedOn, i.DueOn, i.Note, i.PaymentDetails, i.Normal, i.Reduction, i.Net, i.Tax, i.Gross, i.Paid, i.Credited, i.Open, i.ReminderLevel, i.RemindedOn,
                i.Open > 0 && i.DueOn < branch.DayOf(clock.GetCurrentInstant()),
                [.. i.Lines.OrderBy(l => l.Position).Select(l => new Line(l.Id, l.Position, l.Kind, l.Code, l.Text, l.Quantity, l.Unit, l.UnitPrice, l.Normal, l.Reduction, l.ReductionReason, l.Net, l.TaxCode, l.TaxPercent, l.Tax, left[l.Id].Net))],
                Taxes(InvoiceAmounts.Summary(i.Lines.Select(l => (l.TaxCode, l.TaxPercent, l.Net, l.Tax)))),
                [.. i.Payments.OrderBy(p => p.On).ThenBy(p => p.Id).Select(p => new PaymentRow(p.Id, p.On, p.Method, p.Amount, p.Reference, p.TakenBy))],
                [.. i.CreditNotes.OrderBy(n => n.Number).Select(n => new CreditNoteRow(
                    n.Id, n.Number, n.On, n.Reason, n.IssuedBy, n.Net, n.Tax,
                    [.. n.Lines.OrderBy(l => l.Position).Select(l => new CreditLineRow(l.Position, l.Text, l.TaxPercent, l.Net, l.Tax))],
                    Taxes(InvoiceAmounts.Summary(n.Lines.Select(l => (l.TaxCode, l.TaxPercent, l.Net, l.Tax))))))],
                InvoiceLifecycle.Table.PermittedTriggers(i, i.State), await db.HistoryOfAsync(i.Id, cancel));
        }

        private static IReadOnlyList<TaxRow> Taxes(IEnumerable<TaxSummary> taxes) => [.. taxes.Select(t => new TaxRow(t.Code, t.Percent, t.Net, t.Tax))];
    }
}
