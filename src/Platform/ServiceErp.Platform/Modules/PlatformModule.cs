using ServiceErp.Platform.Persistence;

namespace ServiceErp.Platform.Modules;

/// <summary>The Platform as the first module: always there, shown as "Administration".</summary>
public sealed class PlatformModule : ErpModule
{
    /// <inheritdoc />
    public override string Name => "Platform";

    /// <inheritdoc />
    public override string Title => "Administration";

    /// <inheritdoc />
    public override int Order => 900;

    /// <inheritdoc />
    public override Type DbContext => typeof(PlatformDbContext);
}
