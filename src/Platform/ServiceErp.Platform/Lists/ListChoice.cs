using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ServiceErp.Kernel;

namespace ServiceErp.Platform.Lists;

/// <summary>What one person has made of one list: filters kept under names, and the columns not wanted (HOST-4).</summary>
internal sealed class ListChoice : Aggregate
{
    /// <summary>Nobody needs more, and a menu of more can't be read.</summary>
    public const int MostFilters = 30;

    private ListChoice()
    {
    }

    public ListChoice(Guid id, Guid userId, string list)
    {
        Id = id;
        (UserId, List) = (userId, list);
    }

    public Guid UserId { get; private init; }

    /// <summary>The list's address without what names a single thing in it, such as <c>/spare-parts/parts</c>.</summary>
    public string List { get; private init; } = "";

    /// <summary>The kept filters as JSON.</summary>
    public string Kept { get; private set; } = "[]";

    /// <summary>Headings of the columns left out, as JSON.</summary>
    public string Hidden { get; private set; } = "[]";

    public IReadOnlyList<SavedFilter> Filters => JsonSerializer.Deserialize<SavedFilter[]>(Kept)!;

    public IReadOnlyList<string> HiddenColumns => JsonSerializer.Deserialize<string[]>(Hidden)!;

    /// <summary>Keeps a filter; one of the same name is replaced.</summary>
    public Result<SavedFilter> Keep(Guid id, string name, string query, bool isDefault)
    {
        var known = Filters.FirstOrDefault(f => Same(f.Name, name));
        if (known is null && Filters.Count >= MostFilters)
        {
            return Error.Refused("Platform.ListFilter.TooMany", "You keep {0} filters of this list already. Delete one first.", MostFilters);
        }

        var filter = new SavedFilter(known?.Id ?? id, name, query, isDefault);
        Put([.. Filters.Where(f => f.Id != filter.Id), filter], filter);
        return filter;
    }

    /// <summary>Gives a filter another name, and makes it what the list opens with or no longer so.</summary>
    public Error? Change(Guid id, string name, bool isDefault)
    {
        if (Filters.FirstOrDefault(f => f.Id == id) is not { } known)
        {
            return ListErrors.NotFound;
        }

        if (Filters.Any(f => f.Id != id && Same(f.Name, name)))
        {
            return Error.Conflict("Platform.ListFilter.NameTaken", "You keep another filter of this name.").On("Name");
        }

        var changed = known with { Name = name, IsDefault = isDefault };
        Put([.. Filters.Select(f => f.Id == id ? changed : f)], changed);
        return null;
    }

    public Error? Remove(Guid id)
    {
        if (Filters.All(f => f.Id != id))
        {
            return ListErrors.NotFound;
        }

        Put([.. Filters.Where(f => f.Id != id)], null);
        return null;
    }

    public void Hide(IEnumerable<string> headings)
    {
        Hidden = JsonSerializer.Serialize(headings.Distinct());
        Raise(new ListChoiceChanged(UserId, List));
    }

    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    private void Put(SavedFilter[] filters, SavedFilter? latest)
    {
        Kept = JsonSerializer.Serialize(filters.Select(f => latest is { IsDefault: true } && f.Id != latest.Id ? f with { IsDefault = false } : f).OrderBy(f => f.Name, StringComparer.OrdinalIgnoreCase));
        Raise(new ListChoiceChanged(UserId, List));
    }
}

/// <summary>Search, filters and order of a list under a name.</summary>
/// <param name="Id">Identity.</param>
/// <param name="Name">As its keeper calls it.</param>
/// <param name="Query">The part of the address after the question mark; see <see cref="Ui.ListQuery.Narrowing"/>.</param>
/// <param name="IsDefault">The list opens with it.</param>
public sealed record SavedFilter(Guid Id, string Name, string Query, bool IsDefault);

/// <summary>Somebody changed what they make of a list; caches are renewed.</summary>
/// <param name="UserId">Who.</param>
/// <param name="List">Which list.</param>
[EventName("platform.list-choice-changed.v1")]
public sealed record ListChoiceChanged(Guid UserId, string List) : IIntegrationEvent;

internal static class ListErrors
{
    public static Error NotFound { get; } = Error.NotFound("Platform.ListFilter.NotFound", "You keep no such filter of this list.");

    public static Error NoUser { get; } = Error.Forbidden("Platform.ListFilter.NoUser", "Only a person can keep filters and columns.");
}

internal sealed class ListChoiceTable : IEntityTypeConfiguration<ListChoice>
{
    public void Configure(EntityTypeBuilder<ListChoice> builder)
    {
        builder.ToTable("ListChoice");
        builder.Property(c => c.Kept).HasMaxLength(-1);
        builder.Property(c => c.Hidden).HasMaxLength(-1);
        builder.Ignore(c => c.Filters).Ignore(c => c.HiddenColumns);
        builder.HasIndex(c => new { c.UserId, c.List }).IsUnique();
    }
}
