using ServiceErp.Kernel;

namespace ServiceErp.SpareParts.Domain.Claims;

internal static class ClaimErrors
{
    public static Error NotFound => Error.NotFound("SpareParts.SupplierClaim.NotFound", "This claim does not exist.");

    public static Error LineNotFound => Error.NotFound("SpareParts.SupplierClaim.LineNotFound", "This line is not there any more.");

    public static Error OtherSupplier(string partNumber) =>
        Error.Refused("SpareParts.SupplierClaim.OtherSupplier", "{0} came from another supplier. A claim goes to one.", partNumber).On("DefectiveParts");

    public static Error SupplierMissing => Error.Invalid("SpareParts.SupplierClaim.SupplierMissing", "Say who supplied these goods.").On("SupplierId");

    public static Error AcceptedTooMuch(string partNumber, decimal claimed) =>
        Error.Invalid("SpareParts.SupplierClaim.AcceptedTooMuch", "Of {0} only {1} are claimed.", partNumber, claimed).On("Accepted");

    public static Error RefusalUnexplained(string partNumber) =>
        Error.Invalid("SpareParts.SupplierClaim.RefusalUnexplained", "Say why the supplier does not stand for all of {0}.", partNumber).On("Answer");

    public static Error CreditedTwice(string number) =>
        Error.Refused("SpareParts.SupplierClaim.CreditedTwice", "Credit note {0} was noted already.", number).On("Number");

    public static Error ReplacedTwice(string deliveryNote) =>
        Error.Refused("SpareParts.SupplierClaim.ReplacedTwice", "Delivery note {0} was taken in already.", deliveryNote).On("DeliveryNote");

    public static Error AboveAccepted(decimal open) =>
        Error.Invalid("SpareParts.SupplierClaim.AboveAccepted", "Only {0} of what the supplier accepted is open. Say why it is more.", open).On("Reason");

    public static Error CameBackTooMany(string partNumber, decimal there) =>
        Error.Refused("SpareParts.SupplierClaim.CameBackTooMany", "Of {0} only {1} are refused and still with the supplier.", partNumber, there).On("Quantity");

    public static Error CameBackInPart =>
        Error.Refused("SpareParts.SupplierClaim.CameBackInPart", "Some of its goods were refused by the supplier and came back by themselves: it can't be taken back as a whole any more.");

    public static Error ReplacedTooMany(string partNumber, decimal open) =>
        Error.Refused("SpareParts.SupplierClaim.ReplacedTooMany", "Of {0} only {1} are still to be replaced.", partNumber, open).On("Quantity");
}
