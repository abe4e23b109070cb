using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Reception.Domain.Customers;
using ServiceErp.Reception.Domain.Devices;
using ServiceErp.Reception.Domain.Warranty;
using ServiceErp.Workshop;

namespace ServiceErp.Reception.Domain.Requests;

/// <summary>What a contact was about.</summary>
internal sealed record Contact(ContactChannel Channel, ServicePlace Place, Priority Priority, string Fault, Instant ReceivedAt)
{
    public Guid? ZoneId { get; init; }

    public bool IsInternalWork { get; init; }

    /// <summary>Mandatory items that were missing, by name; only with an override.</summary>
    public IReadOnlyList<string> MissingItems { get; init; } = [];

    /// <summary>Why it was accepted without them.</summary>
    public string? OverrideReason { get; init; }

    /// <summary>Why the contact is noted so much later than it was.</summary>
    public string? BackdatedReason { get; init; }

    /// <summary>Why it is the company's own work.</summary>
    public string? InternalReason { get; init; }
}

/// <summary>What somebody corrects in a request; null leaves it as it is.</summary>
internal sealed record Correction(string Reason)
{
    public string? Fault { get; init; }

    public Priority? Priority { get; init; }

    public ServicePlace? Place { get; init; }

    public ContactChannel? Channel { get; init; }

    public Guid? ZoneId { get; init; }
}

/// <summary>
/// One entry of the repair-call register (REC-1). It belongs to one customer; who pays is judged at the day of the contact and kept; a later change has a
/// reason. The response clock runs from the contact until the technician is there or begins to look into it, and stands still only for recorded reasons.
/// </summary>
internal sealed class ServiceRequest : Aggregate, IBranchOwned, ISearchable
{
    private readonly List<EntitlementDecision> decisions = [];
    private readonly List<ClockPause> pauses = [];

    private ServiceRequest()
    {
    }

    public ServiceRequest(Guid id, string number, Guid branchId, Customer customer, Contact contact, Instant now, Guid? userId, string userName, string statusSecret)
    {
        Id = id;
        Number = number;
        BranchId = branchId;
        CustomerId = customer.Id;
        CustomerName = customer.Name;
        CustomerPhone = customer.Phone;
        Channel = contact.Channel;
        Place = contact.Place;
        Priority = contact.Priority;
        Fault = contact.Fault.Trim();
        ZoneId = contact.ZoneId;
        IsInternalWork = contact.IsInternalWork;
        MissingItems = contact.MissingItems;
        OverrideReason = contact.OverrideReason?.Trim();
        BackdatedReason = contact.BackdatedReason?.Trim();
        InternalReason = contact.InternalReason?.Trim();
        ReceivedAt = contact.ReceivedAt;
        RegisteredAt = now;
        RegisteredById = userId;
        RegisteredBy = userName;
        StatusSecret = statusSecret;
    }

    public string Number { get; private init; } = "";

    public Guid BranchId { get; private init; }

    public RequestState State { get; private set; } = RequestState.Registered;

    public ContactChannel Channel { get; private set; }

    public ServicePlace Place { get; private set; }

    public Priority Priority { get; private set; }

    public string Fault { get; private set; } = "";

    public Guid? ZoneId { get; private set; }

    public bool IsInternalWork { get; private init; }

    public Guid CustomerId { get; private init; }

    public string CustomerName { get; private set; } = "";

    public string CustomerPhone { get; private set; } = "";

    public Guid? DeviceId { get; private set; }

    public Guid? ModelId { get; private set; }

    public string ModelName { get; private set; } = "";

    public string SerialNumber { get; private set; } = "";

    public IReadOnlyList<string> MissingItems { get; private init; } = [];

    public string? OverrideReason { get; private init; }

    public string? BackdatedReason { get; private init; }

    public string? InternalReason { get; private init; }

    public Instant ReceivedAt { get; private init; }

    public Instant RegisteredAt { get; private init; }

    public Guid? RegisteredById { get; private init; }

    public string RegisteredBy { get; private init; } = "";

    /// <summary>Of the customer's link; told to nobody but the customer.</summary>
    public string StatusSecret { get; private set; } = "";

    /// <summary>Set while the link was ended by hand.</summary>
    public Instant? LinkEndedAt { get; private set; }

    /// <summary>When the work was completed, or given up.</summary>
    public Instant? OverAt { get; private set; }

    // What Workshop tells about the order.
    public Guid? OrderId { get; private set; }

