namespace ServiceErp.Platform.Jobs;

/// <summary>How far a job is.</summary>
/// <param name="Percent">0 to 100; null while it is unknown.</param>
/// <param name="Text">The present step.</param>
public sealed record JobProgress(int? Percent, string Text);

/// <summary>
/// Something that is done at fixed times. A module registers it with <c>builder.RegisterType&lt;X&gt;().As&lt;IScheduledJob&gt;()</c>; it is made anew for each run, in a
/// scope of the program itself (<see cref="Dispatching.Caller.System"/>). Changes are made by sending commands through the Dispatcher. One job never runs twice at once; each
/// run is kept with its outcome, and one that throws is shown as failed.
/// </summary>
public interface IScheduledJob
{
    /// <summary>Module and verb, such as <c>Contracts.SendExpiryNotices</c>; never changed, since the history hangs on it.</summary>
    string Name { get; }

    /// <summary>When it runs: a Quartz cron expression of six fields, such as <c>0 30 6 * * ?</c> for every day at 06:30, in the zone of the setting <c>Jobs:Zone</c> (UTC unless set).</summary>
    string Cron { get; }

    /// <summary>Does it.</summary>
    /// <param name="progress">Told as often as convenient; written down once a second.</param>
    /// <param name="cancel">The program stops; whatever is half done must be such that the next run continues.</param>
    /// <returns>What was done, in one line.</returns>
    Task<string> RunAsync(IProgress<JobProgress> progress, CancellationToken cancel);
}

/// <summary>How the last run of a job went, or goes.</summary>
/// <param name="State">Where it stands.</param>
/// <param name="Percent">0 to 100; null while it is unknown.</param>
/// <param name="Message">The present step, and in the end what was done or what went wrong.</param>
/// <param name="StartedAt">When it began.</param>
/// <param name="EndedAt">When it ended; null while it runs.</param>
public sealed record JobStatus(JobState State, int? Percent, string Message, NodaTime.Instant StartedAt, NodaTime.Instant? EndedAt);

/// <summary>Jobs in the hands of a module, whose own permission says who may start and stop its own.</summary>
public interface IJobs
{
    /// <summary>Begins a run that goes on by itself.</summary>
    /// <param name="name">The job's name.</param>
    /// <param name="startedBy">Who stands in the history.</param>
    /// <returns>The run; refused with <c>Platform.Job.Running</c> when one is under way.</returns>
    Task<ServiceErp.Kernel.Result<Guid>> StartAsync(string name, string startedBy);

    /// <summary>Tells the run on this host to stop.</summary>
    /// <returns>Whether there was one.</returns>
    bool Cancel(string name);

    /// <summary>The last run; null when there was none.</summary>
    Task<JobStatus?> LatestAsync(string name, CancellationToken cancel);
}
