using Autofac;
using Microsoft.Extensions.Logging;
using ServiceErp.Platform.Modules;
using ServiceErp.Platform.Web;

namespace ServiceErp.Platform.Users;

internal sealed class UsersPart : PlatformPart
{
    public override IReadOnlyList<Permission> Permissions { get; } =
    [
        new(UserPermissions.Read, Roles.BranchManager, Roles.ServiceDirector),
        new(UserPermissions.Write),
        new(UserPermissions.Permissions),
        new(UserPermissions.ApiKeys),
    ];

    public override void MapPages(PageRoutes pages) => SignInPages.Map(pages);

    public override void Register(ContainerBuilder builder)
    {
        builder.RegisterType<ApiKeyUse>().SingleInstance();
        builder.Register(c => new UserDirectory(c.Resolve<ILifetimeScope>(), c.Resolve<PermissionTable>(), c.ResolveOptional<TimeProvider>() ?? TimeProvider.System, c.Resolve<ILogger<UserDirectory>>()))
            .AsSelf().As<IUserDirectory>().SingleInstance();
    }
}
