using Autofac;
using ServiceErp.Platform.Web;

namespace ServiceErp.Platform.Modules;

/// <summary>One part of <see cref="PlatformModule"/>, such as branches or jobs: what a module declares, kept beside the part's own code.</summary>
internal abstract class PlatformPart
{
    public virtual IReadOnlyList<Permission> Permissions => [];

    public virtual IReadOnlyList<NavigationItem> Navigation => [];

    public virtual void MapApi(ApiRoutes api)
    {
    }

    public virtual void MapPages(PageRoutes pages)
    {
    }

    public virtual void Register(ContainerBuilder builder)
    {
    }
}
