using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Branches;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Modules;
using ServiceErp.Workshop.Domain.Quotations;
using ServiceErp.Workshop.Integration;
using ServiceErp.Workshop.Persistence;

namespace ServiceErp.Workshop.Features.Quotations;

/// <summary>Ends quotations whose last day is over and tells the dispatcher; the order waits until somebody quotes anew or ends it.</summary>
public static class ExpireQuotations
{
    [Requires(WorkshopPermissions.QuotationWrite)]
    public sealed record Command : ICommand<Answer>;

    public sealed record Answer(int Expired);

    internal sealed class Handler(WorkshopDbContext db, IBranches branches, IClock clock, StaffMessages staff) : IHandler<Command, Answer>
    {
        public async Task<Result<Answer>> Handle(Command c, CancellationToken cancel)
        {
            var now = clock.GetCurrentInstant();
            var latest = now.InUtc().Date.PlusDays(1);
            var sent = await db.Quotations.Where(q => q.State == QuotationState.Sent && q.ValidUntil < latest).Take(500).ToListAsync(cancel);
            var over = sent.FindAll(q => q.ValidUntil < branches.Of(q.BranchId).DayOf(now));
            var orderIds = over.ConvertAll(q => q.OrderId);
            var orders = await db.Orders.AsNoTracking().Where(o => orderIds.Contains(o.Id)).ToDictionaryAsync(o => o.Id, cancel);
            foreach (var quotation in over)
            {
                quotation.Expire();
                staff.Tell(db, Roles.Dispatcher, orders[quotation.OrderId], $"expired/{quotation.Id}", "Quotation expired: {0}", "Quotation {0} for {1} was valid until {2} and was not answered.",
                    quotation.Number, orders[quotation.OrderId].CustomerName, quotation.ValidUntil);
            }

            return new Answer(over.Count);
        }
    }
}
