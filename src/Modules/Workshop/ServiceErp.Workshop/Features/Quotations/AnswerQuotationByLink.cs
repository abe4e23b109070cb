using FluentValidation;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Branches;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Workshop.Domain.Orders;
using ServiceErp.Workshop.Domain.Quotations;
using ServiceErp.Workshop.Persistence;

namespace ServiceErp.Workshop.Features.Quotations;

/// <summary>The customer approves or declines through the secret link (WRK-4).</summary>
public static class AnswerQuotationByLink
{
    /// <param name="Secret">The secret of the link.</param>
    /// <param name="Approve">False declines.</param>
    /// <param name="Name">Who answers.</param>
    /// <param name="QuotationId">Which alternative of the same order; the link's own unless said.</param>
    /// <param name="Reason">Why it is declined.</param>
    [Anyone("The secret in the address proves that the customer got our link.")]
    public sealed record Command(string Secret, bool Approve, string Name, Guid? QuotationId = null, string? Reason = null) : ICommand<QuotationAnswered>, IByCustomer;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Name).NotEmpty().WithErrorCode("Workshop.Quotation.NameMissing").WithMessage("Please enter your name.").AtMost(100);
            RuleFor(c => c.Reason).AtMost(2000);
            RuleFor(c => c.Secret).AtMost(40);
        }
    }

    internal sealed class Handler(WorkshopDbContext db, QuotationLinks links, IBranches branches, IClock clock, IIdentifiers ids, Caller visitor) : IHandler<Command, QuotationAnswered>
    {
        public async Task<Result<QuotationAnswered>> Handle(Command c, CancellationToken cancel)
        {
            var linked = await links.FindAsync(c.Secret, cancel);
            var quotation = linked is null || c.QuotationId is null || c.QuotationId == linked.Id
                ? linked
                : await db.Quotations.Include(q => q.Lines).FirstOrDefaultAsync(q => q.Id == c.QuotationId && q.OrderId == linked.OrderId && q.State != QuotationState.Draft, cancel);
            if (quotation is null)
            {
                return QuotationErrors.LinkEnded;
            }

            if (quotation.State != QuotationState.Sent)
            {
                return QuotationErrors.NotOpen;
            }

            var now = clock.GetCurrentInstant();
            quotation.AnsweredThrough(visitor.Address, visitor.Agent);
            var proof = new Proof(c.Name, ConsentHow.ByLink, c.Name) { From = visitor.Address, With = visitor.Agent };
            return await db.AnswerAsync(quotation, c.Approve, proof, c.Reason, branches.Of(quotation.BranchId).DayOf(now), now, ids, cancel);
        }
    }
}
