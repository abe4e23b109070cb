using ServiceErp.Kernel;
using ServiceErp.Platform.Attachments;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Workshop.Domain.Orders;

namespace ServiceErp.Workshop.Features.Orders;

/// <summary>What is said of a consent by whoever records it.</summary>
internal sealed record ConsentGiven(string By, ConsentHow How, string? Signature, string? Note);

/// <summary>What proves a consent that a colleague records: a signature drawn by the customer, or a note of the conversation.</summary>
internal sealed class Consenting(IAttachments attachments, ICurrentUser user)
{
    /// <param name="order">The order.</param>
    /// <param name="given">What is said.</param>
    /// <param name="isPayable">Whether something becomes payable by it; what costs nothing needs no proof.</param>
    /// <param name="cancel">Stops it.</param>
    public async Task<Result<Proof>> ProofAsync(ServiceOrder order, ConsentGiven given, bool isPayable, CancellationToken cancel)
    {
        if (given.How == ConsentHow.ByLink)
        {
            return OrderErrors.ConsentNotYours;
        }

        if (isPayable && given.How == ConsentHow.ByPhone && string.IsNullOrWhiteSpace(given.Note))
        {
            return OrderErrors.NoteMissing;
        }

        if (isPayable && given.How == ConsentHow.InPerson && string.IsNullOrEmpty(given.Signature))
        {
            return OrderErrors.ProofMissing;
        }

        var kept = await attachments.KeepAsync(given.How == ConsentHow.InPerson ? given.Signature : null, order.Id, cancel);
        return kept.Succeeded ? new Proof(given.By.Trim(), given.How, user.Name) { Note = given.Note?.Trim(), SignatureId = kept.Value } : kept.Error;
    }
}
