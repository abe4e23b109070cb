using ServiceErp.Kernel;

namespace ServiceErp.SpareParts.Domain.Defects;

internal static class DefectErrors
{
    public static Error NotFound => Error.NotFound("SpareParts.DefectivePart.NotFound", "These defective goods do not exist.");

    public static Error TooMany(string partNumber, decimal quantity, string unit) =>
        Error.Refused("SpareParts.DefectivePart.TooMany", "Of {0} only {1} {2} are held.", partNumber, quantity, unit).On("Quantity");

    public static Error SupplierUnknown(string partNumber) =>
        Error.Refused("SpareParts.DefectivePart.SupplierUnknown", "Nobody knows who supplied {0}.", partNumber);

    public static Error SerialsNotHeld(string partNumber) =>
        Error.Invalid("SpareParts.DefectivePart.SerialsNotHeld", "Each {0} has a serial number: name as many of those held as leave.", partNumber).On("Serials");
}
