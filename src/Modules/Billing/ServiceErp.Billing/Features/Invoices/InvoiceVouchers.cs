using FluentValidation;
using Microsoft.EntityFrameworkCore;
using ServiceErp.Billing.Domain.Vouchers;
using ServiceErp.Billing.Persistence;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Localization;

namespace ServiceErp.Billing.Features.Invoices;

/// <summary>Invoices many vouchers at once, with a result for each; a refused one does not stop the others.</summary>
public static class InvoiceVouchers
{
    private const int Most = 200;

    [Requires(BillingPermissions.VoucherInvoice)]
    public sealed record Command(IReadOnlyList<Guid> VoucherIds) : ICommand<Answer>;

    public sealed record Answer(IReadOnlyList<Row> Rows);

    /// <param name="VoucherId">The voucher.</param>
    /// <param name="OrderNumber">Empty for an unknown voucher.</param>
    /// <param name="InvoiceId">Null when it was refused.</param>
    /// <param name="Number">Null when it was refused.</param>
    /// <param name="Code">Code of the refusal.</param>
    /// <param name="Refusal">The refusal in the caller's language.</param>
    public sealed record Row(Guid VoucherId, string OrderNumber, Guid? InvoiceId, string? Number, string? Code, string? Refusal);

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.VoucherIds)
            .NotEmpty().WithErrorCode("Billing.Voucher.NoneChosen").WithMessage("Choose at least one voucher.")
            .Must(ids => ids is null || ids.Count <= Most).WithErrorCode("Billing.Voucher.TooMany").WithMessage("Choose at most 200 vouchers.");
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
                var invoice = voucher is null ? VoucherErrors.NotFound : await invoicing.InvoiceAsync(ids.NewId(), voucher, cancel);
                rows.Add(invoice.Succeeded
                    ? new Row(id, voucher!.OrderNumber, invoice.Value.Id, invoice.Value.Number, null, null)
                    : new Row(id, voucher?.OrderNumber ?? "", null, null, invoice.Error.Code, texts.Error(invoice.Error)));
            }

            return new Answer(rows);
        }
    }
}
