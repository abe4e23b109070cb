using System.Net;
using Autofac;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using ServiceErp.Platform.Jobs;
using ServiceErp.Platform.Jobs.Features;
using ServiceErp.Platform.Modules;
using ServiceErp.Platform.Persistence;
using ServiceErp.Platform.Ui;
using ServiceErp.Testing;

namespace ServiceErp.Platform.Tests.Jobs;

public sealed class JobTests : IAsyncLifetime
{
    private readonly Script script = new();
    private TestCentre centre = null!;

    private JobRunner Runner => centre.Services.GetRequiredService<JobRunner>();

    public async Task InitializeAsync() => centre = await TestCentre.StartAsync(b =>
    {
        b.RegisterInstance(script);
        b.RegisterType<ScriptedJob>().As<IScheduledJob>();
    });

    public async Task DisposeAsync() => await centre.DisposeAsync();

    [Fact]
    public async Task A_run_is_kept_with_what_was_done()
    {
        script.Do = (_, _) => Task.FromResult("Three letters written.");
        var run = (await Runner.RunAsync(ScriptedJob.JobName, "Test")).Value;
        var row = Assert.Single(await Runs());
        Assert.Equal((run, JobState.Succeeded, "Three letters written.", "Test"), (row.Id, row.State, row.Message, row.StartedBy));
    }

    [Fact]
    public async Task A_job_that_throws_is_shown_as_failed_and_runs_again_next_time()
    {
        script.Do = (_, _) => throw new InvalidOperationException("The printer is on fire.");
        Assert.True((await Runner.RunAsync(ScriptedJob.JobName, "Test")).Succeeded);
        Assert.Equal((JobState.Failed, "InvalidOperationException: The printer is on fire."), (await Runs()).Select(r => (r.State, r.Message)).Single());

        script.Do = (_, _) => Task.FromResult("Well.");
        centre.Advance(Duration.FromHours(1));
        await Runner.RunAsync(ScriptedJob.JobName, "Test");
        var row = (await centre.Ok(new ListJobs.Query())).Single(j => j.Name == ScriptedJob.JobName);
        Assert.Equal((JobState.Succeeded, "Well."), (row.State, row.Message));
        Assert.Equal(Instant.FromUtc(2026, 3, 5, 6, 30), row.NextAt);
    }

    [Fact]
    public async Task One_job_never_runs_twice_at_once()
    {
        var (entered, leave) = (new TaskCompletionSource(), new TaskCompletionSource());
        script.Do = async (_, _) =>
        {
            entered.SetResult();
            await leave.Task;
            return "Done.";
        };
        var first = Runner.RunAsync(ScriptedJob.JobName, "Test");
        await entered.Task;
        Assert.Equal("Platform.Job.Running", (await Runner.StartAsync(ScriptedJob.JobName, "Test")).Error?.Code);
        Assert.Equal(JobState.Running, (await centre.Ok(new ListJobs.Query())).Single(j => j.Name == ScriptedJob.JobName).State);
        leave.SetResult();
        Assert.True((await first).Succeeded);
        Assert.Single(await Runs());
    }

    [Fact]
    public async Task Of_several_hosts_one_takes_the_turn()
    {
        var turn = centre.Now;
        Assert.True((await Runner.RunAsync(ScriptedJob.JobName, "Schedule", turn)).Succeeded);
        Assert.Equal("Platform.Job.HadItsTurn", (await Runner.RunAsync(ScriptedJob.JobName, "Schedule", turn)).Error?.Code);
        Assert.True((await Runner.RunAsync(ScriptedJob.JobName, "Schedule", turn + Duration.FromDays(1))).Succeeded);
    }

    [Fact]
    public async Task A_run_whose_program_died_does_not_block_the_next()
    {
        await centre.Look<PlatformDbContext, int>(db =>
        {
            db.Add(new JobRun(new Guid("00000000-0000-7000-8000-00000000dead"), ScriptedJob.JobName, "Schedule", null, centre.Now));
            return db.SaveChangesAsync();
        });
        Assert.Equal("Platform.Job.Running", (await Runner.RunAsync(ScriptedJob.JobName, "Test")).Error?.Code);
        centre.Advance(Duration.FromMinutes(3));
        Assert.Equal(JobState.Interrupted, (await centre.Ok(new ListJobs.Query())).Single(j => j.Name == ScriptedJob.JobName).State);
        Assert.True((await Runner.RunAsync(ScriptedJob.JobName, "Test")).Succeeded);
        Assert.Equal([JobState.Succeeded, JobState.Interrupted], (await Runs()).Select(r => r.State));
    }

    [Fact]
    public async Task A_stopping_program_interrupts_its_jobs_and_says_so()
    {
        var entered = new TaskCompletionSource();
        script.Do = async (_, cancel) =>
        {
            entered.SetResult();
            await Task.Delay(Timeout.Infinite, cancel);
            return "Never.";
        };
        await Runner.StartAsync(ScriptedJob.JobName, "Test");
        await entered.Task;
        await Runner.StopAsync();
        Assert.Equal(JobState.Interrupted, (await Runs()).Single().State);
    }

    [Fact]
    public async Task Only_some_may_look_and_only_an_administrator_may_start()
    {
        await centre.Ok(new ListJobs.Query(), centre.As(Roles.ServiceDirector));
        await centre.Refused("Platform.Forbidden", new RunJob.Command(ScriptedJob.JobName), centre.As(Roles.ServiceDirector));
        await centre.Refused("Platform.Job.NotFound", new RunJob.Command("No.Such"));
        var client = await centre.Client(Roles.Administrator);
        Assert.Contains("Scripted", await client.GetStringAsync("/platform/jobs"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await client.PostAsync($"/platform/jobs/{ScriptedJob.JobName}/run", new FormUrlEncodedContent([]))).StatusCode);
        await Runner.StopAsync();
        Assert.Contains(ScriptedJob.JobName, await client.GetStringAsync("/platform/jobs/runs?state=Succeeded"), StringComparison.Ordinal);
        Assert.Contains("Nothing to do.", await client.GetStringAsync("/platform/jobs/runs?format=csv"), StringComparison.Ordinal);
    }

    private async Task<IReadOnlyList<ListJobRuns.Row>> Runs() =>
        (await centre.Ok(new ListJobRuns.Query(new ListQuery { Path = "", Filters = new Dictionary<string, string> { ["job"] = ScriptedJob.JobName } }))).Items;

    private sealed class Script
    {
        public Func<IProgress<JobProgress>, CancellationToken, Task<string>> Do { get; set; } = (_, _) => Task.FromResult("Nothing to do.");
    }

    private sealed class ScriptedJob(Script script) : IScheduledJob
    {
        public const string JobName = "Test.Scripted";

        public string Name => JobName;

        public string Cron => "0 30 6 * * ?";

        public Task<string> RunAsync(IProgress<JobProgress> progress, CancellationToken cancel) => script.Do(progress, cancel);
    }
}
