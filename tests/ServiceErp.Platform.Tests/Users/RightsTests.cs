using Autofac;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Administration.Features;
using ServiceErp.Platform.Branches;
using ServiceErp.Platform.Branches.Features;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Jobs.Features;
using ServiceErp.Platform.Live;
using ServiceErp.Platform.Messages.Features;
using ServiceErp.Platform.Modules;
using ServiceErp.Platform.Persistence;
using ServiceErp.Platform.Ui;
using ServiceErp.Platform.Users;
using ServiceErp.Platform.Users.Features;
using ServiceErp.Testing;

namespace ServiceErp.Platform.Tests.Users;

/// <summary>Nobody acts on a wider user, gives what they don't hold, or changes what belongs to all without being of all.</summary>
public sealed class RightsTests : IAsyncLifetime
{
    private const string Password = "quiet river stones";
    private static readonly Guid Berlin = TestBranches.Berlin.Id;
    private static readonly Guid Seoul = TestBranches.Seoul.Id;
    private TestCentre centre = null!;
    private Guid head;
    private Guid inBerlin;
    private Guid inSeoul;

    private Caller OfAll => centre.As(Roles.Administrator);

    private Caller OfBerlin => OfAll with { BranchId = Berlin, Name = "Bound administrator" };

    public async Task InitializeAsync()
    {
        centre = await TestCentre.StartAsync();
        await centre.Ok(new CreateBranch.Command(Berlin, "BER", "Berlin", "Europe/Berlin", "EUR", "en"));
        await centre.Ok(new CreateBranch.Command(Seoul, "SEO", "Seoul", "Asia/Seoul", "KRW", "ko"));
        head = await Make("head", null, Roles.Administrator);
        inBerlin = await Make("berlin", Berlin, Roles.Administrator);
        inSeoul = await Make("seoul", Seoul, Roles.Librarian);
    }

    public async Task DisposeAsync() => await centre.DisposeAsync();

    [Fact]
    public async Task An_administrator_of_one_branch_acts_on_nobody_of_another_or_of_all()
    {
        foreach (var id in new[] { head, inSeoul })
        {
            await centre.Refused("Platform.User.NotFound", new ResetPassword.Command(id, "another quiet river"), OfBerlin);
            await centre.Refused("Platform.User.NotFound", new ActivateUser.Command(id, false), OfBerlin);
            await centre.Refused("Platform.User.NotFound", new UnlockUser.Command(id), OfBerlin);
            await centre.Refused("Platform.User.NotFound", new EndSessions.Command(id), OfBerlin);
            await centre.Refused("Platform.User.NotFound", Edit(id, null, Roles.Administrator), OfBerlin);
            await centre.Refused("Platform.User.NotFound", Edit(id, Berlin, Roles.Librarian), OfBerlin);
            await centre.Refused("Platform.User.NotFound", new GetUser.Query(id), OfBerlin);
        }

        await centre.Refused("Platform.User.BranchMissing", Edit(inBerlin, null, Roles.Administrator), OfBerlin);
        await centre.Ok(Edit(inBerlin, Berlin, Roles.Administrator, Roles.Librarian), OfBerlin);
        await centre.Ok(new ResetPassword.Command(inBerlin, "another quiet river"), OfBerlin);
        Assert.Equal([inBerlin], (await centre.Ok(new ListUsers.Query(new ListQuery { Path = "" }), OfBerlin)).Items.Select(u => u.Id));
        Assert.Equal(3, (await centre.Ok(new ListUsers.Query(new ListQuery { Path = "" }), OfAll)).Items.Count);
    }

    [Fact]
    public async Task Whoever_may_change_users_gives_no_rights_beyond_their_own_and_takes_over_nobody_who_has_more()
    {
        var delegated = Holding(Roles.Librarian, "Platform.User.Write", "Platform.ApiKey.Manage");
        await centre.Refused("Platform.User.BeyondOwnRights", new CreateUser.Command(null, "Climber", "climber@rights.example", "en", null, [Roles.Administrator], Password), delegated);
        await centre.Refused("Platform.User.BeyondOwnRights", new CreateApiKey.Command("Climber", [Roles.Administrator], null), delegated);
        await centre.Refused("Platform.User.BeyondOwnRights", Edit(inSeoul, Seoul, Roles.Librarian, Roles.ServiceDirector), delegated);
        await centre.Refused("Platform.User.Wider", new ResetPassword.Command(head, "another quiet river"), delegated);
        await centre.Refused("Platform.User.Wider", Edit(head, null, Roles.Librarian), delegated);
        await centre.Ok(new CreateUser.Command(null, "Equal", "equal@rights.example", "en", null, [Roles.Librarian], Password), delegated);
        await centre.Ok(new ResetPassword.Command(inSeoul, "another quiet river"), delegated);
    }

