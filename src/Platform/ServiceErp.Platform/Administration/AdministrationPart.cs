using Autofac;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using ServiceErp.Platform.Administration.Features;
using ServiceErp.Platform.Administration.Pages;
using ServiceErp.Platform.Administration.Sealing;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Jobs;
using ServiceErp.Platform.Modules;
using ServiceErp.Platform.Ui;
using ServiceErp.Platform.Users;
using ServiceErp.Platform.Web;
using NavigationItem = ServiceErp.Platform.Modules.NavigationItem;

namespace ServiceErp.Platform.Administration;

/// <summary>Looking after the program itself: how it is, what did not arrive, who did what.</summary>
internal sealed class AdministrationPart : PlatformPart
{
    private const string Letters = "/platform/dead-letters";

    public override IReadOnlyList<Permission> Permissions { get; } =
    [
        new(AdministrationPermissions.System),
        new(AdministrationPermissions.DeadLetters),
        new(AdministrationPermissions.Audit, Roles.ServiceDirector),
    ];

    public override IReadOnlyList<NavigationItem> Navigation { get; } =
    [
        new("Audit trail", "/platform/audit", "history", AdministrationPermissions.Audit, 60),
        new("Undelivered events", Letters, "transfer", AdministrationPermissions.DeadLetters, 70, OfAll: true),
        new("Modules and health", "/platform/system", "puzzle", AdministrationPermissions.System, 80),
    ];

    public override void Register(ContainerBuilder builder)
    {
        builder.RegisterType<AdministrationToday>().As<IStartPagePart>().InstancePerLifetimeScope();
        builder.RegisterType<SealKey>().SingleInstance();
        builder.RegisterType<AuditTrail>().InstancePerLifetimeScope();
        builder.RegisterType<SealAudit>().As<IScheduledJob>().InstancePerLifetimeScope();
        builder.RegisterType<VerifyAuditNightly>().As<IScheduledJob>().InstancePerLifetimeScope();
    }

    public override void MapApi(ApiRoutes api) => api
        .Get<GetSystem.Query>("system")
        .List<ListAudit.Query>("audit", "user", "useCase", "entity", "entityId")
        .List<ListAuditSeals.Query>("audit/seals")
        .Get<VerifyAudit.Query>("audit/verification")
        .Get<ListDeadLetters.Query>("dead-letters")
        .Post<ResubmitDeadLetters.Command>("dead-letters/resubmit");

    public override void MapPages(PageRoutes pages) => pages
        .Get("/platform/system", p => p.Show(new GetSystem.Query(), system => p.Page<SystemPage>("Modules and health", new { System = system })))
        .Get("/platform/audit", p => p.ShowList(q => new ListAudit.Query(q), "audit", AuditPage.Columns, list => p.Page<AuditPage>("Audit trail", new { List = list, Query = p.List, CanVerify = p.Caller.MaySend<VerifyAudit.Query>() })))
        .Get("/platform/audit/seals", p => p.ShowList(q => new ListAuditSeals.Query(q), "audit-seals", AuditSealsPage.Columns, list => p.Page<AuditSealsPage>("Seals of the audit trail", new { List = list, Query = p.List })))
        .Get("/platform/audit/verification", p => p.Show(new VerifyAudit.Query(), verdict => p.Page<AuditVerificationPage>("Verification of the audit trail", new { Verdict = verdict })))
        .Get(Letters, p => p.Show(new ListDeadLetters.Query(), letters => p.Page<DeadLettersPage>("Undelivered events", new { Letters = letters })))
        .Post(Letters + "/resubmit", p => p.Do<ResubmitDeadLetters.Command, ResubmitDeadLetters.Answer>(_ => Letters, p.L["Delivery is tried anew."]))
        .Get(UserServices.ApiPath, p => Task.FromResult(p.Page<ApiPage>("The API", new
        {
            Operations = Operations(p.Service<EndpointDataSource>()),
            Origin = $"{p.Http.Request.Scheme}://{p.Http.Request.Host}",
            CanMakeKeys = p.Caller.Can(UserPermissions.ApiKeys),
        })));

    private static ApiPage.Operation[] Operations(EndpointDataSource endpoints) =>
        [.. from endpoint in endpoints.Endpoints.OfType<RouteEndpoint>()
            let request = endpoint.Metadata.GetMetadata<ApiRequest>()
            where request is not null
            let module = endpoint.Metadata.GetMetadata<ITagsMetadata>()?.Tags is { Count: > 0 } tags ? tags[0] : ""
            orderby module, endpoint.RoutePattern.RawText
            select new ApiPage.Operation(module, request.Name, endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods[0] ?? "", "/" + endpoint.RoutePattern.RawText?.TrimStart('/'), request.Permission)];
}
