using Bogus;
using NodaTime;

namespace ServiceErp.Demo;

/// <summary>A customer of the demo with the products they own.</summary>
internal sealed record Owner(string Name, bool IsCompany, string ContactName, string Phone, string Email, string Address, string Language, IReadOnlyList<Possession> Devices)
{
    /// <summary>Known to the branch since they called for the first time.</summary>
    public Guid? Id { get; set; }
}

/// <summary>A product somebody owns.</summary>
internal sealed record Possession(Model Model, string SerialNumber, int SoldMonthsAgo, bool HasProof)
{
    public Guid? Id { get; set; }
}

/// <summary>Invents people and firms, the same in every run.</summary>
internal sealed class Folk(string code, int seed)
{
    private static readonly string[] Streets =
        ["Lindenallee", "Schönhauser Allee", "Karl-Marx-Straße", "Kantstraße", "Gneisenaustraße", "Warschauer Straße", "Invalidenstraße", "Bergmannstraße", "Müllerstraße", "Hauptstraße"];

    private static readonly string[] KoreanStreets = ["강남구 역삼로", "서초구 서초대로", "마포구 양화로", "송파구 올림픽로", "종로구 종로", "영등포구 여의대로", "성동구 왕십리로", "용산구 이태원로"];
    private static readonly string[] Firms = ["Café {0}", "Bäckerei {0}", "Zahnarztpraxis Dr. {0}", "Hotel {0}", "Druckerei {0} GmbH", "{0} Haustechnik GmbH", "Restaurant {0}", "Labor {0}"];
    private static readonly string[] RussianFirms = ["Кафе «{0}»", "Клиника {0}", "Мастерская {0}"];
    private static readonly string[] KoreanFirms = ["카페 {0}", "{0}치과의원", "{0}빌딩관리", "{0}인쇄소", "호텔 {0}"];
    private static readonly string[] Brands = ["Müller & Söhne", "Sol", "Aurora", "Mokka"];

    private readonly Randomizer random = new(seed);
    private readonly Dictionary<string, Faker> fakers = [];
    private int people;

    /// <summary>The luck of this branch.</summary>
    public Randomizer Luck => random;

    public Owner Next()
    {
        var language = code == "SEO" ? "ko" : random.WeightedRandom(["de", "ru", "es", "en"], [0.55f, 0.18f, 0.12f, 0.15f]);
        var name = Faker(language).Name;
        var (first, last) = (name.FirstName(), name.LastName());
        var person = language == "ko" ? last + first : $"{first} {last}";
        var isCompany = random.Bool(0.4f);
        var firm = !isCompany ? "" : string.Format(
            System.Globalization.CultureInfo.InvariantCulture,
            random.ArrayElement(language == "ko" ? KoreanFirms : language == "ru" ? RussianFirms : Firms),
            language is "de" or "en" && random.Bool(0.2f) ? random.ArrayElement(Brands) : last);
        people++;
        var phone = code == "SEO" ? $"+82 10 5{people / 100:D3} {1000 + people:D4}" : $"+49 30 {5_551_000 + people}";
        var address = code == "SEO" ? $"서울특별시 {random.ArrayElement(KoreanStreets)} {random.Int(1, 300)}" : $"{random.ArrayElement(Streets)} {random.Int(1, 160)}, {random.Int(10115, 14199)} Berlin";
        var devices = Enumerable.Range(0, isCompany ? random.Int(2, 5) : random.Int(1, 2)).Select(_ => Device(isCompany)).ToArray();
        return new Owner(isCompany ? firm : person, isCompany, isCompany ? person : "", phone, $"{code.ToLowerInvariant()}{people:D3}@customer.example", address, language == "de" ? "en" : language, devices);
    }

    private Possession Device(bool isCompany)
    {
        var model = random.ArrayElement(Catalogue.Models.Where(m => isCompany || !m.IsStationary).ToArray());
        var months = random.Bool(0.45f) ? random.Int(1, 5) : random.Int(30, 84);
        return new Possession(model, $"{model.Code.Replace("-", "", StringComparison.Ordinal)}{random.Int(20, 26)}{random.Int(100_000, 999_999)}", months, random.Bool(0.9f));
    }

    private Faker Faker(string locale)
    {
        if (!fakers.TryGetValue(locale, out var faker))
        {
            fakers[locale] = faker = new Faker(locale) { Random = random };
        }

        return faker;
    }
}
