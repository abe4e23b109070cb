using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using NodaTime;
using NodaTime.Text;

namespace ServiceErp.Kernel;

/// <summary>
/// A sentence that is kept as what it says and not as words in one language: the English with <c>{0}</c>-style places, which is the key of its translations, and the values for them. It is put into
/// the reader's words when it is shown. What a person typed is a sentence without places, and stays as typed in every language.
/// </summary>
[JsonConverter(typeof(KeptForm))]
public sealed class Sentence : IEquatable<Sentence>
{
    /// <summary>A sentence of the program.</summary>
    /// <param name="english">With <c>{0}</c>-style places.</param>
    /// <param name="arguments">Texts, numbers, days and other sentences.</param>
    /// <exception cref="ArgumentException">A value is of another kind and could not be kept.</exception>
    public Sentence(string english, params IReadOnlyList<object?> arguments)
    {
        (English, Arguments) = (english, arguments);
        Kept = arguments.Count == 0 && !english.StartsWith('[') ? english : new JsonArray([english, .. arguments.Select(Write)]).ToJsonString(Plainly);
    }

    private static JsonSerializerOptions Plainly { get; } = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The English with its places; the key of its translations.</summary>
    public string English { get; }

    /// <summary>The values for the places, in order.</summary>
    public IReadOnlyList<object?> Arguments { get; }

    /// <summary>How it is stored: the plain words, or a JSON array of the English and its values.</summary>
    public string Kept { get; }

    /// <summary>Words without places, such as a reason that somebody typed.</summary>
    public static implicit operator Sentence(string words) => new(words);

    /// <summary>Reads the stored form; what is not one is taken as plain words.</summary>
    public static Sentence Read(string kept)
    {
        if (kept.StartsWith('['))
        {
            try
            {
                if (JsonNode.Parse(kept) is JsonArray { Count: > 0 } parts && parts[0] is JsonValue first && first.TryGetValue<string>(out var english))
                {
                    return new Sentence(english, [.. parts.Skip(1).Select(Read)]);
                }
            }
            catch (JsonException)
            {
                // Words that happen to begin like one.
            }
        }

        return new Sentence(kept);
    }

    /// <inheritdoc />
    public bool Equals(Sentence? other) => other is not null && Kept == other.Kept;

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as Sentence);

    /// <inheritdoc />
    public override int GetHashCode() => Kept.GetHashCode(StringComparison.Ordinal);

    /// <summary>In English, with its values in place; for the reader use the program's texts.</summary>
    public override string ToString() => Arguments.Count == 0 ? English : string.Format(CultureInfo.InvariantCulture, English, [.. Arguments.Select(a => a is LocalDate day ? LocalDatePattern.Iso.Format(day) : a)]);

    private static JsonNode? Write(object? value) => value switch
    {
        null => null,
        string text => JsonValue.Create(text),
        int whole => JsonValue.Create(whole),
        decimal number => JsonValue.Create(number),
        LocalDate day => new JsonObject { ["day"] = LocalDatePattern.Iso.Format(day) },
        Sentence inner => new JsonObject { ["says"] = inner.Kept },
        _ => throw new ArgumentException($"A sentence can't keep a {value.GetType().Name}."),
    };

    private static object? Read(JsonNode? value) => value switch
    {
        JsonObject inner when inner["day"] is { } day && LocalDatePattern.Iso.Parse(day.GetValue<string>()) is { Success: true, Value: var found } => found,
        JsonObject inner when inner["says"] is { } says => Read(says.GetValue<string>()),
        JsonValue plain when plain.TryGetValue<string>(out var text) => text,
        JsonValue plain when plain.TryGetValue<int>(out var whole) => whole,
        JsonValue plain when plain.TryGetValue<decimal>(out var number) => number,
        _ => value?.ToJsonString(),
    };

    private sealed class KeptForm : JsonConverter<Sentence>
    {
        public override Sentence? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetString() is { } kept ? Sentence.Read(kept) : null;

        public override void Write(Utf8JsonWriter writer, Sentence value, JsonSerializerOptions options) => writer.WriteStringValue(value.Kept);
    }
}
