using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Reception;

namespace ServiceErp.SpareParts;

/// <summary>
/// The customer keeps the loaner; the faulty device stays with us and is repaired into the pool (PAR-6). The unit kept inherits the remainder of the faulty one's warranty.
/// </summary>
/// <param name="OrderId">The order of the faulty device.</param>
/// <param name="FaultyDeviceId">The faulty device.</param>
/// <param name="KeptModelId">The model of the unit that the customer keeps.</param>
/// <param name="KeptSerialNumber">Its serial number.</param>
/// <param name="ExchangedAt">When.</param>
[EventName("spareparts.loaner-exchanged.v1")]
public sealed record LoanerExchanged(Guid OrderId, Guid FaultyDeviceId, Guid KeptModelId, string KeptSerialNumber, Instant ExchangedAt) : IIntegrationEvent;

/// <summary>For what a customer pays beside the loan itself.</summary>
public enum LoanChargeKind
{
    /// <summary>It came back late.</summary>
    LateReturn,

    /// <summary>It came back damaged.</summary>
    Damage,

    /// <summary>Accessories did not come back.</summary>
    Accessories,

    /// <summary>It never came back.</summary>
    Loss,

    /// <summary>It was found after all: the counter-entry to <see cref="Loss"/>. Never charged by itself.</summary>
    Found,
}

/// <summary>A loaner came back late, damaged, without its accessories or not at all, and the customer pays for it (PAR-6): finance puts it on an invoice.</summary>
/// <param name="LoanId">The loan.</param>
/// <param name="LoanNumber">Its number.</param>
/// <param name="OrderId">The order with which it was lent.</param>
/// <param name="OrderNumber">Its number.</param>
/// <param name="BranchId">The branch.</param>
/// <param name="Customer">Who pays.</param>
/// <param name="Device">The customer's own device.</param>
/// <param name="Unit">Model and serial number of the loaner.</param>
/// <param name="DaysLate">Whole days after the due day.</param>
/// <param name="Amount">Net; more than zero.</param>
/// <param name="Currency">ISO 4217.</param>
/// <param name="ChargedAt">When it was decided.</param>
[EventName("spareparts.loan-fee-charged.v1")]
public sealed record LoanFeeCharged(
    Guid LoanId, string LoanNumber, Guid OrderId, string OrderNumber, Guid BranchId, CustomerSnapshot Customer, DeviceSnapshot Device, string Unit, int DaysLate, decimal Amount, string Currency,
    Instant ChargedAt) : IIntegrationEvent
{
    /// <summary>For what; a loan has at most one charge of each kind.</summary>
    public LoanChargeKind Kind { get; init; }

    /// <summary>Identity of the charge; null is the late fee, which has the loan's.</summary>
    public Guid? ChargeId { get; init; }

    /// <summary>What was damaged, missing or lost, in the words of who charged it.</summary>
    public string? Reason { get; init; }
}

/// <summary>What was charged for a loaner falls away again, because it was found (PAR-6): finance takes the line off, or credits it where it is invoiced.</summary>
/// <param name="LoanId">The loan.</param>
/// <param name="LoanNumber">Its number.</param>
/// <param name="OrderId">The order with which it was lent.</param>
/// <param name="OrderNumber">Its number.</param>
/// <param name="BranchId">The branch.</param>
/// <param name="CustomerName">Who was charged.</param>
/// <param name="Unit">Model and serial number of the loaner.</param>
/// <param name="ChargeId">The charge that falls away.</param>
/// <param name="Amount">Net, as it was charged.</param>
/// <param name="Currency">ISO 4217.</param>
/// <param name="WithdrawnAt">When.</param>
[EventName("spareparts.loan-charge-withdrawn.v1")]
public sealed record LoanChargeWithdrawn(
    Guid LoanId, string LoanNumber, Guid OrderId, string OrderNumber, Guid BranchId, string CustomerName, string Unit, Guid ChargeId, decimal Amount, string Currency, Instant WithdrawnAt) : IIntegrationEvent;
