using ServiceErp.Kernel;
using ServiceErp.Platform.Messaging;
using ServiceErp.SpareParts.Features.Stock;
using ServiceErp.Workshop;

namespace ServiceErp.SpareParts.Integration;

/// <summary>Lines of an order fell away: what was promised to them goes back to the shelves, and to whoever waits.</summary>
internal sealed class ReleasePartsWhenNoLongerNeeded(StockRoom room) : ISubscriber<PartsNoLongerNeeded>
{
    public Task<Result> Handle(PartsNoLongerNeeded happened, CancellationToken cancel) => room.ReleaseAsync(happened.LineIds, cancel);
}
