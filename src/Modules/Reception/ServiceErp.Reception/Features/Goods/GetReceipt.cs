using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Attachments;
using ServiceErp.Platform.Branches;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Reception.Domain.Goods;
using ServiceErp.Reception.Persistence;

namespace ServiceErp.Reception.Features.Goods;

/// <summary>One goods receipt, with what its printed form says.</summary>
public static class GetReceipt
{
    [Requires(ReceptionPermissions.GoodsRead)]
    public sealed record Query(Guid Id) : IQuery<Answer>;

    public sealed record Answer(Guid Id, int Version, string Number, ReceiptState State, Guid RequestId, string RequestNumber, Guid OrderId, string? OrderNumber)
    {
        public required Guid CustomerId { get; init; }

        public required string CustomerName { get; init; }

        public required string CustomerPhone { get; init; }

        public required string CustomerAddress { get; init; }

        /// <summary>The language of the printed receipt.</summary>
        public required string Language { get; init; }

        public required string ModelName { get; init; }

        public required string SerialNumber { get; init; }

        public required string Fault { get; init; }

        public required ServiceCategory? Category { get; init; }

        public required Sentence? EntitlementReason { get; init; }

        public required string Condition { get; init; }

        public required string Accessories { get; init; }

        public required string Shelf { get; init; }

        public required string HandedInBy { get; init; }

        public required bool FromField { get; init; }

        public required Instant TakenInAt { get; init; }

        /// <summary>Since when the goods are in the house; null while the technician who took them along has them.</summary>
        public required Instant? ArrivedAt { get; init; }

        public required string? TakenAlongBy { get; init; }

        public required Instant? StoredAt { get; init; }

        public required string? AbandonedReason { get; init; }

        public required string? AbandonedBy { get; init; }

        /// <summary>Nobody fetches them, and reminding does not help: a manager may decide.</summary>
        public required bool IsAbandoned { get; init; }

        public required string TakenInBy { get; init; }

        public required Instant? ReadyAt { get; init; }

        public required int Reminders { get; init; }

        public required Instant? RemindedAt { get; init; }

        public required Instant? ReturnedAt { get; init; }

        public required string? ReturnedBy { get; init; }

        public required string? ReturnedTo { get; init; }

        public required Guid? SignatureId { get; init; }

        public required bool? ReceiptRetrieved { get; init; }

        public required string? NotRetrievedReason { get; init; }

        public required string BranchName { get; init; }

        public required string BranchAddress { get; init; }

        public required string BranchPhone { get; init; }

        public required IReadOnlyList<Attachment> Files { get; init; }
    }

    internal sealed class Handler(ReceptionDbContext db, GoodsDesk desk, IBranches branches, IAttachments? attachments = null) : IHandler<Query, Answer>
    {
        public async Task<Result<Answer>> Handle(Query query, CancellationToken cancel)
        {
            if (await db.Receipts.AsNoTracking().FirstOrDefaultAsync(r => r.Id == query.Id, cancel) is not { } receipt)
            {
                return GoodsErrors.NotFound;
            }

            var request = await db.Requests.AsNoTracking().Include(r => r.Decisions).FirstAsync(r => r.Id == receipt.RequestId, cancel);
            var customer = await db.Customers.AsNoTracking().FirstAsync(c => c.Id == receipt.CustomerId, cancel);
            var branch = branches.Of(receipt.BranchId);
            return new Answer(receipt.Id, receipt.Version, receipt.Number, receipt.State, receipt.RequestId, receipt.RequestNumber, receipt.OrderId, request.OrderNumber)
            {
                CustomerId = receipt.CustomerId,
                CustomerName = receipt.CustomerName,
                CustomerPhone = customer.Phone,
                CustomerAddress = customer.Address,
                Language = customer.Language,
                ModelName = receipt.ModelName,
                SerialNumber = receipt.SerialNumber,
                Fault = request.Fault,
                Category = request.Category,
                EntitlementReason = request.Entitlement?.Reason,
                Condition = receipt.Condition,
                Accessories = receipt.Accessories,
                Shelf = receipt.Shelf,
                HandedInBy = receipt.HandedInBy,
                FromField = receipt.FromField,
                TakenInAt = receipt.TakenInAt,
                ArrivedAt = receipt.ArrivedAt,
                TakenAlongBy = receipt.TakenAlongBy,
                StoredAt = receipt.StoredAt,
                AbandonedReason = receipt.AbandonedReason,
                AbandonedBy = receipt.AbandonedBy,
                IsAbandoned = await desk.AbandonmentRefusalAsync(receipt, cancel) is null,
                TakenInBy = receipt.TakenInBy,
                ReadyAt = receipt.ReadyAt,
                Reminders = receipt.Reminders,
                RemindedAt = receipt.RemindedAt,
                ReturnedAt = receipt.ReturnedAt,
                ReturnedBy = receipt.ReturnedBy,
                ReturnedTo = receipt.ReturnedTo,
                SignatureId = receipt.SignatureId,
                ReceiptRetrieved = receipt.ReceiptRetrieved,
                NotRetrievedReason = receipt.NotRetrievedReason,
                BranchName = branch.Name,
                BranchAddress = branch.Address,
                BranchPhone = branch.Phone,
                Files = attachments is null ? [] : await attachments.OfAsync(nameof(GoodsReceipt), receipt.Id, cancel),
            };
        }
    }
}
