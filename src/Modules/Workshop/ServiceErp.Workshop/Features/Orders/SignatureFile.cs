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
    private const string Start = "data:image/png;base64,";

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

        var bytes = new byte[picture.Length];
        if (!picture.StartsWith(Start, StringComparison.Ordinal) || !Convert.TryFromBase64String(picture[Start.Length..], bytes, out var length))
        {
            return Error.Invalid("Workshop.ServiceOrder.SignatureUnreadable", "The signature can't be read. Please sign again.").On("Signature");
        }

        var kept = await attachments.AddAsync(new MemoryStream(bytes, 0, length), "signature.png", nameof(ServiceOrder), orderId, Kind, cancel);
        return kept.Succeeded ? kept.Value.Id : kept.Error;
    }
}
