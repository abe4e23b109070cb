using NodaTime;
using ServiceErp.Kernel;

namespace ServiceErp.SpareParts.Domain.Stock;

/// <summary>What all movements of one booking have in common: on which paper, by whom, when and why.</summary>
/// <param name="Identifiers">Names the movements.</param>
/// <param name="DocumentId">The stock document, or the reservation of an issue, or the return.</param>
/// <param name="DocumentNumber">Its number; of issues and returns the order's.</param>
/// <param name="PersonId">Who; null is the program.</param>
/// <param name="Person">Who, as it was called then.</param>
/// <param name="At">When.</param>
/// <param name="Day">The branch's calendar day: stock and value on a past date go by it.</param>
/// <param name="Digits">Digits of the branch's currency, to which values are rounded.</param>
internal sealed record Booking(IIdentifiers Identifiers, Guid DocumentId, string DocumentNumber, Guid? PersonId, string Person, Instant At, LocalDate Day, int Digits)
{
    /// <summary>The branch in whose name it is booked.</summary>
    public Guid BranchId { get; init; }

    public string? Reason { get; init; }

    /// <summary>The line of the paper, where a booking is for one.</summary>
    public int Line { get; init; }

    public Guid? OrderId { get; init; }

    /// <summary>The order's line.</summary>
    public Guid? LineId { get; init; }
}
