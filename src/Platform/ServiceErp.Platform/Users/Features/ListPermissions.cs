using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Modules;

namespace ServiceErp.Platform.Users.Features;

/// <summary>Which role may do what.</summary>
public static class ListPermissions
{
    /// <summary>The question.</summary>
    [Requires(UserPermissions.Permissions)]
    public sealed record Query : IQuery<Answer>;

    /// <summary>The table.</summary>
    /// <param name="Roles">The columns.</param>
    /// <param name="Permissions">The rows, by module.</param>
    public sealed record Answer(IReadOnlyList<string> Roles, IReadOnlyList<Row> Permissions);

    /// <summary>One permission.</summary>
    /// <param name="Module">Title of the module.</param>
    /// <param name="Name">The permission.</param>
    /// <param name="Granted">The roles that hold it now.</param>
    /// <param name="Proposed">The roles that hold it when nobody changes anything.</param>
    public sealed record Row(string Module, string Name, IReadOnlyList<string> Granted, IReadOnlyList<string> Proposed);

    internal sealed class Handler(ModuleCatalog catalog, PermissionTable table) : IHandler<Query, Answer>
    {
        public Task<Result<Answer>> Handle(Query request, CancellationToken cancel) => Task.FromResult<Result<Answer>>(new Answer(
            Roles.All,
            [.. from module in catalog.Modules
                from permission in module.Permissions
                orderby module.Order, module.Name, permission.Name
                select new Row(module.Title, permission.Name, [.. Roles.All.Where(r => table.Grants(r, permission))], [.. permission.Roles])]));
    }
}
