using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Billing.Domain.Invoices;
using ServiceErp.Billing.Domain.Vouchers;
using ServiceErp.Billing.Features.Invoices;
using ServiceErp.Billing.Features.Sending;
using ServiceErp.Billing.Persistence;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Localization;
using ServiceErp.Platform.Persistence;
using ServiceErp.Reception;
using ServiceErp.Workshop;

namespace ServiceErp.Billing.Features.Vouchers;

/// <summary>A voucher with the invoice it would become, computed as the invoice itself will be.</summary>
public static class GetVoucher
{
    [Requires(BillingPermissions.VoucherRead)]
    public sealed record Query(Guid Id) : IQuery<Answer>;

    public sealed record Line(ChargeKind Kind, string Code, string Text, decimal Quantity, string Unit, decimal UnitPrice, decimal Normal, decimal Reduction, Sentence? ReductionReason, decimal Net, decimal Cost);

    public sealed record Preview(decimal Net, decimal Tax, decimal Gross, IReadOnlyList<TaxRow> Taxes, LocalDate DueOn);

    /// <param name="About">The number of the loan whose late fee it charges; empty for the job itself.</param>
    /// <param name="Possible">What may be done in the present state.</param>
    /// <param name="Preview">The invoice it would become; null when it can't, see <paramref name="PreviewRefusal"/>.</param>
    /// <param name="InvoiceRefusal">Why it can't become an invoice at once; null when it can.</param>
    /// <param name="Way">How the invoice would go to the customer.</param>
    public sealed record Answer(
        Guid Id, int Version, Guid OrderId, string OrderNumber, string About, Guid BranchId, string CustomerName, string CustomerAddress, string CustomerPhone, string Language,
        string DeviceName, string SerialNumber, string TechnicianName, ServiceCategory Category, VoucherState State, string? Reason, Guid? InvoiceId, Instant ReleasedAt,
        string Currency, decimal Normal, decimal Reduction, decimal Payable, decimal Cost, IReadOnlyList<Line> Lines, Preview? Preview, string? PreviewRefusal,
        IReadOnlyList<VoucherTrigger> Possible, IReadOnlyList<HistoryStep> History, string? InvoiceRefusal, Delivery Way);

    internal sealed class Handler(BillingDbContext db, Invoicing invoicing, InvoiceLetters letters, Texts texts) : IHandler<Query, Answer>
    {
        public async Task<Result<Answer>> Handle(Query request, CancellationToken cancel)
        {
            if (await db.Vouchers.AsNoTracking().FirstOrDefaultAsync(v => v.Id == request.Id, cancel) is not { } voucher)
            {
                return VoucherErrors.NotFound;
            }

            var rate = await invoicing.RateAsync(voucher.BranchId, voucher.ReleasedOn, cancel);
            var totals = InvoiceAmounts.Of(
                rate.Succeeded ? InvoiceAmounts.Charges(voucher.Lines, rate.Value) : [.. voucher.Lines.Select(l => new Charge(l.Quantity, l.UnitPrice, l.Reduction, "", 0))], voucher.Currency);
            var terms = await invoicing.TermsAsync(voucher.BranchId, cancel);
            var possible = VoucherLifecycle.Table.PermittedTriggers(voucher, voucher.State);
            var previewed = rate.Succeeded && possible.Contains(VoucherTrigger.Invoice);
            return new Answer(
                voucher.Id, voucher.Version, voucher.OrderId, voucher.OrderNumber, voucher.About, voucher.BranchId, voucher.CustomerName, voucher.CustomerAddress, voucher.CustomerPhone, voucher.Language,
                voucher.DeviceName, voucher.SerialNumber, voucher.TechnicianName, voucher.Category, voucher.State, voucher.Reason, voucher.InvoiceId, voucher.ReleasedAt,
                voucher.Currency, voucher.Normal, voucher.Reduction, voucher.Payable, voucher.Cost,
                [.. voucher.Lines.Zip(totals.Lines, (l, a) => new Line(l.Kind, l.Code, l.Text, l.Quantity, l.Unit, l.UnitPrice, a.Normal, a.Reduction, l.ReductionReason, a.Net, l.Cost))],
                previewed
                    ? new Preview(totals.Net, totals.Tax, totals.Gross, [.. totals.Taxes.Select(t => new TaxRow(t.Code, t.Percent, t.Net, t.Tax))], invoicing.Today(voucher.BranchId).PlusDays(terms.DueDays))
                    : null,
                rate.Succeeded ? null : texts.Error(rate.Error), possible, await db.HistoryOfAsync(voucher.Id, cancel),
                await invoicing.RefusalAsync(voucher, cancel) is { } refusal ? texts.Error(refusal) : null, letters.WayTo(voucher.CustomerEmail, voucher.CustomerPhone));
        }
    }
}
