using FluentValidation;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Reception.Domain.Goods;
using ServiceErp.Reception.Domain.Requests;
using ServiceErp.Reception.Features.Requests;
using ServiceErp.Reception.Persistence;

namespace ServiceErp.Reception.Features.Goods;

/// <summary>What a technician took along at the customer's place has come into the house: its receipt is completed, the register says so, and the work goes on here (S3.11, REC-2, REC-5).</summary>
public static class ReceiveFromTechnician
{
    /// <summary>What is left out stays as the technician noted it.</summary>
    [Requires(ReceptionPermissions.GoodsWrite)]
    public sealed record Command(Guid Id, string? Shelf = null, string? Condition = null, string? Accessories = null, string? SerialNumber = null, int? Version = null) : ICommand<Answer>, IVersioned
    {
        /// <summary>Why a supervisor accepts it although something is missing.</summary>
        public string? OverrideReason { get; init; }
    }

    public sealed record Answer(Guid Id, string Number);

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Shelf).AtMost(40);
            RuleFor(c => c.Condition).AtMost(1000);
            RuleFor(c => c.Accessories).AtMost(1000);
            RuleFor(c => c.SerialNumber).AtMost(60);
            RuleFor(c => c.OverrideReason).ReasonOrNothing();
        }
    }

    internal sealed class Handler(ReceptionDbContext db, IntakeDesk desk, IClock clock, IIdentifiers ids, ICurrentUser user) : IHandler<Command, Answer>
    {
        public async Task<Result<Answer>> Handle(Command c, CancellationToken cancel)
        {
            if (await db.Receipts.FirstOrDefaultAsync(r => r.Id == c.Id, cancel) is not { } receipt)
            {
                return GoodsErrors.NotFound;
            }

            if (receipt.Stale(c.Version) is { } stale)
            {
                return stale;
            }

            var request = await db.Requests.FirstAsync(r => r.Id == receipt.RequestId, cancel);
            var customer = await db.Customers.AsNoTracking().Where(owner => owner.Id == receipt.CustomerId).Select(owner => new { owner.Phone, owner.Email }).FirstAsync(cancel);
            var serial = Said(c.SerialNumber, receipt.SerialNumber);
            if (receipt.DeviceId is { } deviceId)
            {
                var device = await db.Devices.FirstAsync(d => d.Id == deviceId, cancel);
                if (await desk.ReadSerialAsync(device, serial, cancel) is { } taken)
                {
                    return taken.On(nameof(c.SerialNumber));
                }

                serial = device.SerialNumber;
                request.NoteSerial(serial);
            }

            var (condition, accessories) = (Said(c.Condition, receipt.Condition), Said(c.Accessories, receipt.Accessories));
            // Who the customer is was seen at the customer's own door, where the handing over was signed.
            var missing = IntakeChecklist.Missing(new(true, customer.Phone, customer.Email, true, serial, request.Fault, condition, accessories))
                .Select(item => item.Field == "Device.SerialNumber" ? item.On(nameof(c.SerialNumber)) : item).ToArray();
            var overruled = desk.Overrule(missing, c.OverrideReason);
            if (!overruled.Succeeded)
            {
                return overruled.Error;
            }

            var now = clock.GetCurrentInstant();
            var arrived = receipt.Arrive(Said(c.Shelf, receipt.Shelf), condition, accessories, serial, now);
            if (!arrived.Succeeded)
            {
                return arrived.Error;
            }

            request.Bring();
            db.Register.Add(new GoodsRegisterEntry(ids.NewId(), receipt, GoodsDirection.In, now, user.Name, receipt.TakenAlongBy ?? ""));
            return new Answer(receipt.Id, receipt.Number);
        }

        private static string Said(string? now, string before) => string.IsNullOrWhiteSpace(now) ? before : now;
    }
}
