using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.SpareParts.Domain.Defects;
using ServiceErp.SpareParts.Domain.Documents;
using ServiceErp.SpareParts.Domain.Parts;
using ServiceErp.SpareParts.Domain.Suppliers;

namespace ServiceErp.SpareParts.Domain.Claims;

/// <summary>What the supplier says to one line.</summary>
/// <param name="LineId">The line.</param>
/// <param name="Accepted">How many the supplier stands for.</param>
/// <param name="Answer">Why not for all; needed then.</param>
internal sealed record Answered(Guid LineId, decimal Accepted, string? Answer);

/// <summary>
/// A claim against a supplier for defective goods (PAR-9). Invariants: claimed is the sum of the lines · accepted never exceeds claimed · what is credited and replaced never exceeds what was accepted
/// without a reason that says so · no line is replaced by more than was accepted of it · what was sent of a line is what was accepted, what came back and what the supplier still has · a credit note and a
/// delivery note count once.
/// </summary>
internal sealed class SupplierClaim : Aggregate, IBranchOwned, ISearchable
{
    private readonly List<SupplierClaimLine> lines = [];
    private readonly List<ClaimCredit> credits = [];
    private readonly List<ClaimReplacement> replacements = [];
    private readonly List<ClaimComeback> comebacks = [];

    private SupplierClaim()
    {
    }

    public SupplierClaim(Guid id, string number, Guid branchId, Guid supplierId, string currency, Instant now, string person)
    {
        Id = id;
        Number = number;
        BranchId = branchId;
        SupplierId = supplierId;
        Currency = currency;
        CreatedAt = now;
        Person = person;
    }

    public Guid BranchId { get; private init; }

    public string Number { get; private init; } = "";

    public Guid SupplierId { get; private init; }

    // For lists only; no rule looks at it.
    public Supplier Supplier { get; private init; } = null!;

    public string Currency { get; private init; } = "";

    public SupplierClaimState State { get; private set; }

    public Instant CreatedAt { get; private init; }

    public string Person { get; private init; } = "";

    /// <summary>A word to the supplier.</summary>
    public string? Note { get; private set; }

    public LocalDate? SentOn { get; private set; }

    /// <summary>The day by which the supplier has to move: to answer, then to settle; null when nothing is expected.</summary>
    public LocalDate? DueOn { get; private set; }

    public LocalDate? AnsweredOn { get; private set; }

    /// <summary>Whole days from sending to the answer.</summary>
    public int? DaysToAnswer { get; private set; }

    /// <summary>The supplier's number for the claim.</summary>
    public string? Reference { get; private set; }

    /// <summary>The stock document by which the goods left.</summary>
    public Guid? ReturnDocumentId { get; private set; }

    public string? ReturnDocumentNumber { get; private set; }

    /// <summary>What was paid for the goods.</summary>
    public decimal Claimed { get; private set; }

    /// <summary>Of it the supplier stands for.</summary>
    public decimal Accepted { get; private set; }

    /// <summary>Of it came back as money.</summary>
    public decimal Credited { get; private set; }

    /// <summary>Of it came back as goods.</summary>
    public decimal Replaced { get; private set; }

    /// <summary>Why more came back than was accepted.</summary>
    public string? MoreBecause { get; private set; }

    public IReadOnlyList<SupplierClaimLine> Lines => lines;

    public IReadOnlyList<ClaimCredit> Credits => credits;

    public IReadOnlyList<ClaimReplacement> Replacements => replacements;

    public IReadOnlyList<ClaimComeback> Comebacks => comebacks;

    /// <summary>Of what was accepted still to come.</summary>
    public decimal Open => Math.Max(0, Accepted - Credited - Replaced);

    internal bool IsShipped => ReturnDocumentId is not null;

    internal bool IsSettled => Open == 0;

    internal decimal ClaimedQuantity => lines.Sum(l => l.Quantity);

