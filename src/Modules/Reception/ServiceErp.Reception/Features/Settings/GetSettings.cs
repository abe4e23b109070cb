using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Branches;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Reception.Domain.Settings;
using ServiceErp.Reception.Persistence;

namespace ServiceErp.Reception.Features.Settings;

/// <summary>Response targets, zones and rules of the counter of a branch (REC-4).</summary>
public static class GetSettings
{
    /// <param name="BranchId">The branch; the caller's own unless said.</param>
    [Requires(ReceptionPermissions.SettingsRead)]
    public sealed record Query(Guid? BranchId = null) : IQuery<Answer>;

    public sealed record Answer(
        Guid BranchId, string BranchName, decimal Hours, decimal? HighHours, decimal? EmergencyHours, int AtRiskPercent, bool DemandsPhotos, int UnclaimedAfterDays, int RemindEveryDays, int MostReminders, int StatusLinkDays,
        IReadOnlyList<ZoneRow> Zones)
    {
        public required decimal ManagerAfterHours { get; init; }

        public required decimal DirectorAfterHours { get; init; }
    }

    public sealed record ZoneRow(Guid Id, string Code, string Name, decimal? Hours, bool Active);

    internal static decimal HoursOf(Duration duration) => (decimal)duration.TotalMinutes / 60;

    internal sealed class Handler(ReceptionDbContext db, IBranches branches, ICurrentUser user) : IHandler<Query, Answer>
    {
        public async Task<Result<Answer>> Handle(Query query, CancellationToken cancel)
        {
            if (branches.For(user, query.BranchId) is not { } branch)
            {
                return BranchErrors.NotFound;
            }

            var settings = await db.Settings.AsNoTracking().FirstOrDefaultAsync(s => s.Id == branch.Id, cancel) ?? new ReceptionSettings(branch.Id);
            var zones = await db.Zones.AsNoTracking().Where(z => z.BranchId == branch.Id).OrderBy(z => z.Code).ToListAsync(cancel);
            return new Answer(
                branch.Id, branch.Name, HoursOf(settings.Target), settings.HighTarget is { } high ? HoursOf(high) : null, settings.EmergencyTarget is { } emergency ? HoursOf(emergency) : null,
                settings.AtRiskPercent, settings.DemandsPhotos, settings.UnclaimedAfterDays, settings.RemindEveryDays, settings.MostReminders, settings.StatusLinkDays,
                [.. zones.Select(z => new ZoneRow(z.Id, z.Code, z.Name, z.Target is { } own ? HoursOf(own) : null, z.Active))])
            {
                ManagerAfterHours = HoursOf(settings.ManagerAfter),
                DirectorAfterHours = HoursOf(settings.DirectorAfter),
            };
        }
    }
}
