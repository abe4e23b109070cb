using Autofac;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NodaTime;
using Quartz;
using ServiceErp.Platform.Dispatching;

namespace ServiceErp.Platform.Jobs;

/// <summary>
/// Wakes jobs at their times. The plan lives in memory, since the code says it anew at each start; what has run is in the database. A time that passed while the program
/// was off is not made up for: each job does whatever is due when it next runs. <c>Jobs:Enabled=false</c> wakes nothing.
/// </summary>
internal sealed class JobSchedule(Dispatcher dispatcher, JobRunner runner, IConfiguration settings, ILogger<JobSchedule> log) : IHostedService
{
    private IScheduler? scheduler;

    /// <summary>Whether this host works in the background at all.</summary>
    public static bool IsEnabled(IConfiguration settings) => settings["Jobs:Enabled"] is not { } text || !bool.TryParse(text, out var enabled) || enabled;

    public TimeZoneInfo Zone => TimeZoneInfo.FindSystemTimeZoneById(settings["Jobs:Zone"] ?? "UTC");

    /// <summary>When a job runs next after an instant.</summary>
    public Instant? Next(string cron, Instant after) =>
        new CronExpression(cron, Zone).GetNextValidTimeAfter(after.ToDateTimeOffset()) is { } next ? Instant.FromDateTimeOffset(next) : null;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (!IsEnabled(settings))
        {
            return;
        }

        List<(string Name, string Cron)> jobs;
        await using (var scope = dispatcher.Enter(Caller.System))
        {
            jobs = [.. scope.Resolve<IEnumerable<IScheduledJob>>().Select(job => (job.Name, job.Cron))];
        }

        scheduler = await QuartzSchedulerBuilder.Create(quartz =>
        {
            foreach (var (name, cron) in jobs)
            {
                quartz.ScheduleJob(
                    name,
                    (IJobExecutionContext context) => Wake(name, context.ScheduledFireTimeUtc),
                    trigger => trigger.WithIdentity(name).WithSchedule(CronScheduleBuilder.Create(new CronExpression(cron, Zone)).WithMisfireInstruction(CronTriggerMisfireInstruction.DoNothing)));
            }
        }).BuildScheduler(cancellationToken);
        await scheduler.Start(cancellationToken);
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (scheduler is not null)
        {
            await scheduler.Shutdown(false, cancellationToken);
        }

        await runner.StopAsync();
    }

    private async Task Wake(string name, DateTimeOffset? scheduledFor)
    {
        try
        {
            var run = await runner.StartAsync(name, "Schedule", scheduledFor is { } at ? Instant.FromDateTimeOffset(at) : null);
            if (!run.Succeeded)
            {
                log.LogInformation("Job {Job} was not started: {Why}", name, run.Error);
            }
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            log.LogError(e, "Job {Job} could not be started", name);
        }
    }
}
