using Autofac;
using Microsoft.EntityFrameworkCore;
using ServiceErp.Kernel;
using ServiceErp.Platform.Attachments;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Modules;
using ServiceErp.SpareParts.Domain.Loaners;
using ServiceErp.SpareParts.Features.Loaners;
using ServiceErp.Workshop;

namespace ServiceErp.SpareParts.Tests.Features;

/// <summary>Loaners that don't come back as they went, and the money behind them (PAR-6).</summary>
public sealed class LoanerLossTests
{
    [Fact]
    public async Task A_stolen_loaner_holds_no_order_keeps_the_deposit_and_is_charged_at_its_value()
    {
        await using var pool = await Pool.OpenAsync();
        var (unit, order) = (await pool.Unit(), await pool.Order());
        var seen = await pool.Loaner(unit);
        await pool.Centre.Ok(new ChangeLoaner.Command(unit, seen.Version, seen.Accessories, 50, 10, null) { Value = 480 }, pool.Keeper);
        var loan = await pool.Lend(unit, order);
        await pool.Centre.Refused("Platform.Forbidden", new ReportLoanerLost.Command(loan, "Stolen out of the car"), pool.Centre.As(Roles.Receptionist));
        await pool.Centre.Ok(new ReportLoanerLost.Command(loan, "Stolen out of the car", "BER-4711"), pool.Keeper);

        Assert.Null(await pool.Holding(order));
        Assert.Equal(LoanerState.Lost, (await pool.Loaner(unit)).State);
        var lost = await pool.Loan(loan);
        Assert.Equal((LoanState.Lost, "BER-4711", 0m, 50m), (lost.State, lost.PoliceReport, lost.DepositReturned, lost.DepositKept));
        Assert.Equal((LoanChargeKind.Loss, 480m), (lost.ToCharge[0].Kind, lost.ToCharge[0].Amount));

        await pool.Centre.Ok(new ChargeLoan.Command(loan, LoanChargeKind.Loss, null, "Stolen out of the car"), pool.Centre.As(Roles.Accountant));
        Assert.Equal(480, Assert.Single((await pool.Loan(loan)).Charges).Amount);
        await pool.Centre.Refused("SpareParts.Loan.NothingToCharge", new ChargeLoan.Command(loan, LoanChargeKind.Loss, 1, "Charged once more"), pool.Keeper);

        await pool.Centre.Ok(new FindLostLoaner.Command(loan, "A few scratches"), pool.Keeper);
        Assert.Equal((LoanState.Returned, LoanerState.Checking), ((await pool.Loan(loan)).State, (await pool.Loaner(unit)).State));
    }

    [Fact]
    public async Task A_lost_loaner_that_is_found_takes_back_the_charge_and_settles_the_deposit_anew_and_damage_is_charged_instead_of_the_loss()
    {
        await using var pool = await Pool.OpenAsync();
        var loan = await pool.Lend(await pool.Unit(), await pool.Order());
        await pool.Centre.Ok(new ReportLoanerLost.Command(loan, "Stolen out of the car") { DepositReturned = 10 }, pool.Keeper);
        await pool.Centre.Ok(new ChargeLoan.Command(loan, LoanChargeKind.Loss, 480, "Stolen out of the car"), pool.Keeper);

        var found = new FindLostLoaner.Command(loan, "The police brought it", "Display cracked");
        await pool.Centre.Refused("SpareParts.Loan.DepositGivenBack", found with { DepositReturned = 5 }, pool.Keeper);
        await pool.Centre.Refused("SpareParts.Loan.DepositTooHigh", found with { DepositReturned = 51 }, pool.Keeper);
        await pool.Centre.Refused("SpareParts.Loan.DepositUnexplained", found with { Damage = ".", DepositReturned = 20 }, pool.Keeper);
        await pool.Centre.Ok(found with { DepositReturned = 20 }, pool.Keeper);

        var back = await pool.Loan(loan);
        Assert.Equal((20m, 30m, "Display cracked"), (back.DepositReturned, back.DepositKept, back.DepositReason));
        Assert.Equal([480m, -480m], back.Charges.Select(c => c.Amount).OrderDescending());
        Assert.Equal([LoanChargeKind.Damage], back.ToCharge.Select(c => c.Kind));
        await pool.Centre.Ok(new ChargeLoan.Command(loan, LoanChargeKind.Damage, 80, "Display cracked"), pool.Keeper);
    }

