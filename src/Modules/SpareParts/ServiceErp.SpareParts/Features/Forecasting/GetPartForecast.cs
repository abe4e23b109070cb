using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Branches;
using ServiceErp.Platform.Dispatching;
using ServiceErp.SpareParts.Domain.Classes;
using ServiceErp.SpareParts.Domain.Forecasting;
using ServiceErp.SpareParts.Domain.Parts;
using ServiceErp.SpareParts.Domain.Stock;
using ServiceErp.SpareParts.Features.Classes;
using ServiceErp.SpareParts.Persistence;

namespace ServiceErp.SpareParts.Features.Forecasting;

/// <summary>A part's demand at the caller's branch by month and by week, every method tried on it, and how much of it must be there, with the arithmetic.</summary>
public static class GetPartForecast
{
    private const int Ahead = 6;
    private const int Weeks = 26;

    [Requires(SparePartsPermissions.StockRead)]
    public sealed record Query(Guid PartId) : IQuery<Answer>;

    public sealed record Answer(
        Guid PartId, string Number, string Name, string Unit, DemandPattern Pattern, decimal? Interval, decimal? Unevenness, IReadOnlyList<Point> Months, IReadOnlyList<Week> Weeks, IReadOnlyList<Score> Scores, int Tested,
        ForecastMethod Method, decimal PerMonth, Need Stock, Plan HowBought, Classing? Class);

    /// <param name="Month">Its first day.</param>
    /// <param name="Demand">Null when it was not recorded, or lies ahead.</param>
    /// <param name="Forecast">What the best method said of it, from the months before alone.</param>
    public sealed record Point(LocalDate Month, decimal? Demand, decimal? Forecast, bool Ahead);

    /// <param name="Monday">Its first day.</param>
    public sealed record Week(LocalDate Monday, decimal Demand);

    public sealed record Score(ForecastMethod Method, decimal Forecast, decimal MeanError, decimal MeanAbsoluteError, decimal RootMeanSquareError, decimal? Scaled, bool Best);

    public sealed record Need(
        AbcClass Class, decimal ServiceLevel, int ReviewDays, decimal LeadDays, decimal LeadDeviation, LeadTimeSource LeadSource, decimal Months, decimal Expected, decimal Error, decimal Deviation, decimal Factor, decimal SafetyStock, decimal ReorderPoint, DemandSpread Spread, int KnownMonths);

    public sealed record Plan(OrderPolicy Policy, decimal FixedQuantity, decimal Minimum, decimal Maximum, int? CoverDays, int? LeadDays, LocalDate? DiscontinuedOn, LocalDate? LastOrderOn);

    public sealed record Classing(AbcClass Computed, AbcClass? Manual, XyzClass Xyz, string? Reason, int Rank, decimal Value, string Currency);

