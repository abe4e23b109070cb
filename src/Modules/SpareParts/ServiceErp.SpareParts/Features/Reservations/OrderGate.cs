using Microsoft.EntityFrameworkCore;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.SpareParts.Domain.Reservations;
using ServiceErp.SpareParts.Persistence;

namespace ServiceErp.SpareParts.Features.Reservations;

/// <summary>
/// The one rule for who may promise, take back and hand out parts, and to which order: the workshop says what the order permits; without a workshop it is what the store knows of the order itself.
/// </summary>
internal sealed class OrderGate(SparePartsDbContext db, ICurrentUser user, IPartsConsent? workshop = null)
{
    /// <summary>What an order permits; refused when it does not exist in the caller's branch.</summary>
    public async Task<Result<PartsConsent>> AskAsync(Guid orderId, CancellationToken cancel)
    {
        var told = workshop is null ? await OwnAsync(orderId, cancel) : await workshop.OfAsync(orderId, cancel);
        return told is null || (user.BranchId is { } own && told.BranchId != Guid.Empty && told.BranchId != own) ? ReservationErrors.OrderUnknown : told;
    }

    /// <summary>Whether the caller decides about the parts of an order: its technician does, and who holds the right.</summary>
    public bool IsTheirs(Guid? technicianId) => technicianId == user.UserId || user.Can(SparePartsPermissions.ReservationRelease);

    /// <summary>Whether the caller may promise parts to an order; where no workshop says whose it is, nobody is turned away.</summary>
    public bool MayReserve(PartsConsent order) => workshop is null || IsTheirs(order.TechnicianId);

    /// <summary>Why parts of an order can't come back now; null when they can.</summary>
    public async Task<Error?> ReturnRefusalAsync(Guid orderId, CancellationToken cancel) => workshop is null ? null : (await workshop.OfAsync(orderId, cancel))?.ReturnRefusal;

    /// <summary>Why the device of an order can't be exchanged for a loaner now; null when it can.</summary>
    public async Task<Error?> ExchangeRefusalAsync(Guid orderId, CancellationToken cancel) => workshop is null ? null : (await workshop.OfAsync(orderId, cancel))?.ExchangeRefusal;

    private async Task<PartsConsent?> OwnAsync(Guid orderId, CancellationToken cancel)
    {
        var known = await db.KnownOrders.IgnoreQueryFilters().AsNoTracking().FirstOrDefaultAsync(o => o.Id == orderId, cancel);
        Error? over = known is { Open: false } ? ReservationErrors.OrderOver(known.Number ?? "") : null;
        return new PartsConsent(orderId, known?.Number ?? "", known?.BranchId ?? Guid.Empty, null) { ReserveRefusal = over, IssueRefusal = over };
    }
}
