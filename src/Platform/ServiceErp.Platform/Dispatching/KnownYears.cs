using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;
using NodaTime.Serialization.SystemTextJson;
using NodaTime.Text;
using ServiceErp.Kernel;

namespace ServiceErp.Platform.Dispatching;

/// <summary>
/// The years in which anything here happens. What comes from outside and names another was mistyped, or wants to see what breaks at the end of the calendar. The address of a list or page leaves such a
/// day out, as it does any other that is no day; bodies, forms and the typed questions of the API are refused and name the field.
/// </summary>
public static class KnownYears
{
    /// <summary>The first year.</summary>
    public const int First = 1900;

    /// <summary>The last year.</summary>
    public const int Last = 2200;

    /// <summary>A day as an address writes it, such as 2026-03-31; null when it is none of a known year.</summary>
    public static LocalDate? Day(string? text) =>
        LocalDatePattern.Iso.Parse(text?.Trim() ?? "") is { Success: true, Value: var day } && Holds(day) ? day : null;

    internal static bool Holds(LocalDate day) => day.Year is >= First and <= Last;

    internal static Error Refuse(string example) => Error.Invalid("Platform.NotADay", "Give a time of the years {0} to {1}, written like {2}.", First, Last, example);

    /// <summary>Converters that refuse what <see cref="Holds"/> does not; they go before all others.</summary>
    internal static IEnumerable<JsonConverter> Converters() =>
    [
        new Bounded<LocalDate>(NodaConverters.LocalDateConverter, Holds, "2026-03-31"),
        new Bounded<LocalDateTime>(NodaConverters.LocalDateTimeConverter, moment => Holds(moment.Date), "2026-03-31T14:30:00"),
        new Bounded<Instant>(NodaConverters.InstantConverter, moment => Holds(moment.InUtc().Date), "2026-03-31T14:30:00Z"),
    ];

    private sealed class Bounded<T>(JsonConverter<T> inner, Func<T, bool> holds, string example) : JsonConverter<T>
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            T? value;
            try
            {
                value = inner.Read(ref reader, typeToConvert, options);
            }
            catch (Exception e) when (e is not OutOfMemoryException)
            {
                throw new UnknownTimeException(Refuse(example)); // the parser of dates knows many exceptions, the caller one
            }

            return value is not null && holds(value) ? value : throw new UnknownTimeException(Refuse(example));
        }

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => inner.Write(writer, value, options);
    }
}

/// <summary>A time that is none, or of no known year; the serializer adds where it stands.</summary>
internal sealed class UnknownTimeException(Error error) : JsonException
{
    public Error Error { get; } = error;
}
