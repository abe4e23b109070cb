using FluentValidation;
using Microsoft.EntityFrameworkCore;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Reception.Domain.Devices;
using ServiceErp.Reception.Features.Requests;
using ServiceErp.Reception.Persistence;

namespace ServiceErp.Reception.Features.Devices;

/// <summary>Corrects a device's serial number, papers and owner. Requests that were judged keep their answer.</summary>
public static class ChangeDevice
{
    [Requires(ReceptionPermissions.DeviceWrite)]
    public sealed record Command(Guid Id, DeviceEntry? Device, Guid? CustomerId = null, int? Version = null) : ICommand<Done>, IVersioned
    {
        /// <summary>Why the product changed hands; needed when the customer is another one.</summary>
        public string? OwnerChangeReason { get; init; }
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Device!).SetValidator(new DeviceEntryRules()).When(c => c.Device is not null);
            RuleFor(c => c.OwnerChangeReason).ReasonOrNothing();
        }
    }

    internal sealed class Handler(ReceptionDbContext db, IntakeDesk desk) : IHandler<Command, Done>
    {
        public async Task<Result<Done>> Handle(Command c, CancellationToken cancel)
        {
            if (await db.Devices.Include(d => d.FormerOwners).FirstOrDefaultAsync(d => d.Id == c.Id, cancel) is not { } device)
            {
                return DeviceErrors.NotFound;
            }

            if (device.Stale(c.Version) is { } stale)
            {
                return stale;
            }

            if (c.CustomerId is { } owner && owner != device.CustomerId)
            {
                if (await db.Customers.AsNoTracking().FirstOrDefaultAsync(customer => customer.Id == owner, cancel) is not { } customer)
                {
                    return Error.Invalid("Reception.Customer.NotFound", "Choose a customer from the list.").On(nameof(c.CustomerId));
                }

                // Whoever changes the owner on the device's own page means it; why is asked all the same.
                if (await desk.PassOnAsync(device, customer, new OwnerChange(true, c.OwnerChangeReason), cancel) is { } kept)
                {
                    return kept.Field == "DeviceId" ? kept.On(nameof(c.CustomerId)) : kept;
                }
            }

            var entry = c.Device ?? new DeviceEntry();
            if (await desk.ReadSerialAsync(device, entry.SerialNumber, cancel) is { } taken)
            {
                return taken.On("Device.SerialNumber");
            }

            device.Change(entry.Papers);
            return Done.It;
        }
    }
}
