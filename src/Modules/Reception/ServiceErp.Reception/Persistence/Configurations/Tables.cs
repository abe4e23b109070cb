using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using ServiceErp.Platform.Persistence;
using ServiceErp.Reception.Domain.Customers;
using ServiceErp.Reception.Domain.Devices;
using ServiceErp.Reception.Domain.Goods;
using ServiceErp.Reception.Domain.Models;
using ServiceErp.Reception.Domain.Requests;
using ServiceErp.Reception.Domain.Settings;
using ServiceErp.Reception.Domain.Warranty;

namespace ServiceErp.Reception.Persistence.Configurations;

internal static class Columns
{
    private static readonly ValueConverter<IReadOnlyList<string>, string> Words = new(
        list => string.Join('\n', list), text => text.Split('\n', StringSplitOptions.RemoveEmptyEntries));

    private static readonly ValueComparer<IReadOnlyList<string>> SameWords = new(
        (left, right) => left!.SequenceEqual(right!), list => list.Aggregate(0, (hash, word) => HashCode.Combine(hash, word)), list => list);

    /// <summary>A few short words in one column.</summary>
    public static PropertyBuilder<IReadOnlyList<string>> IsWords(this PropertyBuilder<IReadOnlyList<string>> property) =>
        property.HasConversion(Words, SameWords).HasMaxLength(2000);
}

internal sealed class CustomerTable : IEntityTypeConfiguration<Customer>
{
    public void Configure(EntityTypeBuilder<Customer> builder)
    {
        builder.ToTable("Customer");
        builder.Property(c => c.Code).HasMaxLength(40);
        builder.Property(c => c.Phone).HasMaxLength(40);
        builder.Property(c => c.PhoneKey).HasMaxLength(40);
        builder.Property(c => c.OtherPhone).HasMaxLength(40);
        builder.Property(c => c.OtherPhoneKey).HasMaxLength(40);
        builder.Property(c => c.Language).HasMaxLength(5);
        builder.Property(c => c.Address).HasMaxLength(400);
        builder.Property(c => c.Notes).HasMaxLength(2000);
        builder.Ignore(c => c.Snapshot);
        builder.HasIndex(c => c.Code).IsUnique();
        builder.HasIndex(c => c.PhoneKey);
        builder.HasIndex(c => c.OtherPhoneKey);
        builder.HasIndex(c => new { c.Name, c.Id });
    }
}

internal sealed class DeviceModelTable : IEntityTypeConfiguration<DeviceModel>
{
    public void Configure(EntityTypeBuilder<DeviceModel> builder)
    {
        builder.ToTable("DeviceModel");
        builder.Property(m => m.Code).HasMaxLength(40);
        builder.Property(m => m.ProductGroup).HasMaxLength(100);
        builder.Property(m => m.PartGroups).IsWords();
        builder.HasIndex(m => m.Code).IsUnique();
        builder.HasIndex(m => new { m.Name, m.Id });
        builder.HasIndex(m => new { m.ProductGroup, m.Id });
    }
}

internal sealed class DeviceTable : IEntityTypeConfiguration<Device>
{
    public void Configure(EntityTypeBuilder<Device> builder)
    {
        builder.ToTable("Device");
        builder.Property(d => d.ModelCode).HasMaxLength(40);
        builder.Property(d => d.SerialNumber).HasMaxLength(60);
        builder.Property(d => d.SerialKey).HasMaxLength(60);
        builder.Property(d => d.PassportNumber).HasMaxLength(60);
        builder.Property(d => d.Notes).HasMaxLength(2000);
        builder.Ignore(d => d.Snapshot);
        builder.HasMany(d => d.FormerOwners).WithOne().HasForeignKey("DeviceId").IsRequired();
        builder.HasIndex(d => new { d.ModelId, d.SerialKey }).IsUnique();
        builder.HasIndex(d => d.SerialKey);
        builder.HasIndex(d => d.CustomerId);
        builder.HasIndex(d => new { d.SerialNumber, d.Id });
        builder.HasIndex(d => new { d.ModelCode, d.Id });
        builder.HasIndex(d => new { d.CustomerName, d.Id });
    }
}

internal sealed class FormerOwnerTable : IEntityTypeConfiguration<FormerOwner>
{
    public void Configure(EntityTypeBuilder<FormerOwner> builder)
    {
        builder.ToTable("FormerOwner");
        builder.Property(o => o.Reason).HasMaxLength(1000);
        builder.HasIndex(o => o.CustomerId);
    }
}

internal sealed class WarrantyPolicyTable : IEntityTypeConfiguration<WarrantyPolicy>
{
    public void Configure(EntityTypeBuilder<WarrantyPolicy> builder)
    {
        builder.ToTable("WarrantyPolicy");
        builder.Property(p => p.ExcludedCauses).IsWords();
        builder.HasIndex(p => new { p.ModelId, p.SoldFrom }).IsUnique();
        builder.HasMany(p => p.Terms).WithOne().HasForeignKey("PolicyId").IsRequired();
        builder.Navigation(p => p.Terms).AutoInclude();
    }
}

internal sealed class WarrantyTermTable : IEntityTypeConfiguration<WarrantyTerm>
{
    public void Configure(EntityTypeBuilder<WarrantyTerm> builder)
    {
        builder.ToTable("WarrantyTerm");
        builder.Property(t => t.PartGroup).HasMaxLength(80);
    }
}

internal sealed class WarrantyPromotionTable : IEntityTypeConfiguration<WarrantyPromotion>
{
    public void Configure(EntityTypeBuilder<WarrantyPromotion> builder)
    {
        builder.ToTable("WarrantyPromotion");
        builder.Property(p => p.Code).HasMaxLength(40);
        builder.Property(p => p.PartGroup).HasMaxLength(80);
        builder.HasIndex(p => p.Code).IsUnique();
        builder.HasIndex(p => new { p.SoldFrom, p.Id });
    }
}

