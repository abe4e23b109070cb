using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Branches;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Localization;
using ServiceErp.Reception.Domain.Customers;
using ServiceErp.Reception.Domain.Devices;
using ServiceErp.Reception.Domain.Goods;
using ServiceErp.Reception.Domain.Models;
using ServiceErp.Reception.Domain.Requests;
using ServiceErp.Reception.Domain.Settings;
using ServiceErp.Reception.Features.Customers;
using ServiceErp.Reception.Features.Devices;
using ServiceErp.Reception.Persistence;

namespace ServiceErp.Reception.Features.Requests;

/// <summary>Whether somebody says that a product changed hands, and why.</summary>
internal readonly record struct OwnerChange(bool Confirmed, string? Reason);

/// <summary>What registering, accepting and taking goods in share.</summary>
internal sealed class IntakeDesk(ReceptionDbContext db, IClock clock, IIdentifiers ids, ICurrentUser user)
{
    public static Error CustomerMissing { get; } = Error.Invalid("Reception.Request.CustomerMissing", "Choose the customer or enter a new one.").On("Customer.Name");

    /// <summary>Candidates named in a refusal.</summary>
    public const int MostCandidates = 5;

    /// <summary>A known customer, or a new one; one who is known already is offered, not created (REC-1).</summary>
    public async Task<Result<Customer>> CustomerAsync(Guid? id, CustomerEntry? entry, Branch branch, bool confirmedNotDuplicate, CancellationToken cancel)
    {
        if (id is not null)
        {
            return await db.Customers.FirstOrDefaultAsync(c => c.Id == id, cancel) is { } known
                ? known
                : Error.NotFound("Reception.Customer.NotFound", "There is no such customer.").On("CustomerId");
        }

        if (entry is null || entry.IsEmpty)
        {
            return CustomerMissing;
        }

        if (!confirmedNotDuplicate && await DuplicateAsync(entry, branch.Country, null, cancel) is { } duplicate)
        {
            return duplicate;
        }

        var customer = new Customer(ids.NewId(), null, entry.Details(branch.Language, branch.Country));
        db.Customers.Add(customer);
        return customer;
    }

    /// <summary>The refusal that names who is known already; null when nobody is.</summary>
    public async Task<Error?> DuplicateAsync(CustomerEntry entry, string country, Guid? except, CancellationToken cancel) =>
        await CandidatesAsync(entry, country, except, cancel) is { Count: > 0 } known
            ? Error.Refused(
                "Reception.Customer.Duplicate",
                "Is this somebody who is known already? {0}. Choose the customer, or confirm that this is somebody else.",
                string.Join("; ", known.Select(c => string.Join(", ", new[] { c.Name, c.Phone, c.Address }.Where(part => part.Length > 0))))).On("Customer.Phone")
            : null;

    /// <summary>Customers with the same telephone number, or with the same name at the same address or e-mail address.</summary>
    public async Task<IReadOnlyList<FindDuplicates.Candidate>> CandidatesAsync(CustomerEntry entry, string country, Guid? except, CancellationToken cancel)
    {
        string[] phones = [.. new[] { Phones.Key(entry.Phone, country), Phones.Key(entry.OtherPhone, country) }.Where(phone => phone.Length > 0)];
        var found = await db.Customers.AsNoTracking().Where(c => c.Id != except && (phones.Contains(c.PhoneKey) || phones.Contains(c.OtherPhoneKey)))
            .OrderBy(c => c.Name).Take(MostCandidates).Select(c => new FindDuplicates.Candidate(c.Id, c.Name, c.Phone, c.Address)).ToListAsync(cancel);
        var (name, email, address) = ((entry.Name ?? "").Trim(), SearchText.Normalize(entry.Email), SearchText.Normalize(entry.Address));
        if (name.Length > 0 && (email.Length > 0 || address.Length > 0))
        {
            // Of one name there are few: the rest is compared as people would.
            var namesakes = await db.Customers.AsNoTracking().Where(c => c.Id != except && c.Name == name).OrderBy(c => c.Id).Take(100).Select(c => new { c.Id, c.Name, c.Phone, c.Address, c.Email }).ToListAsync(cancel);
            found.AddRange(namesakes.Where(c => (email.Length > 0 && SearchText.Normalize(c.Email) == email) || (address.Length > 0 && SearchText.Normalize(c.Address) == address))
                .Select(c => new FindDuplicates.Candidate(c.Id, c.Name, c.Phone, c.Address)));
        }

        return [.. found.DistinctBy(c => c.Id).Take(MostCandidates)];
    }

