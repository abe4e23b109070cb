using System.Buffers;
using CsvHelper;
using ServiceErp.Kernel;
using ServiceErp.Platform.Composition;
using ServiceErp.Platform.Ui;

namespace ServiceErp.Platform.Importing;

/// <summary>Uploaded tables and their reports, outside the web root.</summary>
internal sealed class ImportFiles(DataFolder data)
{
    public string PathOf(Guid run) => Path.Combine(data.Sub("imports"), $"{run:N}.table");

    public string ReportOf(Guid run) => Path.Combine(data.Sub("imports"), $"{run:N}.report.csv");

    /// <summary>Writes an upload down, to the limit and no byte further.</summary>
    public async Task<Error?> ReceiveAsync(Stream content, Guid run, CancellationToken cancel)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(81920);
        var length = 0L;
        try
        {
            await using var file = new FileStream(PathOf(run), FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, useAsync: true);
            int read;
            while ((read = await content.ReadAsync(buffer, cancel)) > 0)
            {
                if ((length += read) > Sheet.LargestFile)
                {
                    break;
                }

                await file.WriteAsync(buffer.AsMemory(0, read), cancel);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        if (length is > 0 and <= Sheet.LargestFile)
        {
            return null;
        }

        Remove(run);
        return length == 0
            ? Error.Invalid("Platform.Import.Empty", "The file is empty.")
            : Error.Invalid("Platform.Import.TooLarge", "The file has more than {0} MB. Split it.", Sheet.LargestFile / 1024 / 1024);
    }

    public void Remove(Guid run)
    {
        File.Delete(PathOf(run));
        File.Delete(ReportOf(run));
    }

    /// <summary>Files that no import touched since an instant.</summary>
    public IEnumerable<string> OlderThan(NodaTime.Instant instant) =>
        Directory.EnumerateFiles(data.Sub("imports")).Where(file => NodaTime.Instant.FromDateTimeUtc(File.GetLastWriteTimeUtc(file)) < instant);
}

/// <summary>The report of an import: a line for each row and what became of it. What a table program would take for a formula is made harmless.</summary>
internal sealed class ImportReport : IDisposable
{
    private readonly FileStream file;
    private readonly CsvWriter csv;

    private ImportReport(FileStream file)
    {
        this.file = file;
        csv = CsvWriter.Create(file, new CsvWriterOptions { WriteByteOrderMark = file.Length == 0 }, true);
    }

    /// <summary>Goes on after the first <paramref name="valid"/> bytes.</summary>
    public static ImportReport Open(string path, long valid, IReadOnlyList<string> headings)
    {
        var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.Write, FileShare.Read);
        file.SetLength(valid);
        file.Seek(0, SeekOrigin.End);
        var report = new ImportReport(file);
        if (valid == 0)
        {
            report.Write(headings);
        }

        return report;
    }

    public void Write(IReadOnlyList<string> cells)
    {
        foreach (var cell in cells)
        {
            csv.WriteField(FormulaGuard.On(cell));
        }

        csv.EndRecord();
    }

    /// <summary>Writes what is held back and tells how long the report is.</summary>
    public long Flush()
    {
        csv.Flush();
        file.Flush(flushToDisk: true);
        return file.Length;
    }

    public void Dispose()
    {
        csv.Dispose();
        file.Dispose();
    }
}
