using Microsoft.EntityFrameworkCore;
using ServiceErp.Platform.Branches;
using ServiceErp.Reception.Domain.Customers;
using ServiceErp.Reception.Domain.Requests;
using ServiceErp.Reception.Features.Status;
using ServiceErp.Reception.Persistence;

namespace ServiceErp.Reception.Features.Customers;

/// <summary>What every door does that changes a known customer: whatever is open follows, and who was reached elsewhere until now hears of it there.</summary>
internal sealed class CustomerDesk(ReceptionDbContext db, CustomerMessages messages)
{
    /// <param name="customer">Tracked.</param>
    /// <param name="after">What is right.</param>
    /// <param name="branch">Whose telephone stands in the message; null where nobody's branch is known.</param>
    /// <param name="except">A request that is put right by its own words.</param>
    /// <param name="cancel">Stops it.</param>
    public async Task ChangeAsync(Customer customer, CustomerDetails after, Branch? branch, Guid? except, CancellationToken cancel)
    {
        var before = customer.Details();
        var (snapshot, former) = (customer.Snapshot, customer.MessagesGoTo);
        customer.Change(after);
        if (customer.Snapshot == snapshot)
        {
            return;
        }

        foreach (var request in await db.Requests.IgnoreQueryFilters()
            .Where(r => r.CustomerId == customer.Id && r.Id != except && r.State != RequestState.Closed && r.State != RequestState.Withdrawn).OrderBy(r => r.Id).ToListAsync(cancel))
        {
            var device = request.DeviceId is { } id ? await db.Devices.FirstOrDefaultAsync(d => d.Id == id, cancel) : null;
            request.Follow(customer, device);
        }

        if (former.Length > 0 && former != customer.MessagesGoTo && branch is not null)
        {
            messages.TellFormerAddress(customer, before, branch);
        }
    }
}
