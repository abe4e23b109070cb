using System.Globalization;
using FluentValidation;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;

namespace ServiceErp.Platform.Branches;

/// <summary>What a branch says of itself; shared by the commands that make and edit one.</summary>
internal sealed record BranchDetails(string Name, string Zone, string Currency, string Language, string? Address, string? Phone, string? Email, string? TaxNumber, string? Country = null);

/// <summary>The rules of <see cref="BranchDetails"/>, for the validators of the commands that carry them.</summary>
internal static class BranchRules
{
    public static readonly string[] Languages = ["en", "ru", "es", "ko"];

    /// <summary>Every currency that some country uses, as the machine's own tables know them.</summary>
    private static readonly Lazy<IReadOnlySet<string>> KnownCurrencies = new(() =>
        CultureInfo.GetCultures(CultureTypes.SpecificCultures).Select(culture => new RegionInfo(culture.Name).ISOCurrencySymbol).Where(Currencies.IsWellFormed).ToHashSet());

    /// <summary>Every country that some culture belongs to.</summary>
    private static readonly Lazy<IReadOnlySet<string>> KnownCountries = new(() =>
        CultureInfo.GetCultures(CultureTypes.SpecificCultures).Select(culture => new RegionInfo(culture.Name).TwoLetterISORegionName).Where(code => code.Length == 2 && code.All(char.IsAsciiLetterUpper)).ToHashSet());

    public static IReadOnlyList<string> CountryCodes => [.. KnownCountries.Value.Order(StringComparer.Ordinal)];

    /// <summary>The country in which a time zone lies, by the zone's own table; empty when it lies in none.</summary>
    public static string CountryOf(string zone) => NodaTime.TimeZones.TzdbDateTimeZoneSource.Default.ZoneLocations?.FirstOrDefault(place => place.ZoneId == zone)?.CountryCode ?? "";

    public static IReadOnlyList<string> CurrencyCodes => [.. KnownCurrencies.Value.Order(StringComparer.Ordinal)];

    public static void Apply<T>(AbstractValidator<T> validator, Func<T, BranchDetails> details)
    {
        validator.RuleFor(c => details(c).Name).NotEmpty().WithErrorCode("Platform.Branch.NameMissing").WithMessage("Write the name.").AtMost(120).OverridePropertyName("Name");
        validator.RuleFor(c => details(c).Zone).Must(zone => zone is not null && DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone) is not null)
            .WithErrorCode("Platform.Branch.ZoneUnknown").WithMessage("There is no such time zone. Write it like Europe/Berlin or Asia/Seoul.").OverridePropertyName("Zone");
        validator.RuleFor(c => details(c).Currency).Must(currency => currency is not null && KnownCurrencies.Value.Contains(currency))
            .WithErrorCode("Platform.Branch.CurrencyUnknown").WithMessage("There is no such currency. Write its three capital letters, like EUR.").OverridePropertyName("Currency");
        validator.RuleFor(c => details(c).Language).Must(language => Languages.Contains(language))
            .WithErrorCode("Platform.Branch.LanguageUnknown").WithMessage("Choose English, Russian, Spanish or Korean.").OverridePropertyName("Language");
        validator.RuleFor(c => details(c).Address).AtMost(200).OverridePropertyName("Address");
        validator.RuleFor(c => details(c).Phone).AtMost(40).Must(phone => string.IsNullOrWhiteSpace(phone) || Kernel.PhoneNumbers.Normalize(phone).Length >= 5)
            .WithErrorCode("Platform.Branch.PhoneUnreadable").WithMessage("This is not a telephone number.").OverridePropertyName("Phone");
        validator.RuleFor(c => details(c).Email).AtMost(120).Must(email => string.IsNullOrWhiteSpace(email) || System.Net.Mail.MailAddress.TryCreate(email.Trim(), out _))
            .WithErrorCode("Platform.Branch.EmailUnreadable").WithMessage("This is not an e-mail address.").OverridePropertyName("Email");
        validator.RuleFor(c => details(c).Country).Must(country => string.IsNullOrWhiteSpace(country) || KnownCountries.Value.Contains(country))
            .WithErrorCode("Platform.Branch.CountryUnknown").WithMessage("There is no such country. Write its two capital letters, like DE.").OverridePropertyName("Country");
        validator.RuleFor(c => details(c).TaxNumber).AtMost(40).OverridePropertyName("TaxNumber");
    }
}
