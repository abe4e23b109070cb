using System.Net;
using Microsoft.Extensions.DependencyInjection;
using ServiceErp.Platform.Live;
using ServiceErp.Platform.Modules;
using ServiceErp.Testing;

namespace ServiceErp.Platform.Tests.Live;

public sealed class LiveTests : IAsyncLifetime
{
    private static readonly LiveListener Anybody = new(null, null, () => true);

    private TestCentre centre = null!;

    private LiveTopics Topics => centre.Services.GetRequiredService<LiveTopics>();

    public async Task InitializeAsync() => centre = await TestCentre.StartAsync();

    public async Task DisposeAsync() => await centre.DisposeAsync();

    [Fact]
    public async Task Every_listener_hears_the_name_of_the_topic_and_nothing_else()
    {
        using var leave = new CancellationTokenSource();
        await using var one = Topics.Listen(Anybody, leave.Token).GetAsyncEnumerator();
        await using var two = Topics.Listen(Anybody, leave.Token).GetAsyncEnumerator();
        await one.MoveNextAsync();
        await two.MoveNextAsync();
        Assert.Equal("ping", one.Current.EventType);

        Topics.Publish("orders");
        await one.MoveNextAsync();
        await two.MoveNextAsync();
        Assert.Equal(("orders", ""), (one.Current.EventType, one.Current.Data));
        Assert.Equal("orders", two.Current.EventType);
    }

    [Fact]
    public async Task Who_leaves_is_forgotten_and_who_lags_behind_costs_no_memory()
    {
        using var leave = new CancellationTokenSource();
        await using (var listener = Topics.Listen(Anybody, leave.Token).GetAsyncEnumerator())
        {
            await listener.MoveNextAsync();
            Assert.Equal(1, Topics.Listeners);
            for (var i = 0; i < 10_000; i++)
            {
                Topics.Publish("orders");
            }

            var heard = 0;
            for (Topics.Publish("end"); listener.Current.EventType != "end"; heard++)
            {
                await listener.MoveNextAsync();
            }

            Assert.InRange(heard, 1, 101);
            await leave.CancelAsync();
            Assert.False(await listener.MoveNextAsync());
        }

        Assert.Equal(0, Topics.Listeners);
    }

    [Fact]
    public async Task Over_http_it_is_a_stream_of_events_for_those_signed_in()
    {
        var client = await centre.Client(Roles.Dispatcher);
        using var answer = await client.GetAsync("/live", HttpCompletionOption.ResponseHeadersRead);
        Assert.Equal("text/event-stream", answer.Content.Headers.ContentType?.MediaType);
        using var reader = new StreamReader(await answer.Content.ReadAsStreamAsync());
        Assert.Equal("event: ping", await reader.ReadLineAsync());
        Topics.Publish("board");
        string? line;
        do
        {
            line = await reader.ReadLineAsync();
        }
        while (line is not null && line != "event: board");
        Assert.Equal("event: board", line);
        Assert.Equal(HttpStatusCode.Unauthorized, (await (await centre.Client()).GetAsync("/live")).StatusCode);
    }
}
