using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Modules;
using ServiceErp.Platform.Ui;
using ServiceErp.SpareParts.Domain.Loaners;
using ServiceErp.SpareParts.Features.Loaners;
using ServiceErp.SpareParts.Persistence;
using ServiceErp.Workshop;

namespace ServiceErp.SpareParts.Tests.Features;

/// <summary>Loaners from the pool to a customer and back (PAR-6).</summary>
public sealed class LoanerFlowTests
{
    [Fact]
    public async Task A_loaner_goes_out_is_chased_comes_back_damaged_and_returns_to_the_pool_through_its_repair()
    {
        await using var pool = await Pool.OpenAsync();
        var (unit, order) = (await pool.Unit(), await pool.Order());
        var loan = await pool.Lend(unit, order);
        Assert.Equal(LoanerState.Out, (await pool.Loaner(unit)).State);
        Assert.Equal(loan, (await pool.Holding(order))!.LoanId);
        Assert.Equal(0, await pool.Remind());

        await pool.Progress(order, OrderStage.Ready); // Wednesday: three open days end on Monday
        var due = new LocalDate(2026, 3, 9);
        Assert.Equal((due, pool.Centre.Now), ((await pool.Loan(loan)).DueOn, (await pool.Loan(loan)).ReadyAt!.Value));
        pool.Centre.Advance(Duration.FromDays(5));
        Assert.Equal((1, 0), (await pool.Remind(), await pool.Remind()));
        pool.Centre.Advance(Duration.FromDays(1)); // Tuesday: one day late
        Assert.Equal((1, 0), (await pool.Remind(), await pool.Remind()));
        pool.Centre.Advance(Duration.FromDays(2)); // Thursday: still the first reminder's days
        Assert.Equal(0, await pool.Remind());
        Assert.Equal((3, 1), ((await pool.Loan(loan)).LateNow, (await pool.Centre.Ok(new ListLoans.Query(Show("overdue")), pool.Keeper)).Items.Count));
        var messages = await pool.Messages();
        Assert.Equal(2, messages.Count);
        Assert.Contains("is overdue", messages[1].Subject, StringComparison.Ordinal);

        await pool.Centre.Ok(Pool.Returning(loan, "Display cracked") with { Accessories = "Charger", DepositReturned = 0 }, pool.Keeper);
        var back = await pool.Loan(loan);
        Assert.Equal((LoanState.Returned, 3, 30m, FeeDecision.Proposed), (back.State, back.DaysLate, back.LateFee, back.Fee));
        Assert.Equal(["Case"], back.Missing);
        Assert.Null(await pool.Holding(order));
        Assert.Equal(LoanerState.Checking, (await pool.Loaner(unit)).State);
        await pool.Centre.Refused("SpareParts.Loaner.NotPermitted", pool.Lending(unit, await pool.Order()), pool.Keeper);

        await pool.Centre.Ok(new MoveLoaner.Command(unit, LoanerStep.SendToRepair, "Display cracked"), pool.Keeper);
        await pool.Centre.Ok(new MoveLoaner.Command(unit, LoanerStep.EndRepair), pool.Keeper);
        await pool.Centre.Ok(new MoveLoaner.Command(unit, LoanerStep.Pass), pool.Keeper);
        Assert.Equal(LoanerState.InPool, (await pool.Loaner(unit)).State);

        await pool.Centre.Refused("SpareParts.Loan.FeeMissing", new DecideLoanFee.Command(loan, true, 0), pool.Keeper);
        await pool.Centre.Refused("SpareParts.Loan.ReasonMissing", new DecideLoanFee.Command(loan, false), pool.Keeper);
        await pool.Centre.Ok(new DecideLoanFee.Command(loan, true), pool.Keeper);
        await pool.Centre.Refused("SpareParts.Loan.NoFeeProposed", new DecideLoanFee.Command(loan, true), pool.Centre.As(Roles.Accountant));
        Assert.Equal((FeeDecision.Charged, 30m), ((await pool.Loan(loan)).Fee, (await pool.Loan(loan)).FeeCharged));
        var use = await pool.Centre.Ok(new GetLoanerUse.Query(new LocalDate(2026, 3, 3), pool.Today), pool.Keeper);
        Assert.Equal((9, 9, 1, 1), (use.Rows[0].DaysInPool, use.Rows[0].DaysLent, use.Rows[0].Loans, use.Rows[0].ReturnedLate));
    }

