using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Workshop.Persistence;

namespace ServiceErp.Workshop.Features.Catalog;

/// <summary>The fee table with all prices.</summary>
public static class ListFeeItems
{
    [Requires(WorkshopPermissions.OrderRead)]
    public sealed record Query : IQuery<IReadOnlyList<Row>>;

    public sealed record Price(Guid? BranchId, string Currency, decimal Amount, LocalDate From);

    public sealed record Row(Guid Id, string Code, ChargeKind Kind, string Text, string Unit, bool Active, IReadOnlyList<Price> Prices);

    internal sealed class Handler(WorkshopDbContext db) : IHandler<Query, IReadOnlyList<Row>>
    {
        public async Task<Result<IReadOnlyList<Row>>> Handle(Query query, CancellationToken cancel) => await db.Fees.AsNoTracking()
            .OrderBy(f => f.Code)
            .Select(f => new Row(f.Id, f.Code, f.Kind, f.Text, f.Unit, f.Active, f.Prices.OrderBy(p => p.Currency).ThenByDescending(p => p.From).Select(p => new Price(p.BranchId, p.Currency, p.Price, p.From)).ToList()))
            .ToListAsync(cancel);
    }
}
