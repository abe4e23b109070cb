using System.Collections.Concurrent;
using System.Text.Json;
using Autofac;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Live;
using ServiceErp.Platform.Modules;
using ServiceErp.Platform.Persistence;

namespace ServiceErp.Platform.Messaging;

/// <summary>
/// Brings events to their subscribers: at once after the publisher's commit, and from the table when that failed or the
/// program died in between. Several hosts may drain one outbox; the receipt in the subscriber's transaction decides who was first.
/// </summary>
public sealed class OutboxPump
{
    /// <summary>The publisher delivers itself; nobody else touches its messages for this long.</summary>
    private static readonly Duration FirstAttempt = Duration.FromSeconds(5);

    private readonly ILifetimeScope root;
    private readonly ILiveTopics live;
    private readonly LostRaces races;
    private readonly IClock clock;
    private readonly IIdentifiers identifiers;
    private readonly ILogger<OutboxPump> log;
    private readonly Dictionary<Type, Subscription[]> subscriptions;
    private readonly Dictionary<string, Subscription> byName;
    private readonly ConcurrentDictionary<Type, string> eventNames = new();

    internal OutboxPump(ILifetimeScope root, IEnumerable<Subscription> subscriptions, ILiveTopics live, LostRaces races, IClock clock, IIdentifiers identifiers, ILogger<OutboxPump> log)
    {
        this.root = root;
        this.live = live;
        this.races = races;
        this.clock = clock;
        this.identifiers = identifiers;
        this.log = log;
        byName = subscriptions.ToDictionary(s => $"{s.Name}/{Subscription.EventName(s.Event)}");
        this.subscriptions = byName.Values.GroupBy(s => s.Event).ToDictionary(g => g.Key, g => g.OrderBy(s => s.Name, StringComparer.Ordinal).ToArray());
    }

    /// <summary>Delivers everything that is due.</summary>
    /// <returns>How many messages were delivered and how many failed.</returns>
    public async Task<(int Delivered, int Failed)> Drain(CancellationToken cancel)
    {
        List<OutboxMessage> due;
        await using (var scope = root.Enter(Caller.System))
        {
            var now = clock.GetCurrentInstant();
            due = await scope.Resolve<PlatformDbContext>().Outbox.AsNoTracking()
                .Where(m => m.DoneAt == null && m.DeadAt == null && m.NextAttemptAt <= now)
                .OrderBy(m => m.NextAttemptAt).ThenBy(m => m.Id).Take(100).ToListAsync(cancel);
        }

        var delivered = 0;
        foreach (var message in due)
        {
            cancel.ThrowIfCancellationRequested();
            delivered += await Deliver(message) ? 1 : 0;
        }

        return (delivered, due.Count - delivered);
    }

    internal IEnumerable<OutboxMessage> Address(IIntegrationEvent happened, StoreContext context)
    {
        if (!subscriptions.TryGetValue(happened.GetType(), out var interested))
        {
            yield break;
        }

        var name = eventNames.GetOrAdd(happened.GetType(), Subscription.EventName);
        var payload = JsonSerializer.Serialize(happened, happened.GetType(), ErpJson.Options);
        foreach (var subscription in interested)
        {
            yield return new OutboxMessage
            {
                Id = context.Identifiers.NewId(),
                EventName = name,
                Subscriber = subscription.Name,
                Payload = payload,
                OccurredAt = context.Now,
                Actor = context.Caller.Name,
                NextAttemptAt = context.Now + FirstAttempt,
            };
        }
    }

    /// <summary>
    /// Stores a command or an effect, and sees to what follows from it. SQLite has one writer anyway and each commit waits for the disk, so there the effects are part of the same transaction; when one of
    /// them can't be carried out they are taken back, and each is delivered by itself afterwards, as on a server all of them are. What throws has stored nothing: after the commit nothing throws.
    /// </summary>
    internal async Task StoreAsync(ModuleDbContext context, StoreContext store, CancellationToken cancel)
    {
        var wake = new Wake([], []);
        await context.StoreAsync(store, cancel, async messages => wake = messages.Count > 0 && context.IsSqlite ? await CarryAlong(context, messages) : new Wake([], messages), () => WasStored(store));

        foreach (var message in wake.Later)
        {
            await Deliver(message);
        }

        foreach (var (schema, branchId) in wake.Touched.Concat(store.Branches.Select(b => (context.Schema, b))).Distinct())
        {
            live.Publish(schema, branchId);
        }
    }

    private async Task<bool> WasStored(StoreContext store)
    {
        if (store.Received is { } received)
        {
            return await IsDone(received);
        }

        await using var scope = root.Enter(Caller.System);
        return store.Proof is { } proof && await scope.Resolve<PlatformDbContext>().Audit.AsNoTracking().AnyAsync(a => a.Id == proof);
    }

    private async Task<Wake> CarryAlong(ModuleDbContext first, IReadOnlyList<OutboxMessage> messages)
    {
        await first.MarkAsync();
        try
        {
            if (await CarryOut(first, messages) is { } wake)
            {
                return wake;
            }
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            log.LogDebug(e, "Effects are delivered one by one");
        }

        await first.TakeBackAsync();
        return new Wake([], messages);
    }

