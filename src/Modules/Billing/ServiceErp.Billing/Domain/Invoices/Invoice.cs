using NodaTime;
using ServiceErp.Billing.Domain.Taxes;
using ServiceErp.Billing.Domain.Vouchers;
using ServiceErp.Kernel;
using ServiceErp.Reception;

namespace ServiceErp.Billing.Domain.Invoices;

/// <summary>
/// An invoice. Invariants: it has a number exactly when it is issued; once issued, nothing printed on it changes; totals are sums of its lines; payments less
/// refunds never exceed what is left after credit notes, except for what a later credit note made too much, which can be given back; credit notes never
/// exceed the invoice, line by line.
/// </summary>
internal sealed class Invoice : Aggregate, IBranchOwned, ISearchable
{
    private readonly List<InvoiceLine> lines = [];
    private readonly List<Payment> payments = [];
    private readonly List<CreditNote> creditNotes = [];

    private Invoice()
    {
    }

    public Guid BranchId { get; private init; }

    /// <summary>The legal number; empty for a draft.</summary>
    public string Number { get; private set; } = "";

    public Guid VoucherId { get; private init; }

    public Guid OrderId { get; private init; }

    public string OrderNumber { get; private init; } = "";

    public Guid CustomerId { get; private init; }

    public string CustomerName { get; private set; } = "";

    public string CustomerAddress { get; private set; } = "";

    public string CustomerTaxNumber { get; private set; } = "";

    public string CustomerPhone { get; private init; } = "";

    public string CustomerEmail { get; private init; } = "";

    /// <summary>The language it is printed in: en, ru, es or ko.</summary>
    public string Language { get; private set; } = "";

    public string DeviceName { get; private init; } = "";

    public string SerialNumber { get; private init; } = "";

    public ServiceCategory Category { get; private init; }

    public string TechnicianName { get; private init; } = "";

    public string Currency { get; private init; } = "";

    /// <summary>The day of the work; its tax rates apply.</summary>
    public LocalDate TaxPoint { get; private init; }

    /// <summary>The day of issue; while a draft, the day it was made.</summary>
    public LocalDate IssuedOn { get; private set; }

    public LocalDate DueOn { get; private set; }

    public string Note { get; private set; } = "";

    public string PaymentDetails { get; private set; } = "";

    public decimal Normal { get; private set; }

    public decimal Reduction { get; private set; }

    public decimal Net { get; private set; }

    public decimal Tax { get; private set; }

    public decimal Gross { get; private set; }

    /// <summary>What the job cost the company.</summary>
    public decimal Cost { get; private set; }

    /// <summary>Received less given back.</summary>
    public decimal Paid { get; private set; }

    /// <summary>Gross of all credit notes.</summary>
    public decimal Credited { get; private set; }

    /// <summary>Still to be paid; negative when a credit note made a payment too much.</summary>
    public decimal Open { get; private set; }

    /// <summary>The highest reminder sent; zero for none.</summary>
    public int ReminderLevel { get; private set; }

    public LocalDate? RemindedOn { get; private set; }

    public InvoiceState State { get; private set; }

    public IReadOnlyList<InvoiceLine> Lines => lines;

    public IReadOnlyList<Payment> Payments => payments;

    public IReadOnlyList<CreditNote> CreditNotes => creditNotes;

    public bool IsFullyCredited => Credited == Gross;

    public decimal ToRefund => Math.Max(0, -Open);

