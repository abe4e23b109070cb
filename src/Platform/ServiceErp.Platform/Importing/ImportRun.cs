using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Modules;
using ServiceErp.Platform.Persistence;

namespace ServiceErp.Platform.Importing;

/// <summary>Where an import stands.</summary>
public enum ImportState
{
    /// <summary>The file's headings wait to be told apart.</summary>
    Mapping,

    /// <summary>The dry run is under way.</summary>
    Checking,

    /// <summary>The dry run is done; somebody decides.</summary>
    Checked,

    /// <summary>Rows are being applied.</summary>
    Applying,

    /// <summary>All rows were applied or reported.</summary>
    Applied,

    /// <summary>The file could not be read to its end; applied rows stay, and it can be continued.</summary>
    Failed,
}

/// <summary>How many rows did what.</summary>
public sealed record ImportCounts(int Rows = 0, int Bad = 0, int Created = 0, int Changed = 0, int Unchanged = 0);

/// <summary>
/// One file on its way in. Its rows are applied each in a transaction of its own under the key of run and line, so that going on after a crash applies none twice.
/// </summary>
internal sealed class ImportRun : Entity
{
    /// <summary>Faults shown on the page; the report has all.</summary>
    public const int MostFaults = 200;

    /// <summary>A worker that gave no sign of life for this long is dead.</summary>
    public static readonly Duration Patience = Duration.FromMinutes(1);

    private ImportRun()
    {
    }

    public ImportRun(Guid id, string importer, string fileName, Caller caller, string culture, Instant now)
    {
        Id = id;
        (Importer, FileName, Culture, StartedAt, StartedBy) = (importer, fileName, culture, now, caller.Name);
        BranchId = caller.BranchId;
        Remember(caller);
    }

    public string Importer { get; private init; } = "";

    public string FileName { get; private init; } = "";

    public string Format { get; private set; } = "";

    public string Culture { get; private init; } = "";

    public Instant StartedAt { get; private init; }

    public string StartedBy { get; private init; } = "";

    /// <summary>Of whoever sent the file; null where they work for all. Unlike what is shared, such a run is not for those of one branch.</summary>
    public Guid? BranchId { get; private init; }

    /// <summary>On whose behalf its rows are tried or applied: who said so last.</summary>
    public string CallerJson { get; private set; } = "";

    public string Notices { get; private set; } = "[]";

    /// <summary>How the letters of a text file were said to be stored.</summary>
    public TextEncoding Encoding { get; private set; }

    /// <summary>How the numbers of the file were said to be written.</summary>
    public NumberFormat Numbers { get; private set; }

    /// <summary>For each column of the importer the format that the file's own rows decided for its numbers, or null.</summary>
    public string Decided { get; private set; } = "[]";

    public ImportState State { get; private set; }

    /// <summary>For each column of the importer the index of the file's column, or null.</summary>
    public string Mapping { get; private set; } = "[]";

    /// <summary>Rows that are not right are left out; otherwise nothing is applied while there are some.</summary>
    public bool GoodRowsOnly { get; private set; }

    /// <summary>A worker's last sign of life; null when none is at it.</summary>
    public Instant? BeatAt { get; private set; }

    /// <summary>The last line that is done.</summary>
    public int DoneLine { get; private set; }

    public int Rows { get; private set; }

    public int Bad { get; private set; }

    public int Created { get; private set; }

    public int Changed { get; private set; }

    public int Unchanged { get; private set; }

    /// <summary>Rows found by the check, by which progress is told.</summary>
    public int TotalRows { get; private set; }

    /// <summary>How much of the report file is valid.</summary>
    public long ReportLength { get; private set; }

    public string Faults { get; private set; } = "[]";

    public string Message { get; private set; } = "";

    public Instant? EndedAt { get; private set; }

    /// <summary>Whether it may still be said how its file is read.</summary>
    public bool CanBeReadAnew => State is ImportState.Mapping or ImportState.Checked || (State == ImportState.Failed && TotalRows == 0);

    public ImportCounts Counts => new(Rows, Bad, Created, Changed, Unchanged);

    public IReadOnlyList<int?> Columns => JsonSerializer.Deserialize<int?[]>(Mapping)!;

    public IReadOnlyList<ImportFault> FaultList => JsonSerializer.Deserialize<ImportFault[]>(Faults)!;

    public IEnumerable<(string Message, object?[] Arguments)> NoticeList => JsonSerializer.Deserialize<Notice[]>(Notices)!.Select(n => (n.Message, n.Arguments.Cast<object?>().ToArray()));

    public Caller CallerOf(PermissionTable table)
    {
        var stored = JsonSerializer.Deserialize<StoredCaller>(CallerJson)!;
        return stored.IsSystem
            ? Caller.System with { Name = stored.Name, BranchId = stored.BranchId }
            : new Caller { UserId = stored.UserId, Name = stored.Name, BranchId = stored.BranchId, Roles = stored.Roles, Permissions = table.Of(stored.Roles) };
    }

