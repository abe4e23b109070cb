using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.SpareParts.Features.Parts;
using ServiceErp.SpareParts.Features.Reservations;

namespace ServiceErp.SpareParts.Integration;

/// <summary>
/// The store as the workshop asks it. The workshop has decided that its user may do what the order needs, so the store books in that user's name with rights of its own:
/// a technician takes parts for an order without the key to the warehouse.
/// </summary>
internal sealed class PartsStock(Dispatcher dispatcher, ICurrentUser user) : IPartsStock
{
    private Caller Store => Caller.System with { Name = user.Name, UserId = user.UserId };

    public async Task<PartOffer?> FindAsync(string code, Guid branchId, CancellationToken cancel) =>
        string.IsNullOrWhiteSpace(code) ? null : await Offers(new FindPartOffers.Query(branchId) { Code = code }, cancel) is [var part, ..] ? part : null;

    public Task<IReadOnlyList<PartOffer>> SearchAsync(string text, Guid? modelId, Guid branchId, CancellationToken cancel) =>
        Offers(new FindPartOffers.Query(branchId) { Text = text, ModelId = modelId }, cancel);

    public Task<Result<IReadOnlyList<PartsPromise>>> ReserveAsync(IReadOnlyList<PartsWish> wishes, CancellationToken cancel) =>
        dispatcher.Send(new ReserveParts.Command(wishes), Store, cancel: cancel);

    public async Task<Result<PartsPromise>> ReserveAsync(PartsWish wish, CancellationToken cancel) => Single(await ReserveAsync([wish], cancel));

    public async Task<Result> ReleaseAsync(Guid lineId, CancellationToken cancel) =>
        (await dispatcher.Send(new ReleaseParts.Command([lineId]) { Reason = "Not needed any more" }, Store, cancel: cancel)).Error is { } refused ? refused : Result.Success;

    public Task<Result<IReadOnlyList<PartsHandedOut>>> IssueAsync(IReadOnlyList<Guid> lineIds, CancellationToken cancel) =>
        dispatcher.Send(new IssueParts.Command(lineIds), Store, cancel: cancel);

    public Task<Result<IReadOnlyList<PartsHandedOut>>> IssueAsync(IReadOnlyList<Guid> lineIds, IReadOnlyList<PieceUsed> pieces, CancellationToken cancel) =>
        dispatcher.Send(new IssueParts.Command(lineIds) { Pieces = pieces }, Store, cancel: cancel);

    public async Task<Result<PartsHandedOut>> IssueAsync(Guid lineId, CancellationToken cancel) => Single(await IssueAsync([lineId], cancel));

    public Task<Result<PartsHandedOut>> ReturnAsync(Guid lineId, Guid returnId, decimal quantity, string reason, CancellationToken cancel) =>
        dispatcher.Send(new ReturnParts.Command(lineId, returnId, quantity, reason), Store, cancel: cancel);

    public Task<Result<PartsHandedOut>> ReturnAsync(Guid lineId, Guid returnId, decimal quantity, string? serials, string reason, CancellationToken cancel) =>
        dispatcher.Send(new ReturnParts.Command(lineId, returnId, quantity, reason) { Serials = serials }, Store, cancel: cancel);

    public async Task<IReadOnlyList<SerialLine>> SerialsAsync(Guid orderId, CancellationToken cancel) =>
        (await dispatcher.Send(new ListOrderSerials.Query(orderId), Store, cancel: cancel)).OrUnanswered();

    private static Result<T> Single<T>(Result<IReadOnlyList<T>> answers) => answers.Succeeded ? answers.Value[0] : answers.Error;

    private async Task<IReadOnlyList<PartOffer>> Offers(FindPartOffers.Query query, CancellationToken cancel) =>
        (await dispatcher.Send(query, Store, cancel: cancel)).OrUnanswered();
}
