using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ServiceErp.Platform.Branches;

internal sealed class BranchTables : IEntityTypeConfiguration<BranchRecord>
{
    public void Configure(EntityTypeBuilder<BranchRecord> builder)
    {
        builder.ToTable("Branch");
        builder.Property(b => b.Code).HasMaxLength(6);
        builder.Property(b => b.Currency).HasMaxLength(3);
        builder.Property(b => b.Country).HasMaxLength(2);
        builder.Property(b => b.Language).HasMaxLength(2);
        builder.HasIndex(b => b.Code).IsUnique();
        builder.HasIndex(b => new { b.Name, b.Id });
        builder.HasMany(b => b.Hours).WithOne().HasForeignKey(h => h.BranchId);
        builder.HasMany(b => b.Holidays).WithOne().HasForeignKey(h => h.BranchId);
        builder.HasMany(b => b.Exceptions).WithOne().HasForeignKey(h => h.BranchId);
        builder.Navigation(b => b.Hours).AutoInclude();
        builder.Navigation(b => b.Holidays).AutoInclude();
        builder.Navigation(b => b.Exceptions).AutoInclude();
    }
}

internal sealed class BranchHoursTable : IEntityTypeConfiguration<BranchHours>
{
    public void Configure(EntityTypeBuilder<BranchHours> builder) => builder.ToTable("BranchHours");
}

internal sealed class BranchHolidayTable : IEntityTypeConfiguration<BranchHoliday>
{
    public void Configure(EntityTypeBuilder<BranchHoliday> builder)
    {
        builder.ToTable("BranchHoliday");
        builder.HasIndex(h => new { h.BranchId, h.Date }).IsUnique();
    }
}

internal sealed class BranchExceptionTable : IEntityTypeConfiguration<BranchException>
{
    public void Configure(EntityTypeBuilder<BranchException> builder)
    {
        builder.ToTable("BranchException");
        builder.HasIndex(e => new { e.BranchId, e.Date });
    }
}
