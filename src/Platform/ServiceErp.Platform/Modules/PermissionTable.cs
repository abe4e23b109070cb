namespace ServiceErp.Platform.Modules;

/// <summary>Which role may do what: the modules' proposal, as changed by an administrator. Read on every request, so kept in memory.</summary>
public sealed class PermissionTable(ModuleCatalog catalog)
{
    private IReadOnlyDictionary<string, bool> overrides = new Dictionary<string, bool>();
    private System.Collections.Concurrent.ConcurrentDictionary<string, IReadOnlySet<string>> held = new();

    /// <summary>Every permission of the running modules.</summary>
    public IReadOnlyList<Permission> Permissions { get; } = [.. catalog.Modules.SelectMany(m => m.Permissions)];

    /// <summary>Puts an administrator's changes in force; keys are <c>role|permission</c>.</summary>
    public void Override(IReadOnlyDictionary<string, bool> changes)
    {
        overrides = changes;
        held = new();
    }

    /// <summary>Whether a role holds a permission. The administrator holds all, so that nobody can lock everybody out.</summary>
    public bool Grants(string role, Permission permission) =>
        role == Roles.Administrator
        || (overrides.TryGetValue($"{role}|{permission.Name}", out var granted) ? granted : permission.Roles.Contains(role));

    /// <summary>The permissions that these roles hold together.</summary>
    public IReadOnlySet<string> Of(IReadOnlyList<string> roles) =>
        held.GetOrAdd(string.Join('|', roles), (_, r) =>
            Permissions.Where(p => r.Any(role => Grants(role, p))).Select(p => p.Name).ToHashSet(), roles);
}
