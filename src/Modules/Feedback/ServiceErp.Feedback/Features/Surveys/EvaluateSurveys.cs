using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Feedback.Domain.Surveys;
using ServiceErp.Feedback.Persistence;
using ServiceErp.Kernel;
using ServiceErp.Platform.Branches;
using ServiceErp.Platform.Dispatching;

namespace ServiceErp.Feedback.Features.Surveys;

/// <summary>The monthly evaluation: averages per question and per technician, and how many answered (S3.25).</summary>
public static class EvaluateSurveys
{
    [Requires(FeedbackPermissions.SurveyRead)]
    public sealed record Query(int Months = 6, Guid? BranchId = null) : IQuery<Answer>;

    /// <param name="Asked">Orders completed in the time.</param>
    /// <param name="Answered">Of these, answered by link or telephone.</param>
    /// <param name="Months">Oldest first.</param>
    /// <param name="Technicians">By technician and month.</param>
    public sealed record Answer(int Asked, int Answered, int Bad, Averages Overall, IReadOnlyList<MonthRow> Months, IReadOnlyList<TechnicianRow> Technicians);

    /// <summary>From 1 to 4; null where nobody answered.</summary>
    public sealed record Averages(decimal? Attitude, decimal? Skill, decimal? Arrival, decimal? Promises)
    {
        public decimal? All => Attitude is null ? null : (Attitude + Skill + Arrival + Promises) / 4;
    }

    public sealed record MonthRow(string Month, int Answers, int Bad, Averages Averages);

    public sealed record TechnicianRow(Guid? TechnicianId, string TechnicianName, string Month, int Answers, int Bad, Averages Averages);

    internal sealed class Handler(FeedbackDbContext db, IBranches branches, ICurrentUser user, IClock clock) : IHandler<Query, Answer>
    {
        public async Task<Result<Answer>> Handle(Query request, CancellationToken cancel)
        {
            var now = clock.GetCurrentInstant();
            var today = branches.Today(user, now);
            var months = Math.Clamp(request.Months, 1, 36);
            var first = new LocalDate(today.Year, today.Month, 1).PlusMonths(1 - months);
            var since = Surveys.Months.Of(first);
            var surveys = db.Surveys.AsNoTracking().Where(s => request.BranchId == null || s.BranchId == request.BranchId);
            var sums = await surveys.Where(s => s.AnsweredAt != null && s.AnsweredMonth.CompareTo(since) >= 0)
                .GroupBy(s => new { s.AnsweredMonth, s.TechnicianId, s.TechnicianName })
                .Select(g => new Sums(
                    g.Key.AnsweredMonth, g.Key.TechnicianId, g.Key.TechnicianName, g.Count(), g.Count(s => s.IsBad), g.Sum(s => s.Attitude), g.Sum(s => s.Skill), g.Sum(s => s.Arrival), g.Sum(s => s.Promises)))
                .ToListAsync(cancel);
            var completed = surveys.Where(s => s.CompletedOn >= first);
            return new Answer(
                await completed.CountAsync(cancel), await completed.CountAsync(s => s.AnsweredAt != null, cancel), sums.Sum(s => s.Bad), Average(sums),
                [.. Enumerable.Range(0, months).Select(i => Surveys.Months.Of(first.PlusMonths(i))).Select(month =>
                {
                    var mine = sums.Where(s => s.Month == month).ToArray();
                    return new MonthRow(month, mine.Sum(s => s.Count), mine.Sum(s => s.Bad), Average(mine));
                })],
                [.. sums.OrderByDescending(s => s.Month, StringComparer.Ordinal).ThenBy(s => s.TechnicianName, StringComparer.Ordinal)
                    .Select(s => new TechnicianRow(s.TechnicianId, s.TechnicianName, s.Month, s.Count, s.Bad, Average([s])))]);
        }

        private static Averages Average(IReadOnlyCollection<Sums> sums)
        {
            var count = sums.Sum(s => s.Count);
            decimal? Of(Func<Sums, int> score) => count == 0 ? null : Rounding.Round((decimal)sums.Sum(score) / count, 2);
            return new Averages(Of(s => s.Attitude), Of(s => s.Skill), Of(s => s.Arrival), Of(s => s.Promises));
        }

        private sealed record Sums(string Month, Guid? TechnicianId, string TechnicianName, int Count, int Bad, int Attitude, int Skill, int Arrival, int Promises);
    }
}
