using Microsoft.EntityFrameworkCore;
using ServiceErp.Billing.Domain.Invoices;
using ServiceErp.Billing.Domain.Vouchers;
using ServiceErp.Billing.Persistence;
using ServiceErp.Kernel;
using ServiceErp.Platform.Ui;

namespace ServiceErp.Billing.Integration;

internal sealed class VoucherLifecycleCounts(BillingDbContext db) : ILifecycleCounts
{
    public ILifecycle Lifecycle => VoucherLifecycle.Table;

    public string Title => "Vouchers";

    public string Permission => BillingPermissions.VoucherRead;

    public async Task<IReadOnlyDictionary<string, int>> CountAsync(CancellationToken cancel) =>
        (await db.Vouchers.AsNoTracking().GroupBy(v => v.State).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(cancel)).ToDictionary(g => g.Key.ToString(), g => g.Count);

    public string HrefOf(string state) => $"/billing/vouchers?state={state}";
}

internal sealed class InvoiceLifecycleCounts(BillingDbContext db) : ILifecycleCounts
{
    public ILifecycle Lifecycle => InvoiceLifecycle.Table;

    public string Title => "Invoices";

    public string Permission => BillingPermissions.InvoiceRead;

    public async Task<IReadOnlyDictionary<string, int>> CountAsync(CancellationToken cancel) =>
        (await db.Invoices.AsNoTracking().GroupBy(i => i.State).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(cancel)).ToDictionary(g => g.Key.ToString(), g => g.Count);

    public string HrefOf(string state) => $"/billing/invoices?state={state}";
}
