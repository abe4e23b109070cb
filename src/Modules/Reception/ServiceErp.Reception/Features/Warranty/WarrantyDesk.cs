using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Reception.Domain.Devices;
using ServiceErp.Reception.Domain.Warranty;
using ServiceErp.Reception.Persistence;
using ServiceErp.Workshop;

namespace ServiceErp.Reception.Features.Warranty;

/// <summary>Gathers what the warranty check looks at.</summary>
internal sealed class WarrantyDesk(ReceptionDbContext db, IServiceOrders? orders = null)
{
    /// <summary>Who pays for the service of a device asked for on a day.</summary>
    /// <param name="device">What it is about.</param>
    /// <param name="partGroups">The part groups of its model.</param>
    /// <param name="day">The day of the contact in the branch's zone.</param>
    /// <param name="isInternalWork">The company's own work.</param>
    /// <param name="isNew">Never seen before: nobody can have worked on it.</param>
    /// <param name="cancel">Stops it.</param>
    public async Task<Verdict> JudgeAsync(Device device, IReadOnlyList<string> partGroups, LocalDate day, bool isInternalWork, bool isNew, CancellationToken cancel)
    {
        // Without a day of sale nothing is proven, yet today's exclusions still count for work done.
        var soldOn = device.WarrantyFrom ?? day;
        var policy = await db.Policies.AsNoTracking().Where(p => p.ModelId == device.ModelId && p.SoldFrom <= soldOn).OrderByDescending(p => p.SoldFrom).FirstOrDefaultAsync(cancel);
        var promotions = device.WarrantyFrom is null || policy is null ? []
            : await db.Promotions.AsNoTracking().Where(p => p.SoldFrom <= soldOn && p.SoldTo >= soldOn && (p.ModelId == null || p.ModelId == device.ModelId)).ToListAsync(cancel);
        return WarrantyCheck.Judge(new WarrantyCase(day, device.WarrantyFrom, device.HasProofOfPurchase, partGroups)
        {
            Policy = policy,
            Promotions = promotions,
            WorkWarranty = orders is null || isNew ? null : await orders.WorkWarrantyAsync(device.Id, day, cancel),
            IsInternalWork = isInternalWork,
        });
    }
}