    /// <summary>A draft: no number, no effect on any balance.</summary>
    public static Invoice Draft(Guid id, Voucher voucher, TaxRate rate, LocalDate day, int dueDays, string paymentDetails, IIdentifiers ids)
    {
        var invoice = new Invoice
        {
            Id = id,
            BranchId = voucher.BranchId,
            VoucherId = voucher.Id,
            OrderId = voucher.OrderId,
            OrderNumber = voucher.OrderNumber,
            CustomerId = voucher.CustomerId,
            CustomerName = voucher.CustomerName,
            CustomerAddress = voucher.CustomerAddress,
            CustomerPhone = voucher.CustomerPhone,
            CustomerEmail = voucher.CustomerEmail,
            Language = voucher.Language,
            DeviceName = voucher.DeviceName,
            SerialNumber = voucher.SerialNumber,
            Category = voucher.Category,
            TechnicianName = voucher.TechnicianName,
            Currency = voucher.Currency,
            TaxPoint = voucher.ReleasedOn,
            IssuedOn = day,
            DueOn = day.PlusDays(dueDays),
            PaymentDetails = paymentDetails,
        };
        invoice.Write(voucher.Lines, rate.Code, rate.Percent, ids);
        return invoice;
    }

    /// <summary>What may still be changed on a draft: whom it is made out to, its language, the days to pay, a note.</summary>
    public Result Change(string name, string address, string taxNumber, string language, int dueDays, string note)
    {
        if (State != InvoiceState.Draft)
        {
            return InvoiceErrors.Immutable;
        }

        CustomerName = name;
        CustomerAddress = address;
        CustomerTaxNumber = taxNumber;
        Language = language;
        DueOn = IssuedOn.PlusDays(dueDays);
        Note = note;
        return Result.Success;
    }

    /// <summary>Writes a draft's lines anew: what was charged wrongly, left out or forgotten is made right before it is issued (BIL-3).</summary>
    /// <param name="content">All lines as they are to be.</param>
    /// <param name="rate">The rate of the day of the work.</param>
    /// <param name="agreed">As far as the customer has agreed to pay, net.</param>
    /// <param name="reason">Why, for the history.</param>
    /// <param name="ids">Gives the new lines their identities.</param>
    public Result ChangeLines(IReadOnlyList<VoucherLine> content, TaxRate rate, decimal agreed, string reason, IIdentifiers ids)
    {
        if (State != InvoiceState.Draft)
        {
            return InvoiceErrors.Immutable;
        }

        lines.Clear();
        Write(content, rate.Code, rate.Percent, ids);
        if (Net > agreed)
        {
            return InvoiceErrors.NotAgreed(new Money(agreed, Currency), new Money(Net, Currency));
        }

        Record(new Transition(State.ToString(), nameof(ChangeLines), State.ToString(), reason));
        return Result.Success;
    }

    private void Write(IReadOnlyList<VoucherLine> content, string taxCode, decimal taxPercent, IIdentifiers ids)
    {
        Charge[] charges = [.. content.Select(l => new Charge(l.Quantity, l.UnitPrice, l.Reduction, taxCode, taxPercent))];
        var totals = InvoiceAmounts.Of(charges, Currency);
        (Normal, Reduction, Net, Tax, Gross) = (totals.Normal, totals.Reduction, totals.Net, totals.Tax, totals.Gross);
        Cost = content.Sum(l => Rounding.Round(l.Cost, Currencies.MinorDigits(Currency)));
        for (var i = 0; i < charges.Length; i++)
        {
            lines.Add(new InvoiceLine(ids.NewId(), Id, i + 1, content[i], charges[i], totals.Lines[i]));
        }
    }

    /// <summary>Whether it can be issued now; asked before a number is taken. Without the address of whom it is made out to it is no invoice before the law.</summary>
    public Error? IssueRefusal => InvoiceLifecycle.Table.Fire(this, State, InvoiceTrigger.Issue).Error ?? (string.IsNullOrWhiteSpace(CustomerAddress) ? InvoiceErrors.AddressMissing : null);

    /// <summary>Gives it its number and makes it final.</summary>
    public Result Issue(string number, LocalDate on)
    {
        var moved = Move(InvoiceTrigger.Issue, null);
        if (moved.Succeeded)
        {
            Number = number;
            DueOn = on.Plus(Period.FromDays(Period.DaysBetween(IssuedOn, DueOn)));
            IssuedOn = on;
            Open = Gross;
            Raise(new InvoiceIssued(OrderId, Id, number, Gross, Currency, on));
        }

        return moved;
    }

