using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ServiceErp.Billing.Domain.Invoices;

namespace ServiceErp.Billing.Persistence.Configurations;

internal sealed class InvoiceConfiguration : IEntityTypeConfiguration<Invoice>
{
    public void Configure(EntityTypeBuilder<Invoice> builder)
    {
        builder.ToTable("Invoice");
        builder.HasIndex(i => i.OrderId);
        builder.HasIndex(i => i.VoucherId);
        builder.HasIndex(i => i.Number).IsUnique().HasFilter("Number <> ''").HasDatabaseName("IX_Invoice_LegalNumber");
        builder.HasIndex(i => new { i.Number, i.Id });
        builder.HasIndex(i => new { i.IssuedOn, i.Id });
        builder.HasIndex(i => new { i.DueOn, i.Id });
        builder.HasIndex(i => new { i.CustomerName, i.Id });
        builder.HasIndex(i => new { i.Gross, i.Id });
        builder.HasIndex(i => new { i.State, i.IssuedOn });
        builder.Property(i => i.Number).HasMaxLength(40);
        builder.Property(i => i.CustomerAddress).HasMaxLength(500);
        builder.Property(i => i.CustomerTaxNumber).HasMaxLength(40);
        builder.Property(i => i.Language).HasMaxLength(5);
        builder.Property(i => i.Currency).HasMaxLength(3);
        builder.Property(i => i.Note).HasMaxLength(1000);
        builder.Property(i => i.PaymentDetails).HasMaxLength(1000);
        builder.HasMany(i => i.Lines).WithOne().HasForeignKey(l => l.InvoiceId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(i => i.Payments).WithOne().HasForeignKey(p => p.InvoiceId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(i => i.CreditNotes).WithOne().HasForeignKey(n => n.InvoiceId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class InvoiceLineConfiguration : IEntityTypeConfiguration<InvoiceLine>
{
    public void Configure(EntityTypeBuilder<InvoiceLine> builder)
    {
        builder.ToTable("InvoiceLine");
        builder.Property(l => l.Text).HasMaxLength(500);
        builder.Property(l => l.ReductionReason).HasMaxLength(1000);
        builder.Property(l => l.Unit).HasMaxLength(20);
        builder.Property(l => l.TaxCode).HasMaxLength(40);
    }
}

internal sealed class PaymentConfiguration : IEntityTypeConfiguration<Payment>
{
    public void Configure(EntityTypeBuilder<Payment> builder)
    {
        builder.ToTable("Payment");
        builder.HasIndex(p => p.On);
    }
}

internal sealed class CreditNoteConfiguration : IEntityTypeConfiguration<CreditNote>
{
    public void Configure(EntityTypeBuilder<CreditNote> builder)
    {
        builder.ToTable("CreditNote");
        builder.Property(n => n.Number).HasMaxLength(40);
        builder.Property(n => n.Reason).HasMaxLength(1000);
        builder.HasIndex(n => n.Number).IsUnique();
        builder.HasMany(n => n.Lines).WithOne().HasForeignKey("CreditNoteId").OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class CreditNoteLineConfiguration : IEntityTypeConfiguration<CreditNoteLine>
{
    public void Configure(EntityTypeBuilder<CreditNoteLine> builder)
    {
        builder.ToTable("CreditNoteLine");
        builder.Property(l => l.Text).HasMaxLength(500);
        builder.Property(l => l.TaxCode).HasMaxLength(40);
        builder.HasIndex(l => l.InvoiceLineId);
    }
}
