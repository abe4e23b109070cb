using System.Resources;
using Autofac;
using ServiceErp.Platform.Attachments;
using ServiceErp.Platform.Jobs;
using ServiceErp.Platform.Modules;
using ServiceErp.Platform.Ui;
using ServiceErp.Platform.Web;
using ServiceErp.SpareParts;
using ServiceErp.Workshop;
using ServiceErp.Workshop.Api;
using ServiceErp.Workshop.Domain.Orders;
using ServiceErp.Workshop.Features.Orders;
using ServiceErp.Workshop.Features.Quotations;
using ServiceErp.Workshop.Integration;
using ServiceErp.Workshop.Pages;
using ServiceErp.Workshop.Persistence;
using NavigationItem = ServiceErp.Platform.Modules.NavigationItem;
using static ServiceErp.Platform.Modules.Roles;

[assembly: ErpModule(typeof(WorkshopModule))]

namespace ServiceErp.Workshop;

/// <summary>Orders from assignment to inspection: dispatch, diagnosis, quotation, repair card, quality.</summary>
public sealed class WorkshopModule : ErpModule
{
    public override string Name => "Workshop";

    public override int Order => 200;

    public override Type DbContext => typeof(WorkshopDbContext);

    public override IReadOnlyList<Permission> Permissions { get; } =
    [
        new(WorkshopPermissions.OrderRead, Receptionist, Dispatcher, Technician, QualityInspector, WarehouseKeeper, Accountant, FeedbackOfficer, BranchManager, ServiceDirector),
        new(WorkshopPermissions.OrderAssign, Dispatcher, BranchManager),
        new(WorkshopPermissions.OrderPromise, Receptionist, Dispatcher, Technician, BranchManager),
        new(WorkshopPermissions.OrderWork, Technician, Dispatcher),
        new(WorkshopPermissions.OrderInspect, QualityInspector, Dispatcher),
        new(WorkshopPermissions.OrderCancel, Dispatcher, BranchManager),
        new(WorkshopPermissions.OrderDiscount, Dispatcher, BranchManager),
        new(WorkshopPermissions.QuotationWrite, Technician, Dispatcher),
        new(WorkshopPermissions.QuotationAnswer, Receptionist, Technician, Dispatcher, BranchManager),
        new(WorkshopPermissions.ConsentRecord, Receptionist, Dispatcher, BranchManager, ServiceDirector),
        new(WorkshopPermissions.LimitWrite, BranchManager, ServiceDirector),
        new(WorkshopPermissions.TimeCorrect, Dispatcher, BranchManager),
        new(WorkshopPermissions.LinkIssue, Receptionist, Dispatcher, BranchManager),
        new(WorkshopPermissions.CatalogWrite, Dispatcher, BranchManager, ServiceDirector),
        new(WorkshopPermissions.SelfControlWrite, BranchManager, ServiceDirector),
        new(WorkshopPermissions.NonconformityRead, QualityInspector, Dispatcher, BranchManager, ServiceDirector),
        new(WorkshopPermissions.NonconformityWrite, QualityInspector, Dispatcher),
    ];

    public override IReadOnlyList<NavigationItem> Navigation { get; } =
    [
        new("Service orders", "/workshop/orders", "clipboard-list", WorkshopPermissions.OrderRead, 10),
        new("Dispatch board", "/workshop/board", "layout-kanban", WorkshopPermissions.OrderAssign, 20),
        new("My bench", "/workshop/bench", "tool", WorkshopPermissions.OrderWork, 30),
        new("Quality control", "/workshop/inspections", "shield-check", WorkshopPermissions.OrderInspect, 40),
        new("Nonconformities", "/workshop/nonconformities", "shield-x", WorkshopPermissions.NonconformityRead, 50),
        new("Workshop settings", "/workshop/settings", "settings", WorkshopPermissions.CatalogWrite, 90),
    ];

    public override ResourceManager Texts { get; } = new("ServiceErp.Workshop.Resources.WorkshopText", typeof(WorkshopModule).Assembly);

    public override void MapApi(ApiRoutes api) => WorkshopApi.Map(api);

    public override void MapPages(PageRoutes pages) => WorkshopPages.Map(pages);

    protected override void Register(ContainerBuilder builder)
    {
        builder.KeepsFilesWith<WorkshopDbContext, ServiceOrder>(WorkshopPermissions.OrderRead, WorkshopPermissions.AddPhotos);
        builder.RegisterType<ServiceOrders>().As<IServiceOrders>().InstancePerLifetimeScope();
        builder.RegisterType<PartsConsents>().As<IPartsConsent>().InstancePerLifetimeScope();
        builder.RegisterType<TimerStops>().InstancePerLifetimeScope();
        builder.RegisterType<StaffMessages>().InstancePerLifetimeScope();
        builder.RegisterType<Consenting>().InstancePerLifetimeScope();
        builder.RegisterType<Pricing>().InstancePerLifetimeScope();
        builder.RegisterType<QuotationLinks>().InstancePerLifetimeScope();
        builder.RegisterType<QuotationLetters>().InstancePerLifetimeScope();
        builder.RegisterType<ExpireQuotationsHourly>().As<IScheduledJob>();
        builder.RegisterType<StopForgottenTimersAtClosing>().As<IScheduledJob>();
        builder.RegisterType<WorkshopToday>().As<IStartPagePart>().InstancePerLifetimeScope();
        builder.RegisterType<OrderCounts>().As<ILifecycleCounts>().InstancePerLifetimeScope();
        builder.RegisterType<QuotationCounts>().As<ILifecycleCounts>().InstancePerLifetimeScope();
        builder.RegisterType<NonconformityCounts>().As<ILifecycleCounts>().InstancePerLifetimeScope();
    }
}
