using FluentValidation;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Links;
using ServiceErp.Platform.Persistence;
using ServiceErp.Workshop.Domain.Orders;
using ServiceErp.Workshop.Domain.Quotations;
using ServiceErp.Workshop.Persistence;

namespace ServiceErp.Workshop.Features.Quotations;

/// <summary>Gives a quotation that waits for its answer a new link and sends it to the customer; the old one ends. Nobody else gets to see it (WRK-4).</summary>
public static class RenewQuotationLink
{
    [Requires(WorkshopPermissions.LinkIssue)]
    public sealed record Command(Guid Id, string? Reason, int? Version = null) : ICommand<Answer>, IVersioned;

    /// <param name="OrderId">The order.</param>
    /// <param name="Sent">False when the customer has no e-mail address: then the quotation is printed.</param>
    public sealed record Answer(Guid OrderId, bool Sent);

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Reason).Reason(longest: 900);
    }

    internal sealed class Handler(WorkshopDbContext db, QuotationLinks links, QuotationLetters letters, PublicLinks addresses, IClock clock, IIdentifiers ids, ICurrentUser user) : IHandler<Command, Answer>
    {
        public async Task<Result<Answer>> Handle(Command c, CancellationToken cancel)
        {
            if (await db.Quotations.FirstOrDefaultAsync(q => q.Id == c.Id, cancel) is not { } quotation)
            {
                return QuotationErrors.NotFound;
            }

            if (quotation.Stale(c.Version) is { } stale)
            {
                return stale;
            }

            if (addresses.Address is null)
            {
                return PublicLinks.NoAddress;
            }

            // What the register told the order bears the name of who changed it there.
            var since = clock.GetCurrentInstant() - ServiceOrder.NoLinkFor;
            if (await db.LifeOf(quotation.OrderId).AnyAsync(step => step.Trigger == ServiceOrder.Readdressed && step.UserName == user.Name && step.At > since, cancel))
            {
                return QuotationErrors.OwnAddress;
            }

            var renewed = quotation.RenewLink(ids.NewSecret(), c.Reason!);
            if (!renewed.Succeeded)
            {
                return renewed.Error;
            }

            var order = (await db.OrderAsync(quotation.OrderId, cancel))!;
            return new Answer(order.Id, letters.Write(order, quotation, await links.OfAsync(quotation, cancel), $"quotation-link/{quotation.Id}/{ids.NewId()}", clock.GetCurrentInstant()));
        }
    }
}
