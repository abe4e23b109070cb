using System.Globalization;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Branches;
using ServiceErp.Platform.Localization;
using ServiceErp.Platform.Messages;
using ServiceErp.Workshop.Domain.Orders;
using ServiceErp.Workshop.Domain.Quotations;
using ServiceErp.Workshop.Persistence;

namespace ServiceErp.Workshop.Features.Quotations;

/// <summary>The message with which a quotation goes to the customer, in the customer's language; without an address for customers it asks for a call instead of naming a link.</summary>
internal sealed class QuotationLetters(WorkshopDbContext db, IBranches branches, IIdentifiers ids, Texts texts)
{
    /// <returns>False when the customer has no e-mail address.</returns>
    public bool Write(ServiceOrder order, Quotation quotation, string? link, string onceKey, Instant now)
    {
        if (order.CustomerEmail.Length == 0)
        {
            return false;
        }

        var branch = branches.Of(order.BranchId);
        var (reading, formatting) = (CultureInfo.CurrentUICulture, CultureInfo.CurrentCulture);
        CultureInfo.CurrentUICulture = CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(order.CustomerLanguage);
        try
        {
            db.Messages.Add(new OutgoingMessage
            {
                Id = ids.NewId(),
                BranchId = order.BranchId,
                Recipient = order.CustomerEmail,
                RecipientName = order.CustomerName,
                Subject = texts["Quotation {0} for your {1}", quotation.Number, order.ModelName],
                Body = link is not null
                    ? texts["Dear {0},\n\nwe have looked at your {1} and ask for your answer to our quotation, valid until {2}:\n{3}\n\nThere you can approve it, decline it or ask us. The repair begins when you agree.\n\n{4}",
                        order.CustomerName, order.ModelName, quotation.ValidUntil, link, branch.Name]
                    : texts["Dear {0},\n\nwe have looked at your {1} and ask for your answer to our quotation {2}, valid until {3}. Please call us: {4}. The repair begins when you agree.\n\n{5}",
                        order.CustomerName, order.ModelName, quotation.Number, quotation.ValidUntil, branch.Phone, branch.Name],
                About = nameof(ServiceOrder),
                AboutId = order.Id,
                OnceKey = onceKey,
                WrittenAt = now,
                NextAttemptAt = now,
            });
            return true;
        }
        finally
        {
            (CultureInfo.CurrentUICulture, CultureInfo.CurrentCulture) = (reading, formatting);
        }
    }
}
