using FluentValidation;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Importing;
using ServiceErp.Reception.Domain.Customers;
using ServiceErp.Reception.Domain.Devices;
using ServiceErp.Reception.Domain.Models;
using ServiceErp.Reception.Features.Requests;
using ServiceErp.Reception.Persistence;

namespace ServiceErp.Reception.Features.Devices;

/// <summary>
/// One row of a list of devices (REC-10), known by model and serial number. What a row does not say stays as it is; a row that names another owner passes the
/// device on.
/// </summary>
public static class ImportDevice
{
    [Requires(ReceptionPermissions.Import)]
    public sealed record Command(string Model, string SerialNumber) : ICommand<ImportEffect>
    {
        /// <summary>The owner's code.</summary>
        public string? Customer { get; init; }

        public LocalDate? SoldOn { get; init; }

        public bool? ProofOfPurchase { get; init; }

        public string? PassportNumber { get; init; }

        /// <summary>A response target of its own, in working hours.</summary>
        public decimal? ResponseHours { get; init; }

        public string? Notes { get; init; }
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Model).Needed(40, "Reception.Model.CodeMissing", "Write the model's code.");
            RuleFor(c => c.SerialNumber).Needed(60, "Reception.Device.SerialMissing", "Write the serial number.");
            RuleFor(c => c.SerialNumber).Must(serial => string.IsNullOrWhiteSpace(serial) || Device.KeyOf(serial) is not null)
                .WithMessage("A serial number has letters or digits.").WithErrorCode("Reception.Device.SerialNotRight");
            RuleFor(c => c.PassportNumber).AtMost(60);
            RuleFor(c => c.Customer).AtMost(40);
            RuleFor(c => c.ResponseHours).ResponseHours();
            RuleFor(c => c.Notes).AtMost(2000);
        }
    }

    internal sealed class Handler(ReceptionDbContext db, IntakeDesk desk, IIdentifiers ids, IClock clock, ICurrentUser user) : IHandler<Command, ImportEffect>
    {
        public async Task<Result<ImportEffect>> Handle(Command c, CancellationToken cancel)
        {
            var modelCode = DeviceModel.KeyOf(c.Model);
            if (await db.Models.AsNoTracking().FirstOrDefaultAsync(m => m.Code == modelCode, cancel) is not { } model)
            {
                return Error.Invalid("Reception.Model.Unknown", "There is no model {0}. Import the models first.", modelCode).On(nameof(c.Model));
            }

            Customer? owner = null;
            if (c.Customer?.Trim() is { Length: > 0 } ownerCode)
            {
                owner = await db.Customers.AsNoTracking().FirstOrDefaultAsync(customer => customer.Code == ownerCode, cancel);
                if (owner is null)
                {
                    return Error.Invalid("Reception.Customer.Unknown", "There is no customer {0}. Import the customers first.", ownerCode).On(nameof(c.Customer));
                }
            }

            var serial = Device.KeyOf(c.SerialNumber);
            var known = await db.Devices.Include(d => d.FormerOwners).FirstOrDefaultAsync(d => d.ModelId == model.Id && d.SerialKey == serial, cancel);
            if (known is null && owner is null)
            {
                return Error.Invalid("Reception.Device.OwnerMissing", "A new device needs its owner: write the customer's code.").On(nameof(c.Customer));
            }

            var before = known?.Papers() ?? new DevicePapers(null);
            var after = new DevicePapers(c.SoldOn ?? before.SoldOn)
            {
                HasProofOfPurchase = c.ProofOfPurchase ?? before.HasProofOfPurchase,
                PassportNumber = c.PassportNumber?.Trim() ?? before.PassportNumber,
                ResponseTarget = c.ResponseHours is { } hours ? Duration.FromMinutes((long)(hours * 60)) : before.ResponseTarget,
                Notes = c.Notes?.Trim() ?? before.Notes,
            };
            if (known is null)
            {
                db.Devices.Add(new Device(ids.NewId(), model, c.SerialNumber, owner!, after));
                return ImportEffect.Created;
            }

            var isPassed = owner is not null && owner.Id != known.CustomerId;
            if (!isPassed && after == before)
            {
                return ImportEffect.Unchanged;
            }

            if (isPassed)
            {
                if (await desk.InHandAsync(known, owner!.Id, cancel) is { } busy)
                {
                    return busy.On(nameof(c.Customer));
                }

                known.PassTo(owner!, new OwnershipEnd(ids.NewId(), clock.GetCurrentInstant(), "Another owner in an import", user.Name));
            }

            known.Change(after);
            return ImportEffect.Changed;
        }
    }
}
