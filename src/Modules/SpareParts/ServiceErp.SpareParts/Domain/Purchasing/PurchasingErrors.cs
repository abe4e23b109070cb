using ServiceErp.Kernel;

namespace ServiceErp.SpareParts.Domain.Purchasing;

internal static class PurchasingErrors
{
    public static Error OrderNotFound => Error.NotFound("SpareParts.PurchaseOrder.NotFound", "This purchase order does not exist.");

    public static Error ProposalNotFound => Error.NotFound("SpareParts.PurchaseProposal.NotFound", "This proposal does not exist.");

    public static Error LineNotFound => Error.NotFound("SpareParts.PurchaseOrder.LineNotFound", "This line is not there any more.");

    public static Error SupplierNotFound => Error.NotFound("SpareParts.Supplier.NotFound", "This supplier does not exist.");
}
