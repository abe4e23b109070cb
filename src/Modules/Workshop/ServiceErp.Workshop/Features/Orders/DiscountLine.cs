using FluentValidation;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Workshop.Persistence;

namespace ServiceErp.Workshop.Features.Orders;

/// <summary>Takes an amount off a line by hand. Of this and the coverage the better one counts (RULES, Warranty).</summary>
public static class DiscountLine
{
    [Requires(WorkshopPermissions.OrderDiscount)]
    public sealed record Command(Guid OrderId, Guid LineId, decimal Amount, string Reason) : ICommand<OrderMoved>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Amount).GreaterThanOrEqualTo(0).WithErrorCode("Workshop.ServiceOrder.PriceOutOfRange").WithMessage("A discount can't be negative.");
            RuleFor(c => c.Reason).Reason("Say why the price is reduced.", 500);
        }
    }

    internal sealed class Handler(WorkshopDbContext db) : IHandler<Command, OrderMoved>
    {
        public Task<Result<OrderMoved>> Handle(Command c, CancellationToken cancel) => db.ChangeAsync(c.OrderId, null, o => o.Reduce(c.LineId, c.Amount, c.Reason), cancel);
    }
}
