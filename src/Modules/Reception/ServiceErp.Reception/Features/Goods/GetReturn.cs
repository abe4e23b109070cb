using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Billing;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Reception.Domain.Goods;
using ServiceErp.Reception.Persistence;

namespace ServiceErp.Reception.Features.Goods;

/// <summary>What stands between the goods and the customer (REC-5).</summary>
public static class GetReturn
{
    /// <param name="Code">Number of the receipt, request or order, or the identity of the receipt.</param>
    [Requires(ReceptionPermissions.GoodsRead)]
    public sealed record Query(string? Code) : IQuery<Answer>;

    public sealed record Answer(Guid Id, int Version, string Number, ReceiptState State, Guid RequestId, string RequestNumber, Guid OrderId, string CustomerName, string ModelName, string SerialNumber)
    {
        public required string Shelf { get; init; }

        public required string Condition { get; init; }

        public required string Accessories { get; init; }

        public required Instant TakenInAt { get; init; }

        public required Instant? ReturnedAt { get; init; }

        public required string? ReturnedTo { get; init; }

        public required IReadOnlyList<ReturnCheck> Checks { get; init; }

        public required decimal? Open { get; init; }

        public required string? Currency { get; init; }

        /// <summary>Whether nothing but the signature is missing.</summary>
        public bool MayLeave => State == ReceiptState.Issued && Checks.All(check => check.Met);

        /// <summary>Whether nothing but the payment is missing, which a supervisor may waive with a reason.</summary>
        public bool MayLeaveUnpaid => State == ReceiptState.Issued && !MayLeave && Checks.All(check => check.Met || check.CanBeWaived);
    }

    internal sealed class Handler(ReceptionDbContext db, GoodsDesk desk, IReceivables? receivables = null) : IHandler<Query, Answer>
    {
        public async Task<Result<Answer>> Handle(Query query, CancellationToken cancel)
        {
            var code = (query.Code ?? "").Trim().ToUpperInvariant();
            var id = Guid.TryParse(code, out var parsed) ? parsed : Guid.Empty;
            var receipt = await db.Receipts.AsNoTracking().Where(r => r.Number == code || r.Id == id).FirstOrDefaultAsync(cancel)
                ?? await (from request in db.Requests
                          where request.Number == code || request.OrderNumber == code
                          join found in db.Receipts on request.Id equals found.RequestId
                          orderby found.TakenInAt descending
                          select found).AsNoTracking().FirstOrDefaultAsync(cancel);
            if (receipt is null)
            {
                return Error.NotFound("Reception.Goods.NotFound", "There is no goods receipt for {0}. Check the number.", query.Code).On(nameof(query.Code));
            }

            var balance = receivables is null ? null : await receivables.OfOrderAsync(receipt.OrderId, cancel);
            return new Answer(receipt.Id, receipt.Version, receipt.Number, receipt.State, receipt.RequestId, receipt.RequestNumber, receipt.OrderId, receipt.CustomerName, receipt.ModelName, receipt.SerialNumber)
            {
                Shelf = receipt.Shelf,
                Condition = receipt.Condition,
                Accessories = receipt.Accessories,
                TakenInAt = receipt.TakenInAt,
                ReturnedAt = receipt.ReturnedAt,
                ReturnedTo = receipt.ReturnedTo,
                Checks = receipt.State != ReceiptState.Issued ? [] : [.. (await desk.ChecksAsync(receipt, cancel)).Select(check => check.Check)],
                Open = balance?.Open,
                Currency = balance?.Currency,
            };
        }
    }
}
