using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Reception;

namespace ServiceErp.Workshop.Domain.Orders;

/// <summary>Somebody by identity and name, as it is kept in the history.</summary>
internal sealed record Person(Guid? Id, string Name);

/// <summary>The hours that timers measured, and why what is charged differs from them.</summary>
internal sealed record MeasuredHours(decimal Measured, string? Remark);

/// <summary>What was found, in codes and words (WRK-3).</summary>
internal sealed record Diagnosis(string? SymptomCode, string? AreaCode, string? CauseCode, string? RemedyCode, string Findings);

/// <summary>
/// The job that answers a request. Invariants: only <see cref="Move"/> writes the state; paid work never begins before the customer agreed, and nothing is payable that no kept consent covers; nothing is finished while a
/// timer runs or a part is neither issued nor dropped; nobody releases what they worked on without the recorded right; after the release nothing that is charged changes.
/// </summary>
internal sealed class ServiceOrder : Aggregate, IBranchOwned, ISearchable
{
    /// <summary>Written into the history when quotations go to another address from then on.</summary>
    public const string Readdressed = "Readdress";

    /// <summary>For how long whoever changed that address does not send a new link: with it they could answer in the customer's name.</summary>
    public static readonly Duration NoLinkFor = Duration.FromDays(7);

    private readonly List<OrderLine> lines = [];
    private readonly List<WorkTime> times = [];
    private readonly List<PromiseMove> promises = [];
    private readonly List<OrderNote> notes = [];
    private readonly List<TestResult> tests = [];
    private readonly List<ControlTick> ticks = [];
    private readonly List<Consent> consents = [];
    private readonly List<Visit> visits = [];

    private ServiceOrder()
    {
    }

    public ServiceOrder(ServiceRequestAccepted accepted, string number, string currency, WorkWarranty? repeats, Instant now)
    {
        Id = accepted.OrderId;
        BranchId = accepted.BranchId;
        Number = number;
        Currency = currency;
        RequestId = accepted.RequestId;
        RequestNumber = accepted.RequestNumber;
        Place = accepted.Place;
        Priority = accepted.Priority;
        CustomerId = accepted.Customer.Id;
        CustomerName = accepted.Customer.Name;
        CustomerPhone = accepted.Customer.Phone;
        CustomerEmail = accepted.Customer.Email;
        CustomerAddress = accepted.Customer.Address;
        CustomerLanguage = accepted.Customer.Language;
        CustomerIsCompany = accepted.Customer.IsCompany;
        DeviceId = accepted.Device.Id;
        ModelId = accepted.Device.ModelId;
        ModelCode = accepted.Device.ModelCode;
        ModelName = accepted.Device.ModelName;
        SerialNumber = accepted.Device.SerialNumber;
        Fault = accepted.Fault;
        Entitlement = accepted.Entitlement;
        Category = accepted.Entitlement.Category;
        ReceivedAt = accepted.ReceivedAt;
        DueAt = accepted.DueAt;
        Shelf = accepted.Shelf;
        GoodsInWorkshop = accepted.GoodsAreHere;
        ComebackOf = repeats?.OrderId;
        WorkWarrantyUntil = repeats?.LastDay;
        StateSince = now;
        Tell(now, null);
    }

    public Guid BranchId { get; private set; }

    public string Number { get; private set; } = "";

    public string Currency { get; private set; } = "";

    public OrderState State { get; private set; }

    public Instant StateSince { get; private set; }

    public Guid RequestId { get; private set; }

    public string RequestNumber { get; private set; } = "";

    public ServicePlace Place { get; private set; }

    public Priority Priority { get; private set; }

    public ServiceCategory Category { get; private set; }

    public EntitlementTerms Entitlement { get; private set; } = null!;

    public Guid CustomerId { get; private set; }

    public string CustomerName { get; private set; } = "";

    public string CustomerPhone { get; private set; } = "";

    public string CustomerEmail { get; private set; } = "";

    public string CustomerAddress { get; private set; } = "";

    public string CustomerLanguage { get; private set; } = "";

    /// <summary>A company reads prices net and adds the tax; a private person reads what there is to pay.</summary>
    public bool CustomerIsCompany { get; private set; }

    public CustomerSnapshot Customer => new(CustomerId, CustomerName, CustomerPhone, CustomerEmail, CustomerAddress, CustomerLanguage) { IsCompany = CustomerIsCompany };

    public Guid DeviceId { get; private set; }

    public Guid ModelId { get; private set; }

    public string ModelCode { get; private set; } = "";

    public string ModelName { get; private set; } = "";

    public string SerialNumber { get; private set; } = "";

    public DeviceSnapshot Device => new(DeviceId, ModelId, ModelCode, ModelName, SerialNumber);

    public string Fault { get; private set; } = "";

    public Instant ReceivedAt { get; private set; }

    public Instant DueAt { get; private set; }

    public string? Shelf { get; private set; }

    /// <summary>The product is in the house and has to be handed back. What a technician took along counts once it arrived.</summary>
    public bool GoodsInWorkshop { get; private set; }

    public Guid? TechnicianId { get; private set; }

    public string? TechnicianName { get; private set; }

    public LocalDate? PlannedDay { get; private set; }

    public LocalTime? PlannedTime { get; private set; }

    public int PlannedMinutes { get; private set; }

    /// <summary>Tools and parts to take along (WRK-1).</summary>
    public string BringAlong { get; private set; } = "";

    /// <summary>The supervisor's preliminary assessment (WRK-1).</summary>
    public string Assessment { get; private set; } = "";

    public LocalDate? ReadyBy { get; private set; }

    public int PromisesMoved { get; private set; }

    public string Findings { get; private set; } = "";

    public string? SymptomCode { get; private set; }

    public string? AreaCode { get; private set; }

    public string? CauseCode { get; private set; }

    public string? RemedyCode { get; private set; }

