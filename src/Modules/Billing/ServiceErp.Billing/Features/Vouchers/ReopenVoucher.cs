using FluentValidation;
using Microsoft.EntityFrameworkCore;
using ServiceErp.Billing.Domain.Invoices;
using ServiceErp.Billing.Domain.Vouchers;
using ServiceErp.Billing.Persistence;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;

namespace ServiceErp.Billing.Features.Vouchers;

/// <summary>Puts a voucher back on the list: it was released without fee by mistake, or its invoice was credited in full and a right one is to follow, or something was forgotten that the customer agreed to pay.</summary>
public static class ReopenVoucher
{
    [Requires(BillingPermissions.VoucherWaive)]
    public sealed record Command(Guid Id, string Reason, int? Version = null) : ICommand<Done>, IVersioned;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Reason).Reason("Say why it is to be invoiced again.");
    }

    internal sealed class Handler(BillingDbContext db) : IHandler<Command, Done>
    {
        public async Task<Result<Done>> Handle(Command request, CancellationToken cancel)
        {
            if (await db.Vouchers.FirstOrDefaultAsync(v => v.Id == request.Id, cancel) is not { } voucher)
            {
                return VoucherErrors.NotFound;
            }

            if (voucher.Stale(request.Version) is { } stale)
            {
                return stale;
            }

            if (voucher.InvoiceId is { } invoice && await db.Invoices.AnyAsync(i => i.Id == invoice && i.State != InvoiceState.Credited, cancel))
            {
                return Error.Refused("Billing.Voucher.InvoiceStands", "Its invoice still stands. Credit it in full first.");
            }

            var reopened = voucher.Reopen(request.Reason.Trim());
            return reopened.Succeeded ? Done.It : reopened.Error;
        }
    }
}
