using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ServiceErp.SpareParts.Domain.Counts;

namespace ServiceErp.SpareParts.Persistence.Configurations;

internal sealed class StockCountTable : IEntityTypeConfiguration<StockCount>
{
    public void Configure(EntityTypeBuilder<StockCount> count)
    {
        count.ToTable("StockCount");
        count.Property(s => s.Number).HasMaxLength(40);
        count.HasOne(s => s.Warehouse).WithMany().HasForeignKey(s => s.WarehouseId).OnDelete(DeleteBehavior.Restrict);
        count.HasIndex(s => s.Number).IsUnique();
        count.HasIndex(s => new { s.CreatedAt, s.Id });
        count.HasIndex(s => new { s.BranchId, s.PlannedFor });
        count.HasIndex(s => new { s.WarehouseId, s.State });
    }
}

internal sealed class CountLineTable : IEntityTypeConfiguration<CountLine>
{
    public void Configure(EntityTypeBuilder<CountLine> line)
    {
        line.ToTable("CountLine");
        line.Property(l => l.PartNumber).HasMaxLength(60);
        line.HasOne<StockCount>().WithMany().HasForeignKey(l => l.StockCountId).OnDelete(DeleteBehavior.Cascade);
        line.HasOne(l => l.Part).WithMany().HasForeignKey(l => l.PartId).OnDelete(DeleteBehavior.Restrict);
        line.HasOne(l => l.Bin).WithMany().HasForeignKey(l => l.BinId).OnDelete(DeleteBehavior.Restrict);
        line.HasIndex(l => new { l.StockCountId, l.PartId });
        line.HasIndex(l => new { l.PartNumber, l.Id });
        line.HasIndex(l => new { l.PartId, l.WarehouseId, l.BinId, l.CountedAt });
        line.HasIndex(l => new { l.PostedOn, l.Class });
    }
}

internal sealed class CountScanTable : IEntityTypeConfiguration<CountScan>
{
    public void Configure(EntityTypeBuilder<CountScan> scan)
    {
        scan.ToTable("CountScan");
        scan.HasOne<CountLine>().WithMany().HasForeignKey(s => s.CountLineId).OnDelete(DeleteBehavior.Cascade);
        scan.HasIndex(s => s.CountLineId);
    }
}

internal sealed class CountRulesTable : IEntityTypeConfiguration<CountRules>
{
    public void Configure(EntityTypeBuilder<CountRules> rules) => rules.ToTable("CountRules");
}
