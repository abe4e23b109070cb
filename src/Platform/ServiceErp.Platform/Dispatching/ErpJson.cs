using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;
using NodaTime.Serialization.SystemTextJson;
using NodaTime.Text;
using ServiceErp.Kernel;
using ServiceErp.Platform.Localization;

namespace ServiceErp.Platform.Dispatching;

/// <summary>One way of writing JSON: for the API, for stored events and for remembered answers.</summary>
public static class ErpJson
{
    private static readonly ConditionalWeakTable<Texts, JsonSerializerOptions> Answers = [];

    /// <summary>Camel case, enums as text, Noda Time as ISO 8601; members that nobody knows are refused.</summary>
    public static JsonSerializerOptions Options { get; } = Configure(new JsonSerializerOptions(JsonSerializerDefaults.Web));

    /// <summary>For what comes from outside: times of other years than <see cref="KnownYears"/> are refused. What the program itself stored is read as it is.</summary>
    public static JsonSerializerOptions FromOutside { get; } = Strict(new JsonSerializerOptions(Options));

    /// <summary>The same for answers to callers: kept sentences become words of their language.</summary>
    /// <param name="texts">Knows the words.</param>
    public static JsonSerializerOptions Worded(Texts texts) => Answers.GetValue(texts, known => new JsonSerializerOptions(Options) { Converters = { new Words(known) } });

    /// <summary>Gives options the same settings.</summary>
    public static JsonSerializerOptions Configure(JsonSerializerOptions options)
    {
        options.Converters.Add(new CommonEraDates());
        options.ConfigureForNodaTime(DateTimeZoneProviders.Tzdb);
        options.Converters.Add(new JsonStringEnumConverter(allowIntegerValues: false));
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.MaxDepth = 16;
        return options;
    }

    private static JsonSerializerOptions Strict(JsonSerializerOptions options)
    {
        foreach (var converter in KnownYears.Converters())
        {
            options.Converters.Insert(0, converter);
        }

        return options;
    }

    private sealed class Words(Texts texts) : JsonConverter<Sentence>
    {
        public override Sentence? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetString() is { } words ? new Sentence(words) : null;

        public override void Write(Utf8JsonWriter writer, Sentence value, JsonSerializerOptions options) => writer.WriteStringValue(texts[value]);
    }
}

/// <summary>Days as ISO 8601. Years before 1 are refused: databases and their drivers know none.</summary>
internal sealed class CommonEraDates : JsonConverter<LocalDate>
{
    public override LocalDate Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && LocalDatePattern.Iso.Parse(reader.GetString()!) is { Success: true, Value: { Year: >= 1 } day } ? day : throw new JsonException();

    public override void Write(Utf8JsonWriter writer, LocalDate value, JsonSerializerOptions options) => writer.WriteStringValue(LocalDatePattern.Iso.Format(value));
}
