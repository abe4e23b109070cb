using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Reception.Domain.Customers;
using ServiceErp.Reception.Domain.Requests;
using ServiceErp.Reception.Persistence;
using ServiceErp.Workshop;

namespace ServiceErp.Reception.Features.Customers;

/// <summary>One customer with devices and requests.</summary>
public static class GetCustomer
{
    private const int MostRequests = 50;

    [Requires(ReceptionPermissions.CustomerRead)]
    public sealed record Query(Guid Id) : IQuery<Answer>;

    public sealed record Answer(Guid Id, string? Code, int Version, CustomerKind Kind, string Name, string ContactName, string Phone, string OtherPhone, string Email, string Address)
    {
        public required Guid? ZoneId { get; init; }

        public required string? ZoneName { get; init; }

        public required string Language { get; init; }

        public required bool PaysOnAccount { get; init; }

        public required string Notes { get; init; }

        public IReadOnlyList<OwnDevice> Devices { get; init; } = [];

        public IReadOnlyList<OwnRequest> Requests { get; init; } = [];
    }

    public sealed record OwnDevice(Guid Id, string ModelCode, string ModelName, string SerialNumber, LocalDate? SoldOn);

    public sealed record OwnRequest(Guid Id, string Number, Instant ReceivedAt, string ModelName, string Fault, RequestState State, OrderStage? Stage, ServiceCategory? Category);

    internal sealed class Handler(ReceptionDbContext db) : IHandler<Query, Answer>
    {
        public async Task<Result<Answer>> Handle(Query query, CancellationToken cancel)
        {
            var customer = await db.Customers.AsNoTracking().Where(c => c.Id == query.Id)
                .Select(c => new Answer(c.Id, c.Code, c.Version, c.Kind, c.Name, c.ContactName, c.Phone, c.OtherPhone, c.Email, c.Address)
                {
                    ZoneId = c.ZoneId,
                    ZoneName = db.Zones.Where(z => z.Id == c.ZoneId).Select(z => z.Name).FirstOrDefault(),
                    Language = c.Language,
                    PaysOnAccount = c.PaysOnAccount,
                    Notes = c.Notes,
                }).FirstOrDefaultAsync(cancel);
            return customer is null
                ? Error.NotFound("Reception.Customer.NotFound", "There is no such customer.")
                : customer with
                {
                    Devices = await db.Devices.AsNoTracking().Where(d => d.CustomerId == query.Id).OrderBy(d => d.ModelCode).Take(MostRequests)
                        .Select(d => new OwnDevice(d.Id, d.ModelCode, d.ModelName, d.SerialNumber, d.SoldOn)).ToListAsync(cancel),
                    Requests = await db.Requests.AsNoTracking().Where(r => r.CustomerId == query.Id).OrderByDescending(r => r.ReceivedAt).ThenByDescending(r => r.Id).Take(MostRequests)
                        .Select(r => new OwnRequest(r.Id, r.Number, r.ReceivedAt, r.ModelName, r.Fault, r.State, r.Stage, r.Category)).ToListAsync(cancel),
                };
        }
    }
}