    /// <summary>A contact may be noted so much working time later by anybody: what came in the night or while the counter was busy.</summary>
    public static readonly Duration LateNote = Duration.FromHours(2);

    /// <summary>What moves who pays or when it counts from is not the counter's to decide: a contact noted much later, and the company's own work.</summary>
    public Error? Exceptional(bool isBackdated, string? backdatedReason, bool isInternal) =>
        isInternal && !user.Can(ReceptionPermissions.EntitlementChange)
            ? Error.Forbidden("Reception.Request.InternalForbidden", "Only a supervisor decides that it is the company's own work.").On("IsInternalWork")
        : isBackdated && !user.Can(ReceptionPermissions.RequestOverride)
            ? Error.Forbidden("Reception.Request.BackdatedForbidden", "A contact of more than two working hours ago is noted by a supervisor.").On("ReceivedAt")
        : isBackdated && !Reasons.IsSentence(backdatedReason)
            ? Error.Invalid("Reception.Request.BackdatedReasonMissing", "Say why the contact is noted so late.").On("BackdatedReason")
        : null;

    /// <summary>A visit needs somewhere to go.</summary>
    public static Error? AddressMissing(ServicePlace place, Customer customer) => place == ServicePlace.Field && customer.Address.Length == 0
        ? Error.Invalid("Reception.Intake.AddressMissing", "Write the address: a technician is to go there.").On("Customer.Address")
        : null;

    /// <summary>A product that belongs to somebody else passes to another customer only when somebody says that it changed hands, and why; its earlier owners are kept.</summary>
    public async Task<Error?> PassOnAsync(Device device, Customer customer, OwnerChange change, CancellationToken cancel)
    {
        if (device.CustomerId == customer.Id)
        {
            return null;
        }

        if (!change.Confirmed)
        {
            return DeviceErrors.OfAnother(device.ModelCode, device.SerialNumber, device.CustomerName, customer.Name).On("DeviceId");
        }

        if (!Reasons.IsSentence(change.Reason))
        {
            return Error.Invalid("Reception.Device.OwnerChangeReasonMissing", "Say why the product changed hands.").On("OwnerChangeReason");
        }

        if (await InHandAsync(device, customer.Id, cancel) is { } busy)
        {
            return busy.On("DeviceId");
        }

        device.PassTo(customer, new OwnershipEnd(ids.NewId(), clock.GetCurrentInstant(), change.Reason!, user.Name));
        return null;
    }

    /// <summary>The refusal that names the request of another customer under which the device is in hand, in whichever branch: who gave it to us gets it, the messages and the bill.</summary>
    public async Task<Error?> InHandAsync(Device device, Guid customerId, CancellationToken cancel)
    {
        var open = await db.Requests.IgnoreQueryFilters().AsNoTracking()
            .Where(r => r.DeviceId == device.Id && r.CustomerId != customerId
                && ((r.State != RequestState.Closed && r.State != RequestState.Withdrawn) || db.Receipts.IgnoreQueryFilters().Any(g => g.RequestId == r.Id && g.State == ReceiptState.Issued)))
            .OrderBy(r => r.Id).Select(r => new { r.Number, r.CustomerName }).FirstOrDefaultAsync(cancel);
        return open is null ? null : DeviceErrors.InHand(device.ModelCode, device.SerialNumber, open.Number, open.CustomerName);
    }

    /// <summary>
    /// A known device or a new one, with its model. A known one of somebody else passes to the customer only by a confirmed change of hands. Null when nothing was said about a device.
    /// </summary>
    public async Task<Result<(Device Device, DeviceModel Model, bool IsNew)?>> DeviceAsync(Guid? id, DeviceEntry? entry, Customer customer, OwnerChange change, CancellationToken cancel, Guid? newId = null)
    {
        if (id is not null)
        {
            if (await db.Devices.Include(d => d.FormerOwners).FirstOrDefaultAsync(d => d.Id == id, cancel) is not { } device)
            {
                return DeviceErrors.NotFound.On("DeviceId");
            }

            if (await PassOnAsync(device, customer, change, cancel) is { } kept)
            {
                return kept;
            }

            if (entry is not null)
            {
                device.SeePapers(entry.SoldOn, entry.HasProofOfPurchase, entry.PassportNumber);
                if (device.SerialKey is null && await ReadSerialAsync(device, entry.SerialNumber, cancel) is { } taken)
                {
                    return taken.On("Device.SerialNumber");
                }
            }

            return (device, await db.Models.AsNoTracking().FirstAsync(m => m.Id == device.ModelId, cancel), false);
        }

        if (entry is null || entry.IsEmpty)
        {
            return default((Device, DeviceModel, bool)?);
        }

        var code = DeviceModel.KeyOf(entry.ModelCode ?? "");
        var model = await db.Models.AsNoTracking().FirstOrDefaultAsync(m => entry.ModelId != null ? m.Id == entry.ModelId : m.Code == code, cancel);
        if (model is null)
        {
            return Error.Invalid("Reception.Model.NotFound", "Choose a model from the list.").On("Device.ModelId");
        }

        var serial = Device.KeyOf(entry.SerialNumber);
        if (serial is not null && await db.Devices.AsNoTracking().FirstOrDefaultAsync(d => d.ModelId == model.Id && d.SerialKey == serial, cancel) is { } known)
        {
            return DeviceErrors.Known(known.ModelCode, known.SerialNumber, known.CustomerName, known.Id).On("Device.SerialNumber");
        }

        var added = new Device(newId ?? ids.NewId(), model, entry.SerialNumber, customer, entry.Papers);
        db.Devices.Add(added);
        return (added, model, true);
    }