    /// <summary>Where a waiting order goes on.</summary>
    public OrderState? ResumeTo { get; private set; }

    /// <summary>What it waits for, in words.</summary>
    public string? WaitsFor { get; private set; }

    /// <summary>How often the inspector sent it back (WRK-6).</summary>
    public int Reworks { get; private set; }

    public int RunningTimers { get; private set; }

    /// <summary>What the customer agreed to, net, all lines.</summary>
    public decimal? ApprovedNet { get; private set; }

    /// <summary>All that stands on the order may cost the customer up to this without asking again: what was approved, with its tolerance.</summary>
    public decimal? ApprovedUpTo { get; private set; }

    /// <summary>"Repair up to this much without asking" (WRK-4).</summary>
    public decimal? PreapprovedUpTo { get; private set; }

    /// <summary>Goes back, or was left, unrepaired.</summary>
    public bool Unrepaired { get; private set; }

    /// <summary>Finished with the finding that nothing is wrong.</summary>
    public bool NoFaultFound { get; private set; }

    /// <summary>Everybody who diagnosed, tested, timed, ticked, repaired, charged or finished: none of them releases it (WRK-6).</summary>
    public IReadOnlyList<Guid> WorkedBy { get; private set; } = [];

    /// <summary>Why the hours charged differ from the hours measured.</summary>
    public string? HoursRemark { get; private set; }

    /// <summary>Visits at the customer's place that are over.</summary>
    public int VisitCount { get; private set; }

    public Instant? DepartedAt { get; private set; }

    public Instant? ArrivedAt { get; private set; }

    public Instant? LeftAt { get; private set; }

    /// <summary>When the customer got a response: the first arrival at the customer's place, or the first look on the bench (REC-4).</summary>
    public Instant? AnsweredAt { get; private set; }

    public string? SignedBy { get; private set; }

    public Guid? SignatureId { get; private set; }

    public Instant? FinishedAt { get; private set; }

    public Instant? ReleasedAt { get; private set; }

    public string? ReleasedBy { get; private set; }

    /// <summary>Released by the technician in person under the right of self-control: to be audited (WRK-6).</summary>
    public bool SelfReleased { get; private set; }

    /// <summary>The stamp under which it was.</summary>
    public string? SelfReleaseStamp { get; private set; }

    public Instant? SelfReleaseAuditedAt { get; private set; }

    public string? SelfReleaseAuditedBy { get; private set; }

    public string? SelfReleaseRemark { get; private set; }

    public Instant? CompletedAt { get; private set; }

    /// <summary>The order whose work this repeats within its year (WRK-8).</summary>
    public Guid? ComebackOf { get; private set; }

    /// <summary>Last day of the warranty on this work; a repeat keeps the end of what it repeats (WRK-8).</summary>
    public LocalDate? WorkWarrantyUntil { get; private set; }

    public IReadOnlyList<OrderLine> Lines => lines;

    public IReadOnlyList<WorkTime> Times => times;

    public IReadOnlyList<PromiseMove> Promises => promises;

    public IReadOnlyList<OrderNote> Notes => notes;

    public IReadOnlyList<TestResult> Tests => tests;

    public IReadOnlyList<ControlTick> Ticks => ticks;

    public IReadOnlyList<Consent> Consents => consents;

    public IReadOnlyList<Visit> Visits => visits;

    /// <summary>What stands on the order: parts, labour, travel, fees, each in the order in which they came.</summary>
    public IEnumerable<OrderLine> ActiveLines => lines.Where(l => !l.Dropped).OrderBy(l => l.Kind).ThenBy(l => l.Position);

    public bool HasUnissuedParts => ActiveLines.Any(l => l.IsStocked && l.Issued < l.Quantity);

    public bool HasIssuedParts => ActiveLines.Any(l => l.IsStocked && l.Issued > 0);

    public bool HasMissingParts => ActiveLines.Any(l => l.Missing > 0);

    /// <summary>The lines may still change.</summary>
    public bool IsOpen => !IsFinished && State is not (OrderState.Ready or OrderState.ReadyUnrepaired or OrderState.Completed or OrderState.Cancelled);

    /// <summary>The work is done, whether it waits for its inspection or, before that, for the customer's consent.</summary>
    public bool IsFinished => State == OrderState.AwaitingInspection || (State == OrderState.AwaitingApproval && ResumeTo == OrderState.AwaitingInspection);

    /// <summary>Why the store may not hand out parts to it now; null when it may.</summary>
    public Error? IssueRefusal =>
        State is not (OrderState.InRepair or OrderState.OnSite or OrderState.WaitingForParts) ? IsOpen ? OrderErrors.IssueTooEarly : OrderErrors.Closed
        : NeedsApproval ? OrderErrors.NotApproved
        : null;

    /// <summary>What stands on the order would cost the customer more than any consent covers, travel and fees included.</summary>
    public bool NeedsApproval => ToPay > (Agreed ?? 0);

    /// <summary>Work that the customer pays for does not begin before they agreed, even while nothing stands on the order yet.</summary>
    public bool NeedsConsent => NeedsApproval || (Agreed is null && !IsLabourFree && !Unrepaired);

    /// <summary>What the customer would pay for everything as planned, net.</summary>
    public decimal ToPay => ActiveLines.Sum(PlannedNet);

    /// <summary>As far as the customer's consent reaches, net; null while there is none.</summary>
    public decimal? Agreed => ApprovedUpTo is null ? PreapprovedUpTo : Math.Max(ApprovedUpTo.Value, PreapprovedUpTo ?? 0);

    /// <summary>Working time on its lines.</summary>
    public decimal ChargedHours => ActiveLines.Where(l => l is { Kind: ChargeKind.Labour, Unit: "h" }).Sum(l => l.Quantity);

    private bool IsLabourFree => Category == ServiceCategory.Internal || Entitlement.CoversLabour(CauseCode);

