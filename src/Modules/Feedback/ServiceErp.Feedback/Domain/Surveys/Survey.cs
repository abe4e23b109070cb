using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Workshop;

namespace ServiceErp.Feedback.Domain.Surveys;

/// <summary>One of the four levels of the regulation (S3.23), stored as its number so that averages are computed in the database.</summary>
public enum Score
{
    Bad = 1,
    Poor = 2,
    Good = 3,
    Excellent = 4,
}

/// <summary>What a customer answers: four scores, the reason of each, and free words.</summary>
internal sealed record Answers(
    Score Attitude, string AttitudeReason, Score Skill, string SkillReason, Score Arrival, string ArrivalReason, Score Promises, string PromisesReason, string Suggestion, string Complaint);

/// <summary>
/// The question to one customer about one completed order. One per order, none left out (no sampling), answered once. An answer with a score in the two lowest
/// levels or with a complaint is bad and is followed up by the feedback officer.
/// </summary>
internal sealed class Survey : Aggregate, IBranchOwned, ISearchable
{
    /// <summary>Days after completion in which the link may be answered.</summary>
    public const int ValidDays = 60;

    private Survey()
    {
    }

    public Guid BranchId { get; private init; }

    public Guid OrderId { get; private init; }

    public string OrderNumber { get; private init; } = "";

    public Guid CustomerId { get; private init; }

    public string CustomerName { get; private init; } = "";

    public string CustomerPhone { get; private init; } = "";

    public string CustomerEmail { get; private init; } = "";

    public string Language { get; private init; } = "";

    public string DeviceName { get; private init; } = "";

    public string SerialNumber { get; private init; } = "";

    public bool Repaired { get; private init; }

    public Instant CompletedAt { get; private init; }

    public LocalDate CompletedOn { get; private init; }

    public Guid? TechnicianId { get; private init; }

    public string TechnicianName { get; private init; } = "";

    /// <summary>Of the customer's link; told to nobody but the customer.</summary>
    public string Secret { get; private set; } = "";

    /// <summary>Set while the link was ended by hand.</summary>
    public Instant? LinkEndedAt { get; private set; }

    /// <summary>The network address from which the link was answered.</summary>
    public string? AnsweredFrom { get; private set; }

    /// <summary>What the browser that answered said of itself.</summary>
    public string? AnsweredWith { get; private set; }

    /// <summary>When the customer is to be asked: the next working morning.</summary>
    public Instant DueAt { get; private init; }

    public Instant ExpiresAt { get; private init; }

    public SurveyState State { get; private set; }

    public FollowUpState FollowUp { get; private set; }

    public Instant? SentAt { get; private set; }

    public Instant? AnsweredAt { get; private set; }

    /// <summary>Month of the answer, such as <c>2026-03</c>; empty before. What the monthly evaluation groups by.</summary>
    public string AnsweredMonth { get; private set; } = "";

    /// <summary>Who wrote the answer down by telephone.</summary>
    public string? TakenBy { get; private set; }

    public int Attitude { get; private set; }

    public string AttitudeReason { get; private set; } = "";

    public int Skill { get; private set; }

    public string SkillReason { get; private set; } = "";

    public int Arrival { get; private set; }

    public string ArrivalReason { get; private set; } = "";

    public int Promises { get; private set; }

    public string PromisesReason { get; private set; } = "";

    public string Suggestion { get; private set; } = "";

    public string Complaint { get; private set; } = "";

    /// <summary>A score in the two lowest levels, or a complaint.</summary>
    public bool IsBad { get; private set; }

    public string? AcknowledgedBy { get; private set; }

    public string? AcknowledgeNote { get; private set; }

    public string? ClosedBy { get; private set; }

    public string? Outcome { get; private set; }

    public static Survey Of(Guid id, OrderCompleted completed, LocalDate day, Instant dueAt, string secret) => new()
    {
        Id = id,
        BranchId = completed.BranchId,
        OrderId = completed.OrderId,
        OrderNumber = completed.OrderNumber,
        CustomerId = completed.Customer.Id,
        CustomerName = completed.Customer.Name,
        CustomerPhone = completed.Customer.Phone,
        CustomerEmail = completed.Customer.Email,
        Language = completed.Customer.Language,
        DeviceName = completed.Device.ModelName,
        SerialNumber = completed.Device.SerialNumber,
        Repaired = completed.Repaired,
        CompletedAt = completed.CompletedAt,
        CompletedOn = day,
        TechnicianId = completed.TechnicianId,
        TechnicianName = completed.TechnicianName ?? "",
        Secret = secret,
        DueAt = dueAt,
        ExpiresAt = completed.CompletedAt + Duration.FromDays(ValidDays),
    };

