using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Jobs;
using ServiceErp.Reception.Features.Goods;

namespace ServiceErp.Reception.Integration;

/// <summary>Asks each hour, so that every branch's customers are written to while it is open.</summary>
internal sealed class ChaseUnclaimedGoodsHourly(Dispatcher dispatcher) : IScheduledJob
{
    public string Name => "Reception.ChaseUnclaimedGoods";

    public string Cron => "0 40 * * * ?";

    public async Task<string> RunAsync(IProgress<JobProgress> progress, CancellationToken cancel)
    {
        var done = await dispatcher.DoAsync(new ChaseUnclaimedGoods.Command(), cancel);
        return $"{done.Reminded} reminded.";
    }
}
