using ServiceErp.Kernel;

namespace ServiceErp.Platform.Users;

/// <summary>An administrator's word on whether a role holds a permission, against the module's proposal. One for each pair.</summary>
internal sealed class PermissionOverride : Aggregate
{
    private PermissionOverride()
    {
    }

    public PermissionOverride(Guid id, string role, string permission)
    {
        Id = id;
        Role = role;
        Permission = permission;
    }

    public string Role { get; private init; } = "";

    public string Permission { get; private init; } = "";

    public bool Granted { get; private set; }

    public void Decide(bool granted)
    {
        Granted = granted;
        Record(new Transition(granted ? "Withheld" : "Granted", granted ? "Grant" : "Withhold", granted ? "Granted" : "Withheld", $"{Role}: {Permission}"));
        Raise(new UserChanged(Id));
    }
}
