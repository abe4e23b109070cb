using System.Resources;
using Autofac;
using ServiceErp.Feedback;
using ServiceErp.Feedback.Api;
using ServiceErp.Feedback.Features.Surveys;
using ServiceErp.Feedback.Integration;
using ServiceErp.Feedback.Pages;
using ServiceErp.Feedback.Persistence;
using ServiceErp.Platform.Jobs;
using ServiceErp.Platform.Modules;
using ServiceErp.Platform.Ui;
using ServiceErp.Platform.Web;

[assembly: ErpModule(typeof(FeedbackModule))]

namespace ServiceErp.Feedback;

/// <summary>What the customer thinks of the work: every completed order is asked about, and a bad answer is followed up (FEE-5).</summary>
public sealed class FeedbackModule : ErpModule
{
    public override string Name => "Feedback";

    public override int Order => 500;

    public override Type DbContext => typeof(FeedbackDbContext);

    public override IReadOnlyList<Permission> Permissions { get; } =
    [
        new(FeedbackPermissions.SurveyRead, Roles.FeedbackOfficer, Roles.ServiceDirector),
        new(FeedbackPermissions.SurveySend, Roles.FeedbackOfficer),
        new(FeedbackPermissions.SurveyAnswerByPhone, Roles.FeedbackOfficer),
        new(FeedbackPermissions.LinkIssue, Roles.FeedbackOfficer),
        new(FeedbackPermissions.FollowUp, Roles.FeedbackOfficer),
    ];

    public override IReadOnlyList<Platform.Modules.NavigationItem> Navigation { get; } =
    [
        new("Surveys", "/feedback/surveys", "message-circle", FeedbackPermissions.SurveyRead, 10),
        new("Evaluation", "/feedback/evaluation", "chart-line", FeedbackPermissions.SurveyRead, 20),
    ];

    public override ResourceManager Texts { get; } = new("ServiceErp.Feedback.Resources.FeedbackText", typeof(FeedbackModule).Assembly);

    public override void MapApi(ApiRoutes api) => FeedbackApi.Map(api);

    public override void MapPages(PageRoutes pages) => FeedbackPages.Map(pages);

    protected override void Register(ContainerBuilder builder)
    {
        builder.RegisterType<Invitations>().InstancePerLifetimeScope();
        builder.RegisterType<Hearing>().InstancePerLifetimeScope();
        builder.RegisterType<SurveyLifecycleCounts>().As<ILifecycleCounts>();
        builder.RegisterType<FollowUpLifecycleCounts>().As<ILifecycleCounts>();
        builder.RegisterType<FeedbackToday>().As<IStartPagePart>();
        builder.RegisterType<SendDueSurveysHourly>().As<IScheduledJob>();
    }
}
