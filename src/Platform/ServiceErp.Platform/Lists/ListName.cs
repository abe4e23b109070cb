using FluentValidation;

namespace ServiceErp.Platform.Lists;

/// <summary>What a list is called where choices are kept: its address, in which every identity stands for all.</summary>
internal static class ListName
{
    public const int Longest = 200;

    public static string Of(string path, string listId)
    {
        var name = string.Join('/', path.TrimEnd('/').Split('/').Select(part => Guid.TryParse(part, out _) ? "*" : part));
        return (listId == "list" ? name : $"{name}#{listId}") is { Length: <= Longest } whole ? whole : name[..Math.Min(name.Length, Longest)];
    }

    public static bool IsOne(string? list) => list is { Length: > 1 and <= Longest } && list[0] == '/' && list[1] != '/' && !list.Any(char.IsControl);

    /// <summary>The rule for whoever is told a list's name.</summary>
    public static void IsListName<TRequest>(this IRuleBuilder<TRequest, string> rule) =>
        rule.Must(IsOne).WithErrorCode("Platform.ListFilter.List").WithMessage("This is not the address of a list.");
}