    [Fact]
    public async Task What_a_role_was_granted_beside_the_proposal_counts_when_rights_are_compared()
    {
        var table = centre.Services.GetRequiredService<PermissionTable>();
        var delegated = Holding(Roles.Librarian, "Platform.User.Write");
        await centre.Ok(new CreateUser.Command(null, "Before", "before@rights.example", "en", null, [Roles.Librarian], Password), delegated);
        table.Override(new Dictionary<string, bool> { ["Librarian|Platform.Audit.Read"] = true });
        await centre.Refused("Platform.User.BeyondOwnRights", new CreateUser.Command(null, "After", "after@rights.example", "en", null, [Roles.Librarian], Password), delegated);
    }

    [Fact]
    public async Task Keys_are_seen_made_and_revoked_in_ones_own_branch_only()
    {
        var everywhere = (await centre.Ok(new CreateApiKey.Command("Everywhere", [Roles.Librarian], null), OfAll)).Id;
        var there = (await centre.Ok(new CreateApiKey.Command("There", [Roles.Librarian], Seoul), OfAll)).Id;
        var here = (await centre.Ok(new CreateApiKey.Command("Here", [Roles.Librarian], Berlin), OfBerlin)).Id;
        await centre.Refused("Platform.ApiKey.NotFound", new RevokeApiKey.Command(everywhere), OfBerlin);
        await centre.Refused("Platform.ApiKey.NotFound", new RevokeApiKey.Command(there), OfBerlin);
        await centre.Refused("Platform.ApiKey.Wider", new RevokeApiKey.Command(everywhere), Holding(Roles.FeedbackOfficer, "Platform.ApiKey.Manage"));
        Assert.Equal([here], (await centre.Ok(new ListApiKeys.Query(), OfBerlin)).Select(k => k.Id));
        await centre.Ok(new RevokeApiKey.Command(here), OfBerlin);
    }

    [Fact]
    public async Task What_belongs_to_all_is_changed_by_those_of_all_only()
    {
        await OfAllOnly(new ChangePermission.Command(Roles.Librarian, "Platform.Audit.Read", true));
        await OfAllOnly(new CloseBranch.Command(Berlin));
        await OfAllOnly(new ReopenBranch.Command(Berlin));
        await OfAllOnly(new CreateBranch.Command(null, "MUC", "Munich", "Europe/Berlin", "EUR", "en"));
        await OfAllOnly(new RunJob.Command("Platform.SealAudit"));
        await OfAllOnly(new CancelJob.Command("Platform.SealAudit"));
        await OfAllOnly(new EditTemplate.Command("any", "en", "Subject", "Body", null));
        await OfAllOnly(new RestoreTemplate.Command("any", "en"));
        await OfAllOnly(new ResubmitDeadLetters.Command(null));
        await OfAllOnly(new ListDeadLetters.Query());
        await OfAllOnly(new VerifyAudit.Query());
        await centre.Refused("Platform.Branch.NotFound", new EditBranch.Command(Seoul, "Mine", "Asia/Seoul", "KRW", "ko"), OfBerlin);
        await centre.Refused("Platform.Branch.NotFound", new AddHoliday.Command(Seoul, new LocalDate(2026, 5, 1), "Mine"), OfBerlin);
        await centre.Ok(new EditBranch.Command(Berlin, "Berlin, renamed", "Europe/Berlin", "EUR", "en"), OfBerlin);

        Task OfAllOnly<T>(IRequest<T> request) => centre.Refused("Platform.OfAllBranches", request, OfBerlin);
    }

    [Fact]
    public async Task The_people_of_the_only_branch_answer_for_all_until_there_is_a_second()
    {
        var grant = new ChangePermission.Command(Roles.Librarian, "Platform.Audit.Read", true);
        await using (var alone = await TestCentre.StartAsync(container => container.RegisterInstance(new TestBranches { All = [TestBranches.Berlin] }).As<IBranches>()))
        {
            await alone.Ok(grant, OfBerlin);
        }

        await centre.Refused("Platform.OfAllBranches", grant, OfBerlin);
    }

    [Fact]
    public async Task Nobody_grants_or_withholds_what_they_do_not_hold()
    {
        var delegated = Holding(Roles.Librarian, "Platform.Permission.Change");
        await centre.Refused("Platform.Permission.NotOwn", new ChangePermission.Command(Roles.Librarian, "Platform.User.Write", true), delegated);
        await centre.Refused("Platform.Permission.NotOwn", new ChangePermission.Command(Roles.ServiceDirector, "Platform.Audit.Read", false), delegated);
        await centre.Ok(new ChangePermission.Command(Roles.Librarian, "Platform.Permission.Change", true), delegated);
    }

    [Fact]
    public async Task The_last_administrator_of_all_stays_one_whoever_administers_a_branch()
    {
        await centre.Refused("Platform.User.LastAdministrator", new ActivateUser.Command(head, false), OfAll);
        await centre.Refused("Platform.User.LastAdministrator", Edit(head, null, Roles.Librarian), OfAll);
        await centre.Refused("Platform.User.LastAdministrator", Edit(head, Berlin, Roles.Administrator), OfAll);
        await Make("second", null, Roles.Administrator);
        await centre.Ok(new ActivateUser.Command(head, false), OfAll);
    }

