using NodaTime;
using ServiceErp.Kernel;

namespace ServiceErp.Platform.Messages;

/// <summary>How a message travels.</summary>
public enum MessageChannel
{
    /// <summary>E-mail.</summary>
    Email,

    /// <summary>Text message through a gateway's webhook.</summary>
    Sms,
}

/// <summary>Where a message stands.</summary>
public enum MessageState
{
    /// <summary>To be sent.</summary>
    Waiting,

    /// <summary>Handed over to the mail server, the gateway or the folder.</summary>
    Sent,

    /// <summary>Given up after repeated failures; an administrator may send it again.</summary>
    Failed,
}

/// <summary>
/// A message to a customer or colleague. Written in the transaction of the command that causes it
/// (<c>db.Messages.Add(…)</c>), sent afterwards, so that it is neither lost nor sent for something that did not happen (REC-7).
/// </summary>
public sealed class OutgoingMessage : IIdentified
{
    /// <summary>Attempts before it is given up.</summary>
    public const int MostAttempts = 10;

    /// <summary>Identity.</summary>
    public required Guid Id { get; init; }

    /// <summary>The branch in whose name it is sent.</summary>
    public Guid? BranchId { get; init; }

    /// <summary>How it travels.</summary>
    public MessageChannel Channel { get; init; }

    /// <summary>E-mail address or telephone number.</summary>
    public required string Recipient { get; init; }

    /// <summary>Name of the recipient.</summary>
    public string RecipientName { get; init; } = "";

    /// <summary>First line; empty for text messages.</summary>
    public required string Subject { get; init; }

    /// <summary>Plain text.</summary>
    public required string Body { get; init; }

    /// <summary>What it is about, such as <c>ServiceOrder</c>.</summary>
    public string? About { get; init; }

    /// <summary>Which one.</summary>
    public Guid? AboutId { get; init; }

    /// <summary>The permission that a colleague needs to see this message at all, such as one of the module that alone may know what a customer wrote; null is for everybody who reads messages.</summary>
    public string? ReadPermission { get; init; }

    /// <summary>One message per occasion: a second one with the same key is refused by the database. Such as <c>ready/{order}</c>.</summary>
    public required string OnceKey { get; init; }

    /// <summary>When it was written.</summary>
    public Instant WrittenAt { get; init; }

    /// <summary>Where it stands.</summary>
    public MessageState State { get; set; }

    /// <summary>Failed attempts.</summary>
    public int Attempts { get; set; }

    /// <summary>Not tried before this instant.</summary>
    public Instant NextAttemptAt { get; set; }

    /// <summary>When it was handed over.</summary>
    public Instant? SentAt { get; set; }

    /// <summary>Why the last attempt failed.</summary>
    public string? LastError { get; set; }

    /// <summary>Notes a failed attempt: tried again after half a minute, a minute, two … at most two hours; after the last one given up.</summary>
    /// <param name="why">What went wrong.</param>
    /// <param name="now">The present instant.</param>
    /// <param name="forGood">Trying again can't help, such as an address that nobody has.</param>
    public void Fail(string why, Instant now, bool forGood = false)
    {
        Attempts++;
        LastError = why;
        NextAttemptAt = now + Duration.FromSeconds(Math.Min(7200, 30 * Math.Pow(2, Attempts - 1)));
        State = forGood || Attempts >= MostAttempts ? MessageState.Failed : MessageState.Waiting;
    }

    /// <summary>Lets a message be sent again.</summary>
    public void Resend(Instant now)
    {
        State = MessageState.Waiting;
        Attempts = 0;
        NextAttemptAt = now;
    }
}
