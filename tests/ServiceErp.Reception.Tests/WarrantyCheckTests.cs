using NodaTime;
using NodaTime.Text;
using ServiceErp.Reception.Domain.Warranty;
using ServiceErp.Testing;
using ServiceErp.Workshop;

namespace ServiceErp.Reception.Tests;

/// <summary>Who pays for what (REC-3, RULES "Warranty and who pays").</summary>
public sealed class WarrantyCheckTests
{
    private static readonly Guid Model = new("00000000-0000-7000-8000-00000000f001");
    private readonly CountingIdentifiers ids = new();

    [Theory]
    // one year from 2 March ends on 1 March: 365 days, not 366
    [InlineData("2025-03-02", 12, "2026-03-01")]
    [InlineData("2023-03-02", 12, "2024-03-01")] // a leap day in between
    [InlineData("2024-02-29", 12, "2025-02-28")]
    [InlineData("2025-02-28", 12, "2026-02-27")]
    [InlineData("2025-01-01", 12, "2025-12-31")]
    [InlineData("2025-01-31", 1, "2025-02-28")]
    [InlineData("2025-03-31", 6, "2025-09-30")]
    [InlineData("2025-03-02", 24, "2027-03-01")]
    [InlineData("2025-03-02", 0, "2025-03-01")] // nothing at all
    [InlineData("2025-12-15", 1, "2026-01-14")]
    public void A_term_ends_on_the_day_before_its_anniversary(string from, int months, string last) => Assert.Equal(Day(last), WarrantyCheck.LastDay(Day(from), months));

    [Theory]
    // parts 24, labour 12, boiler 36, seals 3; sold on 2 March 2024
    [InlineData("2024-03-02", true, "*")] // the day of sale itself
    [InlineData("2024-06-01", true, "*")] // the seals' last day
    [InlineData("2024-06-02", true, "boiler,pump")] // the seals are out: what is covered is named
    [InlineData("2025-03-01", true, "boiler,pump")] // labour's last day
    [InlineData("2025-03-02", false, "boiler,pump")]
    [InlineData("2026-03-01", false, "boiler,pump")] // the general term's last day
    [InlineData("2026-03-02", false, "boiler")]
    [InlineData("2027-03-01", false, "boiler")] // the boiler's last day
    [InlineData("2027-03-02", false, "")]
    [InlineData("2034-01-01", false, "")]
    public void Each_part_group_and_labour_have_their_own_last_day(string contact, bool labour, string parts)
    {
        var verdict = WarrantyCheck.Judge(Sold("2024-03-02", contact, Policy(24, 12, ("boiler", 36), ("seals", 3))));

        Assert.Equal(labour, verdict.LabourCovered);
        Assert.Equal(parts, string.Join(",", verdict.CoveredPartGroups));
        Assert.Equal(parts.Length == 0 && !labour ? ServiceCategory.Paid : ServiceCategory.Warranty, verdict.Category);
    }

    [Fact]
    public void Nothing_ended_early_covers_all_parts() =>
        Assert.Equal(["*"], WarrantyCheck.Judge(Sold("2025-03-02", "2025-04-01", Policy(24, 12, ("boiler", 36)))).CoveredPartGroups);

    [Theory]
    [InlineData(null, "2026-03-04", EntitlementRule.SaleDateMissing)]
    [InlineData("2026-03-05", "2026-03-04", EntitlementRule.SoldLater)]
    [InlineData("2025-03-04", "2026-03-04", EntitlementRule.Expired)] // the day after the last day
    [InlineData("2025-03-05", "2026-03-04", EntitlementRule.WarrantyTerm)] // the last day
    [InlineData("2026-03-04", "2026-03-04", EntitlementRule.WarrantyTerm)]
    public void What_is_not_proven_is_paid_for_with_that_reason(string? sold, string contact, EntitlementRule rule)
    {
        var verdict = WarrantyCheck.Judge(Sold(sold, contact, Policy(12, 12)));

        Assert.Equal(rule, verdict.Rule);
        Assert.Equal(rule == EntitlementRule.WarrantyTerm ? ServiceCategory.Warranty : ServiceCategory.Paid, verdict.Category);
        Assert.NotEmpty(verdict.Reason.English);
    }

    [Fact]
    public void A_model_without_terms_is_paid_for()
    {
        var verdict = WarrantyCheck.Judge(Sold("2026-01-01", "2026-03-04", null));

        Assert.Equal((ServiceCategory.Paid, EntitlementRule.NoPolicy), (verdict.Category, verdict.Rule));
    }

    [Theory]
    [InlineData(true, ServiceCategory.Warranty)]
    [InlineData(false, ServiceCategory.Paid)]
    public void A_demanded_proof_of_purchase_must_have_been_seen(bool seen, ServiceCategory category)
    {
        var policy = Policy(12, 12, proof: true);
        Assert.Equal(category, WarrantyCheck.Judge(Sold("2026-01-01", "2026-03-04", policy) with { HasProofOfPurchase = seen }).Category);
    }

    [Theory]
    [InlineData("2026-03-01", false)] // the policy's own last day: nothing to extend yet
    [InlineData("2026-03-02", true)]
    [InlineData("2026-09-01", true)] // 12 + 6 months
    public void Of_several_promotions_the_best_wins_alone_and_is_named(string contact, bool byPromotion)
    {
        var verdict = WarrantyCheck.Judge(Sold("2025-03-02", contact, Policy(12, 12)) with { Promotions = [Promotion("SPRING", 3), Promotion("JUBILEE", 6), Promotion("SMALL", 1)] });

        Assert.Equal(ServiceCategory.Warranty, verdict.Category);
        Assert.Equal(byPromotion ? EntitlementRule.Promotion : EntitlementRule.WarrantyTerm, verdict.Rule);
        Assert.Contains("JUBILEE", verdict.Reason.Arguments);
    }

