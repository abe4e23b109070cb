using FluentValidation;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Reception.Domain.Goods;
using ServiceErp.Reception.Persistence;
using ServiceErp.Workshop;

namespace ServiceErp.Reception.Features.Goods;

/// <summary>What becomes of goods that nobody fetches.</summary>
public enum GoodsFate
{
    /// <summary>They are kept where they are not in the way, and can still be fetched.</summary>
    Store,

    /// <summary>They are disposed of; the order is over.</summary>
    Dispose,
}

/// <summary>A manager's recorded decision about goods that nobody fetches although the customer was reminded as often as the branch reminds, or can't be reached (REC-5).</summary>
public static class GiveGoodsUp
{
    /// <param name="Id">The receipt.</param>
    /// <param name="Fate">What becomes of them.</param>
    /// <param name="Reason">Why; kept with the decision.</param>
    /// <param name="Shelf">Where they are kept.</param>
    /// <param name="Version">The version that the sender saw.</param>
    [Requires(ReceptionPermissions.GoodsGiveUp)]
    public sealed record Command(Guid Id, GoodsFate Fate, string? Reason, string? Shelf = null, int? Version = null) : ICommand<Done>, IVersioned;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Fate).IsInEnum().WithMessage("Choose what becomes of it.").WithErrorCode("Reception.Goods.FateMissing");
            RuleFor(c => c.Reason).Reason();
            RuleFor(c => c.Shelf).AtMost(40);
        }
    }

    internal sealed class Handler(ReceptionDbContext db, GoodsDesk desk, IClock clock, IIdentifiers ids, ICurrentUser user, IServiceOrders? orders = null) : IHandler<Command, Done>
    {
        public async Task<Result<Done>> Handle(Command c, CancellationToken cancel)
        {
            if (await db.Receipts.FirstOrDefaultAsync(r => r.Id == c.Id, cancel) is not { } receipt)
            {
                return GoodsErrors.NotFound;
            }

            if (receipt.Stale(c.Version) is { } stale)
            {
                return stale;
            }

            if (await desk.AbandonmentRefusalAsync(receipt, cancel) is { } early)
            {
                return early;
            }

            var now = clock.GetCurrentInstant();
            if (c.Fate == GoodsFate.Store)
            {
                var stored = receipt.Store(c.Shelf ?? "", c.Reason!, user.Name, now);
                return stored.Succeeded ? Done.It : stored.Error;
            }

            // The order ends with it: what keeps it open, such as a loaner that is out, keeps the goods.
            if (orders is not null && (await orders.StatusAsync(receipt.OrderId, cancel))?.ReturnRefusal is { } refusal)
            {
                return Error.Refused("Reception.Goods.NotReleased", "The workshop does not release the goods: {0}", refusal);
            }

            var disposed = receipt.Dispose(c.Reason!, user.Name, now);
            if (!disposed.Succeeded)
            {
                return disposed.Error;
            }

            db.Register.Add(new GoodsRegisterEntry(ids.NewId(), receipt, GoodsDirection.Out, now, user.Name, c.Reason!.Trim() is { Length: > 200 } text ? text[..200] : c.Reason.Trim()));
            return Done.It;
        }
    }
}
