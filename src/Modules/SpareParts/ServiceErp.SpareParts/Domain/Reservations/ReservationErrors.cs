using ServiceErp.Kernel;

namespace ServiceErp.SpareParts.Domain.Reservations;

internal static class ReservationErrors
{
    public static Error NotFound => Error.NotFound("SpareParts.Reservation.NotFound", "No parts are reserved for this line.");

    public static Error NothingReserved(string partNumber, string orderNumber) =>
        Error.Refused("SpareParts.Reservation.NothingReserved", "No {0} lies ready for {1}; it has to arrive first.", partNumber, orderNumber);

    public static Error NotOfOrder(string code) => Error.Refused("SpareParts.Reservation.NotOfOrder", "{0} is not a part of this order.", code);

    public static Error OnlySoMany(string partNumber, decimal reserved, string orderNumber) =>
        Error.Refused("SpareParts.Reservation.OnlySoMany", "Only {1} of {0} lie ready for {2}.", partNumber, reserved, orderNumber).On("Quantity");

    public static Error OrderUnknown => Error.NotFound("SpareParts.Reservation.OrderUnknown", "There is no such order in this branch.");

    public static Error OrderOver(string orderNumber) => Error.Refused("SpareParts.Reservation.OrderOver", "{0} is over: nothing is promised or handed out to it any more.", orderNumber);

    public static Error NotYours(string orderNumber) =>
        Error.Forbidden("SpareParts.Reservation.NotYours", "{0} is not your order: its technician, the store or the dispatcher decides about its parts.", orderNumber);

    public static Error WhyReleased => Error.Invalid("SpareParts.Reservation.ReasonMissing", "Say why the order has to do without.").On("Reason");

    public static Error OtherPart(string partNumber) =>
        Error.Refused("SpareParts.Reservation.OtherPart", "{0} is reserved for this line. Release it first.", partNumber);
}
