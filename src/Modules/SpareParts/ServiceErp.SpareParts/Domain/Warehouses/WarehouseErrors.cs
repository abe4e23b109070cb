using ServiceErp.Kernel;

namespace ServiceErp.SpareParts.Domain.Warehouses;

internal static class WarehouseErrors
{
    public static Error NotFound => Error.NotFound("SpareParts.Warehouse.NotFound", "This warehouse does not exist.");

    public static Error Closed(string code) => Error.Refused("SpareParts.Warehouse.Closed", "{0} is closed.", code);

    public static Error BinNotFound(string code) => Error.Invalid("SpareParts.Bin.NotFound", "This bin is not in {0}.", code);
}
