using System.Collections.Concurrent;
using Autofac;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Persistence;

namespace ServiceErp.Platform.Jobs;

/// <summary>Runs jobs, one run of each at a time over all hosts, and writes down how each went.</summary>
internal sealed class JobRunner(Dispatcher dispatcher, PlatformWriter writer, IClock clock, IIdentifiers ids, ILogger<JobRunner> log) : IJobs, IDisposable
{
    private static readonly TimeSpan WriteEvery = TimeSpan.FromSeconds(1);
    private static readonly Duration BeatEvery = Duration.FromSeconds(20);

    private readonly CancellationTokenSource stopping = new();
    private readonly ConcurrentDictionary<Guid, Task> running = new();
    private readonly ConcurrentDictionary<string, CancellationTokenSource> stoppable = new();

    /// <summary>Begins a run that goes on by itself.</summary>
    /// <returns>The run; refused when the job is unknown, runs already, or has had its turn of <paramref name="scheduledFor"/>.</returns>
    public async Task<Result<Guid>> StartAsync(string name, string startedBy, Instant? scheduledFor = null)
    {
        var begun = await Begin(name, startedBy, scheduledFor);
        if (begun.Succeeded)
        {
            running[begun.Value] = Task.Run(async () =>
            {
                await Carry(begun.Value, name);
                running.TryRemove(begun.Value, out _);
            });
        }

        return begun;
    }

    /// <summary>As <see cref="StartAsync"/>, and waits for the end.</summary>
    public async Task<Result<Guid>> RunAsync(string name, string startedBy, Instant? scheduledFor = null)
    {
        var begun = await Begin(name, startedBy, scheduledFor);
        if (begun.Succeeded)
        {
            await Carry(begun.Value, name);
        }

        return begun;
    }

    Task<Result<Guid>> IJobs.StartAsync(string name, string startedBy) => StartAsync(name, startedBy);

    /// <inheritdoc />
    public bool Cancel(string name)
    {
        if (!stoppable.TryGetValue(name, out var run))
        {
            return false;
        }

        try
        {
            run.Cancel();
            return true;
        }
        catch (ObjectDisposedException)
        {
            return false; // it ended at this moment
        }
    }

    /// <inheritdoc />
    public async Task<JobStatus?> LatestAsync(string name, CancellationToken cancel)
    {
        await using var scope = dispatcher.Enter(Caller.System);
        var run = await scope.Resolve<PlatformDbContext>().Set<JobRun>().AsNoTracking().Where(r => r.Job == name).OrderByDescending(r => r.StartedAt).ThenByDescending(r => r.Id).FirstOrDefaultAsync(cancel);
        return run is null ? null : new(run.IsDead(clock.GetCurrentInstant()) ? JobState.Interrupted : run.State, run.Percent, run.Message, run.StartedAt, run.EndedAt);
    }

    /// <summary>Tells every running job to stop, and waits until they have written that down.</summary>
    public async Task StopAsync()
    {
        try
        {
            await stopping.CancelAsync();
        }
        catch (ObjectDisposedException)
        {
            return; // a host that is disposed while it stops says it twice
        }

        await Task.WhenAll(running.Values);
    }

    public void Dispose() => stopping.Dispose();

    private async Task<Result<Guid>> Begin(string name, string startedBy, Instant? scheduledFor)
    {
        await using (var scope = dispatcher.Enter(Caller.System))
        {
            if (scope.Resolve<IEnumerable<IScheduledJob>>().All(job => job.Name != name))
            {
                return Error.NotFound("Platform.Job.NotFound", "There is no such job.");
            }
        }

        return await writer.ChangeAsync<Result<Guid>>("StartJob", async (db, now) =>
        {
            if (scheduledFor is not null && await db.Set<JobRun>().AnyAsync(r => r.Job == name && r.ScheduledFor == scheduledFor))
            {
                return Error.Refused("Platform.Job.HadItsTurn", "Another host has run this job already.");
            }

            foreach (var earlier in await db.Set<JobRun>().Where(r => r.Job == name && r.State == JobState.Running).ToListAsync())
            {
                if (!earlier.IsDead(now))
                {
                    return Error.Refused("Platform.Job.Running", "This job is running already.");
                }

                earlier.End(JobState.Interrupted, "The program died meanwhile.", now);
            }

            var run = new JobRun(ids.NewId(), name, startedBy, scheduledFor, now);
            db.Add(run);
            return run.Id;
        });
    }

    private async Task Carry(Guid run, string name)
    {
        using var finished = CancellationTokenSource.CreateLinkedTokenSource(stopping.Token);
        var latest = new Latest();
        var heart = Heart(run, latest, finished.Token);
        var (state, message) = await Outcome(name, latest);
        await finished.CancelAsync();
        await heart;
        for (var attempt = 1; attempt <= 3; attempt++)
        {
            try
            {
                await writer.ChangeAsync("EndJob", async (db, now) =>
                {
                    (await db.Set<JobRun>().SingleAsync(r => r.Id == run)).End(state, message, now);
                    return true;
                });
                return;
            }
            catch (Exception e) when (e is not OutOfMemoryException)
            {
                // Without its end the run counts as dead after a while, so nothing is hidden.
                log.LogError(e, "The end of job {Job} ({State}: {Message}) could not be written, attempt {Attempt}", name, state, message, attempt);
            }
        }
    }

    private async Task<(JobState State, string Message)> Outcome(string name, Latest latest)
    {
        using var stopped = CancellationTokenSource.CreateLinkedTokenSource(stopping.Token);
        stoppable[name] = stopped;
        try
        {
            await using var scope = dispatcher.Enter(Caller.System);
            var job = scope.Resolve<IEnumerable<IScheduledJob>>().First(j => j.Name == name);
            var message = await job.RunAsync(latest, stopped.Token);
            log.LogInformation("Job {Job}: {Message}", name, message);
            return (JobState.Succeeded, message);
        }
        catch (OperationCanceledException) when (stopped.IsCancellationRequested)
        {
            return (JobState.Interrupted, stopping.IsCancellationRequested ? "The program was stopped." : "It was cancelled.");
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            log.LogError(e, "Job {Job} failed", name);
            return (JobState.Failed, $"{e.GetType().Name}: {e.Message}");
        }
        finally
        {
            stoppable.TryRemove(name, out _);
        }
    }

    /// <summary>Writes progress while the job runs, and signs of life.</summary>
    private async Task Heart(Guid run, Latest latest, CancellationToken finished)
    {
        using var timer = new PeriodicTimer(WriteEvery);
        var (written, beatAt) = ((JobProgress?)null, clock.GetCurrentInstant());
        try
        {
            while (await timer.WaitForNextTickAsync(finished))
            {
                var (progress, now) = (latest.Value, clock.GetCurrentInstant());
                if (!Equals(progress, written) || now - beatAt > BeatEvery)
                {
                    await writer.ChangeAsync("JobProgress", async (db, at) =>
                    {
                        (await db.Set<JobRun>().SingleAsync(r => r.Id == run)).Beat(progress, at);
                        return true;
                    });
                    (written, beatAt) = (progress, now);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The job ended.
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            log.LogWarning(e, "The progress of a job could not be written");
        }
    }

    private sealed class Latest : IProgress<JobProgress>
    {
        private volatile JobProgress? value;

        public JobProgress? Value => value;

        public void Report(JobProgress progress) => value = progress;
    }
}
