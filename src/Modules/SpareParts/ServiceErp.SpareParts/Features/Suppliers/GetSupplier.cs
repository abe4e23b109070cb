using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Branches;
using ServiceErp.Platform.Dispatching;
using ServiceErp.SpareParts.Domain.Claims;
using ServiceErp.SpareParts.Domain.Defects;
using ServiceErp.SpareParts.Domain.Purchasing;
using ServiceErp.SpareParts.Persistence;

namespace ServiceErp.SpareParts.Features.Suppliers;

/// <summary>A supplier with what is on order there, and what of theirs lies apart because it is defective.</summary>
public static class GetSupplier
{
    private const int MostRows = 10;

    [Requires(SparePartsPermissions.PurchaseRead)]
    public sealed record Query(Guid Id) : IQuery<Answer>;

    public sealed record Answer(Guid Id, int Version, string Number, string Name, string? Email, string? Phone, bool Active)
    {
        /// <summary>Parts that they deliver.</summary>
        public int Parts { get; init; }

        /// <summary>The newest orders that are not over.</summary>
        public IReadOnlyList<Order> Orders { get; init; } = [];

        /// <summary>Defective goods of theirs, those that are held first.</summary>
        public IReadOnlyList<Goods> Defects { get; init; } = [];

        public int? WarrantyMonths { get; init; }

        public int AnswerDays { get; init; }

        /// <summary>The newest claims.</summary>
        public IReadOnlyList<Claim> Claims { get; init; } = [];

        /// <summary>What those that are held cost, in each currency of the branches.</summary>
        public IReadOnlyList<Money> HeldValues { get; init; } = [];
    }

    public sealed record Claim(Guid Id, string Number, SupplierClaimState State, LocalDate? DueOn, decimal Claimed, decimal Accepted, decimal Recovered, string Currency);

    public sealed record Order(Guid Id, string Number, PurchaseOrderState State, LocalDate? ExpectedOn, decimal Amount, string Currency);

    public sealed record Goods(Guid Id, DefectState State, DefectSource Source, Guid PartId, string PartNumber, decimal Quantity, string Unit, string Defect, Guid? PurchaseOrderId, string? PurchaseOrder, Guid? ExitDocumentId, string? ExitDocument);

    internal sealed class Handler(SparePartsDbContext db, IBranches branches) : IHandler<Query, Answer>
    {
        public async Task<Result<Answer>> Handle(Query q, CancellationToken cancel)
        {
            var supplier = await db.Suppliers.AsNoTracking().FirstOrDefaultAsync(s => s.Id == q.Id, cancel);
            if (supplier is null)
            {
                return Error.NotFound("SpareParts.Supplier.NotFound", "This supplier does not exist.");
            }

            var goods = db.DefectiveParts.AsNoTracking().Where(d => d.SupplierId == q.Id);
            var held = await goods.Where(d => d.State == DefectState.Held && d.UnitCost != null).Select(d => new { d.Quantity, d.UnitCost, d.BranchId }).ToListAsync(cancel);
            return new Answer(supplier.Id, supplier.Version, supplier.Number, supplier.Name, supplier.Email, supplier.Phone, supplier.Active)
            {
                Parts = await db.PartSuppliers.CountAsync(s => s.SupplierId == q.Id, cancel),
                Orders = await db.PurchaseOrders.AsNoTracking()
                    .Where(o => o.SupplierId == q.Id && (o.State == PurchaseOrderState.Draft || o.State == PurchaseOrderState.Ordered || o.State == PurchaseOrderState.PartlyReceived))
                    .OrderByDescending(o => o.CreatedAt).ThenByDescending(o => o.Id).Take(MostRows).Select(o => new Order(o.Id, o.Number, o.State, o.ExpectedOn, o.Amount, o.Currency)).ToListAsync(cancel),
                Defects = await goods.OrderBy(d => d.State == DefectState.Held ? 0 : 1).ThenByDescending(d => d.FoundAt).ThenByDescending(d => d.Id).Take(MostRows)
                    .Select(d => new Goods(d.Id, d.State, d.Source, d.PartId, d.PartNumber, d.Quantity, d.Unit, d.Defect, d.PurchaseOrderId, d.PurchaseOrderNumber, d.ExitDocumentId, d.ExitDocumentNumber)).ToListAsync(cancel),
                WarrantyMonths = supplier.WarrantyMonths,
                AnswerDays = supplier.AnswerDays,
                Claims = await db.SupplierClaims.AsNoTracking().Where(c => c.SupplierId == q.Id).OrderByDescending(c => c.CreatedAt).ThenByDescending(c => c.Id).Take(MostRows)
                    .Select(c => new Claim(c.Id, c.Number, c.State, c.DueOn, c.Claimed, c.Accepted, c.Credited + c.Replaced, c.Currency)).ToListAsync(cancel),
                HeldValues = [.. held.GroupBy(h => branches.CurrencyOf(h.BranchId)).Where(g => g.Key.Length > 0).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => new Money(g.Sum(h => h.Quantity * h.UnitCost!.Value), g.Key).Round())],
            };
        }
    }
}
