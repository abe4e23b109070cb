using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Branches;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Persistence;
using ServiceErp.Platform.Searching;
using ServiceErp.Platform.Ui;
using ServiceErp.SpareParts.Domain.Classes;
using ServiceErp.SpareParts.Domain.Forecasting;
using ServiceErp.SpareParts.Domain.Parts;
using ServiceErp.SpareParts.Persistence;

namespace ServiceErp.SpareParts.Features.Forecasting;

/// <summary>What is expected of each part at the caller's branch, the most wanted first. Filters: <c>pattern</c>, <c>method</c>, <c>class</c>.</summary>
public static class ListForecasts
{
    private static readonly SortOrders<PartForecast> Orders = new SortOrders<PartForecast>().Add("demand", f => f.PerMonth, descending: true).Add("number", f => f.PartNumber);

    [Requires(SparePartsPermissions.StockRead)]
    public sealed record Query(ListQuery List) : IQuery<ListPage<Row>>;

    public sealed record Row(
        Guid PartId, string Number, string Name, string Unit, AbcClass Class, DemandPattern Pattern, decimal? Interval, decimal? Unevenness, int Months, ForecastMethod Method, decimal PerMonth, decimal? Scaled, decimal? ScaledAverage,
        decimal? ScaledCroston, decimal? ScaledSba, decimal? ScaledTsb, decimal LeadDays, LeadTimeSource LeadSource, decimal SafetyStock, decimal ReorderPoint, Instant At);

    internal sealed class Handler(SparePartsDbContext db, IBranches branches, ICurrentUser user, SearchBox search) : IHandler<Query, ListPage<Row>>
    {
        public async Task<Result<ListPage<Row>>> Handle(Query q, CancellationToken cancel)
        {
            var list = q.List;
            var branch = branches.For(user)?.Id ?? default;
            var forecasts = db.PartForecasts.AsNoTracking().Where(f => f.BranchId == branch);
            if (list.Search is { } text)
            {
                var found = await search.FindIdsAsync(nameof(Part), text, cancel);
                forecasts = forecasts.Where(f => found.Contains(f.Id));
            }

            if (list.Filter<DemandPattern>("pattern") is { } pattern)
            {
                forecasts = forecasts.Where(f => f.Pattern == pattern);
            }

            if (list.Filter<ForecastMethod>("method") is { } method)
            {
                forecasts = forecasts.Where(f => f.Method == method && f.Tested > 0);
            }

            if (list.Filter<AbcClass>("class") is { } abc)
            {
                forecasts = forecasts.Where(f => f.Class == abc);
            }

            return await forecasts.ToListPageAsync(list, Orders, f => new Row(
                f.Id, f.PartNumber, f.Part.Name, f.Part.Unit, f.Class, f.Pattern, f.Interval, f.Unevenness, f.Months, f.Method, f.PerMonth, f.Scaled, f.ScaledAverage, f.ScaledCroston, f.ScaledSba, f.ScaledTsb, f.LeadDays, f.LeadSource,
                f.SafetyStock, f.ReorderPoint, f.CalculatedAt), cancel);
        }
    }
}