    internal decimal AcceptedQuantity => lines.Sum(l => l.Accepted ?? 0);

    internal bool SomeCameBack => comebacks.Count > 0;

    internal bool HasRefusedThere => IsShipped && lines.Exists(l => l.RefusedThere > 0);

    /// <summary>Adds defective goods; they are claimed from now on.</summary>
    public Result AddLine(Guid id, DefectivePart goods, string? supplierNumber, int digits)
    {
        if (goods.SupplierId is { } other && other != SupplierId)
        {
            return ClaimErrors.OtherSupplier(goods.PartNumber);
        }

        var claimed = Move(SupplierClaimTrigger.Edit, null) is { Succeeded: false } refused ? refused : goods.Claim(Id, Number);
        if (claimed.Succeeded)
        {
            lines.Add(new SupplierClaimLine(id, Id, lines.Count == 0 ? 1 : lines.Max(l => l.Line) + 1, goods, supplierNumber, digits));
            Claimed = lines.Sum(l => l.Amount);
        }

        return claimed;
    }

    /// <summary>Says what was paid for one, and what is wrong.</summary>
    public Result ChangeLine(Guid lineId, decimal price, string defect, int digits)
    {
        if (lines.Find(l => l.Id == lineId) is not { } line)
        {
            return ClaimErrors.LineNotFound;
        }

        var changed = Move(SupplierClaimTrigger.Edit, null);
        if (changed.Succeeded)
        {
            line.Describe(price, defect, digits);
            Claimed = lines.Sum(l => l.Amount);
        }

        return changed;
    }

    /// <summary>Takes goods out again; they are held and may be claimed anew.</summary>
    public Result RemoveLine(Guid lineId, DefectivePart goods)
    {
        var changed = Move(SupplierClaimTrigger.Edit, null) is { Succeeded: false } refused ? refused : goods.Unclaim(Number);
        if (changed.Succeeded)
        {
            lines.RemoveAll(l => l.Id == lineId);
            Claimed = lines.Sum(l => l.Amount);
        }

        return changed;
    }

    /// <summary>Goes to the supplier, who has to answer within the given days.</summary>
    public Result Send(LocalDate today, int answerDays, string? note) => Move(SupplierClaimTrigger.Send, null, () =>
        (SentOn, DueOn, Note) = (today, today.PlusDays(answerDays), string.IsNullOrWhiteSpace(note) ? null : note.Trim()));

    /// <summary>Why the goods can't leave now; null when they can.</summary>
    public Error? WhyNotShipped() => SupplierClaimLifecycle.Table.Fire(this, State, SupplierClaimTrigger.Ship).Error;

    /// <summary>The goods left by posted documents, one for each place where they lay.</summary>
    public Result Ship(IReadOnlyList<StockDocument> documents)
    {
        var numbers = string.Join(", ", documents.Select(d => d.Number));
        return Move(SupplierClaimTrigger.Ship, numbers, () => (ReturnDocumentId, ReturnDocumentNumber) = (documents[0].Id, numbers));
    }

    /// <summary>The goods came back: the document was taken back.</summary>
    public Result TakeBack(string reason) => Move(SupplierClaimTrigger.TakeBack, reason, () => (ReturnDocumentId, ReturnDocumentNumber) = (null, null));

    /// <summary>Why so many of the refused goods can't come back now; null when they can.</summary>
    public Error? WhyNotBack(IReadOnlyList<(Guid LineId, decimal Quantity)> came)
    {
        if (SupplierClaimLifecycle.Table.Fire(this, State, SupplierClaimTrigger.TakeRefusedBack).Error is { } early)
        {
            return early;
        }

        for (var i = 0; i < came.Count; i++)
        {
            if (lines.Find(l => l.Id == came[i].LineId) is not { } line)
            {
                return ClaimErrors.LineNotFound.On($"Lines[{i}].LineId");
            }

            if (came[i].Quantity > line.RefusedThere)
            {
                return ClaimErrors.CameBackTooMany(line.PartNumber, line.RefusedThere).On($"Lines[{i}].Quantity");
            }
        }

        return null;
    }