    public SearchEntry Describe() => new()
    {
        Id = Id,
        Kind = nameof(ServiceOrder),
        BranchId = BranchId,
        Code = Number,
        Title = $"{Number} · {CustomerName}",
        Subtitle = $"{ModelName} {SerialNumber}".Trim(),
        Href = $"/workshop/orders/{Id}",
        Permission = WorkshopPermissions.OrderRead,
        Text = SearchText.Normalize($"{Number} {RequestNumber} {CustomerName} {CustomerPhone} {ModelCode} {ModelName} {SerialNumber} {Fault}"),
    };

    public bool IsDescribedBy(string property) => property is nameof(SerialNumber) or nameof(Fault) or nameof(CustomerName) or nameof(CustomerPhone) or nameof(ModelName);

    public IReadOnlyList<ExplainedTrigger<OrderTrigger>> Explain() => OrderLifecycle.Table.Explain(this, State);

    public bool Can(OrderTrigger trigger) => OrderLifecycle.Table.CanFire(this, State, trigger);

    public Result Assign(Person technician, LocalDate? day, LocalTime? time, int minutes, string? bringAlong, string? assessment, Instant now, string? closedReason = null)
    {
        if (Can(OrderTrigger.Assign))
        {
            if (TechnicianId != technician.Id)
            {
                Raise(new OrderAssigned(Id, Number, BranchId, technician.Id, technician.Name));
            }

            (TechnicianId, TechnicianName, PlannedDay, PlannedTime, PlannedMinutes) = (technician.Id, technician.Name, day, time, minutes);
            BringAlong = bringAlong ?? BringAlong;
            Assessment = assessment ?? Assessment;
        }

        return Move(OrderTrigger.Assign, now, closedReason is null ? technician.Name : $"{technician.Name}: {closedReason}");
    }

    /// <summary>Somebody else's work, which a technician may only do once it is taken over (WRK-1).</summary>
    public bool IsOthers(Guid? userId) => userId is not null && userId != TechnicianId;

    /// <summary>A technician takes the order, from nobody or from a colleague; the history says from whom.</summary>
    public Result TakeOver(Person technician, Instant now)
    {
        var from = TechnicianName;
        if (Can(OrderTrigger.Assign))
        {
            if (TechnicianId != technician.Id)
            {
                Raise(new OrderAssigned(Id, Number, BranchId, technician.Id, technician.Name));
            }

            (TechnicianId, TechnicianName, PlannedMinutes) = (technician.Id, technician.Name, PlannedMinutes == 0 ? 60 : PlannedMinutes);
        }

        return Move(OrderTrigger.Assign, now, from is null ? technician.Name : $"{from} → {technician.Name}");
    }

    /// <summary>What was put right in the register. Where the product is and what is on the bench stay as they are.</summary>
    public void Correct(ServiceRequestCorrected right)
    {
        if (right.Customer.Email != CustomerEmail)
        {
            Record(new Transition(State.ToString(), Readdressed, State.ToString(), null));
        }

        (Fault, Priority, DueAt) = (right.Fault, right.Priority, right.DueAt);
        (CustomerName, CustomerPhone, CustomerEmail, CustomerAddress, CustomerLanguage) = (right.Customer.Name, right.Customer.Phone, right.Customer.Email, right.Customer.Address, right.Customer.Language);
        CustomerIsCompany = right.Customer.IsCompany;
        if (PlaceRefusal(right.Place) is null)
        {
            Place = right.Place;
        }

        if (AnsweredAt is null)
        {
            (DeviceId, ModelId, ModelCode, ModelName, SerialNumber) = (right.Device.Id, right.Device.ModelId, right.Device.ModelCode, right.Device.ModelName, right.Device.SerialNumber);
        }
    }

    /// <summary>Why the work can't be moved to another place now; null when it can be, or is there: before anybody is under way, and while it waits for a visit to come.</summary>
    public Error? PlaceRefusal(ServicePlace place) =>
        place == Place ? null
        : GoodsInWorkshop ? OrderErrors.WorkIsHere
        : State is OrderState.Received or OrderState.Assigned || (State is OrderState.WaitingForParts or OrderState.WaitingForCustomer && ResumeTo == OrderState.Assigned) ? null
        : State is OrderState.Completed or OrderState.Cancelled ? OrderErrors.Over
        : OrderErrors.WorkIsElsewhere;

    /// <summary>Nobody has it any more: it is undispatched.</summary>
    public Result Unassign(Instant now) =>
        Move(OrderTrigger.Unassign, now, null, then: () =>
        {
            (TechnicianId, TechnicianName, PlannedDay, PlannedTime) = (null, null, null, null);
            Raise(new OrderAssigned(Id, Number, BranchId, null, null));
        });

    public Result Depart(Instant now)
    {
        var moved = Move(OrderTrigger.Depart, now, null);
        if (moved.Succeeded)
        {
            // An earlier visit is among the visits already.
            (DepartedAt, ArrivedAt, LeftAt) = (now, null, null);
        }

        return moved;
    }

    public Result Arrive(Instant now) => Move(OrderTrigger.Arrive, now, null, then: () =>
    {
        ArrivedAt = now;
        AnsweredAt ??= now;
    });

    public Result TurnBack(string reason, Instant now)
    {
        var moved = Move(OrderTrigger.TurnBack, now, reason);
        if (moved.Succeeded)
        {
            EndVisit(now, reason);
        }

        return moved;
    }

