using FluentValidation;
using ServiceErp.Kernel;
using ServiceErp.Platform.Attachments;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Workshop.Domain.Orders;

namespace ServiceErp.Workshop.Features.Orders;

/// <summary>A customer's signature as it comes from the screen: a PNG as a data address.</summary>
internal static class SignatureFile
{
    public const string Kind = "signature";

    /// <summary>The customer must sign: no page and no other door goes without.</summary>
    public static IRuleBuilderOptions<T, string?> Signed<T>(this IRuleBuilderInitial<T, string?> rule) => rule.Cascade(CascadeMode.Stop)
        .Must(picture => !string.IsNullOrEmpty(picture)).WithErrorCode("Workshop.ServiceOrder.SignatureMissing").WithMessage("The customer signs on the screen.")
        .AtMost(AttachmentShapes.LongestSignature);

    /// <summary>Keeps it with the order; null when none was given.</summary>
    public static async Task<Result<Guid?>> KeepAsync(this IAttachments attachments, string? picture, Guid orderId, CancellationToken cancel)
    {
        if (string.IsNullOrEmpty(picture))
        {
            return (Guid?)null;
        }

        var kept = await attachments.AddDataUrlAsync(picture, "signature.png", nameof(ServiceOrder), orderId, Kind, cancel);
        return kept.Succeeded ? kept.Value.Id : kept.Error.On("Signature");
    }
}
