using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Reception;

namespace ServiceErp.SpareParts.Domain.Loaners;

/// <summary>What became of a late fee.</summary>
public enum FeeDecision
{
    /// <summary>There is nothing to decide.</summary>
    None,

    /// <summary>Proposed; the keeper or the accountant decides.</summary>
    Proposed,

    /// <summary>Charged: finance puts it on an invoice.</summary>
    Charged,

    /// <summary>Let go, with a reason.</summary>
    Waived,
}

/// <summary>What becomes of a deposit at the end of a loan: what is not given back is kept, with a reason.</summary>
/// <param name="Returned">Given back; not more than was left.</param>
/// <param name="Reason">Why not all; needed then.</param>
/// <param name="At">When.</param>
/// <param name="Person">The colleague.</param>
internal sealed record DepositSettled(decimal Returned, string? Reason, Instant At, string Person);

/// <summary>What a customer pays for a loan beside a late fee.</summary>
internal sealed class LoanCharge : Entity
{
    private LoanCharge()
    {
    }

    public LoanCharge(Guid id, Guid loanId, LoanChargeKind kind, decimal amount, string reason, Instant at, string person)
    {
        Id = id;
        LoanId = loanId;
        (Kind, Amount, Reason, At, Person) = (kind, amount, reason, at, person);
    }

    public Guid LoanId { get; private init; }

    public LoanChargeKind Kind { get; private init; }

    /// <summary>Net, in the loan's currency.</summary>
    public decimal Amount { get; private init; }

    public string Reason { get; private init; } = "";

    public Instant At { get; private init; }

    public string Person { get; private init; } = "";
}

/// <summary>Condition and accessories at one end of a loan, signed by the person who receives.</summary>
/// <param name="At">When.</param>
/// <param name="Day">The branch's calendar day.</param>
/// <param name="Condition">In words; the photos hang on the loan.</param>
/// <param name="Accessories">What was there, one a line.</param>
/// <param name="SignedBy">Who signed.</param>
/// <param name="SignatureId">The picture.</param>
/// <param name="Person">The colleague.</param>
internal sealed record Handover(Instant At, LocalDate Day, string Condition, IReadOnlyList<string> Accessories, string SignedBy, Guid SignatureId, string Person);

/// <summary>
/// One loan of one unit with one order (PAR-6, RULES). The agreed day is a plan until the repair is ready; from then on the customer has the branch's days to bring it back, and each day
/// later costs the fee that was agreed. A fee is proposed; somebody charges it, which puts it on an invoice, or lets it go with a reason. The order stays open until the unit is back, exchanged, or the order released with a reason.
/// </summary>
internal sealed class Loan : Aggregate, IBranchOwned, ISearchable
{
    private readonly List<LoanCharge> charges = [];

    private Loan()
    {
    }

    public Loan(Guid id, string number, Loaner unit, KnownOrder order, LocalDate dueOn, decimal deposit, string currency, Handover given)
    {
        Id = id;
        Number = number;
        BranchId = unit.BranchId;
        LoanerId = unit.Id;
        (ModelCode, ModelName, Serial) = (unit.ModelCode, unit.ModelName, unit.Serial);
        OrderId = order.Id;
        OrderNumber = order.Number!;
        (CustomerName, CustomerPhone, CustomerEmail, CustomerAddress, Language) = (order.CustomerName, order.CustomerPhone, order.CustomerEmail, order.CustomerAddress, order.Language);
        DueOn = dueOn;
        (Deposit, DailyFee, Currency) = (deposit, unit.DailyFee, currency);
        (LentAt, LentOn, ConditionOut, SignedBy, SignatureId, LentBy) = (given.At, given.Day, given.Condition.Trim(), given.SignedBy.Trim(), given.SignatureId, given.Person);
        AccessoriesOut = string.Join('\n', given.Accessories);
    }

    public string Number { get; private init; } = "";

    public Guid BranchId { get; private init; }

    public Guid LoanerId { get; private init; }

    public string ModelCode { get; private init; } = "";

    public string ModelName { get; private init; } = "";

    public string Serial { get; private init; } = "";

    public Guid OrderId { get; private init; }

    public string OrderNumber { get; private init; } = "";

