using System.Collections;
using System.Collections.Concurrent;
using System.Globalization;
using System.Linq.Expressions;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;

namespace ServiceErp.Platform.Web;

/// <summary>Makes requests out of what came over HTTP: JSON bodies, forms, query strings, route values. A bad value names its field.</summary>
public static class Binding
{
    private static readonly ConcurrentDictionary<Type, Dictionary<string, Action<object, string>>> Setters = new();

    /// <summary>Reads a JSON body and puts the route's values over it.</summary>
    public static async Task<Result<TRequest>> FromJson<TRequest>(HttpContext http)
    {
        TRequest? request;
        try
        {
            if (http.Request.ContentLength is 0 || (http.Request.ContentLength is null && !http.Request.Headers.ContainsKey("Transfer-Encoding")))
            {
                request = JsonSerializer.Deserialize<TRequest>("{}", ErpJson.FromOutside);
            }
            else if (!http.Request.HasJsonContentType())
            {
                return Error.Invalid("Platform.NotJson", "Send JSON with the header Content-Type: application/json.");
            }
            else if (http.Request.ContentLength > BodyLimit.Json)
            {
                return TooLong;
            }
            else
            {
                request = await JsonSerializer.DeserializeAsync<TRequest>(new LimitedStream(http.Request.Body, BodyLimit.Json), ErpJson.FromOutside, http.RequestAborted);
            }
        }
        catch (BadHttpRequestException e) when (e.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return TooLong;
        }
        catch (Exception e) when (e is JsonException or NotSupportedException or FormatException or ArgumentException)
        {
            var path = (e as JsonException)?.Path?.TrimStart('$', '.') ?? "";
            return e is UnknownTimeException { Error: var unknown } ? unknown with { Field = path } : Error.Invalid("Platform.Unreadable", "The value of {0} can't be read. Check its form.", path.Length == 0 ? "the request" : path) with
            {
                Field = path.Length == 0 ? null : path,
            };
        }

        return request is null ? Error.Invalid("Platform.Unreadable", "The request is empty.")
            : Gaps.OfLists(request) is { } gap ? Error.Invalid("Platform.Unreadable", "The value of {0} can't be read. Check its form.", gap) with { Field = gap }
            : Route(request, http);
    }

    /// <summary>Reads the query string and the route's values.</summary>
    public static Result<TRequest> FromQuery<TRequest>(HttpContext http) =>
        FromValues<TRequest>(http.Request.Query, http);

    /// <summary>Reads a posted form and the route's values. Lists are written <c>Lines[0].Quantity</c>; empty fields are absent.</summary>
    public static Result<TRequest> FromForm<TRequest>(HttpContext http) =>
        FromValues<TRequest>(http.Request.HasFormContentType ? http.Request.Form : [], http);

    private static Result<TRequest> FromValues<TRequest>(IEnumerable<KeyValuePair<string, StringValues>> values, HttpContext http)
    {
        var root = new JsonObject();
        List<Error> errors = [];
        foreach (var (name, value) in values)
        {
            if (!StringValues.IsNullOrEmpty(value))
            {
                Put(root, typeof(TRequest), name, name, value, errors);
            }
        }

        if (errors.Count > 0)
        {
            return Error.Invalid("Platform.Invalid", "Some entries are missing or not right.") with { Details = errors };
        }

        try
        {
            return Route(root.Deserialize<TRequest>(ErpJson.FromOutside)!, http);
        }
        catch (Exception e) when (e is JsonException or FormatException or ArgumentException or InvalidOperationException)
        {
            var field = Spelled((e as JsonException)?.Path?.TrimStart('$', '.'));
            return Error.Invalid("Platform.Invalid", "Some entries are missing or not right.") with
            {
                Details = [(e is UnknownTimeException { Error: var unknown } ? unknown : Error.Invalid("Platform.Unreadable", "This can't be read. Check its form.")) with { Field = field }],
            };
        }
    }

    private static void Put(JsonObject target, Type type, string full, string path, StringValues value, List<Error> errors)
    {
        var cut = path.IndexOfAny(['.', '[']);
        var name = cut < 0 ? path : path[..cut];
        if (type.GetProperty(name, BindingFlags.Public | BindingFlags.Instance | BindingFlags.IgnoreCase) is not { CanWrite: true } property)
        {
            return; // a form may carry fields of its own, such as the antiforgery token
        }

        var key = JsonNamingPolicy.CamelCase.ConvertName(property.Name);
        var propertyType = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        var item = ItemType(propertyType);
        if (cut >= 0 && path[cut] == '[' && item is not null)
        {
            var close = path.IndexOf(']', cut);
            if (close < 0 || !int.TryParse(path.AsSpan(cut + 1, close - cut - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var index) || index > 999)
            {
                return;
            }

            var list = target[key] as JsonArray ?? [];
            target[key] ??= list;
            while (list.Count <= index)
            {
                list.Add(IsLeaf(item) ? null : new JsonObject());
            }

            if (IsLeaf(item))
            {
                list[index] = Leaf(item, value.ToString(), full, errors);
            }
            else if (close + 1 < path.Length && path[close + 1] == '.')
            {
                Put((JsonObject)list[index]!, item, full, path[(close + 2)..], value, errors);
            }
        }
        else if (cut >= 0 && path[cut] == '.')
        {
            var inner = target[key] as JsonObject ?? [];
            target[key] ??= inner;
            Put(inner, propertyType, full, path[(cut + 1)..], value, errors);
        }
        else if (item is not null)
        {
            target[key] = new JsonArray([.. value.Where(v => !string.IsNullOrEmpty(v)).Select(v => Leaf(item, v!, full, errors))]);
        }
        else
        {
            // A check box posts its hidden "false" after its own "true".
            target[key] = Leaf(propertyType, (value.Count > 1 ? value[0] : value.ToString())!, full, errors);
        }
    }

    internal static Type? ItemType(Type type) =>
        type == typeof(string) || !typeof(IEnumerable).IsAssignableFrom(type) ? null
        : type.IsArray ? type.GetElementType()
        : type.IsGenericType ? type.GetGenericArguments()[0] : null;

    private static bool IsLeaf(Type type) => type.IsPrimitive || type.IsEnum || type == typeof(string) || type == typeof(decimal) || type == typeof(Guid) || Nullable.GetUnderlyingType(type) is not null;

    private static JsonNode? Leaf(Type type, string text, string field, List<Error> errors)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        text = type == typeof(string) ? text : text.Trim();
        if (type == typeof(bool))
        {
            return text is "true" or "True" or "on" or "1";
        }

        if (type == typeof(int) || type == typeof(long))
        {
            if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) && (type == typeof(long) || whole is >= int.MinValue and <= int.MaxValue))
            {
                return whole;
            }

