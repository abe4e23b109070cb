using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ServiceErp.Billing.Domain.Vouchers;
using ServiceErp.Platform.Dispatching;

namespace ServiceErp.Billing.Persistence.Configurations;

internal sealed class VoucherConfiguration : IEntityTypeConfiguration<Voucher>
{
    public void Configure(EntityTypeBuilder<Voucher> builder)
    {
        builder.ToTable("Voucher");
        builder.HasIndex(v => new { v.OrderId, v.About }).IsUnique();
        builder.HasIndex(v => new { v.State, v.ReleasedAt, v.Id });
        builder.HasIndex(v => new { v.ReleasedAt, v.Id });
        builder.HasIndex(v => new { v.OrderNumber, v.Id });
        builder.HasIndex(v => new { v.CustomerName, v.Id });
        builder.HasIndex(v => new { v.Payable, v.Id });
        builder.Property(v => v.About).HasMaxLength(40);
        builder.Property(v => v.CustomerAddress).HasMaxLength(500);
        builder.Property(v => v.Language).HasMaxLength(5);
        builder.Property(v => v.Currency).HasMaxLength(3);
        builder.Property(v => v.Reason).HasMaxLength(1000);

        // The lines are only ever read and written as a whole.
        builder.Property(v => v.Lines).HasMaxLength(-1).HasConversion(
            lines => JsonSerializer.Serialize(lines, ErpJson.Options),
            text => JsonSerializer.Deserialize<VoucherLine[]>(text, ErpJson.Options)!,
            new ValueComparer<IReadOnlyList<VoucherLine>>((a, b) => ReferenceEquals(a, b), lines => lines.Count, lines => lines));
    }
}
