using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Reception;
using ServiceErp.SpareParts;
using ServiceErp.Workshop;

namespace ServiceErp.Billing.Domain.Vouchers;

/// <summary>One line of a voucher, as the workshop told it.</summary>
internal sealed record VoucherLine(
    Guid Id, ChargeKind Kind, string Code, string Text, decimal Quantity, string Unit, decimal UnitPrice, decimal Reduction, Sentence? ReductionReason, decimal Cost);

/// <summary>
/// The proof of a finished job as it reached finance, one per order; and beside it one for each late fee of a loaner that came when the job's own was settled already. What the workshop told never
/// changes; it is settled the same day by an invoice, by the finding that there is nothing to pay, or by a release without fee with its reason.
/// </summary>
internal sealed class Voucher : Aggregate, IBranchOwned, ISearchable
{
    /// <summary>The code of a line that charges the late return of a loaner; its identity is the loan's.</summary>
    public const string LateReturn = "LATE-RETURN";

    private Voucher()
    {
    }

    public Guid BranchId { get; private init; }

    public Guid OrderId { get; private init; }

    public string OrderNumber { get; private init; } = "";

    /// <summary>The number of the loan whose late fee it charges; empty for the job itself.</summary>
    public string About { get; private init; } = "";

    public Guid CustomerId { get; private init; }

    public string CustomerName { get; private init; } = "";

    public string CustomerAddress { get; private init; } = "";

    public string CustomerPhone { get; private init; } = "";

    public string CustomerEmail { get; private init; } = "";

    public string Language { get; private init; } = "";

    public string DeviceName { get; private init; } = "";

    public string SerialNumber { get; private init; } = "";

    public ServiceCategory Category { get; private init; }

    public string Currency { get; private init; } = "";

    public Instant ReleasedAt { get; private init; }

    /// <summary>The day of the work in the branch's zone: the tax point.</summary>
    public LocalDate ReleasedOn { get; private init; }

    public Guid? TechnicianId { get; private init; }

    public string TechnicianName { get; private init; } = "";

    public IReadOnlyList<VoucherLine> Lines { get; private set; } = [];

    /// <summary>Net at normal prices.</summary>
    public decimal Normal { get; private set; }

    /// <summary>Net taken off: the cost of warranty, contract and goodwill at normal prices.</summary>
    public decimal Reduction { get; private set; }

    /// <summary>Net to be paid by the customer.</summary>
    public decimal Payable { get; private set; }

    /// <summary>What the job cost the company.</summary>
    public decimal Cost { get; private set; }

    /// <summary>As far as the customer's consent on the order reaches, net, without what a loaner cost; null without one.</summary>
    public decimal? OrderAgreed { get; private set; }

    /// <summary>The customer agreed to more than was released: what was forgotten can be billed.</summary>
    public bool CanChargeMore => Category != ServiceCategory.Internal && Chargeable > Payable;

    /// <summary>As much as an invoice of it may charge, net: what the workshop released the customer had agreed to; more only as far as a consent on the order reaches.</summary>
    public decimal Chargeable => Math.Max(Payable, (OrderAgreed ?? 0) + LateFees().Sum(f => f.Quantity * f.UnitPrice));

    public VoucherState State { get; private set; }

    /// <summary>The invoice or its draft.</summary>
    public Guid? InvoiceId { get; private set; }

    /// <summary>Why it was released without fee.</summary>
    public string? Reason { get; private set; }

    /// <summary>The day on which it left the list of vouchers to invoice.</summary>
    public LocalDate? SettledOn { get; private set; }

    public bool HasSomethingToPay => Payable > 0 && Category != ServiceCategory.Internal;

