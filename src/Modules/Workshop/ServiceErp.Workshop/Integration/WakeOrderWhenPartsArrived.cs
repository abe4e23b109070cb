using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Messaging;
using ServiceErp.Platform.Users;
using ServiceErp.SpareParts;
using ServiceErp.Workshop.Domain.Orders;
using ServiceErp.Workshop.Persistence;

namespace ServiceErp.Workshop.Integration;

/// <summary>"Part arrived" moves the order out of waiting by itself and tells the technician (RULES, Orders).</summary>
internal sealed class WakeOrderWhenPartsArrived(WorkshopDbContext db, IUserDirectory users, IClock clock, StaffMessages staff) : ISubscriber<PartsArrived>
{
    public async Task<Result> Handle(PartsArrived happened, CancellationToken cancel)
    {
        if (await db.OrderAsync(happened.OrderId, cancel) is not { } order)
        {
            return OrderErrors.NotFound;
        }

        if (order.PartsArrived(happened.LineId, happened.Quantity, clock.GetCurrentInstant()) && order.TechnicianId is { } id && users.Find(id) is { } technician)
        {
            staff.Tell(db, technician, order, $"parts/{happened.LineId}", "Parts have arrived: {0}", "Everything {0} was waiting for is reserved, last {1}. You can go on with {2}.", order.Number, happened.PartNumber, order.ModelName);
        }

        return Result.Success;
    }
}