    [Fact]
    public async Task Of_many_who_want_one_unit_one_gets_it()
    {
        await using var pool = await Pool.OpenAsync();
        var unit = await pool.Unit();
        var orders = new List<Guid>();
        for (var i = 0; i < 6; i++)
        {
            orders.Add(await pool.Order($"SN-{i}"));
        }

        var results = await Task.WhenAll(orders.Select(o => Task.Run(() => pool.Centre.Send(pool.Lending(unit, o), pool.Keeper))));
        Assert.Single(results, r => r.Succeeded);
        Assert.Equal(1, await pool.Centre.Look<SparePartsDbContext, int>(db => db.Loans.CountAsync()));
    }

    [Fact]
    public async Task The_database_itself_refuses_a_second_holder()
    {
        await using var pool = await Pool.OpenAsync();
        var unit = await pool.Unit();
        await pool.Lend(unit, await pool.Order());
        var second = await pool.Order("SN-2");
        await Assert.ThrowsAsync<DbUpdateException>(() => pool.Centre.Look<SparePartsDbContext, int>(async db =>
        {
            var loaner = await db.Loaners.FirstAsync(l => l.Id == unit);
            var order = await db.KnownOrders.FirstAsync(o => o.Id == second);
            db.Loans.Add(new Loan(second, "LN-X", loaner, order, pool.Today, 0, "EUR", new Handover(pool.Centre.Now, pool.Today, "Clean", [], "Ada", second, "Ben")));
            return await db.SaveChangesAsync();
        }));
    }

    [Fact]
    public async Task Days_that_overlap_are_refused_whoever_has_the_unit()
    {
        await using var pool = await Pool.OpenAsync();
        var (first, second) = (await pool.Unit(), await pool.Unit("POOL-2"));
        var day = pool.Today.PlusDays(20);
        ReserveLoaner.Command Days(int from, int through, Guid? unit = null) => new(null, unit, unit is null ? "AX-200" : null, day.PlusDays(from), day.PlusDays(through)) { Customer = "Café Mokka" };
        Assert.Equal(first, (await pool.Centre.Ok(Days(0, 5), pool.Keeper)).LoanerId);
        await pool.Centre.Refused("SpareParts.Loaner.Taken", Days(5, 7, first), pool.Keeper);
        await pool.Centre.Refused("SpareParts.Loaner.Taken", Days(-3, 0, first), pool.Keeper);
        Assert.Equal(second, (await pool.Centre.Ok(Days(5, 7), pool.Keeper)).LoanerId);
        await pool.Centre.Refused("SpareParts.Loaner.NoneFree", Days(5, 5), pool.Keeper);
        await pool.Centre.Ok(Days(6, 9, first), pool.Keeper);

        // A loan keeps to the days before the reservation, and is not prolonged into it.
        var order = await pool.Order();
        await pool.Centre.Refused("SpareParts.Loaner.Taken", pool.Lending(first, order, 20), pool.Keeper);
        var loan = (await pool.Centre.Ok(pool.Lending(first, order, 19), pool.Keeper)).Id;
        await pool.Centre.Refused("SpareParts.Loaner.Taken", new ProlongLoan.Command(loan, day, "Wants it longer"), pool.Keeper);
        await pool.Centre.Refused("SpareParts.Loaner.Taken", new ReserveLoaner.Command(null, first, null, day.PlusDays(-1), day.PlusDays(-1)) { Customer = "Somebody" }, pool.Keeper);
        await pool.Centre.Refused("SpareParts.LoanerReservation.InThePast", new ReserveLoaner.Command(null, second, null, pool.Today.PlusDays(-1), pool.Today) { Customer = "Somebody" }, pool.Keeper);
    }

