using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using ServiceErp.Platform.Branches;

namespace ServiceErp.Host.Tests;

/// <summary>A centre that is set up once; the tests in a class share it and use people of their own.</summary>
public sealed class SetUpWebsite : IAsyncLifetime
{
    public Website Site { get; } = new();

    public Visitor Administrator { get; private set; } = null!;

    public async Task InitializeAsync() => Administrator = await Site.SetUpAsync();

    public async Task DisposeAsync() => await Site.DisposeAsync();
}

[CollectionDefinition("set-up website")]
public sealed class SetUpWebsiteCollection : ICollectionFixture<SetUpWebsite>;

[Collection("set-up website")]
public sealed class SignInTests(SetUpWebsite centre)
{
    private const string Password = "quiet river stones";

    [Fact]
    public async Task The_right_password_opens_the_start_page_and_signing_out_closes_it()
    {
        var rita = await New("rita", "Receptionist");
        Assert.False(await rita.IsSignedInAsync());

        var answer = await rita.SignInAsync("rita@centre.example", Password);
        Assert.Equal((HttpStatusCode.SeeOther, "/"), (answer.StatusCode, answer.Headers.Location?.ToString()));
        var page = await rita.ReadAsync("/");
        Assert.Contains("rita", page, StringComparison.Ordinal);
        Assert.Contains("Receptionist", page, StringComparison.Ordinal);

        await rita.PostAsync("/sign-out");
        Assert.False(await rita.IsSignedInAsync());
    }

