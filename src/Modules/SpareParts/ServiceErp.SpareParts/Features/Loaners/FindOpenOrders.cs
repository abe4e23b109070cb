using Microsoft.EntityFrameworkCore;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.SpareParts.Persistence;

namespace ServiceErp.SpareParts.Features.Loaners;

/// <summary>Open service orders by number, customer or serial number, for lending and reserving; the newest first.</summary>
public static class FindOpenOrders
{
    private const int Most = 12;

    [Requires(SparePartsPermissions.LoanerLend)]
    public sealed record Query(string? Text) : IQuery<IReadOnlyList<Row>>;

    public sealed record Row(Guid Id, string Number, string CustomerName, string ModelName, string SerialNumber);

    internal sealed class Handler(SparePartsDbContext db) : IHandler<Query, IReadOnlyList<Row>>
    {
        public async Task<Result<IReadOnlyList<Row>>> Handle(Query q, CancellationToken cancel)
        {
            var words = SearchText.Normalize(q.Text ?? "");
            var orders = db.KnownOrders.AsNoTracking().Where(o => o.Open && o.Number != null && o.CustomerName != "");
            if (words.Length > 0)
            {
                orders = orders.Where(o => o.Words.Contains(words));
            }

            return await orders.OrderByDescending(o => o.Since).ThenByDescending(o => o.Id).Take(Most).Select(o => new Row(o.Id, o.Number!, o.CustomerName, o.ModelName, o.SerialNumber)).ToListAsync(cancel);
        }
    }
}
