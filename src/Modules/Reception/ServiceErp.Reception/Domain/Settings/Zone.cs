using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Reception.Domain.Requests;

namespace ServiceErp.Reception.Domain.Settings;

/// <summary>A part of a branch's district with a response target of its own, such as town and suburbs (REC-4).</summary>
internal sealed class Zone : Aggregate, IBranchOwned
{
    private Zone()
    {
    }

    public Zone(Guid id, Guid branchId, string code)
    {
        Id = id;
        BranchId = branchId;
        Code = code.Trim().ToUpperInvariant();
    }

    public Guid BranchId { get; private init; }

    public string Code { get; private init; } = "";

    public string Name { get; private set; } = "";

    /// <summary>In working time; null leaves it to the branch.</summary>
    public Duration? Target { get; private set; }

    public bool Active { get; private set; } = true;

    public void Change(string name, Duration? target, bool active)
    {
        Name = name.Trim();
        Target = target;
        Active = active;
    }
}

/// <summary>What a branch has decided about its reception. Its identity is the branch's; a branch that decided nothing has the regulation's defaults.</summary>
internal sealed class ReceptionSettings : Aggregate, IBranchOwned
{
    /// <summary>Six working hours (S1).</summary>
    public static readonly Duration UsualTarget = Duration.FromHours(6);

    private ReceptionSettings()
    {
    }

    public ReceptionSettings(Guid branchId)
    {
        Id = branchId;
        BranchId = branchId;
    }

    public Guid BranchId { get; private init; }

    public Duration Target { get; private set; } = UsualTarget;

    public Duration? HighTarget { get; private set; }

    public Duration? EmergencyTarget { get; private set; }

    public int AtRiskPercent { get; private set; } = ResponseClock.DefaultAtRiskPercent;

    /// <summary>Carried-in goods are not accepted without two photos.</summary>
    public bool DemandsPhotos { get; private set; }

    /// <summary>Days after which goods that are ready count as unclaimed.</summary>
    public int UnclaimedAfterDays { get; private set; } = 14;

    /// <summary>Days between two reminders of unclaimed goods.</summary>
    public int RemindEveryDays { get; private set; } = 7;

    /// <summary>Reminders that are sent by themselves; then a person decides. 0 leaves all to people.</summary>
    public int MostReminders { get; private set; } = 3;

    /// <summary>Days after the end of a request in which the customer's link still opens.</summary>
    public int StatusLinkDays { get; private set; } = 90;

    /// <summary>Working time after which the branch manager is told that a response is overdue.</summary>
    public Duration ManagerAfter { get; private set; } = Duration.FromHours(1);

    /// <summary>Working time after which the service director is told.</summary>
    public Duration DirectorAfter { get; private set; } = Duration.FromHours(4);

    /// <summary>When a response that is overdue is told to whom above the supervisor (REC-4).</summary>
    public void Escalate(Duration managerAfter, Duration directorAfter) => (ManagerAfter, DirectorAfter) = (managerAfter, directorAfter);

    /// <summary>Goods that are ready since before this instant count as unclaimed.</summary>
    public Instant UnclaimedSince(Instant now) => now - Duration.FromDays(UnclaimedAfterDays);

    /// <summary>How customers are reminded of goods that they do not fetch (REC-5).</summary>
    public void Chase(int unclaimedAfterDays, int remindEveryDays, int mostReminders) =>
        (UnclaimedAfterDays, RemindEveryDays, MostReminders) = (unclaimedAfterDays, remindEveryDays, mostReminders);

    /// <summary>How long customers can look up what is over (REC-7).</summary>
    public void EndLinks(int statusLinkDays) => StatusLinkDays = statusLinkDays;

    public void Change(Duration target, Duration? highTarget, Duration? emergencyTarget, int atRiskPercent, bool demandsPhotos)
    {
        Target = target;
        HighTarget = highTarget;
        EmergencyTarget = emergencyTarget;
        AtRiskPercent = atRiskPercent;
        DemandsPhotos = demandsPhotos;
    }

    /// <summary>The response target: the first that is set of device, priority, zone and branch.</summary>
    public ResponsePromise PromiseFor(Duration? device, Priority priority, Zone? zone) =>
        device is { } own ? new(own, TargetSource.Device)
        : priority switch { Priority.High => HighTarget, Priority.Emergency => EmergencyTarget, _ => null } is { } urgent ? new(urgent, TargetSource.Priority)
        : zone?.Target is { } there ? new(there, TargetSource.Zone)
        : new(Target, TargetSource.Branch);
}
