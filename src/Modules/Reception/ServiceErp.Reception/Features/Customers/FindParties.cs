using Microsoft.EntityFrameworkCore;
using ServiceErp.Kernel;
using ServiceErp.Platform.Branches;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Localization;
using ServiceErp.Platform.Searching;
using ServiceErp.Reception.Domain.Customers;
using ServiceErp.Reception.Domain.Devices;
using ServiceErp.Reception.Domain.Requests;
using ServiceErp.Reception.Persistence;

namespace ServiceErp.Reception.Features.Customers;

/// <summary>What a party is found as.</summary>
public enum PartyKind
{
    Customer,
    Device,
}

/// <summary>The one box of the intake: customers and devices by telephone number, name, serial number or order number, as you type (REC-1).</summary>
public static class FindParties
{
    private const int Most = 8;
    private const int ShortestPhone = 4;

    /// <param name="Text">What was typed.</param>
    [Requires(ReceptionPermissions.CustomerRead)]
    public sealed record Query(string? Text) : IQuery<IReadOnlyList<Party>>;

    /// <param name="Kind">A customer, or a device with its customer.</param>
    /// <param name="Id">Identity of the customer or device.</param>
    /// <param name="CustomerId">The customer.</param>
    /// <param name="Title">First line.</param>
    /// <param name="Hint">Second line.</param>
    public sealed record Party(PartyKind Kind, Guid Id, Guid CustomerId, string Title, string Hint);

    internal sealed class Handler(ReceptionDbContext db, SearchBox search, IBranches branches, ICurrentUser user) : IHandler<Query, IReadOnlyList<Party>>
    {
        public async Task<Result<IReadOnlyList<Party>>> Handle(Query query, CancellationToken cancel)
        {
            var text = (query.Text ?? "").Trim();
            if (text.Length < 2)
            {
                return Array.Empty<Party>();
            }

            var phone = Phones.Key(text, branches.For(user)?.Country ?? "");
            var isPhone = phone.TrimStart('+').Length >= ShortestPhone && text.All(c => !char.IsLetter(c));
            var hits = await search.FindAsync(isPhone ? phone : text, Most * 2, cancel);
            var customerIds = hits.Where(h => h.Kind == nameof(Customer)).Select(h => h.Id).ToHashSet();
            var deviceIds = hits.Where(h => h.Kind == nameof(Device)).Select(h => h.Id).ToHashSet();
            var requestIds = hits.Where(h => h.Kind == nameof(ServiceRequest)).Select(h => h.Id).ToArray();
            if (isPhone)
            {
                customerIds.UnionWith(await db.Customers.Where(c => c.PhoneKey == phone || c.OtherPhoneKey == phone).Select(c => c.Id).Take(Most).ToListAsync(cancel));
            }

            if (Device.KeyOf(text) is { } serial)
            {
                deviceIds.UnionWith(await db.Devices.Where(d => d.SerialKey == serial).Select(d => d.Id).Take(Most).ToListAsync(cancel));
            }

            foreach (var request in await db.Requests.AsNoTracking().Where(r => requestIds.Contains(r.Id)).Select(r => new { r.CustomerId, r.DeviceId }).ToListAsync(cancel))
            {
                if (request.DeviceId is { } device)
                {
                    deviceIds.Add(device);
                }
                else
                {
                    customerIds.Add(request.CustomerId);
                }
            }

            // A customer's devices come along, so that one choice names both.
            var devices = await db.Devices.AsNoTracking().Where(d => (deviceIds.Contains(d.Id) || customerIds.Contains(d.CustomerId)) && d.ReplacedById == null).OrderBy(d => d.CustomerName).Take(Most)
                .Select(d => new { d.Id, d.CustomerId, d.CustomerName, d.ModelCode, d.ModelName, d.SerialNumber }).ToListAsync(cancel);
            var customers = await db.Customers.AsNoTracking().Where(c => customerIds.Contains(c.Id)).OrderBy(c => c.Name).Take(Most)
                .Select(c => new { c.Id, c.Name, c.Phone, c.Address }).ToListAsync(cancel);
            return (Party[])
            [
                .. customers.Select(c => new Party(PartyKind.Customer, c.Id, c.Id, c.Name, string.Join(" · ", new[] { c.Phone, c.Address }.Where(part => part.Length > 0)))),
                .. devices.Select(d => new Party(PartyKind.Device, d.Id, d.CustomerId, $"{d.CustomerName}: {d.ModelName}", string.Join(" · ", new[] { d.ModelCode, d.SerialNumber }.Where(part => part.Length > 0)))),
            ];
        }
    }
}
