using Autofac;
using ServiceErp.Platform.Administration;
using ServiceErp.Platform.Attachments;
using ServiceErp.Platform.Branches;
using ServiceErp.Platform.Home;
using ServiceErp.Platform.Importing;
using ServiceErp.Platform.Jobs;
using ServiceErp.Platform.Links;
using ServiceErp.Platform.Lists;
using ServiceErp.Platform.Live;
using ServiceErp.Platform.Messages;
using ServiceErp.Platform.Persistence;
using ServiceErp.Platform.Printing;
using ServiceErp.Platform.Users;
using ServiceErp.Platform.Web;

namespace ServiceErp.Platform.Modules;

/// <summary>The Platform as the first module: always there, shown as "Administration".</summary>
public sealed class PlatformModule : ErpModule
{
    private readonly PlatformPart[] parts =
    [
        new BranchesPart(),
        new HomePart(),
        new ListsPart(),
        new UsersPart(),
        new AttachmentsPart(),
        new LinksPart(),
        new MessagesPart(),
        new JobsPart(),
        new AdministrationPart(),
        new ImportsPart(),
        new PrintingPart(),
        new LivePart(),
    ];

    /// <inheritdoc />
    public override string Name => "Platform";

    /// <inheritdoc />
    public override string Title => "Administration";

    /// <inheritdoc />
    public override int Order => 900;

    /// <inheritdoc />
    public override Type DbContext => typeof(PlatformDbContext);

    /// <inheritdoc />
    public override IReadOnlyList<Permission> Permissions => [.. parts.SelectMany(p => p.Permissions)];

    /// <inheritdoc />
    public override IReadOnlyList<NavigationItem> Navigation => [.. parts.SelectMany(p => p.Navigation)];

    /// <inheritdoc />
    public override void MapApi(ApiRoutes api) => Array.ForEach(parts, p => p.MapApi(api));

    /// <inheritdoc />
    public override void MapPages(PageRoutes pages) => Array.ForEach(parts, p => p.MapPages(pages));

    /// <inheritdoc />
    protected override void Register(ContainerBuilder builder) => Array.ForEach(parts, p => p.Register(builder));
}
