using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Reception;
using ServiceErp.SpareParts;
using ServiceErp.Workshop.Domain.Orders;
using ServiceErp.Workshop.Features.Orders;
using ServiceErp.Workshop.Persistence;

namespace ServiceErp.Workshop.Integration;

/// <summary>Answers the counter, and Reception's question after the warranty on work done.</summary>
internal sealed class ServiceOrders(WorkshopDbContext db, ILoanerPool? loaners = null) : IServiceOrders
{
    private const string NotReleased = "The repair is not finished and released by quality control yet.";

    private static readonly Expression<Func<ServiceOrder, Row>> Standing = o => new Row(o.Id, o.Number, o.State, o.ReadyBy, o.TechnicianName, o.Unrepaired, o.ReleasedAt);

    public async Task<OrderStatus?> StatusAsync(Guid orderId, CancellationToken cancel)
    {
        if (await db.Orders.AsNoTracking().Where(o => o.Id == orderId).Select(Standing).FirstOrDefaultAsync(cancel) is not { } row)
        {
            return null;
        }

        var status = row.Status();
        return status is { ReturnRefusal: null, Stage: OrderStage.Ready or OrderStage.Cancelled } && await loaners.RefusalAsync(orderId, cancel) is { } refusal
            ? status with { ReturnRefusal = refusal.ToString(), IsLoanerOut = true }
            : status;
    }

    public async Task<Error?> WithdrawalRefusalAsync(Guid orderId, CancellationToken cancel) =>
        await db.Orders.AsNoTracking().Include(o => o.Lines).FirstOrDefaultAsync(o => o.Id == orderId, cancel) is { } order
            ? await db.EndRefusalAsync(order, loaners, cancel)
            : OrderErrors.NotYetOpened;

    public async Task<Error?> EntitlementRefusalAsync(Guid orderId, CancellationToken cancel) =>
        (await db.Orders.AsNoTracking().FirstOrDefaultAsync(o => o.Id == orderId, cancel))?.EntitlementRefusal;

    public async Task<Error?> PlaceRefusalAsync(Guid orderId, ServicePlace place, CancellationToken cancel) =>
        (await db.Orders.AsNoTracking().FirstOrDefaultAsync(o => o.Id == orderId, cancel))?.PlaceRefusal(place);

    public async Task<IReadOnlyList<OrderStatus>> OfDeviceAsync(Guid deviceId, CancellationToken cancel) =>
        [.. (await db.Orders.AsNoTracking().Where(o => o.DeviceId == deviceId).OrderByDescending(o => o.ReceivedAt).ThenByDescending(o => o.Id).Take(200).Select(Standing).ToListAsync(cancel)).Select(r => r.Status())];

    // A repeat keeps the end of what it repeats, so the oldest order that reaches furthest is the one the warranty stems from.
    public async Task<WorkWarranty?> WorkWarrantyAsync(Guid deviceId, LocalDate on, CancellationToken cancel) => await db.Orders.AsNoTracking()
        .Where(o => o.DeviceId == deviceId && o.ReleasedAt != null && !o.Unrepaired && o.WorkWarrantyUntil >= on)
        .OrderByDescending(o => o.WorkWarrantyUntil).ThenBy(o => o.ReceivedAt)
        .Select(o => new WorkWarranty(o.Id, o.Number, o.WorkWarrantyUntil!.Value)).FirstOrDefaultAsync(cancel);

    private sealed record Row(Guid Id, string Number, OrderState State, LocalDate? ReadyBy, string? TechnicianName, bool Unrepaired, Instant? ReleasedAt)
    {
        public OrderStatus Status() => new(Id, Number, State.Stage(), State.ToString(), ReadyBy, TechnicianName,
            State is OrderState.Ready or OrderState.ReadyUnrepaired or OrderState.Completed or OrderState.Cancelled ? null : NotReleased, !Unrepaired)
        {
            IsCharged = ReleasedAt is not null,
        };
    }
}
