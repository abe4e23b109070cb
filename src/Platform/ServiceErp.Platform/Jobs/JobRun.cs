using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Persistence;

namespace ServiceErp.Platform.Jobs;

/// <summary>Where a run stands.</summary>
public enum JobState
{
    /// <summary>It is being done.</summary>
    Running,

    /// <summary>It was done.</summary>
    Succeeded,

    /// <summary>It threw.</summary>
    Failed,

    /// <summary>The program stopped or died meanwhile.</summary>
    Interrupted,
}

/// <summary>One run of a job.</summary>
internal sealed class JobRun : Entity
{
    /// <summary>A run that gave no sign of life for this long is dead.</summary>
    public static readonly Duration Patience = Duration.FromMinutes(2);

    private JobRun()
    {
    }

    public JobRun(Guid id, string job, string startedBy, Instant? scheduledFor, Instant now)
    {
        Id = id;
        (Job, StartedBy, ScheduledFor, StartedAt, BeatAt) = (job, startedBy, scheduledFor, now, now);
    }

    public string Job { get; private init; } = "";

    /// <summary>The planned instant, by which several hosts agree on one run; null when somebody started it.</summary>
    public Instant? ScheduledFor { get; private init; }

    public string StartedBy { get; private init; } = "";

    public Instant StartedAt { get; private init; }

    public JobState State { get; private set; }

    /// <summary>Last sign of life.</summary>
    public Instant BeatAt { get; private set; }

    public Instant? EndedAt { get; private set; }

    public int? Percent { get; private set; }

    /// <summary>The present step, and in the end what was done or what went wrong.</summary>
    public string Message { get; private set; } = "";

    public bool IsDead(Instant now) => State == JobState.Running && BeatAt < now - Patience;

    public void Beat(JobProgress? progress, Instant now)
    {
        BeatAt = now;
        Percent = progress?.Percent;
        Message = progress?.Text ?? Message;
    }

    public void End(JobState state, string message, Instant now)
    {
        (State, EndedAt, BeatAt) = (state, now, now);
        Percent = state == JobState.Succeeded ? 100 : Percent;
        Message = message;
    }
}

internal sealed class JobRunTable : IEntityTypeConfiguration<JobRun>
{
    public void Configure(EntityTypeBuilder<JobRun> builder)
    {
        builder.ToTable("JobRun");
        builder.Property(r => r.Job).HasMaxLength(120);
        builder.Property(r => r.Message).HasMaxLength(2000).CutsToFit();
        builder.HasIndex(r => new { r.Job, r.ScheduledFor }).IsUnique();
        builder.HasIndex(r => new { r.Job, r.StartedAt, r.Id });
        builder.HasIndex(r => new { r.StartedAt, r.Id });
    }
}
