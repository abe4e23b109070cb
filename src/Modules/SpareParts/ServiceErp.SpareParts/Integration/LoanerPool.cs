using Microsoft.EntityFrameworkCore;
using ServiceErp.SpareParts.Domain.Loaners;
using ServiceErp.SpareParts.Persistence;

namespace ServiceErp.SpareParts.Integration;

/// <summary>Tells the workshop which loaner keeps an order open.</summary>
internal sealed class LoanerPool(SparePartsDbContext db) : ILoanerPool
{
    public async Task<LoanerOut?> HoldingAsync(Guid orderId, CancellationToken cancel) =>
        await db.Loans.IgnoreQueryFilters().AsNoTracking().Where(l => l.OrderId == orderId && l.State == LoanState.Out && l.ReleasedAt == null)
            .Select(l => new LoanerOut(l.Id, l.Number, l.ModelCode + " " + l.Serial, l.DueOn)).FirstOrDefaultAsync(cancel);
}
