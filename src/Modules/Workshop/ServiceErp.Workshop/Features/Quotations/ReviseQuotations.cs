using FluentValidation;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Workshop.Domain.Quotations;
using ServiceErp.Workshop.Features.Orders;
using ServiceErp.Workshop.Persistence;

namespace ServiceErp.Workshop.Features.Quotations;

/// <summary>Takes the sent quotations back, to quote anew.</summary>
public static class ReviseQuotations
{
    [Requires(WorkshopPermissions.QuotationWrite)]
    public sealed record Command(Guid Id, string? Reason = null, int? Version = null) : ICommand<OrderMoved>, IVersioned;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Reason).ReasonOrNothing(2000);
    }

    internal sealed class Handler(WorkshopDbContext db, IClock clock) : IHandler<Command, OrderMoved>
    {
        public async Task<Result<OrderMoved>> Handle(Command c, CancellationToken cancel)
        {
            var moved = await db.ChangeAsync(c.Id, c.Version, o => o.Revise(c.Reason, clock.GetCurrentInstant()), cancel);
            if (moved.Succeeded)
            {
                foreach (var sent in await db.Quotations.Where(q => q.OrderId == c.Id && q.State == QuotationState.Sent).ToListAsync(cancel))
                {
                    sent.Supersede();
                }
            }

            return moved;
        }
    }
}
