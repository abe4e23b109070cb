using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Localization;

namespace ServiceErp.Platform.Importing.Features;

/// <summary>How an import stands.</summary>
public static class GetImport
{
    /// <summary>The question.</summary>
    [Anyone(ImportAccess.Reason)]
    public sealed record Query(Guid Id) : IQuery<Answer>;

    /// <summary>The import.</summary>
    /// <param name="Id">Identity.</param>
    /// <param name="Importer">Name of its importer.</param>
    /// <param name="Title">What it takes in, English.</param>
    /// <param name="FileName">As the sender called it.</param>
    /// <param name="Format">What the file turned out to be.</param>
    /// <param name="State">Where it stands.</param>
    /// <param name="Counts">Of the check, or of the rows applied so far.</param>
    /// <param name="TotalRows">Rows of the file; 0 before the check.</param>
    /// <param name="GoodRowsOnly">Whether rows that are not right are left out.</param>
    /// <param name="Message">Why it failed.</param>
    /// <param name="Notices">What the reader should know, translated.</param>
    /// <param name="Faults">The first of them; the report has all.</param>
    /// <param name="StartedAt">When the file came.</param>
    /// <param name="StartedBy">Who sent it.</param>
    /// <param name="EndedAt">When the last row was applied.</param>
    /// <param name="Headings">The file's headings, while they may still be told apart anew.</param>
    /// <param name="Sample">The first rows below them.</param>
    /// <param name="Columns">The importer's columns with the number of the file's column from 1, or 0.</param>
    /// <param name="Encoding">How the letters of a text file were said to be stored.</param>
    /// <param name="Numbers">How its numbers were said to be written.</param>
    public sealed record Answer(
        Guid Id, string Importer, string Title, string FileName, string Format, ImportState State, ImportCounts Counts, int TotalRows, bool GoodRowsOnly, string Message, IReadOnlyList<string> Notices,
        IReadOnlyList<ImportFault> Faults, Instant StartedAt, string StartedBy, Instant? EndedAt, IReadOnlyList<string> Headings, IReadOnlyList<IReadOnlyList<string>> Sample, IReadOnlyList<Column> Columns, TextEncoding Encoding, NumberFormat Numbers);

    /// <summary>One column of the importer.</summary>
    /// <param name="Name">Its heading, English.</param>
    /// <param name="Required">Whether every row needs it.</param>
    /// <param name="Example">A value.</param>
    /// <param name="FileColumn">The number of the file's column from 1, or 0.</param>
    /// <param name="DecidedNumbers">How the numbers of the column were found to be written; null when nothing had to be found out.</param>
    public sealed record Column(string Name, bool Required, string Example, int FileColumn, NumberFormat? DecidedNumbers);

    private const int SampleRows = 5;

    internal sealed class Handler(ImportAccess access, ImportFiles files, Texts texts) : IHandler<Query, Answer>
    {
        public async Task<Result<Answer>> Handle(Query request, CancellationToken cancel)
        {
            if (await access.FindAsync(request.Id, cancel) is not { } found)
            {
                return ImportAccess.NotFound;
            }

            var (run, importer) = found;
            IReadOnlyList<string> headings = [];
            IReadOnlyList<IReadOnlyList<string>> sample = [];
            var decided = run.DecidedNumbers;
            IReadOnlyList<int?> columns = run.Columns;
            if (run.State is ImportState.Mapping or ImportState.Checked && File.Exists(files.PathOf(run.Id)) && Sheet.Open(files.PathOf(run.Id), run.Encoding, run.Culture, cancel) is { Succeeded: true } opened)
            {
                using var sheet = opened.Value;
                headings = sheet.Headings;
                sample = First(sheet);
                columns = columns.Count == 0 ? ImportHeadings.Match(importer, headings, texts) : columns;
            }

            return new Answer(
                run.Id, run.Importer, importer.Title, run.FileName, run.Format, run.State, run.Counts, run.TotalRows, run.GoodRowsOnly, run.Message, [.. run.NoticeList.Select(n => texts[n.Message, n.Arguments])],
                run.FaultList, run.StartedAt, run.StartedBy, run.EndedAt, headings, sample,
                [.. importer.Columns.Select((column, i) => new Column(column.Name, column.Required, column.Example, i < columns.Count && columns[i] is { } index ? index + 1 : 0, i < decided.Count ? decided[i] : null))],
                run.Encoding, run.Numbers);
        }

        private static IReadOnlyList<IReadOnlyList<string>> First(Sheet sheet)
        {
            try
            {
                return [.. sheet.Rows().Take(SampleRows).Select(r => r.Cells)];
            }
            catch (BadSheetException)
            {
                return []; // the check will say where and why
            }
        }
    }
}
