using FluentValidation;
using Microsoft.EntityFrameworkCore;
using ServiceErp.Billing.Domain.Vouchers;
using ServiceErp.Billing.Features.Invoices;
using ServiceErp.Billing.Persistence;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;

namespace ServiceErp.Billing.Features.Vouchers;

/// <summary>Releases a voucher without fee, with the reason.</summary>
public static class WaiveVoucher
{
    [Requires(BillingPermissions.VoucherWaive)]
    public sealed record Command(Guid Id, string Reason, int? Version = null) : ICommand<Done>, IVersioned;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Reason).Reason("Say why nothing is charged.");
    }

    internal sealed class Handler(BillingDbContext db, Invoicing invoicing) : IHandler<Command, Done>
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

            var waived = voucher.Waive(request.Reason.Trim(), invoicing.Today(voucher.BranchId));
            return waived.Succeeded ? Done.It : waived.Error;
        }
    }
}
