using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Platform.Branches;
using ServiceErp.SpareParts.Domain.Classes;
using ServiceErp.SpareParts.Domain.Forecasting;
using ServiceErp.SpareParts.Domain.Parts;
using ServiceErp.SpareParts.Features.Classes;
using ServiceErp.SpareParts.Persistence;

namespace ServiceErp.SpareParts.Features.Forecasting;

/// <summary>A part's demand month by month, the oldest first; null is a month that was not recorded, 0 one in which nothing was asked for.</summary>
internal sealed record DemandSeries(YearMonth? First, IReadOnlyList<double?> Months)
{
    public static readonly DemandSeries Empty = new(null, []);
}

/// <summary>
/// Reads what is known of some parts at a branch and foresees what they need. It reads for all of them together, so the number of questions does not grow with the number of parts, and what is
/// in memory does not grow beyond the parts asked for.
/// </summary>
internal sealed class PartPlanner(SparePartsDbContext db, IBranches branches, IClock clock)
{
    /// <summary>The name of the job that gathers, classes and foresees.</summary>
    public const string Job = "SpareParts.PlanParts";

    private const int MostMonths = 60;

    /// <summary>So many are judged anew within a command; more are left to the planning.</summary>
    private const int MostAtOnce = 5000;

    /// <summary>Receipts older than this say nothing about the lead time of today.</summary>
    private const int LeadTimeMonths = 24;

    private static readonly LocalDate Unwritten = LocalDate.MaxIsoValue;

    /// <summary>The demand of each part: of months before the ledger knows the part as recorded elsewhere, afterwards as gathered from it.</summary>
    /// <remarks>What was asked for of the parts whose place it takes counts as asked of it.</remarks>
    public async Task<Dictionary<Guid, DemandSeries>> SeriesAsync(Guid branchId, IReadOnlyCollection<Guid> partIds, CancellationToken cancel)
    {
        var chains = await ChainsAsync(partIds, cancel);
        Guid[] ids = [.. partIds.Union(chains.SelectMany(c => c.Select(p => p.Id)))];
        var through = branches.Of(branchId).DayOf(clock.GetCurrentInstant()).ToYearMonth().PlusMonths(-1);
        var gathered = (await db.Demands.AsNoTracking().Where(d => ids.Contains(d.PartId) && d.BranchId == branchId)
            .GroupBy(d => new { d.PartId, d.Month }).Select(g => new { g.Key.PartId, g.Key.Month, Quantity = g.Sum(d => d.Quantity) + g.Sum(d => d.Refused) }).ToListAsync(cancel)).ToLookup(d => d.PartId);
        var recorded = (await db.DemandRecords.AsNoTracking().Where(d => ids.Contains(d.PartId) && d.BranchId == branchId).Select(d => new { d.PartId, d.Month, d.Quantity }).ToListAsync(cancel)).ToLookup(d => d.PartId);
        var moved = await db.Parts.AsNoTracking().Where(p => ids.Contains(p.Id))
            .Select(p => new { p.Id, First = db.Movements.Where(m => m.PartId == p.Id && m.BranchId == branchId).OrderBy(m => m.At).Select(m => (LocalDate?)m.BookingDate).FirstOrDefault() })
            .ToDictionaryAsync(p => p.Id, p => p.First, cancel);
        return partIds.ToDictionary(id => id, id =>
        {
            Guid[] members = [id, .. chains[id].Select(p => p.Id)];
            var ledger = members.SelectMany(m => gathered[m].Select(d => d.Month).Append(moved.GetValueOrDefault(m) ?? Unwritten)).Min();
            var known = members.SelectMany(m => recorded[m]).GroupBy(d => d.Month.ToYearMonth()).ToDictionary(g => g.Key, g => g.Any(d => d.Quantity is not null) ? g.Sum(d => d.Quantity) : null);
            if (ledger == Unwritten && known.Count == 0)
            {
                return DemandSeries.Empty;
            }

            var taken = members.SelectMany(m => gathered[m]).GroupBy(d => d.Month.ToYearMonth()).ToDictionary(g => g.Key, g => g.Sum(d => d.Quantity));
            var last = ledger == Unwritten ? known.Keys.Max() : through;
            var first = known.Keys.Append(ledger == Unwritten ? last : ledger.ToYearMonth()).Min();
            first = MonthsBetween(first, last) >= MostMonths ? last.PlusMonths(1 - MostMonths) : first;
            var series = new List<double?>();
            for (var month = first; month <= last; month = month.PlusMonths(1))
            {
                var inLedger = ledger != Unwritten && month >= ledger.ToYearMonth();
                decimal? quantity = inLedger || known.GetValueOrDefault(month) is not null ? taken.GetValueOrDefault(month) + (known.GetValueOrDefault(month) ?? 0) : null;
                series.Add(quantity is { } q ? (double)Math.Max(0, q) : null);
            }

            return new DemandSeries(first, series);
        });
    }

