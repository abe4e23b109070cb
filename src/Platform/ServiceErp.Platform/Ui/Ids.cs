namespace ServiceErp.Platform.Ui;

/// <summary>Element ids from field names: <c>Lines[0].Quantity</c> becomes <c>f-lines-0-quantity</c>, which selectors can name.</summary>
internal static class Ids
{
    public static string Of(string? prefix, string name) =>
        (prefix ?? "f") + "-" + string.Join('-', name.ToLowerInvariant().Split(['.', '[', ']', ' '], StringSplitOptions.RemoveEmptyEntries));
}