    public string? OrderNumber { get; private set; }

    public OrderStage? Stage { get; private set; }

    public Instant? StageAt { get; private set; }

    public LocalDate? ReadyBy { get; private set; }

    public string? TechnicianName { get; private set; }

    /// <summary>What the customer should know about the stage.</summary>
    public string? StageNote { get; private set; }

    // The response clock.
    public Duration Target { get; private set; }

    public TargetSource TargetSource { get; private set; }

    public Instant DueAt { get; private set; }

    public Instant AtRiskAt { get; private set; }

    public Instant? PausedAt { get; private set; }

    public Instant? AnsweredAt { get; private set; }

    /// <summary>How far up it was told that the response is late.</summary>
    public ResponseAlert Alerted { get; private set; }

    public IReadOnlyList<ClockPause> Pauses => pauses;

    // Who pays.
    public ServiceCategory? Category { get; private set; }

    public IReadOnlyList<EntitlementDecision> Decisions => decisions;

    public EntitlementDecision? Entitlement => decisions.MaxBy(decision => decision.Sequence);

    public ResponseClock Clock => new(Target, ReceivedAt)
    {
        Pauses = [.. pauses.OrderBy(pause => pause.From).Select(pause => new ResponsePause(pause.From, pause.To, pause.Reason))],
        Answered = AnsweredAt,
    };

    /// <summary>How the clock stands, from the stored instants alone, so that lists can tell it without the calendar.</summary>
    public static ClockState ClockStateOf(Instant now, Instant dueAt, Instant atRiskAt, Instant? pausedAt, Instant? answeredAt) =>
        answeredAt is { } answered ? answered <= dueAt ? ClockState.Met : ClockState.Late
        : (pausedAt ?? now) > dueAt ? ClockState.Overdue
        : (pausedAt ?? now) >= atRiskAt ? ClockState.AtRisk
        : pausedAt is not null ? ClockState.Paused
        : ClockState.OnTime;

    /// <summary>Starts the clock at the contact.</summary>
    public Result Promise(ResponsePromise promise, BusinessCalendar calendar, int atRiskPercent)
    {
        Target = promise.Target;
        TargetSource = promise.Source;
        return Reckon(calendar, atRiskPercent);
    }

    /// <summary>Says which device it is about; until it is accepted.</summary>
    public Result Name(Device device)
    {
        if (State != RequestState.Registered)
        {
            return Error.Refused("Reception.Request.DeviceFixed", "The device can't be changed after acceptance. Withdraw the request and register a new one.");
        }

        DeviceId = device.Id;
        ModelId = device.ModelId;
        ModelName = device.ModelName;
        SerialNumber = device.SerialNumber;
        return Result.Success;
    }

    /// <summary>What was written down wrong is put right, with a reason that is kept; the clock counts from the contact as before.</summary>
    public Result Correct(Correction right, Customer customer)
    {
        var moved = Move(RequestTrigger.Correct, right.Reason.Trim());
        if (!moved.Succeeded)
        {
            return moved;
        }

        Fault = right.Fault?.Trim() ?? Fault;
        Priority = right.Priority ?? Priority;
        Place = right.Place ?? Place;
        Channel = right.Channel ?? Channel;
        ZoneId = right.ZoneId ?? ZoneId;
        (CustomerName, CustomerPhone) = (customer.Name, customer.Phone);
        return Result.Success;
    }

    /// <summary>It is about another product than was written down; not once the product is looked into.</summary>
    public Result Rename(Device device)
    {
        if (AnsweredAt is not null)
        {
            return Error.Refused("Reception.Request.OnTheBench", "The work has begun: which product it is about can't be changed any more.");
        }

        (DeviceId, ModelId, ModelName, SerialNumber) = (device.Id, device.ModelId, device.ModelName, device.SerialNumber);
        return Result.Success;
    }

    /// <summary>Tells the workshop what was put right.</summary>
    public void TellCorrected(Customer customer, Device? device)
    {
        if (OrderId is { } order && device is not null)
        {
            Raise(new ServiceRequestCorrected(order, BranchId, Place, Priority, customer.Snapshot, device.Snapshot, Fault, DueAt));
        }
    }

    /// <summary>Something about the customer was put right elsewhere; what is open follows, and its history says so.</summary>
    public void Follow(Customer customer, Device? device)
    {
        Record(new Transition(State.ToString(), nameof(Follow), State.ToString(), null));
        (CustomerName, CustomerPhone) = (customer.Name, customer.Phone);
        TellCorrected(customer, device);
    }

