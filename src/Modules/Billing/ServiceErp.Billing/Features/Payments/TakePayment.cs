using FluentValidation;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Billing.Domain.Invoices;
using ServiceErp.Billing.Features.Invoices;
using ServiceErp.Billing.Persistence;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;

namespace ServiceErp.Billing.Features.Payments;

/// <summary>Takes a payment or a part of one. The same identity twice takes it once; more than is open is refused.</summary>
public static class TakePayment
{
    /// <param name="Id">Identity of the payment.</param>
    /// <param name="InvoiceId">The invoice.</param>
    /// <param name="Method">How it was paid.</param>
    /// <param name="Amount">In the invoice's currency.</param>
    /// <param name="On">The day; today unless said.</param>
    /// <param name="Reference">Bank reference or receipt.</param>
    [Requires(BillingPermissions.PaymentTake)]
    public sealed record Command(Guid? Id, Guid InvoiceId, PaymentMethod Method, decimal Amount, LocalDate? On = null, string? Reference = null) : ICommand<Answer>, ICreates;

    public sealed record Answer(Guid PaymentId, Guid InvoiceId, InvoiceState State, decimal Open, string Currency);

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

            var today = invoicing.Today(invoice.BranchId);
            if (request.On > today || request.On < invoice.IssuedOn)
            {
                return Error.Invalid("Billing.Payment.Day", "The day lies between the issue of the invoice and today.").On(nameof(Command.On));
            }

            var id = request.Id ?? ids.NewId();
            var paid = invoice.Pay(id, request.Method, request.Amount, request.On ?? today, request.Reference?.Trim() ?? "", user.Name);
            return paid.Succeeded ? new Answer(id, invoice.Id, invoice.State, invoice.Open, invoice.Currency) : paid.Error;
        }
    }
}
