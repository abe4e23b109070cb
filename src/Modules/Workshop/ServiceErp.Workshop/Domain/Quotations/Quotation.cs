using NodaTime;
using ServiceErp.Kernel;

namespace ServiceErp.Workshop.Domain.Quotations;

/// <summary>The states of a quotation.</summary>
public enum QuotationState
{
    Draft,
    Sent,
    Approved,
    Declined,
    Expired,
    Superseded,
}

/// <summary>What moves a quotation.</summary>
public enum QuotationTrigger
{
    Send,
    Approve,
    Decline,
    Expire,
    Supersede,
}

internal static class QuotationLifecycle
{
    public static Lifecycle<Quotation, QuotationState, QuotationTrigger> Table { get; } = Lifecycle<Quotation, QuotationState, QuotationTrigger>.Define(QuotationState.Draft, quotation =>
    {
        quotation.Configure(QuotationState.Draft)
            .PermitIf(QuotationTrigger.Send, QuotationState.Sent, q => q.Lines.Count > 0, "The quotation has no lines.")
            .Permit(QuotationTrigger.Supersede, QuotationState.Superseded);
        quotation.Configure(QuotationState.Sent)
            .Permit(QuotationTrigger.Approve, QuotationState.Approved)
            .Permit(QuotationTrigger.Decline, QuotationState.Declined)
            .Permit(QuotationTrigger.Expire, QuotationState.Expired)
            .Permit(QuotationTrigger.Supersede, QuotationState.Superseded);
        quotation.Configure(QuotationState.Approved)
            .Permit(QuotationTrigger.Supersede, QuotationState.Superseded);
        quotation.Final(QuotationState.Declined, QuotationState.Expired, QuotationState.Superseded);
    });
}

/// <summary>One line of a quotation: normal price, and what is covered taken off it, so that the customer sees both (WRK-4).</summary>
internal sealed class QuotationLine : Entity
{
    private QuotationLine()
    {
    }

    public QuotationLine(Guid id, Guid quotationId, int position, ChargeLine charge, Guid? partId, string partGroup)
    {
        Id = id;
        QuotationId = quotationId;
        LineId = charge.LineId;
        Position = position;
        Kind = charge.Kind;
        Code = charge.Code;
        Text = charge.Text;
        Quantity = charge.Quantity;
        Unit = charge.Unit;
        UnitPrice = charge.UnitPrice;
        Reduction = charge.Reduction;
        ReductionReason = charge.ReductionReason;
        PartId = partId;
        PartGroup = partGroup;
    }

    public Guid QuotationId { get; private set; }

    /// <summary>Identity of the order's line this is or becomes.</summary>
    public Guid LineId { get; private set; }

    public int Position { get; private set; }

    public ChargeKind Kind { get; private set; }

    public string Code { get; private set; } = "";

    public string Text { get; private set; } = "";

    public decimal Quantity { get; private set; }

    public string Unit { get; private set; } = "";

    public decimal UnitPrice { get; private set; }

    public decimal Reduction { get; private set; }

    public Sentence? ReductionReason { get; private set; }

    public Guid? PartId { get; private set; }

    public string PartGroup { get; private set; } = "";

    /// <summary>Of what is to be paid; nought while nobody can tell it.</summary>
    public decimal Tax { get; private set; }

    public void AddTax(decimal tax) => Tax = tax;

    public decimal Net(string currency) => new Money(Quantity * UnitPrice, currency).Round().Amount - Reduction;
}

/// <summary>A question of the customer and our answer.</summary>
internal sealed class QuotationQuestion : Entity
{
    private QuotationQuestion()
    {
    }

    public QuotationQuestion(Guid id, Guid quotationId, string text, Instant at, string? askedFrom, string? askedWith)
    {
        Id = id;
        QuotationId = quotationId;
        Text = text;
        At = at;
        (AskedFrom, AskedWith) = (askedFrom, askedWith);
    }

    public Guid QuotationId { get; private set; }

    public string Text { get; private set; } = "";

    public Instant At { get; private set; }

    /// <summary>The network address from which it was asked.</summary>
    public string? AskedFrom { get; private set; }

    /// <summary>What the browser that asked said of itself.</summary>
    public string? AskedWith { get; private set; }

    public string? Answer { get; private set; }

    public string? AnsweredBy { get; private set; }

    public Instant? AnsweredAt { get; private set; }