    /// <summary>The parts whose place each part takes, through all steps.</summary>
    public async Task<ILookup<Guid, (Guid Id, string Number)>> ChainsAsync(IReadOnlyCollection<Guid> partIds, CancellationToken cancel)
    {
        var found = new List<(Guid Successor, Guid Id, string Number)>();
        var ends = partIds.Distinct().ToDictionary(id => id, id => new[] { id });
        while (ends.Count > 0)
        {
            Guid[] step = [.. ends.Keys];
            var before = await db.Parts.AsNoTracking().Where(p => p.SupersededById != null && step.Contains(p.SupersededById.Value)).Select(p => new { p.Id, p.Number, Next = p.SupersededById!.Value }).ToListAsync(cancel);
            found.AddRange(before.SelectMany(p => ends[p.Next].Select(end => (end, p.Id, p.Number))));
            ends = before.ToDictionary(p => p.Id, p => ends[p.Next]);
        }

        return found.ToLookup(f => f.Successor, f => (f.Id, f.Number));
    }

    /// <summary>The part that is bought in the place of each: the last of its successors.</summary>
    public async Task<Dictionary<Guid, Guid>> SuccessorsAsync(IReadOnlyCollection<Guid> partIds, CancellationToken cancel)
    {
        var last = partIds.Distinct().ToDictionary(id => id, id => id);
        for (var step = last.Values.ToArray(); step.Length > 0;)
        {
            var next = await db.Parts.AsNoTracking().Where(p => step.Contains(p.Id) && p.SupersededById != null).ToDictionaryAsync(p => p.Id, p => p.SupersededById!.Value, cancel);
            foreach (var part in last.Keys.Where(p => next.ContainsKey(last[p])).ToArray())
            {
                last[part] = next[last[part]];
            }

            step = [.. next.Values.Distinct()];
        }

        return last;
    }

    /// <summary>Judges forecasts by the classes and policies of now, after one of them has changed; what was foreseen stays.</summary>
    /// <param name="which">The forecasts.</param>
    /// <param name="abc">The class of each.</param>
    /// <param name="cancel">Stops it.</param>
    /// <returns>False when there are too many for one step: the planning does it.</returns>
    public async Task<bool> JudgeAsync(IQueryable<PartForecast> which, Func<PartForecast, AbcClass> abc, IReadOnlyDictionary<AbcClass, ClassTerms> terms, CancellationToken cancel)
    {
        var forecasts = await which.Take(MostAtOnce + 1).ToListAsync(cancel);
        if (forecasts.Count > MostAtOnce)
        {
            return false;
        }

        Guid[] ids = [.. forecasts.Select(f => f.Id).Distinct()];
        var plans = await db.PartPlans.AsNoTracking().Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, cancel);
        foreach (var forecast in forecasts)
        {
            forecast.By(abc(forecast), terms[abc(forecast)], plans.GetValueOrDefault(forecast.Id));
        }

