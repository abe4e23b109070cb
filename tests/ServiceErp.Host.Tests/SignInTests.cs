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
    private const string FirstPassword = "seven grey herons";
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
        for (var attempt = 1; attempt <= 5; attempt++)
        {
            Assert.Contains("is not right", await (await tom.SignInAsync("tom@centre.example", "a wrong guess")).Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        Assert.Contains("is not right", await (await tom.SignInAsync("tom@centre.example", Password)).Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("Locked out", await centre.Administrator.ReadAsync($"/platform/users/{id}"), StringComparison.Ordinal);

        await centre.Administrator.PostAsync($"/platform/users/{id}/unlock");
        await tom.SignInAsync("tom@centre.example", Password);
        Assert.True(await tom.IsSignedInAsync());
    }

    [Fact]
    public async Task An_unknown_address_is_answered_as_a_wrong_password_is()
    {
        await New("olga", "Librarian");
        for (var attempt = 1; attempt <= 7; attempt++)
        {
            Assert.Equal(await Answer("olga@centre.example"), await Answer("nobd@centre.example")); // locked out or not
        }

        async Task<string> Answer(string email)
        {
            var answer = await centre.Site.Visit("203.0.113.20").SignInAsync(email, "a wrong guess");
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            var page = await answer.Content.ReadAsStringAsync();
            Assert.Contains("is not right", page, StringComparison.Ordinal);
            return System.Text.RegularExpressions.Regex.Replace(page.Replace(email, "", StringComparison.Ordinal), "CfDJ8[A-Za-z0-9_-]+|value=\"[0-9a-f-]{36}\"", "");
        }
    }

    [Fact]
    public async Task A_stranger_locks_out_the_place_of_the_stranger_and_not_the_owner()
    {
        await New("walter", "WarehouseKeeper");
        var stranger = centre.Site.Visit("203.0.113.7");
        for (var attempt = 1; attempt <= 6; attempt++)
        {
            await stranger.SignInAsync("walter@centre.example", $"guess number {attempt}");
        }

        await stranger.SignInAsync("walter@centre.example", Password);
        Assert.False(await stranger.IsSignedInAsync());
        var owner = centre.Site.Visit("198.51.100.2");
        await owner.SignInAsync("walter@centre.example", Password);
        Assert.True(await owner.IsSignedInAsync());
    }

    [Fact]
    public async Task A_copied_cookie_is_dead_as_soon_as_its_owner_has_signed_out()
    {
        await New("frida", "FeedbackOfficer");
        var owner = centre.Site.Visit();
        var answer = await owner.SignInAsync("frida@centre.example", Password);
        var cookie = answer.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("session=", StringComparison.Ordinal)).Split(';')[0];
        Assert.Equal(HttpStatusCode.OK, await Copy());
        await owner.PostAsync("/sign-out");
        Assert.Equal(HttpStatusCode.Redirect, await Copy());

        async Task<HttpStatusCode> Copy()
        {
            var thief = centre.Site.Visit();
            using var request = new HttpRequestMessage(HttpMethod.Get, "/reception/requests") { Headers = { { "Cookie", cookie } } };
            return (await thief.Http.SendAsync(request)).StatusCode;
        }
    }

    [Fact]
    public async Task Ones_sessions_are_listed_and_each_can_be_ended()
    {
        var (here, _) = await SignedIn("lucia", "Accountant");
        var there = centre.Site.Visit();
        there.Http.DefaultRequestHeaders.Add("User-Agent", "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0");
        await there.SignInAsync("lucia@centre.example", Password);
        Assert.Contains("Firefox, Windows", await here.ReadAsync("/account"), StringComparison.Ordinal);
        var sessions = (await (await here.GetAsync("/api/v1/platform/account/sessions")).Content.ReadFromJsonAsync<JsonElement>()).EnumerateArray().ToArray();
        var other = sessions.Single(s => s.GetProperty("device").GetString() == "Firefox, Windows");
        Assert.False(other.GetProperty("isThis").GetBoolean());
        Assert.Single(sessions, s => s.GetProperty("isThis").GetBoolean());
        Assert.Equal("Platform.Session.NotFound", await (await centre.Administrator.SendAsync(HttpMethod.Post, $"/api/v1/platform/account/sessions/{other.GetProperty("id").GetGuid()}/end")).CodeAsync(HttpStatusCode.NotFound));
        Assert.True(await there.IsSignedInAsync());
        await here.PostAsync($"/account/sessions/{other.GetProperty("id").GetGuid()}/end");
        Assert.False(await there.IsSignedInAsync());
        Assert.True(await here.IsSignedInAsync());
    }

    [Fact]
    public async Task Whoever_was_given_a_password_does_nothing_before_choosing_another()
    {
        await centre.Administrator.MakeUserAsync("nora@centre.example", FirstPassword, "BranchManager");
        var nora = centre.Site.Visit();
        await nora.SignInAsync("nora@centre.example", FirstPassword);
        Assert.Equal("/account", (await nora.GetAsync("/platform/users")).Headers.Location?.ToString());
        Assert.Equal("Platform.User.PasswordNotOwn", await (await nora.GetAsync("/api/v1/platform/users")).CodeAsync(HttpStatusCode.Forbidden));
        Assert.Contains("somebody else knows the present one", await nora.ReadAsync("/account"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Choose(FirstPassword)).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await Choose(Password)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await nora.GetAsync("/platform/users")).StatusCode);

        Task<HttpResponseMessage> Choose(string password) =>
            nora.PostAsync("/account/password", new() { ["CurrentPassword"] = FirstPassword, ["NewPassword"] = password, ["RepeatedPassword"] = password });
    }

    [Theory]
    [InlineData("password1234", "Platform.User.PasswordGuessed")]
    [InlineData("qwertyuiop123", "Platform.User.PasswordGuessed")]
    [InlineData("1234567890123", "Platform.User.PasswordGuessed")]
    [InlineData("serviceerp2026", "Platform.User.PasswordGuessed")]
    [InlineData("my name is Ulrike", "Platform.User.PasswordPersonal")]
    public async Task A_password_that_is_tried_first_is_refused(string password, string code)
    {
        var answer = await centre.Administrator.SendAsync(HttpMethod.Post, "/api/v1/platform/users", new { name = "Ulrike Voss", email = "uv@elsewhere.example", language = "en", roles = new[] { "Librarian" }, password });
        Assert.Equal(code, await answer.CodeAsync(HttpStatusCode.Conflict));
    }

    [Fact]
    public async Task A_machine_with_wrong_keys_is_slowed_down_and_one_with_a_right_key_is_not()
    {
        var (_, key) = await centre.Administrator.MakeKeyAsync("Librarian");
        var guesser = centre.Site.Visit("203.0.113.99").Http;
        for (var guess = 1; guess <= 20; guess++)
        {
            Assert.Equal(HttpStatusCode.Unauthorized, (await Try($"erp_guess{guess}")).StatusCode);
        }

        var slowed = await Try("erp_guess21");
        Assert.Equal("Platform.TooMany", await slowed.CodeAsync(HttpStatusCode.TooManyRequests));
        Assert.NotNull(slowed.Headers.RetryAfter);
        Assert.Equal(HttpStatusCode.OK, (await Try(key)).StatusCode);

        async Task<HttpResponseMessage> Try(string key)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/platform/start-page") { Headers = { { "X-Api-Key", key } } };
            return await guesser.SendAsync(request);
        }
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
        await bound.SignInFirstAsync("bound@branches.example", Password, "four brown sparrows");
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
        await centre.Administrator.PostAsync($"/platform/users/{id}/password", new() { ["Password"] = "three slow yellow trams" });
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
        await centre.Administrator.MakeUserAsync($"{name}@centre.example", FirstPassword, role);
        await centre.Site.Visit().SignInFirstAsync($"{name}@centre.example", FirstPassword, Password);
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
