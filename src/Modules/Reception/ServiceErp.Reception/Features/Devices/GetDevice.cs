using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Reception.Domain.Devices;
using ServiceErp.Reception.Domain.Goods;
using ServiceErp.Reception.Domain.Requests;
using ServiceErp.Reception.Persistence;
using ServiceErp.Workshop;

namespace ServiceErp.Reception.Features.Devices;

/// <summary>One device with its whole history across the modules (REC-9).</summary>
public static class GetDevice
{
    private const int Most = 100;

    [Requires(ReceptionPermissions.DeviceRead)]
    public sealed record Query(Guid Id) : IQuery<Answer>;

    public sealed record Answer(Guid Id, int Version, Guid ModelId, string ModelCode, string ModelName, string SerialNumber, Guid CustomerId, string CustomerName)
    {
        public required LocalDate? SoldOn { get; init; }

        public required LocalDate? WarrantyFrom { get; init; }

        public required bool HasProofOfPurchase { get; init; }

        public required string PassportNumber { get; init; }

        public required decimal? ResponseHours { get; init; }

        public required string Notes { get; init; }

        public required Guid? ReplacesId { get; init; }

        public required Guid? ReplacedById { get; init; }

        /// <summary>Whose it was before, the last first.</summary>
        public IReadOnlyList<Owner> FormerOwners { get; init; } = [];

        public IReadOnlyList<Visit> Requests { get; init; } = [];

        public IReadOnlyList<Stay> Receipts { get; init; } = [];

        /// <summary>Orders that Workshop knows, newest first.</summary>
        public IReadOnlyList<OrderStatus> Orders { get; init; } = [];
    }

    /// <summary>Somebody whose product it was.</summary>
    public sealed record Owner(Guid CustomerId, string Name, Instant Until, string Reason, string By);

    public sealed record Visit(Guid Id, string Number, Instant ReceivedAt, string Fault, RequestState State, ServiceCategory? Category, Guid? OrderId, string? OrderNumber);

    public sealed record Stay(Guid Id, string Number, ReceiptState State, Instant TakenInAt, Instant? ReturnedAt, string Condition);

    internal sealed class Handler(ReceptionDbContext db, IServiceOrders? orders = null) : IHandler<Query, Answer>
    {
        public async Task<Result<Answer>> Handle(Query query, CancellationToken cancel)
        {
            if (await db.Devices.AsNoTracking().Include(d => d.FormerOwners).FirstOrDefaultAsync(d => d.Id == query.Id, cancel) is not { } device)
            {
                return DeviceErrors.NotFound;
            }

            var requests = await db.Requests.AsNoTracking().Where(r => r.DeviceId == query.Id).OrderByDescending(r => r.ReceivedAt).ThenByDescending(r => r.Id).Take(Most)
                .Select(r => new Visit(r.Id, r.Number, r.ReceivedAt, r.Fault, r.State, r.Category, r.OrderId, r.OrderNumber)).ToListAsync(cancel);
            var requestIds = requests.Select(r => r.Id).ToArray();
            return new Answer(device.Id, device.Version, device.ModelId, device.ModelCode, device.ModelName, device.SerialNumber, device.CustomerId, device.CustomerName)
            {
                FormerOwners = [.. device.FormerOwners.OrderByDescending(o => o.Until).Select(o => new Owner(o.CustomerId, o.CustomerName, o.Until, o.Reason, o.By))],
                SoldOn = device.SoldOn,
                WarrantyFrom = device.WarrantyFrom,
                HasProofOfPurchase = device.HasProofOfPurchase,
                PassportNumber = device.PassportNumber,
                ResponseHours = device.ResponseTarget is { } target ? (decimal)target.TotalMinutes / 60 : null,
                Notes = device.Notes,
                ReplacesId = device.ReplacesId,
                ReplacedById = device.ReplacedById,
                Requests = requests,
                Receipts = await db.Receipts.AsNoTracking().Where(r => requestIds.Contains(r.RequestId)).OrderByDescending(r => r.TakenInAt).ThenByDescending(r => r.Id)
                    .Select(r => new Stay(r.Id, r.Number, r.State, r.TakenInAt, r.ReturnedAt, r.Condition)).ToListAsync(cancel),
                Orders = orders is null ? [] : await orders.OfDeviceAsync(device.Id, cancel),
            };
        }
    }
}
