using ServiceErp.Reception;
using ServiceErp.Workshop.Domain.Orders;

namespace ServiceErp.Workshop.Tests.Domain;

/// <summary>Who pays for what, line by line (RULES, Warranty and Money).</summary>
public sealed class ReductionTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 3, 4, 9, 0);

    [Theory]
    [InlineData(ChargeKind.Part, "PUMP", true, "PUMP", null, true)]
    [InlineData(ChargeKind.Part, "SEAL", true, "PUMP", null, false)]
    [InlineData(ChargeKind.Part, "SEAL", true, "*", null, true)]
    [InlineData(ChargeKind.Part, "PUMP", true, "PUMP", "MISUSE", false)]
    [InlineData(ChargeKind.Part, "PUMP", true, "PUMP", "WEAR", true)]
    [InlineData(ChargeKind.Labour, "", true, "PUMP", null, true)]
    [InlineData(ChargeKind.Labour, "", false, "*", null, false)]
    [InlineData(ChargeKind.Labour, "", true, "*", "MISUSE", false)]
    [InlineData(ChargeKind.Travel, "", true, "*", null, false)]
    [InlineData(ChargeKind.Fee, "", true, "*", null, false)]
    public void A_line_is_taken_off_whole_when_the_entitlement_covers_it(ChargeKind kind, string group, bool labour, string covered, string? cause, bool free)
    {
        var terms = new EntitlementTerms(ServiceCategory.Warranty, "Warranty: 24 months", labour, [covered], new LocalDate(2026, 3, 4)) { ExcludedCauses = ["MISUSE"] };
        var charge = Line(kind, group, 2, 12.345m).Charge(terms, cause, "EUR", 2);
        Assert.Equal(12.345m, charge.UnitPrice);
        Assert.Equal(free ? 24.69m : 0m, charge.Reduction);
        Assert.Equal(free ? "Warranty: 24 months" : null, charge.ReductionReason?.ToString());
    }

    [Theory]
    [InlineData(ChargeKind.Part)]
    [InlineData(ChargeKind.Labour)]
    [InlineData(ChargeKind.Travel)]
    [InlineData(ChargeKind.Fee)]
    public void Internal_work_charges_nobody(ChargeKind kind) => Assert.Equal(20m, Line(kind, "", 2, 10).Charge(Requests.Internal, null, "EUR", 2).Reduction);

    [Fact]
    public void The_best_reduction_wins_alone_and_is_named()
    {
        var line = Line(ChargeKind.Labour, "", 2, 80);
        line.Reduce(50, "Good customer");
        Assert.Equal((160m, "Warranty: 24 months"), Of(line.Charge(Requests.Warranty, null, "EUR", 2)));
        Assert.Equal((50m, "Good customer"), Of(line.Charge(Requests.Warranty, "MISUSE", "EUR", 2)));
        Assert.Equal((50m, "Good customer"), Of(line.Charge(Requests.Paid, null, "EUR", 2)));
    }

    [Fact]
    public void A_discount_never_exceeds_its_line()
    {
        var line = Line(ChargeKind.Labour, "", 1, 80);
        line.Reduce(500, "Mistake of ours");
        Assert.Equal(80m, line.Charge(Requests.Paid, null, "EUR", 1).Reduction);
    }

    [Theory]
    [InlineData("EUR", 0.125, 1, 0.13)]
    [InlineData("EUR", 33.333, 3, 100.00)]
    [InlineData("KRW", 1234.5, 1, 1235)]
    public void Values_are_rounded_per_line_by_the_currency(string currency, decimal price, decimal quantity, decimal reduction) =>
        Assert.Equal(reduction, Line(ChargeKind.Labour, "", quantity, price).Charge(Requests.Warranty, null, currency, quantity).Reduction);

    [Fact]
    public void Stocked_parts_are_charged_as_handed_out_with_their_cost()
    {
        var order = OrderLifecycleTests.In(ServicePlace.Workshop, OrderState.InRepair);
        var line = Line(ChargeKind.Part, "PUMP", 3, 50, stocked: true);
        order.Add(line);
        line.Promise(3, 0);
        Assert.Empty(order.Charges());
        line.HandOut(2, 40);
        var charge = Assert.Single(order.Charges());
        Assert.Equal((2m, 100m, 40m), (charge.Quantity, charge.Reduction, charge.Cost));
        Assert.Equal(1m, line.Reserved);
    }

    [Fact]
    public void Returned_parts_are_neither_charged_nor_wanted()
    {
        var line = Line(ChargeKind.Part, "PUMP", 3, 50, stocked: true);
        line.Promise(3, 0);
        line.HandOut(3, 60);
        line.TakeBack(1, 2, 40);
        Assert.Equal((2m, 2m, 40m, 0m), (line.Quantity, line.Done, line.Cost, line.Missing));
    }

    private static (decimal, string?) Of(ChargeLine charge) => (charge.Reduction, charge.ReductionReason?.ToString());

    private static OrderLine Line(ChargeKind kind, string group, decimal quantity, decimal price, bool stocked = false) =>
        new(new("00000000-0000-7000-8000-0000000000f1"), new("00000000-0000-7000-8000-0000000000a1"), kind, "CODE", "Text", quantity, "pcs", price, Now, "Tess") { PartGroup = group, PartId = stocked ? new("00000000-0000-7000-8000-0000000000f2") : null };
}
