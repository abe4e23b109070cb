using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Messaging;
using ServiceErp.Reception;
using ServiceErp.SpareParts.Domain.Loaners;
using ServiceErp.SpareParts.Persistence;

namespace ServiceErp.SpareParts.Integration;

/// <summary>An order is to be opened: with its customer a loaner may go.</summary>
internal sealed class RememberOrderWhenAccepted(SparePartsDbContext db) : ISubscriber<ServiceRequestAccepted>
{
    public async Task<Result> Handle(ServiceRequestAccepted happened, CancellationToken cancel)
    {
        var order = await db.KnownOrderAsync(happened.OrderId, happened.BranchId, happened.ReceivedAt, cancel);
        var device = happened.Device;
        order.Accept(device.Id, device.ModelId, device.ModelCode, device.ModelName, device.SerialNumber);
        order.For(happened.Customer);
        return Result.Success;
    }
}

/// <summary>What was written down wrong about an order was put right.</summary>
internal sealed class CorrectKnownOrderWhenRequestCorrected(SparePartsDbContext db, IClock clock) : ISubscriber<ServiceRequestCorrected>
{
    public async Task<Result> Handle(ServiceRequestCorrected happened, CancellationToken cancel)
    {
        var order = await db.KnownOrderAsync(happened.OrderId, happened.BranchId, clock.GetCurrentInstant(), cancel);
        var device = happened.Device;
        order.Accept(device.Id, device.ModelId, device.ModelCode, device.ModelName, device.SerialNumber);
        order.For(happened.Customer);
        return Result.Success;
    }
}

/// <summary>The goods came in, and their serial number was read.</summary>
internal sealed class ReadSerialWhenGoodsTakenIn(SparePartsDbContext db) : ISubscriber<GoodsTakenIn>
{
    public async Task<Result> Handle(GoodsTakenIn happened, CancellationToken cancel)
    {
        if (happened.SerialNumber.Length > 0 && await db.KnownOrders.IgnoreQueryFilters().FirstOrDefaultAsync(o => o.Id == happened.OrderId, cancel) is { } order)
        {
            order.ReadSerial(happened.SerialNumber);
        }

        return Result.Success;
    }
}

internal static class KnownOrders
{
    /// <summary>The order, made when it is heard of for the first time: of two modules that tell of it either may be first.</summary>
    public static async Task<KnownOrder> KnownOrderAsync(this SparePartsDbContext db, Guid id, Guid branchId, Instant since, CancellationToken cancel)
    {
        var order = await db.KnownOrders.IgnoreQueryFilters().FirstOrDefaultAsync(o => o.Id == id, cancel);
        if (order is null)
        {
            order = new KnownOrder(id, branchId, since);
            db.KnownOrders.Add(order);
        }

        return order;
    }
}
