using ServiceErp.SpareParts.Domain.Warehouses;
using ServiceErp.SpareParts.Features.Warehouses;

namespace ServiceErp.SpareParts.Pages;

internal static class LikelyStores
{
    /// <summary>What a form proposes: goods mostly go through the one store that is neither a van nor a corner for faulty goods. Null where it is anybody's guess.</summary>
    public static string? LikelyStore(this IReadOnlyList<ListWarehouses.Row> warehouses) =>
        warehouses.Where(w => w is { Active: true, Kind: WarehouseKind.Main or WarehouseKind.BranchStore }).ToArray() is [var store] ? $"{store.Id}" : null;
}
