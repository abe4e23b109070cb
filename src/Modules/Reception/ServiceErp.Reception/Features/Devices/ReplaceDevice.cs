using FluentValidation;
using Microsoft.EntityFrameworkCore;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Reception.Domain.Devices;
using ServiceErp.Reception.Persistence;

namespace ServiceErp.Reception.Features.Devices;

/// <summary>Another unit took the place of a faulty one: it inherits the remainder of the warranty (RULES, Warranty).</summary>
public static class ReplaceDevice
{
    /// <param name="Id">The faulty device.</param>
    /// <param name="SerialNumber">Of the unit that replaces it, of the same model.</param>
    [Requires(ReceptionPermissions.DeviceWrite)]
    [Reaches(Reach.Common)]
    public sealed record Command(Guid Id, string? SerialNumber) : ICommand<Answer>;

    public sealed record Answer(Guid Id);

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.SerialNumber).Needed(60, "Reception.Device.SerialMissing", "Note the serial number.");
    }

    internal sealed class Handler(ReceptionDbContext db, IIdentifiers ids) : IHandler<Command, Answer>
    {
        public async Task<Result<Answer>> Handle(Command c, CancellationToken cancel)
        {
            if (await db.Devices.FirstOrDefaultAsync(d => d.Id == c.Id, cancel) is not { } faulty)
            {
                return DeviceErrors.NotFound;
            }

            var serial = Device.KeyOf(c.SerialNumber);
            if (await db.Devices.AsNoTracking().FirstOrDefaultAsync(d => d.ModelId == faulty.ModelId && d.SerialKey == serial, cancel) is { } known)
            {
                return DeviceErrors.Known(known.ModelCode, known.SerialNumber, known.CustomerName, known.Id).On(nameof(c.SerialNumber));
            }

            var model = await db.Models.AsNoTracking().FirstAsync(m => m.Id == faulty.ModelId, cancel);
            var owner = await db.Customers.AsNoTracking().FirstAsync(customer => customer.Id == faulty.CustomerId, cancel);
            var unit = new Device(ids.NewId(), model, c.SerialNumber, owner, new DevicePapers(faulty.SoldOn));
            var replaced = unit.Replace(faulty);
            if (!replaced.Succeeded)
            {
                return replaced.Error;
            }

            db.Devices.Add(unit);
            return new Answer(unit.Id);
        }
    }
}
