using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Billing.Persistence;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;

namespace ServiceErp.Billing.Features.TaxRates;

/// <summary>Every tax rate, past and coming ones included.</summary>
public static class ListTaxRates
{
    [Requires(BillingPermissions.SettingsRead)]
    public sealed record Query : IQuery<Answer>;

    public sealed record Answer(IReadOnlyList<Row> Rates);

    /// <param name="BranchId">Null for every branch.</param>
    public sealed record Row(Guid Id, int Version, Guid? BranchId, string Code, string Name, decimal Percent, LocalDate ValidFrom, LocalDate? ValidTo);

    internal sealed class Handler(BillingDbContext db) : IHandler<Query, Answer>
    {
        public async Task<Result<Answer>> Handle(Query request, CancellationToken cancel) =>
            new Answer(await db.TaxRates.AsNoTracking().OrderBy(r => r.Code).ThenByDescending(r => r.ValidFrom)
                .Select(r => new Row(r.Id, r.Version, r.BranchId, r.Code, r.Name, r.Percent, r.ValidFrom, r.ValidTo)).ToListAsync(cancel));
    }
}
