using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Workshop;

namespace ServiceErp.Reception.Domain.Warranty;

/// <summary>The rule that decided who pays.</summary>
public enum EntitlementRule
{
    /// <summary>The company's own work.</summary>
    InternalWork,

    /// <summary>A repeat within the warranty on work done (WRK-8).</summary>
    WorkWarranty,

    /// <summary>Nothing is promised for the model.</summary>
    NoPolicy,

    /// <summary>Without a date of sale nothing is proven.</summary>
    SaleDateMissing,

    /// <summary>The date of sale is later than the contact.</summary>
    SoldLater,

    /// <summary>The policy demands a proof of purchase, and none was seen.</summary>
    ProofMissing,

    /// <summary>Every term has ended.</summary>
    Expired,

    /// <summary>A term of the policy still runs.</summary>
    WarrantyTerm,

    /// <summary>Only a promotion keeps a term running.</summary>
    Promotion,

    /// <summary>Decided by somebody, with a reason.</summary>
    Decision,
}

/// <summary>The outcome of the check: who pays for what, why, and which rule decided.</summary>
internal sealed record Verdict(ServiceCategory Category, EntitlementRule Rule, Sentence Reason, bool LabourCovered, IReadOnlyList<string> CoveredPartGroups)
{
    public IReadOnlyList<string> ExcludedCauses { get; init; } = [];

    public Guid? RepeatOf { get; init; }

    /// <summary>To be confirmed by the diagnosis.</summary>
    public bool IsProposed { get; init; }
}

/// <summary>What the check looks at; the day is that of the contact in the branch's zone.</summary>
internal sealed record WarrantyCase(LocalDate Day, LocalDate? WarrantyFrom, bool HasProofOfPurchase, IReadOnlyList<string> PartGroups)
{
    public WarrantyPolicy? Policy { get; init; }

    public IReadOnlyList<WarrantyPromotion> Promotions { get; init; } = [];

    public WorkWarranty? WorkWarranty { get; init; }

    public bool IsInternalWork { get; init; }
}

/// <summary>
/// Who pays for what (REC-3, RULES): judged at the day of the contact, end days inclusive, "one year from 2 March" ends on 1 March. What is not proven is paid for,
/// with that reason; never an error and never free by accident.
/// </summary>
internal static class WarrantyCheck
{
    public const string All = "*";

    /// <summary>The last covered day of a term.</summary>
    public static LocalDate LastDay(LocalDate from, int months) => Term.LastDay(from, months);

    public static Verdict Judge(WarrantyCase facts)
    {
        if (facts.IsInternalWork)
        {
            return new(ServiceCategory.Internal, EntitlementRule.InternalWork, new("Internal work: the company's own."), true, [All]);
        }

        if (facts.WorkWarranty is { } repeat && facts.Day <= repeat.LastDay)
        {
            return new(ServiceCategory.Warranty, EntitlementRule.WorkWarranty, new("Proposed: warranty on the work of order {0}, until {1}, if the diagnosis finds the same fault.", repeat.Number, repeat.LastDay), true, [All])
            {
                ExcludedCauses = facts.Policy?.ExcludedCauses ?? [],
                RepeatOf = repeat.OrderId,
                IsProposed = true,
            };
        }

        return facts switch
        {
            { Policy: null } => Paid(EntitlementRule.NoPolicy, new("No warranty terms are kept for this model and day of sale.")),
            { WarrantyFrom: null } => Paid(EntitlementRule.SaleDateMissing, new("Not proven: the day of sale is not known.")),
            { WarrantyFrom: { } from } when from > facts.Day => Paid(EntitlementRule.SoldLater, new("Not proven: the day of sale, {0}, is after the contact.", from)),
            { Policy.NeedsProofOfPurchase: true, HasProofOfPurchase: false } => Paid(EntitlementRule.ProofMissing, new("Not proven: the terms demand a proof of purchase, and none was seen.")),
            _ => JudgeTerms(facts, facts.Policy, facts.WarrantyFrom.Value),
        };
    }

    private static Verdict Paid(EntitlementRule rule, Sentence reason) => new(ServiceCategory.Paid, rule, reason, false, []);

