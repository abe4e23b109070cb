using FluentValidation;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Links;
using ServiceErp.Platform.Persistence;
using ServiceErp.Reception.Domain.Customers;
using ServiceErp.Reception.Features.Requests;
using ServiceErp.Reception.Persistence;

namespace ServiceErp.Reception.Features.Status;

/// <summary>Gives a request a new link and sends it to the customer; the old one ends. Nobody else gets to see it (REC-7).</summary>
public static class RenewStatusLink
{
    [Requires(ReceptionPermissions.LinkIssue)]
    public sealed record Command(Guid Id, string? Reason, int? Version = null) : ICommand<Answer>, IVersioned;

    /// <param name="Sent">False when the customer has neither e-mail address nor telephone number: then the receipt is printed.</param>
    public sealed record Answer(bool Sent);

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Reason).Reason();
    }

    internal sealed class Handler(ReceptionDbContext db, StatusLinks status, PublicLinks links, CustomerMessages messages, IIdentifiers ids, IClock clock, ICurrentUser user) : IHandler<Command, Answer>
    {
        public async Task<Result<Answer>> Handle(Command c, CancellationToken cancel)
        {
            if (await db.Requests.FirstOrDefaultAsync(r => r.Id == c.Id, cancel) is not { } request)
            {
                return RequestErrors.NotFound;
            }

            if (request.Stale(c.Version) is { } stale)
            {
                return stale;
            }

            if (links.Address is null)
            {
                return PublicLinks.NoAddress;
            }

            if (!await status.IsInTimeAsync(request, cancel))
            {
                return Error.Refused("Reception.Status.Over", "The request has been over for so long that its link has ended for good.");
            }

            var since = clock.GetCurrentInstant() - Customer.NoLinkFor;
            if (await db.LifeOf(request.CustomerId).AnyAsync(step => step.Trigger == Customer.Readdressed && step.UserName == user.Name && step.At > since, cancel))
            {
                return Error.Refused("Reception.Status.OwnAddress", "You changed where this customer's messages go. A colleague checks it and sends the new link.");
            }

            request.RenewLink(ids.NewSecret(), c.Reason!);
            return new Answer(await messages.TellAsync(request, CustomerMessages.NewLink, $"link/{request.Id}/{ids.NewId()}", cancel));
        }
    }
}