    /// <param name="signedBy">The customer who hands the product over.</param>
    /// <param name="signature">The picture.</param>
    /// <param name="condition">As the technician found it; may be completed when it arrives.</param>
    /// <param name="accessories">What came along.</param>
    /// <param name="serialNumber">As read on the product; empty when it could not be read.</param>
    /// <param name="now">When.</param>
    public Result TakeBack(string signedBy, Guid? signature, string condition, string accessories, string serialNumber, Instant now)
    {
        var moved = Move(OrderTrigger.TakeBack, now, null);
        if (moved.Succeeded)
        {
            Sign(signedBy, signature, now);
            SerialNumber = serialNumber.Length > 0 ? serialNumber : SerialNumber;
            Raise(new DeviceTakenBack(Id, RequestId, now, signedBy) { Condition = condition, Accessories = accessories, SerialNumber = serialNumber, TechnicianName = TechnicianName ?? "" });
        }

        return moved;
    }

    /// <summary>
    /// The product is in the house now, whatever was planned: announced as a visit, taken along by the technician, or brought while the order waits. The work is where the product is.
    /// </summary>
    public Result TakeIn(string shelf, string serialNumber, Instant now)
    {
        if (GoodsInWorkshop || State is OrderState.Cancelled or OrderState.Completed)
        {
            return Result.Success;
        }

        return Move(OrderTrigger.TakeIn, now, null, then: () =>
        {
            (GoodsInWorkshop, Place, Shelf) = (true, ServicePlace.Workshop, shelf);
            SerialNumber = serialNumber.Length > 0 ? serialNumber : SerialNumber;
            ResumeTo = ResumeTo == OrderState.OnSite ? OrderState.Diagnosing : ResumeTo;
            if (State == OrderState.Diagnosing)
            {
                AnsweredAt ??= now;
            }

            EndVisit(now, null);
        });
    }

    public Result StartDiagnosis(Instant now) => Move(OrderTrigger.StartDiagnosis, now, null, then: () => AnsweredAt ??= now);

    public Result Diagnose(Diagnosis diagnosis)
    {
        if (!IsOpen)
        {
            return OrderErrors.Closed;
        }

        if (TechnicianId is null)
        {
            return OrderErrors.NoTechnician;
        }

        (SymptomCode, AreaCode, CauseCode, RemedyCode, Findings) = (diagnosis.SymptomCode, diagnosis.AreaCode, diagnosis.CauseCode, diagnosis.RemedyCode, diagnosis.Findings);
        return Result.Success;
    }

    /// <summary>Compares the diagnosis with that of the order whose work this is proposed to repeat, and tells what comes of it; as long as one of them has neither area nor cause, nothing does.</summary>
    public void CompareWith(string earlierNumber, string? earlierArea, string? earlierCause)
    {
        var isMisuse = CauseCode is not null && Entitlement.ExcludedCauses.Contains(CauseCode);
        var comparable = (AreaCode is not null && earlierArea is not null) || (CauseCode is not null && earlierCause is not null);
        if (Entitlement.IsProposed && (isMisuse || comparable))
        {
            var isSame = !isMisuse && ((AreaCode is not null && AreaCode == earlierArea) || (CauseCode is not null && CauseCode == earlierCause));
            Raise(new RepeatDiagnosed(Id, RequestId, isSame, earlierNumber));
        }
    }

    public void Measure(Guid id, Guid stepId, string text, string expected, string unit, string value, bool passed, Instant now, string by)
    {
        var result = tests.Find(t => t.StepId == stepId);
        if (result is null)
        {
            tests.Add(result = new TestResult(id, Id, stepId, text, expected, unit));
        }

        result.Measure(value, passed, now, by);
    }

    public Result StartRepair(Instant now) => Move(OrderTrigger.StartRepair, now, null);

    public Result Quote(Instant now, string quotationNumber)
    {
        var from = State;
        var moved = Move(OrderTrigger.SendQuotation, now, null, quotationNumber);
        if (moved.Succeeded)
        {
            ResumeTo = from;
        }

        return moved;
    }

    /// <summary>The customer agreed: the order's lines are the quotation's from now on; what was not in it and not issued falls away.</summary>
    public Result Approve(decimal net, decimal upTo, IReadOnlyList<OrderLine> quoted, string by, Instant now)
    {
        var moved = Move(OrderTrigger.Approve, now, by);
        if (!moved.Succeeded)
        {
            return moved;
        }

        (ApprovedNet, ApprovedUpTo, Unrepaired, ResumeTo) = (net, upTo, false, null);
        var known = lines.ToDictionary(l => l.Id);
        foreach (var line in quoted.Where(q => !known.ContainsKey(q.Id)))
        {
            Append(line);
        }

        Drop(known.Values.Where(l => (l is { Dropped: false, Issued: 0 } || IsPartlyIssued(l)) && quoted.All(q => q.Id != l.Id)));
        return moved;
    }

    /// <summary>The customer at whose place the technician is saw the lines and their price and signed: the work goes on without waiting for the office (WRK-2, WRK-4).</summary>
    /// <param name="seen">The net price that was shown; what changed since was not agreed to.</param>
    /// <param name="upTo">As far as it reaches with the tolerance.</param>
    public Result AgreeOnSite(decimal seen, decimal upTo)
    {
        if (State != OrderState.OnSite)
        {
            return OrderErrors.NotOnSite;
        }

        if (!ActiveLines.Any())
        {
            return OrderErrors.NothingToAgree;
        }

        if (seen != ToPay)
        {
            return OrderErrors.PriceChanged(new Money(ToPay, Currency));
        }

        (ApprovedNet, ApprovedUpTo) = (seen, upTo);
        Unrepaired = Unrepaired && !ActiveLines.Any(l => l.Kind is ChargeKind.Part or ChargeKind.Labour);
        Record(new Transition(State.ToString(), nameof(AgreeOnSite), State.ToString(), new Money(seen, Currency).ToString()));
        return Result.Success;
    }

