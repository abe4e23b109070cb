using NodaTime;
using ServiceErp.Kernel;

namespace ServiceErp.Reception;

/// <summary>
/// The answer to "who pays for what", judged at the date of the contact and kept with the order; never recomputed against today (RULES, Warranty).
/// </summary>
/// <param name="Category">Who pays in general.</param>
/// <param name="Reason">With the rule that decided; put into words when it is shown.</param>
/// <param name="LabourCovered">Whether working time is free for the customer.</param>
/// <param name="CoveredPartGroups">Part groups that are free for the customer; <c>*</c> covers all. Travel and fees never are.</param>
/// <param name="JudgedOn">The day of the contact in the branch's zone.</param>
public sealed record EntitlementTerms(ServiceCategory Category, Sentence Reason, bool LabourCovered, IReadOnlyList<string> CoveredPartGroups, LocalDate JudgedOn)
{
    /// <summary>Fault causes that take the coverage away, such as misuse.</summary>
    public IReadOnlyList<string> ExcludedCauses { get; init; } = [];

    /// <summary>The earlier order whose work this repeats, when its warranty on work done decided (WRK-8): the new one is a comeback and keeps that warranty's end.</summary>
    public Guid? RepeatOf { get; init; }

    /// <summary>The warranty on work done is proposed only: the diagnosis confirms that it is the earlier fault again, or that it is not (WRK-8).</summary>
    public bool IsProposed { get; init; }

    /// <summary>Whether a part of this group is free for the customer, unless the cause takes the coverage away.</summary>
    public bool CoversPart(string partGroup, string? causeCode) =>
        !IsExcluded(causeCode) && (CoveredPartGroups.Contains("*") || CoveredPartGroups.Contains(partGroup));

    /// <summary>Whether working time is free for the customer, unless the cause takes the coverage away.</summary>
    public bool CoversLabour(string? causeCode) => LabourCovered && !IsExcluded(causeCode);

    private bool IsExcluded(string? causeCode) => causeCode is not null && ExcludedCauses.Contains(causeCode);
}

/// <summary>The customer as known when the request was accepted.</summary>
/// <param name="Id">Identity in Reception.</param>
/// <param name="Name">Person or company.</param>
/// <param name="Phone">Normalised telephone number; may be empty.</param>
/// <param name="Email">May be empty.</param>
/// <param name="Address">One line.</param>
/// <param name="Language">en, ru, es or ko: the language of documents and messages.</param>
public sealed record CustomerSnapshot(Guid Id, string Name, string Phone, string Email, string Address, string Language)
{
    /// <summary>A company reads prices net plus tax; a private person reads what there is to pay.</summary>
    public bool IsCompany { get; init; }
}

/// <summary>The device as known when the request was accepted.</summary>
/// <param name="Id">Identity in Reception.</param>
/// <param name="ModelId">Identity of the model.</param>
/// <param name="ModelCode">Such as <c>AX-200</c>.</param>
/// <param name="ModelName">Such as "Espresso machine AX-200".</param>
/// <param name="SerialNumber">May be empty before the goods are on the bench.</param>
public sealed record DeviceSnapshot(Guid Id, Guid ModelId, string ModelCode, string ModelName, string SerialNumber);
