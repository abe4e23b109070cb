using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.SpareParts.Domain.Parts;

namespace ServiceErp.SpareParts.Domain.Loaners;

/// <summary>What is agreed for every loan of a unit.</summary>
/// <param name="Accessories">What belongs to it, one a line.</param>
/// <param name="Deposit">Asked for when it is lent, in the branch's currency.</param>
/// <param name="DailyFee">Proposed for each day it is late.</param>
/// <param name="Notes">For colleagues.</param>
/// <param name="Value">What another one would cost: proposed when it is lost.</param>
internal sealed record LoanerTerms(string? Accessories, decimal Deposit, decimal DailyFee, string? Notes, decimal Value = 0);

/// <summary>
/// One unit of the loaner pool (PAR-6). It has one holder at a time, is cleaned and checked after each loan, and is known by model and serial number together.
/// </summary>
internal sealed class Loaner : Aggregate, IBranchOwned, ISearchable
{
    private Loaner()
    {
    }

    public Loaner(Guid id, Guid branchId, KnownModel model, string serial, LoanerTerms terms, LocalDate since)
    {
        Id = id;
        BranchId = branchId;
        ModelId = model.Id;
        ModelCode = model.Code;
        ModelName = model.Name;
        Serial = Codes.Clean(serial);
        InPoolSince = since;
        Describe(terms);
    }

    public Guid BranchId { get; private init; }

    public Guid ModelId { get; private init; }

    public string ModelCode { get; private init; } = "";

    public string ModelName { get; private init; } = "";

    public string Serial { get; private init; } = "";

    public string Accessories { get; private set; } = "";

    public decimal Deposit { get; private set; }

    public decimal DailyFee { get; private set; }

    public string Notes { get; private set; } = "";

    /// <summary>What another one would cost.</summary>
    public decimal Value { get; private set; }

    /// <summary>It came back damaged and was not repaired since.</summary>
    public bool NeedsRepair { get; private set; }

    public LoanerState State { get; private set; }

    /// <summary>The day it came into the pool; utilisation counts from it.</summary>
    public LocalDate InPoolSince { get; private init; }

    /// <summary>The day it left the pool for good.</summary>
    public LocalDate? LeftPoolOn { get; private set; }

    /// <summary>The reservation it is set aside for.</summary>
    public Guid? SetAsideFor { get; private set; }

    /// <summary>Of a unit that came in exchange: the order in which it is repaired.</summary>
    public Guid? RepairOrderId { get; private set; }

    public string? RepairOrderNumber { get; private set; }

    public string Title => $"{ModelCode} {Serial}";

    public IReadOnlyList<string> AccessoryList => Accessories.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    public void Describe(LoanerTerms terms)
    {
        Accessories = string.Join('\n', (terms.Accessories ?? "").Split(['\n', '\r'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        (Deposit, DailyFee, Notes, Value) = (terms.Deposit, terms.DailyFee, (terms.Notes ?? "").Trim(), terms.Value);
    }

    public Result SetAside(Guid reservationId) => Move(LoanerTrigger.SetAside, null, () => SetAsideFor = reservationId);

    public Result PutBack(string? reason) => Move(LoanerTrigger.PutBack, reason, () => SetAsideFor = null);

    public Result Lend(string loanNumber) => Move(LoanerTrigger.Lend, loanNumber, () => SetAsideFor = null);

    public Result TakeBack(string? damage) => Move(LoanerTrigger.TakeBack, damage, () => NeedsRepair = !string.IsNullOrWhiteSpace(damage));

    public Result Lose(string reason, LocalDate today) => Move(LoanerTrigger.Lose, reason, () => LeftPoolOn = today);

    public Result Find(string? note, bool damaged) => Move(LoanerTrigger.Find, note, () => (LeftPoolOn, NeedsRepair) = (null, damaged));

    public Result Pass(string? note) => Move(LoanerTrigger.Pass, note);

    public Result SendToRepair(string reason) => Move(LoanerTrigger.SendToRepair, reason, () => SetAsideFor = null);

    public Result EndRepair(string? note) => Move(LoanerTrigger.EndRepair, note, () => (RepairOrderId, RepairOrderNumber, NeedsRepair) = (null, null, false));

    public Result Exchange(string reason, LocalDate today) => Move(LoanerTrigger.Exchange, reason, () => LeftPoolOn = today);

    /// <summary>A faulty unit taken in exchange enters the pool through its repair.</summary>
    public Result EnterThroughRepair(Guid orderId, string orderNumber, string reason) =>
        Move(State is LoanerState.Exchanged or LoanerState.Sold ? LoanerTrigger.ComeBack : LoanerTrigger.SendToRepair, reason, () => (LeftPoolOn, RepairOrderId, RepairOrderNumber) = (null, orderId, orderNumber));

    public Result Sell(string reason, LocalDate today) => Move(LoanerTrigger.Sell, reason, () => LeftPoolOn = today);

    public Result Retire(string reason, LocalDate today) => Move(LoanerTrigger.Retire, reason, () => LeftPoolOn = today);

    public SearchEntry Describe() => new()
    {
        Id = Id,
        Kind = nameof(Loaner),
        BranchId = BranchId,
        Code = Serial,
        Title = Title,
        Subtitle = ModelName,
        Href = $"/spare-parts/loaners/{Id}",
        Permission = SparePartsPermissions.LoanerRead,
        Text = SearchText.Normalize($"{Serial} {ModelCode} {ModelName}"),
    };

    public bool IsDescribedBy(string property) => false;

    private Result Move(LoanerTrigger trigger, string? reason, Action? then = null)
    {
        var next = LoanerLifecycle.Table.Fire(this, State, trigger);
        if (!next.Succeeded)
        {
            return next.Error;
        }

        Record(new Transition(State.ToString(), trigger.ToString(), next.Value.ToString(), string.IsNullOrWhiteSpace(reason) ? null : reason.Trim()));
        State = next.Value;
        then?.Invoke();
        return Result.Success;
    }
}
