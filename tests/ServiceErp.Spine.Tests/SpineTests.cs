using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Autofac;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Modules;
using ServiceErp.Platform.Persistence;
using ServiceErp.Platform.Searching;
using ServiceErp.Platform.Ui;
using ServiceErp.Testing;

namespace ServiceErp.Spine.Tests;

public sealed class SpineTests : IAsyncLifetime
{
    private readonly Poison poison = new();
    private TestCentre centre = null!;

    public async Task InitializeAsync() => centre = await TestCentre.StartAsync(b => b.RegisterInstance(poison));

    public async Task DisposeAsync() => await centre.DisposeAsync();

    [Fact]
    public async Task A_command_is_stored_with_its_audit_entry_search_entry_and_delivered_event()
    {
        var answer = await centre.Ok(Fill("plum"), centre.As(Roles.WarehouseKeeper));

        Assert.Equal(1, answer.Number);
        Assert.Equal(["plum", "plum for the cellar"], (await Labels()).Order());
        var audit = await centre.Look<PantryDbContext, AuditEntry>(db => db.Audit.SingleAsync(a => a.EntityId == answer.Id));
        Assert.Equal(("FillJar", "Jar", "Test WarehouseKeeper"), (audit.UseCase, audit.Entity, audit.UserName));
        Assert.True(await centre.Look<PantryDbContext, bool>(db => db.Set<Platform.Messaging.OutboxMessage>().AllAsync(m => m.DoneAt != null)));
        Assert.Equal(answer.Id, (await Find("plu")).Single().Id);
    }

    [Fact]
    public async Task A_refused_command_leaves_no_trace_and_uses_up_no_number()
    {
        await centre.Refused("Pantry.Refused", Fill("plum") with { ThenRefuse = true });
        Assert.Equal(0, await centre.Look<PantryDbContext, int>(db => db.Jars.CountAsync()));
        Assert.Equal(0, await centre.Look<PantryDbContext, int>(db => db.Audit.CountAsync()));
        Assert.Equal(1, (await centre.Ok(Fill("plum"))).Number);
    }

    [Fact]
    public async Task A_text_longer_than_its_column_is_refused_by_field_and_length_and_leaves_no_trace()
    {
        var error = await centre.Refused("Platform.TextTooLong", Fill(new string('x', 201)));

        Assert.Equal(("Label", ErrorKind.Invalid, "Label: at most 200 characters are possible, these are 201."), (error.Field, error.Kind, error.ToString()));
        Assert.Equal(0, await centre.Look<PantryDbContext, int>(db => db.Jars.CountAsync()));
        Assert.Equal(0, await centre.Look<PantryDbContext, int>(db => db.Audit.CountAsync()));
        Assert.Equal(1, (await centre.Ok(Fill(new string('x', 180)))).Number);
    }

    [Fact]
    public async Task What_is_for_display_is_cut_to_its_column_with_no_character_cut_in_half()
    {
        var jar = await centre.Ok(Fill(new string('x', 195) + "\U0001F600"));

        var entry = await centre.Look<PantryDbContext, SearchEntry>(db => db.Search.SingleAsync(s => s.Id == jar.Id));
        Assert.Equal("Jar " + new string('x', 195), entry.Subtitle);
    }

    [Fact]
    public async Task A_text_too_long_in_an_effect_is_the_reason_of_the_failed_delivery()
    {
        poison.Strong = false;
        await centre.Ok(Fill(new string('x', 190)));

        var late = await centre.Look<PantryDbContext, Platform.Messaging.OutboxMessage>(db => db.Set<Platform.Messaging.OutboxMessage>().SingleAsync(m => m.DoneAt == null));
        Assert.Equal("Platform.TextTooLong: Label.Text takes at most 200 characters and was given 205.", late.LastError);
        Assert.Equal([new string('x', 190)], await Labels());
    }

    [Fact]
    public async Task Nobody_does_what_he_has_no_permission_for()
    {
        await centre.Refused("Platform.Forbidden", Fill("plum"), centre.As(Roles.Receptionist));
        await centre.Refused("Platform.Forbidden", Fill("plum"), Caller.Public);
    }

    [Fact]
    public async Task Bad_input_names_its_field_and_a_stable_code()
    {
        var error = await centre.Refused("Pantry.Jar.LabelMissing", Fill(""));
        Assert.Equal("Label", error.Details.Single().Field);
    }

