using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Jobs;
using ServiceErp.Platform.Localization;
using ServiceErp.Platform.Modules;
using ServiceErp.Platform.Persistence;

namespace ServiceErp.Platform.Importing;

/// <summary>Checks and applies the rows of imports, on behalf of whoever said so and in the language of whoever sent the file. What a died worker left is taken up where it stopped.</summary>
internal sealed class ImportWorker(
    IEnumerable<Importer> importers, ImportFiles files, ImportPlaces places, Dispatcher dispatcher, PlatformWriter writer, PermissionTable permissions, Texts texts, IConfiguration settings, ILogger<ImportWorker> log)
    : BackgroundService
{
    private static readonly TimeSpan WriteEvery = TimeSpan.FromSeconds(1);
    private static readonly Error TryAgain = Error.Invalid("Platform.Import.Correct", "Correct the value and import the file again.");

    private readonly SemaphoreSlim wake = new(0);

    /// <summary>Says that there is something to do.</summary>
    public void Wake() => wake.Release();

    /// <summary>Does everything that waits.</summary>
    public async Task DrainAsync(CancellationToken cancel)
    {
        while (await Next() is { } run)
        {
            await WorkAsync(run, cancel);
        }
    }

    /// <summary>Does what an import waits for: its check, or its rows. Nothing when another worker is at it.</summary>
    public async Task WorkAsync(Guid id, CancellationToken cancel)
    {
        await places.Working.WaitAsync(cancel);
        try
        {
            await ClaimAndWork(id, cancel);
        }
        finally
        {
            places.Working.Release();
        }
    }

    public override void Dispose()
    {
        wake.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!JobSchedule.IsEnabled(settings))
        {
            return;
        }

        try
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                try
                {
                    await DrainAsync(stoppingToken);
                }
                catch (Exception e) when (e is not OperationCanceledException and not OutOfMemoryException)
                {
                    log.LogError(e, "Looking for imports failed; trying again in a while");
                }

                await wake.WaitAsync(TimeSpan.FromSeconds(30), stoppingToken);
            }
        }
        catch (OperationCanceledException)
        {
            // The program stops.
        }
    }

    private async Task ClaimAndWork(Guid id, CancellationToken cancel)
    {
        var run = await writer.ChangeAsync("ClaimImport", async (db, now) => await db.Set<ImportRun>().SingleAsync(r => r.Id == id) is var found && found.Claim(now) ? found : null);
        if (run is null)
        {
            return;
        }

        var (culture, uiCulture) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        try
        {
            OtherLanguage.Speak(run.Culture);
            await Carry(run, cancel);
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            // The program stops; the run goes on with the next start.
        }
        catch (BadSheetException e)
        {
            await Fail(id, texts.Error(e.Error));
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            log.LogError(e, "Import {Run} failed", id);
            await Fail(id, e.Message);
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, uiCulture);
        }
    }

    private Task<Guid?> Next() => writer.ChangeAsync<Guid?>("NextImport", async (db, now) =>
    {
        var dead = now - ImportRun.Patience;
        return await db.Set<ImportRun>().Where(r => (r.State == ImportState.Checking || r.State == ImportState.Applying) && (r.BeatAt == null || r.BeatAt <= dead)).OrderBy(r => r.StartedAt).Select(r => (Guid?)r.Id).FirstOrDefaultAsync();
    });

    private Task<bool> Fail(Guid id, string why) => writer.ChangeAsync("FailImport", async (db, now) =>
    {
        (await db.Set<ImportRun>().SingleAsync(r => r.Id == id)).Fail(why, now);
        return true;
    });

    private async Task Carry(ImportRun run, CancellationToken cancel)
    {
        var importer = importers.FirstOrDefault(i => i.Name == run.Importer) ?? throw new InvalidOperationException($"The module of the import {run.Importer} is not running.");
        using var sheet = Open(run, cancel);
        using var report = ImportReport.Open(files.ReportOf(run.Id), run.ReportLength, [texts["Line"], texts["Outcome"], texts["Column"], texts["Value"], texts["Problem"], texts["Remedy"]]);
        var decided = run.State == ImportState.Checking ? Decide(run, importer, cancel) : run.DecidedNumbers;
        var progress = new Progressing(run, importer, sheet.Headings, run.CallerOf(permissions), decided);
        var written = Stopwatch.GetTimestamp();
        foreach (var row in sheet.Rows())
        {
            cancel.ThrowIfCancellationRequested();
            await Take(progress, row, report, cancel);
            if (Stopwatch.GetElapsedTime(written) > WriteEvery)
            {
                await Note(progress, report);
                written = Stopwatch.GetTimestamp();
            }
        }

        if (progress.Counts.Rows == 0)
        {
            throw new BadSheetException(Error.Invalid("Platform.Import.NoRows", "The file has headings and no rows."));
        }

        await Note(progress, report);
        await writer.ChangeAsync("EndImport", async (db, now) =>
        {
            var done = await db.Set<ImportRun>().SingleAsync(r => r.Id == run.Id);
            done.Decide(decided);
            done.End(now);
            return true;
        });
    }

    private Sheet Open(ImportRun run, CancellationToken cancel)
    {
        var opened = Sheet.Open(files.PathOf(run.Id), run.Encoding, run.Culture, cancel);
        return opened.Succeeded ? opened.Value : throw new BadSheetException(opened.Error);
    }

    /// <summary>
    /// How the numbers of each column are written where somebody must have known: "1.234" is a thousand when "12,50" stands in the same column, or else in another of the same file. Asked only of columns
    /// that have such a cell.
    /// </summary>
    private NumberFormat?[] Decide(ImportRun run, Importer importer, CancellationToken cancel)
    {
        var told = new Dictionary<int, (bool IsOpen, HashSet<NumberFormat> Formats)>();
        var columns = run.Columns;
        if (run.Numbers == NumberFormat.Automatic)
        {
            using var sheet = Open(run, cancel);
            foreach (var row in sheet.Rows())
            {
                for (var i = 0; i < columns.Count; i++)
                {
                    if (importer.Columns[i].IsNumber && columns[i] is { } index && index < row.Cells.Count && row.Cells[index].Length > 0 && !row.IsNumber(index))
                    {
                        var (isOpen, formats) = told.GetValueOrDefault(i, (false, []));
                        if (ImportNumber.Tells(row.Cells[index]) is { } format)
                        {
                            formats.Add(format);
                        }

                        told[i] = (isOpen || ImportNumber.IsOpen(row.Cells[index]), formats);
                    }
                }
            }
        }

        var ofFile = told.Values.SelectMany(column => column.Formats).Distinct().ToArray();
        return [.. columns.Select((_, i) => !told.TryGetValue(i, out var column) || !column.IsOpen ? (NumberFormat?)null
            : column.Formats.Count == 1 ? column.Formats.Single()
            : column.Formats.Count == 0 && ofFile.Length == 1 ? ofFile[0]
            : null)];
    }

    private async Task Take(Progressing at, SheetRow row, ImportReport report, CancellationToken cancel)
    {
        var cells = at.Run.Columns.Select(c => c is { } index ? index < row.Cells.Count ? row.Cells[index] : "" : null).ToArray();
        var read = at.Importer.Read(cells, [.. at.Run.Columns.Select((c, i) => c is { } index && row.IsNumber(index) ? (NumberFormat?)null : at.FormatOf(i))], texts);
        var twin = read.Key is { } key && !at.Keys.TryAdd(key, row.Line) ? at.Keys[key] : (int?)null;
        if (row.Line <= at.Run.DoneLine)
        {
            return; // done before the interruption; read only to know its key
        }

        var faults = new List<ImportFault>(read.Faults.Select(f => new ImportFault(
            row.Line, at.Run.Columns[f.Column] is { } index ? at.Headings[index] : at.Importer.Columns[f.Column].Name, Sheet.Cut(cells[f.Column] ?? ""), texts.Error(f.Problem), texts.Error(f.Remedy))));
        ImportEffect? effect = null;
        if (twin is not null)
        {
            faults.Add(new ImportFault(row.Line, "", Sheet.Cut(read.Key!), texts["The same stands in line {0} already.", twin], texts["Leave one of them out."]));
        }
        else if (read.Command is { } command)
        {
            var result = at.Run.State == ImportState.Checking
                ? await dispatcher.Try(command, at.Caller, cancel)
                : await dispatcher.Send(command, at.Caller, $"import/{at.Run.Id:N}/{row.Line}", CancellationToken.None);
            if (result.Succeeded)
            {
                effect = result.Value;
            }
            else
            {
                foreach (var refusal in result.Error.Details.Count > 0 ? result.Error.Details : [result.Error])
                {
                    var column = ImportHeadings.ColumnOf(at.Importer, refusal.Field);
                    var name = column is null ? "" : at.Run.Columns[column.Value] is { } place ? at.Headings[place] : at.Importer.Columns[column.Value].Name;
                    faults.Add(new ImportFault(row.Line, name, column is null ? "" : Sheet.Cut(cells[column.Value] ?? ""), texts.Error(refusal), texts.Error(TryAgain)));
                }
            }
        }

        at.Count(effect, row.Line, faults);
        var line = row.Line.ToString(CultureInfo.InvariantCulture);
        if (effect is { } done)
        {
            report.Write([line, texts.Label(done), "", "", "", ""]);
        }

        foreach (var fault in faults)
        {
            report.Write([line, texts["Not right"], fault.Column, fault.Value, fault.Problem, fault.Remedy]);
        }
    }

    private async Task Note(Progressing at, ImportReport report)
    {
        var length = report.Flush();
        await writer.ChangeAsync("NoteImport", async (db, now) =>
        {
            (await db.Set<ImportRun>().SingleAsync(r => r.Id == at.Run.Id)).Report(at.Counts, at.DoneLine, length, at.Faults, now);
            return true;
        });
    }

    private sealed class Progressing(ImportRun run, Importer importer, IReadOnlyList<string> headings, Caller caller, IReadOnlyList<NumberFormat?> decided)
    {
        public NumberFormat FormatOf(int column) => column < decided.Count && decided[column] is { } found ? found : run.Numbers;

        public ImportRun Run => run;

        public Importer Importer => importer;

        public IReadOnlyList<string> Headings => headings;

        public Caller Caller => caller;

        public Dictionary<string, int> Keys { get; } = new(StringComparer.CurrentCultureIgnoreCase);

        public ImportCounts Counts { get; private set; } = run.Counts;

        public int DoneLine { get; private set; } = run.DoneLine;

        public List<ImportFault> Faults { get; } = [.. run.FaultList];

        public void Count(ImportEffect? effect, int line, List<ImportFault> faults)
        {
            Counts = Counts with
            {
                Rows = Counts.Rows + 1,
                Bad = Counts.Bad + (effect is null ? 1 : 0),
                Created = Counts.Created + (effect == ImportEffect.Created ? 1 : 0),
                Changed = Counts.Changed + (effect == ImportEffect.Changed ? 1 : 0),
                Unchanged = Counts.Unchanged + (effect == ImportEffect.Unchanged ? 1 : 0),
            };
            DoneLine = line;
            Faults.AddRange(faults.Take(ImportRun.MostFaults - Faults.Count));
        }
    }
}
