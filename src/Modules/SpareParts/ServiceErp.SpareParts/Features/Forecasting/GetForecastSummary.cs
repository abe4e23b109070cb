using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Branches;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Jobs;
using ServiceErp.SpareParts.Domain.Forecasting;
using ServiceErp.SpareParts.Persistence;

namespace ServiceErp.SpareParts.Features.Forecasting;

/// <summary>The forecasts of the caller's branch at a glance: patterns, best methods, mean errors; and whether they are being made.</summary>
public static class GetForecastSummary
{
    [Requires(SparePartsPermissions.StockRead)]
    public sealed record Query : IQuery<Answer>;

    public sealed record Answer(int Parts, IReadOnlyList<PatternCount> Patterns, IReadOnlyList<MethodError> Methods, Run? LastRun);

    public sealed record PatternCount(DemandPattern Pattern, int Count);

    /// <param name="Best">Of how many parts it is the best.</param>
    /// <param name="Scaled">Mean MASE over all parts where the naive forecast made an error.</param>
    public sealed record MethodError(ForecastMethod Method, int Best, decimal? Scaled);

    public sealed record Run(bool Running, int? Percent, string Message, Instant StartedAt, bool Succeeded);

    internal sealed class Handler(SparePartsDbContext db, IBranches branches, ICurrentUser user, IJobs jobs) : IHandler<Query, Answer>
    {
        public async Task<Result<Answer>> Handle(Query q, CancellationToken cancel)
        {
            var branch = branches.For(user)?.Id ?? default;
            var forecasts = db.PartForecasts.AsNoTracking().Where(f => f.BranchId == branch);
            var patterns = await forecasts.GroupBy(f => f.Pattern).Select(g => new PatternCount(g.Key, g.Count())).ToListAsync(cancel);
            var best = await forecasts.Where(f => f.Tested > 0).GroupBy(f => f.Method).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancel);
            var sums = await forecasts.Where(f => f.ScaledSba != null).GroupBy(f => f.BranchId).Select(g => new
            {
                Count = g.Count(), Average = g.Sum(f => f.ScaledAverage), Croston = g.Sum(f => f.ScaledCroston), Sba = g.Sum(f => f.ScaledSba), Tsb = g.Sum(f => f.ScaledTsb),
            }).FirstOrDefaultAsync(cancel);
            decimal? Mean(ForecastMethod method) => sums is null ? null : decimal.Round((method switch
            {
                ForecastMethod.Naive => sums.Count,
                ForecastMethod.MovingAverage => sums.Average ?? 0,
                ForecastMethod.Croston => sums.Croston ?? 0,
                ForecastMethod.SBA => sums.Sba ?? 0,
                _ => sums.Tsb ?? 0,
            }) / sums.Count, 3);
            var run = await jobs.LatestAsync(StartPlanning.Job, cancel);
            return new Answer(
                patterns.Sum(p => p.Count),
                [.. patterns.OrderBy(p => p.Pattern)],
                [.. Forecaster.Methods.Select(m => new MethodError(m, best.GetValueOrDefault(m), Mean(m)))],
                run is null ? null : new Run(run.State == JobState.Running, run.Percent, run.Message, run.StartedAt, run.State == JobState.Succeeded));
        }
    }
}
