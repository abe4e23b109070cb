using Autofac;
using Microsoft.Extensions.Hosting;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Jobs.Features;
using ServiceErp.Platform.Jobs.Pages;
using ServiceErp.Platform.Modules;
using ServiceErp.Platform.Web;

namespace ServiceErp.Platform.Jobs;

internal static class JobPermissions
{
    public const string Read = "Platform.Job.Read";
    public const string Run = "Platform.Job.Run";
}

internal sealed class JobsPart : PlatformPart
{
    public override IReadOnlyList<Permission> Permissions { get; } = [new(JobPermissions.Read, Roles.ServiceDirector), new(JobPermissions.Run)];

    public override IReadOnlyList<NavigationItem> Navigation { get; } = [new("Jobs", "/platform/jobs", "clock", JobPermissions.Read, 60)];

    public override void Register(ContainerBuilder builder)
    {
        builder.RegisterType<JobRunner>().AsSelf().As<IJobs>().SingleInstance();
        builder.RegisterType<JobSchedule>().AsSelf().As<IHostedService>().SingleInstance();
    }

    public override void MapApi(ApiRoutes api) => api
        .Get<ListJobs.Query>("jobs")
        .List<ListJobRuns.Query>("jobs/runs", "job", "state")
        .Post<RunJob.Command>("jobs/{name}/run")
        .Post<CancelJob.Command>("jobs/{name}/cancel");

    public override void MapPages(PageRoutes pages) => pages
        .Get("/platform/jobs", p => p.Show(new ListJobs.Query(), jobs => p.Page<JobsPage>("Jobs", new { Jobs = jobs, CanRun = p.Caller.MaySend<RunJob.Command>() })))
        .Get("/platform/jobs/runs", p => p.ShowList(list => new ListJobRuns.Query(list), "job-runs", JobRunsPage.Columns, list => p.Page<JobRunsPage>("Runs of jobs", new { List = list, Query = p.List })))
        .Post("/platform/jobs/{name}/run", p => p.Do<RunJob.Command, RunJob.Answer>(_ => "/platform/jobs", p.L["The job was started."]))
        .Post("/platform/jobs/{name}/cancel", p => p.Do<CancelJob.Command, Done>(_ => "/platform/jobs", p.L["The job was told to stop."]));
}
