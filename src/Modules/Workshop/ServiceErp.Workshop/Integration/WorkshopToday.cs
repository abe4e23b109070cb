using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Platform.Branches;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Localization;
using ServiceErp.Platform.Modules;
using ServiceErp.Platform.Ui;
using ServiceErp.Workshop.Domain.Orders;
using ServiceErp.Workshop.Persistence;

namespace ServiceErp.Workshop.Integration;

/// <summary>"My work today" for technician, dispatcher and quality inspector.</summary>
internal sealed class WorkshopToday(WorkshopDbContext db, ICurrentUser user, IBranches branches, IClock clock, Texts texts) : IStartPagePart
{
    private const int Most = 8;

    public int Order => 100;

    public async Task<StartPageContent> ComposeAsync(CancellationToken cancel)
    {
        var today = branches.Today(user, clock.GetCurrentInstant());
        var tiles = new List<StartPageTile>();
        var lists = new List<StartPageList>();
        if (user.Can(WorkshopPermissions.OrderWork) && user.Roles.Contains(Roles.Technician))
        {
            await Technician(lists, cancel);
        }

        if (user.Can(WorkshopPermissions.OrderInspect))
        {
            await Inspector(tiles, lists, cancel);
        }

        if (user.Can(WorkshopPermissions.OrderAssign))
        {
            await Dispatcher(tiles, lists, today, cancel);
        }

        return tiles.Count + lists.Count == 0 ? StartPageContent.Nothing : new StartPageContent(tiles, lists);
    }

    private async Task Technician(List<StartPageList> lists, CancellationToken cancel)
    {
        var mine = db.Orders.AsNoTracking().Where(o => o.TechnicianId == user.UserId && OrderLifecycle.Unfinished.Contains(o.State) && o.State != OrderState.AwaitingInspection);
        var rows = await mine.OrderBy(o => o.PlannedDay).ThenBy(o => o.PlannedTime).ThenBy(o => o.DueAt).Take(Most)
            .Select(o => new { o.Id, o.Number, o.ModelName, o.CustomerName, o.State }).ToListAsync(cancel);
        lists.Add(new StartPageList(texts["My bench"], [.. rows.Select(r => new StartPageRow($"{r.Number} · {r.ModelName}", $"/workshop/bench/{r.Id}") { Hint = r.CustomerName, Badge = texts.Label(r.State), Tone = Pages.Tones.Of(r.State) })])
        {
            Href = "/workshop/bench",
            Icon = "tool",
            Count = await mine.CountAsync(cancel),
            EmptyText = texts["Nothing is assigned to you."],
        });
    }

    private async Task Inspector(List<StartPageTile> tiles, List<StartPageList> lists, CancellationToken cancel)
    {
        var waiting = db.Orders.AsNoTracking().Where(o => o.State == OrderState.AwaitingInspection);
        var rows = await waiting.OrderBy(o => o.ReceivedAt).Take(Most).Select(o => new { o.Id, o.Number, o.ModelName, o.TechnicianName, o.Reworks }).ToListAsync(cancel);
        var count = await waiting.CountAsync(cancel);
        tiles.Add(new StartPageTile(Display.Number(count), texts["Waiting for inspection"], "/workshop/inspections", count > 0 ? Tone.Waiting : Tone.Neutral) { Icon = "shield-check" });
        var stamped = await db.Orders.AsNoTracking().CountAsync(o => o.SelfReleased && o.SelfReleaseAuditedAt == null, cancel);
        tiles.Add(new StartPageTile(Display.Number(stamped), texts["Released under a stamp, to audit"], "/workshop/orders?self=unaudited", stamped > 0 ? Tone.Waiting : Tone.Neutral) { Icon = "certificate" });
        lists.Add(new StartPageList(texts["To be inspected"], [.. rows.Select(r => new StartPageRow($"{r.Number} · {r.ModelName}", $"/workshop/inspections/{r.Id}") { Hint = r.TechnicianName, Badge = r.Reworks > 0 ? texts["Rework {0}", r.Reworks] : null, Tone = Tone.Waiting })])
        {
            Href = "/workshop/inspections",
            Icon = "shield-check",
            Count = count,
        });
    }

    private async Task Dispatcher(List<StartPageTile> tiles, List<StartPageList> lists, LocalDate today, CancellationToken cancel)
    {
        var unassigned = db.Orders.AsNoTracking().Where(o => o.State == OrderState.Received);
        var risk = db.Orders.AsNoTracking().Where(o => OrderLifecycle.Unfinished.Contains(o.State) && o.ReadyBy <= today.PlusDays(1));
        var (waiting, atRisk) = (await unassigned.CountAsync(cancel), await risk.CountAsync(cancel));
        var forParts = await db.Orders.AsNoTracking().CountAsync(o => o.State == OrderState.WaitingForParts, cancel);
        tiles.Add(new StartPageTile(Display.Number(waiting), texts["Nobody has them yet"], "/workshop/board", waiting > 0 ? Tone.Waiting : Tone.Good) { Icon = "layout-kanban" });
        tiles.Add(new StartPageTile(Display.Number(atRisk), texts["Promised day at risk"], "/workshop/orders?promise=risk", atRisk > 0 ? Tone.Bad : Tone.Good) { Icon = "calendar-event" });
        tiles.Add(new StartPageTile(Display.Number(forParts), texts["Waiting for parts"], "/workshop/orders?state=WaitingForParts") { Icon = "clock-pause" });
        var rows = await unassigned.OrderBy(o => o.DueAt).Take(Most).Select(o => new { o.Id, o.Number, o.CustomerName, o.ModelName, o.DueAt }).ToListAsync(cancel);
        var now = clock.GetCurrentInstant();
        lists.Add(new StartPageList(texts["To be assigned"], [.. rows.Select(r => new StartPageRow($"{r.Number} · {r.CustomerName}", $"/workshop/orders/{r.Id}") { Hint = r.ModelName, Badge = Display.Moment(r.DueAt), Tone = r.DueAt < now ? Tone.Bad : Tone.Info })])
        {
            Href = "/workshop/board",
            Icon = "layout-kanban",
            Count = waiting,
            EmptyText = texts["Every order has its technician."],
        });
    }
}
