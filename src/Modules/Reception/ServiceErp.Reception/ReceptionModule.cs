using System.Resources;
using Autofac;
using ServiceErp.Platform.Attachments;
using ServiceErp.Platform.Jobs;
using ServiceErp.Platform.Modules;
using ServiceErp.Platform.Ui;
using ServiceErp.Platform.Web;
using ServiceErp.Reception;
using ServiceErp.Reception.Api;
using ServiceErp.Reception.Domain.Goods;
using ServiceErp.Reception.Domain.Requests;
using ServiceErp.Reception.Features;
using ServiceErp.Reception.Features.Customers;
using ServiceErp.Reception.Features.Goods;
using ServiceErp.Reception.Features.Requests;
using ServiceErp.Reception.Features.Status;
using ServiceErp.Reception.Features.Warranty;
using ServiceErp.Reception.Integration;
using ServiceErp.Reception.Pages;
using ServiceErp.Reception.Persistence;

[assembly: ErpModule(typeof(ReceptionModule))]

namespace ServiceErp.Reception;

/// <summary>Reception: every contact, who pays, the response clock, and the goods that come and go (REC-1 to REC-10).</summary>
public sealed class ReceptionModule : ErpModule
{
    private static readonly string[] Everybody =
        [Roles.Receptionist, Roles.Dispatcher, Roles.Technician, Roles.QualityInspector, Roles.WarehouseKeeper, Roles.Accountant, Roles.FeedbackOfficer, Roles.BranchManager, Roles.ServiceDirector, Roles.Administrator];

    /// <inheritdoc />
    public override string Name => "Reception";

    /// <inheritdoc />
    public override int Order => 100;

    /// <inheritdoc />
    public override Type DbContext => typeof(ReceptionDbContext);

    public override ResourceManager Texts { get; } = new("ServiceErp.Reception.Resources.ReceptionText", typeof(ReceptionModule).Assembly);

    /// <inheritdoc />
    public override IReadOnlyList<Permission> Permissions =>
    [
        new(ReceptionPermissions.RequestRead, Everybody),
        new(ReceptionPermissions.RequestWrite, Roles.Receptionist, Roles.Dispatcher, Roles.BranchManager),
        new(ReceptionPermissions.RequestOverride, Roles.Dispatcher, Roles.BranchManager),
        new(ReceptionPermissions.RequestOversee, Roles.Dispatcher, Roles.BranchManager, Roles.ServiceDirector),
        new(ReceptionPermissions.ClockPause, Roles.Receptionist, Roles.Dispatcher, Roles.BranchManager),
        new(ReceptionPermissions.EntitlementChange, Roles.Dispatcher, Roles.BranchManager),
        new(ReceptionPermissions.CustomerRead, Everybody),
        new(ReceptionPermissions.CustomerWrite, Roles.Receptionist, Roles.Dispatcher, Roles.BranchManager),
        new(ReceptionPermissions.DeviceRead, Everybody),
        new(ReceptionPermissions.DeviceWrite, Roles.Receptionist, Roles.Dispatcher, Roles.BranchManager),
        new(ReceptionPermissions.WarrantyRead, Everybody),
        new(ReceptionPermissions.WarrantyWrite, Roles.Dispatcher, Roles.BranchManager, Roles.ServiceDirector, Roles.Administrator),
        new(ReceptionPermissions.GoodsRead, Everybody),
        new(ReceptionPermissions.GoodsWrite, Roles.Receptionist, Roles.Dispatcher, Roles.BranchManager),
        new(ReceptionPermissions.LinkIssue, Roles.Receptionist, Roles.Dispatcher, Roles.BranchManager),
        new(ReceptionPermissions.GoodsGiveUp, Roles.BranchManager, Roles.ServiceDirector),
        new(ReceptionPermissions.SettingsRead, Roles.Receptionist, Roles.Dispatcher, Roles.BranchManager, Roles.ServiceDirector, Roles.Administrator),
        new(ReceptionPermissions.SettingsWrite, Roles.BranchManager, Roles.ServiceDirector, Roles.Administrator),
        new(ReceptionPermissions.Import, Roles.BranchManager, Roles.ServiceDirector, Roles.Administrator),
    ];

    /// <inheritdoc />
    public override IReadOnlyList<Platform.Modules.NavigationItem> Navigation =>
    [
        new("New request", "/reception/intake", "phone-call", ReceptionPermissions.RequestWrite, 10),
        new("Register", "/reception/requests", "clipboard-list", ReceptionPermissions.RequestRead, 20),
        new("Goods", "/reception/goods?view=OnShelf", "package", ReceptionPermissions.GoodsRead, 30),
        new("Hand goods back", "/reception/return", "package-export", ReceptionPermissions.GoodsWrite, 40),
        new("Customers", "/reception/customers", "users", ReceptionPermissions.CustomerRead, 50),
        new("Devices", "/reception/devices", "plug", ReceptionPermissions.DeviceRead, 60),
        new("Models and warranty", "/reception/models", "certificate", ReceptionPermissions.WarrantyRead, 70),
        new("Zones and response targets", "/reception/settings", "map-pin", ReceptionPermissions.SettingsRead, 80),
    ];

    /// <inheritdoc />
    public override void MapPages(PageRoutes pages) => ReceptionPages.Map(pages);

    /// <inheritdoc />
    public override void MapApi(ApiRoutes api) => ReceptionApi.Map(api);

    /// <inheritdoc />
    protected override void Register(ContainerBuilder builder)
    {
        builder.KeepsFilesWith<ReceptionDbContext, ServiceRequest>(ReceptionPermissions.RequestRead, [ReceptionPermissions.RequestWrite], beforehand: true);
        builder.KeepsFilesWith<ReceptionDbContext, GoodsReceipt>(ReceptionPermissions.GoodsRead, [ReceptionPermissions.GoodsWrite]);
        builder.RegisterType<WarrantyDesk>().InstancePerLifetimeScope();
        builder.RegisterType<IntakeDesk>().InstancePerLifetimeScope();
        builder.RegisterType<GoodsDesk>().InstancePerLifetimeScope();
        builder.RegisterType<StatusLinks>().InstancePerLifetimeScope();
        builder.RegisterType<StaffMessages>().InstancePerLifetimeScope();
        builder.RegisterType<CustomerMessages>().InstancePerLifetimeScope();
        builder.RegisterType<CustomerDesk>().InstancePerLifetimeScope();
        foreach (var importer in ReceptionImporters.All())
        {
            builder.RegisterInstance(importer);
        }

        builder.RegisterType<UnknownDeviceCodes>().As<IUnknownCodes>().InstancePerLifetimeScope();
        builder.RegisterType<ChaseUnclaimedGoodsHourly>().As<IScheduledJob>().InstancePerLifetimeScope();
        builder.RegisterType<EndDayAtClosing>().As<IScheduledJob>().InstancePerLifetimeScope();
        builder.RegisterType<EscalateResponsesOften>().As<IScheduledJob>().InstancePerLifetimeScope();
        builder.RegisterType<ReceptionToday>().As<IStartPagePart>().InstancePerLifetimeScope();
        builder.RegisterType<RequestCounts>().As<ILifecycleCounts>().InstancePerLifetimeScope();
        builder.RegisterType<ReceiptCounts>().As<ILifecycleCounts>().InstancePerLifetimeScope();
    }
}
