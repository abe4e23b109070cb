using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ServiceErp.Billing.Domain.Taxes;
using ServiceErp.Billing.Domain.Terms;

namespace ServiceErp.Billing.Persistence.Configurations;

internal sealed class TaxRateConfiguration : IEntityTypeConfiguration<TaxRate>
{
    public void Configure(EntityTypeBuilder<TaxRate> builder)
    {
        builder.ToTable("TaxRate");
        builder.Property(r => r.Code).HasMaxLength(40);
        builder.HasIndex(r => new { r.Code, r.ValidFrom });
    }
}

internal sealed class PaymentTermsConfiguration : IEntityTypeConfiguration<PaymentTerms>
{
    public void Configure(EntityTypeBuilder<PaymentTerms> builder)
    {
        builder.ToTable("PaymentTerms");
        builder.HasIndex(t => t.BranchId).IsUnique();
        builder.Property(t => t.TaxCode).HasMaxLength(40);
        builder.Property(t => t.PaymentDetails).HasMaxLength(1000);
    }
}
