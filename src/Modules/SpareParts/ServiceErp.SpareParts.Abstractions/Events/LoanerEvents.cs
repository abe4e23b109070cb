using NodaTime;
using ServiceErp.Kernel;

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