internal sealed class ServiceRequestTable : IEntityTypeConfiguration<ServiceRequest>
{
    public void Configure(EntityTypeBuilder<ServiceRequest> builder)
    {
        builder.ToTable("ServiceRequest");
        builder.Property(r => r.Number).HasMaxLength(30);
        builder.Property(r => r.Fault).HasMaxLength(2000);
        builder.Property(r => r.CustomerPhone).HasMaxLength(40);
        builder.Property(r => r.SerialNumber).HasMaxLength(60);
        builder.Property(r => r.MissingItems).IsWords();
        builder.Property(r => r.OverrideReason).HasMaxLength(1000);
        builder.Property(r => r.BackdatedReason).HasMaxLength(1000);
        builder.Property(r => r.InternalReason).HasMaxLength(1000);
        builder.Property(r => r.StatusSecret).HasMaxLength(30).IsSecret();
        builder.Property(r => r.OrderNumber).HasMaxLength(30);
        builder.Property(r => r.StageNote).HasMaxLength(1000);
        builder.Ignore(r => r.Clock).Ignore(r => r.Entitlement);
        builder.HasMany(r => r.Decisions).WithOne().HasForeignKey("RequestId").IsRequired();
        builder.HasMany(r => r.Pauses).WithOne().HasForeignKey("RequestId").IsRequired();
        builder.HasIndex(r => r.Number).IsUnique();
        builder.HasIndex(r => r.StatusSecret).IsUnique();
        builder.HasIndex(r => r.OrderId);
        builder.HasIndex(r => new { r.ReceivedAt, r.Id });
        builder.HasIndex(r => new { r.DueAt, r.Id });
        builder.HasIndex(r => new { r.CustomerName, r.Id });
        builder.HasIndex(r => new { r.State, r.ReceivedAt, r.Id });
        builder.HasIndex(r => new { r.AnsweredAt, r.DueAt, r.Id });
        builder.HasIndex(r => new { r.RegisteredById, r.ReceivedAt, r.Id });
        builder.HasIndex(r => new { r.CustomerId, r.ReceivedAt });
        builder.HasIndex(r => new { r.DeviceId, r.ReceivedAt });
    }
}

internal sealed class EntitlementDecisionTable : IEntityTypeConfiguration<EntitlementDecision>
{
    public void Configure(EntityTypeBuilder<EntitlementDecision> builder)
    {
        builder.ToTable("EntitlementDecision");
        builder.Property(d => d.Reason).HasMaxLength(1000);
        builder.Property(d => d.ChangeReason).HasMaxLength(1000);
        builder.Property(d => d.CoveredPartGroups).IsWords();
        builder.Property(d => d.ExcludedCauses).IsWords();
        builder.Ignore(d => d.Terms);
    }
}

internal sealed class ClockPauseTable : IEntityTypeConfiguration<ClockPause>
{
    public void Configure(EntityTypeBuilder<ClockPause> builder)
    {
        builder.ToTable("ClockPause");
        builder.Property(p => p.Reason).HasMaxLength(1000);
    }
}

internal sealed class GoodsReceiptTable : IEntityTypeConfiguration<GoodsReceipt>
{
    public void Configure(EntityTypeBuilder<GoodsReceipt> builder)
    {
        builder.ToTable("GoodsReceipt");
        builder.Property(r => r.Number).HasMaxLength(30);
        builder.Property(r => r.RequestNumber).HasMaxLength(30);
        builder.Property(r => r.SerialNumber).HasMaxLength(60);
        builder.Property(r => r.Condition).HasMaxLength(1000);
        builder.Property(r => r.Accessories).HasMaxLength(1000);
        builder.Property(r => r.Shelf).HasMaxLength(40);
        builder.Property(r => r.NotRetrievedReason).HasMaxLength(1000);
        builder.Property(r => r.AbandonedReason).HasMaxLength(1000);
        builder.HasIndex(r => r.Number).IsUnique();
        builder.HasIndex(r => r.OrderId);
        builder.HasIndex(r => r.RequestId);
        builder.HasIndex(r => new { r.DeviceId, r.State });
        builder.HasIndex(r => r.CustomerId);
        builder.HasIndex(r => new { r.TakenInAt, r.Id });
        builder.HasIndex(r => new { r.CustomerName, r.Id });
        builder.HasIndex(r => new { r.Shelf, r.Id });
        builder.HasIndex(r => new { r.State, r.ReadyAt, r.Id });
    }
}

internal sealed class GoodsRegisterEntryTable : IEntityTypeConfiguration<GoodsRegisterEntry>
{
    public void Configure(EntityTypeBuilder<GoodsRegisterEntry> builder)
    {
        builder.ToTable("GoodsRegisterEntry");
        builder.Property(e => e.ReceiptNumber).HasMaxLength(30);
        builder.Property(e => e.SerialNumber).HasMaxLength(60);
        builder.HasIndex(e => new { e.At, e.Id });
        builder.HasIndex(e => e.ReceiptId);
    }
}

internal sealed class ZoneTable : IEntityTypeConfiguration<Zone>
{
    public void Configure(EntityTypeBuilder<Zone> builder)
    {
        builder.ToTable("Zone");
        builder.Property(z => z.Code).HasMaxLength(20);
        builder.HasIndex(z => new { z.BranchId, z.Code }).IsUnique();
    }
}

internal sealed class ReceptionSettingsTable : IEntityTypeConfiguration<ReceptionSettings>
{
    public void Configure(EntityTypeBuilder<ReceptionSettings> builder) => builder.ToTable("Settings");
}
