using ServiceErp.Kernel;

namespace ServiceErp.SpareParts.Domain.Parts;

/// <summary>A model as Reception last told of it: what a fit's code stands for, and what an order's device is of.</summary>
internal sealed class KnownModel : Entity
{
    private KnownModel()
    {
    }

    public KnownModel(Guid id, string code)
    {
        Id = id;
        Code = code;
    }

    public string Code { get; private init; } = "";

    public string Name { get; private set; } = "";

    public bool Active { get; private set; }

    public void Describe(string name, bool active) => (Name, Active) = (name, active);
}
