using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Branches;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Reception.Domain.Devices;
using ServiceErp.Reception.Domain.Requests;
using ServiceErp.Reception.Features.Warranty;
using ServiceErp.Reception.Persistence;

namespace ServiceErp.Reception.Features.Requests;

/// <summary>What was chosen in the one box of the intake: the customer with the devices, the device with who would pay today.</summary>
public static class GetIntakeChoice
{
    private const int MostDevices = 20;

    [Requires(ReceptionPermissions.RequestWrite)]
    public sealed record Query(Guid? CustomerId = null, Guid? DeviceId = null) : IQuery<Answer>;

    public sealed record Answer(Guid CustomerId, string Name, string Phone, string Email, string Address, bool PaysOnAccount, ChosenDevice? Device)
    {
        /// <summary>Other devices of the customer, to choose from.</summary>
        public IReadOnlyList<OtherDevice> Others { get; init; } = [];

        /// <summary>Requests of the device that are still open.</summary>
        public IReadOnlyList<OpenRequest> Open { get; init; } = [];
    }

    public sealed record ChosenDevice(Guid Id, string ModelCode, string ModelName, string SerialNumber, LocalDate? SoldOn, bool HasProofOfPurchase, ServiceCategory Category, Sentence Reason)
    {
        /// <summary>Whose it is, when that is not the customer chosen.</summary>
        public string? OwnerName { get; init; }
    }

    public sealed record OtherDevice(Guid Id, string ModelName, string SerialNumber);

    public sealed record OpenRequest(Guid Id, string Number, string Fault);

    internal sealed class Handler(ReceptionDbContext db, WarrantyDesk warranty, IClock clock, IBranches branches, ICurrentUser user) : IHandler<Query, Answer>
    {
        public async Task<Result<Answer>> Handle(Query query, CancellationToken cancel)
        {
            var device = query.DeviceId is null ? null : await db.Devices.AsNoTracking().FirstOrDefaultAsync(d => d.Id == query.DeviceId, cancel);
            if (query.DeviceId is not null && device is null)
            {
                return DeviceErrors.NotFound;
            }

            var customerId = query.CustomerId ?? device?.CustomerId;
            if (await db.Customers.AsNoTracking().FirstOrDefaultAsync(c => c.Id == customerId, cancel) is not { } customer)
            {
                return Error.NotFound("Reception.Customer.NotFound", "There is no such customer.");
            }

            ChosenDevice? chosen = null;
            if (device is not null)
            {
                var groups = await db.Models.AsNoTracking().Where(m => m.Id == device.ModelId).Select(m => m.PartGroups).FirstAsync(cancel);
                var now = clock.GetCurrentInstant();
                var verdict = await warranty.JudgeAsync(device, groups, branches.Today(user, now), isInternalWork: false, isNew: false, cancel);
                chosen = new(
                    device.Id, device.ModelCode, device.ModelName, device.SerialNumber, device.SoldOn, device.HasProofOfPurchase, verdict.Category,
                    verdict.Reason)
                {
                    OwnerName = device.CustomerId == customerId ? null : device.CustomerName,
                };
            }

            return new Answer(customer.Id, customer.Name, customer.Phone, customer.Email, customer.Address, customer.PaysOnAccount, chosen)
            {
                Others = await db.Devices.AsNoTracking().Where(d => d.CustomerId == customer.Id && d.Id != query.DeviceId && d.ReplacedById == null).OrderBy(d => d.ModelCode).Take(MostDevices)
                    .Select(d => new OtherDevice(d.Id, d.ModelName, d.SerialNumber)).ToListAsync(cancel),
                Open = query.DeviceId is null ? []
                    : await db.Requests.AsNoTracking().Where(r => r.DeviceId == query.DeviceId && r.State != RequestState.Closed && r.State != RequestState.Withdrawn).OrderByDescending(r => r.ReceivedAt).ThenByDescending(r => r.Id).Take(MostDevices)
                        .Select(r => new OpenRequest(r.Id, r.Number, r.Fault)).ToListAsync(cancel),
            };
        }
    }
}
