using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ServiceErp.Platform.Persistence;
using ServiceErp.SpareParts.Domain.Parts;
using ServiceErp.SpareParts.Domain.Suppliers;
using ServiceErp.SpareParts.Domain.Warehouses;

namespace ServiceErp.SpareParts.Persistence.Configurations;

internal sealed class PartTable : IEntityTypeConfiguration<Part>
{
    public void Configure(EntityTypeBuilder<Part> part)
    {
        part.ToTable("Part");
        part.Property(p => p.Number).HasMaxLength(60);
        part.Property(p => p.Group).HasMaxLength(80);
        part.Property(p => p.Unit).HasMaxLength(20);
        part.Property(p => p.BarcodeLine).HasMaxLength(2000).CutsToFit();
        part.HasIndex(p => p.Number).IsUnique();
        part.HasIndex(p => new { p.Name, p.Id });
        part.HasIndex(p => new { p.Group, p.Id });
        part.HasIndex(p => p.SupersededById);
        part.HasMany(p => p.Units).WithOne().HasForeignKey(u => u.PartId);
        part.HasMany(p => p.Prices).WithOne().HasForeignKey(p => p.PartId);
        part.HasMany(p => p.Fits).WithOne().HasForeignKey(f => f.PartId);
        part.HasMany(p => p.Alternatives).WithOne().HasForeignKey(a => a.PartId);
        part.HasMany(p => p.Barcodes).WithOne().HasForeignKey(b => b.PartId);
        part.HasMany(p => p.Suppliers).WithOne().HasForeignKey(s => s.PartId);
    }
}

internal sealed class PartUnitTable : IEntityTypeConfiguration<PartUnit>
{
    public void Configure(EntityTypeBuilder<PartUnit> unit)
    {
        unit.ToTable("PartUnit");
        unit.Property(u => u.Unit).HasMaxLength(20);
        unit.HasIndex(u => new { u.PartId, u.Unit }).IsUnique();
    }
}

internal sealed class PartBarcodeTable : IEntityTypeConfiguration<PartBarcode>
{
    public void Configure(EntityTypeBuilder<PartBarcode> barcode)
    {
        barcode.ToTable("PartBarcode");
        barcode.Property(b => b.Code).HasMaxLength(Barcode.Longest);
        barcode.Property(b => b.Unit).HasMaxLength(20);
        barcode.HasIndex(b => b.Code).IsUnique();
        barcode.HasIndex(b => b.PartId);
    }
}

internal sealed class PartSupplierTable : IEntityTypeConfiguration<PartSupplier>
{
    public void Configure(EntityTypeBuilder<PartSupplier> supplier)
    {
        supplier.ToTable("PartSupplier");
        supplier.Property(s => s.Number).HasMaxLength(60);
        supplier.Property(s => s.Unit).HasMaxLength(20);
        supplier.Property(s => s.Currency).HasMaxLength(3);
        supplier.HasOne(s => s.Supplier).WithMany().HasForeignKey(s => s.SupplierId).OnDelete(DeleteBehavior.Restrict);
        supplier.HasIndex(s => new { s.PartId, s.SupplierId }).IsUnique();
        supplier.HasIndex(s => s.SupplierId);
        supplier.HasIndex(s => s.Number);
    }
}

internal sealed class PriceListTable : IEntityTypeConfiguration<PriceList>
{
    public void Configure(EntityTypeBuilder<PriceList> list)
    {
        list.ToTable("PriceList");
        list.Property(l => l.Code).HasMaxLength(20);
        list.Property(l => l.Currency).HasMaxLength(3);
        list.HasIndex(l => l.Code).IsUnique();
        list.HasIndex(l => new { l.ValidFrom, l.Id });
    }
}

internal sealed class PriceListEntryTable : IEntityTypeConfiguration<PriceListEntry>
{
    public void Configure(EntityTypeBuilder<PriceListEntry> entry)
    {
        entry.ToTable("PriceListEntry");
        entry.HasOne(e => e.PriceList).WithMany().HasForeignKey(e => e.PriceListId).OnDelete(DeleteBehavior.Cascade);
        entry.HasOne(e => e.Part).WithMany().HasForeignKey(e => e.PartId).OnDelete(DeleteBehavior.Cascade);
        entry.HasIndex(e => new { e.PartId, e.PriceListId }).IsUnique();
        entry.HasIndex(e => e.PriceListId);
    }
}

internal sealed class PartPriceTable : IEntityTypeConfiguration<PartPrice>
{
    public void Configure(EntityTypeBuilder<PartPrice> price)
    {
        price.ToTable("PartPrice");
        price.Property(p => p.Currency).HasMaxLength(3);
        price.Property(p => p.Reason).HasMaxLength(1000);
        price.HasIndex(p => new { p.PartId, p.Currency, p.ValidFrom }).IsUnique();
    }
}

internal sealed class PartFitTable : IEntityTypeConfiguration<PartFit>
{
    public void Configure(EntityTypeBuilder<PartFit> fit)
    {
        fit.ToTable("PartFit");
        fit.Property(f => f.ModelCode).HasMaxLength(60);
        fit.HasIndex(f => new { f.PartId, f.ModelCode }).IsUnique();
        fit.HasIndex(f => f.ModelCode);
    }
}

internal sealed class KnownModelTable : IEntityTypeConfiguration<KnownModel>
{
    public void Configure(EntityTypeBuilder<KnownModel> model)
    {
        model.ToTable("KnownModel");
        model.Property(m => m.Code).HasMaxLength(60);
        model.HasIndex(m => m.Code).IsUnique();
    }
}

internal sealed class PartAlternativeTable : IEntityTypeConfiguration<PartAlternative>
{
    public void Configure(EntityTypeBuilder<PartAlternative> alternative)
    {
        alternative.ToTable("PartAlternative");
        alternative.HasIndex(a => new { a.PartId, a.OtherId }).IsUnique();
        alternative.HasIndex(a => a.OtherId);
    }
}

internal sealed class SupplierTable : IEntityTypeConfiguration<Supplier>
{
    public void Configure(EntityTypeBuilder<Supplier> supplier)
    {
        supplier.ToTable("Supplier");
        supplier.Property(s => s.Number).HasMaxLength(40);
        supplier.HasIndex(s => s.Number).IsUnique();
        supplier.HasIndex(s => new { s.Name, s.Id });
    }
}

internal sealed class WarehouseTable : IEntityTypeConfiguration<Warehouse>
{
    public void Configure(EntityTypeBuilder<Warehouse> warehouse)
    {
        warehouse.ToTable("Warehouse");
        warehouse.Property(w => w.Code).HasMaxLength(20);
        warehouse.HasIndex(w => w.Code).IsUnique();
        warehouse.HasIndex(w => w.BranchId);
        warehouse.HasMany(w => w.Bins).WithOne().HasForeignKey(b => b.WarehouseId);
    }
}

internal sealed class BinTable : IEntityTypeConfiguration<Bin>
{
    public void Configure(EntityTypeBuilder<Bin> bin)
    {
        bin.ToTable("Bin");
        bin.Property(b => b.Code).HasMaxLength(20);
        bin.HasIndex(b => new { b.WarehouseId, b.Code }).IsUnique();
    }
}
