using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using ServiceErp.Platform.Importing;
using ServiceErp.Platform.Web;

namespace ServiceErp.Platform.Tests.Importing;

/// <summary>How numbers and letters of files and forms are read: right or not at all.</summary>
public sealed class ReadingTests
{
    public static TheoryData<string> Cultures => [.. new[] { "en", "es", "de", "ru", "fr", "ko", "de-CH", "en-IN", "es-MX" }];

    [Theory]
    [MemberData(nameof(Cultures))]
    public void A_number_written_by_any_culture_is_read_right_or_refused(string name)
    {
        var culture = CultureInfo.GetCultureInfo(name);
        var random = new Random(20261129);
        var wrong = new List<string>();
        var read = 0;
        for (var i = 0; i < 4000; i++)
        {
            var digits = random.Next(0, 4);
            var number = decimal.Round((decimal)(random.NextDouble() * Math.Pow(10, random.Next(0, 8))), digits) * (random.Next(5) == 0 ? -1 : 1);
            foreach (var format in new[] { "N" + digits, "F" + digits, "0.###" })
            {
                var text = number.ToString(format, culture);
                if (ImportNumber.Read(text) is { } found)
                {
                    read++;
                    if (found != number)
                    {
                        wrong.Add($"{text} -> {found}");
                    }
                }
            }
        }

        Assert.Empty(wrong);
        Assert.True(read > 6000, $"only {read} of 12,000 were read");
    }

    [Theory]
    [InlineData("en", NumberFormat.Point)]
    [InlineData("ko", NumberFormat.Point)]
    [InlineData("de", NumberFormat.Comma)]
    [InlineData("es", NumberFormat.Comma)]
    [InlineData("ru", NumberFormat.Space)]
    [InlineData("fr", NumberFormat.Space)]
    public void With_the_format_said_every_number_of_the_culture_is_read(string name, NumberFormat format)
    {
        var culture = CultureInfo.GetCultureInfo(name);
        foreach (var number in new[] { 0m, 1m, 1.5m, 1.25m, 1.250m, 1000m, 1234m, 12.345m, 1234.567m, 1_000_000m, -1234.5m, 0.125m })
        {
            Assert.Equal(number, ImportNumber.Read(number.ToString("N3", culture), format));
            Assert.Equal(number, ImportNumber.Read(number.ToString("#,##0.###", culture), format));
        }
    }

    [Theory]
    [InlineData("1.234", NumberFormat.Automatic, null)]
    [InlineData("1,234", NumberFormat.Automatic, null)]
    [InlineData("1.000", NumberFormat.Automatic, null)]
    [InlineData("12,345", NumberFormat.Automatic, null)]
    [InlineData("-1.250", NumberFormat.Automatic, null)]
    [InlineData("0.234", NumberFormat.Automatic, "0.234")]
    [InlineData("1234,567", NumberFormat.Automatic, "1234.567")]
    [InlineData("1.234", NumberFormat.Comma, "1234")]
    [InlineData("1.234", NumberFormat.Point, "1.234")]
    [InlineData("1.234", NumberFormat.Space, null)]
    [InlineData("1 234", NumberFormat.Space, "1234")]
    [InlineData("12,34", NumberFormat.Point, null)]
    [InlineData("1 2", NumberFormat.Automatic, null)]
    public void What_could_be_a_thousand_or_a_decimal_is_not_guessed(string text, NumberFormat format, string? number) =>
        Assert.Equal(number is null ? null : decimal.Parse(number, CultureInfo.InvariantCulture), ImportNumber.Read(text, format));