    [Fact]
    public async Task A_unit_set_aside_that_turns_out_broken_gives_its_reservation_to_another_one()
    {
        await using var pool = await Pool.OpenAsync();
        var (unit, other) = (await pool.Unit(), await pool.Unit("POOL-2"));
        var reservation = (await pool.Centre.Ok(new ReserveLoaner.Command(null, unit, null, pool.Today, pool.Today.PlusDays(3)) { Customer = "Grace" }, pool.Keeper)).Id;
        await pool.Centre.Ok(new SetLoanerAside.Command(reservation), pool.Keeper);
        await pool.Centre.Ok(new MoveLoaner.Command(unit, LoanerStep.SendToRepair, "It does not switch on"), pool.Keeper);
        Assert.Equal(other, await pool.Centre.Look<Persistence.SparePartsDbContext, Guid>(db => db.LoanerReservations.Select(r => r.LoanerId).SingleAsync()));
    }

    [Fact]
    public async Task A_lost_unit_is_not_retired_for_it_may_be_found()
    {
        await using var pool = await Pool.OpenAsync();
        var unit = await pool.Unit();
        var loan = await pool.Lend(unit, await pool.Order());
        await pool.Centre.Ok(new ReportLoanerLost.Command(loan, "Stolen out of the car"), pool.Keeper);
        await pool.Centre.Refused("SpareParts.Loaner.NotPermitted", new MoveLoaner.Command(unit, LoanerStep.Retire, "Written off for good"), pool.Keeper);
        await pool.Centre.Ok(new FindLostLoaner.Command(loan, "Found in the cellar"), pool.Keeper);
        Assert.Equal((50m, 0m), await pool.Loan(loan) is var back ? (back.DepositReturned, back.DepositKept) : default);
    }

    [Fact]
    public async Task A_dot_is_no_reason_to_keep_a_deposit_or_to_let_a_fee_go_and_a_fee_is_not_changed_without_one()
    {
        await using var pool = await Pool.OpenAsync();
        var order = await pool.Order();
        var loan = await pool.Lend(await pool.Unit(), order);
        await pool.Progress(order, OrderStage.Ready);
        pool.Centre.Advance(NodaTime.Duration.FromDays(8));
        await pool.Centre.Refused("SpareParts.Loan.DepositUnexplained", Pool.Returning(loan, ".") with { DepositReturned = 0 }, pool.Keeper);
        await pool.Centre.Ok(Pool.Returning(loan), pool.Keeper);
        await pool.Centre.Refused("Platform.ReasonTooShort", new DecideLoanFee.Command(loan, false, Note: "."), pool.Keeper);
        await pool.Centre.Refused("SpareParts.Loan.ReasonMissing", new DecideLoanFee.Command(loan, true, 0.01m), pool.Keeper);
        await pool.Centre.Ok(new DecideLoanFee.Command(loan, true, 10, "One day was a holiday"), pool.Keeper);
    }

