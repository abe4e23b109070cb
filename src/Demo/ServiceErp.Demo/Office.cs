using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Composition;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Modules;

namespace ServiceErp.Demo;

/// <summary>How the staff of the demo get their work done: through the same door as everybody, each under their own name and rights.</summary>
internal sealed class Office(Dispatcher dispatcher, PermissionTable permissions, ModuleCatalog catalog, PlatformClock clock, CancellationToken cancel)
{
    public bool HasReception { get; } = catalog.Has("Reception");

    public bool HasWorkshop { get; } = catalog.Has("Workshop");

    public bool HasSpareParts { get; } = catalog.Has("SpareParts");

    public bool HasBilling { get; } = catalog.Has("Billing");

    public bool HasFeedback { get; } = catalog.Has("Feedback");

    public Instant Now => clock.GetCurrentInstant();

    /// <summary>Somebody with a role, as the program will see them.</summary>
    public Caller Employ(Guid id, string name, Guid? branchId, string role) =>
        new() { UserId = id, Name = name, BranchId = branchId, Roles = [role], Permissions = permissions.Of([role]) };

    /// <summary>Has somebody do what must succeed; the demo knows the rules, so a refusal is a fault of the demo.</summary>
    public async Task<T> Do<T>(Caller who, IRequest<T> what)
    {
        var result = await Try(who, what);
        return result.Succeeded ? result.Value : throw new InvalidOperationException(
            $"{what.GetType().DeclaringType?.Name} by {who.Name} at {Now} was refused: {result.Error} {string.Join("; ", result.Error.Details.Select(d => $"{d.Field}: {d}"))}");
    }

    /// <summary>Has somebody do what may be refused.</summary>
    public Task<Result<T>> Try<T>(Caller who, IRequest<T> what)
    {
        cancel.ThrowIfCancellationRequested();
        return dispatcher.Send(what, who);
    }
}
