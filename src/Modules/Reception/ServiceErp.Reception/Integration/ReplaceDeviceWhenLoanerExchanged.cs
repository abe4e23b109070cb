using Microsoft.EntityFrameworkCore;
using ServiceErp.Kernel;
using ServiceErp.Platform.Messaging;
using ServiceErp.Reception.Domain.Devices;
using ServiceErp.Reception.Persistence;
using ServiceErp.SpareParts;

namespace ServiceErp.Reception.Integration;

/// <summary>The customer keeps the loaner: it is the customer's device from now on and inherits the remainder of the faulty one's warranty (PAR-6; RULES, Warranty).</summary>
internal sealed class ReplaceDeviceWhenLoanerExchanged(ReceptionDbContext db, IIdentifiers ids) : ISubscriber<LoanerExchanged>
{
    public async Task<Result> Handle(LoanerExchanged happened, CancellationToken cancel)
    {
        if (await db.Devices.FirstOrDefaultAsync(d => d.Id == happened.FaultyDeviceId, cancel) is not { } faulty)
        {
            return DeviceErrors.NotFound;
        }

        // Who gave the faulty one to us keeps the loaner, whoever is called its owner today.
        var giver = await db.Requests.AsNoTracking().Where(r => r.OrderId == happened.OrderId).Select(r => (Guid?)r.CustomerId).FirstOrDefaultAsync(cancel) ?? faulty.CustomerId;
        var owner = await db.Customers.AsNoTracking().FirstAsync(c => c.Id == giver, cancel);
        var key = Device.KeyOf(happened.KeptSerialNumber);
        var kept = await db.Devices.Include(d => d.FormerOwners).FirstOrDefaultAsync(d => d.ModelId == happened.KeptModelId && d.SerialKey == key, cancel);
        if (kept is null)
        {
            var model = await db.Models.AsNoTracking().FirstAsync(m => m.Id == happened.KeptModelId, cancel);
            kept = new Device(ids.NewId(), model, happened.KeptSerialNumber, owner, new DevicePapers(faulty.SoldOn));
            db.Devices.Add(kept);
        }
        else if (kept.CustomerId != owner.Id)
        {
            kept.PassTo(owner, new OwnershipEnd(ids.NewId(), happened.ExchangedAt, "The customer keeps it instead of their own device", "Store"));
        }

        return kept.Replace(faulty);
    }
}
