using NodaTime;
using ServiceErp.Kernel;

namespace ServiceErp.SpareParts.Domain.Stock;

internal static class StockErrors
{
    public static Error TooLow(string partNumber, decimal available, string unit, string warehouse) =>
        Error.Refused("SpareParts.Stock.TooLow", "Of {0} only {1} {2} are available in {3}.", partNumber, available, unit, warehouse);

    public static Error NotThereYet(string partNumber, LocalDate day) =>
        Error.Refused("SpareParts.Stock.NotThereYet", "On {1} there was not that much of {0}: booked on that day, stock would have been less than nothing.", partNumber, day).On("BookingDate");

    public static Error PeriodClosed(LocalDate through) =>
        Error.Refused("SpareParts.Stock.PeriodClosed", "The books are closed through {0}. Choose a later day, or have the period opened again.", through).On("BookingDate");

    public static Error SerialsMissing(string partNumber, decimal quantity, int given) =>
        Error.Invalid("SpareParts.Stock.SerialsMissing", "Each {0} has a serial number: {1} are needed, {2} are given.", partNumber, quantity, given).On("Serials");

    public static Error SerialKnown(string partNumber, string serial) =>
        Error.Refused("SpareParts.Stock.SerialKnown", "{0} with the serial number {1} is in stock already.", partNumber, serial).On("Serials");

    public static Error SerialNotIssued(string partNumber, string serial) =>
        Error.Refused("SpareParts.Stock.SerialNotIssued", "{0} with the serial number {1} was not handed out for this line.", partNumber, serial).On("Wrong");

    public static Error SerialNotHere(string partNumber, string serial) =>
        Error.Refused("SpareParts.Stock.SerialNotHere", "{0} with the serial number {1} does not lie there.", partNumber, serial).On("Serials");

    public const string Used = "SpareParts.Stock.UsedMeanwhile";

    public static Error UsedMeanwhile(string documentNumber, string partNumber) =>
        Error.Refused(Used, "{1} of {0} is worth something else by now, so it can't be taken back exactly. Correct the stock instead.", documentNumber, partNumber);

    public static Error UsedBy(string documentNumber, string partNumber, string papers) =>
        Error.Refused(Used, "{1} of {0} was used meanwhile by {2}. Take that back first, or correct the stock.", documentNumber, partNumber, papers);

    public static Error PieceUsed(string documentNumber, string serial, string paper) =>
        Error.Refused(Used, "The piece {1} of {0} was used meanwhile by {2}. Take that back first, or correct the stock.", documentNumber, serial, paper);
}