    /// <summary>Notes a serial number read on the product, unless another device of the model has it.</summary>
    public async Task<Error?> ReadSerialAsync(Device device, string? serialNumber, CancellationToken cancel)
    {
        var key = Device.KeyOf(serialNumber);
        if (key is null || key == device.SerialKey)
        {
            return null;
        }

        if (await db.Devices.AsNoTracking().FirstOrDefaultAsync(d => d.ModelId == device.ModelId && d.SerialKey == key, cancel) is { } other)
        {
            return DeviceErrors.Known(other.ModelCode, other.SerialNumber, other.CustomerName, other.Id);
        }

        device.ReadSerial(serialNumber);
        return null;
    }

    /// <summary>What the branch has decided, or the regulation's defaults.</summary>
    public async Task<ReceptionSettings> SettingsAsync(Guid branchId, CancellationToken cancel) =>
        await db.Settings.AsNoTracking().FirstOrDefaultAsync(s => s.Id == branchId, cancel) ?? new ReceptionSettings(branchId);

    /// <summary>Whether what is missing may be left out: with a reason, by somebody who may decide it.</summary>
    public Result Overrule(IReadOnlyList<Error> missing, string? reason)
    {
        if (missing.Count == 0)
        {
            return Result.Success;
        }

        if (string.IsNullOrWhiteSpace(reason))
        {
            return Error.Invalid("Reception.Intake.Incomplete", "Something is missing. Complete it, or let a supervisor accept it with a reason.") with { Details = missing };
        }

        return user.Can(ReceptionPermissions.RequestOverride)
            ? Result.Success
            : Error.Forbidden("Reception.Intake.OverrideForbidden", "Only a supervisor may accept a product with something missing.").On("OverrideReason");
    }

    /// <summary>The refusal that names the receipt on which this product is with us already, in whichever branch; null when it is not.</summary>
    public async Task<Error?> OnReceiptAsync(Guid deviceId, CancellationToken cancel) =>
        await db.Receipts.IgnoreQueryFilters().AsNoTracking().Where(r => r.DeviceId == deviceId && r.State == ReceiptState.Issued).Select(r => new { r.Number, r.RequestNumber }).FirstOrDefaultAsync(cancel) is { } open
            ? GoodsErrors.OnReceipt(open.Number, open.RequestNumber)
            : null;

    /// <summary>Writes the receipt and the register's entry for goods that are with us now: in the house, or with the technician who took them along.</summary>
    public async Task<GoodsReceipt> TakeGoodsAsync(ServiceRequest request, Guid orderId, Guid receiptId, TakenGoods goods, Branch branch, CancellationToken cancel)
    {
        var now = clock.GetCurrentInstant();
        var receipt = new GoodsReceipt(receiptId, await NumberAsync("goods-receipt", "GR", branch, now, cancel), request, orderId, goods, now, goods.TakenAlongBy ?? user.Name);
        db.Receipts.Add(receipt);
        db.Register.Add(new GoodsRegisterEntry(ids.NewId(), receipt, receipt.FromField ? GoodsDirection.WithTechnician : GoodsDirection.In, now, receipt.TakenAlongBy ?? user.Name, receipt.HandedInBy));
        return receipt;
    }

    /// <summary>The next number of a branch's series in the year of its own calendar. Takes the write lock: ask other modules before.</summary>
    public async Task<string> NumberAsync(string series, string prefix, Branch branch, Instant now, CancellationToken cancel)
    {
        var year = branch.DayOf(now).Year;
        return $"{prefix}-{branch.Code}-{year}-{await db.NextNumberAsync($"{series}/{branch.Code}/{year}", cancel):D6}";
    }
}
