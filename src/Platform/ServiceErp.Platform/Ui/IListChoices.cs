using ServiceErp.Platform.Lists;

namespace ServiceErp.Platform.Ui;

/// <summary>What people keep of lists: filters under names, and columns they do not want to see.</summary>
public interface IListChoices
{
    /// <summary>What somebody keeps of a list.</summary>
    /// <param name="userId">Who.</param>
    /// <param name="path">The list's address without its query.</param>
    /// <param name="listId">Tells lists of one page apart.</param>
    KeptForList Of(Guid userId, string path, string listId = "list");
}

/// <summary>What somebody keeps of a list.</summary>
/// <param name="List">What the list is called where choices are kept.</param>
/// <param name="Filters">Kept filters by name.</param>
/// <param name="Hidden">English headings of the columns left out.</param>
public sealed record KeptForList(string List, IReadOnlyList<SavedFilter> Filters, IReadOnlySet<string> Hidden)
{
    /// <summary>What the list opens with; null opens it whole.</summary>
    public SavedFilter? Default => Filters.FirstOrDefault(f => f.IsDefault);
}
