using FluentValidation;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Branches;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Workshop.Domain.Orders;
using ServiceErp.Workshop.Persistence;

namespace ServiceErp.Workshop.Features.Orders;

/// <summary>Stops a technician's clock, wherever it runs; on wish the measured time is charged at once (WRK-5).</summary>
public static class StopTimer
{
    /// <param name="Charge">Makes a labour line of the real time.</param>
    /// <param name="FeeCode">Its entry of the fee table.</param>
    /// <param name="Text">Other words for the customer.</param>
    /// <param name="TechnicianId">Whose clock; the sender's unless said.</param>
    [Requires(WorkshopPermissions.OrderWork)]
    public sealed record Command(bool Charge = false, string? FeeCode = null, string? Text = null, Guid? TechnicianId = null) : ICommand<Answer>;

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
            var who = c.TechnicianId ?? user.UserId;
            if (await db.Times.FirstOrDefaultAsync(t => t.TechnicianId == who && t.EndedAt == null, cancel) is not { } time)
            {
                return OrderErrors.NoTimer;
            }

            if (await db.OrderAsync(time.OrderId, cancel) is not { } order)
            {
                return OrderErrors.NotFound;
            }

            var now = clock.GetCurrentInstant();
            var minutes = Rounding.Round((decimal)time.Length(now).TotalMinutes, 1);
            var hours = Rounding.Round(minutes / 60, 2);
            Guid? lineId = null;
            if (c.Charge && hours > 0)
            {
                var code = c.FeeCode ?? (await db.RulesAsync(cancel)).LabourCode;
                lineId = ids.NewId();
                var line = await db.PricedAsync(order, new FeeWish(lineId.Value, ChargeKind.Labour, code, c.Text, hours, null, nameof(c.FeeCode)), branches.Of(order.BranchId).DayOf(now), (now, user.Name), cancel);
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

            order.StopTimer(time, lineId, now);
            return new Answer(order.Id, minutes, lineId);
        }
    }
}