    [Fact]
    public async Task The_audit_trail_tells_those_of_a_branch_what_concerns_theirs()
    {
        await centre.Ok(Edit(inSeoul, Seoul, Roles.Librarian), OfAll);
        await centre.Ok(new ChangePermission.Command(Roles.Librarian, "Platform.Audit.Read", true), OfAll);
        var seen = (await centre.Ok(new ListAudit.Query(new ListQuery { Path = "" }), OfBerlin)).Items;
        Assert.Contains(seen, a => a.EntityId == inBerlin);
        Assert.DoesNotContain(seen, a => a.EntityId == inSeoul || a.EntityId == head || a.UseCase == "ChangePermission");
        var all = (await centre.Ok(new ListAudit.Query(new ListQuery { Path = "" }), OfAll)).Items;
        Assert.Contains(all, a => a.EntityId == inSeoul && a.UseCase == "EditUser");
        Assert.Contains(all, a => a.UseCase == "ChangePermission");
    }

    [Fact]
    public async Task Live_topics_of_a_branch_are_heard_there_and_by_those_of_all()
    {
        var topics = centre.Services.GetRequiredService<LiveTopics>();
        await using var berlin = topics.Listen(new LiveListener(null, Berlin, () => true), CancellationToken.None).GetAsyncEnumerator();
        await using var seoul = topics.Listen(new LiveListener(null, Seoul, () => true), CancellationToken.None).GetAsyncEnumerator();
        await using var all = topics.Listen(new LiveListener(null, null, () => true), CancellationToken.None).GetAsyncEnumerator();
        foreach (var listener in new[] { berlin, seoul, all })
        {
            await listener.MoveNextAsync();
        }

        await centre.Ok(Edit(inBerlin, Berlin, Roles.Administrator, Roles.Librarian), OfBerlin);
        topics.Publish("end");
        Assert.Equal(["platform", "end"], await Heard(berlin));
        Assert.Equal(["end"], await Heard(seoul));
        Assert.Equal(["platform", "end"], await Heard(all));

        static async Task<List<string>> Heard(IAsyncEnumerator<System.Net.ServerSentEvents.SseItem<string>> listener)
        {
            var heard = new List<string>();
            while (heard is not [.., "end"] && await listener.MoveNextAsync())
            {
                heard.Add(listener.Current.EventType);
            }

            return heard;
        }
    }

    [Fact]
    public void The_deputy_general_manager_reads_what_the_service_director_reads()
    {
        var table = centre.Services.GetRequiredService<PermissionTable>();
        var deputy = table.Of([Roles.DeputyGeneralManager]);
        Assert.Equal(table.Of([Roles.ServiceDirector]).Where(p => p.EndsWith(".Read", StringComparison.Ordinal)).Order(), deputy.Order());
        Assert.Contains("Platform.Audit.Read", deputy);
    }

    [Fact]
    public async Task A_key_ends_by_itself_and_administrators_are_reminded_two_weeks_before()
    {
        var made = await centre.Ok(new CreateApiKey.Command("Robot", [Roles.Librarian], null, 30), OfAll);
        Assert.Equal(centre.Now + Duration.FromDays(30), made.ExpiresAt);
        Assert.Equal(centre.Now + Duration.FromDays(365), (await centre.Ok(new CreateApiKey.Command("Usual", [Roles.Librarian], null), OfAll)).ExpiresAt);
        await centre.Refused("Platform.ApiKey.Days", new CreateApiKey.Command("Eternal", [Roles.Librarian], null, 4000), OfAll);
        var directory = centre.Services.GetRequiredService<UserDirectory>();
        Assert.NotNull(directory.Machine(UserServices.Fingerprint(made.Key), "Test"));
        Assert.DoesNotContain((await StartPage()).Tiles, t => t.Href == "/platform/api-keys");

        centre.Advance(Duration.FromDays(17));
        Assert.Equal("1", (await StartPage()).Tiles.Single(t => t.Href == "/platform/api-keys").Number);
        Assert.Equal(ApiKeyState.EndsSoon, (await Key()).State);
        centre.Advance(Duration.FromDays(14));
        Assert.Null(directory.Machine(UserServices.Fingerprint(made.Key), "Test"));
        Assert.Equal(ApiKeyState.Expired, (await Key()).State);

        async Task<ListApiKeys.Row> Key() => (await centre.Ok(new ListApiKeys.Query(), OfAll)).Single(k => k.Id == made.Id);
        Task<StartPageContent> StartPage() => centre.Ok(new Home.Features.GetStartPage.Query(), OfAll);
    }

    private static EditUser.Command Edit(Guid id, Guid? branchId, params string[] roles) => new(id, null, $"Edited {id:N}", $"{id:N}@rights.example", "en", branchId, roles);

    private async Task<Guid> Make(string name, Guid? branchId, string role) =>
        (await centre.Ok(new CreateUser.Command(null, name, $"{name}@rights.example", "en", branchId, [role], Password))).Id;

    private Caller Holding(string role, params string[] more) => new()
    {
        UserId = Guid.Parse("00000000-0000-7000-8000-0000000000de"),
        Name = "Delegate",
        Roles = [role],
        Permissions = centre.Services.GetRequiredService<PermissionTable>().Of([role]).Concat(more).ToHashSet(),
    };
}
