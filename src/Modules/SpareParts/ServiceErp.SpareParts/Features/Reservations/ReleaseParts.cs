using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.SpareParts.Features.Stock;

namespace ServiceErp.SpareParts.Features.Reservations;

/// <summary>Takes promises back; what was handed out stays. The goods go to whoever waits for them. A line without a promise is released already.</summary>
public static class ReleaseParts
{
    [Requires(SparePartsPermissions.StockReserve)]
    public sealed record Command(IReadOnlyList<Guid> LineIds) : ICommand<Done>;

    internal sealed class Handler(StockRoom room) : IHandler<Command, Done>
    {
        public async Task<Result<Done>> Handle(Command c, CancellationToken cancel) =>
            (await room.ReleaseAsync(c.LineIds, cancel)).Error is { } refused ? refused : Done.It;
    }
}
