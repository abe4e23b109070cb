using NodaTime;
using ServiceErp.Kernel;

namespace ServiceErp.SpareParts.Domain.Loaners;

internal static class LoanErrors
{
    public static Error LoanerNotFound { get; } = Error.NotFound("SpareParts.Loaner.NotFound", "There is no such loaner.");

    public static Error NotFound { get; } = Error.NotFound("SpareParts.Loan.NotFound", "There is no such loan.");

    public static Error ReservationNotFound { get; } = Error.NotFound("SpareParts.LoanerReservation.NotFound", "There is no such reservation.");

    public static Error OrderUnknown { get; } = Error.NotFound("SpareParts.Loan.OrderUnknown", "There is no such order, or it is closed.");

    public static Error NoFeeProposed { get; } = Error.Refused("SpareParts.Loan.NoFeeProposed", "No fee is proposed, or it was decided already.");

    public static Error FeeMissing { get; } = Error.Invalid("SpareParts.Loan.FeeMissing", "Enter what is charged, or let the fee go with a reason.").On("Amount");

    public static Error Known(string title) => Error.Refused("SpareParts.Loaner.Known", "{0} is in the pool already.", title);

    public static Error Taken(string title, LocalDate from, LocalDate through, string customer) =>
        Error.Refused("SpareParts.Loaner.Taken", "{0} is taken from {1} to {2} by {3}.", title, from, through, customer);

    public static Error NoneFree(string model, LocalDate from, LocalDate through) =>
        Error.Refused("SpareParts.Loaner.NoneFree", "No {0} is free from {1} to {2}.", model, from, through);

    public static Error OrderHasOne(string order, string title) => Error.Refused("SpareParts.Loan.OrderHasOne", "{0} has a loaner already: {1}.", order, title);

    public static Error DueTooEarly(LocalDate from) => Error.Invalid("SpareParts.Loan.DueTooEarly", "The day must not be before {0}.", from).On("DueOn");

    public static Error DepositTooHigh(decimal deposit) =>
        Error.Invalid("SpareParts.Loan.DepositTooHigh", "At most {0} was left as a deposit.", deposit).On("DepositReturned");

    public static Error DepositGivenBack(decimal returned) =>
        Error.Invalid("SpareParts.Loan.DepositGivenBack", "{0} of the deposit was given back already; it can only become more.", returned).On("DepositReturned");

    public static Error DepositUnexplained { get; } = Error.Invalid("SpareParts.Loan.DepositUnexplained", "Say why not all of the deposit is given back.").On("DepositReason");

    public static Error DepositTooLow(decimal deposit) =>
        Error.Forbidden("SpareParts.Loan.DepositTooLow", "A deposit of {0} is asked for this unit; less is for who keeps the pool to decide.", deposit).On("Deposit");

    public static Error NothingToCharge { get; } = Error.Refused("SpareParts.Loan.NothingToCharge", "There is nothing of this kind to charge, or it is charged already.");

    public static Error SerialMissing { get; } =
        Error.Invalid("SpareParts.Loan.SerialMissing", "Read the serial number of the faulty unit first: it is to be known in the pool.").On("FaultySerial");
}
