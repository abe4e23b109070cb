using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Billing.Domain.Invoices;
using ServiceErp.Billing.Persistence;
using ServiceErp.Kernel;
using ServiceErp.Platform.Branches;
using ServiceErp.Platform.Localization;
using ServiceErp.Platform.Messages;

namespace ServiceErp.Billing.Features.Reminders;

/// <summary>Writes a reminder to a customer, in the customer's language, once per invoice and level.</summary>
internal sealed class Reminding(BillingDbContext db, IBranches branches, IClock clock, IIdentifiers ids, Texts texts)
{
    public async Task<Result> RemindAsync(Invoice invoice, int level, CancellationToken cancel)
    {
        var branch = branches.Of(invoice.BranchId);
        var byMail = invoice.CustomerEmail.Length > 0;
        if (!byMail && invoice.CustomerPhone.Length == 0)
        {
            return Error.Refused("Billing.Reminder.NoAddress", "{0} has neither e-mail address nor telephone number. Send the reminder by post.", invoice.CustomerName);
        }

        var key = $"reminder/{invoice.Id}/{level}";
        var reminded = invoice.Remind(level, branch.DayOf(clock.GetCurrentInstant()));
        if (!reminded.Succeeded || await db.Messages.AnyAsync(m => m.OnceKey == key, cancel))
        {
            return reminded;
        }

        var now = clock.GetCurrentInstant();
        var open = new Money(invoice.Open, invoice.Currency);
        var (subject, body) = OtherLanguage.Say(invoice.Language, () => (
            texts["Reminder {0}: invoice {1}", level, invoice.Number],
            texts["Dear {0},", invoice.CustomerName] + "\n\n"
                + texts["our invoice {0} of {1} was due on {2}. {3} is still open. Please pay it in the next days, or tell us if something is not right.", invoice.Number, invoice.IssuedOn, invoice.DueOn, open]
                + "\n\n" + invoice.PaymentDetails + (invoice.PaymentDetails.Length > 0 ? "\n\n" : "") + branch.Name + "\n" + branch.Phone));
        db.Messages.Add(new OutgoingMessage
        {
            Id = ids.NewId(),
            BranchId = branch.Id,
            Channel = byMail ? MessageChannel.Email : MessageChannel.Sms,
            Recipient = byMail ? invoice.CustomerEmail : invoice.CustomerPhone,
            RecipientName = invoice.CustomerName,
            Subject = subject,
            Body = body,
            About = nameof(Invoice),
            AboutId = invoice.Id,
            OnceKey = key,
            WrittenAt = now,
            NextAttemptAt = now,
        });
        return Result.Success;
    }
}
