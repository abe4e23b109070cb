using FluentValidation;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Workshop.Persistence;

namespace ServiceErp.Workshop.Features.Orders;

/// <summary>The visit ends without result, such as nobody at home; it is planned again.</summary>
public static class TurnBack
{
    [Requires(WorkshopPermissions.OrderWork)]
    public sealed record Command(Guid Id, string Reason, int? Version = null) : ICommand<OrderMoved>, IVersioned;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Reason).Reason("Say why the visit ends without result.", 2000);
        }
    }

    internal sealed class Handler(WorkshopDbContext db, IClock clock, ICurrentUser user) : IHandler<Command, OrderMoved>
    {
        public Task<Result<OrderMoved>> Handle(Command c, CancellationToken cancel) =>
            db.WorkAsync(c.Id, c.Version, user, o => Task.FromResult(o.TurnBack(c.Reason, clock.GetCurrentInstant())), cancel);
    }
}