    public IReadOnlyList<NumberFormat?> DecidedNumbers => JsonSerializer.Deserialize<NumberFormat?[]>(Decided)!;

    /// <summary>Says how the file is to be read and what it turned out to be; its columns wait to be told apart again.</summary>
    public void ReadAs(TextEncoding encoding, NumberFormat numbers, string format, IReadOnlyList<Error> notices)
    {
        (Encoding, Numbers, Format) = (encoding, numbers, format);
        Notices = JsonSerializer.Serialize(notices.Select(n => new Notice(n.Message, [.. n.Arguments.Select(a => a?.ToString())])));
        (Mapping, TotalRows) = ("[]", 0);
        Begin(ImportState.Mapping);
    }

    /// <summary>Remembers what the file's rows told of its numbers.</summary>
    public void Decide(IReadOnlyList<NumberFormat?> decided) => Decided = JsonSerializer.Serialize(decided);

    /// <summary>Sets which column is which, and lets the check begin.</summary>
    public void Map(IReadOnlyList<int?> columns, Caller caller)
    {
        Remember(caller);
        Mapping = JsonSerializer.Serialize(columns);
        TotalRows = 0;
        Begin(ImportState.Checking);
    }

    public void Apply(bool goodRowsOnly, Caller caller)
    {
        Remember(caller);
        GoodRowsOnly = goodRowsOnly;
        Begin(ImportState.Applying);
    }

    /// <summary>Goes on after a failure, where it broke off, and on behalf of the same: the keys of the rows that are done are theirs.</summary>
    public void GoOn()
    {
        State = TotalRows > 0 ? ImportState.Applying : ImportState.Checking;
        (Message, EndedAt) = ("", null);
    }

    /// <summary>A worker takes it on.</summary>
    /// <returns>False when there is nothing to do or another worker is at it.</returns>
    public bool Claim(Instant now)
    {
        if (State is not (ImportState.Checking or ImportState.Applying) || BeatAt > now - Patience)
        {
            return false;
        }

        BeatAt = now;
        if (State == ImportState.Checking)
        {
            Begin(ImportState.Checking); // a check that broke off begins anew
            BeatAt = now;
        }

        return true;
    }

    public void Report(ImportCounts counts, int doneLine, long reportLength, IReadOnlyList<ImportFault> faults, Instant now)
    {
        (Rows, Bad, Created, Changed, Unchanged) = (counts.Rows, counts.Bad, counts.Created, counts.Changed, counts.Unchanged);
        (DoneLine, ReportLength, BeatAt) = (doneLine, reportLength, now);
        Faults = JsonSerializer.Serialize(faults);
    }

    public void End(Instant now)
    {
        TotalRows = Rows;
        BeatAt = null;
        EndedAt = State == ImportState.Checking ? null : now;
        State = State == ImportState.Checking ? ImportState.Checked : ImportState.Applied;
    }

    public void Fail(string message, Instant now)
    {
        (State, Message, EndedAt, BeatAt) = (ImportState.Failed, message, now, null);
    }

    // Who works for all branches does what the sender would have done, at the sender's.
    private void Remember(Caller caller) =>
        CallerJson = JsonSerializer.Serialize(new StoredCaller(caller.UserId, caller.Name, BranchId ?? caller.BranchId, caller.Roles, caller.Permissions is null));

    private void Begin(ImportState state)
    {
        (State, Rows, Bad, Created, Changed, Unchanged, DoneLine, ReportLength, Faults, BeatAt) = (state, 0, 0, 0, 0, 0, 0, 0, "[]", null);
        (Message, EndedAt) = ("", null);
    }

    private sealed record StoredCaller(Guid? UserId, string Name, Guid? BranchId, IReadOnlyList<string> Roles, bool IsSystem);

    private sealed record Notice(string Message, string?[] Arguments);
}

internal sealed class ImportRunTable : IEntityTypeConfiguration<ImportRun>
{
    public void Configure(EntityTypeBuilder<ImportRun> builder)
    {
        builder.ToTable("ImportRun");
        builder.Ignore(r => r.Counts).Ignore(r => r.Columns).Ignore(r => r.FaultList).Ignore(r => r.NoticeList).Ignore(r => r.DecidedNumbers).Ignore(r => r.CanBeReadAnew);
        builder.Property(r => r.Importer).HasMaxLength(80);
        builder.Property(r => r.Format).HasMaxLength(40);
        builder.Property(r => r.Culture).HasMaxLength(20);
        builder.Property(r => r.CallerJson).HasMaxLength(1000);
        builder.Property(r => r.Notices).HasMaxLength(-1);
        builder.Property(r => r.Mapping).HasMaxLength(-1);
        builder.Property(r => r.Decided).HasMaxLength(-1);
        builder.Property(r => r.Faults).HasMaxLength(-1);
        builder.Property(r => r.Message).HasMaxLength(2000).CutsToFit();
        builder.HasIndex(r => new { r.StartedAt, r.Id });
        builder.HasIndex(r => new { r.BranchId, r.StartedAt, r.Id });
        builder.HasIndex(r => r.State);
    }
}
