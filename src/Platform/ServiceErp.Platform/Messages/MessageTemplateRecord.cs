using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ServiceErp.Kernel;

namespace ServiceErp.Platform.Messages;

/// <summary>An administrator's own wording of a message in one language.</summary>
internal sealed class MessageTemplateRecord : Aggregate
{
    private MessageTemplateRecord()
    {
    }

    public MessageTemplateRecord(Guid id, string key, string language)
    {
        Id = id;
        (Key, Language) = (key, language);
    }

    public string Key { get; private init; } = "";

    public string Language { get; private init; } = "";

    public string Subject { get; private set; } = "";

    public string Body { get; private set; } = "";

    /// <summary>Set while the own wording is in force; the module's wording is otherwise.</summary>
    public bool IsInForce { get; private set; }

    public void Write(string subject, string body)
    {
        (Subject, Body, IsInForce) = (subject.Trim(), body.ReplaceLineEndings("\n").Trim() + "\n", true);
        Raise(new MessageTemplateChanged(Key, Language));
    }

    public void GiveUp()
    {
        IsInForce = false;
        Raise(new MessageTemplateChanged(Key, Language));
    }
}

/// <summary>The wording of a message was changed; caches are renewed.</summary>
/// <param name="Key">Which message.</param>
/// <param name="Language">In which language.</param>
[EventName("platform.message-template-changed.v1")]
public sealed record MessageTemplateChanged(string Key, string Language) : IIntegrationEvent;

internal sealed class MessageTemplateTable : IEntityTypeConfiguration<MessageTemplateRecord>
{
    public void Configure(EntityTypeBuilder<MessageTemplateRecord> builder)
    {
        builder.ToTable("MessageTemplate");
        builder.Property(t => t.Key).HasMaxLength(80);
        builder.Property(t => t.Language).HasMaxLength(2);
        builder.Property(t => t.Body).HasMaxLength(-1);
        builder.HasIndex(t => new { t.Key, t.Language }).IsUnique();
    }
}
