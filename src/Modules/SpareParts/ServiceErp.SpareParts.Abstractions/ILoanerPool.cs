using NodaTime;

namespace ServiceErp.SpareParts;

/// <summary>A loaner that a customer still has.</summary>
/// <param name="LoanId">The loan.</param>
/// <param name="Number">Its number.</param>
/// <param name="Unit">Model and serial number of the unit.</param>
/// <param name="DueOn">The day it is due back.</param>
public sealed record LoanerOut(Guid LoanId, string Number, string Unit, LocalDate DueOn);

/// <summary>What the workshop asks of the loaner pool (PAR-6).</summary>
public interface ILoanerPool
{
    /// <summary>
    /// The loaner that keeps an order from being closed: it is out, was neither exchanged for the customer's own nor was the order released from it with a reason.
    /// </summary>
    /// <param name="orderId">The order.</param>
    /// <param name="cancel">Stops it.</param>
    /// <returns>Null when nothing stands in the way.</returns>
    Task<LoanerOut?> HoldingAsync(Guid orderId, CancellationToken cancel);
}
