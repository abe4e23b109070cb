using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Branches;
using ServiceErp.Platform.Localization;
using ServiceErp.Platform.Messages;
using ServiceErp.Reception.Domain.Customers;
using ServiceErp.Reception.Domain.Requests;
using ServiceErp.Reception.Persistence;
using ServiceErp.Workshop;

namespace ServiceErp.Reception.Features.Status;

/// <summary>Writes to customers in their own language, once for each occasion (REC-7).</summary>
internal sealed class CustomerMessages(ReceptionDbContext db, IMessageTemplates templates, Texts texts, StatusLinks status, IClock clock, IIdentifiers ids, IBranches branches)
{
    public const string DatePromised = "request-date-promised";
    public const string DateMoved = "request-date-moved";
    public const string Unclaimed = "goods-unclaimed";
    public const string NewLink = "request-new-link";
    public const string ContactChanged = "customer-contact-changed";

    /// <summary>The message about a stage: <c>request-waiting-for-parts</c>.</summary>
    public static string Of(OrderStage stage) => $"request-{Texts.Humanise(stage.ToString()).Replace(' ', '-').ToLowerInvariant()}";

    /// <summary>Writes the message in the transaction of the command.</summary>
    /// <param name="request">What it is about.</param>
    /// <param name="template">The wording.</param>
    /// <param name="onceKey">One message per occasion.</param>
    /// <param name="cancel">Stops it.</param>
    /// <returns>False when the customer can't be reached.</returns>
    public async Task<bool> TellAsync(ServiceRequest request, string template, string onceKey, CancellationToken cancel)
    {
        var customer = await db.Customers.AsNoTracking().Where(c => c.Id == request.CustomerId)
            .Select(c => new { c.Name, c.Email, c.PhoneKey, c.Language, Told = db.Messages.Any(m => m.OnceKey == onceKey) }).FirstAsync(cancel);
        var hasEmail = customer.Email.Length > 0;
        if (!hasEmail && customer.PhoneKey.Length == 0)
        {
            return false;
        }

        if (customer.Told)
        {
            return true;
        }

        var branch = branches.Of(request.BranchId);
        var link = await status.OfAsync(request, cancel);
        var text = templates.Render(template, customer.Language, new
        {
            Customer = customer.Name,
            Number = request.OrderNumber ?? request.Number,
            Device = $"{request.ModelName} {request.SerialNumber}".Trim(),
            Details = OtherLanguage.Say(customer.Language, () => Details(request)),
            Link = link,
            Branch = branch.Name,
            branch.Phone,
            branch.Address,
        });
        var now = clock.GetCurrentInstant();
        db.Messages.Add(new OutgoingMessage
        {
            Id = ids.NewId(),
            BranchId = request.BranchId,
            Channel = hasEmail ? MessageChannel.Email : MessageChannel.Sms,
            Recipient = hasEmail ? customer.Email : customer.PhoneKey,
            RecipientName = customer.Name,
            Subject = hasEmail ? text.Subject : "",
            Body = hasEmail ? text.Body.Replace("\n\n\n", "\n", StringComparison.Ordinal) : link is null ? text.Subject : $"{text.Subject} {link}",
            About = nameof(ServiceRequest),
            AboutId = request.Id,
            OnceKey = onceKey,
            WrittenAt = now,
            NextAttemptAt = now,
        });
        return true;
    }

    /// <summary>Tells whoever was reached there until now that messages go elsewhere.</summary>
    /// <param name="customer">As it is now.</param>
    /// <param name="before">As it was.</param>
    /// <param name="branch">Whom to call.</param>
    public void TellFormerAddress(Customer customer, CustomerDetails before, Branch branch)
    {
        var hasEmail = before.Email.Length > 0;
        var text = templates.Render(ContactChanged, customer.Language, new { Customer = before.Name, Branch = branch.Name, branch.Phone, branch.Address });
        var now = clock.GetCurrentInstant();
        db.Messages.Add(new OutgoingMessage
        {
            Id = ids.NewId(),
            BranchId = branch.Id,
            Channel = hasEmail ? MessageChannel.Email : MessageChannel.Sms,
            Recipient = hasEmail ? before.Email : before.PhoneKey ?? "",
            RecipientName = before.Name,
            Subject = hasEmail ? text.Subject : "",
            Body = hasEmail ? text.Body : text.Subject,
            About = nameof(Customer),
            AboutId = customer.Id,
            OnceKey = $"readdressed/{customer.Id}/{ids.NewId()}",
            WrittenAt = now,
            NextAttemptAt = now,
        });
    }

    private string Details(ServiceRequest request) => string.Join('\n', new[]
    {
        string.IsNullOrEmpty(request.StageNote) ? "" : texts["What we can tell you: {0}", request.StageNote],
        request.ReadyBy is { } day && request.Stage is not (OrderStage.Completed or OrderStage.Cancelled) ? texts["Expected to be ready: {0}", day] : "",
    }.Where(line => line.Length > 0));
}
