using FluentValidation;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Attachments;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Workshop.Domain.Orders;
using ServiceErp.Workshop.Persistence;

namespace ServiceErp.Workshop.Features.Orders;

/// <summary>At the customer's place: lines and price are shown, the customer signs, and the work goes on without waiting for the office (WRK-2, WRK-4).</summary>
public static class AgreeOnSite
{
    /// <param name="Id">The order.</param>
    /// <param name="Net">The net price that was shown.</param>
    /// <param name="SignedBy">Name of the customer who signed.</param>
    /// <param name="Signature">The picture as a PNG data address.</param>
    /// <param name="Version">The version the sender saw.</param>
    [Requires(WorkshopPermissions.OrderWork)]
    public sealed record Command(Guid Id, decimal Net, string SignedBy, string Signature, int? Version = null) : ICommand<OrderMoved>, IVersioned;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Net).InclusiveBetween(0, 1_000_000_000).WithErrorCode("Workshop.ServiceOrder.PriceOutOfRange").WithMessage("A price can't be negative.");
            RuleFor(c => c.SignedBy).NotEmpty().WithErrorCode("Workshop.ServiceOrder.SignerMissing").WithMessage("Enter the name of the person who signs.").AtMost(100);
            RuleFor(c => c.Signature).Signed();
        }
    }

    internal sealed class Handler(WorkshopDbContext db, IAttachments attachments, IClock clock, IIdentifiers ids, ICurrentUser user) : IHandler<Command, OrderMoved>
    {
        public Task<Result<OrderMoved>> Handle(Command c, CancellationToken cancel) => db.WorkAsync(c.Id, c.Version, user, async order =>
        {
            var upTo = (await db.RulesAsync(order.BranchId, cancel)).UpTo(c.Net);
            var agreed = order.AgreeOnSite(c.Net, upTo);
            if (!agreed.Succeeded)
            {
                return agreed;
            }

            var kept = await attachments.KeepAsync(c.Signature, order.Id, cancel);
            if (!kept.Succeeded)
            {
                return kept.Error;
            }

            order.Keep(new Consent(ids.NewId(), order.Id, ConsentKind.OnSite, c.Net, upTo, "", new Proof(c.SignedBy.Trim(), ConsentHow.InPerson, user.Name) { SignatureId = kept.Value }, clock.GetCurrentInstant()));
            return Result.Success;
        }, cancel);
    }
}
