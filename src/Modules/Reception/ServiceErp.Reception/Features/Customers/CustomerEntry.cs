using FluentValidation;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Localization;
using ServiceErp.Reception.Domain.Customers;

namespace ServiceErp.Reception.Features.Customers;

/// <summary>A customer as somebody types one in.</summary>
public sealed record CustomerEntry
{
    public CustomerKind Kind { get; init; }

    public string? Name { get; init; }

    public string? ContactName { get; init; }

    public string? Phone { get; init; }

    public string? OtherPhone { get; init; }

    public string? Email { get; init; }

    public string? Address { get; init; }

    public Guid? ZoneId { get; init; }

    /// <summary>en, ru, es or ko; the branch's own unless said.</summary>
    public string? Language { get; init; }

    public bool PaysOnAccount { get; init; }

    public string? Notes { get; init; }

    internal bool IsEmpty => string.IsNullOrWhiteSpace(Name) && string.IsNullOrWhiteSpace(Phone) && string.IsNullOrWhiteSpace(Email);

    internal CustomerDetails Details(string language, string country) => new(Kind, Name ?? "", Phones.Show(Phone, country))
    {
        PhoneKey = Phones.Key(Phone, country),
        OtherPhoneKey = Phones.Key(OtherPhone, country),
        ContactName = ContactName ?? "",
        OtherPhone = Phones.Show(OtherPhone, country),
        Email = Email ?? "",
        Address = Address ?? "",
        ZoneId = ZoneId,
        Language = string.IsNullOrWhiteSpace(Language) ? language : Language,
        PaysOnAccount = PaysOnAccount,
        Notes = Notes ?? "",
    };
}

internal sealed class CustomerEntryRules : AbstractValidator<CustomerEntry>
{
    public CustomerEntryRules()
    {
        RuleFor(c => c.Name).Needed(200, "Reception.Customer.NameMissing", "Write the customer's name.");
        RuleFor(c => c.ContactName).AtMost(200);
        RuleFor(c => c.Phone).PhoneOrNothing();
        RuleFor(c => c.OtherPhone).PhoneOrNothing();
        RuleFor(c => c.Email).EmailOrNothing();
        RuleFor(c => c.Address).AtMost(400);
        RuleFor(c => c.Language).Language();
        RuleFor(c => c.Notes).AtMost(2000);
        RuleFor(c => c.Phone).Must((c, _) => !string.IsNullOrWhiteSpace(c.Phone) || !string.IsNullOrWhiteSpace(c.Email))
            .WithMessage("Note a telephone number or an e-mail address.").WithErrorCode("Reception.Customer.ContactMissing");
    }
}
