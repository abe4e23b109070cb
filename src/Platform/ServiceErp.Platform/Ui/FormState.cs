using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using Microsoft.AspNetCore.Http;
using NodaTime;
using NodaTime.Text;
using ServiceErp.Kernel;
using ServiceErp.Platform.Localization;

namespace ServiceErp.Platform.Ui;

/// <summary>
/// What stands in a form's fields and what is wrong with it. Field names are the command's own property names, compared without regard to case.
/// Begin with <see cref="Of"/> (a new or existing thing) or <see cref="Posted"/> (what the reader typed), then add refusals by <see cref="With(Error, Texts)"/>.
/// </summary>
public sealed class FormState
{
    /// <summary>The hidden field that names one filling of the form, so that sending it twice does the thing once.</summary>
    public const string IdField = "FormId";

    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> Properties = [];

    /// <summary>Field values as the browser writes them: invariant numbers, ISO dates, enumeration names, <c>true</c> for a ticked box.</summary>
    public Dictionary<string, string?> Values { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Messages by field, translated.</summary>
    public Dictionary<string, List<string>> Errors { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Messages that concern no single field, translated.</summary>
    public List<string> General { get; } = [];

    /// <summary>Whether anything is wrong.</summary>
    public bool HasErrors => Errors.Count > 0 || General.Count > 0;

    /// <summary>The value of a field, or null.</summary>
    public string? Value(string name) => Values.GetValueOrDefault(name);

    /// <summary>The messages of a field.</summary>
    public IReadOnlyList<string> ErrorsOf(string name) => Errors.GetValueOrDefault(name) ?? (IReadOnlyList<string>)[];

    /// <summary>A form filled with the public properties of <paramref name="model"/>.</summary>
    public static FormState Of(object? model)
    {
        var state = new FormState();
        foreach (var property in model is null ? [] : Properties.GetOrAdd(model.GetType(), type => [.. type.GetProperties().Where(each => each.CanRead && each.GetIndexParameters().Length == 0)]))
        {
            state.Values[property.Name] = Written(property.GetValue(model));
        }

        return state;
    }

    /// <summary>A form filled with what was posted; passwords are not given back.</summary>
    public static FormState Posted(IFormCollection form)
    {
        var state = new FormState();
        foreach (var (name, values) in form)
        {
            if (!name.StartsWith("__", StringComparison.Ordinal) && !name.Contains("password", StringComparison.OrdinalIgnoreCase))
            {
                // A ticked box posts "true" and its hidden companion "false": the first counts.
                state.Values[name] = values.Count == 0 ? null : values[0];
            }
        }

        return state;
    }

    /// <summary>Adds a refusal: to its field when it names one, else to the form; its details likewise.</summary>
    public FormState With(Error error, Texts texts)
    {
        if (error.Details.Count > 0)
        {
            foreach (var detail in error.Details)
            {
                With(detail, texts);
            }
        }
        else if (error.Field is { } field)
        {
            With(field, texts.Error(error));
        }
        else
        {
            General.Add(texts.Error(error));
        }

        return this;
    }

    /// <summary>Adds a translated message to a field.</summary>
    public FormState With(string field, string message)
    {
        if (!Errors.TryGetValue(field, out var messages))
        {
            Errors[field] = messages = [];
        }

        messages.Add(message);
        return this;
    }

    private static string? Written(object? value) => value switch
    {
        null => null,
        string text => text,
        bool yes => yes ? "true" : "false",
        LocalDate day => LocalDatePattern.Iso.Format(day),
        LocalTime time => time.ToString("HH:mm", CultureInfo.InvariantCulture),
        LocalDateTime moment => moment.ToString("uuuu-MM-dd'T'HH:mm", CultureInfo.InvariantCulture),
        Instant instant => instant.InZone(ReaderZone.Current).LocalDateTime.ToString("uuuu-MM-dd'T'HH:mm", CultureInfo.InvariantCulture),
        decimal number => number.ToString("0.############", CultureInfo.InvariantCulture),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };
}
