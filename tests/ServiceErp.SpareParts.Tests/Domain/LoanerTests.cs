using NodaTime;
using ServiceErp.Reception;
using ServiceErp.SpareParts.Domain.Loaners;
using ServiceErp.SpareParts.Domain.Parts;
using ServiceErp.Testing;

namespace ServiceErp.SpareParts.Tests.Domain;

/// <summary>The tables of loaners, loans and their reservations, and the arithmetic of days and fees (PAR-6).</summary>
public sealed class LoanerTests
{
    private static readonly LocalDate Wednesday = new(2026, 3, 4);
    private static readonly Instant Now = TestCentre.Start;
    private static readonly CountingIdentifiers Ids = new();

    public static TheoryData<LoanerState, LoanerTrigger, LoanerState?> Matrix
    {
        get
        {
            var moves = new Dictionary<(LoanerState, LoanerTrigger), LoanerState>
            {
                [(LoanerState.InPool, LoanerTrigger.Lend)] = LoanerState.Out,
                [(LoanerState.InPool, LoanerTrigger.SetAside)] = LoanerState.SetAside,
                [(LoanerState.InPool, LoanerTrigger.SendToRepair)] = LoanerState.InRepair,
                [(LoanerState.InPool, LoanerTrigger.Sell)] = LoanerState.Sold,
                [(LoanerState.InPool, LoanerTrigger.Retire)] = LoanerState.Retired,
                [(LoanerState.SetAside, LoanerTrigger.Lend)] = LoanerState.Out,
                [(LoanerState.SetAside, LoanerTrigger.PutBack)] = LoanerState.InPool,
                [(LoanerState.SetAside, LoanerTrigger.SendToRepair)] = LoanerState.InRepair,
                [(LoanerState.Out, LoanerTrigger.TakeBack)] = LoanerState.Checking,
                [(LoanerState.Out, LoanerTrigger.Exchange)] = LoanerState.Exchanged,
                [(LoanerState.Checking, LoanerTrigger.Pass)] = LoanerState.InPool,
                [(LoanerState.Checking, LoanerTrigger.SendToRepair)] = LoanerState.InRepair,
                [(LoanerState.Checking, LoanerTrigger.Retire)] = LoanerState.Retired,
                [(LoanerState.InRepair, LoanerTrigger.EndRepair)] = LoanerState.Checking,
                [(LoanerState.InRepair, LoanerTrigger.Retire)] = LoanerState.Retired,
                [(LoanerState.Out, LoanerTrigger.Lose)] = LoanerState.Lost,
                [(LoanerState.Lost, LoanerTrigger.Find)] = LoanerState.Checking,
                [(LoanerState.Exchanged, LoanerTrigger.ComeBack)] = LoanerState.InRepair,
                [(LoanerState.Sold, LoanerTrigger.ComeBack)] = LoanerState.InRepair,
            };
            var data = new TheoryData<LoanerState, LoanerTrigger, LoanerState?>();
            foreach (var state in Enum.GetValues<LoanerState>())
            {
                foreach (var trigger in Enum.GetValues<LoanerTrigger>())
                {
                    data.Add(state, trigger, moves.TryGetValue((state, trigger), out var to) ? to : null);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Matrix))]
    public void Each_trigger_in_each_state_leads_where_the_table_says_or_is_refused(LoanerState state, LoanerTrigger trigger, LoanerState? expected)
    {
        var result = LoanerLifecycle.Table.Fire(Unit(), state, trigger);
        if (expected is { } to)
        {
            Assert.Equal(to, result.Value);
        }
        else
        {
            Assert.Equal("SpareParts.Loaner.NotPermitted", result.Error!.Code);
        }
    }

    [Theory]
    [InlineData(LoanState.Out, 6)]
    [InlineData(LoanState.Lost, 1)]
    [InlineData(LoanState.Returned, 0)]
    [InlineData(LoanState.Exchanged, 0)]
    public void Whatever_is_over_is_over(LoanState state, int possible) => Assert.Equal(possible, LoanLifecycle.Table.PermittedTriggers(Lent(), state).Count);

    [Theory]
    [InlineData(2026, 3, 4, 3, 2026, 3, 9)] // Wednesday: Thursday, Friday, Monday
    [InlineData(2026, 3, 6, 1, 2026, 3, 9)] // Friday: Monday
    [InlineData(2026, 3, 7, 1, 2026, 3, 9)] // Saturday: Monday
    [InlineData(2026, 3, 4, 0, 2026, 3, 4)]
    public void Open_days_are_counted_from_the_day_after_the_repair_is_ready(int year, int month, int day, int days, int dueYear, int dueMonth, int dueDay)
    {
        var rules = new LoanerRules(TestBranches.Berlin.Id);
        rules.Set(days, 1, 3);
        Assert.Equal(new LocalDate(dueYear, dueMonth, dueDay), rules.DueAfter(new LocalDate(year, month, day), TestBranches.Berlin.Calendar));
    }

    [Fact]
    public void Nobody_is_late_before_the_repair_is_ready_and_each_day_after_the_due_day_costs_the_fee()
    {
        var loan = Lent();
        Assert.Equal(0, loan.LateOn(Wednesday.PlusDays(100)));
        Shelf.Ok(loan.StartClock(Now, Wednesday.PlusDays(5)));
        Assert.Equal([0, 0, 1, 7], new[] { 0, 5, 6, 12 }.Select(d => loan.LateOn(Wednesday.PlusDays(d))));
        Shelf.Ok(loan.Return(Given(Wednesday.PlusDays(8), "Charger"), "Cracked", Settled(50)));
        Assert.Equal((3, 30m, FeeDecision.Proposed), (loan.DaysLate, loan.LateFee, loan.Fee));
        Assert.Equal(["Case"], loan.Missing);
        Assert.Equal(0, loan.LateOn(Wednesday.PlusDays(100)));
    }

    [Fact]
    public void A_fee_is_decided_once_and_let_go_only_with_a_reason()
    {
        var loan = Lent();
        Assert.Equal("SpareParts.Loan.NoFeeProposed", loan.DecideFee(true, 1, null, Order(), Now, "Ann").Error!.Code);
        Shelf.Ok(loan.StartClock(Now, Wednesday));
        Shelf.Ok(loan.Return(Given(Wednesday.PlusDays(2), "Charger", "Case"), null, Settled(0)));
        Assert.Equal("SpareParts.Loan.ReasonMissing", loan.DecideFee(false, 0, " ", Order(), Now, "Ann").Error!.Code);
        Shelf.Ok(loan.DecideFee(true, 15, "Half of it for the delay", Order(), Now, "Ann"));
        Assert.Equal((FeeDecision.Charged, 15m), (loan.Fee, loan.FeeCharged));
        var told = Assert.Single(loan.Events.OfType<LoanFeeCharged>());
        Assert.Equal((15m, 2, "Ada", "AX-200 POOL-1"), (told.Amount, told.DaysLate, told.Customer.Name, told.Unit));
        Assert.Equal("SpareParts.Loan.NoFeeProposed", loan.DecideFee(false, 0, "No", Order(), Now, "Ann").Error!.Code);
    }

    [Fact]
    public void The_charge_for_a_loss_is_taken_back_when_the_unit_is_found_and_finance_is_told()
    {
        var loan = Lent();
        Shelf.Ok(loan.Lose("Stolen out of the car", null, Settled(0) with { Reason = "Stolen out of the car" }, Wednesday));
        Shelf.Ok(loan.Charge(new Guid(7, 0, 0, [0, 0, 0, 0, 0, 0, 0, 7]), LoanChargeKind.Loss, 480, "Stolen out of the car", Order(), Now, "Ann"));
        Shelf.Ok(loan.Find("Good as new", null, Settled(50), new Guid(8, 0, 0, [0, 0, 0, 0, 0, 0, 0, 8])));
        Assert.Equal(0, loan.Charges.Sum(c => c.Amount));
        var told = Assert.Single(loan.Events.OfType<LoanChargeWithdrawn>());
        Assert.Equal((loan.Charges[0].Id, 480m, 0m), (told.ChargeId, told.Amount, loan.DepositKept));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(50.01)]
    public void No_more_than_the_deposit_is_given_back(double amount) =>
        Assert.Equal("SpareParts.Loan.DepositTooHigh", Lent().Return(Given(Wednesday, "Charger"), null, Settled((decimal)amount)).Error!.Code);

    [Fact]
    public void Reminders_come_before_the_day_and_every_so_many_days_after_it_each_under_a_name_of_its_own()
    {
        var rules = new LoanerRules(TestBranches.Berlin.Id);
        rules.Set(3, 1, 3);
        var loan = Lent();
        Assert.Null(rules.ReminderOn(loan, Wednesday.PlusDays(30)));
        Shelf.Ok(loan.StartClock(Now, Wednesday.PlusDays(5)));
        var names = Enumerable.Range(3, 11).Select(d => rules.ReminderOn(loan, Wednesday.PlusDays(d))).ToArray();
        Assert.Null(names[0]);
        Assert.Equal(names[1], names[2]); // the day before and the day itself
        Assert.Equal([3, 3, 2], names.Skip(3).GroupBy(n => n).Select(g => g.Count()));
        Assert.All(names.Skip(3), n => Assert.StartsWith("loan-overdue/", n, StringComparison.Ordinal));
    }

    [Fact]
    public void An_order_is_held_until_the_unit_is_back_or_the_order_is_released()
    {
        var loan = Lent();
        Assert.True(loan.HoldsOrder);
        Shelf.Ok(loan.ReleaseOrder("The customer moved away", Now, "Ann"));
        Assert.False(loan.HoldsOrder);
        Assert.Equal("SpareParts.Loan.ReleaseOrder.Refused", loan.ReleaseOrder("Again", Now, "Ann").Error!.Code);
    }

    private static Loaner Unit()
    {
        var model = new KnownModel(Ids.NewId(), "AX-200");
        model.Describe("Espresso machine AX-200", true);
        return new Loaner(Ids.NewId(), TestBranches.Berlin.Id, model, " pool-1 ", new LoanerTerms("Charger\r\nCase", 50, 10, null), Wednesday);
    }

    private static Loan Lent()
    {
        return new Loan(Ids.NewId(), "LN-1", Unit(), Order(), Wednesday.PlusDays(14), 50, "EUR", Given(Wednesday, "Charger", "Case"));
    }

    private static KnownOrder Order()
    {
        var order = new KnownOrder(Ids.NewId(), TestBranches.Berlin.Id, TestCentre.Start);
        order.For(new CustomerSnapshot(Ids.NewId(), "Ada", "+49301111", "ada@customer.example", "Berlin", "en"));
        order.Progress("SO-1", true, null);
        return order;
    }

    private static Handover Given(LocalDate day, params string[] accessories) => new(Now, day, "Clean", accessories, "Ada", Ids.NewId(), "Ben");

    private static DepositSettled Settled(decimal returned) => new(returned, "Kept for the fee", Now, "Ann");
}
