using NodaTime;
using ServiceErp.Kernel;

namespace ServiceErp.Platform.Persistence;

/// <summary>A thing whose history belongs to a branch although nothing hides it from the others by itself (as <see cref="IBranchOwned"/> would).</summary>
internal interface IAuditedInBranch
{
    /// <summary>The branch; null belongs to all.</summary>
    Guid? BranchId { get; }
}

/// <summary>One line of the audit trail: who did what to which thing, and its state before and after.</summary>
public sealed class AuditEntry : IIdentified
{
    /// <summary>Identity, time-ordered.</summary>
    public Guid Id { get; init; }

    /// <summary>When.</summary>
    public Instant At { get; init; }

    /// <summary>Who; null for the system and for customers behind a link.</summary>
    public Guid? UserId { get; init; }

    /// <summary>Who, as it was called then.</summary>
    public required string UserName { get; init; }

    /// <summary>The use case or subscriber.</summary>
    public required string UseCase { get; init; }

    /// <summary>Kind of the thing, such as <c>ServiceOrder</c>.</summary>
    public string? Entity { get; init; }

    /// <summary>Which thing.</summary>
    public Guid? EntityId { get; init; }

    /// <summary>The thing's version after it; nought where there is no thing.</summary>
    public int Version { get; init; }

    /// <summary>Which of the steps that one command made with the thing: 0, 1, 2 … Version and step are the order of a thing's life, whatever clocks and hosts say.</summary>
    public int Step { get; init; }

    /// <summary>The branch of the thing, or else of who did it; null is seen by those only who work for all.</summary>
    public Guid? BranchId { get; init; }

    /// <summary>State before, where the thing has a life cycle.</summary>
    public string? From { get; init; }

    /// <summary>What moved it.</summary>
    public string? Trigger { get; init; }

    /// <summary>State after.</summary>
    public string? To { get; init; }

    /// <summary>The reason given.</summary>
    public string? Reason { get; init; }

    /// <summary>Changed fields as JSON: <c>{"Field":[before,after]}</c>; of a secret only that it changed: <c>{"Field":[]}</c>.</summary>
    public string? Changes { get; init; }
}

/// <summary>The answer to a command that was sent with a key, so that sending it again gives the same answer and does nothing.</summary>
public sealed class IdempotencyRecord
{
    /// <summary>The caller's identity and the key.</summary>
    public required string Key { get; init; }

    /// <summary>The use case.</summary>
    public required string UseCase { get; init; }

    /// <summary>Fingerprint of the command, to notice a key used for something else.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>The answer as JSON.</summary>
    public required string Answer { get; init; }

    /// <summary>When.</summary>
    public Instant At { get; init; }
}

/// <summary>The counter behind one series of numbers.</summary>
public sealed class NumberRange
{
    /// <summary>Series, branch and year: <c>invoice/BER/2026</c>.</summary>
    public required string Key { get; init; }

    /// <summary>The number given last.</summary>
    public long Last { get; set; }
}
