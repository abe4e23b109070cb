using ServiceErp.Kernel;

namespace ServiceErp.SpareParts.Domain.Reservations;

internal static class ReservationErrors
{
    public static Error NotFound => Error.NotFound("SpareParts.Reservation.NotFound", "No parts are reserved for this line.");

    public static Error NothingReserved(string partNumber, string orderNumber) =>
        Error.Refused("SpareParts.Reservation.NothingReserved", "No {0} lies ready for {1}; it has to arrive first.", partNumber, orderNumber);

    public static Error NotOfOrder(string code) => Error.Refused("SpareParts.Reservation.NotOfOrder", "{0} is not a part of this order.", code);

    public static Error OtherPart(string partNumber) =>
        Error.Refused("SpareParts.Reservation.OtherPart", "{0} is reserved for this line. Release it first.", partNumber);
}
