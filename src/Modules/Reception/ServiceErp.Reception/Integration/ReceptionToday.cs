using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Platform.Branches;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Localization;
using ServiceErp.Platform.Modules;
using ServiceErp.Platform.Ui;
using ServiceErp.Reception.Domain.Goods;
using ServiceErp.Reception.Domain.Requests;
using ServiceErp.Reception.Features.Goods;
using ServiceErp.Reception.Features.Requests;
using ServiceErp.Reception.Persistence;

namespace ServiceErp.Reception.Integration;

/// <summary>What waits at the counter today (HOST-4), and for the supervisor what is not dispatched yet (REC-6).</summary>
internal sealed class ReceptionToday(ReceptionDbContext db, GoodsDesk goods, ICurrentUser user, Texts texts, IBranches branches, IClock clock) : IStartPagePart
{
    private const int MostRows = 8;

    public int Order => 100;

    public async Task<StartPageContent> ComposeAsync(CancellationToken cancel)
    {
        var (counter, supervisor) = (user.Can(ReceptionPermissions.RequestWrite), user.Can(ReceptionPermissions.RequestOverride));
        var now = clock.GetCurrentInstant();
        var told = user.Can(ReceptionPermissions.RequestOversee) ? await ToldAsync(now, cancel) : null;
        if (!counter && !supervisor)
        {
            return told is null ? StartPageContent.Nothing : new StartPageContent(
                [
                    new($"{await db.Requests.AsNoTracking().Showing(ClockState.Overdue, now).CountAsync(cancel):N0}", texts["Response overdue"], "/reception/requests?clock=Overdue", told.Count > 0 ? Tone.Bad : Tone.Neutral) { Icon = "urgent" },
                ],
                told.Count > 0 ? [told] : []);
        }

        var rules = await goods.RulesAsync(cancel);
        var since = rules.UnclaimedSince(now);
        var requests = db.Requests.AsNoTracking();
        var undispatched = requests.Undispatched();
        // What was left over from an earlier day comes first (REC-6).
        var morning = branches.For(user) is { } branch ? branch.Zone.AtStartOfDay(branch.DayOf(now)).ToInstant() : Instant.MinValue;
        var overdue = await requests.Showing(ClockState.Overdue, now).CountAsync(cancel);
        var atRisk = await requests.Showing(ClockState.AtRisk, now).CountAsync(cancel);
        var waiting = await undispatched.CountAsync(cancel);
        var ready = await db.Receipts.Ready().CountAsync(cancel);
        var unclaimed = await db.Receipts.Unclaimed(since).CountAsync(cancel);
        var reachable = db.Customers.Reachable();
        var chased = db.Receipts.AsNoTracking().Unclaimed(since).Where(r => r.Reminders >= rules.MostReminders || !reachable.Any(c => c.Id == r.CustomerId));
        var stuck = await chased.OrderBy(r => r.ReadyAt).Take(MostRows).Select(r => new { r.Id, r.Number, r.CustomerName, r.ModelName, r.ReadyAt, r.Reminders }).ToListAsync(cancel);
        var urgent = await undispatched.Where(r => r.AnsweredAt == null).OrderByDescending(r => r.ReceivedAt < morning).ThenBy(r => r.DueAt).Take(MostRows)
            .Select(r => new { r.Id, r.Number, r.CustomerName, r.ModelName, r.DueAt, r.AtRiskAt, r.PausedAt, r.AnsweredAt }).ToListAsync(cancel);
        return new StartPageContent(
            [
                new($"{overdue:N0}", texts["Response overdue"], "/reception/requests?clock=Overdue", overdue > 0 ? Tone.Bad : Tone.Neutral) { Icon = "urgent" },
                new($"{atRisk:N0}", texts["Response at risk"], "/reception/requests?clock=AtRisk", atRisk > 0 ? Tone.Waiting : Tone.Neutral) { Icon = "clock" },
                new($"{waiting:N0}", texts["Not dispatched yet"], "/reception/requests?undispatched=1") { Icon = "clipboard-list" },
                new($"{ready:N0}", texts["Ready to hand back"], "/reception/goods?view=Ready") { Icon = "package-export" },
                new($"{unclaimed:N0}", texts["Unclaimed goods"], "/reception/goods?view=Unclaimed", unclaimed > 0 ? Tone.Waiting : Tone.Neutral) { Icon = "package" },
            ],
            [
                new(texts["To be dispatched, most urgent first"], [.. urgent.Select(r =>
                {
                    var state = ServiceRequest.ClockStateOf(now, r.DueAt, r.AtRiskAt, r.PausedAt, r.AnsweredAt);
                    return new StartPageRow($"{r.Number} {r.CustomerName}", $"/reception/requests/{r.Id}")
                    {
                        Hint = r.ModelName,
                        Badge = state == ClockState.Paused ? texts.Label(state) : texts["due {0}", r.DueAt],
                        Tone = state switch { ClockState.Overdue => Tone.Bad, ClockState.AtRisk => Tone.Waiting, ClockState.Paused => Tone.Neutral, _ => Tone.Good },
                    };
                })])
                {
                    Href = "/reception/requests?undispatched=1",
                    Count = waiting,
                    Icon = "clipboard-list",
                },
                .. told is { Count: > 0 } ? new[] { told } : [],
                .. stuck.Count == 0 ? [] : new StartPageList[]
                {
                    new(texts["Unclaimed goods that reminders do not move"], [.. stuck.Select(r => new StartPageRow($"{r.Number} {r.CustomerName}", $"/reception/goods/{r.Id}")
                    {
                        Hint = r.ModelName,
                        Badge = r.Reminders >= rules.MostReminders ? texts["ready since {0}", r.ReadyAt] : texts.Label(Chase.NoContact),
                        Tone = Tone.Waiting,
                    })])
                    {
                        Href = "/reception/goods?view=Unclaimed",
                        Count = await chased.CountAsync(cancel),
                        Icon = "package",
                    },
                },
            ]);
    }

    /// <summary>Responses that the reader was told of because they are late, the latest first.</summary>
    private async Task<StartPageList> ToldAsync(Instant now, CancellationToken cancel)
    {
        ResponseAlert[] steps = user.Roles.Contains(Roles.ServiceDirector) ? [ResponseAlert.Director]
            : user.Roles.Contains(Roles.BranchManager) ? [ResponseAlert.Manager, ResponseAlert.Director]
            : [ResponseAlert.Overdue, ResponseAlert.Manager, ResponseAlert.Director];
        var late = db.Requests.AsNoTracking().Unanswered().Where(r => steps.Contains(r.Alerted));
        var rows = await late.OrderBy(r => r.DueAt).Take(MostRows).Select(r => new { r.Id, r.Number, r.CustomerName, r.ModelName, r.DueAt }).ToListAsync(cancel);
        return new(texts["Overdue responses that you were told of"], [.. rows.Select(r => new StartPageRow($"{r.Number} {r.CustomerName}", $"/reception/requests/{r.Id}")
        {
            Hint = r.ModelName,
            Badge = texts["due {0}", r.DueAt],
            Tone = Tone.Bad,
        })])
        {
            Href = "/reception/requests?clock=Overdue",
            Count = await late.CountAsync(cancel),
            Icon = "urgent",
        };
    }
}
