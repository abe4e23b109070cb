using System.Net;
using Autofac;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Platform.Administration.Features;
using ServiceErp.Platform.Administration.Sealing;
using ServiceErp.Platform.Branches.Features;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Jobs;
using ServiceErp.Platform.Modules;
using ServiceErp.Platform.Persistence;
using ServiceErp.Testing;

namespace ServiceErp.Platform.Tests.Administration;

/// <summary>Entries under three seals, and whoever tampers with them from outside (HOST-2).</summary>
public sealed class AuditSealTests : IAsyncLifetime
{
    private const int Entries = 1250;
    private TestCentre centre = null!;

    public async Task InitializeAsync()
    {
        centre = await TestCentre.StartAsync();
        await Write(Entries);
        centre.Advance(Duration.FromHours(3));
        Assert.Equal("1,250 entries were sealed with 3 seals.", await Seal());
    }

    public async Task DisposeAsync() => await centre.DisposeAsync();

    [Fact]
    public async Task An_untouched_trail_is_as_it_was_written()
    {
        var verdict = await Verify();
        Assert.Equal((3, Entries, 0, 0), (verdict.Seals, verdict.Entries, verdict.Unsealed, verdict.FaultCount));
        Assert.Equal("0 entries were sealed with 0 seals.", await Seal());
        Assert.Equal("1,250 entries under 3 seals are as they were written.", await Run("Platform.VerifyAudit"));
    }

    [Fact]
    public async Task What_is_written_later_waits_and_then_gets_its_own_seal()
    {
        await centre.Ok(new CreateBranch.Command(null, "LEJ", "Leipzig", "Europe/Berlin", "EUR", "en", null, null, null, null));
        Assert.Equal("0 entries were sealed with 0 seals.", await Seal());
        Assert.Equal(1, (await Verify()).Unsealed);
        centre.Advance(SealAudit.Settled + Duration.FromSeconds(1));
        Assert.Equal("1 entries were sealed with 1 seals.", await Seal());
        var verdict = await Verify();
        Assert.Equal((4, Entries + 1, 0, 0), (verdict.Seals, verdict.Entries, verdict.Unsealed, verdict.FaultCount));
    }

    [Fact]
    public async Task Seals_made_while_the_clock_runs_are_whole()
    {
        await using var running = await TestCentre.StartAsync(real: true);
        foreach (var code in new[] { "LEJ", "DRS", "HAM" })
        {
            await running.Ok(new CreateBranch.Command(null, code, code, "Europe/Berlin", "EUR", "en", null, null, null, null));
            running.Advance(SealAudit.Settled + Duration.FromSeconds(1));
            await using var scope = running.Dispatcher.Enter(Caller.System);
            Assert.Equal("1 entries were sealed with 1 seals.", await scope.Resolve<IEnumerable<IScheduledJob>>().Single(j => j.Name == "Platform.SealAudit").RunAsync(new Progress<JobProgress>(), CancellationToken.None));
        }

        var verdict = await running.Ok(new VerifyAudit.Query());
        Assert.Equal((3, 3, 0), (verdict.Seals, verdict.Entries, verdict.FaultCount));
    }

    [Theory]
    [InlineData("UPDATE platform_Audit SET Step = Step + 1 WHERE rowid = (SELECT rowid FROM platform_Audit ORDER BY At LIMIT 1 OFFSET 625)")]
    [InlineData("UPDATE platform_Audit SET UserName = 'Somebody else' WHERE rowid = (SELECT rowid FROM platform_Audit ORDER BY At LIMIT 1 OFFSET 625)")]
    [InlineData("UPDATE platform_Audit SET Changes = '{\"Total\":[100,1]}' WHERE rowid = (SELECT rowid FROM platform_Audit ORDER BY At LIMIT 1 OFFSET 625)")]
    [InlineData("UPDATE platform_Audit SET Entity = NULL, Reason = Entity WHERE rowid = (SELECT rowid FROM platform_Audit ORDER BY At LIMIT 1 OFFSET 625)")]
    [InlineData("UPDATE platform_Audit SET At = At + 1 WHERE rowid = (SELECT rowid FROM platform_Audit ORDER BY At LIMIT 1 OFFSET 625)")]
    public async Task A_changed_entry_is_named(string sql)
    {
        var id = await IdOf(625);
        await Tamper(sql);
        var fault = Assert.Single((await Verify()).Faults);
        Assert.Equal((AuditFaultKind.Changed, 2L, id), (fault.Kind, fault.Seal, fault.EntryId));
    }