    [Fact]
    public async Task What_is_set_aside_goes_to_its_own_order_and_fulfils_the_reservation()
    {
        await using var pool = await Pool.OpenAsync();
        var (unit, order, other) = (await pool.Unit(), await pool.Order(), await pool.Order("SN-2"));
        var reserved = await pool.Centre.Ok(new ReserveLoaner.Command(null, unit, null, pool.Today, pool.Today.PlusDays(30)) { OrderId = order }, pool.Keeper);
        await pool.Centre.Ok(new SetLoanerAside.Command(reserved.Id), pool.Keeper);
        Assert.Equal(LoanerState.SetAside, (await pool.Loaner(unit)).State);
        await pool.Centre.Refused("SpareParts.Loaner.Taken", pool.Lending(unit, other), pool.Keeper);
        await pool.Lend(unit, order);
        Assert.Empty((await pool.Loaner(unit)).Reservations);
        await pool.Centre.Refused("SpareParts.LoanerReservation.NotPermitted", new CancelLoanerReservation.Command(reserved.Id, "It comes too late"), pool.Keeper);
    }

    [Fact]
    public async Task In_an_exchange_the_customer_keeps_the_unit_and_the_faulty_one_comes_into_the_pool_through_its_repair()
    {
        await using var pool = await Pool.OpenAsync();
        var (unit, order) = (await pool.Unit(), await pool.Order());
        var loan = await pool.Lend(unit, order);
        var faulty = (await pool.Centre.Ok(new ExchangeLoaner.Command(loan, "Not worth repairing soon"), pool.Keeper)).LoanerId;
        Assert.Equal((LoanState.Exchanged, LoanerState.Exchanged), ((await pool.Loan(loan)).State, (await pool.Loaner(unit)).State));
        Assert.Null(await pool.Holding(order));
        var taken = await pool.Loaner(faulty);
        Assert.Equal(("AX-200", "SN-1001", LoanerState.InRepair, (Guid?)order), (taken.ModelCode, taken.Serial, taken.State, taken.RepairOrderId));
        await pool.Centre.Refused("SpareParts.Loaner.NotPermitted", pool.Lending(faulty, await pool.Order("SN-9")), pool.Keeper);

        await pool.Progress(order, OrderStage.Ready);
        Assert.Equal(LoanerState.Checking, (await pool.Loaner(faulty)).State);
        await pool.Centre.Ok(new MoveLoaner.Command(faulty, LoanerStep.Pass), pool.Keeper);

        // The unit that the customer kept breaks later and is exchanged itself: it is known by its serial number.
        var again = await pool.Order("POOL-1");
        var second = await pool.Lend(faulty, again);
        Assert.Equal(unit, (await pool.Centre.Ok(new ExchangeLoaner.Command(second, "Broke again"), pool.Keeper)).LoanerId);
        Assert.Equal(LoanerState.InRepair, (await pool.Loaner(unit)).State);
    }

    [Fact]
    public async Task An_exchange_without_a_serial_number_asks_for_it_and_leaves_no_trace()
    {
        await using var pool = await Pool.OpenAsync();
        var (unit, order) = (await pool.Unit(), await pool.Order(serial: ""));
        var loan = await pool.Lend(unit, order);
        await pool.Centre.Refused("SpareParts.Loan.SerialMissing", new ExchangeLoaner.Command(loan, "The customer keeps it"), pool.Keeper);
        Assert.Equal(LoanState.Out, (await pool.Loan(loan)).State);
        await pool.Centre.Ok(new ExchangeLoaner.Command(loan, "The customer keeps it", "found-7"), pool.Keeper);
        Assert.Contains((await pool.Centre.Ok(new ListLoaners.Query(List()), pool.Keeper)).Items, l => l.Serial == "FOUND-7");
    }

