using ServiceErp.Kernel;

namespace ServiceErp.Reception.Domain.Models;

/// <summary>A kind of product that is serviced. Its part groups are all groups of its parts: warranty terms differ by them.</summary>
internal sealed class DeviceModel : Aggregate, ISearchable
{
    private DeviceModel()
    {
    }

    public DeviceModel(Guid id, string code)
    {
        Id = id;
        Code = KeyOf(code);
    }

    public string Code { get; private init; } = "";

    public string Name { get; private set; } = "";

    public string ProductGroup { get; private set; } = "";

    /// <summary>Years from sale in which parts must be obtainable (consumer protection law, art. 6); null where none is stated.</summary>
    public int? ServiceLifeYears { get; private set; }

    public IReadOnlyList<string> PartGroups { get; private set; } = [];

    public bool Active { get; private set; } = true;

    /// <summary>Codes are compared without regard to case and outer blanks.</summary>
    public static string KeyOf(string code) => code.Trim().ToUpperInvariant();

    /// <summary>Describes it anew and says whether anything is different now.</summary>
    public bool Change(string name, string productGroup, int? serviceLifeYears, IEnumerable<string> partGroups, bool active)
    {
        var before = (Name, ProductGroup, ServiceLifeYears, PartGroups, Active);
        Name = name.Trim();
        ProductGroup = productGroup.Trim();
        ServiceLifeYears = serviceLifeYears;
        string[] groups = [.. partGroups.Select(group => group.Trim()).Where(group => group.Length > 0).Distinct(StringComparer.Ordinal)];
        if (!groups.SequenceEqual(PartGroups))
        {
            PartGroups = groups;
        }

        Active = active;
        if (before == (Name, ProductGroup, ServiceLifeYears, PartGroups, Active))
        {
            return false;
        }

        Raise(new ModelDescribed(Id, Code, Name, Active));
        return true;
    }

    public SearchEntry Describe() => new()
    {
        Id = Id,
        Kind = nameof(DeviceModel),
        Code = Code,
        Title = $"{Code} {Name}",
        Subtitle = ProductGroup,
        Href = $"/reception/models/{Id}",
        Permission = ReceptionPermissions.WarrantyRead,
        Text = SearchText.Normalize($"{Code} {Name} {ProductGroup}"),
    };

    public bool IsDescribedBy(string property) => property is nameof(Name) or nameof(ProductGroup);
}
