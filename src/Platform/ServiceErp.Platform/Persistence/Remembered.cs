using Autofac;
using Microsoft.Extensions.Logging;

namespace ServiceErp.Platform.Persistence;

/// <summary>
/// Something small that is read from the Platform's tables and asked for all the time. <see cref="Forget"/> after a change by this program; a change by another program on
/// the same database shows within <see cref="Lifetime"/>, or another time that is given.
/// </summary>
internal sealed class Remembered<T>(ILifetimeScope root, TimeProvider? time, ILogger log, Func<PlatformDbContext, T> read, TimeSpan? lifetime = null)
    where T : class
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(30);

    private readonly TimeProvider time = time ?? TimeProvider.System;
    private readonly Lock gate = new();
    private Copy? known;
    private int changes;

    public T Value
    {
        get
        {
            var copy = known;
            if (copy is not null && time.GetElapsedTime(copy.ReadAt) < (lifetime ?? Lifetime))
            {
                return copy.Value;
            }

            // One reads anew; whoever has an old copy uses it meanwhile.
            if (copy is null)
            {
                gate.Enter();
            }
            else if (!gate.TryEnter())
            {
                return copy.Value;
            }

            try
            {
                if (known is { } fresh && !ReferenceEquals(fresh, copy))
                {
                    return fresh.Value;
                }

                var before = changes;
                var read = Read();
                known = before == changes ? read : null; // a change while reading: this answer may be old, the next must not
                return read.Value;
            }
            catch (Exception e) when (copy is not null && e is System.Data.Common.DbException or InvalidOperationException)
            {
                log.LogWarning(e, "{What} could not be read anew; what is known stays in force", typeof(T).Name);
                return copy!.Value;
            }
            finally
            {
                gate.Exit();
            }
        }
    }

    public void Forget()
    {
        Interlocked.Increment(ref changes);
        known = null;
    }

    private Copy Read()
    {
        var readAt = time.GetTimestamp();
        using var scope = root.BeginLifetimeScope();
        return new Copy(readAt, read(scope.Resolve<PlatformDbContext>()));
    }

    private sealed record Copy(long ReadAt, T Value);
}
