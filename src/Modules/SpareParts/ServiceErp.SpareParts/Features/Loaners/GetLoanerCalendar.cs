using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Branches;
using ServiceErp.Platform.Dispatching;
using ServiceErp.SpareParts.Domain.Loaners;
using ServiceErp.SpareParts.Persistence;

namespace ServiceErp.SpareParts.Features.Loaners;

/// <summary>Four weeks of the pool: who has which unit on which day, per model (PAR-6).</summary>
public static class GetLoanerCalendar
{
    public const int Days = 28;

    /// <param name="From">The first day; today unless said.</param>
    /// <param name="Model">One model; all unless said.</param>
    [Requires(SparePartsPermissions.LoanerRead)]
    public sealed record Query(LocalDate? From = null, string? Model = null) : IQuery<Answer>;

    public sealed record Answer(LocalDate From, LocalDate Today, IReadOnlyList<Model> Models, IReadOnlyList<string> AllModels, IReadOnlySet<LocalDate> ClosedDays)
    {
        public required int ReturnDays { get; init; }

        public required int RemindBeforeDays { get; init; }

        public required int RemindEveryDays { get; init; }
    }

    /// <summary>A model's units; <paramref name="FreeToday"/> counts those that can be lent at once.</summary>
    public sealed record Model(string Code, string Name, int FreeToday, IReadOnlyList<Unit> Units);

    public sealed record Unit(Guid Id, string Serial, LoanerState State, IReadOnlyList<Occupied> Occupied);

    internal sealed class Handler(SparePartsDbContext db, LoanDesk desk, IBranches branches, ICurrentUser user) : IHandler<Query, Answer>
    {
        private const int MostUnits = 400;

        public async Task<Result<Answer>> Handle(Query q, CancellationToken cancel)
        {
            if (branches.For(user) is not { } branch)
            {
                return BranchErrors.NotFound;
            }

            var today = desk.Today(branch.Id);
            var from = q.From ?? today;
            var through = from.PlusDays(Days - 1);
            var kept = db.Loaners.AsNoTracking().Where(l => l.BranchId == branch.Id && l.State != LoanerState.Exchanged && l.State != LoanerState.Sold && l.State != LoanerState.Retired);
            var models = await kept.Select(l => l.ModelCode).Distinct().OrderBy(m => m).ToListAsync(cancel);
            var units = await kept.Where(l => q.Model == null || l.ModelCode == q.Model).OrderBy(l => l.ModelCode).ThenBy(l => l.Serial).Take(MostUnits)
                .Select(l => new { l.Id, l.ModelCode, l.ModelName, l.Serial, l.State }).ToListAsync(cancel);
            var occupied = (await desk.OccupiedAsync([.. units.Select(u => u.Id)], LocalDate.Min(from, today), LocalDate.Max(through, today), cancel)).ToLookup(o => o.LoanerId);
            var rules = await desk.RulesAsync(branch.Id, cancel);
            return new Answer(
                from,
                today,
                [.. units.GroupBy(u => (u.ModelCode, u.ModelName)).Select(m => new Model(
                    m.Key.ModelCode, m.Key.ModelName,
                    m.Count(u => u.State == LoanerState.InPool && !occupied[u.Id].Any(o => !o.Ended && o.From <= today && today <= o.Through)),
                    [.. m.Select(u => new Unit(u.Id, u.Serial, u.State, [.. occupied[u.Id].Where(o => o.From <= through && o.Through >= from).OrderBy(o => o.From)]))]))],
                models,
                Enumerable.Range(0, Days).Select(d => from.PlusDays(d)).Where(d => IsClosed(branch, d)).ToHashSet())
            {
                ReturnDays = rules.ReturnDays,
                RemindBeforeDays = rules.RemindBeforeDays,
                RemindEveryDays = rules.RemindEveryDays,
            };
        }

        private static bool IsClosed(Branch branch, LocalDate day) =>
            branch.Calendar.NextOpening(day.AtStartOfDayInZone(branch.Zone).ToInstant()) is not { } opening || branch.DayOf(opening) > day;
    }
}