    /// <summary>Takes a payment; more than is open is refused with what is open.</summary>
    public Result Pay(Guid id, PaymentMethod method, decimal amount, LocalDate on, string reference, string takenBy)
    {
        if (Permitted(InvoiceTrigger.Pay) is { } refusal)
        {
            return refusal;
        }

        if (IsTooFine(amount) is { } tooFine)
        {
            return tooFine;
        }

        if (amount > Open)
        {
            return Error.Refused("Billing.Payment.MoreThanOpen", "Only {0} is open; more can't be taken.", new Money(Open, Currency)).On("Amount");
        }

        payments.Add(new Payment(id, Id, method, amount, on, reference, takenBy));
        Paid += amount;
        Open -= amount;
        return Move(InvoiceTrigger.Pay, null);
    }

    /// <summary>Gives back what a credit note made too much.</summary>
    public Result Refund(Guid id, PaymentMethod method, decimal amount, LocalDate on, string reference, string by)
    {
        if (Permitted(InvoiceTrigger.Refund) is { } refusal)
        {
            return refusal;
        }

        if (IsTooFine(amount) is { } tooFine)
        {
            return tooFine;
        }

        if (amount > ToRefund)
        {
            return Error.Refused("Billing.Payment.MoreThanToRefund", "Only {0} is to be given back.", new Money(ToRefund, Currency)).On("Amount");
        }

        // The guard looks at what is to be given back, so the move comes before the amounts.
        var moved = Move(InvoiceTrigger.Refund, reference);
        payments.Add(new Payment(id, Id, method, -amount, on, reference, by));
        Paid -= amount;
        Open += amount;
        return moved;
    }

    /// <summary>What of each line is not yet credited, net and tax.</summary>
    public IReadOnlyDictionary<Guid, (decimal Net, decimal Tax)> LeftToCredit()
    {
        var credited = creditNotes.SelectMany(n => n.Lines).ToLookup(l => l.InvoiceLineId);
        return lines.ToDictionary(l => l.Id, l => (l.Net - credited[l.Id].Sum(c => c.Net), l.Tax - credited[l.Id].Sum(c => c.Tax)));
    }

    /// <summary>Whether these lines can be credited, and with which amounts; asked before a number is taken. No line means all that is left.</summary>
    public Result<IReadOnlyList<CreditNoteLine>> CreditLines(IReadOnlyList<LineCredit> wanted, IIdentifiers ids)
    {
        if (Permitted(InvoiceTrigger.Credit) is { } refusal)
        {
            return refusal;
        }

        var left = LeftToCredit();
        var digits = Currencies.MinorDigits(Currency);
        var asked = wanted.Count == 0
            ? [.. lines.Where(l => left[l.Id].Net > 0).Select(l => new LineCredit(l.Id, left[l.Id].Net))]
            : wanted.Where(w => w.Net != 0).ToArray();
        if (asked.Length == 0)
        {
            return Error.Refused("Billing.CreditNote.NothingLeft", "Nothing of this invoice is left to be credited.");
        }

        if (asked.DistinctBy(a => a.LineId).Count() != asked.Length)
        {
            return Error.Invalid("Billing.CreditNote.LineTwice", "A line is named twice.").On("Lines");
        }

        var result = new List<CreditNoteLine>();
        foreach (var credit in asked)
        {
            if (lines.Find(l => l.Id == credit.LineId) is not { } line)
            {
                return Error.Invalid("Billing.CreditNote.UnknownLine", "This line is not on the invoice.").On("Lines");
            }

            if (credit.Net < 0 || IsTooFine(credit.Net) is not null)
            {
                return Error.Invalid("Billing.CreditNote.Amount", "Enter an amount above zero with at most {0} decimals.", digits).On("Lines");
            }

            var (net, tax) = left[line.Id];
            if (credit.Net > net)
            {
                return Error.Refused("Billing.CreditNote.MoreThanLeft", "Only {0} of \"{1}\" is left to be credited.", new Money(net, Currency), line.Text).On("Lines");
            }

            // The credit that takes the last of a line takes the last of its tax: the sum never differs from what was printed.
            var itsTax = credit.Net == net ? tax : Math.Min(tax, InvoiceAmounts.Tax(credit.Net, line.TaxPercent, digits));
            result.Add(new CreditNoteLine(ids.NewId(), line.Id, result.Count + 1, line.Text, line.TaxCode, line.TaxPercent, credit.Net, itsTax));
        }

        return result;
    }

