using ServiceErp.Kernel;
using ServiceErp.SpareParts;

namespace ServiceErp.Workshop.Tests;

/// <summary>A store with a catalogue, stock and promises in memory. It tells of what it hands out as the real one does.</summary>
internal sealed class FakeStore : IPartsStock
{
    private readonly Dictionary<string, (PartOffer Offer, decimal Cost)> parts = [];
    private readonly Dictionary<Guid, (PartsWish Wish, decimal Reserved, decimal Issued)> promises = [];
    private readonly HashSet<Guid> returns = [];
    private readonly HashSet<string> tracked = [];
    private readonly List<PieceUsed> used = [];

    public Func<IIntegrationEvent, Task> Publish { get; set; } = _ => Task.CompletedTask;

    public decimal OnHand(string number) => parts[number].Offer.OnHand;

    public decimal ReservedFor(Guid line) => promises.TryGetValue(line, out var p) ? p.Reserved : 0;

    public FakeStore With(string number, decimal onHand, decimal? price = 50, string group = "PUMP")
    {
        var id = new Guid($"00000000-0000-7000-8000-{parts.Count + 1:D12}");
        parts[number] = (new PartOffer(id, number, $"Part {number}", group, "pcs", price, onHand, onHand), 20);
        return this;
    }

    /// <summary>From now on the pieces of this part have serial numbers.</summary>
    public void Track(string number) => tracked.Add(number);

    public Task<Result<IReadOnlyList<PartsHandedOut>>> IssueAsync(IReadOnlyList<Guid> lineIds, IReadOnlyList<PieceUsed> pieces, CancellationToken cancel)
    {
        if (lineIds.Any(l => tracked.Contains(Number(promises[l].Wish.PartId)) && pieces.Count(p => p.LineId == l) != promises[l].Reserved))
        {
            return Task.FromResult<Result<IReadOnlyList<PartsHandedOut>>>(Error.Refused("SpareParts.Stock.SerialsMissing", "Name each piece."));
        }

        used.AddRange(pieces);
        return ((IPartsStock)this).IssueAsync(lineIds, cancel);
    }

    public Task<IReadOnlyList<SerialLine>> SerialsAsync(Guid orderId, CancellationToken cancel) => Task.FromResult<IReadOnlyList<SerialLine>>(
        [.. promises.Where(p => p.Value.Wish.OrderId == orderId && tracked.Contains(Number(p.Value.Wish.PartId))).Select(p => new SerialLine(p.Key, used.FindAll(u => u.LineId == p.Key)))]);

    public Task<PartOffer?> FindAsync(string code, Guid branchId, CancellationToken cancel) => Task.FromResult(parts.TryGetValue(code, out var p) ? p.Offer : null);

    public Task<IReadOnlyList<PartOffer>> SearchAsync(string text, Guid? modelId, Guid branchId, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<PartOffer>>([.. parts.Values.Select(p => p.Offer).Where(o => o.Number.Contains(text, StringComparison.OrdinalIgnoreCase))]);

    public Task<Result<PartsPromise>> ReserveAsync(PartsWish wish, CancellationToken cancel)
    {
        if (!promises.TryGetValue(wish.LineId, out var promise))
        {
            promise = (wish, 0, 0);
        }

        var number = Number(wish.PartId);
        var free = parts[number].Offer.Available;
        var more = Math.Min(free, wish.Quantity - promise.Reserved - promise.Issued);
        promises[wish.LineId] = promise = (wish, promise.Reserved + more, promise.Issued);
        Change(number, available: -more);
        return Task.FromResult<Result<PartsPromise>>(new PartsPromise(wish.LineId, wish.Quantity, promise.Reserved, promise.Issued));
    }

    public Task<Result> ReleaseAsync(Guid lineId, CancellationToken cancel) => Task.FromResult(Result.Success);

    public async Task<Result<PartsHandedOut>> IssueAsync(Guid lineId, CancellationToken cancel)
    {
        if (!promises.TryGetValue(lineId, out var promise) || promise is { Reserved: 0, Issued: 0 })
        {
            return Error.Refused("SpareParts.Reservation.NothingReserved", "Nothing is reserved.");
        }

        if (promise.Reserved == 0)
        {
            return new PartsHandedOut(lineId, promise.Issued, promise.Issued * parts[Number(promise.Wish.PartId)].Cost); // asked again
        }

        var number = Number(promise.Wish.PartId);
        Change(number, onHand: -promise.Reserved);
        promises[lineId] = promise = (promise.Wish, 0, promise.Issued + promise.Reserved);
        var cost = promise.Issued * parts[number].Cost;
        await Publish(new PartsIssued(promise.Wish.OrderId, lineId, promise.Issued, cost));
        return new PartsHandedOut(lineId, promise.Issued, cost);
    }

    public async Task<Result<PartsHandedOut>> ReturnAsync(Guid lineId, Guid returnId, decimal quantity, string reason, CancellationToken cancel)
    {
        var promise = promises[lineId];
        var number = Number(promise.Wish.PartId);
        if (returns.Add(returnId))
        {
            Change(number, onHand: quantity, available: quantity);
            promises[lineId] = promise = (promise.Wish with { Quantity = promise.Wish.Quantity - quantity }, promise.Reserved, promise.Issued - quantity);
        }

        var cost = promise.Issued * parts[number].Cost;
        await Publish(new PartsIssued(promise.Wish.OrderId, lineId, promise.Issued, cost) { StillWanted = promise.Wish.Quantity });
        return new PartsHandedOut(lineId, promise.Issued, cost);
    }

    /// <summary>A delivery: what was missing is promised and told.</summary>
    public async Task Deliver(string number, decimal quantity)
    {
        Change(number, onHand: quantity, available: quantity);
        foreach (var (line, promise) in promises.Where(p => Number(p.Value.Wish.PartId) == number && p.Value.Wish.Quantity > p.Value.Reserved + p.Value.Issued).ToArray())
        {
            await ReserveAsync(promise.Wish, CancellationToken.None);
            await Publish(new PartsArrived(promise.Wish.OrderId, line, number, promises[line].Reserved));
        }
    }

    private string Number(Guid partId) => parts.Single(p => p.Value.Offer.PartId == partId).Key;

    private void Change(string number, decimal onHand = 0, decimal available = 0)
    {
        var (offer, cost) = parts[number];
        parts[number] = (offer with { OnHand = offer.OnHand + onHand, Available = offer.Available + available }, cost);
    }
}
