using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.SpareParts;
using ServiceErp.Workshop.Domain.Orders;
using ServiceErp.Workshop.Domain.Quotations;
using ServiceErp.Workshop.Persistence;

namespace ServiceErp.Workshop.Features.Orders;

/// <summary>An order whose customer no longer wants it, through whichever door: asked and ended by the same rule.</summary>
internal static class Ending
{
    /// <summary>Why it can't end now, with what to do: work that is done or runs, parts that are out, a loaner that is out (PAR-6).</summary>
    public static async Task<Error?> EndRefusalAsync(this WorkshopDbContext db, ServiceOrder order, ILoanerPool? loaners, CancellationToken cancel) =>
        order.EndRefusal(await db.RunningTimersAsync(order, cancel)) ?? await loaners.RefusalAsync(order.Id, cancel);

    /// <summary>Ends it; what was offered to the customer is off the table.</summary>
    public static async Task<Result> EndAsync(this WorkshopDbContext db, ServiceOrder order, string reason, ILoanerPool? loaners, Instant now, CancellationToken cancel)
    {
        if (await db.EndRefusalAsync(order, loaners, cancel) is { } refusal)
        {
            return refusal;
        }

        await db.WithdrawQuotationsAsync(order.Id, cancel);
        return order.End(reason, now);
    }

    /// <summary>Takes back what waits for the customer's answer.</summary>
    public static async Task WithdrawQuotationsAsync(this WorkshopDbContext db, Guid orderId, CancellationToken cancel)
    {
        foreach (var open in await db.Quotations.Where(q => q.OrderId == orderId && (q.State == QuotationState.Sent || q.State == QuotationState.Draft)).ToListAsync(cancel))
        {
            open.Supersede();
        }
    }
}
