using Autofac;
using Microsoft.EntityFrameworkCore;
using ServiceErp.Kernel;
using ServiceErp.Platform.Persistence;

namespace ServiceErp.Platform.Attachments;

/// <summary>What a module declares about one kind of thing it keeps files with. A kind that nobody declares can't be given files, and files of it are opened by administrators only.</summary>
internal sealed record AttachmentOwner(string About, string See, IReadOnlyList<string> Add, bool Beforehand, Func<ILifetimeScope, Guid, CancellationToken, Task<bool>> IsVisible, Func<ILifetimeScope, Guid, CancellationToken, Task<bool>> Exists);

/// <summary>How a module declares the things it keeps files with.</summary>
public static class AttachmentOwners
{
    /// <summary>
    /// Lets files be kept with things of this kind, called by the name of their class. Whoever can't see the thing, because it is another branch's, finds no file of it either.
    /// </summary>
    /// <param name="builder">The module's registrations.</param>
    /// <param name="see">The permission to open the files.</param>
    /// <param name="add">Permissions of which one is needed to add some.</param>
    /// <param name="beforehand">Whether files may be added before the thing itself is stored, under the identity it will get. Until then nobody can open them.</param>
    /// <typeparam name="TContext">The module's context.</typeparam>
    /// <typeparam name="TOwner">The thing; one of a branch is guarded by its branch.</typeparam>
    public static void KeepsFilesWith<TContext, TOwner>(this ContainerBuilder builder, string see, IReadOnlyList<string> add, bool beforehand = false)
        where TContext : ModuleDbContext
        where TOwner : class, IIdentified =>
        builder.RegisterInstance(new AttachmentOwner(
            typeof(TOwner).Name,
            see,
            add,
            beforehand,
            (scope, id, cancel) => scope.Resolve<TContext>().Set<TOwner>().AsNoTracking().AnyAsync(o => o.Id == id, cancel),
            (scope, id, cancel) => scope.Resolve<TContext>().Set<TOwner>().AsNoTracking().IgnoreQueryFilters().AnyAsync(o => o.Id == id, cancel)));
}
