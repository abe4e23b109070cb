using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using ServiceErp.Billing.Domain.Invoices;
using ServiceErp.Billing.Domain.Taxes;
using ServiceErp.Billing.Domain.Terms;
using ServiceErp.Billing.Domain.Vouchers;
using ServiceErp.Platform.Persistence;

namespace ServiceErp.Billing.Persistence;

internal abstract class BillingDbContext(DbContextOptions options) : ModuleDbContext(options)
{
    /// <summary>What may still change on an issued invoice: what happened to it, never what is printed on it.</summary>
    private static readonly HashSet<string> Balances = [nameof(Invoice.State), nameof(Invoice.Paid), nameof(Invoice.Credited), nameof(Invoice.Open), nameof(Invoice.ReminderLevel), nameof(Invoice.RemindedOn), nameof(Invoice.Version)];

    public override string Schema => "billing";

    public DbSet<Voucher> Vouchers => Set<Voucher>();

    public DbSet<Invoice> Invoices => Set<Invoice>();

    public DbSet<CreditNote> CreditNotes => Set<CreditNote>();

    public DbSet<TaxRate> TaxRates => Set<TaxRate>();

    public DbSet<PaymentTerms> Terms => Set<PaymentTerms>();

    /// <summary>BIL-3: a fault in the program must not reach a legal document.</summary>
    protected override void GuardStoring()
    {
        var drafts = ChangeTracker.Entries<Invoice>().Where(e => e.State != EntityState.Added && StateBefore(e) == InvoiceState.Draft).Select(e => e.Entity.Id).ToHashSet();
        foreach (var entry in ChangeTracker.Entries().Where(e => e.State is EntityState.Modified or EntityState.Deleted))
        {
            var broken = entry.Entity switch
            {
                Invoice invoice => !drafts.Contains(invoice.Id)
                    && (entry.State == EntityState.Deleted || entry.Properties.Any(p => p.IsModified && !Balances.Contains(p.Metadata.Name) && !Equals(p.OriginalValue, p.CurrentValue))),
                InvoiceLine line => entry.State == EntityState.Modified || !drafts.Contains(line.InvoiceId),
                Payment or CreditNote or CreditNoteLine => true,
                _ => false,
            };
            if (broken)
            {
                throw new InvalidOperationException($"{entry.Metadata.ClrType.Name} of an issued invoice must not change.");
            }
        }
    }

    private static InvoiceState StateBefore(EntityEntry entry) => entry.OriginalValues.GetValue<InvoiceState>(nameof(Invoice.State));
}

internal sealed class SqliteBillingDbContext(DbContextOptions<SqliteBillingDbContext> options) : BillingDbContext(options)
{
    public SqliteBillingDbContext()
        : this(DesignTime.Sqlite<SqliteBillingDbContext>("billing"))
    {
    }
}

internal sealed class SqlServerBillingDbContext(DbContextOptions<SqlServerBillingDbContext> options) : BillingDbContext(options)
{
    public SqlServerBillingDbContext()
        : this(DesignTime.SqlServer<SqlServerBillingDbContext>("billing"))
    {
    }
}