    /// <summary>Some of what the supplier does not stand for came back: exactly these.</summary>
    public Result TakeRefusedBack(IReadOnlyList<ClaimComeback> came, string reason)
    {
        if (WhyNotBack([.. came.Select(c => (c.LineId, c.Quantity))]) is { } refused)
        {
            return refused;
        }

        return Move(SupplierClaimTrigger.TakeRefusedBack, reason, () =>
        {
            foreach (var one in came)
            {
                lines.First(l => l.Id == one.LineId).ComeBack(one.Quantity);
                comebacks.Add(one);
            }
        });
    }

    /// <summary>The supplier answers; a line not named is accepted in full.</summary>
    /// <param name="answers">What the supplier says.</param>
    /// <param name="reference">The supplier's number for the claim.</param>
    /// <param name="today">The day of the answer.</param>
    /// <param name="settleDays">Within how many days the accepted has to be settled.</param>
    /// <param name="digits">Of the currency.</param>
    public Result Answer(IReadOnlyList<Answered> answers, string? reference, LocalDate today, int settleDays, int digits)
    {
        if (State != SupplierClaimState.Sent)
        {
            return SupplierClaimLifecycle.Table.Fire(this, State, SupplierClaimTrigger.Answer).Error!;
        }

        for (var i = 0; i < answers.Count; i++)
        {
            if (Wrong(answers[i]) is { } wrong)
            {
                return wrong.On($"Lines[{i}].{wrong.Field}");
            }
        }

        foreach (var line in lines)
        {
            var answer = answers.FirstOrDefault(a => a.LineId == line.Id);
            line.Answered(answer?.Accepted ?? line.Quantity, answer?.Answer, digits);
        }

        Accepted = lines.Sum(l => l.AcceptedAmount);
        return Move(SupplierClaimTrigger.Answer, reference, () =>
        {
            (AnsweredOn, DaysToAnswer) = (today, Period.DaysBetween(SentOn!.Value, today));
            Reference = string.IsNullOrWhiteSpace(reference) ? Reference : reference.Trim();
            DueOn = AcceptedQuantity > 0 ? today.PlusDays(settleDays) : null;
        });
    }

    /// <summary>The refusal is not taken: the supplier has to answer once more.</summary>
    public Result Contest(string reason, LocalDate today, int answerDays) => Move(SupplierClaimTrigger.Contest, reason, () => DueOn = today.PlusDays(answerDays));

    /// <summary>A credit note came.</summary>
    public Result Credit(ClaimCredit credit)
    {
        if (credits.Exists(c => c.Number.Equals(credit.Number, StringComparison.OrdinalIgnoreCase)))
        {
            return ClaimErrors.CreditedTwice(credit.Number);
        }

        return Settle(SupplierClaimTrigger.Credit, credit.Number, credit.Amount, credit.Reason, () =>
        {
            credits.Add(credit);
            Credited += credit.Amount;
        });
    }

    /// <summary>New goods came instead.</summary>
    public Result Replace(ClaimReplacement replacement, IReadOnlyList<(Guid LineId, decimal Quantity)> came, int digits)
    {
        if (replacements.Exists(r => r.DeliveryNote.Equals(replacement.DeliveryNote, StringComparison.OrdinalIgnoreCase)))
        {
            return ClaimErrors.ReplacedTwice(replacement.DeliveryNote);
        }

        for (var i = 0; i < came.Count; i++)
        {
            if (lines.Find(l => l.Id == came[i].LineId) is not { } line)
            {
                return ClaimErrors.LineNotFound;
            }

            if (came[i].Quantity > line.ToReplace)
            {
                var tooMany = ClaimErrors.ReplacedTooMany(line.PartNumber, line.ToReplace);
                return tooMany.On($"Lines[{i}].{tooMany.Field}");
            }
        }

        var value = came.Sum(c => lines.First(l => l.Id == c.LineId).WorthOf(c.Quantity, digits));
        return Settle(SupplierClaimTrigger.Replace, replacement.DeliveryNote, value, replacement.Reason, () =>
        {
            foreach (var (lineId, quantity) in came)
            {
                lines.First(l => l.Id == lineId).Replace(quantity);
            }

            replacement.Worth(value);
            replacements.Add(replacement);
            Replaced += value;
        });
    }

