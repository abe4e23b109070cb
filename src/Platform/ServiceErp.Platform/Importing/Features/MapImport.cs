using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;

namespace ServiceErp.Platform.Importing.Features;

/// <summary>Says which column of the file is which, and has it checked anew.</summary>
public static class MapImport
{
    /// <summary>The command.</summary>
    /// <param name="Id">The import.</param>
    /// <param name="Columns">For each column of the importer, in order, the number of the file's column from 1; 0 where the file has none.</param>
    [Anyone(ImportAccess.Reason)]
    [Reaches(Reach.Branch)]
    public sealed record Command(Guid Id, IReadOnlyList<int> Columns) : ICommand<Done>;

    internal sealed class Handler(ImportAccess access, ImportFiles files, Caller caller) : IHandler<Command, Done>
    {
        public async Task<Result<Done>> Handle(Command request, CancellationToken cancel)
        {
            if (await access.FindAsync(request.Id, cancel) is not { } found)
            {
                return ImportAccess.NotFound;
            }

            var (run, importer) = found;
            if (!run.CanBeReadAnew)
            {
                return ImportAccess.UnderWay;
            }

            var opened = Sheet.Open(files.PathOf(run.Id), run.Encoding, run.Culture, cancel);
            if (!opened.Succeeded)
            {
                return opened.Error;
            }

            using var sheet = opened.Value;
            if (request.Columns is null || request.Columns.Count != importer.Columns.Count || request.Columns.Any(c => c < 0 || c > sheet.Headings.Count))
            {
                return Error.Invalid("Platform.Import.MappingMalformed", "Give a column of the file, or none, for each column.");
            }

            int?[] columns = [.. request.Columns.Select(c => c == 0 ? (int?)null : c - 1)];
            var faults = new List<Error>();
            for (var i = 0; i < columns.Length; i++)
            {
                if (columns[i] is null && importer.Columns[i].Required)
                {
                    faults.Add(Error.Invalid("Platform.Import.ColumnMissing", "This column is needed.").On($"Columns[{i}]"));
                }
                else if (columns[i] is not null && Array.IndexOf(columns, columns[i]) != i)
                {
                    faults.Add(Error.Invalid("Platform.Import.ColumnTwice", "This column of the file is chosen twice.").On($"Columns[{i}]"));
                }
            }

            if (faults.Count > 0)
            {
                return Error.Invalid("Platform.Invalid", "Some entries are missing or not right.") with { Details = faults };
            }

            run.Map(columns, caller);
            return Done.It;
        }
    }
}
