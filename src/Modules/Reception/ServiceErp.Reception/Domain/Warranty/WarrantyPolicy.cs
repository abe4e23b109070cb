using NodaTime;
using ServiceErp.Kernel;

namespace ServiceErp.Reception.Domain.Warranty;

/// <summary>The term of one part group of a model, in months; 0 gives none.</summary>
internal sealed class WarrantyTerm : Entity
{
    private WarrantyTerm()
    {
    }

    public WarrantyTerm(Guid id, string partGroup, int months)
    {
        Id = id;
        PartGroup = partGroup;
        Months = months;
    }

    public string PartGroup { get; private init; } = "";

    public int Months { get; private init; }
}

/// <summary>What a policy grants, as somebody entered it.</summary>
internal sealed record WarrantyGrant(int PartMonths, int LabourMonths, bool NeedsProofOfPurchase, IReadOnlyList<string> ExcludedCauses, IReadOnlyDictionary<string, int> Terms)
{
    /// <summary>Whether another grants the same; the order of causes and terms means nothing.</summary>
    public bool IsSameAs(WarrantyGrant other) =>
        (PartMonths, LabourMonths, NeedsProofOfPurchase) == (other.PartMonths, other.LabourMonths, other.NeedsProofOfPurchase)
        && ExcludedCauses.ToHashSet(StringComparer.Ordinal).SetEquals(other.ExcludedCauses)
        && Terms.ToHashSet().SetEquals(other.Terms);
}

/// <summary>
/// The warranty terms of a model for devices sold from a day on. Parts have a general term and, by part group, terms of their own; labour has its own. Travel
/// and fees are never covered. A fault cause such as misuse takes the coverage away.
/// </summary>
internal sealed class WarrantyPolicy : Aggregate
{
    private readonly List<WarrantyTerm> terms = [];

    private WarrantyPolicy()
    {
    }

    public WarrantyPolicy(Guid id, Guid modelId, LocalDate soldFrom)
    {
        Id = id;
        ModelId = modelId;
        SoldFrom = soldFrom;
    }

    public Guid ModelId { get; private init; }

    /// <summary>Counts for devices sold from this day on, until a later policy begins.</summary>
    public LocalDate SoldFrom { get; private init; }

    /// <summary>For part groups without a term of their own.</summary>
    public int PartMonths { get; private set; }

    public int LabourMonths { get; private set; }

    public bool NeedsProofOfPurchase { get; private set; }

    public IReadOnlyList<string> ExcludedCauses { get; private set; } = [];

    public IReadOnlyList<WarrantyTerm> Terms => terms;

    /// <summary>What it grants now.</summary>
    public WarrantyGrant Granted() => new(PartMonths, LabourMonths, NeedsProofOfPurchase, ExcludedCauses, terms.ToDictionary(t => t.PartGroup, t => t.Months, StringComparer.Ordinal));

    public void Grant(WarrantyGrant grant, IIdentifiers ids)
    {
        PartMonths = grant.PartMonths;
        LabourMonths = grant.LabourMonths;
        NeedsProofOfPurchase = grant.NeedsProofOfPurchase;
        if (!grant.ExcludedCauses.SequenceEqual(ExcludedCauses))
        {
            ExcludedCauses = [.. grant.ExcludedCauses];
        }

        terms.RemoveAll(term => !grant.Terms.TryGetValue(term.PartGroup, out var months) || months != term.Months);
        foreach (var (group, months) in grant.Terms.Where(term => terms.TrueForAll(kept => kept.PartGroup != term.Key)))
        {
            terms.Add(new WarrantyTerm(ids.NewId(), group, months));
        }
    }
}

/// <summary>
/// An extension of warranty for what is sold in a period: so many months more, on all parts or one part group, and on labour if said. Of several that fit one
/// the best counts; they are never added up.
/// </summary>
internal sealed class WarrantyPromotion : Aggregate
{
    private WarrantyPromotion()
    {
    }

    public WarrantyPromotion(Guid id, string code)
    {
        Id = id;
        Code = code.Trim().ToUpperInvariant();
    }

    public string Code { get; private init; } = "";

    public string Name { get; private set; } = "";

    /// <summary>The one model it is for; null for all.</summary>
    public Guid? ModelId { get; private set; }

    public LocalDate SoldFrom { get; private set; }

    public LocalDate SoldTo { get; private set; }

    public int ExtraMonths { get; private set; }

    /// <summary>The one part group it extends; null for all parts.</summary>
    public string? PartGroup { get; private set; }

    public bool ExtendsLabour { get; private set; }

    public void Change(string name, Guid? modelId, LocalDate soldFrom, LocalDate soldTo, int extraMonths, string? partGroup, bool extendsLabour)
    {
        Name = name.Trim();
        ModelId = modelId;
        SoldFrom = soldFrom;
        SoldTo = soldTo;
        ExtraMonths = extraMonths;
        PartGroup = string.IsNullOrWhiteSpace(partGroup) ? null : partGroup.Trim();
        ExtendsLabour = extendsLabour;
    }

    /// <summary>Whether it extends the warranty of a device of this model sold on this day.</summary>
    public bool IsFor(Guid modelId, LocalDate soldOn) => (ModelId is null || ModelId == modelId) && SoldFrom <= soldOn && soldOn <= SoldTo;
}
