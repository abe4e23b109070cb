using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Attachments;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Persistence;
using ServiceErp.SpareParts.Domain.Claims;
using ServiceErp.SpareParts.Domain.Defects;
using ServiceErp.SpareParts.Persistence;

namespace ServiceErp.SpareParts.Features.Claims;

/// <summary>A claim with its goods, what the supplier answered, what came back, and what may be done with it.</summary>
public static class GetSupplierClaim
{
    [Requires(SparePartsPermissions.ClaimRead)]
    public sealed record Query(Guid Id) : IQuery<Answer>;

    public sealed record Answer(
        Guid Id, int Version, Guid BranchId, string Number, SupplierClaimState State, Guid SupplierId, string Supplier, string? SupplierEmail, string? SupplierPhone, string Currency, string? Note, string? Reference,
        Instant CreatedAt, string Person, LocalDate? SentOn, LocalDate? DueOn, bool IsOverdue, LocalDate? AnsweredOn, int? DaysToAnswer, string? ReturnDocument, decimal Claimed, decimal Accepted, decimal Credited,
        decimal Replaced, decimal Open, string? MoreBecause)
    {
        public IReadOnlyList<Line> Lines { get; init; } = [];

        public IReadOnlyList<Credit> Credits { get; init; } = [];

        public IReadOnlyList<Replacement> Replacements { get; init; } = [];

        public IReadOnlyList<Comeback> Comebacks { get; init; } = [];

        public IReadOnlyList<ExplainedTrigger<SupplierClaimTrigger>> Actions { get; init; } = [];

        public IReadOnlyList<Attachment> Files { get; init; } = [];

        public IReadOnlyList<HistoryStep> History { get; init; } = [];

        public bool IsShipped => ReturnDocument is not null;
    }

    /// <param name="InCover">Whether it was found within the supplier's warranty; null when nobody knows.</param>
    public sealed record Line(
        Guid Id, int Number, Guid PartId, string PartNumber, string PartName, string? SupplierNumber, string Unit, bool SerialTracked, decimal Quantity, string? Serials, decimal Price, decimal Amount, string Defect, Guid? PurchaseOrderId,
        string? PurchaseOrder, string? DeliveryNote, LocalDate? ReceivedOn, LocalDate? CoveredUntil, bool? InCover, Guid? OrderId, string? OrderNumber, string? Device, decimal? Accepted, decimal AcceptedAmount, string? Answered, decimal Replaced,
        DefectState GoodsState, string? Place, Guid? ExitDocumentId, string? ExitDocument)
    {
        public decimal ToReplace => (Accepted ?? 0) - Replaced;

        /// <summary>Refused ones that came back.</summary>
        public decimal CameBack { get; init; }

        /// <summary>Refused ones that the supplier still has.</summary>
        public decimal RefusedThere { get; init; }
    }

    public sealed record Credit(string Number, LocalDate Day, decimal Amount, string? Reason, string Person);

    public sealed record Replacement(string DeliveryNote, LocalDate Day, decimal Value, Guid? DocumentId, string? Document, string Person);

    public sealed record Comeback(string PartNumber, decimal Quantity, string Unit, LocalDate Day, Guid DocumentId, string Document, string Person);

    internal sealed class Handler(SparePartsDbContext db, ClaimDesk desk, IAttachments attachments) : IHandler<Query, Answer>
    {
        public async Task<Result<Answer>> Handle(Query q, CancellationToken cancel)
        {
            var claim = await db.SupplierClaims.AsNoTracking().Include(c => c.Supplier).Include(c => c.Lines).ThenInclude(l => l.Part).Include(c => c.Credits).Include(c => c.Replacements).Include(c => c.Comebacks).AsSplitQuery()
                .FirstOrDefaultAsync(c => c.Id == q.Id, cancel);
            if (claim is null)
            {
                return ClaimErrors.NotFound;
            }

            var wanted = claim.Lines.Select(l => l.DefectivePartId).ToArray();
            var goods = await db.DefectiveParts.AsNoTracking().Include(d => d.Warehouse).Where(d => wanted.Contains(d.Id)).ToDictionaryAsync(d => d.Id, cancel);
            return new Answer(
                claim.Id, claim.Version, claim.BranchId, claim.Number, claim.State, claim.SupplierId, claim.Supplier.Name, claim.Supplier.Email, claim.Supplier.Phone, claim.Currency, claim.Note, claim.Reference,
                claim.CreatedAt, claim.Person, claim.SentOn, claim.DueOn, claim.DueOn < desk.Today(claim.BranchId), claim.AnsweredOn, claim.DaysToAnswer, claim.ReturnDocumentNumber, claim.Claimed, claim.Accepted, claim.Credited,
                claim.Replaced, claim.Open, claim.MoreBecause)
            {
                Lines = [.. claim.Lines.OrderBy(l => l.Line).Select(l => Told(l, goods[l.DefectivePartId], desk.DayOf(claim.BranchId, goods[l.DefectivePartId].FoundAt)) with { CameBack = l.CameBack, RefusedThere = claim.IsShipped ? l.RefusedThere : 0 })],
                Credits = [.. claim.Credits.OrderBy(c => c.At).ThenBy(c => c.Id).Select(c => new Credit(c.Number, c.Day, c.Amount, c.Reason, c.Person))],
                Replacements = [.. claim.Replacements.OrderBy(r => r.At).ThenBy(r => r.Id).Select(r => new Replacement(r.DeliveryNote, r.Day, r.Value, r.DocumentId, r.DocumentNumber, r.Person))],
                Comebacks = [.. claim.Comebacks.OrderBy(b => b.At).ThenBy(b => b.Id).Select(b => new Comeback(b.PartNumber, b.Quantity, b.Unit, b.Day, b.DocumentId, b.DocumentNumber, b.Person))],
                Actions = SupplierClaimLifecycle.Table.Explain(claim, claim.State),
                Files = await attachments.OfAsync(nameof(SupplierClaim), claim.Id, cancel),
                History = await db.HistoryOfAsync(claim.Id, cancel),
            };
        }

        private static Line Told(SupplierClaimLine l, DefectivePart goods, LocalDate found) => new(
            l.Id, l.Line, l.PartId, l.PartNumber, l.Part.Name, l.SupplierNumber, l.Unit, l.Part.SerialTracked, l.Quantity, l.Serials, l.Price, l.Amount, l.Defect, l.PurchaseOrderId, l.PurchaseOrderNumber, l.DeliveryNote, l.ReceivedOn,
            l.CoveredUntil, l.CoveredUntil is { } until ? found <= until : null, l.OrderId, l.OrderNumber, l.Device, l.Accepted, l.AcceptedAmount, l.Answer, l.Replaced, goods.State, goods.Warehouse?.Code, goods.ExitDocumentId, goods.ExitDocumentNumber);
    }
}
