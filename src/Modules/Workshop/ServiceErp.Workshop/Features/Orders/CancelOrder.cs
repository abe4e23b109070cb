using FluentValidation;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Workshop.Persistence;

namespace ServiceErp.Workshop.Features.Orders;

/// <summary>Ends an order before anything was done.</summary>
public static class CancelOrder
{
    [Requires(WorkshopPermissions.OrderCancel)]
    public sealed record Command(Guid Id, string Reason, int? Version = null) : ICommand<OrderMoved>, IVersioned;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Reason).NotEmpty().WithErrorCode("Workshop.ServiceOrder.ReasonMissing").WithMessage("Say why the order is cancelled.").MaximumLength(2000);
        }
    }

    internal sealed class Handler(WorkshopDbContext db, IClock clock) : IHandler<Command, OrderMoved>
    {
        public Task<Result<OrderMoved>> Handle(Command c, CancellationToken cancel) =>
            db.ChangeAsync(c.Id, c.Version, o => o.Cancel(c.Reason, clock.GetCurrentInstant()), cancel);
    }
}
