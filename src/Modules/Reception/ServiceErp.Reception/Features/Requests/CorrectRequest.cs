using FluentValidation;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Branches;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Localization;
using ServiceErp.Reception.Domain.Goods;
using ServiceErp.Reception.Domain.Requests;
using ServiceErp.Reception.Features.Customers;
using ServiceErp.Reception.Features.Devices;
using ServiceErp.Reception.Features.Warranty;
using ServiceErp.Reception.Persistence;
using ServiceErp.Workshop;

namespace ServiceErp.Reception.Features.Requests;

/// <summary>
/// Puts right what was written down wrong in a request that is still open, with a reason that is kept (REC-1). What hangs on it follows: the response target counted anew from the contact, who pays for another product, the
/// order, the receipt. Which product it is about can be put right until somebody looks into it.
/// </summary>
public static class CorrectRequest
{
    /// <summary>What is not given stays as it is.</summary>
    [Requires(ReceptionPermissions.RequestWrite)]
    public sealed record Command(Guid Id, string? Reason, int? Version = null) : ICommand<Done>, IVersioned
    {
        public string? Fault { get; init; }

        public Priority? Priority { get; init; }

        public Guid? ZoneId { get; init; }

        public ServicePlace? Place { get; init; }

        public ContactChannel? Channel { get; init; }

        /// <summary>Of the customer.</summary>
        public string? Address { get; init; }

        /// <summary>Of the customer.</summary>
        public string? ContactName { get; init; }

        /// <summary>Of the customer.</summary>
        public string? Phone { get; init; }

        /// <summary>Of the customer.</summary>
        public string? Email { get; init; }

        /// <summary>Somebody else has this telephone number or e-mail address too.</summary>
        public bool ConfirmedNotDuplicate { get; init; }

        /// <summary>Another product that is known.</summary>
        public Guid? DeviceId { get; init; }

        /// <summary>Another product that is not known yet.</summary>
        public DeviceEntry? Device { get; init; }

        /// <summary>The serial number of the product, as read on it.</summary>
        public string? SerialNumber { get; init; }

        /// <summary>The product belonged to somebody else and changed hands.</summary>
        public bool ConfirmedOwnerChange { get; init; }