    [Fact]
    public async Task A_removed_entry_is_named()
    {
        var id = await IdOf(10);
        await Tamper("DELETE FROM platform_Audit WHERE rowid = (SELECT rowid FROM platform_Audit ORDER BY At LIMIT 1 OFFSET 10)");
        var fault = Assert.Single((await Verify()).Faults);
        Assert.Equal((AuditFaultKind.Removed, 1L, id), (fault.Kind, fault.Seal, fault.EntryId));
        Assert.Contains("Removed", (await Assert.ThrowsAsync<InvalidOperationException>(() => Run("Platform.VerifyAudit"))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_inserted_entry_is_named()
    {
        var id = Guid.Parse("00000000-0000-7000-8000-0000000000ff");
        await Tamper("INSERT INTO platform_Audit (Id, At, UserName, UseCase, Version, Step) SELECT '00000000-0000-7000-8000-0000000000FF', At, 'Alibi', 'WasNeverThere', 0, 0 FROM platform_Audit ORDER BY At LIMIT 1 OFFSET 1249");
        var fault = Assert.Single((await Verify()).Faults);
        Assert.Equal((AuditFaultKind.Inserted, 3L, id), (fault.Kind, fault.Seal, fault.EntryId));
    }

    [Fact]
    public async Task An_entry_moved_to_another_time_is_missed_where_it_was_and_found_where_it_is()
    {
        var id = await IdOf(10);
        await Tamper("UPDATE platform_Audit SET At = (SELECT MAX(At) FROM platform_Audit) WHERE rowid = (SELECT rowid FROM platform_Audit ORDER BY At LIMIT 1 OFFSET 10)");
        Assert.Equal([(AuditFaultKind.Removed, 1L, id), (AuditFaultKind.Inserted, 3L, id)], (await Verify()).Faults.Select(f => (f.Kind, f.Seal, f.EntryId ?? Guid.Empty)));
    }

    [Theory]
    [InlineData("DELETE FROM platform_Audit WHERE At > (SELECT UpTo FROM platform_AuditSeal WHERE Number = 2); DELETE FROM platform_AuditSeal WHERE Number = 3", 3)]
    [InlineData("DELETE FROM platform_Audit; DELETE FROM platform_AuditSeal", 1)]
    public async Task A_tail_cut_off_with_its_seals_is_noticed(string sql, long seal)
    {
        await Tamper(sql);
        var faults = (await Verify()).Faults;
        Assert.All(faults, f => Assert.Equal(AuditFaultKind.SealMissing, f.Kind));
        Assert.Equal(seal, faults[0].Seal);

        // Nor does sealing go on over the gap.
        await Write(10);
        centre.Advance(Duration.FromHours(1));
        await Assert.ThrowsAsync<InvalidOperationException>(Seal);
    }

    [Theory]
    [InlineData("DELETE FROM platform_AuditSeal WHERE Number = 2", AuditFaultKind.SealMissing, 2)]
    [InlineData("UPDATE platform_AuditSeal SET Marks = zeroblob(length(Marks)) WHERE Number = 2", AuditFaultKind.SealBroken, 2)]
    [InlineData("UPDATE platform_AuditSeal SET UpTo = UpTo - 1 WHERE Number = 2", AuditFaultKind.SealBroken, 2)]
    [InlineData("UPDATE platform_AuditSeal SET Value = upper(hex(zeroblob(32))) WHERE Number = 1", AuditFaultKind.SealBroken, 1)]
    public async Task A_seal_changed_or_removed_is_named(string sql, AuditFaultKind kind, long seal)
    {
        await Tamper(sql);
        Assert.Contains((await Verify()).Faults, f => f.Kind == kind && f.Seal == seal);
    }

    [Fact]
    public async Task A_trail_sealed_anew_with_another_key_is_noticed()
    {
        File.WriteAllBytes(Path.Combine(centre.Folder, "keys", "audit-seal.key"), new byte[32]);
        Assert.Equal(3, (await Verify()).Faults.Count(f => f.Kind == AuditFaultKind.KeyMissing));
        await Assert.ThrowsAsync<InvalidOperationException>(Seal);

        await Tamper("DELETE FROM platform_AuditSeal");
        await Assert.ThrowsAsync<InvalidOperationException>(Seal);
        File.Delete(Path.Combine(centre.Folder, "keys", "audit-seal.last.json"));
        await Seal();
        Assert.Equal(0, (await Verify()).FaultCount); // who holds the machine can do this; the list of seals kept elsewhere shows it
    }

    [Fact]
    public async Task The_key_is_no_business_of_the_database_and_of_other_users()
    {
        var key = Path.Combine(centre.Folder, "keys", "audit-seal.key");
        Assert.Equal(32, new FileInfo(key).Length);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(key));
        }

        await using var shared = await TestCentre.StartAsync(settings: new Dictionary<string, string?> { ["Audit:SealKey"] = "c2hvcnQ=" });
        await using var scope = shared.Dispatcher.Enter(Caller.System);
        await Assert.ThrowsAsync<InvalidOperationException>(() => scope.Resolve<IEnumerable<IScheduledJob>>().Single(j => j.Name == "Platform.SealAudit").RunAsync(new Progress<JobProgress>(), CancellationToken.None));
    }

    [Fact]
    public async Task Pages_show_the_seals_and_the_verdict_to_those_who_may_read_the_trail()
    {
        var client = await centre.Client(Roles.ServiceDirector);
        Assert.Contains("as it was written", await client.GetStringAsync("/platform/audit/verification"), StringComparison.Ordinal);
        await Tamper("DELETE FROM platform_Audit WHERE rowid = (SELECT rowid FROM platform_Audit ORDER BY At LIMIT 1 OFFSET 10)");
        Assert.Contains("Entry removed", await client.GetStringAsync("/platform/audit/verification"), StringComparison.Ordinal);
        var file = await client.GetStringAsync("/platform/audit/seals?format=csv");
        var values = await centre.Look<PlatformDbContext, List<string>>(db => db.Set<AuditSeal>().Select(s => s.Value).ToListAsync());
        Assert.Equal(3, values.Count);
        Assert.All(values, value => Assert.Contains(value, file, StringComparison.Ordinal));
        foreach (var page in new[] { "/platform/audit/seals", "/platform/audit/verification", "/api/v1/platform/audit/seals", "/api/v1/platform/audit/verification" })
        {
            Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(page)).StatusCode);
            Assert.Equal(HttpStatusCode.Forbidden, (await (await centre.Client(Roles.Receptionist)).GetAsync(page)).StatusCode);
        }
    }

    private async Task Write(int count)
    {
        await using var scope = centre.Dispatcher.Enter(Caller.System);
        var db = scope.Resolve<PlatformDbContext>();
        var ids = scope.Resolve<Kernel.IIdentifiers>();
        db.Audit.AddRange(Enumerable.Range(1, count).Select(i => new AuditEntry
        {
            Id = ids.NewId(), At = centre.Now + Duration.FromMilliseconds(i), UserName = $"User {i % 7}", UseCase = "PostInvoice", Entity = "Invoice", EntityId = Guid.Empty, From = "Draft", Trigger = "Post", To = "Posted", Changes = "{\"Total\":[1,100]}",
        }));
        await db.SaveChangesAsync();
    }

    private Task<string> Seal() => Run("Platform.SealAudit");

    private async Task<string> Run(string job)
    {
        await using var scope = centre.Dispatcher.Enter(Caller.System);
        return await scope.Resolve<IEnumerable<IScheduledJob>>().Single(j => j.Name == job).RunAsync(new Progress<JobProgress>(), CancellationToken.None);
    }

    private Task<AuditVerdict> Verify() => centre.Ok(new VerifyAudit.Query(), centre.As(Roles.ServiceDirector));

    private Task<Guid> IdOf(int number) => centre.Look<PlatformDbContext, Guid>(db => db.Audit.OrderBy(a => a.At).Skip(number).Select(a => a.Id).FirstAsync());

    private Task<int> Tamper(string sql) => centre.Look<PlatformDbContext, int>(db => db.Database.ExecuteSqlRawAsync(sql.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal)));
}
