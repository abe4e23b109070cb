using NodaTime;
using ServiceErp.Kernel;

namespace ServiceErp.Workshop.Domain.Orders;

/// <summary>How the customer said it.</summary>
public enum ConsentHow
{
    /// <summary>Signed on the screen.</summary>
    InPerson,

    /// <summary>By telephone: with the person spoken to and a note of what was said.</summary>
    ByPhone,

    /// <summary>Through the secret link: with the address and the browser it came from.</summary>
    ByLink,
}

/// <summary>What the customer agreed to.</summary>
public enum ConsentKind
{
    /// <summary>A quotation.</summary>
    Quotation,

    /// <summary>The fee that a declined quotation declared.</summary>
    DeclineFee,

    /// <summary>"Up to this much without asking."</summary>
    UpTo,

    /// <summary>Lines and price, shown and signed at the customer's place.</summary>
    OnSite,
}

/// <summary>Who agreed, how, and what proves it.</summary>
/// <param name="By">The customer, or who spoke for them.</param>
/// <param name="How">How.</param>
/// <param name="RecordedBy">Who wrote it down; the customer where they did it themselves.</param>
internal sealed record Proof(string By, ConsentHow How, string RecordedBy)
{
    public string? Note { get; init; }

    public Guid? SignatureId { get; init; }

    /// <summary>The network address of the link's answer.</summary>
    public string? From { get; init; }

    /// <summary>What the browser of the link's answer said of itself.</summary>
    public string? With { get; init; }
}

/// <summary>The customer's consent to a price, kept for ever: nothing is payable without one that covers it (WRK-4).</summary>
internal sealed class Consent : Entity
{
    private Consent()
    {
    }

    public Consent(Guid id, Guid orderId, ConsentKind kind, decimal net, decimal upTo, string about, Proof proof, Instant at)
    {
        Id = id;
        OrderId = orderId;
        Kind = kind;
        Net = net;
        UpTo = upTo;
        About = about;
        At = at;
        (By, How, RecordedBy, Note, SignatureId, From, With) = (proof.By, proof.How, proof.RecordedBy, proof.Note, proof.SignatureId, proof.From, proof.With);
    }

    public Guid OrderId { get; private set; }

    public ConsentKind Kind { get; private set; }

    /// <summary>What was shown to the customer, net.</summary>
    public decimal Net { get; private set; }

    /// <summary>As far as the consent reaches, net.</summary>
    public decimal UpTo { get; private set; }

    /// <summary>The number of the quotation; empty otherwise.</summary>
    public string About { get; private set; } = "";

    public ConsentHow How { get; private set; }

    public string By { get; private set; } = "";

    public string? Note { get; private set; }

    public Guid? SignatureId { get; private set; }

    public string? From { get; private set; }

    public string? With { get; private set; }

    public Instant At { get; private set; }

    public string RecordedBy { get; private set; } = "";
}
