using FluentValidation;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Branches;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Workshop.Domain.Orders;
using ServiceErp.Workshop.Persistence;

namespace ServiceErp.Workshop.Features.Orders;

/// <summary>Stops the sender's clock, wherever it runs; on wish the measured time is charged at once (WRK-5).</summary>
public static class StopTimer
{
    /// <param name="Charge">Makes a labour line of the real time.</param>
    /// <param name="FeeCode">Its entry of the fee table.</param>
    /// <param name="Text">Other words for the customer.</param>
    [Requires(WorkshopPermissions.OrderWork)]
    public sealed record Command(bool Charge = false, string? FeeCode = null, string? Text = null) : ICommand<Answer>;

    public sealed record Answer(Guid OrderId, decimal Minutes, Guid? LineId);

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.FeeCode).AtMost(40);
            RuleFor(c => c.Text).AtMost(500);
        }
    }

    internal sealed class Handler(WorkshopDbContext db, IBranches branches, IClock clock, IIdentifiers ids, ICurrentUser user) : IHandler<Command, Answer>
    {
        public async Task<Result<Answer>> Handle(Command c, CancellationToken cancel)
        {
            if (await db.Times.FirstOrDefaultAsync(t => t.TechnicianId == user.UserId && t.EndedAt == null, cancel) is not { } time)
            {
                return OrderErrors.NoTimer;
            }

            if (await db.OrderAsync(time.OrderId, cancel) is not { } order)
            {
                return OrderErrors.NotFound;
            }

            var now = clock.GetCurrentInstant();
            var branch = branches.Of(order.BranchId);
            var minutes = Rounding.Round((decimal)WorkClock.Measure(branch.Calendar, time.StartedAt, now).Worked.TotalMinutes, 1);
            var hours = Rounding.Round(minutes / 60, 2);
            Guid? lineId = null;
            if (c.Charge && hours > 0)
            {
                var code = c.FeeCode ?? (await db.RulesAsync(order.BranchId, cancel)).LabourCode;
                lineId = ids.NewId();
                var line = await db.PricedAsync(order, new FeeWish(lineId.Value, ChargeKind.Labour, code, c.Text, hours, null, nameof(c.FeeCode)), branch.DayOf(now), (now, user.Name), cancel);
                if (!line.Succeeded)
                {
                    return line.Error;
                }

                var added = order.Add(line.Value);
                if (!added.Succeeded)
                {
                    return added.Error;
                }
            }

            order.StopTimer(time, lineId, branch.Calendar, now);
            return new Answer(order.Id, minutes, lineId);
        }
    }
}
