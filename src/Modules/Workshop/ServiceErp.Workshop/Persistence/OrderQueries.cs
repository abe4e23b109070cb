using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Workshop.Domain.Catalog;
using ServiceErp.Workshop.Domain.Orders;
using ServiceErp.Workshop.Features.Orders;

namespace ServiceErp.Workshop.Persistence;

/// <summary>What most use cases ask of the context.</summary>
internal static class OrderQueries
{
    /// <summary>The order with its lines, which the guards of the life cycle look at; null when the caller may not see it.</summary>
    public static Task<ServiceOrder?> OrderAsync(this WorkshopDbContext db, Guid id, CancellationToken cancel) =>
        db.Orders.Include(o => o.Lines).FirstOrDefaultAsync(o => o.Id == id, cancel);

    /// <summary>Loads an order, changes it, and tells where it stands.</summary>
    public static async Task<Result<OrderMoved>> ChangeAsync(this WorkshopDbContext db, Guid id, int? version, Func<ServiceOrder, Result> change, CancellationToken cancel)
    {
        if (await db.OrderAsync(id, cancel) is not { } order)
        {
            return OrderErrors.NotFound;
        }

        if (order.Stale(version) is { } stale)
        {
            return stale;
        }

        var changed = change(order);
        return changed.Succeeded ? OrderMoved.Of(order) : changed.Error;
    }

    /// <summary>Loads an order for work on it: a technician works on their own orders, and takes others over first. Whoever may assign orders, and a machine, works for whom it is assigned to.</summary>
    public static async Task<Result<ServiceOrder>> WorkableAsync(this WorkshopDbContext db, Guid id, ICurrentUser user, CancellationToken cancel) =>
        await db.OrderAsync(id, cancel) is not { } order ? OrderErrors.NotFound : order.WorkRefusal(user) is { } refusal ? refusal : order;

    /// <summary>Why the caller may not work on the order; null when it is theirs to work on.</summary>
    public static Error? WorkRefusal(this ServiceOrder order, ICurrentUser user) =>
        order.TechnicianId is not null && order.IsOthers(user.UserId) && !user.IsMachine && !user.Can(WorkshopPermissions.OrderAssign) ? OrderErrors.SomebodyElses(order) : null;

    /// <summary>Whose work a command is: a machine works for whom the order is assigned to.</summary>
    public static Guid? WorkerOf(this ICurrentUser user, ServiceOrder order) => user.IsMachine ? order.TechnicianId : user.UserId;

    /// <summary>Loads an order for work on it, does the work, and tells where it stands.</summary>
    public static async Task<Result<OrderMoved>> WorkAsync(this WorkshopDbContext db, Guid id, int? version, ICurrentUser user, Func<ServiceOrder, Task<Result>> work, CancellationToken cancel)
    {
        var found = await db.WorkableAsync(id, user, cancel);
        if (!found.Succeeded)
        {
            return found.Error;
        }

        if (found.Value.Stale(version) is { } stale)
        {
            return stale;
        }

        var done = await work(found.Value);
        return done.Succeeded ? OrderMoved.Of(found.Value) : done.Error;
    }

    /// <summary>Mandatory control points of a boundary that were not ticked in this round.</summary>
    public static Task<List<string>> OpenPointsAsync(this WorkshopDbContext db, ServiceOrder order, Boundary boundary, CancellationToken cancel) => db.ControlPoints.AsNoTracking()
        .Where(p => p.Active && p.Mandatory && p.Boundary == boundary && (p.ModelCode == "" || p.ModelCode == order.ModelCode)
            && !db.Ticks.Any(t => t.OrderId == order.Id && t.PointId == p.Id && t.Round == order.Reworks))
        .OrderBy(p => p.Position).Select(p => p.Text).ToListAsync(cancel);

    /// <summary>The hours that people measured on an order.</summary>
    public static async Task<decimal> MeasuredHoursAsync(this WorkshopDbContext db, ServiceOrder order, CancellationToken cancel) =>
        Rounding.Round(await db.Times.Where(t => t.OrderId == order.Id).SumAsync(t => t.Seconds, cancel) / 3600m, 2);

    /// <summary>As far as the caller may record a customer's consent, by the widest of their roles; null without a limit.</summary>
    public static async Task<decimal?> ConsentLimitAsync(this WorkshopDbContext db, ICurrentUser user, string currency, CancellationToken cancel)
    {
        if (user.IsMachine || user.UserId is null)
        {
            return null;
        }

        var set = await db.ConsentLimits.AsNoTracking().Where(l => l.Currency == currency).ToDictionaryAsync(l => l.Role, l => l.UpTo, cancel);
        decimal?[] limits = [.. user.Roles.Where(ConsentLimit.Roles.Contains).Select(r => set.TryGetValue(r, out var upTo) ? upTo : ConsentLimit.Usual(r, currency))];
        return limits.Length == 0 || limits.Contains(null) ? null : limits.Max();
    }

    /// <summary>Whose timers run on an order.</summary>
    public static async Task<IReadOnlyCollection<string>> RunningTimersAsync(this WorkshopDbContext db, ServiceOrder order, CancellationToken cancel) => order.RunningTimers == 0
        ? []
        : await db.Times.AsNoTracking().Where(t => t.OrderId == order.Id && t.EndedAt == null).Select(t => t.TechnicianName).ToListAsync(cancel);

    /// <summary>A branch's settings; their defaults while nobody has changed them.</summary>
    public static async Task<WorkshopRules> RulesAsync(this WorkshopDbContext db, Guid branchId, CancellationToken cancel) =>
        await db.Rules.AsNoTracking().FirstOrDefaultAsync(r => r.Id == branchId, cancel) ?? new WorkshopRules(branchId);

    /// <summary>A line out of the fee table at the price of the day.</summary>
    /// <param name="db">The context.</param>
    /// <param name="order">The order it is for.</param>
    /// <param name="wish">What is charged.</param>
    /// <param name="today">The day of the price.</param>
    /// <param name="added">When and by whom.</param>
    /// <param name="cancel">Stops it.</param>
    public static async Task<Result<OrderLine>> PricedAsync(this WorkshopDbContext db, ServiceOrder order, FeeWish wish, LocalDate today, (Instant At, string By) added, CancellationToken cancel)
    {
        var fee = await db.Fees.AsNoTracking().Include(f => f.Prices).FirstOrDefaultAsync(f => f.Code == wish.Code && f.Active, cancel);
        var price = wish.UnitPrice ?? fee?.PriceOn(today, order.BranchId, order.Currency);
        if (price is null)
        {
            return Error.Invalid("Workshop.FeeItem.NoPrice", "The fee table has no price for {0} in {1} today.", wish.Code, order.Currency).On(wish.Field);
        }

        return new OrderLine(wish.Id, order.Id, fee?.Kind ?? wish.Kind, wish.Code, wish.Text ?? fee?.Text ?? wish.Code, wish.Quantity, fee?.Unit ?? (wish.Kind == ChargeKind.Labour ? "h" : "pcs"), price.Value, added.At, added.By);
    }
}

/// <summary>Something of the fee table to be charged.</summary>
internal sealed record FeeWish(Guid Id, ChargeKind Kind, string Code, string? Text, decimal Quantity, decimal? UnitPrice, string Field);
