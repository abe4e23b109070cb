using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Modules;
using ServiceErp.Workshop.Domain.Catalog;
using ServiceErp.Workshop.Features.Catalog;

namespace ServiceErp.Workshop.Tests.Features;

/// <summary>The fee table is everybody's, a branch's own price only its own (S4.5.11).</summary>
public sealed class FeeTests
{
    [Fact]
    public async Task A_branch_neither_sees_nor_sets_nor_loses_another_ones_price()
    {
        await using var workshop = await WorkshopCentre.StartAsync();
        var berlin = workshop.Centre.As(Roles.BranchManager);
        var seoul = berlin with { BranchId = workshop.Centre.Seoul.Id };
        var own = new SaveFeeItem.Command("WASH", ChargeKind.Fee, "Washing", "pcs", "EUR", 10, new LocalDate(2026, 1, 1), berlin.BranchId);
        var theirs = own with { Price = 20, BranchId = seoul.BranchId };
        await workshop.Ok(own, berlin);
        await workshop.Ok(theirs, seoul);

        Assert.Equal(nameof(theirs.BranchId), (await workshop.Refused("Platform.Branch.NotFound", theirs, berlin)).Field);
        await workshop.Refused("Platform.Branch.NotFound", own with { BranchId = Guid.Empty }, berlin with { BranchId = null });
        await workshop.Ok(own with { Price = 11 }, berlin);
        Assert.Equal([11], await Prices(berlin));
        Assert.Equal([20], await Prices(seoul));
        Assert.Equal([11, 20], await Prices(berlin with { BranchId = null }));

        async Task<IEnumerable<decimal>> Prices(Caller reader) => (await workshop.Ok(new ListFeeItems.Query(), reader)).Single(f => f.Code == "WASH").Prices.Select(p => p.Amount).Order();
    }
}
