using ServiceErp.Kernel;

namespace ServiceErp.SpareParts.Domain.Suppliers;

/// <summary>From whom parts are bought.</summary>
internal sealed class Supplier : Aggregate, ISearchable
{
    private Supplier()
    {
    }

    public Supplier(Guid id, string number)
    {
        Id = id;
        Number = Codes.Clean(number);
    }

    public string Number { get; private init; } = "";

    public string Name { get; private set; } = "";

    public string? Email { get; private set; }

    public string? Phone { get; private set; }

    public bool Active { get; private set; } = true;

    /// <summary>Months from receipt for which they stand for their goods, where nothing else is agreed for a part; null when nobody asked.</summary>
    public int? WarrantyMonths { get; private set; }

    /// <summary>Days within which they have to answer a claim, and then to settle it.</summary>
    public int AnswerDays { get; private set; } = 14;

    public void Describe(string name, string? email, string? phone, bool active) =>
        (Name, Email, Phone, Active) = (name.Trim(), email?.Trim(), phone?.Trim(), active);

    /// <summary>What is agreed for defective goods.</summary>
    public void Agree(int? warrantyMonths, int answerDays) => (WarrantyMonths, AnswerDays) = (warrantyMonths, answerDays);

    /// <inheritdoc />
    public SearchEntry Describe() => new()
    {
        Id = Id,
        Kind = nameof(Supplier),
        Code = Number,
        Title = Name,
        Subtitle = Number,
        Href = $"/spare-parts/suppliers/{Id}",
        Permission = SparePartsPermissions.PurchaseRead,
        Text = SearchText.Normalize($"{Number} {Name} {Email} {Phone}"),
    };

    /// <inheritdoc />
    public bool IsDescribedBy(string property) => property is nameof(Name) or nameof(Email) or nameof(Phone);
}
