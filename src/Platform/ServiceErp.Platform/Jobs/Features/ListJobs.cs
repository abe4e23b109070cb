using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Persistence;

namespace ServiceErp.Platform.Jobs.Features;

/// <summary>Every job of the running modules, with its last run and its next.</summary>
public static class ListJobs
{
    /// <summary>The question.</summary>
    [Requires(JobPermissions.Read)]
    public sealed record Query : IQuery<IReadOnlyList<Row>>;

    /// <summary>One job.</summary>
    public sealed record Row(string Name, string Cron, Instant? NextAt, Guid? LastRun, JobState? State, Instant? StartedAt, Instant? EndedAt, int? Percent, string Message);

    internal sealed class Handler(PlatformDbContext db, IEnumerable<IScheduledJob> jobs, JobSchedule schedule, IClock clock) : IHandler<Query, IReadOnlyList<Row>>
    {
        public async Task<Result<IReadOnlyList<Row>>> Handle(Query request, CancellationToken cancel)
        {
            var now = clock.GetCurrentInstant();
            var last = await db.Set<JobRun>().AsNoTracking().GroupBy(r => r.Job).Select(g => new { Job = g.Key, At = g.Max(r => r.StartedAt) }).ToDictionaryAsync(g => g.Job, g => g.At, cancel);
            var instants = last.Values.ToArray();
            var runs = (await db.Set<JobRun>().AsNoTracking().Where(r => instants.Contains(r.StartedAt)).ToListAsync(cancel)).ToLookup(r => (r.Job, r.StartedAt));
            return jobs.OrderBy(job => job.Name, StringComparer.Ordinal).Select(job =>
            {
                var run = last.TryGetValue(job.Name, out var at) ? runs[(job.Name, at)].OrderBy(r => r.Id).LastOrDefault() : null;
                return new Row(job.Name, job.Cron, schedule.Next(job.Cron, now), run?.Id, run?.IsDead(now) == true ? JobState.Interrupted : run?.State, run?.StartedAt, run?.EndedAt, run?.Percent, run?.Message ?? "");
            }).ToList();
        }
    }
}