    /// <returns>Null when an effect was refused.</returns>
    private async Task<Wake?> CarryOut(ModuleDbContext first, IReadOnlyList<OutboxMessage> messages)
    {
        var (touched, later) = (new List<(string Schema, Guid? BranchId)>(), new List<OutboxMessage>());
        for (var due = messages; due.Count > 0;)
        {
            var next = new List<OutboxMessage>();
            var caller = Caller.System with { Name = due[0].Actor };
            await using var scope = root.Enter(caller);
            foreach (var message in due)
            {
                // What the Platform remembers outside of the database is read anew after the commit.
                if (!byName.TryGetValue(Key(message), out var subscription) || subscription.Module.Schema == ModuleDbContext.PlatformSchema)
                {
                    later.Add(message);
                    continue;
                }

                var context = (ModuleDbContext)scope.Resolve(subscription.Module.DbContext!);
                context.Join(first);
                if (!(await Invoke(scope, subscription, message)).Succeeded)
                {
                    return null;
                }

                var receipt = Receipt(message, subscription, caller);
                next.AddRange(await context.WriteAsync(receipt, CancellationToken.None));
                touched.AddRange(receipt.Branches.Select(b => (subscription.Module.Schema, b)));
            }

            due = next;
        }

        return new Wake(touched, later);
    }

    private async Task<bool> Deliver(OutboxMessage message)
    {
        try
        {
            if (!byName.TryGetValue(Key(message), out var subscription))
            {
                await Note(message, "The subscriber's module is not running.");
                return false;
            }

            var caller = Caller.System with { Name = message.Actor };
            var result = await races.RetryAsync(
                async attempt =>
                {
                    if (attempt > 1 && await IsDone(message.Id))
                    {
                        return Result.Success; // another host was first
                    }

                    await using var scope = root.Enter(caller);
                    var context = (ModuleDbContext)scope.Resolve(subscription.Module.DbContext!);
                    var effect = await Invoke(scope, subscription, message);
                    if (effect.Succeeded)
                    {
                        await StoreAsync(context, Receipt(message, subscription, caller), CancellationToken.None);
                    }

                    return effect;
                },
                waits: true,
                CancellationToken.None);
            if (!result.Succeeded)
            {
                await Note(message, $"{result.Error.Code}: {result.Error}");
            }

            return result.Succeeded;
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            log.LogError(e, "Delivery of {Event} to {Subscriber} failed", message.EventName, message.Subscriber);
            await Note(message, DatabaseErrors.CauseOf(e));
            return false;
        }
    }

    private static string Key(OutboxMessage message) => $"{message.Subscriber}/{message.EventName}";

    private StoreContext Receipt(OutboxMessage message, Subscription subscription, Caller caller) =>
        new(caller, subscription.Subscriber.Name, clock.GetCurrentInstant(), identifiers, Address) { Received = message.Id, Audits = false };

    private static Task<Result> Invoke(ILifetimeScope scope, Subscription subscription, OutboxMessage message) =>
        Invoke(subscription.Event, scope.Resolve(subscription.Subscriber), (IIntegrationEvent)JsonSerializer.Deserialize(message.Payload, subscription.Event, ErpJson.Options)!);

    private static Task<Result> Invoke(Type type, object subscriber, IIntegrationEvent happened) =>
        (Task<Result>)Invokers.GetOrAdd(type, static t => typeof(OutboxPump).GetMethod(nameof(InvokeTyped), System.Reflection.BindingFlags.Static | System.Reflection.BindingFlags.NonPublic)!
            .MakeGenericMethod(t).CreateDelegate<Func<object, IIntegrationEvent, Task<Result>>>())(subscriber, happened);

    private static Task<Result> InvokeTyped<TEvent>(object subscriber, IIntegrationEvent happened)
        where TEvent : IIntegrationEvent => ((ISubscriber<TEvent>)subscriber).Handle((TEvent)happened, CancellationToken.None);

    private static readonly ConcurrentDictionary<Type, Func<object, IIntegrationEvent, Task<Result>>> Invokers = new();

    private async Task<bool> IsDone(Guid id)
    {
        await using var scope = root.Enter(Caller.System);
        return await scope.Resolve<PlatformDbContext>().Outbox.AsNoTracking().AnyAsync(m => m.Id == id && m.DoneAt != null);
    }

    private async Task Note(OutboxMessage message, string why)
    {
        log.LogWarning("Delivery of {Event} to {Subscriber} is put off: {Why}", message.EventName, message.Subscriber, why);
        try
        {
            await using var scope = root.Enter(Caller.System);
            var context = scope.Resolve<PlatformDbContext>();
            if (await context.Outbox.FirstOrDefaultAsync(m => m.Id == message.Id && m.DoneAt == null) is { } stored)
            {
                stored.Fail(why, clock.GetCurrentInstant());
                await context.StoreAsync(new StoreContext(Caller.System, "Outbox", clock.GetCurrentInstant(), identifiers, Address) { Audits = false }, CancellationToken.None);
            }
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // The message keeps its due time and is tried again by the next drain. Whatever it is: what the message tells of is stored, and its sender must not hear of a failure.
            log.LogWarning(e, "Could not note a failed delivery");
        }
    }

    /// <param name="Touched">Whose tables were written along, and of which branches.</param>
    /// <param name="Later">What is delivered after the commit.</param>
    private sealed record Wake(IReadOnlyList<(string Schema, Guid? BranchId)> Touched, IReadOnlyList<OutboxMessage> Later);
}

/// <summary>Drains the outbox every second, as long as the program runs.</summary>
internal sealed class OutboxService(OutboxPump pump, ILogger<OutboxService> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1));
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                try
                {
                    await pump.Drain(stoppingToken);
                }
                catch (Exception e) when (e is not OperationCanceledException and not OutOfMemoryException)
                {
                    log.LogError(e, "Draining the outbox failed; trying again in a second");
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The program stops.
        }
    }
}
