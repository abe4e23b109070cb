using System.Globalization;
using System.Text;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Localization;
using ServiceErp.Platform.Ui;

namespace ServiceErp.Platform.Tests.Ui;

public sealed class MoneyTests
{
    private sealed record Row(string Name, decimal? Value, string Currency);

    private static readonly ListColumns<Row> Columns = new ListColumns<Row>().Add("Name", r => r.Name, primary: true).Money("Value", r => r.Value, r => r.Currency, "value").Money("Price", r => r.Value, r => r.Currency, ofOne: true);

    private static readonly Row[] Rows = [new("a", 1.235m, "KWD"), new("b", 5000m, "KRW"), new("c", 12.5m, "EUR"), new("d", null, "EUR")];

    [Fact]
    public void An_amount_names_its_currency_and_has_its_digits() => OtherLanguage.Say("en", () =>
    {
        var cells = Rows.Select(r => Display.Text(Columns.All[1].Value(r), Rendered.English, ColumnKind.Money).Replace('\u00a0', ' '));
        Assert.Equal(["1.235 KWD", "5,000 KRW", "12.50 EUR", ""], cells);
        Assert.Equal("0.0125 EUR", Display.Price(new Money(0.0125m, "EUR")).Replace('\u00a0', ' '));
        return 0;
    });

    [Fact]
    public async Task Files_hold_amount_and_currency_in_two_columns()
    {
        using var file = new MemoryStream();
        await Csv.WriteAsync(file, Columns, Rows.ToAsyncEnumerable(), Rendered.English);
        Assert.Equal(
            ["Name,Value,Currency,Price", "a,1.235,KWD,1.235", "b,5000,KRW,5000", "c,12.50,EUR,12.50", "d,,EUR,"],
            Encoding.UTF8.GetString(file.ToArray()[3..]).Split("\r\n", StringSplitOptions.RemoveEmptyEntries));
    }

    [Theory]
    [InlineData("en", "13 Dec 2026", "13 Dec 2026")]
    [InlineData("es", "13 dic 2026", "13 dic 2026")]
    [InlineData("ru", "13 декабря 2026", "13 декабря 2026")]
    [InlineData("ko", "2026년 12월 13일", "2026년 12월 13일")]
    public void Days_for_customers_and_in_sentences_have_the_month_in_letters_and_no_point_at_their_end(string language, string paper, string words) => OtherLanguage.Say(language, () =>
    {
        Assert.Equal(paper, Display.Date(new LocalDate(2026, 12, 13)));
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(language == "en" ? "en-GB" : language);
        Assert.Equal($"until {words}.", Rendered.English["until {0}.", new LocalDate(2026, 12, 13)]);
        return 0;
    });
}
