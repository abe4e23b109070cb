using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ServiceErp.SpareParts.Domain.Defects;

namespace ServiceErp.SpareParts.Persistence.Configurations;

internal sealed class DefectivePartTable : IEntityTypeConfiguration<DefectivePart>
{
    public void Configure(EntityTypeBuilder<DefectivePart> defect)
    {
        defect.ToTable("DefectivePart");
        defect.Ignore(d => d.SerialList);
        defect.Property(d => d.PartNumber).HasMaxLength(60);
        defect.Property(d => d.Unit).HasMaxLength(20);
        defect.Property(d => d.Serials).HasMaxLength(-1);
        defect.Property(d => d.Defect).HasMaxLength(1000);
        defect.Property(d => d.PurchaseOrderNumber).HasMaxLength(40);
        defect.Property(d => d.DeliveryNote).HasMaxLength(80);
        defect.Property(d => d.EntryDocumentNumber).HasMaxLength(40);
        defect.Property(d => d.ExitDocumentNumber).HasMaxLength(40);
        defect.HasOne(d => d.Part).WithMany().HasForeignKey(d => d.PartId).OnDelete(DeleteBehavior.Restrict);
        defect.HasOne(d => d.Supplier).WithMany().HasForeignKey(d => d.SupplierId).OnDelete(DeleteBehavior.Restrict);
        defect.HasOne(d => d.Warehouse).WithMany().HasForeignKey(d => d.WarehouseId).OnDelete(DeleteBehavior.Restrict);
        defect.HasIndex(d => new { d.FoundAt, d.Id });
        defect.HasIndex(d => new { d.State, d.FoundAt, d.Id });
        defect.HasIndex(d => new { d.PartNumber, d.Id });
        defect.HasIndex(d => new { d.SupplierId, d.State });
        defect.Property(d => d.OrderNumber).HasMaxLength(40);
        defect.Property(d => d.Device).HasMaxLength(200);
        defect.Property(d => d.ClaimNumber).HasMaxLength(40);
        defect.HasIndex(d => d.LineId);
        defect.HasIndex(d => d.ClaimId);
        defect.HasIndex(d => d.PurchaseOrderId);
        defect.HasIndex(d => d.EntryDocumentId);
        defect.HasIndex(d => d.ExitDocumentId);
    }
}
