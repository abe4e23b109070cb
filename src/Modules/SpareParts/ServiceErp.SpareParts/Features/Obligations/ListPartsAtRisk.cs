using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Branches;
using ServiceErp.Platform.Dispatching;
using ServiceErp.SpareParts.Domain.Obligations;
using ServiceErp.SpareParts.Persistence;

namespace ServiceErp.SpareParts.Features.Obligations;

/// <summary>The models under obligation, and the parts of theirs that may not be obtainable until its end (PAR-7), each with the arithmetic of a last purchase.</summary>
public static class ListPartsAtRisk
{
    [Requires(SparePartsPermissions.StockRead)]
    public sealed record Query : IQuery<Answer>;

    public sealed record Answer(IReadOnlyList<Model> Models, IReadOnlyList<string> OtherModels, IReadOnlyList<Row> Parts);

    /// <param name="EndsOn">Null while the model is sold.</param>
    public sealed record Model(string Code, string? Name, int? ServiceLifeYears, int YearsCounted, LocalDate? LastSaleOn, LocalDate? EndsOn, int Parts);

    /// <param name="Expected">Forecast a month times months left.</param>
    /// <param name="Safety">Against surprises over that time, at the class's service level.</param>
    /// <param name="Covered">On hand and on order, less what is promised or waited for.</param>
    /// <param name="ToBuy">What is missing, in whole units.</param>
    public sealed record Row(
        Guid PartId, string Number, string Name, string Unit, string Models, LocalDate EndsOn, bool Discontinued, LocalDate? LastOrderOn, int Suppliers, decimal Months, decimal PerMonth, decimal Expected, decimal Safety, decimal ServiceLevel,
        decimal Covered, decimal ToBuy);

    internal sealed class Handler(SparePartsDbContext db, PartsAtRisk risks, IBranches branches, ICurrentUser user) : IHandler<Query, Answer>
    {
        public async Task<Result<Answer>> Handle(Query q, CancellationToken cancel)
        {
            var models = await db.ModelObligations.AsNoTracking().OrderBy(o => o.ModelCode)
                .Select(o => new Model(o.ModelCode, db.KnownModels.Where(m => m.Code == o.ModelCode).Select(m => m.Name).FirstOrDefault(), o.ServiceLifeYears, o.ServiceLifeYears ?? SupplyObligation.YearsWithoutServiceLife, o.LastSaleOn, o.EndsOn, db.PartFits.Count(f => f.ModelCode == o.ModelCode)))
                .ToListAsync(cancel);
            var others = await db.KnownModels.AsNoTracking().Where(m => !db.ModelObligations.Any(o => o.ModelCode == m.Code)).OrderBy(m => m.Code).Select(m => m.Code).Take(500).ToListAsync(cancel);
            var parts = branches.For(user) is { } branch ? await risks.FindAsync(branch.Id, null, cancel) : [];
            return new Answer(models, others, [.. parts.Select(r => new Row(
                r.PartId, r.Number, r.Name, r.Unit, string.Join(", ", r.Models), r.EndsOn, r.Discontinued, r.LastOrderOn, r.Suppliers, Kept(r.Buy.Months), r.PerMonth, Kept(r.Buy.Expected), Kept(r.Buy.Safety), r.ServiceLevel, r.Buy.Covered, r.Buy.Quantity))]);
        }

        private static decimal Kept(double figure) => Rounding.Round((decimal)figure, 1);
    }
}