    public bool IsExpired(Instant now) => State == SurveyState.Expired || (State is SurveyState.Planned or SurveyState.Sent && now > ExpiresAt);

    public Result Send(Instant now)
    {
        var moved = Move(SurveyTrigger.Send);
        if (moved.Succeeded)
        {
            SentAt = now;
        }

        return moved;
    }

    /// <summary>The customer answers on the public page.</summary>
    public Result Answer(Answers answers, Instant now, string month, string? address, string? agent)
    {
        if (IsExpired(now))
        {
            return SurveyErrors.Expired;
        }

        (AnsweredFrom, AnsweredWith) = (address, agent);
        return Take(SurveyTrigger.Answer, answers, now, month, null);
    }

    /// <summary>Gives the customer a new link while the answer is waited for; the old one leads nowhere from now on.</summary>
    public Result RenewLink(string secret, string reason, Instant now)
    {
        if (State != SurveyState.Sent || IsExpired(now))
        {
            return SurveyErrors.NotWaiting;
        }

        (Secret, LinkEndedAt) = (secret, null);
        Record(new Transition(State.ToString(), nameof(RenewLink), State.ToString(), reason.Trim()));
        return Result.Success;
    }

    /// <summary>Lets the customer's link lead nowhere.</summary>
    public Result EndLink(string reason, Instant now)
    {
        if (State != SurveyState.Sent || LinkEndedAt is not null)
        {
            return SurveyErrors.NotWaiting;
        }

        LinkEndedAt = now;
        Record(new Transition(State.ToString(), nameof(EndLink), State.ToString(), reason.Trim()));
        return Result.Success;
    }

    /// <summary>The feedback officer writes down what the customer says on the telephone.</summary>
    public Result AnswerByPhone(Answers answers, Instant now, string month, string by) => Take(SurveyTrigger.AnswerByPhone, answers, now, month, by);

    public Result Expire() => Move(SurveyTrigger.Expire);

    public Result Acknowledge(string by, string note)
    {
        var moved = MoveFollowUp(FollowUpTrigger.Acknowledge, note);
        if (moved.Succeeded)
        {
            (AcknowledgedBy, AcknowledgeNote) = (by, note);
        }

        return moved;
    }

    public Result Close(string by, string outcome)
    {
        var moved = MoveFollowUp(FollowUpTrigger.Close, outcome);
        if (moved.Succeeded)
        {
            (ClosedBy, Outcome) = (by, outcome);
        }

        return moved;
    }

    public SearchEntry Describe() => new()
    {
        Id = Id,
        Kind = "Survey",
        BranchId = BranchId,
        Title = $"{OrderNumber} · {CustomerName}",
        Subtitle = DeviceName,
        Href = $"/feedback/surveys/{Id}",
        Permission = FeedbackPermissions.SurveyRead,
        Text = SearchText.Normalize($"{OrderNumber} {CustomerName} {CustomerPhone} {DeviceName} {TechnicianName} {Suggestion} {Complaint}"),
    };

    public bool IsDescribedBy(string property) => property is nameof(Suggestion) or nameof(Complaint);

    private Result Take(SurveyTrigger trigger, Answers answers, Instant now, string month, string? by)
    {
        var moved = Move(trigger);
        if (!moved.Succeeded)
        {
            return moved;
        }

        (Attitude, Skill, Arrival, Promises) = ((int)answers.Attitude, (int)answers.Skill, (int)answers.Arrival, (int)answers.Promises);
        (AttitudeReason, SkillReason, ArrivalReason, PromisesReason) = (answers.AttitudeReason, answers.SkillReason, answers.ArrivalReason, answers.PromisesReason);
        (Suggestion, Complaint) = (answers.Suggestion, answers.Complaint);
        (AnsweredAt, AnsweredMonth, TakenBy) = (now, month, by);
        IsBad = Complaint.Length > 0 || new[] { Attitude, Skill, Arrival, Promises }.Any(score => score <= (int)Score.Poor);
        return IsBad ? MoveFollowUp(FollowUpTrigger.Raise, null) : moved;
    }

    private Result Move(SurveyTrigger trigger)
    {
        var next = SurveyLifecycle.Table.Fire(this, State, trigger);
        if (!next.Succeeded)
        {
            return next.Error;
        }

        Record(new Transition(State.ToString(), trigger.ToString(), next.Value.ToString(), null));
        State = next.Value;
        return Result.Success;
    }

    private Result MoveFollowUp(FollowUpTrigger trigger, string? reason)
    {
        var next = FollowUpLifecycle.Table.Fire(this, FollowUp, trigger);
        if (!next.Succeeded)
        {
            return next.Error;
        }

        Record(new Transition(FollowUp.ToString(), trigger.ToString(), next.Value.ToString(), reason));
        FollowUp = next.Value;
        return Result.Success;
    }
}
