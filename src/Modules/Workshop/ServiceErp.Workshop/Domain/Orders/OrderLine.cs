using System.Security.Cryptography;
using System.Text;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Reception;

namespace ServiceErp.Workshop.Domain.Orders;

/// <summary>What becomes of the part that was taken out (WRK-5).</summary>
public enum OldPart
{
    /// <summary>Not decided.</summary>
    Undecided,

    /// <summary>Goes back to the customer.</summary>
    ToCustomer,

    /// <summary>Kept, for the supplier's warranty or for analysis.</summary>
    Kept,

    /// <summary>Thrown away.</summary>
    Scrapped,
}

/// <summary>A part, working time, travel or fee of an order, planned or done.</summary>
internal sealed class OrderLine : Entity
{
    private OrderLine()
    {
    }

    public OrderLine(Guid id, Guid orderId, ChargeKind kind, string code, string text, decimal quantity, string unit, decimal unitPrice, Instant addedAt, string addedBy)
    {
        Id = id;
        OrderId = orderId;
        Kind = kind;
        Code = code;
        Text = text;
        Quantity = quantity;
        Unit = unit;
        UnitPrice = unitPrice;
        AddedAt = addedAt;
        AddedBy = addedBy;
    }

    /// <summary>
    /// The identity of an order's n-th line of a part. The store keeps its promise under it: a command that is carried out again after a lost race asks for the same promise, not for a second.
    /// </summary>
    public static Guid IdOf(Guid orderId, string code, int ordinal) =>
        new(SHA256.HashData(Encoding.UTF8.GetBytes($"{orderId:N}/{code}/{ordinal}")).AsSpan(0, 16));

    public Guid OrderId { get; private set; }

    /// <summary>Its place among the order's lines, in the order in which they came.</summary>
    public int Position { get; private set; }

    public ChargeKind Kind { get; private set; }

    public string Code { get; private set; } = "";

    public string Text { get; private set; } = "";

    /// <summary>Wanted, for parts; done, for work.</summary>
    public decimal Quantity { get; private set; }

    public string Unit { get; private set; } = "";

    public decimal UnitPrice { get; private set; }

    public Guid? PartId { get; init; }

    public string PartGroup { get; init; } = "";

    /// <summary>The store was asked for it. What is only planned, for a quotation, holds nothing up.</summary>
    public bool Requested { get; private set; }

    public decimal Reserved { get; private set; }

    public decimal Issued { get; private set; }

    public decimal Cost { get; private set; }

    public OldPart OldPart { get; private set; }

    public decimal Discount { get; private set; }

    public string? DiscountReason { get; private set; }

    /// <summary>Taken off the order; kept for the history and so that its identity is never used again.</summary>
    public bool Dropped { get; private set; }

    public Instant AddedAt { get; private set; }

    public string AddedBy { get; private set; } = "";

    public bool IsPart => Kind == ChargeKind.Part;

    /// <summary>Comes out of the store, not from a free-text line.</summary>
    public bool IsStocked => IsPart && PartId is not null;

    /// <summary>Wanted and neither promised nor handed out, asked for or not.</summary>
    public decimal Unpromised => IsStocked ? Math.Max(0, Quantity - Reserved - Issued) : 0;

    /// <summary>Asked for, and the store could not promise it.</summary>
    public decimal Missing => Requested ? Unpromised : 0;

    /// <summary>What is charged: parts as handed out, everything else as written.</summary>
    public decimal Done => IsStocked ? Issued : Quantity;

    public void Place(int position) => Position = position;

    public void Promise(decimal reserved, decimal issued)
    {
        Requested = true;
        Reserved = reserved;
        Issued = Math.Max(Issued, issued);
    }

    /// <summary>What the store has handed out for this line in all, less returns.</summary>
    /// <param name="issued">In all, less returns.</param>
    /// <param name="cost">What that cost.</param>
    /// <param name="wanted">After a return: how many are wanted from now on.</param>
    public void HandOut(decimal issued, decimal cost, decimal? wanted = null)
    {
        Reserved = Math.Max(0, Reserved - Math.Max(0, issued - Issued));
        Issued = issued;
        Cost = cost;
        Quantity = wanted is { } still ? Math.Max(still, issued) : Quantity;
    }

    /// <summary>The store took its promise back, but for what is left.</summary>
    public void LosePromise(decimal left) => Reserved = Math.Min(Reserved, left);

    /// <summary>Unused parts went back: what is not installed is not wanted either. The store's own word may have come first.</summary>
    public void TakeBack(decimal returned, decimal issued, decimal cost)
    {
        if (Issued == issued)
        {
            return;
        }

        Quantity = Math.Max(issued, Quantity - returned);
        Issued = issued;
        Cost = cost;
    }

    public void Keep(OldPart fate) => OldPart = fate;

    public void Reduce(decimal amount, string reason)
    {
        Discount = amount;
        DiscountReason = reason;
    }

    /// <summary>Takes it off the order; of what was handed out in part, the rest.</summary>
    public void Drop()
    {
        (Quantity, Dropped) = IsStocked && Issued > 0 ? (Issued, false) : (Quantity, true);
        Reserved = 0;
    }

    /// <summary>The line as it is charged: at its normal price, with the best of its reductions (RULES: neither added nor multiplied; the winner is named).</summary>
    public ChargeLine Charge(EntitlementTerms terms, string? cause, string currency, decimal? quantity = null)
    {
        var charged = quantity ?? Done;
        var value = new Money(charged * UnitPrice, currency).Round().Amount;
        var best = Reductions(value, terms, cause, currency).MaxBy(r => r.Amount);
        return new ChargeLine(Id, Kind, Code, Text, charged, Unit, UnitPrice, best.Amount, best.Amount == 0 ? null : best.Reason, Cost);
    }

    private IEnumerable<(decimal Amount, Sentence? Reason)> Reductions(decimal value, EntitlementTerms terms, string? cause, string currency)
    {
        yield return (0, null);
        if (IsCovered(terms, cause))
        {
            yield return (value, terms.Reason);
        }

        yield return (Math.Min(new Money(Discount, currency).Round().Amount, value), DiscountReason is null ? null : new Sentence(DiscountReason));
    }

    private bool IsCovered(EntitlementTerms terms, string? cause) => terms.Category == ServiceCategory.Internal || Kind switch
    {
        ChargeKind.Part => terms.CoversPart(PartGroup, cause),
        ChargeKind.Labour => terms.CoversLabour(cause),
        _ => false,
    };
}
