using NodaTime;
using ServiceErp.Billing.Domain.Invoices;
using ServiceErp.Billing.Features.Sending;
using ServiceErp.Kernel;
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
    /// <param name="Way">How it would go to the customer now.</param>
    /// <param name="Letters">What was written to the customer about it and its credit notes, newest first.</param>
    public sealed record Answer(
        Guid Id, int Version, string Number, InvoiceState State, Guid BranchId, Sender Sender, Guid VoucherId, Guid OrderId, string OrderNumber, Guid CustomerId, string CustomerName,
        string CustomerAddress, string CustomerTaxNumber, string CustomerPhone, string CustomerEmail, string Language, string DeviceName, string SerialNumber, ServiceCategory Category,
        string TechnicianName, string Currency, LocalDate TaxPoint, LocalDate IssuedOn, LocalDate DueOn, string Note, string PaymentDetails, decimal Normal, decimal Reduction, decimal Net,
        decimal Tax, decimal Gross, decimal Paid, decimal Credited, decimal Open, int ReminderLevel, LocalDate? RemindedOn, bool IsOverdue, IReadOnlyList<Line> Lines,
        IReadOnlyList<TaxRow> Taxes, IReadOnlyList<PaymentRow> Payments, IReadOnlyList<CreditNoteRow> CreditNotes, IReadOnlyList<InvoiceTrigger> Possible, IReadOnlyList<HistoryStep> History,
        Delivery Way, IReadOnlyList<Letter> Letters)
    {
        /// <summary>What a credit note made too much and is to be given back.</summary>
        public decimal ToRefund => Math.Max(0, -Open);
    }

    internal sealed class Handler(InvoiceReading reading) : IHandler<Query, Answer>
    {
        public Task<Result<Answer>> Handle(Query request, CancellationToken cancel) => reading.OfAsync(request.Id, cancel);
    }
}