    /// <param name="id">Identity.</param>
    /// <param name="released">What the workshop tells.</param>
    /// <param name="day">The branch's day.</param>
    /// <param name="fees">Late fees of loaners that stood on the voucher before the job was done again.</param>
    public static Voucher Of(Guid id, OrderReleased released, LocalDate day, IEnumerable<VoucherLine>? fees = null)
    {
        var voucher = new Voucher
        {
            Id = id,
            BranchId = released.BranchId,
            OrderId = released.OrderId,
            OrderNumber = released.OrderNumber,
            CustomerId = released.Customer.Id,
            CustomerName = released.Customer.Name,
            CustomerAddress = released.Customer.Address,
            CustomerPhone = released.Customer.Phone,
            CustomerEmail = released.Customer.Email,
            Language = released.Customer.Language,
            DeviceName = released.Device.ModelName,
            SerialNumber = released.Device.SerialNumber,
            Category = released.Category,
            Currency = released.Currency,
            ReleasedAt = released.ReleasedAt,
            ReleasedOn = day,
            TechnicianId = released.TechnicianId,
            TechnicianName = released.TechnicianName ?? "",
            OrderAgreed = released.AgreedNet,
        };
        voucher.Write(
        [
            .. released.Lines.Select(l => new VoucherLine(l.LineId, l.Kind, l.Code, l.Text, l.Quantity, l.Unit, l.UnitPrice, l.Reduction, l.ReductionReason, l.Cost)), .. fees ?? [],
        ]);
        if (!voucher.HasSomethingToPay)
        {
            voucher.Move(VoucherTrigger.FindNothingToPay, null);
            voucher.SettledOn = day;
        }

        return voucher;
    }

    /// <summary>A voucher of its own for a late fee, where the job's can't take it any more.</summary>
    public static Voucher OfFee(Guid id, LoanFeeCharged fee, VoucherLine line, LocalDate day)
    {
        var voucher = new Voucher
        {
            Id = id,
            BranchId = fee.BranchId,
            OrderId = fee.OrderId,
            OrderNumber = fee.OrderNumber,
            About = fee.Kind == LoanChargeKind.LateReturn ? fee.LoanNumber : $"{fee.LoanNumber}/{fee.Kind}",
            CustomerId = fee.Customer.Id,
            CustomerName = fee.Customer.Name,
            CustomerAddress = fee.Customer.Address,
            CustomerPhone = fee.Customer.Phone,
            CustomerEmail = fee.Customer.Email,
            Language = fee.Customer.Language,
            DeviceName = fee.Device.ModelName,
            SerialNumber = fee.Device.SerialNumber,
            Category = ServiceCategory.Paid,
            Currency = fee.Currency,
            ReleasedAt = fee.ChargedAt,
            ReleasedOn = day,
        };
        voucher.Write([line]);
        return voucher;
    }

    /// <summary>The code of a line that charges for a loaner.</summary>
    public static string CodeOf(LoanChargeKind kind) => kind switch
    {
        LoanChargeKind.Damage => "LOANER-DAMAGE",
        LoanChargeKind.Accessories => "LOANER-PARTS",
        LoanChargeKind.Loss => "LOANER-LOSS",
        _ => LateReturn,
    };

    /// <summary>Late fees and other charges for loaners among its lines.</summary>
    public IEnumerable<VoucherLine> LateFees() => Lines.Where(l => Enum.GetValues<LoanChargeKind>().Any(k => CodeOf(k) == l.Code));

    /// <summary>Takes a late fee along, as long as nobody has acted on it.</summary>
    /// <returns>False when it is settled or an invoice is being prepared.</returns>
    public bool TryAdd(VoucherLine fee)
    {
        if (State != VoucherState.ToInvoice || InvoiceId is not null)
        {
            return false;
        }

        Write([.. Lines, fee]);
        return true;
    }

    /// <summary>Takes a line for a loaner off again, as long as nobody has acted on it; with nothing left to pay it is settled.</summary>
    /// <returns>False when an invoice is issued or being prepared.</returns>
    public bool TryRemove(Guid lineId, LocalDate day)
    {
        if (State != VoucherState.ToInvoice || InvoiceId is not null)
        {
            return false;
        }

        Write([.. Lines.Where(l => l.Id != lineId)]);
        if (!HasSomethingToPay)
        {
            Move(VoucherTrigger.FindNothingToPay, null);
            SettledOn = day;
        }

        return true;
    }

