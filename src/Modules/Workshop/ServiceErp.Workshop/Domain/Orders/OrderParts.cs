using NodaTime;
using ServiceErp.Kernel;

namespace ServiceErp.Workshop.Domain.Orders;

/// <summary>What a technician's time went into (WRK-5, WRK-9).</summary>
public enum WorkKind
{
    Diagnosis,
    Repair,
    Travel,
    Testing,
    Other,
}

/// <summary>A stretch of working time, running while <see cref="EndedAt"/> is empty. Real time: what was worked, not what was planned.</summary>
internal sealed class WorkTime : Entity
{
    private WorkTime()
    {
    }

    public WorkTime(Guid id, Guid orderId, Guid technicianId, string technicianName, WorkKind kind, Instant startedAt)
    {
        Id = id;
        OrderId = orderId;
        TechnicianId = technicianId;
        TechnicianName = technicianName;
        Kind = kind;
        StartedAt = startedAt;
    }

    public Guid OrderId { get; private set; }

    public Guid TechnicianId { get; private set; }

    public string TechnicianName { get; private set; } = "";

    public WorkKind Kind { get; private set; }

    public Instant StartedAt { get; private set; }

    public Instant? EndedAt { get; private set; }

    /// <summary>The labour line it was charged by; empty while it is not.</summary>
    public Guid? LineId { get; private set; }

    /// <summary>Working time of it, without lunch and closed hours; nought while it runs.</summary>
    public int Seconds { get; private set; }

    public string? CorrectedBy { get; private set; }

    public string? CorrectionReason { get; private set; }

    /// <summary>Stops it now, or at the closing that was forgotten.</summary>
    public void Stop(BusinessCalendar calendar, Instant now, Guid? lineId)
    {
        Measure(calendar, now);
        LineId = lineId;
    }

    public void Charge(Guid lineId) => LineId = lineId;

    /// <summary>Put right by a supervisor: it counts as it is said, also outside opening hours.</summary>
    public void Correct(Instant start, Instant end, string reason, string by)
    {
        (StartedAt, EndedAt, Seconds) = (start, end, (int)(end - start).TotalSeconds);
        (CorrectionReason, CorrectedBy) = (reason, by);
    }

    public Duration Worked => Duration.FromSeconds(Seconds);

    private void Measure(BusinessCalendar calendar, Instant now)
    {
        var (end, worked) = WorkClock.Measure(calendar, StartedAt, now);
        (EndedAt, Seconds) = (end, (int)worked.TotalSeconds);
    }
}

/// <summary>A visit at the customer's place that is over: when somebody set out, arrived and left, and with what outcome.</summary>
internal sealed class Visit : Entity
{
    private Visit()
    {
    }

    public Visit(Guid id, Guid orderId, int number, string technicianName, Instant departedAt, Instant? arrivedAt, Instant leftAt, string outcome)
    {
        Id = id;
        OrderId = orderId;
        Number = number;
        TechnicianName = technicianName;
        DepartedAt = departedAt;
        ArrivedAt = arrivedAt;
        LeftAt = leftAt;
        Outcome = outcome;
    }

    public Guid OrderId { get; private set; }

    /// <summary>Counts the visits of the order, from 1.</summary>
    public int Number { get; private set; }

    public string TechnicianName { get; private set; } = "";

    public Instant DepartedAt { get; private set; }

    public Instant? ArrivedAt { get; private set; }

    public Instant LeftAt { get; private set; }

    public string Outcome { get; private set; } = "";
}

/// <summary>A moved promise: what was promised, what is now, why (WRK-7).</summary>
internal sealed class PromiseMove : Entity
{
    private PromiseMove()
    {
    }

    public PromiseMove(Guid id, Guid orderId, LocalDate? was, LocalDate readyBy, string? reason, Instant at, string by)
    {
        Id = id;
        OrderId = orderId;
        Was = was;
        ReadyBy = readyBy;
        Reason = reason;
        At = at;
        By = by;
    }

    public Guid OrderId { get; private set; }

    public LocalDate? Was { get; private set; }

    public LocalDate ReadyBy { get; private set; }

    public string? Reason { get; private set; }

    public Instant At { get; private set; }

    public string By { get; private set; } = "";
}

/// <summary>A remark on the repair card.</summary>
internal sealed class OrderNote : Entity
{
    private OrderNote()
    {
    }

    public OrderNote(Guid id, Guid orderId, string text, Instant at, string by)
    {
        Id = id;
        OrderId = orderId;
        Text = text;
        At = at;
        By = by;
    }

    public Guid OrderId { get; private set; }

    public string Text { get; private set; } = "";

    public Instant At { get; private set; }

    public string By { get; private set; } = "";
}

/// <summary>What was measured at one step of a test sheet; the step is kept in words, so that the report stays true when the sheet changes.</summary>
internal sealed class TestResult : Entity
{
    private TestResult()
    {
    }

    public TestResult(Guid id, Guid orderId, Guid stepId, string text, string expected, string unit)
    {
        Id = id;
        OrderId = orderId;
        StepId = stepId;
        Text = text;
        Expected = expected;
        Unit = unit;
    }

    public Guid OrderId { get; private set; }

    public Guid StepId { get; private set; }

    public string Text { get; private set; } = "";

    public string Expected { get; private set; } = "";

    public string Unit { get; private set; } = "";

    public string Value { get; private set; } = "";

    public bool Passed { get; private set; }

    public Instant At { get; private set; }

    public string By { get; private set; } = "";

    public void Measure(string value, bool passed, Instant at, string by)
    {
        Value = value;
        Passed = passed;
        At = at;
        By = by;
    }
}

/// <summary>A control point passed (WRK-6). After a rejection the points of the new round are ticked anew.</summary>
internal sealed class ControlTick : Entity
{
    private ControlTick()
    {
    }

    public ControlTick(Guid id, Guid orderId, Guid pointId, int round, Instant at, string by)
    {
        Id = id;
        OrderId = orderId;
        PointId = pointId;
        Round = round;
        At = at;
        By = by;
    }

    public Guid OrderId { get; private set; }

    public Guid PointId { get; private set; }

    public int Round { get; private set; }

    public Instant At { get; private set; }

    public string By { get; private set; } = "";
}
