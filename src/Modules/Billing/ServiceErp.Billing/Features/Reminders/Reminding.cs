using Microsoft.EntityFrameworkCore;
using ServiceErp.Billing.Domain.Invoices;
using ServiceErp.Billing.Features.Invoices;
using ServiceErp.Billing.Features.Sending;
using ServiceErp.Billing.Persistence;
using ServiceErp.Kernel;
using ServiceErp.Platform.Localization;

namespace ServiceErp.Billing.Features.Reminders;

/// <summary>Writes a reminder to a customer, in the customer's language, once per invoice and level; the invoice goes with it.</summary>
internal sealed class Reminding(BillingDbContext db, InvoiceLetters letters, Invoicing invoicing, Texts texts)
{
    public async Task<Result> RemindAsync(Invoice invoice, int level, CancellationToken cancel)
    {
        var way = letters.WayTo(invoice.CustomerEmail, invoice.CustomerPhone);
        if (way.Channel is null)
        {
            return Error.Refused("Billing.Reminder.NoAddress", "{0} has neither e-mail address nor telephone number. Send the reminder by post.", invoice.CustomerName);
        }

        var key = $"{InvoiceLetters.ReminderOccasion}/{invoice.Id}/{level}";
        var reminded = invoice.Remind(level, invoicing.Today(invoice.BranchId));
        if (!reminded.Succeeded || await db.Messages.AnyAsync(m => m.OnceKey == key, cancel))
        {
            return reminded;
        }

        letters.Write(invoice, way, key, nameof(Invoice), invoice.Id, () => (
            texts["Reminder {0}: invoice {1}", level, invoice.Number],
            texts["our invoice {0} of {1} was due on {2}. {3} is still open. Please pay it in the next days, or tell us if something is not right.",
                invoice.Number, invoice.IssuedOn, invoice.DueOn, new Money(invoice.Open, invoice.Currency)]));
        return Result.Success;
    }
}
