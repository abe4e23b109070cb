using Autofac;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;

namespace ServiceErp.Platform.Persistence;

/// <summary>Short transactions of the program's own housekeeping (jobs, sending, imports), which no use case stands for and no audit entry records.</summary>
internal sealed class PlatformWriter(ILifetimeScope root, LostRaces races, IClock clock, IIdentifiers ids)
{
    /// <summary>Changes rows with the write lock held from the start, so that what is read can't change before it is stored.</summary>
    public Task<T> ChangeAsync<T>(string what, Func<PlatformDbContext, Instant, Task<T>> change) => races.RetryAsync(
        async _ =>
        {
            await using var scope = root.BeginLifetimeScope();
            var db = scope.Resolve<PlatformDbContext>();
            await db.BeginWriteAsync(CancellationToken.None);
            var now = clock.GetCurrentInstant();
            var answer = await change(db, now);
            await db.StoreAsync(new StoreContext(Caller.System, what, now, ids, (_, _) => []) { Audits = false }, CancellationToken.None);
            return answer;
        },
        waits: true,
        CancellationToken.None);
}
