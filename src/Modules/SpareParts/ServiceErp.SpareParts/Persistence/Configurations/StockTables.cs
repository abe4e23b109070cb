using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ServiceErp.SpareParts.Domain.Documents;
using ServiceErp.SpareParts.Domain.Parts;
using ServiceErp.SpareParts.Domain.Reservations;
using ServiceErp.SpareParts.Domain.Stock;
using ServiceErp.SpareParts.Domain.Suppliers;
using ServiceErp.SpareParts.Domain.Warehouses;

namespace ServiceErp.SpareParts.Persistence.Configurations;

internal sealed class StockItemTable : IEntityTypeConfiguration<StockItem>
{
    public void Configure(EntityTypeBuilder<StockItem> item)
    {
        item.ToTable("StockItem");
        item.Property(i => i.PartNumber).HasMaxLength(60);
        item.HasOne(i => i.Part).WithMany().HasForeignKey(i => i.PartId).OnDelete(DeleteBehavior.Restrict);
        item.HasOne(i => i.Warehouse).WithMany().HasForeignKey(i => i.WarehouseId).OnDelete(DeleteBehavior.Restrict);
        item.HasOne(i => i.Bin).WithMany().HasForeignKey(i => i.BinId).OnDelete(DeleteBehavior.Restrict);

        // Two indexes, since databases take two nulls for different: a part lies once in each bin and once outside of all bins.
        item.HasIndex(i => new { i.PartId, i.WarehouseId, i.BinId }).IsUnique();
        item.HasIndex(i => new { i.PartId, i.WarehouseId }, "IX_StockItem_OutsideOfBins").IsUnique().HasFilter("BinId IS NULL");
        item.HasIndex(i => i.BinId);

        // Every movement writes its shelf anew, so there is an index only for the orders that are asked for, and none for others.
        item.HasIndex(i => new { i.Value, i.Id });
        item.HasIndex(i => new { i.WarehouseId, i.Value, i.Id });
        item.HasIndex(i => new { i.PartNumber, i.Id });
    }
}

internal sealed class MovementTable : IEntityTypeConfiguration<Movement>
{
    public void Configure(EntityTypeBuilder<Movement> movement)
    {
        movement.ToTable("Movement");
        movement.Property(m => m.DocumentNumber).HasMaxLength(40);
        movement.Property(m => m.Reason).HasMaxLength(1000);
        movement.HasOne(m => m.StockItem).WithMany().HasForeignKey(m => m.StockItemId).OnDelete(DeleteBehavior.Restrict);

        // The ledger's own guard: two bookings can't both be a shelf's next one.
        movement.HasIndex(m => new { m.StockItemId, m.Sequence }).IsUnique();

        // Stock on a past day is today's less what has moved since: the whole sum out of the index, for each shelf of a page.
        movement.HasIndex(m => new { m.StockItemId, m.BookingDate, m.Quantity, m.Value });
        movement.HasIndex(m => new { m.PartId, m.At, m.Id });
        movement.HasIndex(m => new { m.At, m.Id });

        // Turnover and past value: sums over a range of days out of the index alone.
        movement.HasIndex(m => new { m.BookingDate, m.WarehouseId, m.PartId, m.Kind, m.Value });
        movement.HasIndex(m => m.DocumentId);
        movement.HasIndex(m => m.OrderId);
        movement.HasIndex(m => m.DocumentNumber);
        movement.HasIndex(m => m.ReversalOf).IsUnique();
    }
}

internal sealed class SerialPieceTable : IEntityTypeConfiguration<SerialPiece>
{
    public void Configure(EntityTypeBuilder<SerialPiece> piece)
    {
        piece.ToTable("SerialPiece");
        piece.Property(p => p.Serial).HasMaxLength(80);
        piece.Property(p => p.FaultySerial).HasMaxLength(80);
        piece.Property(p => p.DocumentNumber).HasMaxLength(40);
        piece.Property(p => p.OrderNumber).HasMaxLength(40);
        piece.HasIndex(p => new { p.PartId, p.Serial }).IsUnique();
        piece.HasIndex(p => p.Serial);
        piece.HasIndex(p => p.FaultySerial);
        piece.HasIndex(p => p.OrderId);
        piece.HasIndex(p => p.WarehouseId);
    }
}

internal sealed class StockClosingTable : IEntityTypeConfiguration<StockClosing>
{
    public void Configure(EntityTypeBuilder<StockClosing> closing)
    {
        closing.ToTable("StockClosing");
        closing.HasIndex(c => new { c.BranchId, c.Through }).IsUnique();
        closing.HasMany(c => c.Values).WithOne().HasForeignKey(v => v.StockClosingId);
    }
}

