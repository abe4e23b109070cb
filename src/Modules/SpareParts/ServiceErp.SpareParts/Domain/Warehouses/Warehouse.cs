using ServiceErp.Kernel;

namespace ServiceErp.SpareParts.Domain.Warehouses;

/// <summary>What a warehouse is for (PAR-1).</summary>
public enum WarehouseKind
{
    /// <summary>The dedicated spare-parts warehouse.</summary>
    Main,

    /// <summary>The store of a branch.</summary>
    BranchStore,

    /// <summary>What a technician carries along.</summary>
    Van,

    /// <summary>Goods that may not be used yet.</summary>
    Quarantine,

    /// <summary>Defective parts on their way back.</summary>
    Returns,

    /// <summary>Goods that have left one warehouse and not reached the other: kept by the program, one for each branch, and nobody takes from it by hand.</summary>
    Transit,
}

internal static class WarehouseKinds
{
    /// <summary>Whether orders of the branch are served from such a place. "Available" is what lies in these, less what is promised; a van serves its own technician alone.</summary>
    public static bool MayIssue(this WarehouseKind kind) => kind is WarehouseKind.Main or WarehouseKind.BranchStore;
}

/// <summary>A place where parts lie, of one branch. Codes are unique over all branches, bins within their warehouse.</summary>
internal sealed class Warehouse : Aggregate, IBranchOwned
{
    private readonly List<Bin> bins = [];

    private Warehouse()
    {
    }

    public Warehouse(Guid id, Guid branchId, string code)
    {
        Id = id;
        BranchId = branchId;
        Code = Codes.Clean(code);
    }

    public Guid BranchId { get; private init; }

    public string Code { get; private init; } = "";

    public string Name { get; private set; } = "";

    public WarehouseKind Kind { get; private set; }

    /// <summary>Of a van: the technician who carries it.</summary>
    public Guid? HolderId { get; private set; }

    public bool Active { get; private set; } = true;

    public IReadOnlyList<Bin> Bins => bins;

    public Result Describe(string name, WarehouseKind kind, Guid? holderId, bool active)
    {
        if (kind == WarehouseKind.Van && holderId is null)
        {
            return Error.Invalid("SpareParts.Warehouse.HolderMissing", "Say which technician carries this stock.").On(nameof(HolderId));
        }

        (Name, Kind, HolderId, Active) = (name.Trim(), kind, kind == WarehouseKind.Van ? holderId : null, active);
        return Result.Success;
    }

    public Result<Bin> AddBin(Guid id, string code)
    {
        var clean = Codes.Clean(code);
        if (bins.Exists(b => b.Code == clean))
        {
            return Error.Refused("SpareParts.Bin.Exists", "{0} has a bin {1} already.", Code, clean).On("Code");
        }

        var bin = new Bin(id, Id, clean);
        bins.Add(bin);
        return bin;
    }
}

/// <summary>A shelf or drawer with a label.</summary>
internal sealed class Bin : Entity
{
    private Bin()
    {
    }

    public Bin(Guid id, Guid warehouseId, string code)
    {
        Id = id;
        WarehouseId = warehouseId;
        Code = code;
    }

    public Guid WarehouseId { get; private init; }

    public string Code { get; private init; } = "";
}
