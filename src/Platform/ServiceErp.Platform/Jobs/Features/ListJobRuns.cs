using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Persistence;
using ServiceErp.Platform.Ui;

namespace ServiceErp.Platform.Jobs.Features;

/// <summary>Runs of jobs, newest first; filters <c>job</c> and <c>state</c>.</summary>
public static class ListJobRuns
{
    private static readonly SortOrders<JobRun> Orders = new SortOrders<JobRun>().Add("started", r => r.StartedAt, descending: true);

    /// <summary>The question.</summary>
    [Requires(JobPermissions.Read)]
    public sealed record Query(ListQuery List) : IQuery<ListPage<Row>>;

    /// <summary>One run.</summary>
    public sealed record Row(Guid Id, string Job, JobState State, Instant StartedAt, Instant? EndedAt, string StartedBy, int? Percent, string Message)
    {
        /// <summary>How long it took; null while it runs.</summary>
        public Duration? Took => EndedAt - StartedAt;
    }

    internal sealed class Handler(PlatformDbContext db) : IHandler<Query, ListPage<Row>>
    {
        public async Task<Result<ListPage<Row>>> Handle(Query request, CancellationToken cancel)
        {
            var runs = db.Set<JobRun>().AsNoTracking();
            if (request.List.Filter("job") is { } job)
            {
                runs = runs.Where(r => r.Job == job);
            }

            if (request.List.Filter<JobState>("state") is { } state)
            {
                runs = runs.Where(r => r.State == state);
            }

            return await runs.ToListPageAsync(request.List, Orders, r => new Row(r.Id, r.Job, r.State, r.StartedAt, r.EndedAt, r.StartedBy, r.Percent, r.Message), cancel);
        }
    }
}
