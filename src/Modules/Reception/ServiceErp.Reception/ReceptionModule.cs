using Autofac;
using ServiceErp.Platform.Modules;
using ServiceErp.Platform.Web;
using ServiceErp.Reception;
using ServiceErp.Reception.Api;
using ServiceErp.Reception.Features.Goods;
using ServiceErp.Reception.Features.Requests;
using ServiceErp.Reception.Features.Status;
using ServiceErp.Reception.Features.Warranty;
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

    /// <inheritdoc />
    public override IReadOnlyList<Permission> Permissions =>
    [
        new(ReceptionPermissions.RequestRead, Everybody),
        new(ReceptionPermissions.RequestWrite, Roles.Receptionist, Roles.Dispatcher, Roles.BranchManager),
        new(ReceptionPermissions.RequestOverride, Roles.Dispatcher, Roles.BranchManager),
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
        new(ReceptionPermissions.SettingsRead, Roles.Receptionist, Roles.Dispatcher, Roles.BranchManager, Roles.ServiceDirector, Roles.Administrator),
        new(ReceptionPermissions.SettingsWrite, Roles.BranchManager, Roles.ServiceDirector, Roles.Administrator),
        new(ReceptionPermissions.Import, Roles.BranchManager, Roles.ServiceDirector, Roles.Administrator),
    ];

    /// <inheritdoc />
    public override void MapApi(ApiRoutes api) => ReceptionApi.Map(api);

    /// <inheritdoc />
    protected override void Register(ContainerBuilder builder)
    {
        builder.RegisterType<WarrantyDesk>().InstancePerLifetimeScope();
        builder.RegisterType<IntakeDesk>().InstancePerLifetimeScope();
        builder.RegisterType<GoodsDesk>().InstancePerLifetimeScope();
        builder.RegisterType<CustomerMessages>().InstancePerLifetimeScope();
    }
}