    [Fact]
    public async Task Five_wrong_passwords_lock_out_and_an_administrator_unlocks()
    {
        var tom = await New("tom", "Technician");
        var id = centre.Site.User("tom@centre.example").Id;
        for (var attempt = 1; attempt <= 4; attempt++)
        {
            Assert.Contains("is not right", await (await tom.SignInAsync("tom@centre.example", "a wrong guess")).Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        Assert.Contains("too many failed attempts", await (await tom.SignInAsync("tom@centre.example", "a wrong guess")).Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("too many failed attempts", await (await tom.SignInAsync("tom@centre.example", Password)).Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("Locked out", await centre.Administrator.ReadAsync($"/platform/users/{id}"), StringComparison.Ordinal);

        await centre.Administrator.PostAsync($"/platform/users/{id}/unlock");
        await tom.SignInAsync("tom@centre.example", Password);
        Assert.True(await tom.IsSignedInAsync());
    }

    [Fact]
    public async Task An_unknown_address_is_answered_as_a_wrong_password_is()
    {
        await New("olga", "Librarian");
        var unknown = await centre.Site.Visit().SignInAsync("nobody@centre.example", "a wrong guess");
        var wrong = await centre.Site.Visit().SignInAsync("olga@centre.example", "a wrong guess");
        Assert.Equal(wrong.StatusCode, unknown.StatusCode);
        Assert.Contains("is not right", await unknown.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_closed_account_ends_its_sessions_at_once_and_a_reopened_one_signs_in_again()
    {
        var (ines, id) = await SignedIn("ines", "QualityInspector");
        await centre.Administrator.PostAsync($"/platform/users/{id}/activate", new() { ["Active"] = "false" });
        Assert.False(await ines.IsSignedInAsync());
        await ines.SignInAsync("ines@centre.example", Password);
        Assert.False(await ines.IsSignedInAsync());

        await centre.Administrator.PostAsync($"/platform/users/{id}/activate", new() { ["Active"] = "true" });
        await ines.SignInAsync("ines@centre.example", Password);
        Assert.True(await ines.IsSignedInAsync());
    }

    [Fact]
    public async Task A_role_that_was_given_or_taken_is_in_force_with_the_next_click()
    {
        var (lena, id) = await SignedIn("lena", "Librarian");
        Assert.Equal(HttpStatusCode.Forbidden, (await lena.GetAsync("/platform/users")).StatusCode);
        var version = (await (await centre.Administrator.GetAsync($"/api/v1/platform/users/{id}")).Content.ReadFromJsonAsync<JsonElement>()).GetProperty("version").GetInt32();
        var edited = await centre.Administrator.SendAsync(
            HttpMethod.Put, $"/api/v1/platform/users/{id}", new { version, name = "Lena", email = "lena@centre.example", language = "en", roles = new[] { "BranchManager" } });
        Assert.Equal(HttpStatusCode.OK, edited.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await lena.GetAsync("/platform/users")).StatusCode);

        var stale = await centre.Administrator.SendAsync(
            HttpMethod.Put, $"/api/v1/platform/users/{id}", new { version, name = "Lena", email = "lena@centre.example", language = "en", roles = new[] { "Librarian" } });
        Assert.Equal("Platform.Stale", await stale.CodeAsync(HttpStatusCode.Conflict));
    }

    [Fact]
    public async Task Ones_own_new_password_keeps_this_session_and_ends_the_others()
    {
        var (here, _) = await SignedIn("anna", "Accountant");
        var there = centre.Site.Visit();
        await there.SignInAsync("anna@centre.example", Password);
        Assert.True(await there.IsSignedInAsync());

        var fields = new Dictionary<string, string> { ["CurrentPassword"] = "not the present one", ["NewPassword"] = "another river bed", ["RepeatedPassword"] = "another river bed" };
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await here.PostAsync("/account/password", fields)).StatusCode);
        fields["CurrentPassword"] = Password;
        Assert.Equal(HttpStatusCode.SeeOther, (await here.PostAsync("/account/password", fields)).StatusCode);

        Assert.True(await here.IsSignedInAsync());
        Assert.False(await there.IsSignedInAsync());
        await there.SignInAsync("anna@centre.example", "another river bed");
        Assert.True(await there.IsSignedInAsync());
    }

    [Fact]
    public async Task Signing_out_everywhere_ends_every_session()
    {
        var (here, _) = await SignedIn("boris", "BranchManager");
        var there = centre.Site.Visit();
        await there.SignInAsync("boris@centre.example", Password);
        await here.PostAsync("/account/sessions/end");
        Assert.False(await here.IsSignedInAsync());
        Assert.False(await there.IsSignedInAsync());
    }

    [Theory]
    [InlineData("?next=%2Fplatform%2Fusers", "/platform/users")]
    [InlineData("?next=https%3A%2F%2Felsewhere.example", "/")]
    [InlineData("?next=%2F%2Felsewhere.example", "/")]
    [InlineData("?next=%2F%5Celsewhere.example", "/")]
    public async Task After_signing_in_one_goes_to_an_address_of_this_program_only(string next, string expected)
    {
        var visitor = centre.Site.Visit();
        var answer = await visitor.SignInAsync(Website.AdministratorsEmail, Website.AdministratorsPassword, next);
        Assert.Equal(expected, answer.Headers.Location?.ToString());
    }

    [Fact]
    public async Task Outside_of_the_demo_nobody_is_signed_in_by_one_click()
    {
        var visitor = centre.Site.Visit();
        var id = centre.Site.User(Website.AdministratorsEmail).Id;
        await visitor.PostAsync("/sign-in/demo", new() { ["UserId"] = id.ToString() }, from: "/sign-in");
        Assert.False(await visitor.IsSignedInAsync());
    }

    [Fact]
    public async Task The_last_administrator_can_neither_leave_nor_give_up_the_role()
    {
        var id = centre.Site.User(Website.AdministratorsEmail).Id;
        var left = await centre.Administrator.SendAsync(HttpMethod.Post, $"/api/v1/platform/users/{id}/activate", new { active = false });
        Assert.Equal("Platform.User.OwnAccount", await left.CodeAsync(HttpStatusCode.Conflict));
        var resigned = await centre.Administrator.SendAsync(
            HttpMethod.Put, $"/api/v1/platform/users/{id}", new { name = "Ada", email = Website.AdministratorsEmail, language = "en", roles = new[] { "Librarian" } });
        Assert.Equal("Platform.User.LastAdministrator", await resigned.CodeAsync(HttpStatusCode.Conflict));
    }

    [Fact]
    public async Task Rights_are_given_in_branches_that_exist_and_not_beyond_the_givers_own()
    {
        var administrator = centre.Administrator;
        var missing = Guid.Parse("00000000-0000-7000-8000-00000000dead");
        object User(string name, Guid? branchId) => new { name, email = $"{name}@branches.example", language = "en", roles = new[] { "Administrator" }, password = Password, branchId };
        Assert.Equal("Platform.Branch.NotFound", await (await administrator.SendAsync(HttpMethod.Post, "/api/v1/platform/users", User("nobody", missing))).CodeAsync(HttpStatusCode.NotFound));
        Assert.Equal("Platform.Branch.NotFound", await (await administrator.SendAsync(HttpMethod.Post, "/api/v1/platform/api-keys", new { name = "nobody", roles = new[] { "Librarian" }, branchId = missing })).CodeAsync(HttpStatusCode.NotFound));

        var branches = centre.Site.Services.GetRequiredService<IBranches>();
        var own = branches.All[0].Id;
        var other = await administrator.SendAsync(HttpMethod.Post, "/api/v1/platform/branches", new { code = "OTHER", name = "Another branch", zone = "Europe/Berlin", currency = "EUR", language = "en" });
        Assert.True(other.IsSuccessStatusCode, await other.Content.ReadAsStringAsync());
        var otherId = (await other.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid();
        Assert.True((await administrator.SendAsync(HttpMethod.Post, "/api/v1/platform/users", User("bound", own))).IsSuccessStatusCode);
        var bound = centre.Site.Visit();
        await bound.SignInAsync("bound@branches.example", Password);
        Assert.Equal("Platform.Branch.NotFound", await (await bound.SendAsync(HttpMethod.Post, "/api/v1/platform/users", User("beyond", otherId))).CodeAsync(HttpStatusCode.NotFound));
        Assert.Equal("Platform.User.BranchMissing", await (await bound.SendAsync(HttpMethod.Post, "/api/v1/platform/users", User("everywhere", null))).CodeAsync(HttpStatusCode.BadRequest));
        var id = centre.Site.User("bound@branches.example").Id;
        Assert.Equal("Platform.Branch.NotFound", await (await bound.SendAsync(
            HttpMethod.Put, $"/api/v1/platform/users/{id}", new { name = "bound", email = "bound@branches.example", language = "en", roles = new[] { "Administrator" }, branchId = otherId })).CodeAsync(HttpStatusCode.NotFound));
        Assert.True((await bound.SendAsync(HttpMethod.Post, "/api/v1/platform/users", User("beside", own))).IsSuccessStatusCode);
    }

    [Fact]
    public async Task A_sign_in_and_a_failed_one_stand_in_the_audit_trail_and_no_secret_does()
    {
        var (_, id) = await SignedIn("greta", "FeedbackOfficer");
        await centre.Administrator.PostAsync($"/platform/users/{id}/password", new() { ["Password"] = "a third long password" });
        var trail = await centre.Administrator.ReadAsync($"/api/v1/platform/audit?entityId={id}");
        Assert.Contains("SignIn", trail, StringComparison.Ordinal);
        Assert.Contains("ResetPassword", trail, StringComparison.Ordinal);
        Assert.Contains("PasswordHash", trail, StringComparison.Ordinal);
        Assert.DoesNotContain("AQAAAA", trail, StringComparison.Ordinal); // how Identity's hashes begin
        Assert.DoesNotContain(Password, trail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_speak_the_language_of_the_account_until_the_browser_chooses_another()
    {
        var (pilar, _) = await SignedIn("pilar", "Receptionist");
        await pilar.PostAsync("/account/language", new() { ["Language"] = "es" });
        Assert.Contains("lang=\"es\"", await pilar.ReadAsync("/account"), StringComparison.Ordinal);
        await pilar.PostAsync("/preferences/culture", new() { ["value"] = "ko", ["next"] = "/account" });
        Assert.Contains("lang=\"ko\"", await pilar.ReadAsync("/account"), StringComparison.Ordinal);
    }

    private async Task<Visitor> New(string name, string role)
    {
        await centre.Administrator.MakeUserAsync($"{name}@centre.example", Password, role);
        return centre.Site.Visit();
    }

    private async Task<(Visitor Visitor, Guid Id)> SignedIn(string name, string role)
    {
        var visitor = await New(name, role);
        await visitor.SignInAsync($"{name}@centre.example", Password);
        Assert.True(await visitor.IsSignedInAsync());
        return (visitor, centre.Site.User($"{name}@centre.example").Id);
    }
}
