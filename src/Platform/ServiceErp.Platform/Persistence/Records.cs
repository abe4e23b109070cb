using NodaTime;

namespace ServiceErp.Platform.Persistence;

/// <summary>One line of the audit trail: who did what to which thing, and its state before and after.</summary>
public sealed class AuditEntry
{
    /// <summary>Identity, time-ordered.</summary>
    public Guid Id { get; init; }

    /// <summary>When.</summary>
    public Instant At { get; init; }

    /// <summary>Who; null for the system and for customers behind a link.</summary>
    public Guid? UserId { get; init; }

    /// <summary>Who, as it was called then.</summary>
    public required string UserName { get; init; }

    /// <summary>The use case or subscriber.</summary>
    public required string UseCase { get; init; }

    /// <summary>Kind of the thing, such as <c>ServiceOrder</c>.</summary>
    public string? Entity { get; init; }

    /// <summary>Which thing.</summary>
    public Guid? EntityId { get; init; }

    /// <summary>State before, where the thing has a life cycle.</summary>
    public string? From { get; init; }

    /// <summary>What moved it.</summary>
    public string? Trigger { get; init; }

    /// <summary>State after.</summary>
    public string? To { get; init; }

    /// <summary>The reason given.</summary>
    public string? Reason { get; init; }

    /// <summary>Changed fields as JSON: <c>{"Field":[before,after]}</c>.</summary>
    public string? Changes { get; init; }
}

/// <summary>The answer to a command that was sent with a key, so that sending it again gives the same answer and does nothing.</summary>
public sealed class IdempotencyRecord
{
    /// <summary>The caller's identity and the key.</summary>
    public required string Key { get; init; }

    /// <summary>The use case.</summary>
    public required string UseCase { get; init; }

    /// <summary>Fingerprint of the command, to notice a key used for something else.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>The answer as JSON.</summary>
    public required string Answer { get; init; }

    /// <summary>When.</summary>
    public Instant At { get; init; }
}

/// <summary>The counter behind one series of numbers.</summary>
public sealed class NumberRange
{
    /// <summary>Series, branch and year: <c>invoice/BER/2026</c>.</summary>
    public required string Key { get; init; }

    /// <summary>The number given last.</summary>
    public long Last { get; set; }
}

/// <summary>What the one search box finds. Written with the thing itself, in the same transaction.</summary>
public sealed class SearchEntry
{
    /// <summary>The thing's identity.</summary>
    public Guid Id { get; init; }

    /// <summary>Kind of the thing, such as <c>ServiceOrder</c>.</summary>
    public required string Kind { get; set; }

    /// <summary>The branch it belongs to, or null for all.</summary>
    public Guid? BranchId { get; set; }

    /// <summary>The number, serial or barcode that a scanner reads; exact match opens the thing.</summary>
    public string? Code { get; set; }

    /// <summary>A second such code.</summary>
    public string? OtherCode { get; set; }

    /// <summary>First line of a hit.</summary>
    public required string Title { get; set; }

    /// <summary>Second line of a hit.</summary>
    public required string Subtitle { get; set; }

    /// <summary>Its page.</summary>
    public required string Href { get; set; }

    /// <summary>The permission needed to see it.</summary>
    public required string Permission { get; set; }

    /// <summary>Everything it is found by, normalised.</summary>
    public required string Text { get; set; }
}

/// <summary>An aggregate that the one search box finds.</summary>
public interface ISearchable
{
    /// <summary>Its entry as of now.</summary>
    SearchEntry Describe();

    /// <summary>Whether a change of these properties changes the entry.</summary>
    bool IsDescribedBy(string property);
}
