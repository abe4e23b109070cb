using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Branches;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Localization;
using ServiceErp.SpareParts.Domain.Classes;
using ServiceErp.SpareParts.Domain.Purchasing;
using ServiceErp.SpareParts.Domain.Warehouses;
using ServiceErp.SpareParts.Features.Classes;
using ServiceErp.SpareParts.Persistence;

namespace ServiceErp.SpareParts.Features.Purchasing;

/// <summary>A proposal with its lines, each explained in words and figures, and the orders that were made of it.</summary>
public static class GetProposal
{
    [Requires(SparePartsPermissions.PurchaseRead)]
    public sealed record Query(Guid Id) : IQuery<Answer>;

    public sealed record Answer(
        Guid Id, int Version, string Number, PurchaseProposalState State, string Warehouse, string Currency, Instant CreatedAt, string Person, Instant? DecidedAt, string? DecidedBy, decimal Amount,
        IReadOnlyList<Line> Lines, IReadOnlyList<Order> Orders, IReadOnlyList<ExplainedTrigger<PurchaseProposalTrigger>> Actions)
    {
        /// <summary>The reader made it or changed it last, so another person approves it.</summary>
        public bool IsOwn { get; init; }
    }

    /// <param name="Explanation">Why this much, sentence by sentence.</param>
    /// <param name="AboveLimit">The amount is above the limit of the part's class.</param>
    public sealed record Line(
        Guid Id, int Number, Guid PartId, string PartNumber, string PartName, string Unit, AbcClass Class, ProposalCause Cause, decimal Suggested, decimal Quantity, Guid? SupplierId, string? Supplier, decimal? Price, decimal Amount,
        bool AboveLimit, IReadOnlyList<string> Explanation, IReadOnlyList<Choice> Suppliers);

    /// <summary>A supplier that has the part.</summary>
    public sealed record Choice(Guid Id, string Name, decimal? Price);

    public sealed record Order(Guid Id, string Number, string Supplier);

    internal sealed class Handler(SparePartsDbContext db, PurchaseDesk desk, IBranches branches, Texts texts) : IHandler<Query, Answer>
    {
        public async Task<Result<Answer>> Handle(Query q, CancellationToken cancel)
        {
            var proposal = await db.PurchaseProposals.AsNoTracking().Include(p => p.Warehouse).Include(p => p.Lines).ThenInclude(l => l.Part).Include(p => p.Lines).ThenInclude(l => l.Supplier).FirstOrDefaultAsync(p => p.Id == q.Id, cancel);
            if (proposal is null)
            {
                return PurchasingErrors.ProposalNotFound;
            }

            var terms = await db.TermsAsync(cancel);
            var offers = await desk.OffersAsync([.. proposal.Lines.Select(l => l.PartId)], proposal.BranchId, cancel);
            var names = await db.Suppliers.AsNoTracking().ToDictionaryAsync(s => s.Id, s => s.Name, cancel);
            var orders = await db.PurchaseOrders.AsNoTracking().Where(o => o.ProposalId == q.Id).OrderBy(o => o.Number).Select(o => new Order(o.Id, o.Number, o.Supplier.Name)).ToListAsync(cancel);
            var today = desk.Today(proposal.BranchId);
            var late = await db.PurchaseOrderLines.Where(l => l.Open > 0 && (l.ConfirmedOn ?? l.ExpectedOn) < today).Join(db.PurchaseOrders.Where(o => o.State == PurchaseOrderState.Ordered || o.State == PurchaseOrderState.PartlyReceived), l => l.PurchaseOrderId, o => o.Id, (l, o) => o.SupplierId)
                .GroupBy(s => s).Select(g => new { g.Key, Lines = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Lines, cancel);
            Guid[] parts = [.. proposal.Lines.Select(l => l.PartId)];
            var elsewhere = (await db.StockItems.AsNoTracking().Where(i => parts.Contains(i.PartId) && i.BranchId == proposal.BranchId && i.WarehouseId != proposal.WarehouseId && (i.Warehouse.Kind == WarehouseKind.Main || i.Warehouse.Kind == WarehouseKind.BranchStore))
                .GroupBy(i => new { i.PartId, i.Warehouse.Code }).Select(g => new { g.Key.PartId, g.Key.Code, Free = g.Sum(i => i.OnHand) - g.Sum(i => i.Reserved) }).ToListAsync(cancel)).Where(e => e.Free > 0).ToLookup(e => e.PartId, e => (e.Code, e.Free));
            return new Answer(
                proposal.Id, proposal.Version, proposal.Number, proposal.State, proposal.Warehouse.Code, branches.Find(proposal.BranchId)?.Currency ?? "", proposal.CreatedAt, proposal.Person, proposal.DecidedAt, proposal.DecidedBy, proposal.Amount,
                [.. proposal.Lines.OrderBy(l => l.Line).Select(l => new Line(
                    l.Id, l.Line, l.PartId, l.PartNumber, l.Part.Name, l.Part.Unit, l.Class, l.Cause, l.Suggested, l.Quantity, l.SupplierId, l.Supplier?.Name, l.Price, l.Amount, l.Amount > terms[l.Class].ApprovalLimit,
                    ProposalWords.Explain(l, l.SupplierId is { } from ? late.GetValueOrDefault(from) : 0, elsewhere[l.PartId], texts), [.. offers[l.PartId].Select(o => new Choice(o.SupplierId, names.GetValueOrDefault(o.SupplierId, ""), o.Price))]))],
                orders,
                PurchaseProposalLifecycle.Table.Explain(proposal, proposal.State)) { IsOwn = proposal.IsOwnOf(desk.Me) };
        }
    }
}