    [Theory]
    [MemberData(nameof(Cultures))]
    public void A_posted_number_with_a_comma_never_loses_its_thousands(string name)
    {
        var culture = CultureInfo.GetCultureInfo(name);
        var comma = (culture.NumberFormat.NumberGroupSeparator, culture.NumberFormat.NumberDecimalSeparator).ToString().Contains(',', StringComparison.Ordinal);
        foreach (var number in new[] { 1m, 1000m, 1250m, 12_500m, 1_000_000m, 0.5m, 12.5m, 1234.5m, 1.25m })
        {
            // Browsers post the invariant form; whatever else comes is read right or refused. A lone point is the browsers' decimal mark and can't be anything else.
            Assert.Equal(number, Posted(number.ToString(CultureInfo.InvariantCulture)));
            var written = number.ToString("#,##0.##", culture);
            if (written.Count(c => c == '.') != 1 || written.Contains(',', StringComparison.Ordinal) || culture.NumberFormat.NumberDecimalSeparator == ".")
            {
                Assert.True(Posted(written) is not { } read || read == number, $"{written} of {name} became {Posted(written)}");
            }
        }

        Assert.True(comma);
        Assert.Null(Posted("1,000"));
        Assert.Null(Posted("12,500"));
        Assert.Equal(12.5m, Posted("12,5"));
        Assert.Equal(0.125m, Posted("0,125"));
    }

    [Theory]
    [InlineData(1252, "en", "20 °C")]
    [InlineData(1252, "es", "10 µF")]
    [InlineData(1252, "es", "Árbol de levas")]
    [InlineData(1252, "es", "ÁRBOL")]
    [InlineData(1252, "en", "Änderung")]
    [InlineData(1252, "en", "Größe ±2 m²")]
    [InlineData(1252, "es", "Año, señal, ¿qué? n.º 3")]
    [InlineData(1252, "en", "Crème brûlée à la carte")]
    [InlineData(1252, "ru", "Árbol de levas, 20 °C")]
    [InlineData(1252, "ko", "ÁRBOL Änderung µF")]
    [InlineData(1251, "ru", "шт")]
    [InlineData(1251, "en", "шт")]
    [InlineData(1251, "en", "кг")]
    [InlineData(1251, "ru", "л")]
    [InlineData(1251, "ru", "м")]
    [InlineData(1251, "en", "л")]
    [InlineData(1251, "en", "Насос циркуляционный UPS 25-40")]
    [InlineData(1251, "ru", "ВИНТ М8, НАСОС, шт.")]
    [InlineData(1251, "ru", "Двигатель № 5, 20 °C")]
    [InlineData(949, "ko", "볼트M8")]
    [InlineData(949, "en", "펌프 모터, 개")]
    [InlineData(949, "ko", "개")]
    [InlineData(1250, "en", "Wałek, łożysko, śruba")]
    public void The_letters_of_a_file_are_read_right_however_few_they_are(int page, string language, string word)
    {
        var text = $"Number;Unit\r\nP-1;{word}\r\nP-2;A-12 bracket\r\n";
        var bytes = CodePagesEncodingProvider.Instance.GetEncoding(page)!.GetBytes(text);
        var read = TextDecoding.Read(bytes, TextEncoding.Automatic, language);
        Assert.Equal(text, read.Text);
        Assert.NotNull(read.Notice);
    }

    [Fact]
    public void Who_sends_the_file_can_say_its_encoding()
    {
        var bytes = CodePagesEncodingProvider.Instance.GetEncoding(1251)!.GetBytes("Number;Unit\nP-1;а\n");
        Assert.Contains(";а", TextDecoding.Read(bytes, TextEncoding.Cyrillic, "en").Text, StringComparison.Ordinal);
        Assert.Contains(";à", TextDecoding.Read(bytes, TextEncoding.Western, "ru").Text, StringComparison.Ordinal);
        Assert.Contains(";а", TextDecoding.Read(bytes, TextEncoding.Automatic, "ru").Text, StringComparison.Ordinal);
        Assert.Contains(";à", TextDecoding.Read(bytes, TextEncoding.Automatic, "es").Text, StringComparison.Ordinal);
    }

    private static decimal? Posted(string text)
    {
        var http = new DefaultHttpContext();
        http.Request.QueryString = QueryString.Create("Amount", text);
        var bound = Binding.FromQuery<Sum>(http);
        return bound.Succeeded ? bound.Value.Amount : null;
    }

    private sealed record Sum(decimal Amount);
}