    /// <summary>Whether the workshop told the same again, which is no news.</summary>
    public bool Says(OrderReleased released) => Lines.Except(LateFees()).Select(l => (l.Id, l.Quantity, l.UnitPrice, l.Reduction))
        .SequenceEqual(released.Lines.Select(l => (l.LineId, l.Quantity, l.UnitPrice, l.Reduction)));

    /// <summary>The customer agreed to pay more.</summary>
    public void Agree(decimal net) => OrderAgreed = net;

    /// <summary>A draft is being prepared; it counts as not yet invoiced.</summary>
    public Result Prepare(Guid draftId)
    {
        if (!VoucherLifecycle.Table.CanFire(this, State, VoucherTrigger.Invoice))
        {
            return VoucherLifecycle.Table.Fire(this, State, VoucherTrigger.Invoice).Error!;
        }

        InvoiceId = draftId;
        return Result.Success;
    }

    /// <summary>The draft was thrown away.</summary>
    public void ForgetDraft() => InvoiceId = null;

    public Result Invoice(Guid invoiceId, LocalDate on)
    {
        var moved = Move(VoucherTrigger.Invoice, null);
        if (moved.Succeeded)
        {
            InvoiceId = invoiceId;
            SettledOn = on;
        }

        return moved;
    }

    public Result Waive(string reason, LocalDate on)
    {
        if (InvoiceId is not null && State == VoucherState.ToInvoice)
        {
            return Error.Refused("Billing.Voucher.HasDraft", "An invoice is being prepared for this voucher. Discard the draft first.");
        }

        var moved = Move(VoucherTrigger.Waive, reason);
        if (moved.Succeeded)
        {
            Reason = reason;
            SettledOn = on;
        }

        return moved;
    }

    /// <summary>Back to the list: the release without fee was a mistake, or the invoice was credited in full.</summary>
    public Result Reopen(string reason)
    {
        var moved = Move(VoucherTrigger.Reopen, reason);
        if (moved.Succeeded)
        {
            (InvoiceId, Reason, SettledOn) = (null, null, null);
        }

        return moved;
    }

    public SearchEntry Describe() => new()
    {
        Id = Id,
        Kind = "Voucher",
        BranchId = BranchId,
        Title = $"{OrderNumber} · {CustomerName}",
        Subtitle = $"{DeviceName} {SerialNumber} {About}".Trim(),
        Href = $"/billing/vouchers/{Id}",
        Permission = BillingPermissions.VoucherRead,
        Text = SearchText.Normalize($"{OrderNumber} {CustomerName} {CustomerPhone} {DeviceName} {SerialNumber} {About}"),
    };

    public bool IsDescribedBy(string property) => false;

    private void Write(VoucherLine[] lines)
    {
        var digits = Currencies.MinorDigits(Currency);
        decimal NormalOf(VoucherLine line) => Rounding.Round(line.Quantity * line.UnitPrice, digits);
        decimal ReductionOf(VoucherLine line) => Math.Clamp(Rounding.Round(line.Reduction, digits), 0, Math.Max(0, NormalOf(line)));
        Lines = lines;
        (Normal, Reduction, Cost) = (lines.Sum(NormalOf), lines.Sum(ReductionOf), lines.Sum(l => Rounding.Round(l.Cost, digits)));
        Payable = Normal - Reduction;
    }

    private Result Move(VoucherTrigger trigger, string? reason)
    {
        var next = VoucherLifecycle.Table.Fire(this, State, trigger);
        if (!next.Succeeded)
        {
            return next.Error;
        }

        Record(new Transition(State.ToString(), trigger.ToString(), next.Value.ToString(), reason));
        State = next.Value;
        return Result.Success;
    }
}