    public void Reply(string answer, string by, Instant at) => (Answer, AnsweredBy, AnsweredAt) = (answer, by, at);
}

/// <summary>
/// The fee declared to the customer before paid work. Invariants: what was sent never changes; an expired one can't be approved; of several alternatives one is approved and the
/// others are superseded.
/// </summary>
internal sealed class Quotation : Aggregate, IBranchOwned
{
    private readonly List<QuotationLine> lines = [];
    private readonly List<QuotationQuestion> questions = [];

    private Quotation()
    {
    }

    public Quotation(Guid id, Guid orderId, Guid branchId, string number, string title, string currency, LocalDate validUntil, string secret, Instant now)
    {
        Id = id;
        OrderId = orderId;
        BranchId = branchId;
        Number = number;
        Title = title;
        Currency = currency;
        ValidUntil = validUntil;
        Secret = secret;
        DraftedAt = now;
    }

    public Guid OrderId { get; private set; }

    public Guid BranchId { get; private set; }

    public string Number { get; private set; } = "";

    /// <summary>What distinguishes this alternative.</summary>
    public string Title { get; private set; } = "";

    public string Currency { get; private set; } = "";

    public QuotationState State { get; private set; }

    /// <summary>Last day on which it can be approved.</summary>
    public LocalDate ValidUntil { get; private set; }

    /// <summary>Of the customer's link; told to nobody but the customer.</summary>
    public string Secret { get; private set; } = "";

    /// <summary>Set while the link was ended by hand.</summary>
    public Instant? LinkEndedAt { get; private set; }

    public string Remark { get; private set; } = "";

    /// <summary>Due when the customer declines, as declared on the quotation; zero for none.</summary>
    public decimal DeclineFee { get; private set; }

    public string DeclineFeeCode { get; private set; } = "";

    public string DeclineFeeText { get; private set; } = "";

    public decimal Net { get; private set; }

    /// <summary>The rate by which tax was added; null when there was nobody to tell it.</summary>
    public decimal? TaxPercent { get; private set; }

    /// <summary>Of all lines, each rounded as on the invoice.</summary>
    public decimal Tax { get; private set; }

    /// <summary>Of the fee that is due when the customer declines.</summary>
    public decimal DeclineFeeTax { get; private set; }

    public Instant DraftedAt { get; private set; }

    public Instant? SentAt { get; private set; }

    public Instant? AnsweredAt { get; private set; }

    /// <summary>Who approved or declined.</summary>
    public string? AnsweredBy { get; private set; }

    public string? AnswerReason { get; private set; }

    /// <summary>Answered through the secret link, not in person.</summary>
    public bool AnsweredByLink { get; private set; }

    /// <summary>The network address from which the link was answered.</summary>
    public string? AnsweredFrom { get; private set; }

    /// <summary>What the browser that answered said of itself.</summary>
    public string? AnsweredWith { get; private set; }

    public IReadOnlyList<QuotationLine> Lines => lines;

    public IReadOnlyList<QuotationQuestion> Questions => questions;

    public void Fill(IEnumerable<QuotationLine> content, string remark, (decimal Price, string Code, string Text) declineFee)
    {
        lines.AddRange(content);
        Remark = remark;
        (DeclineFee, DeclineFeeCode, DeclineFeeText) = declineFee;
        Net = lines.Sum(l => l.Net(Currency));
    }

    /// <summary>Writes the tax of each line and of the fee beside the net prices, so that the customer reads what there is to pay.</summary>
    /// <param name="percent">The rate.</param>
    /// <param name="taxes">One for each line, in their order, and the last for the fee.</param>
    public void AddTaxes(decimal percent, IReadOnlyList<decimal> taxes)
    {
        TaxPercent = percent;
        foreach (var (line, tax) in lines.Zip(taxes))
        {
            line.AddTax(tax);
        }

        (Tax, DeclineFeeTax) = (lines.Sum(l => l.Tax), taxes[^1]);
    }

    public Result Send(LocalDate today, Instant now)
    {
        if (ValidUntil < today)
        {
            return QuotationErrors.Expired(ValidUntil);
        }

        var moved = Move(QuotationTrigger.Send, null);
        if (moved.Succeeded)
        {
            SentAt = now;
        }

        return moved;
    }

    /// <summary>Whether the link opens: sent, not ended, and for some days after the answer or, without one, after the last day.</summary>
    public bool LinkLives(LocalDate today, DateTimeZone zone, int days) =>
        SentAt is not null && LinkEndedAt is null && today <= (AnsweredAt?.InZone(zone).Date ?? ValidUntil).PlusDays(days);

