using ServiceErp.Kernel;

namespace ServiceErp.SpareParts.Domain.Defects;

internal static class DefectErrors
{
    public static Error NotInQuarantine(string partNumber) =>
        Error.Refused("SpareParts.DefectivePart.NotInQuarantine", "{0} does not lie in quarantine: only what is held there is inspected and put with what may be used.", partNumber);

    public static Error MustBeInspected(string warehouse) =>
        Error.Refused("SpareParts.StockDocument.MustBeInspected", "What lies in {0} may not be used: have it inspected among the defective parts, or scrap it or send it back there.", warehouse).On("TargetWarehouseId");

    public static Error NotFound => Error.NotFound("SpareParts.DefectivePart.NotFound", "These defective goods do not exist.");

    public static Error TooMany(string partNumber, decimal quantity, string unit) =>
        Error.Refused("SpareParts.DefectivePart.TooMany", "Of {0} only {1} {2} are held.", partNumber, quantity, unit).On("Quantity");

    public static Error Claimed(string partNumber, string claim) =>
        Error.Refused("SpareParts.DefectivePart.Claimed", "{0} is claimed by {1}: what becomes of it is said there.", partNumber, claim);

    public static Error NotInStore(string partNumber) =>
        Error.Refused("SpareParts.DefectivePart.NotInStore", "{0} has not come to the store. Claim it, or take it off the list.", partNumber);

    public static Error InStore(string partNumber) =>
        Error.Refused("SpareParts.DefectivePart.InStore", "{0} lies in the store: scrap it or send it back.", partNumber);

    public static Error SupplierUnknown(string partNumber) =>
        Error.Refused("SpareParts.DefectivePart.SupplierUnknown", "Nobody knows who supplied {0}.", partNumber);

    public static Error SerialsNotHeld(string partNumber) =>
        Error.Invalid("SpareParts.DefectivePart.SerialsNotHeld", "Each {0} has a serial number: name as many of those held as leave.", partNumber).On("Serials");
}
