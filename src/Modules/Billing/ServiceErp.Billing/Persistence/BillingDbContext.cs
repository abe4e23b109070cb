using Microsoft.EntityFrameworkCore;
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
        foreach (var entry in ChangeTracker.Entries())
        {
            if (entry.State is EntityState.Unchanged or EntityState.Added or EntityState.Detached)
            {
                continue;
            }

            var broken = entry.Entity switch
            {
                Invoice => entry.OriginalValues.GetValue<InvoiceState>(nameof(Invoice.State)) != InvoiceState.Draft
                    && (entry.State == EntityState.Deleted || entry.Properties.Any(p => p.IsModified && !Balances.Contains(p.Metadata.Name) && !Equals(p.OriginalValue, p.CurrentValue))),
                InvoiceLine line => entry.State == EntityState.Modified
                    || Invoices.Local.FirstOrDefault(i => i.Id == line.InvoiceId) is not { } invoice || Entry(invoice).OriginalValues.GetValue<InvoiceState>(nameof(Invoice.State)) != InvoiceState.Draft,
                Payment or CreditNote or CreditNoteLine => true,
                _ => false,
            };
            if (broken)
            {
                throw new InvalidOperationException($"{entry.Metadata.ClrType.Name} of an issued invoice must not change.");
            }
        }
    }
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
