using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;
using ServiceErp.Kernel;

namespace ServiceErp.Platform.Administration.Sealing;

/// <summary>
/// A seal over the audit entries of a span of time. It holds a mark of each entry, and its value is made from these, from the seal before it and from a key that the
/// database does not know: who changes, removes or inserts an entry, or a seal, can't make it look right again (HOST-2).
/// </summary>
internal sealed class AuditSeal : IIdentified
{
    public Guid Id { get; init; }

    /// <summary>1, 2, 3 … without a gap.</summary>
    public long Number { get; init; }

    public Instant SealedAt { get; init; }

    /// <summary>Entries later than this; null for the first seal, which goes back to the beginning.</summary>
    public Instant? After { get; init; }

    /// <summary>Entries up to this, inclusive.</summary>
    public Instant UpTo { get; init; }

    public int Count { get; init; }

    public Guid FirstId { get; init; }

    public Guid LastId { get; init; }

    /// <summary>For each entry in order its identity and the start of its code.</summary>
    public required byte[] Marks { get; init; }

    /// <summary>Which key sealed it.</summary>
    public required string KeyName { get; init; }

    /// <summary>The seal's own code, which the next one takes in.</summary>
    public required string Value { get; init; }
}

internal sealed class AuditSealTable : IEntityTypeConfiguration<AuditSeal>
{
    public void Configure(EntityTypeBuilder<AuditSeal> builder)
    {
        builder.ToTable("AuditSeal").HasKey(s => s.Id);
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.KeyName).HasMaxLength(16);
        builder.Property(s => s.Value).HasMaxLength(64);
        builder.HasIndex(s => s.Number).IsUnique();
    }
}
