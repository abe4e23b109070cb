using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ServiceErp.Platform.Persistence;
using ServiceErp.SpareParts.Domain.Claims;
using ServiceErp.SpareParts.Domain.Defects;

namespace ServiceErp.SpareParts.Persistence.Configurations;

internal sealed class SupplierClaimTable : IEntityTypeConfiguration<SupplierClaim>
{
    public void Configure(EntityTypeBuilder<SupplierClaim> claim)
    {
        claim.ToTable("SupplierClaim");
        claim.Property(c => c.Number).HasMaxLength(40);
        claim.Property(c => c.Currency).HasMaxLength(3);
        claim.Property(c => c.Note).HasMaxLength(1000);
        claim.Property(c => c.Reference).HasMaxLength(80);
        claim.Property(c => c.ReturnDocumentNumber).HasMaxLength(400).CutsToFit();
        claim.Property(c => c.MoreBecause).HasMaxLength(1000);
        claim.Ignore(c => c.Open);
        claim.HasIndex(c => c.Number).IsUnique();
        claim.HasIndex(c => new { c.CreatedAt, c.Id });
        claim.HasIndex(c => new { c.State, c.CreatedAt, c.Id });
        claim.HasIndex(c => new { c.Claimed, c.Id });
        claim.HasIndex(c => c.DueOn);
        claim.HasIndex(c => c.SentOn);
        claim.HasIndex(c => c.ReturnDocumentId);
        claim.HasOne(c => c.Supplier).WithMany().HasForeignKey(c => c.SupplierId).OnDelete(DeleteBehavior.Restrict);
        claim.HasMany(c => c.Lines).WithOne().HasForeignKey(l => l.SupplierClaimId);
        claim.HasMany(c => c.Credits).WithOne().HasForeignKey(c => c.SupplierClaimId);
        claim.HasMany(c => c.Replacements).WithOne().HasForeignKey(r => r.SupplierClaimId);
        claim.HasMany(c => c.Comebacks).WithOne().HasForeignKey(c => c.SupplierClaimId);
    }
}

internal sealed class SupplierClaimLineTable : IEntityTypeConfiguration<SupplierClaimLine>
{
    public void Configure(EntityTypeBuilder<SupplierClaimLine> line)
    {
        line.ToTable("SupplierClaimLine");
        line.Property(l => l.PartNumber).HasMaxLength(60);
        line.Property(l => l.SupplierNumber).HasMaxLength(60);
        line.Property(l => l.Unit).HasMaxLength(20);
        line.Property(l => l.Serials).HasMaxLength(-1);
        line.Property(l => l.PurchaseOrderNumber).HasMaxLength(40);
        line.Property(l => l.DeliveryNote).HasMaxLength(80);
        line.Property(l => l.OrderNumber).HasMaxLength(40);
        line.Property(l => l.Device).HasMaxLength(200);
        line.Property(l => l.Defect).HasMaxLength(1000);
        line.Property(l => l.Answer).HasMaxLength(1000);
        line.HasOne(l => l.Part).WithMany().HasForeignKey(l => l.PartId).OnDelete(DeleteBehavior.Restrict);
        line.HasOne<DefectivePart>().WithMany().HasForeignKey(l => l.DefectivePartId).OnDelete(DeleteBehavior.Restrict);
        line.HasIndex(l => new { l.SupplierClaimId, l.Line }).IsUnique();
        line.HasIndex(l => l.OrderId);
    }
}

internal sealed class ClaimCreditTable : IEntityTypeConfiguration<ClaimCredit>
{
    public void Configure(EntityTypeBuilder<ClaimCredit> credit)
    {
        credit.ToTable("ClaimCredit");
        credit.Property(c => c.Number).HasMaxLength(80);
        credit.Property(c => c.Reason).HasMaxLength(1000);
        credit.HasIndex(c => new { c.SupplierClaimId, c.Number }).IsUnique();
    }
}

internal sealed class ClaimReplacementTable : IEntityTypeConfiguration<ClaimReplacement>
{
    public void Configure(EntityTypeBuilder<ClaimReplacement> replacement)
    {
        replacement.ToTable("ClaimReplacement");
        replacement.Property(r => r.DeliveryNote).HasMaxLength(80);
        replacement.Property(r => r.DocumentNumber).HasMaxLength(40);
        replacement.Property(r => r.Reason).HasMaxLength(1000);
        replacement.HasIndex(r => new { r.SupplierClaimId, r.DeliveryNote }).IsUnique();
    }
}

internal sealed class ClaimComebackTable : IEntityTypeConfiguration<ClaimComeback>
{
    public void Configure(EntityTypeBuilder<ClaimComeback> comeback)
    {
        comeback.ToTable("ClaimComeback");
        comeback.Property(c => c.PartNumber).HasMaxLength(60);
        comeback.Property(c => c.Unit).HasMaxLength(20);
        comeback.Property(c => c.DocumentNumber).HasMaxLength(40);
        comeback.HasIndex(c => c.DocumentId);
        comeback.HasIndex(c => c.ExitDocumentId);
    }
}