    [Fact]
    public async Task The_same_identity_twice_gives_the_first_answer_and_does_nothing()
    {
        var command = Fill("plum") with { Id = new Guid("11111111-0000-7000-8000-000000000001") };
        var first = await centre.Ok(command);
        var second = await centre.Ok(command);
        Assert.Equal(first, second);
        Assert.Equal(1, await centre.Look<PantryDbContext, int>(db => db.Jars.CountAsync()));
        await centre.Refused("Platform.IdempotencyKeyReused", command with { Label = "pear" });
    }

    [Fact]
    public async Task Another_branches_jar_does_not_exist()
    {
        var jar = await centre.Ok(Fill("kimchi") with { BranchId = centre.Seoul.Id });
        await centre.Refused("Pantry.Jar.NotFound", new TakeFromJar.Command(jar.Id, 1), centre.As(Roles.WarehouseKeeper));
        Assert.Empty((await centre.Ok(new ListJars.Query(new ListQuery { Path = "" }), centre.As(Roles.WarehouseKeeper))).Items);
        Assert.Empty(await Find("kimchi", centre.As(Roles.WarehouseKeeper)));
    }

    [Fact]
    public async Task A_stale_version_is_a_conflict()
    {
        var jar = await centre.Ok(Fill("plum"));
        await centre.Ok(new TakeFromJar.Command(jar.Id, 1, Version: 1));
        await centre.Refused("Platform.Stale", new TakeFromJar.Command(jar.Id, 1, Version: 1));
    }

    [Fact]
    public async Task Eight_clients_take_from_one_jar_and_nothing_is_lost()
    {
        var jar = await centre.Ok(Fill("plum") with { Content = 200 });
        var results = await Task.WhenAll(Enumerable.Range(0, 8).Select(async _ =>
        {
            var taken = 0;
            for (var i = 0; i < 10; i++)
            {
                taken += (await centre.Send(new TakeFromJar.Command(jar.Id, 1))).Succeeded ? 1 : 0;
            }

            return taken;
        }));
        var left = await centre.Look<PantryDbContext, decimal>(db => db.Jars.Select(j => j.Content).SingleAsync());
        Assert.Equal(200 - results.Sum(), left);
    }

    [Fact]
    public async Task Nobody_sees_a_command_before_its_effects_and_one_that_fails_takes_only_the_effects_back()
    {
        var jars = new List<int>();
        poison.Meanwhile = async () => jars.Add(await centre.Look<PantryDbContext, int>(db => db.Jars.CountAsync()));

        await centre.Ok(Fill("plum"));
        Assert.Equal([0], jars);
        Assert.Equal(["plum", "plum for the cellar"], (await Labels()).Order());

        // The cellar is told twice: along with the command, which the poison takes back, and by itself when the jar stands there.
        await centre.Ok(Fill("poison"));
        Assert.Equal([0, 1, 2], jars);
        Assert.Equal(["plum", "plum for the cellar", "poison for the cellar"], (await Labels()).Order());
    }

    [Fact]
    public async Task A_poisoned_message_stops_nobody_backs_off_dies_and_can_be_resubmitted()
    {
        await centre.Ok(Fill("poison"));
        await centre.Ok(Fill("plum"));
        Assert.Equal(["plum", "plum for the cellar", "poison for the cellar"], (await Labels()).Order());

        for (var i = 0; i < 20; i++)
        {
            centre.Advance(Duration.FromHours(2));
            await centre.Pump();
        }

        var dead = await centre.Look<PantryDbContext, Platform.Messaging.OutboxMessage>(db => db.Set<Platform.Messaging.OutboxMessage>().SingleAsync(m => m.DoneAt == null));
        Assert.NotNull(dead.DeadAt);
        Assert.Contains("Pantry.Poison", dead.LastError, StringComparison.Ordinal);

        poison.Strong = false;
        await centre.Look<PantryDbContext, int>(async db =>
        {
            var message = await db.Set<Platform.Messaging.OutboxMessage>().SingleAsync(m => m.Id == dead.Id);
            message.Resubmit(centre.Now);
            return await db.SaveChangesAsync();
        });
        Assert.Equal((1, 0), await centre.Pump());
        Assert.Equal(["plum", "plum for the cellar", "poison", "poison for the cellar"], (await Labels()).Order());
        Assert.Equal((0, 0), await centre.Pump());
    }

