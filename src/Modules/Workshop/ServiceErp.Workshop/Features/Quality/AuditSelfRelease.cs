using FluentValidation;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Workshop.Domain.Orders;
using ServiceErp.Workshop.Domain.Quality;
using ServiceErp.Workshop.Features.Orders;
using ServiceErp.Workshop.Persistence;

namespace ServiceErp.Workshop.Features.Quality;

/// <summary>Audits what somebody released under their own stamp (WRK-6): somebody else looks at it and says what they saw. What they find wrong is a nonconformity.</summary>
public static class AuditSelfRelease
{
    /// <param name="Id">The order.</param>
    /// <param name="InOrder">False records a nonconformity.</param>
    /// <param name="Reason">What was looked at and found.</param>
    [Requires(WorkshopPermissions.OrderInspect)]
    public sealed record Command(Guid Id, bool InOrder, string Reason) : ICommand<OrderMoved>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Reason).Reason("Say what was looked at and found.", 2000);
    }

    internal sealed class Handler(WorkshopDbContext db, IClock clock, IIdentifiers ids, ICurrentUser user) : IHandler<Command, OrderMoved>
    {
        public Task<Result<OrderMoved>> Handle(Command c, CancellationToken cancel) => db.ChangeAsync(c.Id, null, order =>
        {
            var now = clock.GetCurrentInstant();
            var audited = order.AuditSelfRelease(new Person(user.UserId, user.Name), c.Reason.Trim(), now);
            if (audited.Succeeded && !c.InOrder)
            {
                db.Nonconformities.Add(new Nonconformity(ids.NewId(), order.BranchId, order.Id, order.Number, order.TechnicianName, c.Reason, now, user.Name));
            }

            return audited;
        }, cancel);
    }
}