    /// <summary>Nothing more is expected; why, when something accepted is still open.</summary>
    public Result Close(string? reason)
    {
        if (Open > 0 && string.IsNullOrWhiteSpace(reason))
        {
            return Error.Invalid("SpareParts.SupplierClaim.OpenUnexplained", "{0} {1} of what was accepted is open. Say why it is given up.", Open, Currency).On("Reason");
        }

        return Move(SupplierClaimTrigger.Close, reason, () => DueOn = null);
    }

    /// <summary>Calls it off.</summary>
    public Result Cancel(string reason) => Move(SupplierClaimTrigger.Cancel, reason, () => DueOn = null);

    /// <inheritdoc />
    public SearchEntry Describe() => new()
    {
        Id = Id,
        Kind = nameof(SupplierClaim),
        Code = Number,
        Title = Number,
        Subtitle = string.Join(", ", lines.Select(l => l.PartNumber).Distinct()),
        Href = $"/spare-parts/claims/{Id}",
        Permission = SparePartsPermissions.ClaimRead,
        BranchId = BranchId,
        Text = SearchText.Normalize($"{Number} {Reference} {string.Join(' ', lines.Select(l => $"{l.PartNumber} {l.Serials} {l.OrderNumber}"))}"),
    };

    /// <inheritdoc />
    public bool IsDescribedBy(string property) => property is nameof(Reference) or nameof(Claimed);

    private Error? Wrong(Answered answer) =>
        lines.Find(l => l.Id == answer.LineId) is not { } line ? ClaimErrors.LineNotFound.On(nameof(answer.LineId))
        : answer.Accepted < 0 || answer.Accepted > line.Quantity ? ClaimErrors.AcceptedTooMuch(line.PartNumber, line.Quantity)
        : answer.Accepted < line.Quantity && string.IsNullOrWhiteSpace(answer.Answer) ? ClaimErrors.RefusalUnexplained(line.PartNumber)
        : null;

    private Result Settle(SupplierClaimTrigger trigger, string paper, decimal value, string? reason, Action then)
    {
        if (State is not (SupplierClaimState.Accepted or SupplierClaimState.PartlyAccepted))
        {
            return SupplierClaimLifecycle.Table.Fire(this, State, trigger).Error!;
        }

        if (value > Open && string.IsNullOrWhiteSpace(reason))
        {
            return ClaimErrors.AboveAccepted(Open);
        }

        MoreBecause = value > Open ? reason!.Trim() : MoreBecause;
        then();
        return Move(trigger, paper, () => DueOn = IsSettled ? null : DueOn);
    }

    private Result Move(SupplierClaimTrigger trigger, string? reason, Action? then = null)
    {
        var next = SupplierClaimLifecycle.Table.Fire(this, State, trigger);
        if (!next.Succeeded)
        {
            return next.Error;
        }

        then?.Invoke();
        if (trigger != SupplierClaimTrigger.Edit)
        {
            Record(new Transition(State.ToString(), trigger.ToString(), next.Value.ToString(), string.IsNullOrWhiteSpace(reason) ? null : reason.Trim()));
        }

        State = next.Value;
        Check();
        return Result.Success;
    }

