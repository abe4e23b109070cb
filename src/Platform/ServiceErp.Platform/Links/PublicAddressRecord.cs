using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ServiceErp.Kernel;
using ServiceErp.Platform.Persistence;

namespace ServiceErp.Platform.Links;

/// <summary>Under which address customers reach this program, as an administrator has written it down. There is one.</summary>
internal sealed class PublicAddressRecord : Aggregate
{
    public static readonly Guid TheOne = new("00000000-0000-7000-8000-000000000001");

    public PublicAddressRecord() => Id = TheOne;

    /// <summary>Empty for none.</summary>
    public string Address { get; private set; } = "";

    /// <summary>Writes it down, or nothing.</summary>
    public static async Task WriteAsync(PlatformDbContext db, string? address, CancellationToken cancel)
    {
        var record = await db.Set<PublicAddressRecord>().FirstOrDefaultAsync(cancel);
        if (record is null)
        {
            db.Add(record = new PublicAddressRecord());
        }

        record.Address = PublicLinks.Clean(address) ?? "";
        record.Raise(new PublicAddressChanged());
    }
}

/// <summary>The address under which customers reach this program was written down; caches are renewed.</summary>
[EventName("platform.public-address-changed.v1")]
public sealed record PublicAddressChanged : IIntegrationEvent;

internal sealed class PublicAddressTable : IEntityTypeConfiguration<PublicAddressRecord>
{
    public void Configure(EntityTypeBuilder<PublicAddressRecord> builder)
    {
        builder.ToTable("PublicAddress");
        builder.Property(a => a.Address).HasMaxLength(PublicLinks.Longest);
    }
}
