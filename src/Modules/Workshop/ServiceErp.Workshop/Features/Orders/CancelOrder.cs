using FluentValidation;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.SpareParts;
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
            RuleFor(c => c.Reason).Reason("Say why the order is cancelled.", 2000);
        }
    }

    internal sealed class Handler(WorkshopDbContext db, IClock clock, ILoanerPool? loaners = null) : IHandler<Command, OrderMoved>
    {
        public async Task<Result<OrderMoved>> Handle(Command c, CancellationToken cancel)
        {
            if (await loaners.RefusalAsync(c.Id, cancel) is { } loanerOut)
            {
                return loanerOut;
            }

            await db.WithdrawQuotationsAsync(c.Id, cancel);
            return await db.ChangeAsync(c.Id, c.Version, o => o.Cancel(c.Reason, clock.GetCurrentInstant()), cancel);
        }
    }
}
