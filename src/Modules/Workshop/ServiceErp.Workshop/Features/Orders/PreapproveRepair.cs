using FluentValidation;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Attachments;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Workshop.Domain.Orders;
using ServiceErp.Workshop.Persistence;

namespace ServiceErp.Workshop.Features.Orders;

/// <summary>
/// The customer says "up to this much without asking" (WRK-4): net, for everything on the order. Kept with who said it, how, and what proves it; recorded by those who speak with customers, each up to the limit of
/// their role. Possible after the release too, for an invoice that is to be made right.
/// </summary>
public static class PreapproveRepair
{
    /// <param name="Id">The order.</param>
    /// <param name="UpTo">Net.</param>
    /// <param name="Name">Who signs, or who was spoken to.</param>
    /// <param name="How">In person or by telephone.</param>
    /// <param name="Signature">In person: the picture as a PNG data address.</param>
    /// <param name="Note">By telephone: what was said.</param>
    [Requires(WorkshopPermissions.ConsentRecord)]
    public sealed record Command(Guid Id, decimal UpTo, string Name, ConsentHow How = ConsentHow.InPerson, string? Signature = null, string? Note = null) : ICommand<OrderMoved>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.UpTo).InclusiveBetween(0, 1_000_000_000).WithErrorCode("Workshop.ServiceOrder.PriceOutOfRange").WithMessage("An amount can't be negative.");
            RuleFor(c => c.Name).NotEmpty().WithErrorCode("Workshop.Quotation.NameMissing").WithMessage("Enter the name of the person who answers.").AtMost(100);
            RuleFor(c => c.Signature).AtMost(AttachmentShapes.LongestSignature);
            RuleFor(c => c.Note).ReasonOrNothing(2000);
        }
    }

    internal sealed class Handler(WorkshopDbContext db, Consenting consenting, ICurrentUser user, IClock clock, IIdentifiers ids) : IHandler<Command, OrderMoved>
    {
        public async Task<Result<OrderMoved>> Handle(Command c, CancellationToken cancel)
        {
            if (await db.OrderAsync(c.Id, cancel) is not { } order)
            {
                return OrderErrors.NotFound;
            }

            if (await db.ConsentLimitAsync(user, order.Currency, cancel) is { } limit && c.UpTo > limit)
            {
                return OrderErrors.AboveLimit(new Money(limit, order.Currency));
            }

            var preapproved = order.Preapprove(c.UpTo, c.Name.Trim());
            if (!preapproved.Succeeded)
            {
                return preapproved.Error;
            }

            var proof = await consenting.ProofAsync(order, new ConsentGiven(c.Name, c.How, c.Signature, c.Note), isPayable: true, cancel);
            if (!proof.Succeeded)
            {
                return proof.Error;
            }

            order.Keep(new Consent(ids.NewId(), order.Id, ConsentKind.UpTo, c.UpTo, c.UpTo, "", proof.Value, clock.GetCurrentInstant()));
            return OrderMoved.Of(order);
        }
    }
}