    internal sealed class Handler(SparePartsDbContext db, PartPlanner planner, IBranches branches, ICurrentUser user, IClock clock) : IHandler<Query, Answer>
    {
        public async Task<Result<Answer>> Handle(Query q, CancellationToken cancel)
        {
            var part = await db.Parts.AsNoTracking().Where(p => p.Id == q.PartId).Select(p => new { p.Id, p.Number, p.Name, p.Unit }).FirstOrDefaultAsync(cancel);
            if (part is null || branches.For(user) is not { } branch)
            {
                return PartErrors.NotFound;
            }

            var forecast = (await planner.PlanAsync(branch.Id, new Dictionary<Guid, string> { [part.Id] = part.Number }, cancel))[0];
            var series = (await planner.SeriesAsync(branch.Id, [part.Id], cancel))[part.Id];
            var test = Backtest.Of(series.Months);
            var need = StockNeed.Of((double)forecast.PerMonth, (double)forecast.Error, new LeadTime((double)forecast.LeadDays, (double)forecast.LeadDeviation, forecast.LeadSource), forecast.ReviewDays, forecast.ServiceLevel, forecast.Months);
            var plan = await db.PartPlans.AsNoTracking().FirstOrDefaultAsync(p => p.Id == part.Id, cancel);
            var row = await db.PartClasses.AsNoTracking().FirstOrDefaultAsync(p => p.Id == part.Id && db.ClassRuns.InForce(branch.Id, null).Any(r => r.Id == p.RunId), cancel);
            var reason = row?.Manual is null ? null : await db.ManualClasses.Where(m => m.PartId == part.Id && m.BranchId == branch.Id && m.WarehouseId == null).Select(m => m.Reason).FirstOrDefaultAsync(cancel);
            return new Answer(
                part.Id, part.Number, part.Name, part.Unit, forecast.Pattern, forecast.Interval, forecast.Unevenness, Points(series, forecast), await WeeksAsync(branch, part.Id, cancel),
                test.Periods == 0 ? [] : [.. test.Scores.Select(s => new Score(s.Method, Kept(s.Forecast), Kept(s.MeanError), Kept(s.MeanAbsoluteError), Kept(s.RootMeanSquareError), s.Scaled is { } scaled ? Kept(scaled) : null, s.Method == forecast.Method))],
                forecast.Tested, forecast.Method, forecast.PerMonth,
                new Need(forecast.Class, forecast.ServiceLevel, forecast.ReviewDays, forecast.LeadDays, forecast.LeadDeviation, forecast.LeadSource, Kept(need.Months), Kept(need.Expected), forecast.Error, Kept(need.Deviation), Kept(need.Factor), forecast.SafetyStock, forecast.ReorderPoint, forecast.Spread, forecast.Months),
                plan is null ? new Plan(OrderPolicy.DaysOfCover, 0, 0, 0, null, null, null, null) : new Plan(plan.Policy, plan.FixedQuantity, plan.Minimum, plan.Maximum, plan.CoverDays, plan.LeadDays, plan.DiscontinuedOn, plan.LastOrderOn),
                row is null ? null : new Classing(row.Abc, row.Manual, row.Xyz, reason, row.Rank, row.Value, branch.Currency));
        }

        private static List<Point> Points(DemandSeries series, PartForecast forecast)
        {
            var points = new List<Point>();
            if (series.First is not { } month)
            {
                return points;
            }

            var forecaster = Forecaster.Of(forecast.Method);
            var told = false;
            foreach (var demand in series.Months)
            {
                points.Add(new(month.OnDayOfMonth(1), demand is { } d ? Kept(d) : null, told ? Kept(forecaster.Next) : null, false));
                if (demand is { } observed)
                {
                    forecaster.Observe(observed);
                    told = true;
                }

                month = month.PlusMonths(1);
            }

            for (var i = 0; i < Ahead; i++, month = month.PlusMonths(1))
            {
                points.Add(new(month.OnDayOfMonth(1), null, Kept((double)forecast.PerMonth), true));
            }

            return points;
        }

        private async Task<List<Week>> WeeksAsync(Branch branch, Guid partId, CancellationToken cancel)
        {
            var monday = branch.DayOf(clock.GetCurrentInstant()).With(DateAdjusters.PreviousOrSame(IsoDayOfWeek.Monday));
            var first = monday.PlusWeeks(-Weeks);
            var days = await db.Movements.AsNoTracking().Where(m => m.PartId == partId && m.BranchId == branch.Id && m.BookingDate >= first && m.BookingDate < monday && (m.Kind == MovementKind.Issue || m.Kind == MovementKind.Return))
                .GroupBy(m => m.BookingDate).Select(g => new { g.Key, Quantity = g.Sum(m => m.Quantity) }).ToListAsync(cancel);
            var byWeek = days.ToLookup(d => d.Key.With(DateAdjusters.PreviousOrSame(IsoDayOfWeek.Monday)), d => -d.Quantity);
            return days.Count == 0 ? [] : [.. Enumerable.Range(0, Weeks).Select(w => first.PlusWeeks(w)).Select(w => new Week(w, byWeek[w].Sum()))];
        }

        private static decimal Kept(double figure) => Rounding.Round((decimal)figure, 3);
    }
}