    [Fact]
    public async Task A_damaged_unit_is_repaired_before_it_is_lent_and_damage_and_missing_accessories_are_charged()
    {
        await using var pool = await Pool.OpenAsync();
        var (unit, order) = (await pool.Unit(), await pool.Order());
        var loan = await pool.Lend(unit, order);
        await pool.Centre.Refused("SpareParts.Loan.DepositUnexplained", Pool.Returning(loan) with { DepositReturned = 20 }, pool.Keeper);
        await pool.Centre.Ok(Pool.Returning(loan, "Display cracked") with { Accessories = "Charger", DepositReturned = 20 }, pool.Keeper);

        var back = await pool.Loan(loan);
        Assert.Equal((20m, 30m, "Display cracked"), (back.DepositReturned, back.DepositKept, back.DepositReason));
        Assert.Equal([LoanChargeKind.Damage, LoanChargeKind.Accessories], back.ToCharge.Select(c => c.Kind));
        await pool.Centre.Refused("SpareParts.Loan.FeeMissing", new ChargeLoan.Command(loan, LoanChargeKind.Damage, 0, "Display cracked"), pool.Keeper);
        await pool.Centre.Ok(new ChargeLoan.Command(loan, LoanChargeKind.Damage, 80, "Display cracked"), pool.Keeper);
        await pool.Centre.Ok(new ChargeLoan.Command(loan, LoanChargeKind.Accessories, 15, "The case is missing"), pool.Keeper);
        Assert.Equal([80m, 15m], (await pool.Loan(loan)).Charges.Select(c => c.Amount).OrderDescending());

        await pool.Centre.Refused("SpareParts.Loaner.Pass.Refused", new MoveLoaner.Command(unit, LoanerStep.Pass), pool.Keeper);
        await pool.Centre.Ok(new MoveLoaner.Command(unit, LoanerStep.SendToRepair, "Display cracked"), pool.Keeper);
        await pool.Centre.Ok(new MoveLoaner.Command(unit, LoanerStep.EndRepair), pool.Keeper);
        await pool.Centre.Ok(new MoveLoaner.Command(unit, LoanerStep.Pass), pool.Keeper);
    }

    [Fact]
    public async Task Less_deposit_than_the_unit_asks_for_is_for_who_keeps_the_pool()
    {
        await using var pool = await Pool.OpenAsync();
        var (unit, order) = (await pool.Unit(), await pool.Order());
        var refused = pool.Lending(unit, order) with { Id = Guid.Parse("00000000-0000-7000-8000-00000000dead"), Deposit = 0 };
        await pool.Centre.Refused("SpareParts.Loan.DepositTooLow", refused, pool.Centre.As(Roles.Receptionist));
        await using (var scope = pool.Centre.Dispatcher.Enter(Caller.System))
        {
            Assert.Empty(await scope.Resolve<IAttachments>().OfAsync(nameof(Loan), refused.Id!.Value, CancellationToken.None)); // nor does the signature stay
        }

        await pool.Centre.Ok(pool.Lending(unit, order) with { Deposit = 0 }, pool.Keeper);
    }

    [Fact]
    public async Task An_exchange_settles_the_deposit_and_moves_the_units_reservations_to_another_one_or_tells_the_reception()
    {
        await using var pool = await Pool.OpenAsync();
        var (unit, other, order) = (await pool.Unit(), await pool.Unit("POOL-2"), await pool.Order());
        var loan = await pool.Lend(unit, order);
        var (from, through) = (pool.Today.PlusDays(30), pool.Today.PlusDays(33));
        var first = (await pool.Centre.Ok(new ReserveLoaner.Command(null, unit, null, from, through) { Customer = "Grace" }, pool.Keeper)).Id;
        var second = (await pool.Centre.Ok(new ReserveLoaner.Command(null, unit, null, from.PlusDays(10), through.PlusDays(10)) { Customer = "Edsger" }, pool.Keeper)).Id;
        await pool.Centre.Ok(new ReserveLoaner.Command(null, other, null, from.PlusDays(10), through.PlusDays(10)) { Customer = "Barbara" }, pool.Keeper);

        await pool.Centre.Ok(new ExchangeLoaner.Command(loan, "The customer is content with it"), pool.Keeper);
        var kept = await pool.Loan(loan);
        Assert.Equal((50m, 0m), (kept.DepositReturned, kept.DepositKept));
        var reservations = await pool.Centre.Look<Persistence.SparePartsDbContext, List<LoanerReservation>>(db => db.LoanerReservations.AsNoTracking().ToListAsync());
        Assert.Equal((other, LoanerReservationState.Booked), reservations.Single(r => r.Id == first) is var moved ? (moved.LoanerId, moved.State) : default);
        Assert.Equal(LoanerReservationState.Cancelled, reservations.Single(r => r.Id == second).State);
        Assert.Contains(await pool.Messages(), m => m.Body.Contains("Edsger", StringComparison.Ordinal) && m.Body.Contains("please call the customer", StringComparison.Ordinal));
    }
}