        return true;
    }

    /// <summary>Foresees the demand of each part and how much of it must be there.</summary>
    /// <param name="branchId">Where.</param>
    /// <param name="parts">Their numbers by identity.</param>
    /// <param name="cancel">Stops it.</param>
    /// <param name="changed">A plan that is not stored yet.</param>
    public async Task<IReadOnlyList<PartForecast>> PlanAsync(Guid branchId, IReadOnlyDictionary<Guid, string> parts, CancellationToken cancel, PartPlan? changed = null)
    {
        Guid[] ids = [.. parts.Keys];
        var now = clock.GetCurrentInstant();
        var series = await SeriesAsync(branchId, ids, cancel);
        var leads = await LeadTimesAsync(branchId, ids, cancel);
        var rules = await db.RulesAsync(cancel);
        var terms = await db.TermsAsync(cancel);
        var plans = await db.PartPlans.AsNoTracking().Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, cancel);
        if (changed is not null)
        {
            plans[changed.Id] = changed;
        }

        var chains = await ChainsAsync(ids, cancel);
        Guid[] members = [.. ids.Union(chains.SelectMany(c => c.Select(p => p.Id)))];
        var classes = await db.PartClasses.AsNoTracking().Where(p => members.Contains(p.Id) && db.ClassRuns.InForce(branchId, null).Any(r => r.Id == p.RunId)).ToDictionaryAsync(p => p.Id, p => p.Class, cancel);
        var promised = (await db.Set<PartSupplier>().AsNoTracking().Where(s => ids.Contains(s.PartId) && s.Preferred).Select(s => new { s.PartId, s.LeadDays }).ToListAsync(cancel)).ToLookup(s => s.PartId, s => s.LeadDays);
        return [.. parts.Select(part => Plan(part.Key, part.Value, series[part.Key], chains[part.Key].Select(p => p.Id).Prepend(part.Key).Min(p => classes.GetValueOrDefault(p, AbcClass.NoMovement)), plans.GetValueOrDefault(part.Key), leads.GetValueOrDefault(part.Key), promised[part.Key].FirstOrDefault()))];

        PartForecast Plan(Guid id, string number, DemandSeries demand, AbcClass abc, PartPlan? plan, (int Count, double Sum, double Squares) lead, int? promise)
        {
            var shape = DemandShape.Of(demand.Months);
            var test = Backtest.Of(demand.Months);
            var best = test.Best ?? test.Scores.First(s => s.Method == ForecastMethod.MovingAverage);
            var perMonth = Math.Max(0, best.Forecast);
            var error = test.Best is null ? Deviation(demand.Months) : best.RootMeanSquareError;
            var leadTime = plan?.LeadDays is { } fixedDays ? new LeadTime(fixedDays, 0, LeadTimeSource.Usual) : LeadTime.Of(lead.Count, lead.Sum, lead.Squares, promise, rules.UsualLeadDays);
            decimal? Scaled(ForecastMethod method) => Kept(test.Periods == 0 ? null : test.Scores.First(s => s.Method == method).Scaled);
            return new PartForecast
            {
                BranchId = branchId,
                Id = id,
                PartNumber = number,
                CalculatedAt = now,
                Pattern = shape.Pattern,
                Interval = Kept(shape.Interval),
                Unevenness = Kept(shape.Unevenness),
                Months = demand.Months.Count(m => m is not null),
                Method = best.Method,
                Tested = test.Periods,
                PerMonth = Kept(perMonth)!.Value,
                Error = Kept(error)!.Value,
                Scaled = Kept(test.Best?.Scaled),
                ScaledAverage = Scaled(ForecastMethod.MovingAverage),
                ScaledCroston = Scaled(ForecastMethod.Croston),
                ScaledSba = Scaled(ForecastMethod.SBA),
                ScaledTsb = Scaled(ForecastMethod.TSB),
                LeadDays = Kept(leadTime.Days)!.Value,
                LeadDeviation = Kept(leadTime.Deviation)!.Value,
                LeadSource = leadTime.Source,
            }.By(abc, terms[abc], plan);
        }
    }

    /// <summary>Days from order to arrival of each part, as receipts of the last two years tell.</summary>
    private async Task<Dictionary<Guid, (int Count, double Sum, double Squares)>> LeadTimesAsync(Guid branchId, Guid[] partIds, CancellationToken cancel)
    {
        var since = branches.Of(branchId).DayOf(clock.GetCurrentInstant()).PlusMonths(-LeadTimeMonths);
        var receipts = await (
            from line in db.PurchaseReceiptLines.AsNoTracking()
            join receipt in db.PurchaseReceipts on line.PurchaseReceiptId equals receipt.Id
            join order in db.PurchaseOrders on receipt.PurchaseOrderId equals order.Id
            where partIds.Contains(line.PartId) && order.BranchId == branchId && order.OrderedOn != null && receipt.Day >= since && line.Accepted > 0
            select new { line.PartId, order.OrderedOn, receipt.Day }).ToListAsync(cancel);
        return receipts.GroupBy(r => r.PartId, r => (double)Period.DaysBetween(r.OrderedOn!.Value, r.Day)).ToDictionary(g => g.Key, g => (g.Count(), g.Sum(), g.Sum(d => d * d)));
    }

    private static int MonthsBetween(YearMonth first, YearMonth last) => ((last.Year - first.Year) * 12) + last.Month - first.Month;

    private static double Deviation(IReadOnlyList<double?> series)
    {
        var recorded = series.OfType<double>().ToArray();
        if (recorded.Length < 2)
        {
            return 0;
        }

        var mean = recorded.Average();
        return Math.Sqrt(recorded.Sum(d => (d - mean) * (d - mean)) / (recorded.Length - 1));
    }

    private static decimal? Kept(double? figure) => figure is { } f ? Math.Round((decimal)f, 6) : null;
}
