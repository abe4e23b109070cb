using FluentValidation;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Attachments;
using ServiceErp.Platform.Branches;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Workshop.Domain.Orders;
using ServiceErp.Workshop.Domain.Quotations;
using ServiceErp.Workshop.Features.Orders;
using ServiceErp.Workshop.Persistence;

namespace ServiceErp.Workshop.Features.Quotations;

/// <summary>Notes what the customer answered: in person with a signature, or by telephone with whom was spoken to and what was said (WRK-4).</summary>
public static class AnswerQuotation
{
    /// <param name="Id">The quotation.</param>
    /// <param name="Approve">False declines.</param>
    /// <param name="Name">Who answers: who signs, or who was spoken to.</param>
    /// <param name="Reason">Why it is declined, in the customer's words.</param>
    /// <param name="How">In person or by telephone; the link is the customer's alone.</param>
    /// <param name="Signature">In person: the picture as a PNG data address.</param>
    /// <param name="Note">By telephone: what was said.</param>
    [Requires(WorkshopPermissions.QuotationAnswer)]
    public sealed record Command(Guid Id, bool Approve, string Name, string? Reason = null, ConsentHow How = ConsentHow.InPerson, string? Signature = null, string? Note = null) : ICommand<QuotationAnswered>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Name).NotEmpty().WithErrorCode("Workshop.Quotation.NameMissing").WithMessage("Enter the name of the person who answers.").AtMost(100);
            RuleFor(c => c.Reason).AtMost(2000);
            RuleFor(c => c.Signature).AtMost(AttachmentShapes.LongestSignature);
            RuleFor(c => c.Note).ReasonOrNothing(2000);
        }
    }

    internal sealed class Handler(WorkshopDbContext db, IBranches branches, IClock clock, IIdentifiers ids, ICurrentUser user, Consenting consenting) : IHandler<Command, QuotationAnswered>
    {
        public async Task<Result<QuotationAnswered>> Handle(Command c, CancellationToken cancel)
        {
            if (await db.Quotations.Include(q => q.Lines).FirstOrDefaultAsync(q => q.Id == c.Id, cancel) is not { } quotation)
            {
                return QuotationErrors.NotFound;
            }

            var order = await db.OrderAsync(quotation.OrderId, cancel) ?? throw new InvalidOperationException($"Quotation {quotation.Number} has no order.");

            // A technician meets the customer at the customer's place only, and has it signed there.
            if (!user.Can(WorkshopPermissions.ConsentRecord) && (c.How != ConsentHow.InPerson || order.ResumeTo != OrderState.OnSite))
            {
                return OrderErrors.ConsentNotYours;
            }

            if (quotation.State != QuotationState.Sent)
            {
                return QuotationErrors.NotOpen;
            }

            var now = clock.GetCurrentInstant();
            var proof = await consenting.ProofAsync(order, new ConsentGiven(c.Name, c.How, c.Signature, c.Note), isPayable: c.Approve || quotation.DeclineFee > 0, cancel);
            if (!proof.Succeeded)
            {
                return proof.Error;
            }

            return await db.AnswerAsync(quotation, c.Approve, proof.Value, c.Reason, branches.Of(quotation.BranchId).DayOf(now), now, ids, cancel);
        }
    }
}
