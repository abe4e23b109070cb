using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Workshop;

namespace ServiceErp.Billing.Domain.Invoices;

/// <summary>How money changed hands.</summary>
public enum PaymentMethod
{
    Cash,
    Card,
    Transfer,
}

/// <summary>One printed line with the amounts as printed. Never changes once the invoice is issued.</summary>
internal sealed class InvoiceLine : Entity
{
    private InvoiceLine()
    {
    }

    public InvoiceLine(Guid id, Guid invoiceId, int position, Vouchers.VoucherLine source, Charge charge, LineAmounts amounts)
    {
        Id = id;
        InvoiceId = invoiceId;
        Position = position;
        Kind = source.Kind;
        Code = source.Code;
        Text = source.Text;
        Quantity = source.Quantity;
        Unit = source.Unit;
        UnitPrice = source.UnitPrice;
        Normal = amounts.Normal;
        Reduction = amounts.Reduction;
        ReductionReason = amounts.Reduction > 0 ? source.ReductionReason : null;
        Net = amounts.Net;
        TaxCode = charge.TaxCode;
        TaxPercent = charge.TaxPercent;
        Tax = amounts.Tax;
        Cost = source.Cost;
    }

    public Guid InvoiceId { get; private init; }

    public int Position { get; private init; }

    public ChargeKind Kind { get; private init; }

    public string Code { get; private init; } = "";

    public string Text { get; private init; } = "";

    public decimal Quantity { get; private init; }

    public string Unit { get; private init; } = "";

    public decimal UnitPrice { get; private init; }

    public decimal Normal { get; private init; }

    public decimal Reduction { get; private init; }

    public Sentence? ReductionReason { get; private init; }

    public decimal Net { get; private init; }

    public string TaxCode { get; private init; } = "";

    public decimal TaxPercent { get; private init; }

    public decimal Tax { get; private init; }

    public decimal Cost { get; private init; }
}

/// <summary>Money received; a negative amount was given back.</summary>
internal sealed class Payment : Entity
{
    private Payment()
    {
    }

    public Payment(Guid id, Guid invoiceId, PaymentMethod method, decimal amount, LocalDate on, string reference, string takenBy)
    {
        Id = id;
        InvoiceId = invoiceId;
        Method = method;
        Amount = amount;
        On = on;
        Reference = reference;
        TakenBy = takenBy;
    }

    public Guid InvoiceId { get; private init; }

    public PaymentMethod Method { get; private init; }

    public decimal Amount { get; private init; }

    public LocalDate On { get; private init; }

    public string Reference { get; private init; } = "";

    public string TakenBy { get; private init; } = "";
}

/// <summary>The one way to correct an issued invoice: takes back all of it or some lines. Never changes.</summary>
internal sealed class CreditNote : Entity
{
    private readonly List<CreditNoteLine> lines = [];

    private CreditNote()
    {
    }

    public CreditNote(Guid id, Guid invoiceId, string number, LocalDate on, string reason, string issuedBy, IReadOnlyList<CreditNoteLine> lines)
    {
        Id = id;
        InvoiceId = invoiceId;
        Number = number;
        On = on;
        Reason = reason;
        IssuedBy = issuedBy;
        this.lines = [.. lines];
        Net = lines.Sum(l => l.Net);
        Tax = lines.Sum(l => l.Tax);
    }

    public Guid InvoiceId { get; private init; }

    public string Number { get; private init; } = "";

    public LocalDate On { get; private init; }

    public string Reason { get; private init; } = "";

    public string IssuedBy { get; private init; } = "";

    public decimal Net { get; private init; }

    public decimal Tax { get; private init; }

    public decimal Gross => Net + Tax;

    public IReadOnlyList<CreditNoteLine> Lines => lines;
}

/// <summary>What is taken back of one line.</summary>
internal sealed class CreditNoteLine : Entity
{
    private CreditNoteLine()
    {
    }

    public CreditNoteLine(Guid id, Guid invoiceLineId, int position, string text, string taxCode, decimal taxPercent, decimal net, decimal tax)
    {
        Id = id;
        InvoiceLineId = invoiceLineId;
        Position = position;
        Text = text;
        TaxCode = taxCode;
        TaxPercent = taxPercent;
        Net = net;
        Tax = tax;
    }

    public Guid InvoiceLineId { get; private init; }

    public int Position { get; private init; }

    public string Text { get; private init; } = "";

    public string TaxCode { get; private init; } = "";

    public decimal TaxPercent { get; private init; }

    public decimal Net { get; private init; }

    public decimal Tax { get; private init; }
}

/// <summary>How much of one line is to be credited, net.</summary>
internal sealed record LineCredit(Guid LineId, decimal Net);
