using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Localization;

namespace ServiceErp.Platform.Persistence;

/// <summary>
/// Texts fit their columns before anything is written, on every database alike: SQLite would take any length, a server answers with an error. What is for display only is cut, what is data is refused.
/// </summary>
public static class TextLengths
{
    private const string Mark = "ServiceErp:CutsToFit";
    private const string Known = "ServiceErp:TextColumns";

    /// <summary>Says that this text is for display or search only and is cut to its column's length, rather than refused.</summary>
    public static PropertyBuilder<T> CutsToFit<T>(this PropertyBuilder<T> property) => property.HasAnnotation(Mark, true);

    /// <summary>The beginning of a text that fits into <paramref name="length"/> characters, with no character cut in half.</summary>
    public static string Cut(string text, int length) =>
        text.Length <= length ? text : char.IsHighSurrogate(text[length - 1]) && char.IsLowSurrogate(text[length]) ? text[..(length - 1)] : text[..length];

    internal static bool CutsToFit(this IReadOnlyProperty property) => property.FindAnnotation(Mark) is not null;

    /// <summary>Cuts or refuses what would be written of this row.</summary>
    /// <exception cref="TextTooLongException">A text that is data doesn't fit.</exception>
    internal static void Guard(EntityEntry entry)
    {
        if (entry.State is not (EntityState.Added or EntityState.Modified))
        {
            return;
        }

        foreach (var column in ColumnsOf(entry.Metadata))
        {
            var property = entry.Property(column.Property);
            if ((entry.State == EntityState.Added || property.IsModified) && column.TextOf(property.CurrentValue) is { } text && text.Length > column.Longest)
            {
                property.CurrentValue = column.Fit(text);
            }
        }
    }

    /// <summary>What is written of a value that is inserted past the tracker.</summary>
    /// <exception cref="TextTooLongException">A text that is data doesn't fit.</exception>
    internal static object? Fit(IProperty property, object? value) =>
        value is string text && property.GetMaxLength() is > 0 and var longest && text.Length > longest ? new Column(property, longest).Fit(text) : value;

    private static Column[] ColumnsOf(IReadOnlyEntityType entity) => ((IEntityType)entity).GetOrAddRuntimeAnnotationValue(
        Known,
        static entity => entity!.GetProperties().Where(p => p.GetMaxLength() is > 0 && (p.GetTypeMapping().Converter?.ProviderClrType ?? p.ClrType) == typeof(string) && !p.ClrType.IsEnum
            && Nullable.GetUnderlyingType(p.ClrType)?.IsEnum != true).Select(p => new Column(p, p.GetMaxLength()!.Value)).ToArray(),
        (IEntityType)entity)!;

    private sealed record Column(IProperty Property, int Longest)
    {
        public string? TextOf(object? value) => value as string ?? (value is null ? null : Property.GetTypeMapping().Converter?.ConvertToProvider(value) as string);

        public string Fit(string text) => Property.CutsToFit() && Property.ClrType == typeof(string)
            ? Cut(text, Longest)
            : throw new TextTooLongException(Property.DeclaringType.ClrType.Name, Property.Name, Longest, text.Length);
    }
}

/// <summary>A text that is data and longer than its column: nothing is stored, and the Dispatcher answers with the refusal. In an effect it becomes the reason of the failed delivery.</summary>
internal sealed class TextTooLongException(string entity, string property, int longest, int given)
    : Exception($"{TextRules.TooLong}: {entity}.{property} takes at most {longest} characters and was given {given}.")
{
    public Error Refusal { get; } = Error.Invalid(TextRules.TooLong, "{0}: at most {1} characters are possible, these are {2}.", Texts.Humanise(property), longest, given).On(property);
}