    /// <summary>The customer does not agree: what was planned falls away; a declared diagnosis fee is due.</summary>
    public Result Decline(OrderLine? fee, string by, string? reason, Instant now)
    {
        var moved = Move(OrderTrigger.Decline, now, reason is null ? by : $"{by}: {reason}");
        if (!moved.Succeeded)
        {
            return moved;
        }

        ResumeTo = null;
        if (State is not (OrderState.InRepair or OrderState.AwaitingInspection))
        {
            // The quotation declared the fee; what the customer agreed to before stays agreed.
            var declared = fee is null ? 0 : PlannedNet(fee);
            GiveUp(fee);
            ApprovedUpTo = declared > 0 ? (ApprovedUpTo ?? 0) + declared : ApprovedUpTo;
        }

        if (State == OrderState.ReadyUnrepaired)
        {
            Settle(now, by);
        }

        return moved;
    }

    public Result Revise(string? reason, Instant now)
    {
        var moved = Move(OrderTrigger.ReviseQuotation, now, reason);
        if (moved.Succeeded)
        {
            ResumeTo = null;
        }

        return moved;
    }

    /// <summary>"Up to this much without asking" (WRK-4); also after the release, for an invoice that is to be made right.</summary>
    public Result Preapprove(decimal upTo, string by)
    {
        if (State == OrderState.Cancelled)
        {
            return OrderErrors.Over;
        }

        PreapprovedUpTo = upTo;
        Record(new Transition(State.ToString(), nameof(Preapprove), State.ToString(), $"{by}: {new Money(upTo, Currency)}"));
        if (ReleasedAt is not null)
        {
            Raise(new ConsentExtended(Id, Agreed!.Value));
        }

        return Result.Success;
    }

    /// <summary>Keeps who agreed to what, how, and what proves it.</summary>
    public void Keep(Consent consent) => consents.Add(consent);

    /// <summary>Somebody did some of the work.</summary>
    public void Worked(Guid? userId)
    {
        if (userId is { } who && !WorkedBy.Contains(who))
        {
            WorkedBy = [.. WorkedBy, who];
        }
    }

    /// <summary>Whether it is this person's work, in whatever part.</summary>
    public bool IsWorkOf(Guid? userId) => userId is { } who && (who == TechnicianId || WorkedBy.Contains(who));

    public Result WaitForParts(string? what, Instant now) => Wait(OrderTrigger.WaitForParts, what, now);

    public Result Hold(string reason, Instant now) => Wait(OrderTrigger.Hold, reason, now);

    public Result Resume(Instant now)
    {
        var moved = Move(OrderTrigger.Resume, now, null);
        if (moved.Succeeded)
        {
            (ResumeTo, WaitsFor) = (null, null);
        }

        return moved;
    }

    /// <summary>So many of a line's parts are promised now. When nothing is missing any more a waiting order goes on by itself (WRK-5).</summary>
    /// <returns>Whether it went on.</returns>
    public bool PartsArrived(Guid lineId, decimal promised, Instant now)
    {
        if (lines.Find(l => l.Id == lineId && !l.Dropped) is { } line)
        {
            line.Promise(Math.Max(line.Reserved, Math.Min(promised, line.Quantity - line.Issued)), line.Issued);
        }

        if (State != OrderState.WaitingForParts || !Move(OrderTrigger.PartsArrive, now, null).Succeeded)
        {
            return false;
        }

        (ResumeTo, WaitsFor) = (null, null);
        return true;
    }

    public Result Add(OrderLine line)
    {
        if (!IsOpen)
        {
            return OrderErrors.Closed;
        }

        Append(line);
        return Result.Success;
    }

    public Result Remove(Guid lineId)
    {
        if (!IsOpen)
        {
            return OrderErrors.Closed;
        }

        if (lines.Find(l => l.Id == lineId && !l.Dropped) is not { } line)
        {
            return OrderErrors.LineNotFound;
        }

        if (line.IsStocked && line.Issued > 0)
        {
            return OrderErrors.IssuedAlready(line);
        }

        Drop([line]);
        return Result.Success;
    }

    public Result Reduce(Guid lineId, decimal amount, string reason)
    {
        if (State is OrderState.Ready or OrderState.ReadyUnrepaired or OrderState.Completed or OrderState.Cancelled)
        {
            return OrderErrors.Closed;
        }

        if (lines.Find(l => l.Id == lineId && !l.Dropped) is not { } line)
        {
            return OrderErrors.LineNotFound;
        }

        if (amount > line.Quantity * line.UnitPrice)
        {
            return OrderErrors.DiscountTooHigh;
        }

        line.Reduce(amount, reason);
        return Result.Success;
    }

    public Result StartTimer(WorkTime time)
    {
        if (!IsOpen)
        {
            return OrderErrors.Closed;
        }

        if (TechnicianId is null)
        {
            return OrderErrors.NoTechnician;
        }

        times.Add(time);
        RunningTimers++;
        return Result.Success;
    }

    public void StopTimer(WorkTime time, Guid? lineId, BusinessCalendar calendar, Instant now)
    {
        time.Stop(calendar, now, lineId);
        RunningTimers--;
    }

    /// <summary>A supervisor puts somebody's time right.</summary>
    public Result CorrectTime(WorkTime time, Instant start, Instant end, string reason, string by, Instant now)
    {
        if (end <= start || end > now)
        {
            return OrderErrors.TimeOutOfOrder;
        }

        if (ReleasedAt is not null)
        {
            return OrderErrors.Closed;
        }

        RunningTimers -= time.EndedAt is null ? 1 : 0;
        time.Correct(start, end, reason, by);
        Record(new Transition(State.ToString(), nameof(CorrectTime), State.ToString(), $"{time.TechnicianName}: {reason}"));
        return Result.Success;
    }

    public void Note(OrderNote note) => notes.Add(note);

    public void Tick(Guid id, Guid pointId, Instant now, string by)
    {
        if (!ticks.Exists(t => t.PointId == pointId && t.Round == Reworks))
        {
            ticks.Add(new ControlTick(id, Id, pointId, Reworks, now, by));
        }
    }

