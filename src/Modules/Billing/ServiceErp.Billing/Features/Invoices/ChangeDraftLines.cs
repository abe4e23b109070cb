using FluentValidation;
using Microsoft.EntityFrameworkCore;
using ServiceErp.Billing.Domain.Invoices;
using ServiceErp.Billing.Domain.Vouchers;
using ServiceErp.Billing.Persistence;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Workshop;

namespace ServiceErp.Billing.Features.Invoices;

/// <summary>
/// Makes the lines of a draft right: changes, leaves out, adds what was forgotten, with a reason (BIL-3). A wrong invoice is credited in full, its voucher put back on the list, and the right one is prepared like this. The
/// customer pays no more than they agreed to.
/// </summary>
public static class ChangeDraftLines
{
    /// <param name="Id">A line of the draft; nothing adds one.</param>
    /// <param name="Kind">What it is.</param>
    /// <param name="Code">Part number or fee code.</param>
    /// <param name="Text">What the customer reads.</param>
    /// <param name="Quantity">In the unit.</param>
    /// <param name="Unit">Such as <c>pcs</c> or <c>h</c>.</param>
    /// <param name="UnitPrice">Net.</param>
    /// <param name="Reduction">Net amount taken off the whole line.</param>
    public sealed record Line(Guid? Id, ChargeKind Kind, string? Code, string Text, decimal Quantity, string? Unit, decimal UnitPrice, decimal Reduction = 0);

    /// <param name="Id">The draft.</param>
    /// <param name="Lines">All lines as they are to be; what is not named is left out.</param>
    /// <param name="Reason">Why.</param>
    /// <param name="Version">The version the sender saw.</param>
    [Requires(BillingPermissions.InvoiceCorrect)]
    public sealed record Command(Guid Id, IReadOnlyList<Line> Lines, string Reason, int? Version = null) : ICommand<Done>, IVersioned;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Reason).Reason("Say why the lines are changed.");
            RuleFor(c => c.Lines).Must(l => l is { Count: > 0 and <= 200 }).WithErrorCode("Billing.Invoice.LineCount").WithMessage("Leave 1 to 200 lines on the draft; discard it when nothing is to be charged.");
            RuleForEach(c => c.Lines).ChildRules(line =>
            {
                line.RuleFor(l => l.Text).NotEmpty().WithErrorCode("Billing.Invoice.TextMissing").WithMessage("Say what is charged.").AtMost(500);
                line.RuleFor(l => l.Code).AtMost(60);
                line.RuleFor(l => l.Unit).AtMost(20);
                line.RuleFor(l => l.Quantity).Must(q => q is > 0 and <= 100_000).WithErrorCode("Billing.Invoice.Quantity").WithMessage("The quantity must be more than zero.");
                line.RuleFor(l => l.UnitPrice).InclusiveBetween(0, 1_000_000_000).WithErrorCode("Billing.Invoice.Price").WithMessage("A price can't be negative.");
                line.RuleFor(l => l.Reduction).InclusiveBetween(0, 1_000_000_000).WithErrorCode("Billing.Invoice.Price").WithMessage("A price can't be negative.");
            });
        }
    }

    internal sealed class Handler(BillingDbContext db, Invoicing invoicing, IIdentifiers ids) : IHandler<Command, Done>
    {
        public async Task<Result<Done>> Handle(Command request, CancellationToken cancel)
        {
            if (await db.Invoices.Include(i => i.Lines).FirstOrDefaultAsync(i => i.Id == request.Id, cancel) is not { } invoice)
            {
                return InvoiceErrors.NotFound;
            }

            if (invoice.Stale(request.Version) is { } stale)
            {
                return stale;
            }

            var content = new List<VoucherLine>();
            var before = invoice.Lines.ToDictionary(l => l.Id);
            foreach (var wanted in request.Lines)
            {
                InvoiceLine? was = null;
                if (wanted.Id is { } id && !before.Remove(id, out was))
                {
                    return InvoiceErrors.LineNotFound;
                }

                // The cost goes with the quantity; what was forgotten has none that anybody knows.
                content.Add(new VoucherLine(
                    was?.Id ?? ids.NewId(), was?.Kind ?? wanted.Kind, wanted.Code?.Trim() ?? was?.Code ?? "", wanted.Text.Trim(), wanted.Quantity, wanted.Unit?.Trim() ?? was?.Unit ?? "pcs", wanted.UnitPrice, wanted.Reduction,
                    wanted.Reduction == 0 ? null : was?.ReductionReason ?? new Sentence(request.Reason.Trim()), was is null or { Quantity: 0 } ? 0 : was.Cost * wanted.Quantity / was.Quantity));
            }

            var rate = await invoicing.RateAsync(invoice.BranchId, invoice.TaxPoint, cancel);
            if (!rate.Succeeded)
            {
                return rate.Error;
            }

            var voucher = await db.Vouchers.AsNoTracking().FirstAsync(v => v.Id == invoice.VoucherId, cancel);
            var changed = invoice.ChangeLines(content, rate.Value, voucher.Chargeable, request.Reason.Trim(), ids);
            return changed.Succeeded ? Done.It : changed.Error;
        }
    }
}