    [Theory]
    [InlineData("2026-09-02")] // the best is over; 6 + 3 is not added
    [InlineData("2026-12-01")]
    public void Promotions_are_not_added_up(string contact) =>
        Assert.Equal(EntitlementRule.Expired, WarrantyCheck.Judge(Sold("2025-03-02", contact, Policy(12, 12)) with { Promotions = [Promotion("SPRING", 3), Promotion("JUBILEE", 6)] }).Rule);

    [Theory]
    [InlineData("2025-02-28", false)]
    [InlineData("2025-03-01", true)]
    [InlineData("2025-03-31", true)]
    [InlineData("2025-04-01", false)]
    public void A_promotion_is_for_what_is_sold_in_its_days_both_ends_included(string sold, bool applies)
    {
        var promotion = new WarrantyPromotion(ids.NewId(), "MARCH");
        promotion.Change("MARCH", Model, Day("2025-03-01"), Day("2025-03-31"), 24, null, extendsLabour: false);
        var verdict = WarrantyCheck.Judge(Sold(sold, "2026-06-01", Policy(12, 12)) with { Promotions = [promotion] });

        Assert.Equal(applies ? ServiceCategory.Warranty : ServiceCategory.Paid, verdict.Category);
        Assert.False(verdict.LabourCovered);
    }

    [Fact]
    public void A_promotion_for_one_part_group_extends_that_group_only()
    {
        var promotion = new WarrantyPromotion(ids.NewId(), "PUMP");
        promotion.Change("PUMP", null, Day("2020-01-01"), Day("2030-01-01"), 12, "pump", extendsLabour: false);
        var verdict = WarrantyCheck.Judge(Sold("2025-03-02", "2026-06-01", Policy(12, 12)) with { Promotions = [promotion] });

        Assert.Equal(["pump"], verdict.CoveredPartGroups);
        Assert.Equal(EntitlementRule.Promotion, verdict.Rule);
    }

    [Fact]
    public void A_promotion_for_another_model_does_not_count()
    {
        var promotion = new WarrantyPromotion(ids.NewId(), "OTHER");
        promotion.Change("OTHER", new Guid("00000000-0000-7000-8000-00000000f002"), Day("2020-01-01"), Day("2030-01-01"), 48, null, extendsLabour: true);

        Assert.Equal(ServiceCategory.Paid, WarrantyCheck.Judge(Sold("2025-03-02", "2026-06-01", Policy(12, 12)) with { Promotions = [promotion] }).Category);
    }

    [Theory]
    [InlineData("2026-03-04", ServiceCategory.Warranty)] // the last day, inclusive
    [InlineData("2026-03-05", ServiceCategory.Paid)]
    public void The_warranty_on_work_done_is_free_and_names_the_order(string contact, ServiceCategory category)
    {
        var repeated = ids.NewId();
        var verdict = WarrantyCheck.Judge(Sold(null, contact, Policy(12, 12)) with { WorkWarranty = new WorkWarranty(repeated, "SO-BER-2025-000042", Day("2026-03-04")) });

        Assert.Equal(category, verdict.Category);
        Assert.Equal(category == ServiceCategory.Warranty ? repeated : null, verdict.RepeatOf);
        Assert.Equal(category == ServiceCategory.Warranty, verdict.Reason.Arguments.Contains("SO-BER-2025-000042"));
    }

    [Theory]
    [InlineData("MISUSE", false)]
    [InlineData("WEAR", true)]
    [InlineData(null, true)]
    public void A_fault_cause_can_take_the_coverage_away(string? cause, bool covered)
    {
        var verdict = WarrantyCheck.Judge(Sold("2026-01-01", "2026-03-04", Policy(12, 12)));
        var terms = new EntitlementTerms(verdict.Category, "", verdict.LabourCovered, verdict.CoveredPartGroups, Day("2026-03-04")) { ExcludedCauses = verdict.ExcludedCauses };

        Assert.Equal(covered, terms.CoversPart("pump", cause));
        Assert.Equal(covered, terms.CoversLabour(cause));
    }

    [Fact]
    public void Internal_work_is_the_company_s_own() =>
        Assert.Equal(ServiceCategory.Internal, WarrantyCheck.Judge(Sold(null, "2026-03-04", null) with { IsInternalWork = true }).Category);

    private static LocalDate Day(string iso) => LocalDatePattern.Iso.Parse(iso).Value;

    private static WarrantyCase Sold(string? sold, string contact, WarrantyPolicy? policy) =>
        new(Day(contact), sold is null ? null : Day(sold), true, ["pump", "boiler"]) { Policy = policy };

    private WarrantyPolicy Policy(int parts, int labour, params (string Group, int Months)[] terms) => Policy(parts, labour, false, terms);

    private WarrantyPolicy Policy(int parts, int labour, bool proof, params (string Group, int Months)[] terms)
    {
        var policy = new WarrantyPolicy(ids.NewId(), Model, Day("2020-01-01"));
        policy.Grant(new WarrantyGrant(parts, labour, proof, ["MISUSE"], terms.ToDictionary(t => t.Group, t => t.Months)), ids);
        return policy;
    }

    private WarrantyPromotion Promotion(string code, int months)
    {
        var promotion = new WarrantyPromotion(ids.NewId(), code);
        promotion.Change(code, null, Day("2020-01-01"), Day("2030-01-01"), months, null, extendsLabour: true);
        return promotion;
    }
}
