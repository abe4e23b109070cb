using FluentValidation;
using Microsoft.EntityFrameworkCore;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Reception.Domain.Devices;
using ServiceErp.Reception.Domain.Goods;
using ServiceErp.Reception.Persistence;

namespace ServiceErp.Reception.Features.Devices;

/// <summary>Takes back that another unit took a device's place: the wrong device or the wrong unit was named. A serial number alone is corrected on the unit's own page.</summary>
public static class UndoReplacement
{
    /// <param name="Id">The device that was said to be replaced.</param>
    /// <param name="Reason">Kept in its history.</param>
    [Requires(ReceptionPermissions.DeviceWrite)]
    public sealed record Command(Guid Id, string? Reason) : ICommand<Done>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Reason).Reason();
    }

    internal sealed class Handler(ReceptionDbContext db) : IHandler<Command, Done>
    {
        public async Task<Result<Done>> Handle(Command c, CancellationToken cancel)
        {
            if (await db.Devices.FirstOrDefaultAsync(d => d.Id == c.Id, cancel) is not { } device)
            {
                return DeviceErrors.NotFound;
            }

            if (device.ReplacedById is not { } by)
            {
                return Error.Refused("Reception.Device.NotReplaced", "No other unit took the place of {0}: there is nothing to take back.", device.SerialNumber);
            }

            if (await db.Receipts.AnyAsync(r => r.DeviceId == device.Id && r.State == ReceiptState.Exchanged, cancel))
            {
                return Error.Refused("Reception.Device.Exchanged", "The customer kept a loaner instead of {0}, and the device is ours: that exchange stays.", device.SerialNumber);
            }

            var unit = await db.Devices.FirstAsync(d => d.Id == by, cancel);
            if (await db.Requests.AnyAsync(r => r.DeviceId == unit.Id, cancel))
            {
                return Error.Refused("Reception.Device.UnitInUse", "{0} was brought in already with the warranty it inherited. Correct its serial number on its own page instead.", unit.SerialNumber);
            }

            device.ReplacementUndone();
            db.Devices.Remove(unit);
            db.Note(device, nameof(UndoReplacement), c.Reason!.Trim());
            return Done.It;
        }
    }
}
