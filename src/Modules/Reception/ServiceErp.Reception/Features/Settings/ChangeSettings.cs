using FluentValidation;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Branches;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Reception.Domain.Settings;
using ServiceErp.Reception.Persistence;

namespace ServiceErp.Reception.Features.Settings;

/// <summary>Changes a branch's response targets and rules of the counter. Requests that are registered keep their promise.</summary>
public static class ChangeSettings
{
    /// <param name="Hours">Working hours to the response, unless zone, priority or device say otherwise.</param>
    /// <param name="HighHours">For high priority; nothing leaves it to the zone.</param>
    /// <param name="EmergencyHours">For emergencies; nothing leaves it to the zone.</param>
    /// <param name="AtRiskPercent">Used-up share of the time at which somebody should look.</param>
    /// <param name="DemandsPhotos">Carried-in goods need two photos.</param>
    /// <param name="UnclaimedAfterDays">Days after which ready goods count as unclaimed.</param>
    /// <param name="RemindEveryDays">Days between two reminders of unclaimed goods.</param>
    /// <param name="MostReminders">Reminders that are sent by themselves; 0 sends none.</param>
    /// <param name="StatusLinkDays">Days after the end of a request in which the customer's link still opens.</param>
    /// <param name="BranchId">The branch; the caller's own unless said.</param>
    [Requires(ReceptionPermissions.SettingsWrite)]
    public sealed record Command(
        decimal Hours, decimal? HighHours = null, decimal? EmergencyHours = null, int AtRiskPercent = 80, bool DemandsPhotos = false, int UnclaimedAfterDays = 14, int RemindEveryDays = 7, int MostReminders = 3,
        int StatusLinkDays = 90, Guid? BranchId = null) : ICommand<Done>
    {
        /// <summary>Working hours that a response is overdue until the branch manager is told.</summary>
        public decimal ManagerAfterHours { get; init; } = 1;

        /// <summary>Working hours that a response is overdue until the service director is told.</summary>
        public decimal DirectorAfterHours { get; init; } = 4;
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Hours).InclusiveBetween(0.25m, 1000m).WithMessage("Enter from a quarter of an hour to 1000 hours.").WithErrorCode("Reception.HoursNotRight");
            RuleFor(c => c.HighHours).ResponseHours();
            RuleFor(c => c.EmergencyHours).ResponseHours();
            RuleFor(c => c.AtRiskPercent).InclusiveBetween(1, 99).WithMessage("Enter from 1 to 99 percent.").WithErrorCode("Reception.PercentNotRight");
            RuleFor(c => c.UnclaimedAfterDays).InclusiveBetween(1, 365).WithMessage("Enter from 1 to 365 days.").WithErrorCode("Reception.DaysNotRight");
            RuleFor(c => c.RemindEveryDays).InclusiveBetween(1, 365).WithMessage("Enter from 1 to 365 days.").WithErrorCode("Reception.DaysNotRight");
            RuleFor(c => c.StatusLinkDays).InclusiveBetween(1, 365).WithMessage("Enter from 1 to 365 days.").WithErrorCode("Reception.DaysNotRight");
            RuleFor(c => c.ManagerAfterHours).InclusiveBetween(0m, 1000m).WithMessage("Enter from 0 to 1000 hours.").WithErrorCode("Reception.HoursNotRight");
            RuleFor(c => c.DirectorAfterHours).InclusiveBetween(0m, 1000m).WithMessage("Enter from 0 to 1000 hours.").WithErrorCode("Reception.HoursNotRight");
            RuleFor(c => c.DirectorAfterHours).GreaterThanOrEqualTo(c => c.ManagerAfterHours).WithMessage("The director is told after the manager, not before.").WithErrorCode("Reception.DirectorBeforeManager");
            RuleFor(c => c.MostReminders).InclusiveBetween(0, 20).WithMessage("Enter from 0 to 20 reminders.").WithErrorCode("Reception.RemindersNotRight");
        }
    }

    internal sealed class Handler(ReceptionDbContext db, IBranches branches, ICurrentUser user) : IHandler<Command, Done>
    {
        public async Task<Result<Done>> Handle(Command c, CancellationToken cancel)
        {
            if (branches.For(user, c.BranchId) is not { } branch)
            {
                return BranchErrors.NotFound.On(nameof(c.BranchId));
            }

            var settings = await db.Settings.FirstOrDefaultAsync(s => s.Id == branch.Id, cancel);
            if (settings is null)
            {
                settings = new ReceptionSettings(branch.Id);
                db.Settings.Add(settings);
            }

            settings.Change(Hours(c.Hours), c.HighHours is { } high ? Hours(high) : null, c.EmergencyHours is { } emergency ? Hours(emergency) : null, c.AtRiskPercent, c.DemandsPhotos);
            settings.Chase(c.UnclaimedAfterDays, c.RemindEveryDays, c.MostReminders);
            settings.EndLinks(c.StatusLinkDays);
            settings.Escalate(Hours(c.ManagerAfterHours), Hours(c.DirectorAfterHours));
            return Done.It;
        }

        private static Duration Hours(decimal hours) => Duration.FromMinutes((long)(hours * 60));
    }
}
