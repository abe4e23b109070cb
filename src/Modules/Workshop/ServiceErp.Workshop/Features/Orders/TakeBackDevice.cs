using FluentValidation;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Attachments;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Workshop.Domain.Orders;
using ServiceErp.Workshop.Persistence;

namespace ServiceErp.Workshop.Features.Orders;

/// <summary>The technician takes the product along into the workshop; the customer signs for it (WRK-2, S3.11). The counter takes it in.</summary>
public static class TakeBackDevice
{
    [Requires(WorkshopPermissions.OrderWork)]
    public sealed record Command(Guid Id, string SignedBy, string? Signature = null, int? Version = null) : ICommand<OrderMoved>, IVersioned;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.SignedBy).NotEmpty().WithErrorCode("Workshop.ServiceOrder.SignerMissing").WithMessage("Enter the name of the person who signs.").AtMost(100);
            RuleFor(c => c.Signature).AtMost(1_500_000);
        }
    }

    internal sealed class Handler(WorkshopDbContext db, IAttachments attachments, IClock clock) : IHandler<Command, OrderMoved>
    {
        public async Task<Result<OrderMoved>> Handle(Command c, CancellationToken cancel)
        {
            if (await db.OrderAsync(c.Id, cancel) is not { } order)
            {
                return OrderErrors.NotFound;
            }

            if (order.Stale(c.Version) is { } stale)
            {
                return stale;
            }

            Guid? signature = null;
            if (order.Can(OrderTrigger.TakeBack))
            {
                var kept = await attachments.KeepAsync(c.Signature, order.Id, cancel);
                if (!kept.Succeeded)
                {
                    return kept.Error;
                }

                signature = kept.Value;
            }

            var taken = order.TakeBack(c.SignedBy, signature, clock.GetCurrentInstant());
            return taken.Succeeded ? OrderMoved.Of(order) : taken.Error;
        }
    }
}
