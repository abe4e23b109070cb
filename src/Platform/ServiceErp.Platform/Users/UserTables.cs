using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ServiceErp.Platform.Persistence;

namespace ServiceErp.Platform.Users;

internal sealed class UserTable : IEntityTypeConfiguration<ErpUser>
{
    public void Configure(EntityTypeBuilder<ErpUser> builder)
    {
        builder.ToTable("User");
        builder.Ignore(u => u.Roles);
        builder.Property(u => u.RoleNames).HasMaxLength(400);
        builder.Property(u => u.PasswordHash).HasMaxLength(400).IsSecret();
        builder.Property(u => u.SecurityStamp).HasMaxLength(100).IsSecret();
        builder.Property(u => u.Language).HasMaxLength(2);
        builder.HasIndex(u => u.NormalizedEmail).IsUnique();
        builder.HasIndex(u => new { u.Name, u.Id });
        builder.HasIndex(u => new { u.Email, u.Id });
    }
}

internal sealed class ApiKeyTable : IEntityTypeConfiguration<ApiKey>
{
    public void Configure(EntityTypeBuilder<ApiKey> builder)
    {
        builder.ToTable("ApiKey");
        builder.Ignore(k => k.Roles);
        builder.Property(k => k.RoleNames).HasMaxLength(400);
        builder.Property(k => k.Fingerprint).HasMaxLength(64);
        builder.Property(k => k.Beginning).HasMaxLength(12);
        builder.HasIndex(k => k.Fingerprint).IsUnique();
        builder.HasIndex(k => new { k.Name, k.Id });
    }
}

internal sealed class PermissionOverrideTable : IEntityTypeConfiguration<PermissionOverride>
{
    public void Configure(EntityTypeBuilder<PermissionOverride> builder)
    {
        builder.ToTable("PermissionOverride");
        builder.Property(o => o.Role).HasMaxLength(40);
        builder.HasIndex(o => new { o.Role, o.Permission }).IsUnique();
    }
}
