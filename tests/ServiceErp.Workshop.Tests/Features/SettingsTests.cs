using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Modules;
using ServiceErp.Workshop.Domain.Catalog;
using ServiceErp.Workshop.Features.Catalog;
using ServiceErp.Workshop.Features.Quality;

namespace ServiceErp.Workshop.Tests.Features;

/// <summary>Who decides what holds for one branch, and what for all.</summary>
public sealed class SettingsTests
{
    private static readonly SaveWorkshopRules.Command Rules = new(10, 25, 14, "LABOUR", "DIAGNOSIS");

    [Fact]
    public async Task What_binds_all_branches_is_not_changed_by_the_people_of_one()
    {
        await using var workshop = await WorkshopCentre.StartAsync();
        var (bound, all) = (workshop.Centre.As(Roles.BranchManager), workshop.Centre.OfAll(Roles.BranchManager));
        await Only(new SaveConsentLimit.Command(Roles.Receptionist, "EUR", 400));
        await Only(new SaveControlPoint.Command(Boundary.Repair, "Earth connected"));
        await Only(new SaveRepairCode.Command(CodeKind.Cause, "WEAR", "Worn out"));
        await Only(new ImportRepairCodes.Command("Symptom;S01;Does not start"));
        await Only(new SaveTestSheet.Command("Heating", [new("Temperature", "92", "°C")]));

        async Task Only<T>(ICommand<T> command)
        {
            await workshop.Refused("Platform.OfAllBranches", command, bound);
            await workshop.Ok(command, all);
        }
    }

    [Fact]
    public async Task An_entry_of_the_fee_table_is_renamed_or_ended_for_all_branches_by_those_who_answer_for_them()
    {
        await using var workshop = await WorkshopCentre.StartAsync();
        var bound = workshop.Centre.As(Roles.BranchManager);
        var travel = new SaveFeeItem.Command("TRAVEL", ChargeKind.Travel, "Travel", "pcs");
        await workshop.Ok(travel, bound);
        await workshop.Refused("Platform.OfAllBranches", travel with { Text = "Way" }, bound);
        await workshop.Refused("Platform.OfAllBranches", travel with { Active = false }, bound);
        await workshop.Refused("Platform.OfAllBranches", travel with { Currency = "EUR", Price = 1, ValidFrom = new LocalDate(2026, 1, 1) }, bound);
        await workshop.Ok(travel with { Text = "Way" }, workshop.Centre.OfAll(Roles.BranchManager));
    }

    [Fact]
    public async Task A_branchs_settings_are_its_own()
    {
        await using var workshop = await WorkshopCentre.StartAsync();
        var (berlin, director) = (workshop.Centre.As(Roles.BranchManager), workshop.Centre.As(Roles.ServiceDirector));
        var seoul = workshop.Centre.Seoul.Id;
        await workshop.Refused("Platform.Branch.NotFound", Rules with { BranchId = seoul }, berlin);
        await workshop.Ok(Rules, berlin);
        await workshop.Ok(Rules with { ToleranceAmount = 30_000, BranchId = seoul }, director);

        Assert.Equal((25m, "EUR"), await Tolerance(new(), berlin));
        Assert.Equal((30_000m, "KRW"), await Tolerance(new(seoul), director));
        await workshop.Refused("Platform.Branch.NotFound", new GetWorkshopRules.Query(seoul), berlin);

        async Task<(decimal, string)> Tolerance(GetWorkshopRules.Query query, Caller reader) =>
            await workshop.Ok(query, reader) is var rules ? (rules.ToleranceAmount, rules.Currency) : default;
    }

    [Theory]
    [InlineData(25, 0, true)]
    [InlineData(25.5, 0, false)]
    [InlineData(-1, 0, false)]
    [InlineData(10, -1, false)]
    public async Task The_tolerance_stays_within_what_a_customer_would_call_the_same_price(double percent, int amount, bool isTaken)
    {
        await using var workshop = await WorkshopCentre.StartAsync();
        var answer = await workshop.Centre.Send(Rules with { TolerancePercent = (decimal)percent, ToleranceAmount = amount }, workshop.Centre.As(Roles.BranchManager));
        Assert.Equal(isTaken, answer.Succeeded);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(20, 40)]
    [InlineData(200, 300)]
    [InlineData(5000, 5500)]
    public void An_amount_never_lets_a_bill_more_than_double(int approved, int upTo)
    {
        var rules = new WorkshopRules(Guid.Empty);
        rules.Set(10, 100, 14, 90, "LABOUR", "");
        Assert.Equal(upTo, rules.UpTo(approved));
    }
}
