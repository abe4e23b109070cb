using System.Net;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using ServiceErp.Platform.Live;
using ServiceErp.Platform.Modules;
using ServiceErp.Platform.Users;
using ServiceErp.Platform.Users.Features;
using ServiceErp.Testing;

namespace ServiceErp.Platform.Tests.Users;

public sealed class SignInTests : IAsyncLifetime
{
    private const string Email = "owner@sign-in.example";
    private const string Password = "quiet river stones";
    private static readonly Guid Laptop = Guid.Parse("00000000-0000-7000-8000-0000000000aa");
    private TestCentre centre = null!;
    private Guid owner;

    private SessionDirectory Sessions => centre.Services.GetRequiredService<SessionDirectory>();

    public async Task InitializeAsync()
    {
        centre = await TestCentre.StartAsync();
        owner = (await centre.Ok(new CreateUser.Command(null, "Olive Tree", Email, "en", null, [Roles.Administrator], Password))).Id;
    }

    public async Task DisposeAsync() => await centre.DisposeAsync();

    [Fact]
    public async Task Guesses_from_many_places_lock_out_unknown_browsers_and_never_the_owners_own()
    {
        for (var guess = 0; guess < 50; guess++)
        {
            Assert.Null((await Try($"wrong guess {guess}", new Visitor($"203.0.113.{guess / 4}", ""))).UserId);
        }

        Assert.Null((await Try(Password, new Visitor("198.51.100.1", ""))).UserId);
        Assert.Equal(owner, (await Try(Password, new Visitor("198.51.100.1", "", Laptop, [owner]))).UserId);
        Assert.Null((await Try(Password, new Visitor("198.51.100.1", "", Laptop, [Guid.Parse("00000000-0000-7000-8000-0000000000bb")]))).UserId);

        centre.Advance(Duration.FromMinutes(61));
        Assert.Equal(owner, (await Try(Password, new Visitor("198.51.100.1", ""))).UserId);
    }

    [Fact]
    public async Task One_place_is_locked_out_for_a_quarter_of_an_hour_for_this_account_and_no_other()
    {
        var place = new Visitor("203.0.113.1", "");
        var other = (await centre.Ok(new CreateUser.Command(null, "Second", "second@sign-in.example", "en", null, [Roles.Librarian], Password))).Id;
        for (var guess = 0; guess < 5; guess++)
        {
            await Try("a wrong guess", place);
        }

        Assert.Null((await Try(Password, place)).UserId);
        Assert.Equal(other, (await centre.Ok(new SignIn.Command("second@sign-in.example", Password, place))).UserId);
        Assert.Equal(owner, (await Try(Password, place with { Address = "203.0.113.2" })).UserId);
        centre.Advance(Duration.FromMinutes(16));
        Assert.Equal(owner, (await Try(Password, place)).UserId);
    }

    [Fact]
    public async Task Of_many_guesses_at_the_same_moment_five_are_heard_and_the_right_one_behind_them_is_not()
    {
        var place = new Visitor("203.0.113.1", "");
        var guesses = await Task.WhenAll(Enumerable.Range(0, 8).Select(guess => Try($"wrong guess {guess}", place)));
        Assert.All(guesses, g => Assert.Null(g.UserId));
        Assert.Null((await Try(Password, place)).UserId);
        Assert.Equal(5, (await centre.Ok(new GetUser.Query(owner))).FailedSignIns);
    }

    [Fact]
    public async Task A_session_ends_after_a_day_however_busy_and_after_half_a_day_of_silence()
    {
        var busy = (await Try(Password, new Visitor("198.51.100.1", ""))).SessionId!.Value;
        var idle = (await Try(Password, new Visitor("198.51.100.2", ""))).SessionId!.Value;
        for (var hour = 0; hour < 23; hour++)
        {
            centre.Advance(Duration.FromHours(1));
            Assert.Equal(owner, Sessions.Enter(busy));
            Assert.Equal(hour < 11, Sessions.IsLiving(idle));
        }

        centre.Advance(Duration.FromHours(1));
        Assert.Null(Sessions.Enter(busy));
    }

    [Fact]
    public async Task A_new_password_ends_the_sessions_that_others_may_hold()
    {
        var session = (await Try(Password, new Visitor("198.51.100.1", ""))).SessionId!.Value;
        var other = (await Try(Password, new Visitor("198.51.100.2", ""))).SessionId!.Value;
        var caller = centre.As(Roles.Administrator) with { UserId = owner, SessionId = session };
        await centre.Ok(new ChangePassword.Command(Password, "another quiet river", "another quiet river"), caller);
        Assert.True(Sessions.IsLiving(session));
        Assert.False(Sessions.IsLiving(other));
        await centre.Ok(new ResetPassword.Command(owner, "third quiet river"));
        Assert.False(Sessions.IsLiving(session));
    }

    [Fact]
    public async Task A_live_stream_ends_with_its_session()
    {
        var session = (await Try(Password, new Visitor("198.51.100.1", ""))).SessionId!.Value;
        var topics = centre.Services.GetRequiredService<LiveTopics>();
        await using var stream = topics.Listen(new LiveListener(owner, null, () => Sessions.IsLiving(session)), CancellationToken.None).GetAsyncEnumerator();
        await stream.MoveNextAsync();
        topics.Publish("orders");
        Assert.True(await stream.MoveNextAsync());
        await centre.Ok(new EndSessions.Command(owner));
        topics.Publish("orders");
        Assert.False(await stream.MoveNextAsync());
        Assert.Equal(0, topics.Listeners);
    }

    [Fact]
    public async Task One_user_has_so_many_streams_and_no_more()
    {
        var topics = centre.Services.GetRequiredService<LiveTopics>();
        using var leave = new CancellationTokenSource();
        for (var stream = 0; stream < LiveTopics.MostStreams; stream++)
        {
            Assert.True(topics.HasRoomFor(owner));
            await topics.Listen(new LiveListener(owner, null, () => true), leave.Token).GetAsyncEnumerator().MoveNextAsync();
        }

        Assert.False(topics.HasRoomFor(owner));
        Assert.True(topics.HasRoomFor(Laptop));
        await leave.CancelAsync();
    }

    [Theory]
    [InlineData("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36 Edg/140.0", "Edge, Windows")]
    [InlineData("Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1", "Safari, iPhone")]
    [InlineData("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0", "Firefox, Linux")]
    [InlineData("", "?")]
    public void A_browser_is_named_in_two_words(string agent, string expected) => Assert.Equal(expected, Visitor.InWords(agent));

    [Theory]
    [InlineData("::ffff:203.0.113.7", "203.0.113.7")]
    [InlineData("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64")]
    [InlineData("203.0.113.7", "203.0.113.7")]
    public void Failures_are_counted_by_the_network_of_one_household(string address, string expected) => Assert.Equal(expected, Visitor.Network(IPAddress.Parse(address)));

    private Task<SignIn.Answer> Try(string password, Visitor from) => centre.Ok(new SignIn.Command(Email, password, from));
}