    public Result PromiseReadyBy(Guid id, LocalDate day, string? reason, LocalDate today, Instant now, string by)
    {
        if (day < today)
        {
            return OrderErrors.PromisePast;
        }

        if (!OrderLifecycle.Unfinished.Contains(State))
        {
            return OrderErrors.Closed;
        }

        if (ReadyBy == day)
        {
            return Result.Success;
        }

        if (ReadyBy is not null && string.IsNullOrWhiteSpace(reason))
        {
            return OrderErrors.PromiseReasonMissing;
        }

        promises.Add(new PromiseMove(id, Id, ReadyBy, day, reason, now, by));
        if (ReadyBy is not null)
        {
            PromisesMoved++;
        }

        // The first promise is news too; whoever reads it sees that there was none before.
        Raise(new PromiseMoved(Id, Number, RequestId, BranchId, ReadyBy, day, reason?.Trim() ?? "") { Sequence = promises.Count });
        ReadyBy = day;
        return Result.Success;
    }

    /// <param name="openPoints">Mandatory control points of this boundary that nobody has ticked.</param>
    /// <param name="runningTimers">Whose timers run.</param>
    /// <param name="now">When.</param>
    /// <param name="hours">What was measured, and why what is charged differs from it.</param>
    public Result FinishRepair(IReadOnlyCollection<string> openPoints, IReadOnlyCollection<string> runningTimers, Instant now, MeasuredHours? hours = null)
    {
        var from = State;
        var obstacle = Obstacle(OrderTrigger.FinishRepair, openPoints, runningTimers) ?? HoursRefusal(hours);
        var moved = obstacle is null ? Move(OrderTrigger.FinishRepair, now, hours?.Remark) : obstacle;
        if (moved.Succeeded)
        {
            NoFaultFound = from == OrderState.Diagnosing;
            FinishedAt = now;
        }

        return moved;
    }

    /// <summary>Done at the customer's place and signed there (WRK-2).</summary>
    public Result FinishOnSite(IReadOnlyCollection<string> openPoints, IReadOnlyCollection<string> runningTimers, string signedBy, Guid? signature, Instant now, MeasuredHours? hours = null)
    {
        var obstacle = Obstacle(OrderTrigger.FinishOnSite, openPoints, runningTimers) ?? HoursRefusal(hours);
        var moved = obstacle is null ? Move(OrderTrigger.FinishOnSite, now, hours?.Remark) : obstacle;
        if (moved.Succeeded)
        {
            Sign(signedBy, signature, now);
            NoFaultFound = !ActiveLines.Any(l => l.Kind is ChargeKind.Part or ChargeKind.Labour);
            FinishedAt = now;
        }

        return moved;
    }

    public Result ReturnUnrepaired(string reason, OrderLine? fee, string by, Instant now)
    {
        if (fee is not null && Can(OrderTrigger.ReturnUnrepaired) && ActiveLines.Where(l => !FallsAway(l)).Append(fee).Sum(PlannedNet) > (Agreed ?? 0))
        {
            return OrderErrors.FeeNotAgreed;
        }

        var moved = Move(OrderTrigger.ReturnUnrepaired, now, reason);
        if (moved.Succeeded)
        {
            (ResumeTo, WaitsFor) = (null, null);
            EndVisit(now, reason);
            GiveUp(fee);
            Settle(now, by);
            if (State == OrderState.Completed)
            {
                Complete(now);
            }
        }

        return moved;
    }

    /// <summary>Nothing shows that anything was done: no diagnosis, no test, no time, no part. It passes only with a word why (WRK-3, WRK-6).</summary>
    /// <param name="measured">Whether a time or a test is kept.</param>
    public bool IsBare(bool measured) => !measured && Findings.Length == 0 && SymptomCode is null && AreaCode is null && CauseCode is null && RemedyCode is null && !ActiveLines.Any(l => l.IsPart && l.Done > 0);

    /// <summary>Passed the inspection (WRK-6). On site there is nothing to hand back: the order is over.</summary>
    /// <param name="inspector">Who releases.</param>
    /// <param name="stamp">Their right of self-control; null without.</param>
    /// <param name="openPoints">Mandatory points of the inspection that nobody has ticked.</param>
    /// <param name="today">The branch's day.</param>
    /// <param name="now">When.</param>
    /// <param name="remark">What the inspector says to it.</param>
    public Result Release(Person inspector, string? stamp, IReadOnlyCollection<string> openPoints, LocalDate today, Instant now, string? remark = null)
    {
        var own = IsWorkOf(inspector.Id);
        if (own && stamp is null)
        {
            return OrderErrors.OwnWork;
        }

        if (own && Reworks > 0)
        {
            return OrderErrors.RejectedBefore;
        }

        if (openPoints.Count > 0 && Can(OrderTrigger.Release))
        {
            return OrderErrors.PointsOpen(openPoints);
        }

        var moved = Move(OrderTrigger.Release, now, remark);
        if (!moved.Succeeded)
        {
            return moved;
        }

        (SelfReleased, SelfReleaseStamp) = (own, own ? stamp : null);
        if (!Unrepaired && !NoFaultFound)
        {
            WorkWarrantyUntil ??= today.PlusYears(1).PlusDays(-1);
        }

        Settle(now, inspector.Name);
        if (State == OrderState.Completed)
        {
            Complete(now);
        }

        return moved;
    }

    /// <summary>Somebody else looked at what was released under a stamp (WRK-6).</summary>
    public Result AuditSelfRelease(Person auditor, string remark, Instant now)
    {
        if (!SelfReleased || SelfReleaseAuditedAt is not null)
        {
            return OrderErrors.NothingToAudit;
        }

        if (IsWorkOf(auditor.Id))
        {
            return OrderErrors.OwnWork;
        }

        (SelfReleaseAuditedAt, SelfReleaseAuditedBy, SelfReleaseRemark) = (now, auditor.Name, remark);
        Record(new Transition(State.ToString(), nameof(AuditSelfRelease), State.ToString(), remark));
        return Result.Success;
    }

