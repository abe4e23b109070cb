using ServiceErp.Kernel;

namespace ServiceErp.SpareParts.Domain.Stock;

internal static class StockErrors
{
    public static Error TooLow(string partNumber, decimal available, string unit, string warehouse) =>
        Error.Refused("SpareParts.Stock.TooLow", "Of {0} only {1} {2} are available in {3}.", partNumber, available, unit, warehouse);

    public static Error UsedMeanwhile(string documentNumber) =>
        Error.Refused("SpareParts.Stock.UsedMeanwhile", "What {0} brought has been used meanwhile, so it can't be taken back exactly. Correct the stock instead.", documentNumber);
}
