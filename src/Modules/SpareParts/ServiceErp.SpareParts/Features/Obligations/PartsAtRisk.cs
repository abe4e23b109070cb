using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Platform.Branches;
using ServiceErp.SpareParts.Domain.Obligations;
using ServiceErp.SpareParts.Domain.Parts;
using ServiceErp.SpareParts.Features.Purchasing;
using ServiceErp.SpareParts.Persistence;

namespace ServiceErp.SpareParts.Features.Obligations;

/// <summary>A part of a model under obligation that may not be obtainable until its end.</summary>
internal sealed record Risk(
    Guid PartId, string Number, string Name, string Unit, IReadOnlyList<string> Models, LocalDate EndsOn, bool Discontinued, LocalDate? LastOrderOn, int Suppliers, decimal PerMonth, decimal Error, decimal ServiceLevel, LastTimeBuy Buy);

/// <summary>Finds parts at risk (PAR-7): discontinued or with at most one supplier, of models whose obligation has an end that is still to come.</summary>
internal sealed class PartsAtRisk(SparePartsDbContext db, PurchaseDesk desk, IBranches branches, IClock clock)
{
    private const int Most = 2000;

    public async Task<IReadOnlyList<Risk>> FindAsync(Guid branchId, Guid? partId, CancellationToken cancel)
    {
        var today = branches.Of(branchId).DayOf(clock.GetCurrentInstant());
        var fits = await (
            from fit in db.PartFits.AsNoTracking()
            join obligation in db.ModelObligations on fit.ModelCode equals obligation.ModelCode
            join part in db.Parts on fit.PartId equals part.Id
            where obligation.EndsOn >= today && (partId == null || part.Id == partId)
            let gone = !part.Active || part.SupersededById != null || db.PartPlans.Any(p => p.Id == part.Id && p.DiscontinuedOn != null)
            let suppliers = db.Set<PartSupplier>().Count(s => s.PartId == part.Id && s.Supplier.Active)
            where gone || suppliers <= 1
            orderby part.Number
            select new { part.Id, part.Number, part.Name, part.Unit, fit.ModelCode, obligation.EndsOn, gone, suppliers, LastOrderOn = db.PartPlans.Where(p => p.Id == part.Id).Select(p => p.LastOrderOn).FirstOrDefault() })
            .Take(Most).ToListAsync(cancel);
        Guid[] ids = [.. fits.Select(f => f.Id).Distinct()];
        var positions = await desk.PositionsAsync(branchId, ids, cancel);
        var forecasts = await desk.ForecastsAsync(branchId, ids, cancel);
        return [.. fits.GroupBy(f => f.Id).Select(part =>
        {
            var (first, forecast, position) = (part.First(), forecasts[part.Key], positions[part.Key]);
            var end = part.Max(f => f.EndsOn!.Value);
            var buy = LastTimeBuy.Of(today, end, (double)forecast.PerMonth, (double)forecast.Error, forecast.ServiceLevel, position.Net);
            return new Risk(part.Key, first.Number, first.Name, first.Unit, [.. part.Select(f => f.ModelCode).Order()], end, first.gone, first.LastOrderOn, first.suppliers, forecast.PerMonth, forecast.Error, forecast.ServiceLevel, buy);
        }).OrderByDescending(r => r.Discontinued).ThenByDescending(r => r.Buy.Quantity).ThenBy(r => r.Number, StringComparer.Ordinal)];
    }
}