    public string CustomerName { get; private init; } = "";

    public string CustomerPhone { get; private init; } = "";

    public string CustomerEmail { get; private init; } = "";

    public string CustomerAddress { get; private init; } = "";

    /// <summary>en, ru, es or ko.</summary>
    public string Language { get; private init; } = "";

    public LoanState State { get; private set; }

    public Instant LentAt { get; private init; }

    public LocalDate LentOn { get; private init; }

    public string LentBy { get; private init; } = "";

    public string ConditionOut { get; private init; } = "";

    public string AccessoriesOut { get; private init; } = "";

    public string SignedBy { get; private init; } = "";

    public Guid SignatureId { get; private init; }

    public decimal Deposit { get; private init; }

    public decimal DailyFee { get; private init; }

    public string Currency { get; private init; } = "";

    /// <summary>The day it is to be back.</summary>
    public LocalDate DueOn { get; private set; }

    /// <summary>When the repair was ready; before it nobody is late.</summary>
    public Instant? ReadyAt { get; private set; }

    /// <summary>When the order was released from it, why and by whom.</summary>
    public Instant? ReleasedAt { get; private set; }

    public string? ReleasedBy { get; private set; }

    public string? ReleaseReason { get; private set; }

    /// <summary>When it came back, or the customer decided to keep it.</summary>
    public Instant? EndedAt { get; private set; }

    public LocalDate? EndedOn { get; private set; }

    public string? TakenBackBy { get; private set; }

    public string? ConditionIn { get; private set; }

    public string? AccessoriesIn { get; private set; }

    public string? Damage { get; private set; }

    public string? ReturnSignedBy { get; private set; }

    public Guid? ReturnSignatureId { get; private set; }

    public decimal DepositReturned { get; private set; }

    /// <summary>What of the deposit was kept.</summary>
    public decimal DepositKept { get; private set; }

    /// <summary>Why it was kept.</summary>
    public string? DepositReason { get; private set; }

    public string? DepositSettledBy { get; private set; }

    public Instant? DepositSettledAt { get; private set; }

    /// <summary>Of a lost or stolen unit: the number of the report to the police.</summary>
    public string? PoliceReport { get; private set; }

    public string? LossReason { get; private set; }

    /// <summary>What was charged beside the late fee.</summary>
    public IReadOnlyList<LoanCharge> Charges => charges;

    /// <summary>Whole days late at the end.</summary>
    public int DaysLate { get; private set; }

    /// <summary>Days late times the fee; what is charged in the end may differ.</summary>
    public decimal LateFee { get; private set; }

    public FeeDecision Fee { get; private set; }

    public decimal FeeCharged { get; private set; }

    public string? FeeNote { get; private set; }

    public string? FeeDecidedBy { get; private set; }

    public string UnitTitle => $"{ModelCode} {Serial}";

    public IReadOnlyList<string> Missing => [.. Split(AccessoriesOut).Except(Split(AccessoriesIn ?? ""), StringComparer.OrdinalIgnoreCase)];

    /// <summary>Whether the order may not be closed because of it.</summary>
    public bool HoldsOrder => State == LoanState.Out && ReleasedAt is null;

    /// <summary>Whole days late on a day; none while the repair is not ready or once it is over.</summary>
    public int LateOn(LocalDate day) => ReadyAt is null || State != LoanState.Out || day <= DueOn ? 0 : Period.DaysBetween(DueOn, day);

    public Result Prolong(LocalDate dueOn, string reason)
    {
        if (dueOn < LentOn)
        {
            return LoanErrors.DueTooEarly(LentOn);
        }

        return Move(LoanTrigger.Prolong, reason, () => DueOn = dueOn);
    }

    /// <summary>The repair is ready: the unit is due on the given day, whatever was planned.</summary>
    public Result StartClock(Instant readyAt, LocalDate dueOn) => Move(LoanTrigger.StartClock, null, () => (ReadyAt, DueOn) = (readyAt, dueOn));

    public Result ReleaseOrder(string reason, Instant now, string person) =>
        Move(LoanTrigger.ReleaseOrder, reason, () => (ReleasedAt, ReleasedBy, ReleaseReason) = (now, person, reason.Trim()));