    public Result Reject(string reason, Instant now)
    {
        var moved = Move(OrderTrigger.Reject, now, reason);
        if (moved.Succeeded)
        {
            Reworks++;
            FinishedAt = null;
        }

        return moved;
    }

    public Result ReturnGoods(string signedBy, Guid? signature, Instant now)
    {
        var moved = Move(OrderTrigger.ReturnGoods, now, null);
        if (moved.Succeeded)
        {
            GoodsInWorkshop = false;
            SignedBy = signedBy;
            SignatureId = signature ?? SignatureId;
            Complete(now);
        }

        return moved;
    }

    /// <summary>The customer kept a unit of ours instead: the repaired goods stay, and nobody signs for them (PAR-6).</summary>
    public Result KeepGoods(Instant now)
    {
        var moved = Move(OrderTrigger.ReturnGoods, now, "Exchanged for a unit that the customer keeps");
        if (moved.Succeeded)
        {
            Complete(now);
        }

        return moved;
    }

    /// <summary>The goods of a cancelled order were fetched: nothing moves any more, and nothing of the customer's is here.</summary>
    public void NoteFetched(string signedBy, Guid? signature) => (GoodsInWorkshop, SignedBy, SignatureId) = (false, signedBy, signature ?? SignatureId);

    /// <summary>Nobody came for the goods, and they were disposed of by decision of a manager: the order is over (REC-5).</summary>
    public Result Abandon(string reason, Instant now)
    {
        if (State == OrderState.Cancelled)
        {
            GoodsInWorkshop = false;
            return Result.Success;
        }

        var moved = Move(OrderTrigger.ReturnGoods, now, reason);
        if (moved.Succeeded)
        {
            GoodsInWorkshop = false;
            Complete(now);
        }

        return moved;
    }

    /// <summary>Why the order can't be ended for a customer who no longer wants it, with what to do; null when <see cref="End"/> will end it. One rule for every door (REC-7, WRK-5).</summary>
    /// <param name="runningTimers">Whose timers run.</param>
    public Error? EndRefusal(IReadOnlyCollection<string> runningTimers) =>
        State is OrderState.Completed or OrderState.Cancelled ? OrderErrors.Over
        : IsFinished || State is OrderState.Ready ? OrderErrors.WorkDone
        : State is OrderState.ReadyUnrepaired ? OrderErrors.GoesBack
        : RunningTimers > 0 ? OrderErrors.TimerRunning(runningTimers)
        : Can(OrderTrigger.Cancel) || Can(OrderTrigger.ReturnUnrepaired) ? null
        : OrderErrors.PartsOut;

    /// <summary>The customer does not want it any more: cancelled where nothing was begun, otherwise what was begun goes back unrepaired.</summary>
    public Result End(string reason, Instant now) => Can(OrderTrigger.Cancel) ? Cancel(reason, now) : ReturnUnrepaired(reason, null, CustomerName, now);

    public Result Cancel(string reason, Instant now)
    {
        var moved = Move(OrderTrigger.Cancel, now, reason);
        if (moved.Succeeded)
        {
            EndVisit(now, reason);
            Drop(ActiveLines.Where(l => l.Issued == 0));
        }

        return moved;
    }

    /// <summary>Why it is settled who pays; null while it may be changed. One rule for the register's door and the workshop's (REC-3).</summary>
    public Error? EntitlementRefusal => ReleasedAt is not null ? OrderErrors.EntitlementSettled : State == OrderState.Cancelled ? OrderErrors.Over : null;

    public Result Entitle(EntitlementTerms terms)
    {
        if (EntitlementRefusal is { } settled)
        {
            return settled;
        }

        (Entitlement, Category) = (terms, terms.Category);
        if (terms.RepeatOf is null && ComebackOf is not null)
        {
            // It is no comeback after all: its own work gets a warranty of its own.
            (ComebackOf, WorkWarrantyUntil) = (null, null);
        }

        return Result.Success;
    }

    /// <summary>Tells the customer where it stands once more, with a note.</summary>
    public void TellCustomer(Guid noteId, string note, Instant now) => Tell(now, note, noteId);

    /// <summary>A part came back after the work was released: finance is told what is charged from now on.</summary>
    public void ChargeAnew()
    {
        if (ReleasedAt is { } released)
        {
            Raise(new OrderReleased(Id, Number, BranchId, Customer, Device, Category, Charges(), Currency, released, TechnicianId, TechnicianName) { AgreedNet = Agreed });
        }
    }

    /// <summary>The lines as they would be charged now: parts as handed out, work as written.</summary>
    public IReadOnlyList<ChargeLine> Charges()
    {
        var charged = ActiveLines.Select(l => l.Charge(Entitlement, CauseCode, Currency)).Where(c => c.Quantity != 0).ToList();
        return Unrepaired ? Agreeable(charged) : charged;
    }

    /// <summary>What goes back unrepaired costs no more than the customer agreed to: what is not covered stays on the voucher at its price, and nobody pays it.</summary>
    private List<ChargeLine> Agreeable(List<ChargeLine> charged)
    {
        var left = Agreed ?? 0;
        return charged.ConvertAll(line =>
        {
            var value = new Money(line.Quantity * line.UnitPrice, Currency).Round().Amount;
            if (value - line.Reduction <= left)
            {
                left -= value - line.Reduction;
                return line;
            }

            return line with { Reduction = value, ReductionReason = new Sentence("Not agreed with the customer: not charged.") };
        });
    }

