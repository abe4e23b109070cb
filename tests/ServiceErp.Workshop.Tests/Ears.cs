using Autofac;
using Microsoft.EntityFrameworkCore;
using ServiceErp.Kernel;
using ServiceErp.Platform.Messaging;
using ServiceErp.Platform.Modules;
using ServiceErp.Platform.Persistence;
using ServiceErp.Workshop.Tests;
using KernelResult = ServiceErp.Kernel.Result;

[assembly: ErpModule(typeof(EarsModule))]

namespace ServiceErp.Workshop.Tests;

/// <summary>A neighbour that listens to everything the workshop tells, and does nothing else.</summary>
public sealed class EarsModule : ErpModule
{
    public override string Name => "Ears";

    public override Type DbContext => typeof(EarsDbContext);

    protected override void Register(ContainerBuilder builder) => builder.RegisterType<Heard>().SingleInstance();
}

/// <summary>What was heard, oldest first.</summary>
internal sealed class Heard
{
    public List<IIntegrationEvent> Events { get; } = [];
}

internal sealed class Listener(Heard heard) :
    ISubscriber<OrderProgressed>, ISubscriber<DeviceTakenBack>, ISubscriber<PromiseMoved>, ISubscriber<OrderReleased>, ISubscriber<OrderCompleted>, ISubscriber<PartsNoLongerNeeded>, ISubscriber<RepeatDiagnosed>, ISubscriber<OrderAssigned>, ISubscriber<ConsentExtended>
{
    public Task<KernelResult> Handle(OrderProgressed happened, CancellationToken cancel) => Hear(happened);

    public Task<KernelResult> Handle(DeviceTakenBack happened, CancellationToken cancel) => Hear(happened);

    public Task<KernelResult> Handle(PromiseMoved happened, CancellationToken cancel) => Hear(happened);

    public Task<KernelResult> Handle(OrderReleased happened, CancellationToken cancel) => Hear(happened);

    public Task<KernelResult> Handle(OrderCompleted happened, CancellationToken cancel) => Hear(happened);

    public Task<KernelResult> Handle(RepeatDiagnosed happened, CancellationToken cancel) => Hear(happened);

    public Task<KernelResult> Handle(PartsNoLongerNeeded happened, CancellationToken cancel) => Hear(happened);

    public Task<KernelResult> Handle(OrderAssigned happened, CancellationToken cancel) => Hear(happened);

    public Task<KernelResult> Handle(ConsentExtended happened, CancellationToken cancel) => Hear(happened);

    private Task<KernelResult> Hear(IIntegrationEvent happened)
    {
        heard.Events.Add(happened);
        return Task.FromResult(KernelResult.Success);
    }
}

internal abstract class EarsDbContext(DbContextOptions options) : ModuleDbContext(options)
{
    public override string Schema => "ears";
}

internal sealed class SqliteEarsDbContext(DbContextOptions<SqliteEarsDbContext> options) : EarsDbContext(options);

internal sealed class SqlServerEarsDbContext(DbContextOptions<SqlServerEarsDbContext> options) : EarsDbContext(options);
