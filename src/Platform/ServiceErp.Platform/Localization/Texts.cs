using System.Collections;
using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Globalization;
using System.Resources;
using System.Text;
using ServiceErp.Kernel;

namespace ServiceErp.Platform.Localization;

/// <summary>
/// Every visible word, in the reader's language (HOST-5). The English sentence is the key; what is not translated appears in English.
/// The language is <see cref="CultureInfo.CurrentUICulture"/>, numbers and dates follow <see cref="CultureInfo.CurrentCulture"/>.
/// </summary>
/// <param name="resources">The translations of the Platform, the Host and each module; of two for one sentence the earlier wins.</param>
public sealed class Texts(IEnumerable<ResourceManager> resources)
{
    private readonly ResourceManager[] managers = [.. resources];
    private readonly ConcurrentDictionary<CultureInfo, FrozenDictionary<string, string>> byCulture = [];
    private readonly ConcurrentDictionary<(CultureInfo Culture, Enum Value), string> labels = [];

    /// <summary>The sentence in the reader's language, with <paramref name="arguments"/> in its <c>{0}</c>-style places.</summary>
    public string this[string english, params object?[] arguments]
    {
        get
        {
            var culture = CultureInfo.CurrentUICulture;
            var text = byCulture.GetOrAdd(culture, Load).GetValueOrDefault(english, english);
            return arguments.Length == 0 ? text : string.Format(CultureInfo.CurrentCulture, text, [.. arguments.Select(Spoken)]);
        }
    }

    /// <summary>A kept sentence in the reader's language; nothing for none.</summary>
    public string this[Sentence? sentence] => sentence is null ? "" : this[sentence.English, [.. sentence.Arguments]];

    /// <summary>
    /// An enumeration's value in words: <c>WaitingForParts</c> is looked up as "Waiting for parts", or as <c>OrderState.WaitingForParts</c> where a language needs another word than for the
    /// same English one elsewhere.
    /// </summary>
    public string Label(Enum value) => labels.GetOrAdd((CultureInfo.CurrentUICulture, value), key =>
    {
        var own = $"{key.Value.GetType().Name}.{key.Value}";
        return this[own] is var special && special != own ? special : this[Humanise(key.Value.ToString())];
    });

    /// <summary>A refusal in the reader's language, with its arguments in place.</summary>
    public string Error(Error error) => this[error.Message, [.. error.Arguments]];

    /// <summary>A name in program spelling as words: "WaitingForParts" becomes "Waiting for parts"; capitals in a row stay together.</summary>
    public static string Humanise(string name)
    {
        var words = new StringBuilder(name.Length + 8);
        for (var i = 0; i < name.Length; i++)
        {
            var startsWord = i > 0 && char.IsUpper(name[i]) && (!char.IsUpper(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1])));
            if (startsWord)
            {
                words.Append(' ');
            }

            var isAbbreviation = i + 1 >= name.Length ? i > 0 && char.IsUpper(name[i - 1]) : char.IsUpper(name[i + 1]);
            words.Append(startsWord && !isAbbreviation ? char.ToLowerInvariant(name[i]) : name[i]);
        }

        return words.ToString();
    }

    private object? Spoken(object? argument) => argument switch
    {
        Enum value => Label(value),
        NodaTime.LocalDate day => Ui.Display.DayInWords(day),
        NodaTime.Instant instant => Ui.Display.MomentInWords(instant),
        Sentence sentence => this[sentence],
        Money => Ui.Display.Text(argument, this),
        _ => argument,
    };

    private FrozenDictionary<string, string> Load(CultureInfo culture)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var each = culture; !each.Equals(CultureInfo.InvariantCulture); each = each.Parent)
        {
            foreach (var manager in managers)
            {
                // Parents are walked here: asking the manager for them would demand an English file that nobody needs.
                if (manager.GetResourceSet(each, createIfNotExists: true, tryParents: false) is not { } set)
                {
                    continue;
                }

                foreach (DictionaryEntry entry in set)
                {
                    if (entry is { Key: string key, Value: string { Length: > 0 } value })
                    {
                        texts.TryAdd(key, value);
                    }
                }
            }
        }

        return texts.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
