using System.Reflection;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Modules;

namespace ServiceErp.Platform.Messaging;

/// <summary>Reacts to something another module told. Runs in a transaction of its own, exactly once for each event.</summary>
/// <typeparam name="TEvent">The event.</typeparam>
public interface ISubscriber<in TEvent>
    where TEvent : IIntegrationEvent
{
    /// <summary>Carries out the effect. A refusal or an exception is tried again later, and after the last attempt becomes a dead letter.</summary>
    Task<Result> Handle(TEvent happened, CancellationToken cancel);
}

/// <summary>That a class of a module listens to an event.</summary>
internal sealed record Subscription(Type Event, Type Subscriber, ErpModule Module)
{
    public string Name { get; } = $"{Module.Name}.{Subscriber.Name}";

    public static string EventName(Type type) =>
        type.GetCustomAttribute<EventNameAttribute>()?.Name
        ?? throw new InvalidOperationException($"{type.FullName} needs [EventName], so that stored events survive a renaming.");
}

/// <summary>
/// One event for one subscriber. Written in the publisher's transaction and marked done in the subscriber's: since both live in one
/// database this row is outbox and inbox in one, and twice is impossible.
/// </summary>
public sealed class OutboxMessage : IIdentified
{
    /// <summary>Attempts after which a message is dead: about a day of trying.</summary>
    public const int MostAttempts = 12;

    /// <summary>Identity.</summary>
    public Guid Id { get; init; }

    /// <summary>The event's stable name.</summary>
    public required string EventName { get; init; }

    /// <summary>The subscriber's stable name: module and class.</summary>
    public required string Subscriber { get; init; }

    /// <summary>The event as JSON.</summary>
    public required string Payload { get; init; }

    /// <summary>When it happened.</summary>
    public Instant OccurredAt { get; init; }

    /// <summary>On whose behalf; the name that stands in the subscriber's history too.</summary>
    public required string Actor { get; init; }

    /// <summary>How often delivery was tried and failed.</summary>
    public int Attempts { get; set; }

    /// <summary>Not tried before this instant.</summary>
    public Instant NextAttemptAt { get; set; }

    /// <summary>When the subscriber stored its effect.</summary>
    public Instant? DoneAt { get; set; }

    /// <summary>When it was given up; an administrator may resubmit it.</summary>
    public Instant? DeadAt { get; set; }

    /// <summary>Why the last attempt failed.</summary>
    public string? LastError { get; set; }

    /// <summary>Notes a failed attempt and when to try again: 1, 2, 4 … seconds, at most an hour and a half.</summary>
    public void Fail(string why, Instant now)
    {
        Attempts++;
        LastError = why;
        NextAttemptAt = now + Duration.FromSeconds(Math.Min(5400, Math.Pow(2, Attempts)));
        if (Attempts >= MostAttempts)
        {
            DeadAt = now;
        }
    }

    /// <summary>Gives a dead letter a new life.</summary>
    public void Resubmit(Instant now)
    {
        DeadAt = null;
        Attempts = 0;
        NextAttemptAt = now;
    }
}