internal sealed class ClosingValueTable : IEntityTypeConfiguration<ClosingValue>
{
    public void Configure(EntityTypeBuilder<ClosingValue> value)
    {
        value.ToTable("ClosingValue");
        value.HasOne(v => v.Warehouse).WithMany().HasForeignKey(v => v.WarehouseId).OnDelete(DeleteBehavior.Restrict);
        value.HasIndex(v => new { v.StockClosingId, v.WarehouseId }).IsUnique();
    }
}

internal sealed class StockDocumentTable : IEntityTypeConfiguration<StockDocument>
{
    public void Configure(EntityTypeBuilder<StockDocument> document)
    {
        document.ToTable("StockDocument");
        document.Property(d => d.Number).HasMaxLength(40);
        document.Property(d => d.Reference).HasMaxLength(80);
        document.Property(d => d.Reason).HasMaxLength(1000);
        document.HasIndex(d => d.Number).IsUnique();
        document.Property(d => d.OrderNumber).HasMaxLength(40);
        document.HasIndex(d => d.OrderId);
        document.HasIndex(d => d.PurchaseOrderId);
        document.HasIndex(d => d.Reference);
        document.HasIndex(d => new { d.TargetBranchId, d.State });
        document.HasIndex(d => new { d.CreatedAt, d.Id });
        document.HasIndex(d => new { d.Kind, d.CreatedAt, d.Id });
        document.HasOne(d => d.Warehouse).WithMany().HasForeignKey(d => d.WarehouseId).OnDelete(DeleteBehavior.Restrict);
        document.HasOne(d => d.TargetWarehouse).WithMany().HasForeignKey(d => d.TargetWarehouseId).OnDelete(DeleteBehavior.Restrict);
        document.HasOne(d => d.Supplier).WithMany().HasForeignKey(d => d.SupplierId).OnDelete(DeleteBehavior.Restrict);
        document.HasMany(d => d.Lines).WithOne().HasForeignKey(l => l.StockDocumentId);
    }
}

internal sealed class StockDocumentLineTable : IEntityTypeConfiguration<StockDocumentLine>
{
    public void Configure(EntityTypeBuilder<StockDocumentLine> line)
    {
        line.ToTable("StockDocumentLine");
        line.Ignore(l => l.SerialList);
        line.Property(l => l.Serials).HasMaxLength(-1);
        line.HasIndex(l => l.PurchaseLineId);
        line.Property(l => l.Unit).HasMaxLength(20);
        line.HasOne(l => l.Part).WithMany().HasForeignKey(l => l.PartId).OnDelete(DeleteBehavior.Restrict);
        line.HasIndex(l => new { l.StockDocumentId, l.Line }).IsUnique();
    }
}

internal sealed class ReservationTable : IEntityTypeConfiguration<Reservation>
{
    public void Configure(EntityTypeBuilder<Reservation> reservation)
    {
        reservation.ToTable("Reservation");
        reservation.Property(r => r.OrderNumber).HasMaxLength(40);
        reservation.Property(r => r.PartNumber).HasMaxLength(60);
        reservation.HasOne(r => r.Part).WithMany().HasForeignKey(r => r.PartId).OnDelete(DeleteBehavior.Restrict);
        reservation.HasIndex(r => r.LineId).IsUnique();
        reservation.HasIndex(r => r.OrderId);
        reservation.HasIndex(r => r.OrderNumber);
        reservation.HasIndex(r => new { r.PartId, r.State, r.WantedAt });
        reservation.HasIndex(r => new { r.State, r.WantedAt, r.Id });
        reservation.HasIndex(r => new { r.WantedAt, r.Id });
        reservation.HasIndex(r => new { r.AskedOn, r.PartId });
        reservation.HasMany(r => r.Allocations).WithOne().HasForeignKey(a => a.ReservationId);
    }
}

internal sealed class AllocationTable : IEntityTypeConfiguration<Allocation>
{
    public void Configure(EntityTypeBuilder<Allocation> allocation)
    {
        allocation.ToTable("Allocation");
        allocation.HasOne(a => a.StockItem).WithMany().HasForeignKey(a => a.StockItemId).OnDelete(DeleteBehavior.Restrict);
        allocation.HasIndex(a => new { a.ReservationId, a.StockItemId }).IsUnique();
        allocation.HasIndex(a => a.StockItemId);
    }
}
