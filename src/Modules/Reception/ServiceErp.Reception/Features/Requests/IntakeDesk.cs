using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Branches;
using ServiceErp.Platform.Dispatching;
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

/// <summary>What registering, accepting and taking goods in share.</summary>
internal sealed class IntakeDesk(ReceptionDbContext db, IClock clock, IIdentifiers ids, ICurrentUser user)
{
    /// <summary>Candidates named in a refusal.</summary>
    public const int MostCandidates = 5;

    /// <summary>A known customer, or a new one; one with the same telephone number is offered, not created (REC-1).</summary>
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
            return Error.Invalid("Reception.Request.CustomerMissing", "Choose the customer or enter a new one.").On("Customer.Name");
        }

        if (!confirmedNotDuplicate && await SamePhoneAsync(entry, null, cancel) is { } duplicate)
        {
            return duplicate.On("Customer.Phone");
        }

        var customer = new Customer(ids.NewId(), null, entry.Details(branch.Language));
        db.Customers.Add(customer);
        return customer;
    }

    /// <summary>The refusal that names customers with the same telephone number; null when there are none.</summary>
    public async Task<Error?> SamePhoneAsync(CustomerEntry entry, Guid? except, CancellationToken cancel)
    {
        string[] phones = [.. new[] { PhoneNumbers.Normalize(entry.Phone), PhoneNumbers.Normalize(entry.OtherPhone) }.Where(phone => phone.Length > 0)];
        if (phones.Length == 0)
        {
            return null;
        }

        var same = await db.Customers.Where(c => (phones.Contains(c.PhoneKey) || phones.Contains(c.OtherPhoneKey)) && c.Id != except)
            .OrderBy(c => c.Name).Take(MostCandidates).Select(c => new { c.Name, c.Phone, c.Address, c.Id }).ToListAsync(cancel);
        return same.Count == 0 ? null : Error.Refused(
            "Reception.Customer.Duplicate",
            "This telephone number is known already: {0}. Choose the customer, or confirm that this is somebody else.",
            string.Join("; ", same.Select(c => string.Join(", ", new[] { c.Name, c.Phone, c.Address }.Where(part => part.Length > 0)))));
    }

    /// <summary>
    /// A known device or a new one, with its model. A known one passes to the customer who brings it. Null when nothing was said about a device.
    /// </summary>
    public async Task<Result<(Device Device, DeviceModel Model, bool IsNew)?>> DeviceAsync(Guid? id, DeviceEntry? entry, Customer customer, CancellationToken cancel, Guid? newId = null)
    {
        if (id is not null)
        {
            if (await db.Devices.FirstOrDefaultAsync(d => d.Id == id, cancel) is not { } device)
            {
                return DeviceErrors.NotFound.On("DeviceId");
            }

            if (device.CustomerId != customer.Id)
            {
                device.PassTo(customer);
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

    /// <summary>Writes the receipt and the register's entry for goods that are here now.</summary>
    public async Task<GoodsReceipt> TakeGoodsAsync(ServiceRequest request, Guid orderId, Guid receiptId, TakenGoods goods, Branch branch, CancellationToken cancel)
    {
        var now = clock.GetCurrentInstant();
        var receipt = new GoodsReceipt(receiptId, await NumberAsync("goods-receipt", "GR", branch, now, cancel), request, orderId, goods, now, user.Name);
        db.Receipts.Add(receipt);
        db.Register.Add(new GoodsRegisterEntry(ids.NewId(), receipt, GoodsDirection.In, now, user.Name, receipt.HandedInBy));
        return receipt;
    }

    /// <summary>The next number of a branch's series in the year of its own calendar. Takes the write lock: ask other modules before.</summary>
    public async Task<string> NumberAsync(string series, string prefix, Branch branch, Instant now, CancellationToken cancel)
    {
        var year = branch.DayOf(now).Year;
        return $"{prefix}-{branch.Code}-{year}-{await db.NextNumberAsync($"{series}/{branch.Code}/{year}", cancel):D6}";
    }
}
