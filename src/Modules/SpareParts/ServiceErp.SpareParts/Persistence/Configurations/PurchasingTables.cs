using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ServiceErp.SpareParts.Domain.Purchasing;

namespace ServiceErp.SpareParts.Persistence.Configurations;

internal sealed class PurchaseProposalTable : IEntityTypeConfiguration<PurchaseProposal>
{
    public void Configure(EntityTypeBuilder<PurchaseProposal> proposal)
    {
        proposal.ToTable("PurchaseProposal");
        proposal.Property(p => p.Number).HasMaxLength(40);
        proposal.HasIndex(p => p.Number).IsUnique();
        proposal.HasIndex(p => new { p.CreatedAt, p.Id });
        proposal.HasOne(p => p.Warehouse).WithMany().HasForeignKey(p => p.WarehouseId).OnDelete(DeleteBehavior.Restrict);
        proposal.HasMany(p => p.Lines).WithOne().HasForeignKey(l => l.ProposalId);
    }
}

internal sealed class PurchaseProposalLineTable : IEntityTypeConfiguration<PurchaseProposalLine>
{
    public void Configure(EntityTypeBuilder<PurchaseProposalLine> line)
    {
        line.ToTable("PurchaseProposalLine");
        line.Property(l => l.PartNumber).HasMaxLength(60);
        line.OwnsOne(l => l.Figures, figures => figures.Property(f => f.InsteadOf).HasMaxLength(200));
        line.Navigation(l => l.Figures).IsRequired();
        line.HasOne(l => l.Part).WithMany().HasForeignKey(l => l.PartId).OnDelete(DeleteBehavior.Restrict);
        line.HasOne(l => l.Supplier).WithMany().HasForeignKey(l => l.SupplierId).OnDelete(DeleteBehavior.Restrict);
        line.HasIndex(l => new { l.ProposalId, l.Line }).IsUnique();
    }
}

internal sealed class PurchaseOrderTable : IEntityTypeConfiguration<PurchaseOrder>
{
    public void Configure(EntityTypeBuilder<PurchaseOrder> order)
    {
        order.ToTable("PurchaseOrder");
        order.Property(o => o.Number).HasMaxLength(40);
        order.Property(o => o.Currency).HasMaxLength(3);
        order.Property(o => o.Note).HasMaxLength(1000);
        order.HasIndex(o => o.Number).IsUnique();
        order.HasIndex(o => new { o.CreatedAt, o.Id });
        order.HasIndex(o => new { o.State, o.CreatedAt, o.Id });
        order.HasIndex(o => new { o.Amount, o.Id });
        order.HasIndex(o => new { o.SupplierId, o.OrderedOn });
        order.HasOne(o => o.Supplier).WithMany().HasForeignKey(o => o.SupplierId).OnDelete(DeleteBehavior.Restrict);
        order.HasOne(o => o.Warehouse).WithMany().HasForeignKey(o => o.WarehouseId).OnDelete(DeleteBehavior.Restrict);
        order.HasMany(o => o.Lines).WithOne().HasForeignKey(l => l.PurchaseOrderId);
        order.HasMany(o => o.Receipts).WithOne().HasForeignKey(r => r.PurchaseOrderId);
        order.HasMany(o => o.Invoices).WithOne().HasForeignKey(i => i.PurchaseOrderId);
    }
}

internal sealed class PurchaseOrderLineTable : IEntityTypeConfiguration<PurchaseOrderLine>
{
    public void Configure(EntityTypeBuilder<PurchaseOrderLine> line)
    {
        line.ToTable("PurchaseOrderLine");
        line.Property(l => l.PartNumber).HasMaxLength(60);
        line.Property(l => l.SupplierNumber).HasMaxLength(60);
        line.Property(l => l.Unit).HasMaxLength(20);
        line.Property(l => l.PackUnit).HasMaxLength(20);
        line.HasOne(l => l.Part).WithMany().HasForeignKey(l => l.PartId).OnDelete(DeleteBehavior.Restrict);
        line.HasIndex(l => new { l.PurchaseOrderId, l.Line }).IsUnique();
        line.HasIndex(l => new { l.PartId, l.Open });
    }
}

internal sealed class PurchaseReceiptTable : IEntityTypeConfiguration<PurchaseReceipt>
{
    public void Configure(EntityTypeBuilder<PurchaseReceipt> receipt)
    {
        receipt.ToTable("PurchaseReceipt");
        receipt.Property(r => r.DeliveryNote).HasMaxLength(80);
        receipt.Property(r => r.StockDocumentNumber).HasMaxLength(40);
        receipt.HasIndex(r => new { r.PurchaseOrderId, r.DeliveryNote }).IsUnique();
        receipt.HasIndex(r => r.Day);
        receipt.HasMany(r => r.Lines).WithOne().HasForeignKey(l => l.PurchaseReceiptId);
    }
}

internal sealed class PurchaseReceiptLineTable : IEntityTypeConfiguration<PurchaseReceiptLine>
{
    public void Configure(EntityTypeBuilder<PurchaseReceiptLine> line)
    {
        line.ToTable("PurchaseReceiptLine");
        line.Property(l => l.Reason).HasMaxLength(1000);
        line.HasIndex(l => l.PurchaseReceiptId);
        line.HasIndex(l => l.PartId);
    }
}

internal sealed class SupplierInvoiceTable : IEntityTypeConfiguration<SupplierInvoice>
{
    public void Configure(EntityTypeBuilder<SupplierInvoice> invoice)
    {
        invoice.ToTable("SupplierInvoice");
        invoice.Property(i => i.Number).HasMaxLength(80);
        invoice.Property(i => i.ReleaseReason).HasMaxLength(1000);
        invoice.HasIndex(i => new { i.PurchaseOrderId, i.Number }).IsUnique();
        invoice.HasIndex(i => new { i.Day, i.Id });
        invoice.HasMany(i => i.Lines).WithOne().HasForeignKey(l => l.SupplierInvoiceId);
    }
}

internal sealed class SupplierInvoiceLineTable : IEntityTypeConfiguration<SupplierInvoiceLine>
{
    public void Configure(EntityTypeBuilder<SupplierInvoiceLine> line)
    {
        line.ToTable("SupplierInvoiceLine");
        line.HasIndex(l => l.SupplierInvoiceId);
    }
}
