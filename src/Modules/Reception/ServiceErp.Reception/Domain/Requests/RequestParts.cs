using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Reception.Domain.Warranty;

namespace ServiceErp.Reception.Domain.Requests;

/// <summary>Whose setting the response target is (REC-4): the first that is set counts.</summary>
public enum TargetSource
{
    Device,
    Priority,
    Zone,
    Branch,
}

/// <summary>How the response clock of a request stands.</summary>
public enum ClockState
{
    /// <summary>Running, with time left.</summary>
    OnTime,

    /// <summary>Running, and most of the time is used up.</summary>
    AtRisk,

    /// <summary>Running, and due before now.</summary>
    Overdue,

    /// <summary>Standing still for a recorded reason, in time so far. What was at risk or overdue when it was paused stays so: a pause hides nothing.</summary>
    Paused,

    /// <summary>Answered in time.</summary>
    Met,

    /// <summary>Answered late.</summary>
    Late,
}

/// <summary>Who was told that the response to a request is late, or will be; each step once (REC-4).</summary>
public enum ResponseAlert
{
    None,

    /// <summary>The supervisor: most of the time is used up.</summary>
    AtRisk,

    /// <summary>The supervisor: it is overdue.</summary>
    Overdue,

    /// <summary>The branch manager: it has been overdue for longer than the branch allows.</summary>
    Manager,

    /// <summary>The service director: it still is.</summary>
    Director,
}

/// <summary>A working time promised, and by whose setting.</summary>
internal readonly record struct ResponsePromise(Duration Target, TargetSource Source);

/// <summary>A stretch in which the response clock stood still, with its reason.</summary>
internal sealed class ClockPause : Entity
{
    private ClockPause()
    {
    }

    public ClockPause(Guid id, Instant from, string reason, string by)
    {
        Id = id;
        From = from;
        Reason = reason.Trim();
        By = by;
    }

    public Instant From { get; private init; }

    public Instant? To { get; private set; }

    public string Reason { get; private init; } = "";

    public string By { get; private init; } = "";

    public void End(Instant at) => To = Instant.Max(at, From);
}

/// <summary>One answer to "who pays for what", kept for ever; the latest counts.</summary>
internal sealed class EntitlementDecision : Entity
{
    private EntitlementDecision()
    {
    }

    public EntitlementDecision(Guid id, int sequence, Verdict verdict, LocalDate judgedOn, Instant at, string by, string? changeReason)
    {
        Id = id;
        Sequence = sequence;
        Category = verdict.Category;
        Rule = verdict.Rule;
        Reason = verdict.Reason;
        LabourCovered = verdict.LabourCovered;
        CoveredPartGroups = verdict.CoveredPartGroups;
        ExcludedCauses = verdict.ExcludedCauses;
        RepeatOf = verdict.RepeatOf;
        IsProposed = verdict.IsProposed;
        JudgedOn = judgedOn;
        At = at;
        By = by;
        ChangeReason = changeReason?.Trim();
    }

    public int Sequence { get; private init; }

    public ServiceCategory Category { get; private init; }

    public EntitlementRule Rule { get; private init; }

    public Sentence Reason { get; private init; } = "";

    public bool LabourCovered { get; private init; }

    public IReadOnlyList<string> CoveredPartGroups { get; private init; } = [];

    public IReadOnlyList<string> ExcludedCauses { get; private init; } = [];

    public Guid? RepeatOf { get; private init; }

    public bool IsProposed { get; private init; }

    public LocalDate JudgedOn { get; private init; }

    public Instant At { get; private init; }

    public string By { get; private init; } = "";

    /// <summary>Why an earlier answer was changed; null for the first.</summary>
    public string? ChangeReason { get; private init; }

    public EntitlementTerms Terms => new(Category, Reason, LabourCovered, CoveredPartGroups, JudgedOn) { ExcludedCauses = ExcludedCauses, RepeatOf = RepeatOf, IsProposed = IsProposed };
}