    [Theory]
    [InlineData("filled", true)]
    [InlineData("label", false)]
    [InlineData("content", true)]
    [InlineData(null, false)]
    public async Task Paging_by_key_shows_every_row_once_forwards_and_backwards(string? sort, bool descending)
    {
        for (var i = 0; i < 63; i++)
        {
            centre.Advance(Duration.FromMinutes(i % 3));
            await centre.Ok(Fill($"jar {i % 7}") with { Content = 1 + (i % 5) });
        }

        var query = new ListQuery { Path = "", Sort = sort, Descending = descending };
        var forwards = new List<Guid>();
        var page = await centre.Ok(new ListJars.Query(query));
        Assert.Null(page.Paging.Previous);
        Assert.Equal(63, page.Count);
        while (true)
        {
            forwards.AddRange(page.Items.Select(r => r.Id));
            if (page.Paging.Next is not { } next)
            {
                break;
            }

            page = await centre.Ok(new ListJars.Query(query with { Cursor = next }));
        }

        Assert.Equal(63, forwards.Distinct().Count());
        Assert.Equal(63, forwards.Count);

        var backwards = new List<Guid>();
        page = await centre.Ok(new ListJars.Query(query with { Cursor = "end" }));
        Assert.Null(page.Paging.Next);
        while (true)
        {
            backwards.InsertRange(0, page.Items.Select(r => r.Id));
            if (page.Paging.Previous is not { } previous)
            {
                break;
            }

            page = await centre.Ok(new ListJars.Query(query with { Cursor = previous }));
        }

        Assert.Equal(forwards, backwards);
        Assert.Equal(25, (await centre.Ok(new ListJars.Query(query with { Cursor = "nonsense" }))).Items.Count);
    }

    [Fact]
    public async Task The_api_answers_problem_details_and_honours_the_idempotency_key()
    {
        var client = await centre.Client(Roles.WarehouseKeeper);
        var body = new { branchId = centre.Berlin.Id, label = "plum", content = 3 };

        using var first = new HttpRequestMessage(HttpMethod.Post, "/api/v1/pantry/jars") { Content = JsonContent.Create(body), Headers = { { "Idempotency-Key", "k1" } } };
        using var again = new HttpRequestMessage(HttpMethod.Post, "/api/v1/pantry/jars") { Content = JsonContent.Create(body), Headers = { { "Idempotency-Key", "k1" } } };
        var one = await (await client.SendAsync(first)).Content.ReadAsStringAsync();
        Assert.Equal(one, await (await client.SendAsync(again)).Content.ReadAsStringAsync());

        var id = JsonDocument.Parse(one).RootElement.GetProperty("id").GetGuid();
        var refused = await client.PostAsJsonAsync($"/api/v1/pantry/jars/{id}/take", new { amount = 4 });
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        var problem = JsonDocument.Parse(await refused.Content.ReadAsStringAsync()).RootElement;
        Assert.Equal("Pantry.Jar.TooLittle", problem.GetProperty("code").GetString());

        var unreadable = await client.PostAsJsonAsync("/api/v1/pantry/jars", new { branchId = "x", label = "plum" });
        Assert.Equal(HttpStatusCode.BadRequest, unreadable.StatusCode);
        Assert.Contains("branchId", await unreadable.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.Unauthorized, (await (await centre.Client()).GetAsync("/api/v1/pantry/jars")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await centre.Client(Roles.Receptionist)).PostAsJsonAsync("/api/v1/pantry/jars", body)).StatusCode);
        var list = JsonDocument.Parse(await client.GetStringAsync("/api/v1/pantry/jars?sort=label")).RootElement;
        Assert.Equal(1, list.GetProperty("items").GetArrayLength());
    }

    private FillJar.Command Fill(string label) => new(null, centre.Berlin.Id, label, 10);

    private Task<List<string>> Labels() => centre.Look<PantryDbContext, List<string>>(db => db.Labels.Select(l => l.Text).ToListAsync());

    private async Task<IReadOnlyList<SearchEntry>> Find(string text, Caller? caller = null)
    {
        await using var scope = centre.Dispatcher.Enter(caller ?? Caller.System);
        return await scope.Resolve<SearchBox>().FindAsync(text, 10, CancellationToken.None);
    }
}
