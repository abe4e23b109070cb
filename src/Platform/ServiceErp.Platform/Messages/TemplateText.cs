using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using ServiceErp.Kernel;

namespace ServiceErp.Platform.Messages;

/// <summary>The wording of one message in one language.</summary>
internal sealed partial record TemplateText(string Subject, string Body)
{
    private const string SubjectLine = "Subject:";

    /// <summary>The names in braces, each once.</summary>
    public IReadOnlyList<string> Places => [.. Place().Matches(Subject + "\n" + Body).Select(m => m.Groups[1].Value).Distinct(StringComparer.OrdinalIgnoreCase)];

    public static TemplateText Parse(string file)
    {
        var lines = file.TrimStart('\uFEFF').ReplaceLineEndings("\n").Split('\n');
        var hasSubject = lines[0].StartsWith(SubjectLine, StringComparison.Ordinal);
        return new TemplateText(hasSubject ? lines[0][SubjectLine.Length..].Trim() : "", string.Join('\n', lines.Skip(hasSubject ? 1 : 0)).Trim() + "\n");
    }

    public MessageText Fill(string key, CultureInfo culture, object values)
    {
        var given = new RouteValueDictionary(values);
        string Put(string text) => Place().Replace(text, place => given.TryGetValue(place.Groups[1].Value, out var value)
            ? Written(value, culture)
            : throw new ArgumentException($"The message {key} needs a value for {place.Value}.", nameof(values)));
        bool IsWhole(string line) => Place().Matches(line).All(place => !given.TryGetValue(place.Groups[1].Value, out var value) || value is not null);
        var lines = new List<string>();
        foreach (var line in Body.Split('\n'))
        {
            if (IsWhole(line))
            {
                lines.Add(line);
            }
            else if (lines is [.., ""])
            {
                lines.RemoveAt(lines.Count - 1); // its paragraph goes with it
            }
        }

        return new MessageText(Put(Subject).ReplaceLineEndings(" "), Put(string.Join('\n', lines)));
    }

    /// <summary>Refuses a wording with braces that name nothing the program fills in.</summary>
    public Error? Unknown(IReadOnlyList<string> known) =>
        Check(Subject, known)?.On(nameof(Subject)) ?? Check(Body, known)?.On(nameof(Body));

    private static Error? Check(string text, IReadOnlyList<string> known)
    {
        if (Place().Matches(text).Select(m => m.Groups[1].Value).FirstOrDefault(name => !known.Contains(name, StringComparer.OrdinalIgnoreCase)) is { } unknown)
        {
            return Error.Invalid("Platform.Template.PlaceUnknown", "\"{0}\" is not known here. What can be filled in: {1}.", Braced(unknown), string.Join(", ", known.Select(Braced)));
        }

        return Place().Replace(text, "").IndexOfAny(['{', '}']) >= 0
            ? Error.Invalid("Platform.Template.BraceAlone", "A brace stands alone. What is filled in is written like {0}.", Braced(known.Count > 0 ? known[0] : "Name"))
            : null;
    }

    private static string Braced(string name) => "{" + name + "}";

    private static string Written(object? value, CultureInfo culture) => value switch
    {
        null => "",
        string text => text,
        LocalDate day => day.ToString("d", culture),
        LocalTime time => time.ToString("t", culture),
        LocalDateTime moment => $"{moment.Date.ToString("d", culture)} {moment.TimeOfDay.ToString("t", culture)}",
        ZonedDateTime moment => Written(moment.LocalDateTime, culture),
        IFormattable number => number.ToString(null, culture),
        _ => value.ToString() ?? "",
    };

    [GeneratedRegex(@"\{([A-Za-z][A-Za-z0-9]*)\}")]
    private static partial Regex Place();
}