        /// <summary>Why it changed hands.</summary>
        public string? OwnerChangeReason { get; init; }
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Reason).Reason("Say what was wrong.");
            RuleFor(c => c.OwnerChangeReason).ReasonOrNothing();
            RuleFor(c => c.Fault).Must(fault => fault is null || !string.IsNullOrWhiteSpace(fault)).WithMessage("Write down the fault in the customer's words.").WithErrorCode("Reception.Intake.FaultMissing");
            RuleFor(c => c.Fault).AtMost(2000);
            RuleFor(c => c.Address).AtMost(400);
            RuleFor(c => c.ContactName).AtMost(200);
            RuleFor(c => c.Phone).PhoneOrNothing();
            RuleFor(c => c.Email).EmailOrNothing();
            RuleFor(c => c.SerialNumber).AtMost(60);
            RuleFor(c => c.Device!).SetValidator(new DeviceEntryRules()).When(c => c.Device is { IsEmpty: false });
        }
    }

    internal sealed class Handler(ReceptionDbContext db, IntakeDesk desk, CustomerDesk customers, WarrantyDesk warranty, IClock clock, IIdentifiers ids, ICurrentUser user, IBranches branches, IServiceOrders? orders = null) : IHandler<Command, Done>
    {
        public async Task<Result<Done>> Handle(Command c, CancellationToken cancel)
        {
            if (await db.Requests.Include(r => r.Decisions).Include(r => r.Pauses).AsSplitQuery().FirstOrDefaultAsync(r => r.Id == c.Id, cancel) is not { } request)
            {
                return RequestErrors.NotFound;
            }

            if (request.Stale(c.Version) is { } stale)
            {
                return stale;
            }

            var branch = branches.Of(request.BranchId);
            var receipts = await db.Receipts.Where(r => r.RequestId == request.Id && r.State == ReceiptState.Issued).ToListAsync(cancel);
            if (c.Place == ServicePlace.Field && receipts.Any(r => r.ArrivedAt is not null))
            {
                return Error.Refused("Reception.Request.GoodsAreHere", "The product is in the house: the work is here until it is handed back.").On(nameof(c.Place));
            }

            if (c.Place is { } place && place != request.Place && request.OrderId is { } moved && orders is not null && await orders.PlaceRefusalAsync(moved, place, cancel) is { } elsewhere)
            {
                return elsewhere.On(nameof(c.Place));
            }

            var zone = (c.ZoneId ?? request.ZoneId) is { } zoneId ? await db.Zones.AsNoTracking().FirstOrDefaultAsync(z => z.Id == zoneId && z.BranchId == branch.Id, cancel) : null;
            if (c.ZoneId is not null && zone is null)
            {
                return Error.Invalid("Reception.Zone.NotFound", "Choose a zone of this branch.").On(nameof(c.ZoneId));
            }

            var customer = await db.Customers.FirstAsync(known => known.Id == request.CustomerId, cancel);
            var before = customer.Details();
            var after = before with
            {
                Address = Said(c.Address) ?? before.Address,
                ContactName = Said(c.ContactName) ?? before.ContactName,
                Email = Said(c.Email) ?? before.Email,
                Phone = Said(c.Phone) is { } phone ? Phones.Show(phone, branch.Country) : before.Phone,
                PhoneKey = Said(c.Phone) is { } number ? Phones.Key(number, branch.Country) : before.PhoneKey,
            };
            if (!c.ConfirmedNotDuplicate && (after.PhoneKey != before.PhoneKey || after.Email != before.Email)
                && await desk.DuplicateAsync(new CustomerEntry { Name = after.Name, Phone = Said(c.Phone), Email = Said(c.Email) }, branch.Country, customer.Id, cancel) is { } duplicate)
            {
                return duplicate.On(nameof(c.Phone));
            }

            if (after != before)
            {
                await customers.ChangeAsync(customer, after, branch, request.Id, cancel);
            }

            if (IntakeDesk.AddressMissing(request.State == RequestState.Registered ? ServicePlace.Workshop : c.Place ?? request.Place, customer) is { } nowhere)
            {
                return nowhere.On(nameof(c.Address));
            }

            var corrected = request.Correct(new Correction(c.Reason!) { Fault = Said(c.Fault), Priority = c.Priority, Place = c.Place, Channel = c.Channel, ZoneId = zone?.Id }, customer);
            if (!corrected.Succeeded)
            {
                return corrected.Error;
            }

            var device = await DeviceAsync(c, request, customer, receipts, branch, cancel);
            if (!device.Succeeded)
            {
                return device.Error;
            }

            var settings = await desk.SettingsAsync(branch.Id, cancel);
            var promised = request.Promise(settings.PromiseFor(device.Value?.ResponseTarget, request.Priority, zone), branch.Calendar, settings.AtRiskPercent);
            if (!promised.Succeeded)
            {
                return promised.Error;
            }

            request.TellCorrected(customer, device.Value);
            return Done.It;
        }

        private static string? Said(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

        /// <summary>The product that the request is about from now on, with who pays judged for it at the day of the contact.</summary>
        private async Task<Result<Domain.Devices.Device?>> DeviceAsync(Command c, ServiceRequest request, Domain.Customers.Customer customer, List<GoodsReceipt> receipts, Branch branch, CancellationToken cancel)
        {
            var named = await desk.DeviceAsync(c.DeviceId ?? (c.Device is { IsEmpty: false } ? null : request.DeviceId), c.Device, customer, new OwnerChange(c.ConfirmedOwnerChange, c.OwnerChangeReason), cancel);
            if (!named.Succeeded)
            {
                return named.Error;
            }

            if (named.Value is not { } found)
            {
                return default(Domain.Devices.Device);
            }

            if (Said(c.SerialNumber) is { } serial && Domain.Devices.Device.KeyOf(serial) != found.Device.SerialKey)
            {
                if (request.AnsweredAt is not null)
                {
                    return request.Rename(found.Device).Error!.On(nameof(c.SerialNumber));
                }

                if (await desk.ReadSerialAsync(found.Device, serial, cancel) is { } taken)
                {
                    return taken.On(nameof(c.SerialNumber));
                }

                request.NoteSerial(found.Device.SerialNumber);
            }

            if (found.Device.Id != request.DeviceId)
            {
                if (receipts.Count > 0 && await desk.OnReceiptAsync(found.Device.Id, cancel) is { } elsewhere)
                {
                    return elsewhere.On(nameof(c.DeviceId));
                }

                var renamed = request.Rename(found.Device);
                if (!renamed.Succeeded)
                {
                    return renamed.Error.On(nameof(c.DeviceId));
                }

                if (request.OrderId is { } order && orders is not null && await orders.EntitlementRefusalAsync(order, cancel) is { } settled)
                {
                    return settled;
                }

                var day = branch.DayOf(request.ReceivedAt);
                var verdict = await warranty.JudgeAsync(found.Device, found.Model.PartGroups, day, request.IsInternalWork, found.IsNew, cancel);
                var now = clock.GetCurrentInstant();
                if (request.Entitlement is null)
                {
                    request.Judge(ids.NewId(), verdict, day, now, user.Name);
                }
                else
                {
                    var changed = request.ChangeEntitlement(ids.NewId(), verdict, now, user.Name, c.Reason!);
                    if (!changed.Succeeded)
                    {
                        return changed.Error;
                    }
                }
            }

            foreach (var receipt in receipts)
            {
                receipt.Name(found.Device.Id, found.Device.ModelName, found.Device.SerialNumber);
            }

            return found.Device;
        }
    }
}
