using Autofac;
using ServiceErp.Demo;
using ServiceErp.Platform.Composition;
using ServiceErp.Platform.Modules;

[assembly: ErpModule(typeof(DemoModule))]

namespace ServiceErp.Demo;

/// <summary>Brings the demonstration centre; stores and shows nothing of its own. Beside no module at all it still makes branches and staff.</summary>
public sealed class DemoModule : ErpModule
{
    /// <inheritdoc />
    public override string Name => "Demo";

    /// <inheritdoc />
    public override int Order => 1000;

    /// <inheritdoc />
    protected override void Register(ContainerBuilder builder) => builder.RegisterType<DemoCentre>().As<IDemoCentre>();
}
