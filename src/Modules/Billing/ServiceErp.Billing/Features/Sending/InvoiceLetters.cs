using NodaTime;
using ServiceErp.Billing.Domain.Invoices;
using ServiceErp.Billing.Persistence;
using ServiceErp.Kernel;
using ServiceErp.Platform.Branches;
using ServiceErp.Platform.Localization;
using ServiceErp.Platform.Messages;
using ServiceErp.Platform.Printing;

namespace ServiceErp.Billing.Features.Sending;

/// <summary>How a document goes to a customer.</summary>
/// <param name="Channel">Null when there is no way: no e-mail address and no telephone number.</param>
/// <param name="Recipient">E-mail address or telephone number.</param>
/// <param name="WithPaper">Whether the document itself goes along as PDF; a text message, and a machine that can't print, carry the words only.</param>
public sealed record Delivery(MessageChannel? Channel, string Recipient, bool WithPaper);

/// <summary>A message about an invoice or one of its credit notes, and what became of it.</summary>
/// <param name="LastError">Why the last attempt failed.</param>
public sealed record Letter(Guid Id, string Subject, MessageChannel Channel, string Recipient, Instant WrittenAt, MessageState State, string? LastError);

/// <summary>Writes to a customer about an invoice, in the invoice's language: by e-mail, otherwise by text message. The documents go with the e-mails (see <see cref="MessagePapers"/>).</summary>
internal sealed class InvoiceLetters(BillingDbContext db, IBranches branches, IClock clock, IIdentifiers ids, Texts texts, IPdfPrinter printer)
{
    /// <summary>What stands before the slash in the key of a message with which an invoice goes.</summary>
    public const string InvoiceOccasion = "invoice";

    /// <summary>What stands before the slash in the key of a message with which a credit note goes.</summary>
    public const string CreditNoteOccasion = "credit-note";

    /// <summary>What stands before the slash in the key of a reminder.</summary>
    public const string ReminderOccasion = "reminder";

    /// <summary>The way to a customer that exists.</summary>
    public Delivery WayTo(string email, string phone) =>
        email.Length > 0 ? new(MessageChannel.Email, email, printer.IsAvailable)
        : phone.Length > 0 ? new(MessageChannel.Sms, phone, WithPaper: false)
        : new(null, "", WithPaper: false);

    /// <summary>Sends an invoice, again if asked again.</summary>
    /// <param name="invoice">An issued one.</param>
    /// <param name="email">Another e-mail address than the customer's.</param>
    /// <returns>How it went.</returns>
    public Result<Delivery> Send(Invoice invoice, string? email = null) => Send(invoice, InvoiceTrigger.Send, email, $"{InvoiceOccasion}/{invoice.Id}/{ids.NewId()}", nameof(Invoice), invoice.Id, () => (
        texts["Invoice {0}", invoice.Number],
        texts["our invoice {0} for your {1} comes to {2}.", invoice.Number, invoice.DeviceName, new Money(invoice.Gross, invoice.Currency)] + " "
            + (invoice.Open > 0 ? texts["Please pay {0} by {1}.", new Money(invoice.Open, invoice.Currency), invoice.DueOn] : texts["Nothing is left to be paid."])));

    /// <summary>Sends a credit note, again if asked again.</summary>
    /// <param name="invoice">The invoice it corrects.</param>
    /// <param name="note">Which one.</param>
    /// <param name="email">Another e-mail address than the customer's.</param>
    /// <returns>How it went.</returns>
    public Result<Delivery> Send(Invoice invoice, CreditNote note, string? email = null) =>
        Send(invoice, InvoiceTrigger.SendCreditNote, email, $"{CreditNoteOccasion}/{note.Id}/{ids.NewId()}", nameof(CreditNote), note.Id, () => (
            texts["Credit note {0}", note.Number],
            texts["our credit note {0} takes back {1} of our invoice {2}: {3}", note.Number, new Money(note.Gross, invoice.Currency), invoice.Number, note.Reason]));

    /// <summary>Writes a message in the invoice's language, with greeting, the branch's bank words and its name.</summary>
    public void Write(Invoice invoice, Delivery way, string onceKey, string about, Guid aboutId, Func<(string Subject, string Body)> words)
    {
        var branch = branches.Of(invoice.BranchId);
        var now = clock.GetCurrentInstant();
        var (subject, body) = OtherLanguage.Say(invoice.Language, () => words() is var (said, what)
            ? (said, $"{texts["Dear {0},", invoice.CustomerName]}\n\n{what}\n\n{invoice.PaymentDetails}{(invoice.PaymentDetails.Length > 0 ? "\n\n" : "")}{branch.Name}\n{branch.Phone}")
            : default);
        db.Messages.Add(new OutgoingMessage
        {
            Id = ids.NewId(),
            BranchId = branch.Id,
            Channel = way.Channel!.Value,
            Recipient = way.Recipient,
            RecipientName = invoice.CustomerName,
            Subject = subject,
            Body = body,
            About = about,
            AboutId = aboutId,
            OnceKey = onceKey,
            WrittenAt = now,
            NextAttemptAt = now,
        });
    }

    private Result<Delivery> Send(Invoice invoice, InvoiceTrigger what, string? email, string onceKey, string about, Guid aboutId, Func<(string Subject, string Body)> words)
    {
        var way = WayTo(string.IsNullOrWhiteSpace(email) ? invoice.CustomerEmail : email.Trim(), invoice.CustomerPhone);
        if (way.Channel is null)
        {
            return Error.Refused("Billing.Sending.NoAddress", "{0} has neither e-mail address nor telephone number. Enter an e-mail address, or print it and hand it over or post it.", invoice.CustomerName).On("Email");
        }

        var noted = invoice.NoteSent(what, way.Recipient);
        if (!noted.Succeeded)
        {
            return noted.Error;
        }

        Write(invoice, way, onceKey, about, aboutId, words);
        return way;
    }
}
