using FluentValidation;
using Microsoft.EntityFrameworkCore;
using ServiceErp.Billing.Domain.Vouchers;
using ServiceErp.Billing.Features.Sending;
using ServiceErp.Billing.Persistence;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Localization;

namespace ServiceErp.Billing.Features.Invoices;

/// <summary>Invoices many vouchers at once, with a result for each; a refused one does not stop the others.</summary>
public static class InvoiceVouchers
{
    /// <summary>As many at once.</summary>
    internal const int Most = 200;

    internal static readonly Error NoneChosen = Error.Invalid("Billing.Voucher.NoneChosen", "Choose at least one voucher.").On("VoucherIds");

    internal static readonly Error TooMany = Error.Invalid("Billing.Voucher.TooMany", "Choose at most 200 vouchers.").On("VoucherIds");

    /// <param name="VoucherIds">Which ones.</param>
    /// <param name="Send">Whether what is issued now goes to its customer at once.</param>
    [Requires(BillingPermissions.VoucherInvoice)]
    public sealed record Command(IReadOnlyList<Guid> VoucherIds, bool Send = false) : ICommand<Answer>;

    public sealed record Answer(IReadOnlyList<Row> Rows);

    /// <param name="VoucherId">The voucher.</param>
    /// <param name="OrderNumber">Empty for an unknown voucher.</param>
    /// <param name="InvoiceId">Null when it was refused.</param>
    /// <param name="Number">Null when it was refused.</param>
    /// <param name="Code">Code of the refusal.</param>
    /// <param name="Refusal">The refusal in the caller's language.</param>
    /// <param name="Gross">The total; null when it was refused.</param>
    /// <param name="Delivery">How it went to the customer; null when it was not to be sent.</param>
    public sealed record Row(Guid VoucherId, string OrderNumber, Guid? InvoiceId, string? Number, string? Code, string? Refusal, Money? Gross = null, Delivery? Delivery = null);

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.VoucherIds)
            .NotEmpty().WithErrorCode(NoneChosen.Code).WithMessage(NoneChosen.Message)
            .Must(ids => ids is null || ids.Count <= Most).WithErrorCode(TooMany.Code).WithMessage(TooMany.Message);
    }

    internal sealed class Handler(BillingDbContext db, Invoicing invoicing, IIdentifiers ids, Texts texts) : IHandler<Command, Answer>
    {
        public async Task<Result<Answer>> Handle(Command request, CancellationToken cancel)
        {
            var vouchers = await db.Vouchers.Where(v => request.VoucherIds.Contains(v.Id)).ToDictionaryAsync(v => v.Id, cancel);
            var rows = new List<Row>();
            foreach (var id in request.VoucherIds.Distinct())
            {
                var voucher = vouchers.GetValueOrDefault(id);
                var known = voucher?.State == VoucherState.Invoiced;
                var invoice = voucher is null ? VoucherErrors.NotFound : await invoicing.InvoiceAsync(ids.NewId(), voucher, cancel);
                rows.Add(invoice.Succeeded
                    ? new Row(id, voucher!.OrderNumber, invoice.Value.Id, invoice.Value.Number, null, null, new Money(invoice.Value.Gross, invoice.Value.Currency), request.Send && !known ? invoicing.Send(invoice.Value) : null)
                    : new Row(id, voucher?.OrderNumber ?? "", null, null, invoice.Error.Code, texts.Error(invoice.Error)));
            }

            return new Answer(rows);
        }
    }
}
