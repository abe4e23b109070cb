using ServiceErp.Kernel;

namespace ServiceErp.SpareParts.Domain.Purchasing;

internal static class PurchasingErrors
{
    public static Error OrderNotFound => Error.NotFound("SpareParts.PurchaseOrder.NotFound", "This purchase order does not exist.");

    public static Error ProposalNotFound => Error.NotFound("SpareParts.PurchaseProposal.NotFound", "This proposal does not exist.");

    public static Error OwnOrder => Error.Forbidden("SpareParts.PurchaseOrder.OwnOrder", "Who wrote the order, changed it last or approved its proposal doesn't approve it: another person does.");

    public static Error OwnProposal => Error.Forbidden("SpareParts.PurchaseProposal.OwnProposal", "Who made the proposal or changed it last doesn't approve it: another person does.");

    public static Error NotApproved(decimal amount, decimal limit) =>
        Error.Forbidden("SpareParts.PurchaseOrder.NotApproved", "{0} is above the branch's limit of {1}: another person who may approve it does so before it is sent.", amount, limit);

    public static Error IncreaseNotApproved(decimal amount, decimal limit) =>
        Error.Forbidden("SpareParts.PurchaseOrder.IncreaseNotApproved", "With that the order is worth {0}, above the branch's limit of {1}: another person who may approve it increases the line.", amount, limit);

    public static Error LineNotFound => Error.NotFound("SpareParts.PurchaseOrder.LineNotFound", "This line is not there any more.");

    public static Error SupplierNotFound => Error.NotFound("SpareParts.Supplier.NotFound", "This supplier does not exist.");
}
