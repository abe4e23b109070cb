using NodaTime;

namespace ServiceErp.Platform.Localization;

/// <summary>
/// The time zone in which the reader of a page or file sees instants, as <see cref="System.Globalization.CultureInfo.CurrentUICulture"/> is the language: it flows with
/// the request. The Host sets it to the zone of the user's branch; where nobody did, it is UTC.
/// </summary>
public static class ReaderZone
{
    private static readonly AsyncLocal<DateTimeZone?> Flowing = new();

    /// <summary>The zone of the present request.</summary>
    public static DateTimeZone Current
    {
        get => Flowing.Value ?? DateTimeZone.Utc;
        set => Flowing.Value = value;
    }
}
