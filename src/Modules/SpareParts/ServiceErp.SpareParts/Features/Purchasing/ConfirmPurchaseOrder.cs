using FluentValidation;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.SpareParts.Domain.Purchasing;
using ServiceErp.SpareParts.Features.Classes;
using ServiceErp.SpareParts.Persistence;

namespace ServiceErp.SpareParts.Features.Purchasing;

/// <summary>Notes what the supplier confirmed of a line of a sent order: the day, how many, and at which price. What is paid is still judged by what was ordered.</summary>
public static class ConfirmPurchaseOrder
{
    [Requires(SparePartsPermissions.PurchaseWrite)]
    public sealed record Command(Guid Id, Guid LineId, int? Version) : ICommand<Done>, IVersioned
    {
        /// <summary>When it comes; the supplier's terms say it while nothing was confirmed.</summary>
        public LocalDate? Day { get; init; }

        /// <summary>How many come in all, in the part's unit; as many as ordered unless said.</summary>
        public decimal? Quantity { get; init; }

        /// <summary>Net price of one of the part's unit.</summary>
        public decimal? Price { get; init; }
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Quantity).Must(q => q is null or (> 0 and <= Rules.Most)).WithMessage("The quantity must be more than zero, at most a million, with at most three decimals.").WithErrorCode("SpareParts.Stock.QuantityNotRight");
            RuleFor(c => c.Price).Amount();
            RuleFor(c => c.Day).Must((c, day) => day is not null || c.Quantity is not null || c.Price is not null).WithMessage("Say the day, the quantity or the price that was confirmed.").WithErrorCode("SpareParts.PurchaseOrder.NothingConfirmed");
        }
    }

    internal sealed class Handler(PurchaseDesk desk, SparePartsDbContext db) : IHandler<Command, Done>
    {
        public async Task<Result<Done>> Handle(Command c, CancellationToken cancel)
        {
            var order = await desk.FindAsync(c.Id, cancel);
            if (order is null)
            {
                return PurchasingErrors.OrderNotFound;
            }

            if (order.Stale(c.Version) is { } stale)
            {
                return stale;
            }

            return order.Confirm(c.LineId, c.Day, c.Quantity, c.Price, (await db.RulesAsync(cancel)).UnderDeliveryPercent) is { Succeeded: false, Error: var refused } ? refused : Done.It;
        }
    }
}
