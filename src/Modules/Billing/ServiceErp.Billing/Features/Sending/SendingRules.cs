using System.Net.Mail;
using FluentValidation;
using ServiceErp.Platform.Dispatching;

namespace ServiceErp.Billing.Features.Sending;

internal static class SendingRules
{
    /// <summary>An e-mail address, or nothing for the customer's own.</summary>
    public static void EmailOrNothing<T>(this IRuleBuilderInitial<T, string?> rule) => rule
        .Cascade(CascadeMode.Stop)
        .AtMost(120)
        .Must(email => string.IsNullOrWhiteSpace(email) || MailAddress.TryCreate(email, out var address) && address.Address == email.Trim())
        .WithErrorCode("Billing.Sending.EmailUnreadable").WithMessage("This is not an e-mail address.");
}
