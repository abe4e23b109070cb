using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Branches;
using ServiceErp.Platform.Messaging;
using ServiceErp.Reception;
using ServiceErp.Workshop.Domain.Orders;
using ServiceErp.Workshop.Persistence;

namespace ServiceErp.Workshop.Integration;

/// <summary>An accepted request becomes an order under the identity that Reception gave it.</summary>
internal sealed class OpenOrderWhenRequestAccepted(WorkshopDbContext db, IBranches branches, IClock clock) : ISubscriber<ServiceRequestAccepted>
{
    public async Task<Result> Handle(ServiceRequestAccepted happened, CancellationToken cancel)
    {
        WorkWarranty? repeats = null;
        if (happened.Entitlement.RepeatOf is { } earlier)
        {
            repeats = await db.Orders.AsNoTracking().Where(o => o.Id == earlier && o.WorkWarrantyUntil != null)
                .Select(o => new WorkWarranty(o.Id, o.Number, o.WorkWarrantyUntil!.Value)).FirstOrDefaultAsync(cancel);
        }

        var now = clock.GetCurrentInstant();
        var branch = branches.Of(happened.BranchId);
        var year = branch.DayOf(now).Year;
        var number = await db.NextNumberAsync($"service-order/{branch.Code}/{year}", cancel);
        db.Orders.Add(new ServiceOrder(happened, $"SO-{branch.Code}-{year}-{number:D6}", branch.Currency, repeats, now));
        return Result.Success;
    }
}
