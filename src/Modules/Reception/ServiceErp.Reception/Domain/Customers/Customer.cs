using ServiceErp.Kernel;

namespace ServiceErp.Reception.Domain.Customers;

/// <summary>What a customer is.</summary>
public enum CustomerKind
{
    Person,
    Company,
}

/// <summary>What is known about a customer, as somebody entered it.</summary>
internal sealed record CustomerDetails(CustomerKind Kind, string Name, string Phone)
{
    /// <summary>The number as it is compared, in E.164; the digits as typed unless said.</summary>
    public string? PhoneKey { get; init; }

    public string? OtherPhoneKey { get; init; }

    public string ContactName { get; init; } = "";

    public string OtherPhone { get; init; } = "";

    public string Email { get; init; } = "";

    public string Address { get; init; } = "";

    public Guid? ZoneId { get; init; }

    public string Language { get; init; } = "en";

    public bool PaysOnAccount { get; init; }

    public string Notes { get; init; } = "";
}

/// <summary>
/// Somebody whose products are serviced. Customers belong to the whole company: they come to whatever branch is near. Can be reached: a telephone number or an
/// e-mail address is kept.
/// </summary>
internal sealed class Customer : Aggregate, ISearchable
{
    /// <summary>Written into the history when messages, and the links in them, go elsewhere from then on.</summary>
    public const string Readdressed = "Readdress";

    /// <summary>For how long whoever changed where messages go does not send a new link: with it they could answer in the customer's name.</summary>
    public static readonly NodaTime.Duration NoLinkFor = NodaTime.Duration.FromDays(7);

    private Customer()
    {
    }

    public Customer(Guid id, string? code, CustomerDetails details)
    {
        Id = id;
        Code = string.IsNullOrWhiteSpace(code) ? null : code.Trim().ToUpperInvariant();
        Change(details);
    }

    /// <summary>The customer's key in other systems; the idempotent key of imports.</summary>
    public string? Code { get; private init; }

    public CustomerKind Kind { get; private set; }

    public string Name { get; private set; } = "";

    public string ContactName { get; private set; } = "";

    public string Phone { get; private set; } = "";

    /// <summary>The number as it is compared; empty for none.</summary>
    public string PhoneKey { get; private set; } = "";

    public string OtherPhone { get; private set; } = "";

    public string OtherPhoneKey { get; private set; } = "";

    public string Email { get; private set; } = "";

    public string Address { get; private set; } = "";

    public Guid? ZoneId { get; private set; }

    public string Language { get; private set; } = "en";

    public bool PaysOnAccount { get; private set; }

    public string Notes { get; private set; } = "";

    /// <summary>Where messages go: by e-mail, else by telephone; empty when the customer can't be reached.</summary>
    public string MessagesGoTo => Email.Length > 0 ? Email : PhoneKey;

    public CustomerSnapshot Snapshot => new(Id, Name, Phone, Email, Address, Language) { IsCompany = Kind == CustomerKind.Company };

    public CustomerDetails Details() => new(Kind, Name, Phone)
    {
        PhoneKey = PhoneKey, OtherPhoneKey = OtherPhoneKey,
        ContactName = ContactName, OtherPhone = OtherPhone, Email = Email, Address = Address, ZoneId = ZoneId, Language = Language, PaysOnAccount = PaysOnAccount, Notes = Notes,
    };

    public void Change(CustomerDetails details)
    {
        var (isKnown, former) = (Name.Length > 0, MessagesGoTo);
        Kind = details.Kind;
        Name = details.Name.Trim();
        ContactName = details.ContactName.Trim();
        Phone = details.Phone.Trim();
        PhoneKey = details.PhoneKey ?? PhoneNumbers.Normalize(details.Phone);
        OtherPhone = details.OtherPhone.Trim();
        OtherPhoneKey = details.OtherPhoneKey ?? PhoneNumbers.Normalize(details.OtherPhone);
        Email = details.Email.Trim();
        Address = details.Address.Trim();
        ZoneId = details.ZoneId;
        Language = details.Language;
        PaysOnAccount = details.PaysOnAccount;
        Notes = details.Notes.Trim();
        if (isKnown && former != MessagesGoTo)
        {
            Record(new Transition("", Readdressed, "", null));
        }
    }

    public SearchEntry Describe() => new()
    {
        Id = Id,
        Kind = nameof(Customer),
        Code = Code,
        Title = Name,
        Subtitle = string.Join(" · ", new[] { Phone, Email, Address }.Where(part => part.Length > 0)),
        Href = $"/reception/customers/{Id}",
        Permission = ReceptionPermissions.CustomerRead,
        Text = SearchText.Normalize($"{Code} {Name} {ContactName} {PhoneKey} {OtherPhoneKey} {Phone} {Email} {Address}"),
    };

    public bool IsDescribedBy(string property) =>
        property is nameof(Name) or nameof(ContactName) or nameof(Phone) or nameof(OtherPhone) or nameof(Email) or nameof(Address);
}
