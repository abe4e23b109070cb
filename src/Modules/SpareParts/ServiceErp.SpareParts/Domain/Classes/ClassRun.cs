using NodaTime;
using ServiceErp.Kernel;

namespace ServiceErp.SpareParts.Domain.Classes;

/// <summary>
/// One classification of all parts of a branch, or of one of its warehouses, with the rule by which it was made. A preview changes nothing until it is put in force; then it replaces the one
/// before. There is at most one in force for a branch or warehouse.
/// </summary>
internal sealed class ClassRun : Aggregate, IBranchOwned
{
    private ClassRun()
    {
    }

    public ClassRun(Guid id, Guid branchId, Guid? warehouseId, YearMonth from, YearMonth through, PlanningRules rules, Instant now, string person)
    {
        Id = id;
        BranchId = branchId;
        WarehouseId = warehouseId;
        (From, Through) = (from.OnDayOfMonth(1), through.OnDayOfMonth(1));
        (ShareOfA, ShareOfB, By, LimitOfX, LimitOfY) = (rules.ShareOfA, rules.ShareOfB, rules.By, rules.LimitOfX, rules.LimitOfY);
        CalculatedAt = now;
        Person = person;
    }

    public Guid BranchId { get; private init; }

    /// <summary>Null is the whole branch.</summary>
    public Guid? WarehouseId { get; private init; }

    public ClassRunState State { get; private set; }

    /// <summary>The first day of the first month looked at.</summary>
    public LocalDate From { get; private init; }

    /// <summary>The first day of the last month looked at.</summary>
    public LocalDate Through { get; private init; }

    public decimal ShareOfA { get; private init; }

    public decimal ShareOfB { get; private init; }

    public ShareRule By { get; private init; }

    public decimal LimitOfX { get; private init; }

    public decimal LimitOfY { get; private init; }

    public Instant CalculatedAt { get; private init; }

    /// <summary>Who asked for it.</summary>
    public string Person { get; private init; } = "";

    /// <summary>How many months the window has.</summary>
    public int Months => Period.Between(From, Through, PeriodUnits.Months).Months + 1;

    public Result PutInForce() => Move(ClassRunTrigger.PutInForce);

    public Result Replace() => Move(ClassRunTrigger.Replace);

    public Result Discard() => Move(ClassRunTrigger.Discard);

    private Result Move(ClassRunTrigger trigger)
    {
        var next = ClassRunLifecycle.Table.Fire(this, State, trigger);
        if (!next.Succeeded)
        {
            return next.Error;
        }

        Record(new Transition(State.ToString(), trigger.ToString(), next.Value.ToString(), null));
        State = next.Value;
        return Result.Success;
    }
}

/// <summary>Where a classification stands.</summary>
public enum ClassRunState
{
    /// <summary>Calculated to be looked at.</summary>
    Preview,

    /// <summary>The classes of today.</summary>
    InForce,

    /// <summary>A later one took its place.</summary>
    Replaced,

    /// <summary>Looked at and not wanted.</summary>
    Discarded,
}

/// <summary>What moves a classification.</summary>
public enum ClassRunTrigger
{
    /// <summary>Its classes become those of today.</summary>
    PutInForce,

    /// <summary>A later one takes its place.</summary>
    Replace,

    /// <summary>It is not wanted.</summary>
    Discard,
}

/// <summary>The one transition table of a classification.</summary>
internal static class ClassRunLifecycle
{
    public static readonly Lifecycle<ClassRun, ClassRunState, ClassRunTrigger> Table =
        Lifecycle<ClassRun, ClassRunState, ClassRunTrigger>.Define(ClassRunState.Preview, life =>
        {
            life.Configure(ClassRunState.Preview)
                .Permit(ClassRunTrigger.PutInForce, ClassRunState.InForce)
                .Permit(ClassRunTrigger.Discard, ClassRunState.Discarded);
            life.Configure(ClassRunState.InForce)
                .Permit(ClassRunTrigger.Replace, ClassRunState.Replaced);
            life.Final(ClassRunState.Replaced);
            life.Final(ClassRunState.Discarded);
        });
}
