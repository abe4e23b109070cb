using Autofac;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using ServiceErp.Platform.Administration.Features;
using ServiceErp.Platform.Branches.Features;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Persistence;
using ServiceErp.Platform.Searching;
using ServiceErp.Platform.Ui;
using ServiceErp.Testing;

namespace ServiceErp.Platform.Tests.Persistence;

/// <summary>What is the same on both databases, and what a SQL Server is asked; as far as that can be told without one.</summary>
public sealed class SqlServerModeTests : IAsyncLifetime
{
    private readonly NoServer server = new();
    private TestCentre centre = null!;

    public async Task InitializeAsync() => centre = await TestCentre.StartAsync();

    public async Task DisposeAsync() => await centre.DisposeAsync();

    [Theory]
    [InlineData("50%", 1)]
    [InlineData("a_b", 1)]
    [InlineData("[12V", 1)]
    [InlineData("12V]", 1)]
    [InlineData("[12V]", 1)]
    [InlineData("c\\d", 1)]
    [InlineData("AXB", 1)]
    [InlineData("c", 4)]
    public async Task What_is_typed_is_found_as_it_stands_whatever_its_case(string typed, int found)
    {
        await centre.Look<PlatformDbContext, int>(db =>
        {
            foreach (var reason in new[] { "50% off", "50 pieces", "a_b", "axb c", "[12V] Pump", "c\\d", "cd 1" })
            {
                db.Audit.Add(new AuditEntry { Id = Guid.Parse($"00000000-0000-7000-8000-{reason.GetHashCode(StringComparison.Ordinal) & int.MaxValue:D12}"), At = centre.Now, UserName = "Nobody", UseCase = "Try", Reason = reason });
            }

            return db.SaveChangesAsync();
        });

        Assert.Equal(found, (await centre.Ok(new ListAudit.Query(new ListQuery { Path = "/", Search = typed }))).Items.Count);
    }

    [Fact]
    public async Task A_server_is_asked_with_patterns_escaped_and_whatever_the_case()
    {
        await using var mode = await ServerMode();
        await mode.Ok(new ListBranches.Query(new ListQuery { Path = "/", Search = "[12V" }));

        var asked = server.Caught.First(s => s.Contains("LIKE", StringComparison.Ordinal));
        Assert.Contains("COLLATE Latin1_General_100_CI_AI LIKE", asked, StringComparison.Ordinal);
        Assert.Contains("ESCAPE N'\\'", asked, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_server_is_never_made_to_read_all_texts_of_the_search(bool fullText)
    {
        await using var mode = await ServerMode();
        await using var scope = mode.Dispatcher.Enter(Caller.System);
        scope.Resolve<Database>().Server = new ServerState("16.0.1000.6", true, fullText, 1);

        await scope.Resolve<SearchBox>().FindAsync("müller 12", 10, CancellationToken.None);

        var asked = Assert.Single(server.Caught);
        Assert.Equal(fullText, asked.Contains("CONTAINS(", StringComparison.Ordinal));
        Assert.DoesNotContain("[Text] LIKE", asked, StringComparison.Ordinal);
        Assert.Contains("[Code] LIKE", asked, StringComparison.Ordinal);
        Assert.Contains("[Title] LIKE", asked, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_comes_later_is_waited_for()
    {
        var asked = 0;
        await new ServerWait(TimeSpan.FromSeconds(30)).UntilThereAsync(
            async () =>
            {
                if (++asked == 1)
                {
                    await KnockAsync();
                }
            },
            NullLogger.Instance,
            CancellationToken.None);
        Assert.Equal(2, asked);
    }

    [Fact]
    public async Task A_server_that_does_not_come_ends_the_wait_and_any_other_fault_at_once()
    {
        await Assert.ThrowsAsync<SqlException>(() => new ServerWait(TimeSpan.Zero).UntilThereAsync(KnockAsync, NullLogger.Instance, CancellationToken.None));
        var asked = 0;
        await Assert.ThrowsAsync<InvalidOperationException>(() => new ServerWait(TimeSpan.FromSeconds(30)).UntilThereAsync(
            () =>
            {
                asked++;
                throw new InvalidOperationException("A migration is wrong.");
            },
            NullLogger.Instance,
            CancellationToken.None));
        Assert.Equal(1, asked);
    }

    [Theory]
    [InlineData("15.0.2000.5", true)]
    [InlineData("16.0.4135.4", true)]
    [InlineData("14.0.3456.2", false)]
    public void Versions_older_than_2019_are_too_old(string version, bool recent) => Assert.Equal(recent, new ServerState(version, true, true, 0).IsRecent);

    [Fact]
    public void Keys_and_secrets_compare_by_their_characters_on_both()
    {
        using var server = new SqlServerPlatformDbContext();
        using var sqlite = new SqlitePlatformDbContext();
        foreach (var (type, property) in new[] { (typeof(IdempotencyRecord), "Key"), (typeof(NumberRange), "Key"), (typeof(Platform.Users.ApiKey), "Fingerprint"), (typeof(Platform.Users.ErpUser), "NormalizedEmail"), (typeof(Platform.Messages.OutgoingMessage), "OnceKey") })
        {
            Assert.Equal("Latin1_General_100_BIN2", server.GetService<IDesignTimeModel>().Model.FindEntityType(type)!.FindProperty(property)!.GetCollation());
            Assert.Null(sqlite.GetService<IDesignTimeModel>().Model.FindEntityType(type)!.FindProperty(property)!.GetCollation()); // SQLite's own is BINARY
        }
    }

    private static async Task KnockAsync()
    {
        await using var connection = new SqlConnection("Server=tcp:127.0.0.1,1;Connect Timeout=2;Encrypt=false;User Id=x;Password=x;ConnectRetryCount=0");
        await connection.OpenAsync();
    }

    private Task<TestCentre> ServerMode() => TestCentre.StartAsync(b => b.RegisterInstance(new Database(DatabaseProvider.SqlServer, NoServer.Address, interceptors: [server])));
}