    [Fact]
    public async Task An_order_is_released_only_with_a_reason_by_who_may()
    {
        await using var pool = await Pool.OpenAsync();
        var order = await pool.Order();
        var loan = await pool.Lend(await pool.Unit(), order);
        await pool.Centre.Refused("Platform.Forbidden", new ReleaseOrderFromLoan.Command(loan, "Moved away"), pool.Keeper);
        await pool.Centre.Refused("Platform.ReasonMissing", new ReleaseOrderFromLoan.Command(loan, ""), pool.Centre.As(Roles.Dispatcher));
        Assert.NotNull(await pool.Holding(order));
        await pool.Centre.Ok(new ReleaseOrderFromLoan.Command(loan, "Moved away"), pool.Centre.As(Roles.Dispatcher));
        Assert.Null(await pool.Holding(order));
        Assert.Equal(LoanState.Out, (await pool.Loan(loan)).State);
    }

    [Fact]
    public async Task Reminders_wait_until_the_branch_is_open()
    {
        await using var pool = await Pool.OpenAsync();
        var order = await pool.Order();
        await pool.Lend(await pool.Unit(), order);
        await pool.Progress(order, OrderStage.Ready);
        pool.Centre.Advance(Duration.FromDays(6) + Duration.FromHours(14)); // 00:00 in Berlin
        Assert.Equal(0, await pool.Remind());
        pool.Centre.Advance(Duration.FromHours(9));
        Assert.Equal(1, await pool.Remind());
    }

    [Fact]
    public async Task Bad_input_is_refused_by_name()
    {
        await using var pool = await Pool.OpenAsync();
        var (unit, order) = (await pool.Unit(), await pool.Order());
        await pool.Centre.Refused("SpareParts.Loaner.Known", new CreateLoaner.Command(null, "AX-200", "pool-1"), pool.Keeper);
        await pool.Centre.Refused("SpareParts.Loaner.ModelUnknown", new CreateLoaner.Command(null, "NOPE", "1"), pool.Keeper);
        await pool.Centre.Refused("SpareParts.Loan.SignatureMissing", pool.Lending(unit, order) with { Signature = "" }, pool.Keeper);
        await pool.Centre.Refused("Platform.Attachment.Type", pool.Lending(unit, order) with { Signature = "data:image/png;base64,AAAA" }, pool.Keeper);
        await pool.Centre.Refused("SpareParts.Loan.ConditionMissing", pool.Lending(unit, order) with { Condition = " " }, pool.Keeper);
        await pool.Centre.Refused("SpareParts.Loan.DueTooEarly", pool.Lending(unit, order, -1), pool.Keeper);
        await pool.Centre.Refused("SpareParts.Loan.OrderUnknown", pool.Lending(unit, new Guid("00000000-0000-7000-8000-00000000dead")), pool.Keeper);
        var loan = await pool.Lend(unit, order);
        await pool.Centre.Refused("SpareParts.Loan.OrderHasOne", pool.Lending(await pool.Unit("POOL-2"), order), pool.Keeper);
        await pool.Centre.Ok(Pool.Returning(loan), pool.Keeper);
        await pool.Centre.Refused("SpareParts.Loan.NotPermitted", Pool.Returning(loan), pool.Keeper);
        await pool.Centre.Refused("SpareParts.Loaner.NotFound", new MoveLoaner.Command(Guid.Empty, LoanerStep.Pass), pool.Keeper);
        await pool.Centre.Refused("Platform.ReasonMissing", new MoveLoaner.Command(unit, LoanerStep.Retire), pool.Keeper);
        await pool.Centre.Refused("SpareParts.Loaner.NotYours", new MoveLoaner.Command(unit, LoanerStep.Retire, "Old and worn out"), pool.Centre.As(Roles.Receptionist));
        await pool.Progress(order, OrderStage.Completed);
        await pool.Centre.Ok(new MoveLoaner.Command(unit, LoanerStep.Pass), pool.Keeper);
        await pool.Centre.Refused("SpareParts.Loan.OrderUnknown", pool.Lending(unit, order), pool.Keeper);
    }

    private static ListQuery List() => new() { Path = "/" };

    private static ListQuery Show(string what) => List() with { Filters = new Dictionary<string, string> { ["show"] = what } };
}
