using System.Globalization;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Localization;

namespace ServiceErp.Platform.Ui;

/// <summary>Values as the reader writes them: culture's numbers and dates, instants in the reader's zone.</summary>
public static class Display
{
    /// <summary>An amount with its currency's own decimals, and the currency's code.</summary>
    public static string Money(Money amount) =>
        $"{amount.Amount.ToString("N" + Currencies.MinorDigits(amount.Currency), CultureInfo.CurrentCulture)}\u00a0{amount.Currency}";

    /// <summary>The price or cost of one piece, with the currency's code: at least its currency's own decimals, and as many more as a screw may cost.</summary>
    public static string Price(Money price) => $"{Price(price.Amount, price.Currency)}\u00a0{price.Currency}";

    /// <summary>The price of one piece without the code.</summary>
    public static string Price(decimal price, string currency) =>
        price.ToString($"#,##0.{new string('0', Currencies.MinorDigits(currency))}{new string('#', 6 - Currencies.MinorDigits(currency))}", CultureInfo.CurrentCulture);

    /// <summary>An amount with its currency's own decimals, without the code: for documents that name the currency once.</summary>
    public static string Amount(decimal amount, string currency) => amount.ToString("N" + Currencies.MinorDigits(currency), CultureInfo.CurrentCulture);

    /// <summary>A number without needless zeros: 1,250 or 2.5.</summary>
    public static string Number(decimal number) => number.ToString("#,##0.####", CultureInfo.CurrentCulture);

    /// <summary>A day, such as 23/11/2026.</summary>
    public static string Date(LocalDate day) => day.ToString("d", CultureInfo.CurrentCulture);

    /// <summary>A day within a sentence, with the month in letters: 23 Nov 2026. It never ends in a point, as some languages' dates do.</summary>
    public static string DayInWords(LocalDate day) => day.ToString("d", OtherLanguage.Culture(CultureInfo.CurrentUICulture.Name));

    /// <summary>Day and time of day within a sentence, in the reader's zone.</summary>
    public static string MomentInWords(Instant instant) => $"{DayInWords(instant.InZone(ReaderZone.Current).Date)} {Time(instant)}";

    /// <summary>Day and time of day to the minute, in the reader's zone.</summary>
    public static string Moment(Instant instant)
    {
        var local = instant.InZone(ReaderZone.Current).LocalDateTime;
        return $"{Date(local.Date)} {local.TimeOfDay.ToString("t", CultureInfo.CurrentCulture)}";
    }

    /// <summary>Time of day to the minute, in the reader's zone.</summary>
    public static string Time(Instant instant) => instant.InZone(ReaderZone.Current).TimeOfDay.ToString("t", CultureInfo.CurrentCulture);

    /// <summary>The instant in ISO 8601, for the <c>datetime</c> attribute and scripts.</summary>
    public static string Iso(Instant instant) => NodaTime.Text.InstantPattern.ExtendedIso.Format(instant);

    /// <summary>A length of time in hours and minutes, such as 26:05; negative ones with a sign.</summary>
    public static string Hours(Duration duration)
    {
        var minutes = (long)Math.Abs(Math.Floor(duration.TotalMinutes));
        return string.Create(CultureInfo.InvariantCulture, $"{(duration < Duration.Zero ? "−" : "")}{minutes / 60}:{minutes % 60:00}");
    }

    /// <summary>Any value of a list cell or fact in the reader's words.</summary>
    public static string Text(object? value, Texts texts, ColumnKind kind = ColumnKind.Text) => value switch
    {
        null => "",
        string text => text,
        Sentence sentence => texts[sentence],
        Enum choice => texts.Label(choice),
        bool yes => yes ? texts["Yes"] : texts["No"],
        Instant instant when kind == ColumnKind.Date => Date(instant.InZone(ReaderZone.Current).Date),
        Instant instant => Moment(instant),
        LocalDate day => Date(day),
        Duration duration => Hours(duration),
        Money amount => kind == ColumnKind.Price ? Price(amount) : Money(amount),
        decimal number => Number(number),
        IFormattable formattable => formattable.ToString(kind == ColumnKind.Number && value is int or long ? "N0" : null, CultureInfo.CurrentCulture),
        _ => value.ToString() ?? "",
    };
}