    /// <param name="taken">Condition and accessories as they came back.</param>
    /// <param name="damage">What is broken; null when nothing is.</param>
    /// <param name="deposit">What becomes of the deposit.</param>
    public Result Return(Handover taken, string? damage, DepositSettled deposit)
    {
        if (Refusal(deposit) is { } wrong)
        {
            return wrong;
        }

        var late = LateOn(taken.Day);
        return Move(LoanTrigger.Return, damage, () =>
        {
            End(taken.At, taken.Day, late);
            (TakenBackBy, ConditionIn, AccessoriesIn) = (taken.Person, taken.Condition.Trim(), string.Join('\n', taken.Accessories));
            Damage = string.IsNullOrWhiteSpace(damage) ? null : damage.Trim();
            Settle(deposit);
            (ReturnSignedBy, ReturnSignatureId) = (taken.SignedBy.Trim(), taken.SignatureId);
        });
    }

    public Result Exchange(string reason, KnownOrder order, Guid modelId, DepositSettled deposit, LocalDate today)
    {
        if (Refusal(deposit) is { } wrong)
        {
            return wrong;
        }

        var late = LateOn(today);
        return Move(LoanTrigger.Exchange, reason, () =>
        {
            End(deposit.At, today, late);
            Settle(deposit);
            Raise(new LoanerExchanged(OrderId, order.DeviceId, modelId, Serial, deposit.At));
        });
    }

    /// <summary>The unit is lost or stolen: the order is held by it no longer.</summary>
    /// <param name="reason">What happened.</param>
    /// <param name="policeReport">The number of the report, where there is one.</param>
    /// <param name="deposit">What becomes of the deposit.</param>
    /// <param name="today">The branch's day.</param>
    public Result Lose(string reason, string? policeReport, DepositSettled deposit, LocalDate today)
    {
        if (Refusal(deposit) is { } wrong)
        {
            return wrong;
        }

        var late = LateOn(today);
        return Move(LoanTrigger.Lose, reason, () =>
        {
            End(deposit.At, today, late);
            Settle(deposit);
            (LossReason, PoliceReport) = (reason.Trim(), string.IsNullOrWhiteSpace(policeReport) ? null : policeReport.Trim());
        });
    }

    /// <summary>What was lost is found again: the deposit is settled anew, and what was charged for the loss falls away by a counter-entry, of which finance is told.</summary>
    /// <param name="condition">How it was found.</param>
    /// <param name="damage">What is broken; null when nothing is.</param>
    /// <param name="deposit">What of the deposit is given back in all.</param>
    /// <param name="counterId">Identity of the counter-entry.</param>
    public Result Find(string condition, string? damage, DepositSettled deposit, Guid counterId)
    {
        if (Refusal(deposit) is { } wrong)
        {
            return wrong;
        }

        if (deposit.Returned < DepositReturned)
        {
            return LoanErrors.DepositGivenBack(DepositReturned);
        }

        return Move(LoanTrigger.Find, condition, () =>
        {
            (EndedAt, TakenBackBy, ConditionIn, AccessoriesIn, Damage) = (deposit.At, deposit.Person, condition.Trim(), AccessoriesOut, string.IsNullOrWhiteSpace(damage) ? null : damage.Trim());
            Settle(deposit);
            if (charges.Find(c => c.Kind == LoanChargeKind.Loss) is { } loss)
            {
                charges.Add(new LoanCharge(counterId, Id, LoanChargeKind.Found, -loss.Amount, condition.Trim(), deposit.At, deposit.Person));
                Raise(new LoanChargeWithdrawn(Id, Number, OrderId, OrderNumber, BranchId, CustomerName, UnitTitle, loss.Id, loss.Amount, Currency, deposit.At));
            }
        });
    }

    /// <summary>Whether something of a kind may still be charged.</summary>
    public bool MayCharge(LoanChargeKind kind) => !charges.Exists(c => c.Kind == kind) && kind switch
    {
        LoanChargeKind.Damage => State == LoanState.Returned && Damage is not null,
        LoanChargeKind.Accessories => State == LoanState.Returned && Missing.Count > 0,
        LoanChargeKind.Loss => State == LoanState.Lost,
        _ => false,
    };

