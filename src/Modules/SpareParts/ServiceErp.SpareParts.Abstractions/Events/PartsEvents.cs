using ServiceErp.Kernel;

namespace ServiceErp.SpareParts;

/// <summary>All that a line was waiting for is now promised: the order can go on.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="LineId">The line.</param>
/// <param name="PartNumber">The part.</param>
/// <param name="Quantity">Promised now.</param>
[EventName("spareparts.parts-arrived.v1")]
public sealed record PartsArrived(Guid OrderId, Guid LineId, string PartNumber, decimal Quantity) : IIntegrationEvent;

/// <summary>Parts were handed out for a line, by the warehouse keeper or by the workshop itself.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="LineId">The line.</param>
/// <param name="Quantity">Handed out in all, less returns.</param>
/// <param name="Cost">Their cost in all.</param>
[EventName("spareparts.parts-issued.v1")]
public sealed record PartsIssued(Guid OrderId, Guid LineId, decimal Quantity, decimal Cost) : IIntegrationEvent;
