using ServiceErp.Kernel;

namespace ServiceErp.SpareParts;

/// <summary>More is promised to a line than before; an order that misses nothing any more can go on.</summary>
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
public sealed record PartsIssued(Guid OrderId, Guid LineId, decimal Quantity, decimal Cost) : IIntegrationEvent
{
    /// <summary>After a return, or one that was taken back: how many the line wants from now on, those handed out included. Null where that did not change.</summary>
    public decimal? StillWanted { get; init; }
}

/// <summary>The store took back what was promised to a line: the order has to do without, or ask again.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="LineId">The line.</param>
/// <param name="PartNumber">The part.</param>
/// <param name="Reason">Why somebody took it back, for the technician to read; null when it only lay in the van of a technician who does not have the order any more.</param>
[EventName("spareparts.parts-withdrawn.v1")]
public sealed record PartsWithdrawn(Guid OrderId, Guid LineId, string PartNumber, string? Reason) : IIntegrationEvent
{
    /// <summary>Still promised.</summary>
    public decimal Left { get; init; }
}
