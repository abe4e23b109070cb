using Autofac;
using Microsoft.Extensions.Logging;

namespace ServiceErp.Platform.Persistence;

/// <summary>
/// Something small that is read from the Platform's tables and asked for all the time. <see cref="Forget"/> after a change by this program; a change by another program on
/// the same database shows within <see cref="Lifetime"/>.
/// </summary>
internal sealed class Remembered<T>(ILifetimeScope root, TimeProvider? time, ILogger log, Func<PlatformDbContext, T> read)
    where T : class
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(30);

    private readonly TimeProvider time = time ?? TimeProvider.System;
    private readonly Lock gate = new();
    private Copy? known;

    public T Value
    {
        get
        {
            var copy = known;
            if (copy is not null && time.GetElapsedTime(copy.ReadAt) < Lifetime)
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
                return (known is { } fresh && !ReferenceEquals(fresh, copy) ? fresh : known = Read()).Value;
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

    public void Forget() => known = null;

    private Copy Read()
    {
        var readAt = time.GetTimestamp();
        using var scope = root.BeginLifetimeScope();
        return new Copy(readAt, read(scope.Resolve<PlatformDbContext>()));
    }

    private sealed record Copy(long ReadAt, T Value);
}
