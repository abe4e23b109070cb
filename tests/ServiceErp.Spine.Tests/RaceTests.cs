using Autofac;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Messaging;
using ServiceErp.Platform.Modules;
using ServiceErp.Platform.Persistence;
using ServiceErp.Testing;

namespace ServiceErp.Spine.Tests;

/// <summary>Lost races, locks that are not free, and answers that do not arrive: nothing is lost, and nothing is done twice.</summary>
public sealed class RaceTests : IAsyncLifetime
{
    private readonly Poison poison = new();
    private readonly Pauses pauses = new();
    private readonly Saboteur saboteur = new();
    private TestCentre centre = null!;

    public async Task InitializeAsync()
    {
        centre = await TestCentre.StartAsync(b =>
        {
            b.RegisterInstance(poison);
            b.RegisterInstance(pauses).As<IRacePause>();
        });
        centre.Services.GetRequiredService<Database>().Watch = saboteur;
    }

    public async Task DisposeAsync() => await centre.DisposeAsync();

    [Theory]
    [InlineData(1205)]
    [InlineData(2627)]
    public async Task A_lost_race_is_run_again_after_a_pause(int number)
    {
        Fail(once: true, "INSERT INTO \"pantry_Jar\"", () => DatabaseFaults.Sql(number));
        await centre.Ok(Fill("plum"));
        Assert.Equal([1], pauses.After);
        Assert.Equal((1, 1), await Stored());
    }

    [Fact]
    public async Task Who_loses_every_race_is_told_so_after_six_attempts()
    {
        Fail(once: false, "INSERT INTO \"pantry_Jar\"", () => DatabaseFaults.Sql(1205));
        var error = await centre.Refused("Platform.Conflict", Fill("plum"));
        Assert.Equal(ErrorKind.Conflict, error.Kind);
        Assert.Equal([1, 2, 3, 4, 5], pauses.After);
        Assert.Equal((0, 0), await Stored());
    }

    [Fact]
    public async Task A_lock_that_is_not_free_in_time_is_a_conflict_and_nobody_waits_for_it_six_times()
    {
        foreach (var fault in new Func<Exception>[] { DatabaseFaults.Busy, () => DatabaseFaults.Sql(1222), () => DatabaseFaults.Sql(51205) })
        {
            Fail(once: false, "BEGIN IMMEDIATE", fault);
            Assert.Equal(ErrorKind.Conflict, (await centre.Refused("Platform.Conflict", Fill("plum"), centre.As(Roles.WarehouseKeeper))).Kind);
            Assert.Empty(pauses.After);
        }

        await centre.Refused("Platform.Conflict", Fill("plum"));
        Assert.Equal([1], pauses.After); // what the program does by itself can wait once more
        saboteur.OnBefore = _ => null;
        await centre.Ok(Fill("plum"));
    }

    [Fact]
    public async Task A_lost_race_inside_an_effect_is_run_again_at_once()
    {
        // The first is along with the command, which takes it back; the second is the delivery by itself.
        var left = 2;
        poison.Meanwhile = () => left-- > 0 ? throw DatabaseFaults.Sql(1205) : Task.CompletedTask;
        await centre.Ok(Fill("plum"));
        Assert.Equal(["plum", "plum for the cellar"], await Labels());
        Assert.True(await centre.Look<PantryDbContext, bool>(db => db.Set<OutboxMessage>().AllAsync(m => m.DoneAt != null && m.Attempts == 0)));
    }

    [Fact]
    public async Task An_effect_that_waited_for_a_lock_in_vain_waits_once_more_and_is_then_put_off()
    {
        var tries = 0;
        poison.Meanwhile = () => ++tries > 1 ? throw DatabaseFaults.Busy() : throw new InvalidOperationException("Along it fails.");
        await centre.Ok(Fill("plum"));
        Assert.Equal(3, tries);
        Assert.Equal(["plum"], await Labels());

        poison.Meanwhile = null;
        centre.Advance(NodaTime.Duration.FromMinutes(1));
        Assert.Equal((1, 0), await centre.Pump());
        Assert.Equal(["plum", "plum for the cellar"], await Labels());
    }

    [Fact]
    public async Task What_fails_after_the_commit_neither_fails_the_command_nor_runs_it_again()
    {
        // EF wraps a deadlock in these words; and the failure can't be noted either.
        poison.Meanwhile = () => throw new InvalidOperationException("likely due to a transient failure", DatabaseFaults.Sql(1205));
        Fail(once: false, "UPDATE \"platform_Outbox\"", () => new InvalidOperationException("likely due to a transient failure", DatabaseFaults.Sql(1205)));
        await centre.Ok(Fill("plum"));
        Assert.Equal((1, 1), await Stored());

        saboteur.OnBefore = _ => null;
        poison.Meanwhile = null;
        centre.Advance(NodaTime.Duration.FromMinutes(1));
        await centre.Pump();
        Assert.Equal(["plum", "plum for the cellar"], await Labels());
    }

