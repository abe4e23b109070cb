namespace ServiceErp.Kernel;

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
