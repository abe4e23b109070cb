using System.Text;
using ServiceErp.Platform.Localization;

namespace ServiceErp.Platform.Importing;

/// <summary>Tells which column of a file is which column of an importer.</summary>
internal static class ImportHeadings
{
    /// <summary>For each column of the importer the index in the file, or null: by name, translation or alias, without regard to case, spaces and signs.</summary>
    public static IReadOnlyList<int?> Match(Importer importer, IReadOnlyList<string> headings, Texts texts)
    {
        var known = headings.Select(Plain).ToList();
        return [.. importer.Columns.Select(column => new[] { column.Name, texts[column.Name] }.Concat(column.Aliases).Select(name => known.IndexOf(Plain(name))).FirstOrDefault(i => i >= 0, -1) is var found && found >= 0 ? found : (int?)null)];
    }

    /// <summary>The column that a refusal of the row's command is about: the one whose name, without spaces, is the field's.</summary>
    public static int? ColumnOf(Importer importer, string? field) =>
        field is null ? null : importer.Columns.Select((column, i) => (Column: column, Index: (int?)i)).FirstOrDefault(c => Plain(c.Column.Name) == Plain(field)).Index;

    /// <summary>Names of needed columns that the file seems not to have.</summary>
    public static IReadOnlyList<string> Missing(Importer importer, IReadOnlyList<int?> columns) =>
        [.. importer.Columns.Where((column, i) => column.Required && columns[i] is null).Select(column => column.Name)];

    private static string Plain(string heading)
    {
        var plain = new StringBuilder();
        foreach (var c in heading.Normalize(NormalizationForm.FormKC))
        {
            if (char.IsLetterOrDigit(c))
            {
                plain.Append(char.ToLowerInvariant(c));
            }
        }

        return plain.ToString();
    }
}
