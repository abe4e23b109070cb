using FluentValidation;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Branches;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Workshop.Domain.Orders;
using ServiceErp.Workshop.Persistence;

namespace ServiceErp.Workshop.Features.Orders;

/// <summary>Charges working time at the price of the fee table: the hours given, or what the sender's stopped timers have measured on the order and nobody charged yet (WRK-5). A supervisor charges others' time too, and says why.</summary>
public static class AddLabour
{
    /// <param name="OrderId">The order.</param>
    /// <param name="Id">Identity of the line, chosen by the sender.</param>
    /// <param name="Hours">Nothing takes what was measured.</param>
    /// <param name="FeeCode">Its entry of the fee table.</param>
    /// <param name="Text">Other words for the customer.</param>
    /// <param name="UnitPrice">By a supervisor.</param>
    /// <param name="Reason">Why others' measured time is charged, by a supervisor.</param>
    [Requires(WorkshopPermissions.OrderWork)]
    public sealed record Command(Guid OrderId, Guid? Id = null, decimal? Hours = null, string? FeeCode = null, string? Text = null, decimal? UnitPrice = null, string? Reason = null) : ICommand<Answer>, ICreates;

    public sealed record Answer(Guid Id, decimal Hours, decimal UnitPrice);

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Hours).Must(hours => hours is null or (> 0 and <= 1000)).WithErrorCode("Workshop.ServiceOrder.HoursOutOfRange").WithMessage("Hours must be more than zero and at most 1000.");
            RuleFor(c => c.FeeCode).AtMost(40);
            RuleFor(c => c.Text).AtMost(500);
            RuleFor(c => c.Reason).ReasonOrNothing(500);
            RuleFor(c => c.UnitPrice).InclusiveBetween(0, 1_000_000_000).WithErrorCode("Workshop.ServiceOrder.PriceOutOfRange").WithMessage("A price can't be negative.");
        }
    }

    internal sealed class Handler(WorkshopDbContext db, IBranches branches, IClock clock, IIdentifiers ids, ICurrentUser user) : IHandler<Command, Answer>
    {
        public async Task<Result<Answer>> Handle(Command c, CancellationToken cancel)
        {
            if (c.UnitPrice is not null && !user.Can(WorkshopPermissions.OrderDiscount))
            {
                return PriceErrors.NotYours;
            }

            var workable = await db.WorkableAsync(c.OrderId, user, cancel);
            if (!workable.Succeeded)
            {
                return workable.Error;
            }

            var order = workable.Value;
            if (order.TechnicianId is null)
            {
                return OrderErrors.NoTechnician;
            }

            var now = clock.GetCurrentInstant();
            List<WorkTime> times = c.Hours is null ? await db.Times.Where(t => t.OrderId == order.Id && t.EndedAt != null && t.LineId == null).ToListAsync(cancel) : [];
            if (!user.Can(WorkshopPermissions.TimeCorrect) || string.IsNullOrWhiteSpace(c.Reason))
            {
                times.RemoveAll(t => t.TechnicianId != user.UserId);
            }

            var hours = c.Hours ?? Rounding.Round(times.Sum(t => t.Seconds) / 3600m, 2);
            if (hours == 0)
            {
                return Error.Refused("Workshop.ServiceOrder.NoTime", "No measured time of yours is left to charge: say the hours.");
            }

            var code = c.FeeCode ?? (await db.RulesAsync(order.BranchId, cancel)).LabourCode;
            var id = c.Id ?? ids.NewId();
            var line = await db.PricedAsync(order, new FeeWish(id, ChargeKind.Labour, code, c.Text, hours, c.UnitPrice, nameof(c.FeeCode)), branches.Of(order.BranchId).DayOf(now), (now, user.Name), cancel);
            if (!line.Succeeded)
            {
                return line.Error;
            }

            var added = order.Add(line.Value);
            if (!added.Succeeded)
            {
                return added.Error;
            }

            order.Worked(user.WorkerOf(order));
            times.ForEach(t => t.Charge(id));
            return new Answer(id, hours, line.Value.UnitPrice);
        }
    }
}