    /// <summary>The serial number was read on the product.</summary>
    public void NoteSerial(string serialNumber) => SerialNumber = serialNumber;

    /// <summary>Keeps the first answer to who pays.</summary>
    public void Judge(Guid id, Verdict verdict, LocalDate judgedOn, Instant at, string by) =>
        Decide(new EntitlementDecision(id, decisions.Count + 1, verdict, judgedOn, at, by, null));

    /// <summary>Changes who pays, for a reason; the earlier answers are kept (REC-3).</summary>
    public Result ChangeEntitlement(Guid id, Verdict verdict, Instant at, string by, string changeReason)
    {
        if (Entitlement is not { } before)
        {
            return Error.Refused("Reception.Request.NotJudged", "Who pays has not been checked yet.");
        }

        if (State is RequestState.Closed or RequestState.Withdrawn)
        {
            return Error.Refused("Reception.Request.Over", "The request is over; nothing changes any more.");
        }

        Decide(new EntitlementDecision(id, before.Sequence + 1, verdict, before.JudgedOn, at, by, changeReason));
        if (OrderId is { } order)
        {
            Raise(new EntitlementChanged(order, Entitlement!.Terms, changeReason.Trim()));
        }

        return Result.Success;
    }

    /// <summary>Takes the work on: an order is to be opened under the given identity.</summary>
    public Result Accept(Guid orderId, Customer customer, Device device, bool goodsAreHere, string? shelf)
    {
        var moved = Move(RequestTrigger.Accept);
        if (!moved.Succeeded)
        {
            return moved;
        }

        OrderId = orderId;
        Raise(new ServiceRequestAccepted(
            Id, Number, orderId, BranchId, Place, Priority, customer.Snapshot, device.Snapshot, Fault, Entitlement!.Terms, ReceivedAt, DueAt, shelf) { GoodsAreHere = goodsAreHere });
        return Result.Success;
    }

    /// <summary>The product was brought to us: the work is here, whatever was planned.</summary>
    public void Bring() => Place = ServicePlace.Workshop;

    /// <summary>The customer does not want it any more.</summary>
    public Result Withdraw(string reason, Instant now)
    {
        var moved = Move(RequestTrigger.Withdraw, reason.Trim());
        if (!moved.Succeeded)
        {
            return moved;
        }

        StopClock(now);
        OverAt = now;
        if (OrderId is { } order)
        {
            Raise(new ServiceRequestWithdrawn(order, reason.Trim()));
        }

        return Result.Success;
    }

    /// <summary>Mirrors what Workshop tells. News older than what is known changes nothing.</summary>
    public Result Progress(OrderProgressed news)
    {
        if (news.At < StageAt)
        {
            return Result.Success;
        }

        OrderNumber = news.OrderNumber;
        StageNote = news.Note ?? (news.Stage == Stage ? StageNote : null);
        Stage = news.Stage;
        StageAt = news.At;
        ReadyBy = news.ReadyBy ?? ReadyBy;
        TechnicianName = news.TechnicianName;
        if (news.AnsweredAt is { } answered)
        {
            StopClock(answered);
        }

        switch (news.Stage, State)
        {
            case (OrderStage.Registered, RequestState.Dispatched):
                return Move(RequestTrigger.Recall);
            case (OrderStage.Completed or OrderStage.Cancelled, RequestState.Accepted or RequestState.Dispatched):
                StopClock(news.At);
                OverAt = news.At;
                return Move(RequestTrigger.Close);
            case (not (OrderStage.Registered or OrderStage.Completed or OrderStage.Cancelled), RequestState.Accepted):
                return Move(RequestTrigger.Dispatch);
            default:
                return Result.Success;
        }
    }

    /// <summary>Gives the customer a new link; the old one leads nowhere from now on.</summary>
    public void RenewLink(string secret, string reason)
    {
        (StatusSecret, LinkEndedAt) = (secret, null);
        Record(new Transition(State.ToString(), nameof(RenewLink), State.ToString(), reason.Trim()));
    }

    /// <summary>Lets the customer's link lead nowhere.</summary>
    public Result EndLink(string reason, Instant now)
    {
        if (LinkEndedAt is not null)
        {
            return Error.Refused("Reception.Status.Ended", "The link has ended already.");
        }

        LinkEndedAt = now;
        Record(new Transition(State.ToString(), nameof(EndLink), State.ToString(), reason.Trim()));
        return Result.Success;
    }