    private void Check()
    {
        if (Accepted > Claimed || Credited != credits.Sum(c => c.Amount) || Replaced != replacements.Sum(r => r.Value) || (Credited + Replaced > Accepted && MoreBecause is null)
            || lines.Exists(l => l.ToReplace < 0 || l.RefusedThere < 0 || l.CameBack != comebacks.Where(c => c.LineId == l.Id).Sum(c => c.Quantity)))
        {
            throw new InvalidOperationException($"Claim {Number} would stand at {Claimed} claimed, {Accepted} accepted, {Credited} credited and {Replaced} replaced.");
        }
    }
}

/// <summary>Defective goods of one part in a claim, as they were when it was written.</summary>
internal sealed class SupplierClaimLine : Entity
{
    private SupplierClaimLine()
    {
    }

    public SupplierClaimLine(Guid id, Guid claimId, int line, DefectivePart goods, string? supplierNumber, int digits)
    {
        Id = id;
        SupplierClaimId = claimId;
        Line = line;
        DefectivePartId = goods.Id;
        (PartId, PartNumber, SupplierNumber, Unit) = (goods.PartId, goods.PartNumber, supplierNumber, goods.Unit);
        (Quantity, Serials) = (goods.Quantity, goods.Serials);
        (PurchaseOrderId, PurchaseOrderNumber, DeliveryNote, ReceivedOn, CoveredUntil) = (goods.PurchaseOrderId, goods.PurchaseOrderNumber, goods.DeliveryNote, goods.ReceivedOn, goods.CoveredUntil);
        (OrderId, OrderNumber, Device) = (goods.OrderId, goods.OrderNumber, goods.Device);
        Describe(goods.UnitCost ?? 0, goods.Defect, digits);
    }

    public Guid SupplierClaimId { get; private init; }

    public int Line { get; private init; }

    public Guid DefectivePartId { get; private init; }

    public Guid PartId { get; private init; }

    // For lists only; no rule looks at it.
    public Part Part { get; private init; } = null!;

    public string PartNumber { get; private init; } = "";

    /// <summary>The supplier's own number for the part.</summary>
    public string? SupplierNumber { get; private init; }

    public string Unit { get; private init; } = "";

    public decimal Quantity { get; private init; }

    /// <summary>Of a serial-tracked part: which pieces, one a line.</summary>
    public string? Serials { get; private init; }

    public Guid? PurchaseOrderId { get; private init; }

    public string? PurchaseOrderNumber { get; private init; }

    public string? DeliveryNote { get; private init; }

    public LocalDate? ReceivedOn { get; private init; }

    /// <summary>The last day of the supplier's warranty.</summary>
    public LocalDate? CoveredUntil { get; private init; }

    /// <summary>The service order in which it was taken out.</summary>
    public Guid? OrderId { get; private init; }

    public string? OrderNumber { get; private init; }

    /// <summary>The device out of which it was taken.</summary>
    public string? Device { get; private init; }

    /// <summary>What was paid for one.</summary>
    public decimal Price { get; private set; }

    public string Defect { get; private set; } = "";

    public decimal Amount { get; private set; }

    /// <summary>How many the supplier stands for; null while there is no answer.</summary>
    public decimal? Accepted { get; private set; }

    public decimal AcceptedAmount { get; private set; }

    /// <summary>Why the supplier does not stand for all.</summary>
    public string? Answer { get; private set; }

    /// <summary>How many new ones came.</summary>
    public decimal Replaced { get; private set; }

    /// <summary>How many that the supplier does not stand for came back.</summary>
    public decimal CameBack { get; private set; }

    internal decimal ToReplace => (Accepted ?? 0) - Replaced;

    /// <summary>How many the supplier refused and still has, once the goods were sent; none while there is no answer.</summary>
    internal decimal RefusedThere => Accepted is { } accepted ? Quantity - accepted - CameBack : 0;

    internal decimal WorthOf(decimal quantity, int digits) => quantity == Quantity ? Amount : Rounding.Round(Amount * quantity / Quantity, digits);

    internal void Describe(decimal price, string defect, int digits) => (Price, Defect, Amount) = (price, defect.Trim(), Rounding.Round(price * Quantity, digits));