            errors.Add(Error.Invalid("Platform.NotAWholeNumber", "\"{0}\" is not a whole number.", Short(text)).On(field));
            return null;
        }

        if (type == typeof(decimal))
        {
            // Browsers post numbers with a point, whatever the reader typed. A comma written by hand is a decimal mark too, unless it could part thousands: "1,000" must not become 1.
            if (decimal.TryParse(text.Replace(',', '.'), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
                && !(text.Contains(',', StringComparison.Ordinal) && Importing.ImportNumber.IsOpen(text)))
            {
                return number;
            }

            errors.Add(Error.Invalid("Platform.NotANumber", "\"{0}\" is not a number.", Short(text)).On(field));
            return null;
        }

        if (type == typeof(Guid) && !Guid.TryParse(text, out _))
        {
            errors.Add(Error.Invalid("Platform.NotAnIdentity", "Choose an entry from the list.").On(field));
            return null;
        }

        if (type.IsEnum && !Enum.TryParse(type, text, ignoreCase: true, out _))
        {
            errors.Add(Error.Invalid("Platform.NotAChoice", "\"{0}\" is not one of the choices.", Short(text)).On(field));
            return null;
        }

        if (type == typeof(NodaTime.LocalDate) && KnownYears.Day(text) is null)
        {
            errors.Add(KnownYears.Refuse("2026-03-31").On(field));
            return null;
        }

        // Browsers write day and time as they are on the reader's clock.
        if (type == typeof(NodaTime.Instant) && BrowserMoment.Parse(text) is { Success: true, Value: var local })
        {
            return NodaTime.Text.InstantPattern.ExtendedIso.Format(local.InZoneLeniently(Localization.ReaderZone.Current).ToInstant());
        }

        // Browsers write times of day without seconds.
        return JsonValue.Create(type == typeof(NodaTime.LocalTime) && text.Length == 5 ? text + ":00" : text);
    }

    private static readonly NodaTime.Text.LocalDateTimePattern BrowserMoment = NodaTime.Text.LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm");

    private static Error TooLong { get; } = Error.Invalid("Platform.TooLong", "The request is longer than {0} bytes.", BodyLimit.Json);

    /// <summary>A path of JSON as forms name their fields.</summary>
    private static string? Spelled(string? path) => string.IsNullOrEmpty(path) ? null : char.ToUpperInvariant(path[0]) + path[1..];

    private static string Short(string text) => text.Length > 40 ? text[..40] + "…" : text;

    private static Result<TRequest> Route<TRequest>(TRequest request, HttpContext http)
    {
        if (http.Request.RouteValues.Count == 0)
        {
            return request;
        }

        var setters = Setters.GetOrAdd(typeof(TRequest), MakeSetters);
        object boxed = request!;
        foreach (var (name, value) in http.Request.RouteValues)
        {
            if (value is string text && setters.TryGetValue(name, out var set))
            {
                try
                {
                    set(boxed, text);
                }
                catch (FormatException)
                {
                    return Error.NotFound("Platform.NotFound", "There is nothing at this address.");
                }
            }
        }

        return (TRequest)boxed;
    }

    private static Dictionary<string, Action<object, string>> MakeSetters(Type type)
    {
        var setters = new Dictionary<string, Action<object, string>>(StringComparer.OrdinalIgnoreCase);
        foreach (var property in type.GetProperties().Where(p => p.CanWrite))
        {
            var target = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
            Func<string, object>? parse = target == typeof(Guid) ? t => Guid.Parse(t)
                : target == typeof(string) ? t => t
                : target == typeof(int) ? t => int.Parse(t, CultureInfo.InvariantCulture)
                : target.IsEnum ? t => Enum.TryParse(target, t, true, out var value) ? value! : throw new FormatException()
                : null;
            if (parse is null)
            {
                continue;
            }

            var instance = Expression.Parameter(typeof(object));
            var value = Expression.Parameter(typeof(object));
            var assign = Expression.Lambda<Action<object, object>>(
                Expression.Call(Expression.Convert(instance, type), property.SetMethod!, Expression.Convert(value, property.PropertyType)), instance, value).Compile();
            setters[property.Name] = (o, text) => assign(o, parse(text));
        }

        return setters;
    }
}
