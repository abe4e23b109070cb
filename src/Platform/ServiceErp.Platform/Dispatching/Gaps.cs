using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json;
using ServiceErp.Kernel;

namespace ServiceErp.Platform.Dispatching;

/// <summary>What is missing inside a request, all the way down, so that no handler meets a null where its command declares none.</summary>
internal static class Gaps
{
    private const int Deepest = 8;
    private static readonly ConcurrentDictionary<Type, Part[]> Known = new();

    /// <summary>
    /// Makes empty lists of those that are absent or null, unless the use case tells the two apart. A null among the entries of a list is nothing anybody means.
    /// </summary>
    /// <returns>The path of a list that is not right, as JSON spells it; null when all are.</returns>
    public static string? OfLists(object request) => Walk(request, "", 0, (inside, part) =>
    {
        if (!part.IsList)
        {
            return false;
        }

        var value = part.Property.GetValue(inside);
        if (value is null && part is { IsNeeded: true, Empty: not null })
        {
            part.Property.SetValue(inside, part.Empty);
            return false;
        }

        return value is null ? part.IsNeeded : ((IEnumerable)value).Cast<object?>().Contains(null);
    });

    /// <summary>Looks for objects that are needed and not there, once the validator had its say.</summary>
    /// <returns>A refusal that names the field; null when nothing is missing.</returns>
    public static Error? OfObjects(object request) =>
        Walk(request, "", 0, (inside, part) => part is { IsList: false, IsNeeded: true } && part.Property.GetValue(inside) is null) is { } path
            ? Error.Invalid("Platform.Missing", "This is missing.").On(string.Join('.', path.Split('.').Select(p => char.ToUpperInvariant(p[0]) + p[1..])))
            : null;

    private static string? Walk(object inside, string path, int depth, Func<object, Part, bool> isGap)
    {
        foreach (var part in depth > Deepest ? [] : Known.GetOrAdd(inside.GetType(), PartsOf))
        {
            var name = path + JsonNamingPolicy.CamelCase.ConvertName(part.Property.Name);
            if (isGap(inside, part))
            {
                return name;
            }

            if (!part.IsOurs || part.Property.GetValue(inside) is not { } value)
            {
                continue;
            }

            var index = 0;
            foreach (var entry in part.IsList ? (IEnumerable)value : new[] { value })
            {
                if (entry is not null && Walk(entry, part.IsList ? $"{name}[{index++}]." : name + ".", depth + 1, isGap) is { } within)
                {
                    return within;
                }
            }
        }

        return null;
    }

    private static Part[] PartsOf(Type type)
    {
        var nullability = new NullabilityInfoContext();
        return
        [
            .. from property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
               where property.GetIndexParameters().Length == 0 && property.SetMethod is not null
               let item = Web.Binding.ItemType(property.PropertyType)
               let isOurs = (item ?? property.PropertyType) is { IsClass: true, Namespace: { } place } && place.StartsWith("ServiceErp", StringComparison.Ordinal)
               where item is not null || isOurs
               let empty = item is null ? null : Array.CreateInstance(item, 0)
               select new Part(
                   property, item is not null, isOurs, nullability.Create(property).ReadState == NullabilityState.NotNull, empty is not null && property.PropertyType.IsInstanceOfType(empty) ? empty : null),
        ];
    }

    private sealed record Part(PropertyInfo Property, bool IsList, bool IsOurs, bool IsNeeded, Array? Empty);
}