    internal void Answered(decimal accepted, string? answer, int digits) => (Accepted, AcceptedAmount, Answer) = (accepted, WorthOf(accepted, digits), string.IsNullOrWhiteSpace(answer) ? null : answer.Trim());

    internal void Replace(decimal quantity) => Replaced += quantity;

    internal void ComeBack(decimal quantity) => CameBack += quantity;
}

/// <summary>A supplier's credit note for a claim.</summary>
internal sealed class ClaimCredit : Entity
{
    private ClaimCredit()
    {
    }

    public ClaimCredit(Guid id, Guid claimId, string number, LocalDate day, decimal amount, string? reason, Instant now, string person)
    {
        Id = id;
        SupplierClaimId = claimId;
        Number = number.Trim();
        (Day, Amount, Reason) = (day, amount, string.IsNullOrWhiteSpace(reason) ? null : reason.Trim());
        (At, Person) = (now, person);
    }

    public Guid SupplierClaimId { get; private init; }

    public string Number { get; private init; } = "";

    public LocalDate Day { get; private init; }

    public decimal Amount { get; private init; }

    /// <summary>Why it is more than was open.</summary>
    public string? Reason { get; private init; }

    public Instant At { get; private init; }

    public string Person { get; private init; } = "";
}

/// <summary>New goods that came for a claim.</summary>
internal sealed class ClaimReplacement : Entity
{
    private ClaimReplacement()
    {
    }

    public ClaimReplacement(Guid id, Guid claimId, string deliveryNote, LocalDate day, string? reason, Instant now, string person)
    {
        Id = id;
        SupplierClaimId = claimId;
        DeliveryNote = deliveryNote.Trim();
        (Day, Reason) = (day, string.IsNullOrWhiteSpace(reason) ? null : reason.Trim());
        (At, Person) = (now, person);
    }

    public Guid SupplierClaimId { get; private init; }

    public string DeliveryNote { get; private init; } = "";

    public LocalDate Day { get; private init; }

    /// <summary>What the goods that they stand for had cost.</summary>
    public decimal Value { get; private set; }

    /// <summary>Why it is more than was open.</summary>
    public string? Reason { get; private init; }

    /// <summary>The receipt by which they came into stock.</summary>
    public Guid? DocumentId { get; private set; }

    public string? DocumentNumber { get; private set; }

    public Instant At { get; private init; }

    public string Person { get; private init; } = "";

    public void BookedBy(StockDocument document) => (DocumentId, DocumentNumber) = (document.Id, document.Number);

    internal void Worth(decimal value) => Value = value;
}

/// <summary>Some of what the supplier refused came back.</summary>
internal sealed class ClaimComeback : Entity
{
    private ClaimComeback()
    {
    }

    public ClaimComeback(Guid id, SupplierClaimLine line, decimal quantity, Guid exitDocumentId, StockDocument document, LocalDate day, Instant now, string person)
    {
        Id = id;
        (SupplierClaimId, LineId, PartNumber, Unit) = (line.SupplierClaimId, line.Id, line.PartNumber, line.Unit);
        Quantity = quantity;
        ExitDocumentId = exitDocumentId;
        (DocumentId, DocumentNumber) = (document.Id, document.Number!);
        (Day, At, Person) = (day, now, person);
    }

    public Guid SupplierClaimId { get; private init; }

    public Guid LineId { get; private init; }

    public string PartNumber { get; private init; } = "";

    public string Unit { get; private init; } = "";

    public decimal Quantity { get; private init; }

    /// <summary>The stock document by which they had left.</summary>
    public Guid ExitDocumentId { get; private init; }

    /// <summary>The receipt by which they came back into stock.</summary>
    public Guid DocumentId { get; private init; }

    public string DocumentNumber { get; private init; } = "";

    public LocalDate Day { get; private init; }

    public Instant At { get; private init; }

    public string Person { get; private init; } = "";
}
