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
    public sealed record Command(Guid Id, string SignedBy, string Signature, int? Version = null) : ICommand<OrderMoved>, IVersioned
    {
        /// <summary>The condition as found; the counter completes what is left out (REC-2).</summary>
        public string? Condition { get; init; }

        /// <summary>What comes along.</summary>
        public string? Accessories { get; init; }

        /// <summary>As read on the product.</summary>
        public string? SerialNumber { get; init; }
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.SignedBy).NotEmpty().WithErrorCode("Workshop.ServiceOrder.SignerMissing").WithMessage("Enter the name of the person who signs.").AtMost(100);
            RuleFor(c => c.Signature).Signed();
            RuleFor(c => c.Condition).AtMost(1000);
            RuleFor(c => c.Accessories).AtMost(1000);
            RuleFor(c => c.SerialNumber).AtMost(60);
        }
    }

    internal sealed class Handler(WorkshopDbContext db, IAttachments attachments, IClock clock, ICurrentUser user) : IHandler<Command, OrderMoved>
    {
        public async Task<Result<OrderMoved>> Handle(Command c, CancellationToken cancel)
        {
            var workable = await db.WorkableAsync(c.Id, user, cancel);
            if (!workable.Succeeded)
            {
                return workable.Error;
            }

            var order = workable.Value;

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

            var taken = order.TakeBack(c.SignedBy, signature, c.Condition?.Trim() ?? "", c.Accessories?.Trim() ?? "", c.SerialNumber?.Trim() ?? "", clock.GetCurrentInstant());
            return taken.Succeeded ? OrderMoved.Of(order) : taken.Error;
        }
    }
}