    /// <summary>The promised day was moved.</summary>
    public void MoveReadyBy(LocalDate readyBy, string reason)
    {
        ReadyBy = readyBy;
        StageNote = reason.Length > 0 ? reason : StageNote;
    }

    /// <summary>How far up it should be told by now that the response is late: by the working time since it was due, while nobody has answered.</summary>
    public ResponseAlert AlertAt(Instant now, BusinessCalendar calendar, Duration managerAfter, Duration directorAfter)
    {
        if (AnsweredAt is not null || State is RequestState.Closed or RequestState.Withdrawn)
        {
            return ResponseAlert.None;
        }

        var judged = PausedAt ?? now;
        if (judged <= DueAt)
        {
            return judged >= AtRiskAt ? ResponseAlert.AtRisk : ResponseAlert.None;
        }

        var late = calendar.Elapsed(DueAt, judged);
        return late >= directorAfter ? ResponseAlert.Director : late >= managerAfter ? ResponseAlert.Manager : ResponseAlert.Overdue;
    }

    /// <summary>Notes that everybody up to this step was told.</summary>
    public void NoteAlert(ResponseAlert step) => Alerted = step;

    /// <summary>Lets the clock stand still for a reason.</summary>
    public Result PauseClock(Guid id, Instant now, string reason, string by)
    {
        var paused = Clock.Pause(now, reason);
        if (!paused.Succeeded)
        {
            return paused.Error;
        }

        pauses.Add(new ClockPause(id, now, reason, by));
        PausedAt = now;
        return Result.Success;
    }

    /// <summary>Lets the clock run again; what is due moves by the open time of the pause.</summary>
    public Result ResumeClock(Instant now, BusinessCalendar calendar, int atRiskPercent)
    {
        var resumed = Clock.Resume(now);
        if (!resumed.Succeeded)
        {
            return resumed.Error;
        }

        pauses.Single(pause => pause.To is null).End(now);
        PausedAt = null;
        return Reckon(calendar, atRiskPercent);
    }

    public SearchEntry Describe() => new()
    {
        Id = Id,
        Kind = nameof(ServiceRequest),
        BranchId = BranchId,
        Code = Number,
        Title = $"{Number} {CustomerName}",
        Subtitle = string.Join(" · ", new[] { ModelName, SerialNumber, Fault.Length > 80 ? Fault[..80] : Fault }.Where(part => part.Length > 0)),
        Href = $"/reception/requests/{Id}",
        Permission = ReceptionPermissions.RequestRead,
        Text = SearchText.Normalize($"{Number} {OrderNumber} {CustomerName} {CustomerPhone} {PhoneNumbers.Normalize(CustomerPhone)} {ModelName} {SerialNumber} {(Fault.Length > 500 ? Fault[..500] : Fault)}"),
    };

    public bool IsDescribedBy(string property) => property is nameof(ModelName) or nameof(SerialNumber) or nameof(OrderNumber) or nameof(Fault) or nameof(CustomerPhone) or nameof(CustomerName);

    private void Decide(EntitlementDecision decision)
    {
        decisions.Add(decision);
        Category = decision.Category;
    }

    private void StopClock(Instant at)
    {
        if (AnsweredAt is null)
        {
            AnsweredAt = at;
            foreach (var pause in pauses.Where(pause => pause.To is null))
            {
                pause.End(at);
            }

            PausedAt = null;
        }
    }

    private Result Reckon(BusinessCalendar calendar, int atRiskPercent)
    {
        var ended = pauses.Where(pause => pause.To is not null).Select(pause => new Interval(pause.From, pause.To)).ToArray();
        var due = calendar.Add(ReceivedAt, Target, ended);
        if (!due.Succeeded)
        {
            return due.Error;
        }

        DueAt = due.Value;
        AtRiskAt = calendar.Add(ReceivedAt, Target * atRiskPercent / 100, ended).Value;
        return Result.Success;
    }

    private Result Move(RequestTrigger trigger, string? reason = null)
    {
        var to = ServiceRequestLifecycle.Table.Fire(this, State, trigger);
        if (!to.Succeeded)
        {
            return to.Error;
        }

        Record(new Transition(State.ToString(), trigger.ToString(), to.Value.ToString(), reason));
        State = to.Value;
        return Result.Success;
    }
}
