namespace ServiceErp.Kernel;

/// <summary>Has an identity, by which lists are paged.</summary>
public interface IIdentified
{
    /// <summary>The identity; time-ordered (UUID version 7).</summary>
    Guid Id { get; }
}

/// <summary>A thing with an identity of its own.</summary>
public abstract class Entity : IIdentified
{
    /// <summary>The identity; time-ordered (UUID version 7), given by <see cref="IIdentifiers"/> or by the caller.</summary>
    public Guid Id { get; protected init; }
}

/// <summary>One state change, kept for ever: who, when, from, by what, to.</summary>
/// <param name="From">The state before.</param>
/// <param name="Trigger">What caused the move.</param>
/// <param name="To">The state after.</param>
/// <param name="Reason">The words given for it, where the rule asks for some.</param>
public sealed record Transition(string From, string Trigger, string To, string? Reason);

/// <summary>
/// The root of a consistency boundary. It alone changes its parts, refuses what its rules forbid, and collects
/// what happened, for the Platform to store in the same transaction.
/// </summary>
public abstract class Aggregate : Entity
{
    private List<IIntegrationEvent>? events;
    private List<Transition>? transitions;

    /// <summary>Raised by one with each stored change; guards against lost updates on every provider.</summary>
    public int Version { get; private set; }

    /// <summary>Events raised since loading, oldest first.</summary>
    public IReadOnlyList<IIntegrationEvent> Events => events ?? (IReadOnlyList<IIntegrationEvent>)[];

    /// <summary>State changes since loading, oldest first.</summary>
    public IReadOnlyList<Transition> Transitions => transitions ?? (IReadOnlyList<Transition>)[];

    /// <summary>Refuses when the caller looked at an older version than the stored one; null means "I did not look".</summary>
    public Error? Stale(int? seen) => seen is null || seen == Version
        ? null
        : Error.Conflict("Platform.Stale", "Somebody changed this meanwhile (you saw version {0}, it is now {1}). Reload and try again.", seen, Version);

    /// <summary>Tells other modules, once this change is stored.</summary>
    protected void Raise(IIntegrationEvent happened) => (events ??= []).Add(happened);

    /// <summary>Keeps a state change for the history. Called by the aggregate's one method that writes its state.</summary>
    protected void Record(Transition transition) => (transitions ??= []).Add(transition);

    /// <summary>Called by the Platform after storing: forgets events and transitions.</summary>
    public void MarkStored()
    {
        events = null;
        transitions = null;
    }

    /// <summary>Called by the Platform when it stores a change.</summary>
    public void RaiseVersion() => Version++;
}

/// <summary>Belongs to one branch; users of another branch do not see it.</summary>
public interface IBranchOwned
{
    /// <summary>The owning branch.</summary>
    Guid BranchId { get; }
}

/// <summary>Belongs to one branch or to all; users of another branch do not see what is a branch's own.</summary>
public interface IBranchShared
{
    /// <summary>The owning branch; null is for all.</summary>
    Guid? BranchId { get; }
}

/// <summary>
/// Something that happened, told to other modules through the outbox. A sealed record in past tense, in the publisher's Abstractions;
/// fields are only ever added.
/// </summary>
public interface IIntegrationEvent;

/// <summary>The stable name under which an event is stored, so that its type may be renamed or moved.</summary>
/// <param name="name">Such as <c>workshop.order-released.v1</c>.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class EventNameAttribute(string name) : Attribute
{
    /// <summary>The stable name.</summary>
    public string Name { get; } = name;
}

/// <summary>The one source of identifiers and secrets, so that tests are repeatable.</summary>
public interface IIdentifiers
{
    /// <summary>A new time-ordered identifier (UUID version 7).</summary>
    Guid NewId();

    /// <summary>A new unguessable secret for a public link: 128 bits, URL-safe, 22 characters.</summary>
    string NewSecret();
}
