using FluentValidation;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Branches;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Workshop.Domain.Orders;
using ServiceErp.Workshop.Persistence;

namespace ServiceErp.Workshop.Features.Orders;

/// <summary>Charges something of the published fee table: travel, a diagnosis fee, a delivery.</summary>
public static class AddFee
{
    [Requires(WorkshopPermissions.OrderWork)]
    public sealed record Command(Guid OrderId, string FeeCode, Guid? Id = null, decimal Quantity = 1, string? Text = null) : ICommand<Answer>, ICreates;

    public sealed record Answer(Guid Id, decimal UnitPrice);

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.FeeCode).NotEmpty().WithErrorCode("Workshop.FeeItem.CodeMissing").WithMessage("Choose an entry of the fee table.").AtMost(40);
            RuleFor(c => c.Quantity).Must(quantity => quantity is > 0 and <= 100_000).WithErrorCode("Workshop.ServiceOrder.QuantityOutOfRange").WithMessage("The quantity must be more than zero.");
            RuleFor(c => c.Text).AtMost(500);
        }
    }

    internal sealed class Handler(WorkshopDbContext db, IBranches branches, IClock clock, IIdentifiers ids, ICurrentUser user) : IHandler<Command, Answer>
    {
        public async Task<Result<Answer>> Handle(Command c, CancellationToken cancel)
        {
            var workable = await db.WorkableAsync(c.OrderId, user, cancel);
            if (!workable.Succeeded)
            {
                return workable.Error;
            }

            var order = workable.Value;

            var now = clock.GetCurrentInstant();
            var wish = new FeeWish(c.Id ?? ids.NewId(), ChargeKind.Fee, c.FeeCode, c.Text, c.Quantity, null, nameof(c.FeeCode));
            var line = await db.PricedAsync(order, wish, branches.Of(order.BranchId).DayOf(now), (now, user.Name), cancel);
            if (!line.Succeeded)
            {
                return line.Error;
            }

            var added = order.Add(line.Value);
            return added.Succeeded ? new Answer(wish.Id, line.Value.UnitPrice) : added.Error;
        }
    }
}