    private static Verdict JudgeTerms(WarrantyCase facts, WarrantyPolicy policy, LocalDate from)
    {
        var promotions = facts.Promotions.Where(promotion => promotion.IsFor(policy.ModelId, from)).ToArray();
        Coverage Of(int months, Func<WarrantyPromotion, bool> extends) => Coverage.Best(from, months, promotions.Where(extends));

        var labour = Of(policy.LabourMonths, promotion => promotion.ExtendsLabour);
        var general = Of(policy.PartMonths, promotion => promotion.PartGroup is null);
        var groups = facts.PartGroups.Union(policy.Terms.Select(term => term.PartGroup)).Union(promotions.Select(promotion => promotion.PartGroup).OfType<string>())
            .Select(group => (Group: group, Coverage: Of(
                policy.Terms.FirstOrDefault(term => term.PartGroup == group)?.Months ?? policy.PartMonths,
                promotion => promotion.PartGroup is null || promotion.PartGroup == group)))
            .ToArray();

        // "All parts" only when no group has ended before the general term: otherwise what is covered is named.
        string[] covered = general.Runs(facts.Day) && groups.All(group => group.Coverage.Runs(facts.Day))
            ? [All]
            : [.. groups.Where(group => group.Coverage.Runs(facts.Day)).Select(group => group.Group).Order(StringComparer.Ordinal)];
        Coverage[] terms = [general, labour, .. groups.Select(group => group.Coverage)];
        if (covered.Length == 0 && !labour.Runs(facts.Day))
        {
            var ended = terms.Max(term => term.Last);
            return Paid(EntitlementRule.Expired, ended < from ? new("The terms of this model give no warranty.") : new("The warranty ended on {0}.", ended));
        }

        var lasting = terms.Where(term => term.Runs(facts.Day)).MaxBy(term => term.Last)!;
        // The promotion decides when without it nothing would be covered.
        var decidedByPromotion = !terms.Any(term => term.Plain >= facts.Day);
        return new(
            ServiceCategory.Warranty,
            decidedByPromotion ? EntitlementRule.Promotion : EntitlementRule.WarrantyTerm,
            (lasting.By, labour.Runs(facts.Day), covered) switch
            {
                ({ } by, true, [All]) => new("Warranty on parts and labour until {0}, extended by {1}.", lasting.Last, by.Name),
                (null, true, [All]) => new("Warranty on parts and labour, the longest until {0}.", lasting.Last),
                ({ } by, false, [All]) => new("Warranty on parts, without labour, until {0}, extended by {1}.", lasting.Last, by.Name),
                (null, false, [All]) => new("Warranty on parts, without labour, until {0}.", lasting.Last),
                ({ } by, true, []) => new("Warranty on labour alone until {0}, extended by {1}.", lasting.Last, by.Name),
                (null, true, []) => new("Warranty on labour alone until {0}.", lasting.Last),
                ({ } by, true, _) => new("Warranty on labour and on {2}, the longest until {0}, extended by {1}.", lasting.Last, by.Name, string.Join(", ", covered)),
                (null, true, _) => new("Warranty on labour and on {1}, the longest until {0}.", lasting.Last, string.Join(", ", covered)),
                ({ } by, false, _) => new("Warranty on {2}, without labour, the longest until {0}, extended by {1}.", lasting.Last, by.Name, string.Join(", ", covered)),
                (null, false, _) => new("Warranty on {1}, without labour, the longest until {0}.", lasting.Last, string.Join(", ", covered)),
            },
            labour.Runs(facts.Day),
            covered)
        {
            ExcludedCauses = policy.ExcludedCauses,
        };
    }

    /// <summary>One term with the best promotion on it.</summary>
    private sealed record Coverage(LocalDate Plain, LocalDate Last, WarrantyPromotion? By)
    {
        public static Coverage Best(LocalDate from, int months, IEnumerable<WarrantyPromotion> promotions)
        {
            var best = promotions.OrderByDescending(promotion => promotion.ExtraMonths).ThenBy(promotion => promotion.Code, StringComparer.Ordinal).FirstOrDefault(promotion => promotion.ExtraMonths > 0);
            return new(LastDay(from, months), LastDay(from, months + (best?.ExtraMonths ?? 0)), best);
        }

        public bool Runs(LocalDate day) => Last >= day;
    }
}
