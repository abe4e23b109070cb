using ServiceErp.Kernel;

namespace ServiceErp.SpareParts.Domain.Documents;

internal static class StockDocumentErrors
{
    public static Error NotFound => Error.NotFound("SpareParts.StockDocument.NotFound", "This document does not exist.");

    public static Error LineNotFound => Error.NotFound("SpareParts.StockDocument.LineNotFound", "This line is not there any more.");
}
