using ServiceErp.Kernel;

namespace ServiceErp.SpareParts.Domain.Documents;

internal static class StockDocumentErrors
{
    public static Error NotFound => Error.NotFound("SpareParts.StockDocument.NotFound", "This document does not exist.");

    public static Error NoteTwice(string note, string number) =>
        Error.Refused("SpareParts.StockDocument.NoteTwice", "Delivery note {0} of this supplier was taken in already by {1}. If this is another delivery, say so in the note.", note, number).On("Reference");

    public static Error OwnLoss => Error.Forbidden("SpareParts.StockDocument.OwnLoss", "Who sent the goods does not write them off: another person does.");

    public static Error LossTooLarge(decimal lost, decimal limit) =>
        Error.Forbidden("SpareParts.StockDocument.LossTooLarge", "Goods worth {0} did not arrive; above {1} who holds the right to write them off decides.", lost, limit);

    public static Error OwnCorrection => Error.Forbidden("SpareParts.StockDocument.OwnCorrection", "Who wrote the correction doesn't approve it: another person does.");

    public static Error CorrectionNotApproved(decimal value, decimal limit) =>
        Error.Forbidden("SpareParts.StockDocument.CorrectionNotApproved", "It corrects stock worth {0}; above {1} another person approves it first: keep it as a draft until then.", value, limit);

    public static Error CorrectionStays(decimal value, decimal limit) =>
        Error.Forbidden("SpareParts.StockDocument.CorrectionStays", "It corrected stock worth {0}, above {1}, and another person approved it. Write the opposite correction and have it approved.", value, limit);

    public static Error LineNotFound => Error.NotFound("SpareParts.StockDocument.LineNotFound", "This line is not there any more.");
}
