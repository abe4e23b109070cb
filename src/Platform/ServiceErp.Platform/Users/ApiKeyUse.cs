using System.Collections.Concurrent;
using Autofac;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Persistence;

namespace ServiceErp.Platform.Users;

/// <summary>Notes when an API key was last used: to the hour, beside the request, since a write for each request would cost more than most requests.</summary>
internal sealed class ApiKeyUse(Dispatcher dispatcher, IClock clock, ILogger<ApiKeyUse> log)
{
    private static readonly Duration Grain = Duration.FromHours(1);

    private readonly ConcurrentDictionary<Guid, Instant> noted = new();

    public void Note(ApiKey key)
    {
        var now = clock.GetCurrentInstant();
        var last = noted.GetOrAdd(key.Id, static (_, k) => k.LastUsedAt ?? Instant.MinValue, key);
        if (now - last >= Grain && noted.TryUpdate(key.Id, now, last))
        {
            _ = WriteAsync(key.Id, now);
        }
    }

    private async Task WriteAsync(Guid id, Instant now)
    {
        try
        {
            await dispatcher.Send(new Features.NoteApiKeyUse.Command(id, now), Caller.System);
        }
        catch (Exception e) when (e is DbUpdateException or System.Data.Common.DbException or ObjectDisposedException)
        {
            log.LogWarning(e, "The use of an API key could not be noted");
        }
    }
}
