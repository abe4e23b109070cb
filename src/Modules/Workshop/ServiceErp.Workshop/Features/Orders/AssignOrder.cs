using FluentValidation;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Modules;
using ServiceErp.Platform.Users;
using ServiceErp.Workshop.Domain.Orders;
using ServiceErp.Workshop.Persistence;

namespace ServiceErp.Workshop.Features.Orders;

/// <summary>Gives an order to a technician and a day (WRK-1); again to plan it anew.</summary>
public static class AssignOrder
{
    /// <param name="Id">The order.</param>
    /// <param name="TechnicianId">An active technician of the order's branch.</param>
    /// <param name="Day">Planned day in the branch's zone.</param>
    /// <param name="Time">Planned time of day.</param>
    /// <param name="Minutes">Planned length; an hour unless said.</param>
    /// <param name="BringAlong">Tools and parts to take along; null leaves it as it is.</param>
    /// <param name="Assessment">The supervisor's preliminary assessment; null leaves it as it is.</param>
    /// <param name="Version">The version the sender saw.</param>
    [Requires(WorkshopPermissions.OrderAssign)]
    public sealed record Command(
        Guid Id, Guid TechnicianId, LocalDate? Day = null, LocalTime? Time = null, int? Minutes = null, string? BringAlong = null, string? Assessment = null, int? Version = null) : ICommand<OrderMoved>, IVersioned;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.TechnicianId).NotEmpty().WithErrorCode("Workshop.ServiceOrder.TechnicianMissing").WithMessage("Choose a technician.");
            RuleFor(c => c.Minutes).InclusiveBetween(5, 2880).WithErrorCode("Workshop.ServiceOrder.MinutesOutOfRange").WithMessage("Plan between 5 minutes and two days.");
            RuleFor(c => c.BringAlong).AtMost(2000);
            RuleFor(c => c.Assessment).AtMost(2000);
        }
    }

    internal sealed class Handler(WorkshopDbContext db, IUserDirectory users, IClock clock) : IHandler<Command, OrderMoved>
    {
        public Task<Result<OrderMoved>> Handle(Command c, CancellationToken cancel) => db.ChangeAsync(c.Id, c.Version, order =>
        {
            var technician = users.Find(c.TechnicianId);
            return technician is { Active: true } && technician.Roles.Contains(Roles.Technician) && (technician.BranchId is null || technician.BranchId == order.BranchId)
                ? order.Assign(new Person(technician.Id, technician.Name), c.Day, c.Time, c.Minutes ?? (order.PlannedMinutes == 0 ? 60 : order.PlannedMinutes), c.BringAlong, c.Assessment, clock.GetCurrentInstant())
                : OrderErrors.NotATechnician;
        }, cancel);
    }
}
