using System.Collections.Concurrent;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Autofac;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using ServiceErp.Platform.Modules;
using ServiceErp.Platform.Users;
using ServiceErp.Platform.Web;

namespace ServiceErp.Platform.Live;

/// <summary>
/// Tells open pages that something happened. A topic is a name and nothing else: the browser fetches its part anew with its own reader's rights (<c>LivePart</c>). Reaches the
/// readers of this host; those of another host on the same database see it when they next look.
/// </summary>
public interface ILiveTopics
{
    /// <summary>Something of this topic changed. Costs nothing when nobody listens. What a module stores is told by itself, under the module's schema, such as <c>spareparts</c>.</summary>
    /// <param name="topic">Lower case letters, digits and hyphens, such as <c>orders</c>.</param>
    /// <param name="branchId">Whose; those of other branches don't hear of it. Null belongs to all.</param>
    void Publish(string topic, Guid? branchId = null);
}

/// <summary>Who listens.</summary>
/// <param name="UserId">The user; nobody has more streams than <see cref="LiveTopics.MostStreams"/>.</param>
/// <param name="BranchId">The one branch of which they hear; null hears of all.</param>
/// <param name="GoesOn">Whether their session does; asked before each word.</param>
internal sealed record LiveListener(Guid? UserId, Guid? BranchId, Func<bool> GoesOn);

internal sealed class LiveTopics(IHostApplicationLifetime lifetime, TimeProvider? time = null) : ILiveTopics
{
    /// <summary>Open pages of one user. Enough for many tabs, and for the visitors of a demo who share a user.</summary>
    public const int MostStreams = 30;

    private const string Ping = "ping";
    private static readonly TimeSpan PingEvery = TimeSpan.FromSeconds(20);

    private readonly TimeProvider time = time ?? TimeProvider.System;
    private readonly ConcurrentDictionary<Channel<string>, LiveListener> listeners = new();

    public int Listeners => listeners.Count;

    public void Publish(string topic, Guid? branchId = null)
    {
        foreach (var (channel, listener) in listeners)
        {
            if (branchId is null || listener.BranchId is null || listener.BranchId == branchId)
            {
                channel.Writer.TryWrite(topic); // a reader who lags behind loses topics, not the program its memory
            }
        }
    }

    /// <summary>Whether a user may open one more stream.</summary>
    public bool HasRoomFor(Guid? userId) => listeners.Values.Count(l => l.UserId == userId) < MostStreams;

    /// <summary>The topics as they come, with a sign of life now and then, until the reader leaves, their session ends or the program stops.</summary>
    public async IAsyncEnumerable<SseItem<string>> Listen(LiveListener listener, [EnumeratorCancellation] CancellationToken gone)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(gone, lifetime.ApplicationStopping);
        var channel = Channel.CreateBounded<string>(new BoundedChannelOptions(100) { FullMode = BoundedChannelFullMode.DropOldest });
        listeners[channel] = listener;
        try
        {
            yield return new SseItem<string>("", Ping); // the answer begins, so that the browser knows it is connected
            while (await Next(channel.Reader, ended.Token) is { } topic && listener.GoesOn())
            {
                yield return new SseItem<string>("", topic);
            }
        }
        finally
        {
            listeners.TryRemove(channel, out _);
        }
    }

    private async Task<string?> Next(ChannelReader<string> topics, CancellationToken ended)
    {
        using var quiet = new CancellationTokenSource(PingEvery, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ended, quiet.Token);
        try
        {
            return await topics.ReadAsync(either.Token);
        }
        catch (OperationCanceledException)
        {
            return ended.IsCancellationRequested ? null : Ping;
        }
    }
}

internal sealed class LivePart : PlatformPart
{
    public override void Register(ContainerBuilder builder) => builder.RegisterType<LiveTopics>().AsSelf().As<ILiveTopics>().SingleInstance();

    public override void MapPages(PageRoutes pages) => pages.Get("/live", p =>
    {
        var topics = p.Service<LiveTopics>();
        if (!topics.HasRoomFor(p.Caller.UserId))
        {
            return Task.FromResult(Results.StatusCode(StatusCodes.Status429TooManyRequests)); // the page works on, and is renewed when it is opened anew
        }

        var sessions = p.Service<SessionDirectory>();
        var session = p.Caller.SessionId;
        p.Http.Response.Headers["X-Accel-Buffering"] = "no"; // proxies pass each event on at once
        return Task.FromResult<IResult>(TypedResults.ServerSentEvents(topics.Listen(
            new LiveListener(p.Caller.UserId, p.Caller.BranchId, () => session is not { } id || sessions.IsLiving(id)), p.Http.RequestAborted)));
    });
}