    /// <summary>Takes back what <see cref="CreditLines"/> said.</summary>
    public Result<CreditNote> Credit(Guid id, string number, LocalDate on, string reason, string by, IReadOnlyList<CreditNoteLine> credited)
    {
        var note = new CreditNote(id, Id, number, on, reason, by, credited);
        creditNotes.Add(note);
        Credited += note.Gross;
        Open -= note.Gross;
        var moved = Move(InvoiceTrigger.Credit, reason);
        return moved.Succeeded ? note : moved.Error;
    }

    /// <summary>Notes that a reminder of this level went out; each level once.</summary>
    public Result Remind(int level, LocalDate on)
    {
        if (level <= ReminderLevel)
        {
            return Error.Refused("Billing.Reminder.AlreadySent", "Reminder {0} was already sent on {1}.", ReminderLevel, RemindedOn);
        }

        var moved = Move(InvoiceTrigger.Remind, null);
        if (moved.Succeeded)
        {
            ReminderLevel = level;
            RemindedOn = on;
        }

        return moved;
    }

    /// <summary>Notes in the history that it or a credit note of it went to somebody; nothing else changes.</summary>
    /// <param name="what"><see cref="InvoiceTrigger.Send"/> or <see cref="InvoiceTrigger.SendCreditNote"/>.</param>
    /// <param name="recipient">E-mail address or telephone number.</param>
    public Result NoteSent(InvoiceTrigger what, string recipient) => Move(what, recipient);

    /// <summary>Why a trigger is impossible in the present state, before any amount is looked at.</summary>
    private Error? Permitted(InvoiceTrigger trigger) =>
        InvoiceLifecycle.Table.CanFire(this, State, trigger) ? null : InvoiceLifecycle.Table.Fire(this, State, trigger).Error;

    private Error? IsTooFine(decimal amount)
    {
        var digits = Currencies.MinorDigits(Currency);
        return amount > 0 && Rounding.Round(amount, digits) == amount
            ? null
            : Error.Invalid("Billing.Payment.Amount", "Enter an amount above zero with at most {0} decimals.", digits).On("Amount");
    }

    public SearchEntry Describe() => new()
    {
        Id = Id,
        Kind = "Invoice",
        BranchId = BranchId,
        Code = Number.Length > 0 ? Number : null,
        Title = Number.Length > 0 ? Number : OrderNumber,
        Subtitle = $"{CustomerName} · {OrderNumber}",
        Href = $"/billing/invoices/{Id}",
        Permission = BillingPermissions.InvoiceRead,
        Text = SearchText.Normalize($"{Number} {OrderNumber} {CustomerName} {CustomerPhone} {SerialNumber}"),
    };

    public bool IsDescribedBy(string property) => property is nameof(Number) or nameof(CustomerName);

    private Result Move(InvoiceTrigger trigger, string? reason)
    {
        var next = InvoiceLifecycle.Table.Fire(this, State, trigger);
        if (!next.Succeeded)
        {
            return next.Error;
        }

        Record(new Transition(State.ToString(), trigger.ToString(), next.Value.ToString(), reason));
        State = next.Value;
        return Result.Success;
    }
}