    /// <summary>Gives the customer a new link while the answer is waited for; the old one leads nowhere from now on.</summary>
    public Result RenewLink(string secret, string reason)
    {
        if (State != QuotationState.Sent)
        {
            return QuotationErrors.NotOpen;
        }

        (Secret, LinkEndedAt) = (secret, null);
        Record(new Transition(State.ToString(), nameof(RenewLink), State.ToString(), $"{Number}: {reason.Trim()}"));
        return Result.Success;
    }

    /// <summary>Lets the customer's link lead nowhere.</summary>
    public Result EndLink(string reason, Instant now)
    {
        if (SentAt is null || LinkEndedAt is not null)
        {
            return QuotationErrors.NoLink;
        }

        LinkEndedAt = now;
        Record(new Transition(State.ToString(), nameof(EndLink), State.ToString(), $"{Number}: {reason.Trim()}"));
        return Result.Success;
    }

    /// <summary>Keeps from where the link was answered.</summary>
    public void AnsweredThrough(string? address, string? agent) => (AnsweredFrom, AnsweredWith) = (address, agent);

    public Result Approve(string by, bool byLink, LocalDate today, Instant now)
    {
        if (State == QuotationState.Sent && ValidUntil < today)
        {
            return QuotationErrors.Expired(ValidUntil);
        }

        return Answer(QuotationTrigger.Approve, by, null, byLink, now);
    }

    public Result Decline(string by, string? reason, bool byLink, Instant now) => Answer(QuotationTrigger.Decline, by, reason, byLink, now);

    public Result Supersede() => Move(QuotationTrigger.Supersede, null);

    public Result Expire() => Move(QuotationTrigger.Expire, null);

    public Result Ask(QuotationQuestion question)
    {
        if (State != QuotationState.Sent)
        {
            return QuotationErrors.NotOpen;
        }

        if (questions.Count(q => q.Answer is null) >= 5)
        {
            return QuotationErrors.TooManyQuestions;
        }

        questions.Add(question);
        return Result.Success;
    }

    private Result Answer(QuotationTrigger trigger, string by, string? reason, bool byLink, Instant now)
    {
        var moved = Move(trigger, reason is null ? by : $"{by}: {reason}");
        if (moved.Succeeded)
        {
            (AnsweredAt, AnsweredBy, AnswerReason, AnsweredByLink) = (now, by, reason, byLink);
        }

        return moved;
    }

    private Result Move(QuotationTrigger trigger, string? reason)
    {
        var to = QuotationLifecycle.Table.Fire(this, State, trigger);
        if (!to.Succeeded)
        {
            return to.Error;
        }

        Record(new Transition(State.ToString(), trigger.ToString(), to.Value.ToString(), reason));
        State = to.Value;
        return Result.Success;
    }
}

internal static class QuotationErrors
{
    public static readonly Error OwnAddress = Error.Refused("Workshop.Quotation.OwnAddress", "You changed where this customer's messages go. A colleague checks it and sends the new link.");
    public static readonly Error NotFound = Error.NotFound("Workshop.Quotation.NotFound", "There is no such quotation.");
    public static readonly Error NotOpen = Error.Refused("Workshop.Quotation.NotOpen", "This quotation has been answered or withdrawn already.");
    public static readonly Error Empty = Error.Invalid("Workshop.Quotation.Empty", "There is nothing to quote: add parts, labour or fees first.");
    public static readonly Error TooManyQuestions = Error.Refused("Workshop.Quotation.TooManyQuestions", "Your questions are waiting for an answer. Please call us if it is urgent.");
    public static readonly Error QuestionNotFound = Error.NotFound("Workshop.Quotation.QuestionNotFound", "There is no such question.");
    public static readonly Error LinkEnded = Error.NotFound("Workshop.Quotation.LinkEnded", "This link has ended, or it is not complete. Check it, or call us.");
    public static readonly Error NoLink = Error.Refused("Workshop.Quotation.NoLink", "The link has ended already.");
    public static readonly Error NothingToSend = Error.Refused("Workshop.Quotation.NothingToSend", "The order has no draft quotation.");

    public static Error Expired(LocalDate day) => Error.Refused("Workshop.Quotation.Expired", "This quotation was valid until {0}. Please ask for a new one.", day);
}
