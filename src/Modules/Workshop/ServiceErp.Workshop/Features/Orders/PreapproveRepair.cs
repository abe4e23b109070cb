using FluentValidation;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Workshop.Persistence;

namespace ServiceErp.Workshop.Features.Orders;

/// <summary>The customer says "repair up to this much without asking" (WRK-4): net, for parts and labour.</summary>
public static class PreapproveRepair
{
    [Requires(WorkshopPermissions.QuotationAnswer)]
    public sealed record Command(Guid Id, decimal UpTo) : ICommand<OrderMoved>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.UpTo).InclusiveBetween(0, 1_000_000_000).WithErrorCode("Workshop.ServiceOrder.PriceOutOfRange").WithMessage("An amount can't be negative.");
    }

    internal sealed class Handler(WorkshopDbContext db) : IHandler<Command, OrderMoved>
    {
        public Task<Result<OrderMoved>> Handle(Command c, CancellationToken cancel) => db.ChangeAsync(c.Id, null, o =>
        {
            o.Preapprove(c.UpTo);
            return Result.Success;
        }, cancel);
    }
}
