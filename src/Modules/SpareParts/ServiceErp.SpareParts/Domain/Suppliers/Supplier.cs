using ServiceErp.Kernel;

namespace ServiceErp.SpareParts.Domain.Suppliers;

/// <summary>From whom parts are bought.</summary>
internal sealed class Supplier : Aggregate
{
    private Supplier()
    {
    }

    public Supplier(Guid id, string number)
    {
        Id = id;
        Number = Codes.Clean(number);
    }

    public string Number { get; private init; } = "";

    public string Name { get; private set; } = "";

    public string? Email { get; private set; }

    public string? Phone { get; private set; }

    public bool Active { get; private set; } = true;

    public void Describe(string name, string? email, string? phone, bool active) =>
        (Name, Email, Phone, Active) = (name.Trim(), email?.Trim(), phone?.Trim(), active);
}
