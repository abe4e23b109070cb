using FluentValidation;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Branches;
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
        Guid Id, Guid TechnicianId, LocalDate? Day = null, LocalTime? Time = null, int? Minutes = null, string? BringAlong = null, string? Assessment = null, int? Version = null) : ICommand<OrderMoved>, IVersioned
    {
        /// <summary>Why it is planned for a day or an hour at which the branch is closed.</summary>
        public string? ClosedReason { get; init; }
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.TechnicianId).NotEmpty().WithErrorCode("Workshop.ServiceOrder.TechnicianMissing").WithMessage("Choose a technician.");
            RuleFor(c => c.Minutes).InclusiveBetween(5, 2880).WithErrorCode("Workshop.ServiceOrder.MinutesOutOfRange").WithMessage("Plan between 5 minutes and two days.");
            RuleFor(c => c.BringAlong).AtMost(2000);
            RuleFor(c => c.Assessment).AtMost(2000);
            RuleFor(c => c.ClosedReason).ReasonOrNothing();
        }
    }

    internal sealed class Handler(WorkshopDbContext db, IUserDirectory users, IBranches branches, IClock clock) : IHandler<Command, OrderMoved>
    {
        public Task<Result<OrderMoved>> Handle(Command c, CancellationToken cancel) => db.ChangeAsync(c.Id, c.Version, order =>
        {
            var technician = users.Find(c.TechnicianId);
            var branch = branches.Of(order.BranchId);
            if (c.Day is { } day && PlanRefusal(branch, day, c.Time, c.ClosedReason, branch.DayOf(clock.GetCurrentInstant())) is { } unplannable)
            {
                return unplannable;
            }

            return technician is { Active: true } && technician.Roles.Contains(Roles.Technician) && (technician.BranchId is null || technician.BranchId == order.BranchId)
                ? order.Assign(new Person(technician.Id, technician.Name), c.Day, c.Time, c.Minutes ?? (order.PlannedMinutes == 0 ? 60 : order.PlannedMinutes), c.BringAlong, c.Assessment, clock.GetCurrentInstant(), c.ClosedReason?.Trim())
                : OrderErrors.NotATechnician;
        }, cancel);

        /// <summary>Nothing is planned for the past; for a closed day or hour only by somebody who says why.</summary>
        private static Error? PlanRefusal(Branch branch, LocalDate day, LocalTime? time, string? reason, LocalDate today)
        {
            if (day < today)
            {
                return OrderErrors.PlannedPast;
            }

            var isOpen = branch.Calendar.IsEmpty || (time is { } hour
                ? branch.Calendar.IsOpen(branch.Zone.AtLeniently(day + hour).ToInstant())
                : branch.Calendar.Elapsed(branch.Zone.AtStartOfDay(day).ToInstant(), branch.Zone.AtStartOfDay(day.PlusDays(1)).ToInstant()) > Duration.Zero);
            return isOpen || !string.IsNullOrWhiteSpace(reason) ? null : OrderErrors.PlannedClosed;
        }
    }
}
