using FluentValidation;
using Microsoft.EntityFrameworkCore;
using ServiceErp.Billing.Domain.Invoices;
using ServiceErp.Billing.Features.Invoices;
using ServiceErp.Billing.Persistence;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;

namespace ServiceErp.Billing.Features.Payments;

/// <summary>Gives back what a credit note made too much.</summary>
public static class RefundPayment
{
    [Requires(BillingPermissions.PaymentRefund)]
    public sealed record Command(Guid? Id, Guid InvoiceId, PaymentMethod Method, decimal Amount, string? Reference = null) : ICommand<Answer>, ICreates;

    public sealed record Answer(Guid PaymentId, Guid InvoiceId, decimal ToRefund);

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Amount).GreaterThan(0).WithErrorCode("Billing.Payment.AmountMissing").WithMessage("Enter an amount above zero.");
            RuleFor(c => c.Reference).AtMost(200);
        }
    }

    internal sealed class Handler(BillingDbContext db, Invoicing invoicing, ICurrentUser user, IIdentifiers ids) : IHandler<Command, Answer>
    {
        public async Task<Result<Answer>> Handle(Command request, CancellationToken cancel)
        {
            if (await db.Invoices.FirstOrDefaultAsync(i => i.Id == request.InvoiceId, cancel) is not { } invoice)
            {
                return InvoiceErrors.NotFound;
            }

            var id = request.Id ?? ids.NewId();
            var refunded = invoice.Refund(id, request.Method, request.Amount, invoicing.Today(invoice.BranchId), request.Reference?.Trim() ?? "", user.Name);
            return refunded.Succeeded ? new Answer(id, invoice.Id, invoice.ToRefund) : refunded.Error;
        }
    }
}
