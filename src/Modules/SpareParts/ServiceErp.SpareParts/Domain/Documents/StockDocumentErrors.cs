using ServiceErp.Kernel;

namespace ServiceErp.SpareParts.Domain.Documents;

internal static class StockDocumentErrors
{
    public static Error NotFound => Error.NotFound("SpareParts.StockDocument.NotFound", "This document does not exist.");
}