    /// <summary>Why this trigger is refused beyond what the table says, naming what stands in the way.</summary>
    public Error? Obstacle(OrderTrigger trigger, IReadOnlyCollection<string> openPoints, IReadOnlyCollection<string> runningTimers)
    {
        var known = OrderLifecycle.Table.Transitions.Any(t => t.From == State && t.Trigger == trigger);
        if (!known || trigger is not (OrderTrigger.FinishRepair or OrderTrigger.FinishOnSite))
        {
            return null;
        }

        return State == OrderState.Diagnosing && Findings.Length == 0 ? OrderErrors.FindingsMissing
            : RunningTimers > 0 ? OrderErrors.TimerRunning(runningTimers)
            : HasUnissuedParts ? OrderErrors.Unissued(ActiveLines.Where(l => l.IsStocked && l.Issued < l.Quantity))
            : openPoints.Count > 0 ? OrderErrors.PointsOpen(openPoints)
            : null;
    }

    /// <summary>What the customer would pay for a line as planned, net.</summary>
    public decimal PlannedNet(OrderLine line)
    {
        var charge = line.Charge(Entitlement, CauseCode, Currency, Math.Max(line.Quantity, line.Done));
        return new Money(charge.Quantity * charge.UnitPrice, Currency).Round().Amount - charge.Reduction;
    }

    private Result Wait(OrderTrigger trigger, string? what, Instant now)
    {
        var from = State;
        var moved = Move(trigger, now, what, what);
        if (moved.Succeeded)
        {
            // A visit that waits for parts is a second visit.
            ResumeTo = from == OrderState.OnSite ? OrderState.Assigned : from;
            WaitsFor = what;
            if (from == OrderState.OnSite)
            {
                EndVisit(now, what);
            }
        }

        return moved;
    }

    /// <summary>The visit is over and kept: a second one has times of its own (WRK-2).</summary>
    private void EndVisit(Instant now, string? how)
    {
        if (DepartedAt is { } departed && LeftAt is null)
        {
            LeftAt = now;
            visits.Add(new Visit(OrderLine.IdOf(Id, "visit", ++VisitCount), Id, VisitCount, TechnicianName ?? "", departed, ArrivedAt, now, how ?? ""));
        }
    }

    /// <summary>Whether hours charged and hours measured differ by more than a quarter of an hour and a fifth.</summary>
    public static bool Differ(decimal charged, decimal measured) => Math.Abs(charged - measured) > Math.Max(0.25m, measured / 5);

    /// <summary>When they differ much, that wants a word (WRK-5).</summary>
    private Error? HoursRefusal(MeasuredHours? hours)
    {
        if (hours is null)
        {
            return null;
        }

        var charged = ChargedHours;
        if (Differ(charged, hours.Measured) && string.IsNullOrWhiteSpace(hours.Remark))
        {
            return OrderErrors.HoursDiffer(charged, hours.Measured);
        }

        HoursRemark = hours.Remark ?? HoursRemark;
        return null;
    }

    private static bool IsPartlyIssued(OrderLine line) => line is { Dropped: false, IsStocked: true, Issued: > 0 } && line.Issued < line.Quantity;

    private static bool FallsAway(OrderLine line) => line.Issued == 0 && line.Kind is ChargeKind.Part or ChargeKind.Labour;

    private void GiveUp(OrderLine? fee)
    {
        Unrepaired = true;
        Drop(ActiveLines.Where(l => FallsAway(l) || IsPartlyIssued(l)));
        if (fee is not null)
        {
            Append(fee);
        }
    }

    private void Append(OrderLine line)
    {
        line.Place(lines.Count);
        lines.Add(line);
    }

    /// <summary>Nobody wants these any more. What the store has handed out stays on the order; only the rest of it falls away.</summary>
    private void Drop(IEnumerable<OrderLine> gone)
    {
        OrderLine[] dropped = [.. gone];
        Guid[] promised = [.. dropped.Where(l => l.IsStocked).Select(l => l.Id)];
        foreach (var line in dropped)
        {
            line.Drop();
        }

        if (promised.Length > 0)
        {
            Raise(new PartsNoLongerNeeded(Id, promised));
        }
    }

    private void Sign(string signedBy, Guid? signature, Instant now)
    {
        SignedBy = signedBy;
        SignatureId = signature;
        EndVisit(now, null);
    }

    /// <summary>The voucher goes to finance (BIL-1).</summary>
    private void Settle(Instant now, string by)
    {
        ReleasedAt = now;
        ReleasedBy = by;
        Raise(new OrderReleased(Id, Number, BranchId, Customer, Device, Category, Charges(), Currency, now, TechnicianId, TechnicianName) { AgreedNet = Agreed });
    }

    private void Complete(Instant now)
    {
        CompletedAt = now;
        Raise(new OrderCompleted(Id, Number, BranchId, Customer, Device, !Unrepaired, now, TechnicianId, TechnicianName));
    }

    private void Tell(Instant now, string? note, Guid? noteId = null) =>
        Raise(new OrderProgressed(Id, Number, RequestId, BranchId, State.Stage(), now, ReadyBy, note, TechnicianName) { AnsweredAt = AnsweredAt, NoteId = noteId });

    /// <param name="trigger">What happens.</param>
    /// <param name="now">When.</param>
    /// <param name="reason">Why, for the history.</param>
    /// <param name="note">What the customer should know.</param>
    /// <param name="then">What follows from it, done before anybody is told where the order stands.</param>
    private Result Move(OrderTrigger trigger, Instant now, string? reason, string? note = null, Action? then = null)
    {
        var to = OrderLifecycle.Table.Fire(this, State, trigger);
        if (!to.Succeeded)
        {
            return to.Error;
        }

        Record(new Transition(State.ToString(), trigger.ToString(), to.Value.ToString(), reason));
        if (to.Value != State)
        {
            State = to.Value;
            StateSince = now;
        }

        then?.Invoke();
        Tell(now, note);
        return Result.Success;
    }
}
