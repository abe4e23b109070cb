using Autofac;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Modules;

namespace ServiceErp.Platform.Attachments;

/// <summary>Decides for the caller of its scope who may open and add files; in doubt nobody.</summary>
internal sealed class AttachmentGuard(IEnumerable<AttachmentOwner> owners, Caller caller, ILifetimeScope scope)
{
    public static Error NotFound { get; } = Error.NotFound("Platform.Attachment.NotFound", "There is no such file.");

    private static Error NoOwner { get; } = Error.NotFound("Platform.Attachment.OwnerNotFound", "There is nothing here that files could belong to.");

    /// <summary>Null when exactly one module keeps files with things of this kind.</summary>
    public AttachmentOwner? OwnerOf(string about) => owners.Where(o => o.About == about).ToArray() is [var only] ? only : null;

    /// <summary>Null when the caller may open files of this thing; otherwise why not.</summary>
    public async Task<Error?> MaySee(string about, Guid aboutId, CancellationToken cancel)
    {
        if (OwnerOf(about) is not { } owner)
        {
            return caller.Permissions is null || caller.Roles.Contains(Roles.Administrator) ? null : NotFound;
        }

        return !caller.Can(owner.See) ? Lacks(owner.See)
            : await owner.IsVisible(scope, aboutId, cancel) ? null
            : NotFound;
    }

    /// <summary>Null when the caller may add files to this thing; otherwise why not.</summary>
    public async Task<Error?> MayAdd(string about, Guid aboutId, CancellationToken cancel)
    {
        if (OwnerOf(about) is not { } owner)
        {
            return NoOwner;
        }

        return !owner.Add.Any(caller.Can) ? Lacks(owner.Add[0])
            : await owner.IsVisible(scope, aboutId, cancel) || (owner.Beforehand && !await owner.Exists(scope, aboutId, cancel)) ? null
            : NoOwner;
    }

    private static Error Lacks(string permission) => Error.Forbidden("Platform.Forbidden", "You may not do this: the permission {0} is needed. Ask an administrator.", permission);
}