    /// <summary>Charges damage, missing accessories or the loss: finance puts it on an invoice like a late fee.</summary>
    public Result Charge(Guid id, LoanChargeKind kind, decimal amount, string reason, KnownOrder order, Instant now, string person)
    {
        if (!MayCharge(kind))
        {
            return LoanErrors.NothingToCharge;
        }

        if (amount <= 0)
        {
            return LoanErrors.FeeMissing;
        }

        charges.Add(new LoanCharge(id, Id, kind, amount, reason.Trim(), now, person));
        Raise(Charged(amount, order, now) with { Kind = kind, ChargeId = id, Reason = reason.Trim() });
        return Result.Success;
    }

    /// <summary>The fee is charged and so goes on an invoice, or is let go with a reason.</summary>
    public Result DecideFee(bool charge, decimal amount, string? note, KnownOrder order, Instant now, string person)
    {
        if (Fee is not FeeDecision.Proposed)
        {
            return LoanErrors.NoFeeProposed;
        }

        if (charge && amount <= 0)
        {
            return LoanErrors.FeeMissing;
        }

        if ((!charge || amount != LateFee) && !Reasons.IsSentence(note))
        {
            return Error.Invalid("SpareParts.Loan.ReasonMissing", "Say why.").On("Note");
        }

        (Fee, FeeCharged) = charge ? (FeeDecision.Charged, amount) : (FeeDecision.Waived, 0);
        (FeeNote, FeeDecidedBy) = (string.IsNullOrWhiteSpace(note) ? null : note.Trim(), person);
        if (charge)
        {
            Raise(Charged(amount, order, now));
        }

        return Result.Success;
    }

    public SearchEntry Describe() => new()
    {
        Id = Id,
        Kind = nameof(Loan),
        BranchId = BranchId,
        Code = Number,
        Title = Number,
        Subtitle = $"{UnitTitle} · {CustomerName}",
        Href = $"/spare-parts/loans/{Id}",
        Permission = SparePartsPermissions.LoanerRead,
        Text = SearchText.Normalize($"{Number} {Serial} {ModelCode} {ModelName} {CustomerName} {OrderNumber}"),
    };

    public bool IsDescribedBy(string property) => false;

    private static string[] Split(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private LoanFeeCharged Charged(decimal amount, KnownOrder order, Instant now)
    {
        var customer = new CustomerSnapshot(order.CustomerId, CustomerName, CustomerPhone, CustomerEmail, CustomerAddress, Language);
        var device = new DeviceSnapshot(order.DeviceId, order.ModelId, order.ModelCode, order.ModelName, order.SerialNumber);
        return new LoanFeeCharged(Id, Number, OrderId, OrderNumber, BranchId, customer, device, UnitTitle, DaysLate, amount, Currency, now);
    }

    private Error? Refusal(DepositSettled deposit) =>
        deposit.Returned < 0 || deposit.Returned > Deposit ? LoanErrors.DepositTooHigh(Deposit)
        : deposit.Returned < Deposit && !Reasons.IsSentence(deposit.Reason) ? LoanErrors.DepositUnexplained
        : null;

    private void Settle(DepositSettled deposit)
    {
        (DepositReturned, DepositKept) = (deposit.Returned, Deposit - deposit.Returned);
        DepositReason = DepositKept > 0 ? deposit.Reason!.Trim() : null;
        (DepositSettledAt, DepositSettledBy) = (Deposit > 0 ? deposit.At : null, Deposit > 0 ? deposit.Person : null);
    }

    private void End(Instant now, LocalDate today, int late)
    {
        (EndedAt, EndedOn, DaysLate, LateFee) = (now, today, late, late * DailyFee);
        Fee = LateFee > 0 ? FeeDecision.Proposed : FeeDecision.None;
    }

    private Result Move(LoanTrigger trigger, string? reason, Action then)
    {
        var next = LoanLifecycle.Table.Fire(this, State, trigger);
        if (!next.Succeeded)
        {
            return next.Error;
        }

        Record(new Transition(State.ToString(), trigger.ToString(), next.Value.ToString(), string.IsNullOrWhiteSpace(reason) ? null : reason.Trim()));
        then();
        State = next.Value;
        return Result.Success;
    }
}