    [Theory]
    [InlineData(-2)]
    [InlineData(1205)]
    public async Task A_commit_whose_answer_is_lost_is_no_failure_and_not_done_again(int number)
    {
        var left = 1;
        saboteur.OnAfter = statement => statement.StartsWith("COMMIT", StringComparison.Ordinal) && left-- > 0 ? DatabaseFaults.Sql(number) : null;
        var answer = await centre.Ok(Fill("plum"));
        Assert.True(left <= 0);
        Assert.Equal((1, 1), await Stored());
        Assert.Equal(["plum", "plum for the cellar"], await Labels());
        Assert.Equal(2, (await centre.Ok(Fill("pear"))).Number);
        Assert.Equal(1, answer.Number);
    }

    [Fact]
    public async Task A_commit_that_fails_stores_nothing_and_the_same_key_does_it_once()
    {
        Fail(once: true, "COMMIT", () => DatabaseFaults.Sql(-2));
        await Assert.ThrowsAnyAsync<Exception>(() => centre.Send(Fill("plum"), key: "k"));
        Assert.Equal((0, 0), await Stored());
        var first = await centre.Send(Fill("plum"), key: "k");
        var again = await centre.Send(Fill("plum"), key: "k");
        Assert.Equal(first.Value, again.Value);
        Assert.Equal((1, 1), await Stored());
    }

    [Fact]
    public async Task A_message_that_failed_names_the_innermost_cause()
    {
        poison.Meanwhile = () => throw new DbUpdateException("See the inner exception for details.", new InvalidOperationException("once more", new FormatException("The cellar is flooded.")));
        await centre.Ok(Fill("plum"));
        var error = await centre.Look<PantryDbContext, string?>(db => db.Set<OutboxMessage>().Where(m => m.DoneAt == null).Select(m => m.LastError).SingleAsync());
        Assert.Equal("The cellar is flooded.", error);
    }

    [Fact]
    public async Task A_history_is_in_order_although_its_steps_share_one_instant_and_identities_tell_no_order()
    {
        await using var random = await TestCentre.StartAsync(b => b.RegisterType<RandomIdentities>().As<IIdentifiers>().SingleInstance(), real: false);
        for (var i = 0; i < 20; i++)
        {
            var jar = await random.Ok(new FillJar.Command(null, random.Berlin.Id, $"plum {i}", 10));
            await random.Ok(new ServeJar.Command(jar.Id));
            await random.Ok(new TakeFromJar.Command(jar.Id, 1));
            var history = await random.Look<PantryDbContext, IReadOnlyList<HistoryStep>>(db => db.HistoryOfAsync(jar.Id, CancellationToken.None));
            Assert.Equal(["TakeFromJar", "ServeJar Close", "ServeJar Taste", "ServeJar Open", "FillJar"], history.Select(h => $"{h.UseCase} {h.Trigger}".Trim()));
        }
    }

    private static readonly Guid Berlin = TestBranches.Berlin.Id;

    private static FillJar.Command Fill(string label) => new(null, Berlin, label, 10);

    private void Fail(bool once, string statement, Func<Exception> fault)
    {
        var armed = true;
        saboteur.OnBefore = text =>
        {
            if (!armed || !text.Contains(statement, StringComparison.Ordinal))
            {
                return null;
            }

            armed = !once;
            return fault();
        };
    }

    private async Task<(int Jars, int Audit)> Stored() => (
        await centre.Look<PantryDbContext, int>(db => db.Jars.CountAsync()), await centre.Look<PantryDbContext, int>(db => db.Audit.CountAsync()));

    private Task<List<string>> Labels() => centre.Look<PantryDbContext, List<string>>(db => db.Labels.Select(l => l.Text).OrderBy(t => t).ToListAsync());

    private sealed class Pauses : IRacePause
    {
        public List<int> After { get; } = [];

        public Task WaitAsync(int attempt, CancellationToken cancel)
        {
            After.Add(attempt);
            return Task.CompletedTask;
        }
    }

    /// <summary>As those of two hosts are to each other within a millisecond.</summary>
    private sealed class RandomIdentities : IIdentifiers
    {
#pragma warning disable RS0030 // chance is what is tested
        public Guid NewId() => Guid.NewGuid();

        public string NewSecret() => Guid.NewGuid().ToString("N");
#pragma warning restore RS0030
    }
}
