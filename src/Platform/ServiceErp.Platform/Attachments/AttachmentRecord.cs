using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;
using ServiceErp.Kernel;

namespace ServiceErp.Platform.Attachments;

/// <summary>What is known of a file; never changed once written.</summary>
internal sealed class AttachmentRecord : Entity
{
    public AttachmentRecord(Guid id) => Id = id;

    public required string About { get; init; }

    public Guid AboutId { get; init; }

    public required string Kind { get; init; }

    public required string FileName { get; init; }

    public required string ContentType { get; init; }

    public long Length { get; init; }

    public required string Sha256 { get; init; }

    public Instant AddedAt { get; init; }

    public required string AddedBy { get; init; }

    /// <summary>Where the content lies below the folder of attachments.</summary>
    public string Path => PathOf(Id, AddedAt);

    public static string PathOf(Guid id, Instant at)
    {
        var day = at.InUtc();
        return System.IO.Path.Combine(day.ToString("uuuu", CultureInfo.InvariantCulture), day.ToString("MM", CultureInfo.InvariantCulture), id.ToString("N"));
    }

    public Attachment ToAttachment() => new(Id, FileName, ContentType, Length, Kind, AddedAt, AddedBy);
}

internal sealed class AttachmentTable : IEntityTypeConfiguration<AttachmentRecord>
{
    public void Configure(EntityTypeBuilder<AttachmentRecord> builder)
    {
        builder.ToTable("Attachment");
        builder.Ignore(a => a.Path);
        builder.Property(a => a.About).HasMaxLength(40);
        builder.Property(a => a.Kind).HasMaxLength(40);
        builder.Property(a => a.ContentType).HasMaxLength(40);
        builder.Property(a => a.Sha256).HasMaxLength(64);
        builder.HasIndex(a => new { a.AboutId, a.Kind, a.Sha256 }).IsUnique();
    }
}
