using ServiceErp.Kernel;
using ServiceErp.SpareParts.Domain.Claims;
using ServiceErp.SpareParts.Domain.Defects;
using ServiceErp.SpareParts.Domain.Documents;
using ServiceErp.SpareParts.Domain.Warehouses;
using ServiceErp.SpareParts.Tests.Domain;
using ServiceErp.Testing;

namespace ServiceErp.SpareParts.Tests.Claims;

/// <summary>The table of a claim and its money (PAR-9): one line of four pieces paid at 12.50.</summary>
public sealed class ClaimTests
{
    private static readonly CountingIdentifiers Ids = new();
    private static readonly LocalDate Today = new(2026, 3, 4);

    public static TheoryData<SupplierClaimState, SupplierClaimTrigger, bool> Matrix
    {
        get
        {
            var possible = new Dictionary<SupplierClaimState, SupplierClaimTrigger[]>
            {
                [SupplierClaimState.Draft] = [SupplierClaimTrigger.Edit, SupplierClaimTrigger.Send, SupplierClaimTrigger.Cancel],
                [SupplierClaimState.Sent] = [SupplierClaimTrigger.Ship, SupplierClaimTrigger.Answer, SupplierClaimTrigger.Cancel],
                [SupplierClaimState.Accepted] = [SupplierClaimTrigger.Ship, SupplierClaimTrigger.Credit, SupplierClaimTrigger.Replace, SupplierClaimTrigger.Close],
                [SupplierClaimState.PartlyAccepted] = [SupplierClaimTrigger.Ship, SupplierClaimTrigger.Credit, SupplierClaimTrigger.Replace, SupplierClaimTrigger.Close],
                [SupplierClaimState.Refused] = [SupplierClaimTrigger.Contest, SupplierClaimTrigger.Close],
                [SupplierClaimState.Credited] = [SupplierClaimTrigger.Close],
                [SupplierClaimState.Replaced] = [SupplierClaimTrigger.Close],
                [SupplierClaimState.Closed] = [],
                [SupplierClaimState.Cancelled] = [],
            };
            var data = new TheoryData<SupplierClaimState, SupplierClaimTrigger, bool>();
            foreach (var state in Enum.GetValues<SupplierClaimState>())
            {
                foreach (var trigger in Enum.GetValues<SupplierClaimTrigger>())
                {
                    data.Add(state, trigger, possible[state].Contains(trigger));
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Matrix))]
    public void Each_trigger_in_each_state_is_possible_where_the_table_says(SupplierClaimState state, SupplierClaimTrigger trigger, bool expected)
    {
        var claim = In(state);
        Assert.Equal(state, claim.State);
        Assert.Equal(expected, SupplierClaimLifecycle.Table.CanFire(claim, state, trigger));
    }

    [Theory]
    [InlineData(4, SupplierClaimState.Accepted, 50)]
    [InlineData(3, SupplierClaimState.PartlyAccepted, 37.5)]
    [InlineData(0, SupplierClaimState.Refused, 0)]
    public void The_answer_decides_where_it_goes(double accepted, SupplierClaimState expected, double amount)
    {
        var claim = In(SupplierClaimState.Sent);
        Ok(claim.Answer([new Answered(claim.Lines[0].Id, (decimal)accepted, "Misuse")], "RMA-1", Today.PlusDays(3), 14, 2));
        Assert.Equal((expected, (decimal)amount, 3), (claim.State, claim.Accepted, claim.DaysToAnswer!.Value));
        Assert.Equal(accepted > 0 ? Today.PlusDays(17) : null, claim.DueOn);
    }

    [Fact]
    public void An_answer_that_can_not_be_is_refused_at_its_line()
    {
        var claim = In(SupplierClaimState.Sent);
        Refused("SpareParts.SupplierClaim.AcceptedTooMuch", "Lines[0].Accepted", claim.Answer([new Answered(claim.Lines[0].Id, 5, null)], null, Today, 14, 2));
        Refused("SpareParts.SupplierClaim.RefusalUnexplained", "Lines[0].Answer", claim.Answer([new Answered(claim.Lines[0].Id, 3, " ")], null, Today, 14, 2));
        Refused("SpareParts.SupplierClaim.LineNotFound", "Lines[0].LineId", claim.Answer([new Answered(Ids.NewId(), 3, "x")], null, Today, 14, 2));
        Assert.Equal(SupplierClaimState.Sent, claim.State);
    }

    [Fact]
    public void Money_and_goods_settle_together_and_the_last_of_them_names_the_state()
    {
        var claim = In(SupplierClaimState.Accepted);
        Ok(claim.Replace(Came("LS-1"), [(claim.Lines[0].Id, 3)], 2));
        Assert.Equal((SupplierClaimState.Accepted, 37.5m, 12.5m), (claim.State, claim.Replaced, claim.Open));
        Refused("SpareParts.SupplierClaim.ReplacedTooMany", "Lines[0].Quantity", claim.Replace(Came("LS-2"), [(claim.Lines[0].Id, 2)], 2));
        Ok(claim.Credit(Note("CN-1", 12.5m)));
        Assert.Equal((SupplierClaimState.Credited, 0m, (LocalDate?)null), (claim.State, claim.Open, claim.DueOn));
    }

    [Fact]
    public void More_than_was_accepted_comes_back_only_with_a_reason()
    {
        var claim = In(SupplierClaimState.Accepted);
        Refused("SpareParts.SupplierClaim.AboveAccepted", "Reason", claim.Credit(Note("CN-1", 50.01m)));
        Assert.Equal((0m, 0), (claim.Credited, claim.Credits.Count));
        Ok(claim.Credit(Note("CN-1", 60, "Freight")));
        Assert.Equal((SupplierClaimState.Credited, 60m, "Freight"), (claim.State, claim.Credited, claim.MoreBecause));
    }

    [Fact]
    public void A_credit_note_and_a_delivery_count_once()
    {
        var claim = In(SupplierClaimState.Accepted);
        Ok(claim.Credit(Note("CN-1", 10)));
        Refused("SpareParts.SupplierClaim.CreditedTwice", "Number", claim.Credit(Note("cn-1", 10)));
        Ok(claim.Replace(Came("LS-1"), [(claim.Lines[0].Id, 1)], 2));
        Refused("SpareParts.SupplierClaim.ReplacedTwice", "DeliveryNote", claim.Replace(Came("ls-1"), [(claim.Lines[0].Id, 1)], 2));
        Assert.Equal((10m, 12.5m, 27.5m), (claim.Credited, claim.Replaced, claim.Open));
    }

    [Fact]
    public void What_is_still_open_is_given_up_only_with_a_reason()
    {
        var claim = In(SupplierClaimState.Accepted);
        Refused("SpareParts.SupplierClaim.OpenUnexplained", "Reason", claim.Close(null));
        Ok(claim.Close("They are bankrupt"));
        Assert.Equal((SupplierClaimState.Closed, (LocalDate?)null), (claim.State, claim.DueOn));
    }

    [Fact]
    public void Goods_of_another_supplier_are_not_added_and_no_goods_twice()
    {
        var claim = In(SupplierClaimState.Draft);
        var foreign = Goods(Ids.NewId());
        Refused("SpareParts.SupplierClaim.OtherSupplier", "DefectiveParts", claim.AddLine(Ids.NewId(), foreign, null, 2));
        var goods = Goods(claim.SupplierId);
        Ok(claim.AddLine(Ids.NewId(), goods, null, 2));
        Assert.Equal("SpareParts.DefectivePart.NotPermitted", claim.AddLine(Ids.NewId(), goods, null, 2).Error!.Code);
        Assert.Equal((2, 100m), (claim.Lines.Count, claim.Claimed));
    }

    /// <summary>A claim led into a state by its own triggers.</summary>
    private static SupplierClaim In(SupplierClaimState state)
    {
        var supplier = Ids.NewId();
        var claim = new SupplierClaim(Ids.NewId(), "CLM-1", Ids.NewId(), supplier, "EUR", TestCentre.Start, "Tester");
        Ok(claim.AddLine(Ids.NewId(), Goods(supplier), null, 2));
        if (state == SupplierClaimState.Draft)
        {
            return claim;
        }

        if (state == SupplierClaimState.Cancelled)
        {
            Ok(claim.Cancel("Mistake"));
            return claim;
        }

        Ok(claim.Send(Today, 14, null));
        if (state == SupplierClaimState.Sent)
        {
            return claim;
        }

        var accepted = state switch { SupplierClaimState.Refused => 0, SupplierClaimState.PartlyAccepted => 2, _ => 4 };
        Ok(claim.Answer([new Answered(claim.Lines[0].Id, accepted, "So it is")], "RMA-1", Today, 14, 2));
        switch (state)
        {
            case SupplierClaimState.Credited:
                Ok(claim.Credit(Note("CN-1", 50)));
                break;
            case SupplierClaimState.Replaced:
                Ok(claim.Replace(Came("LS-1"), [(claim.Lines[0].Id, 4)], 2));
                break;
            case SupplierClaimState.Closed:
                Ok(claim.Close("Given up"));
                break;
        }

        return claim;
    }

    private static DefectivePart Goods(Guid supplier)
    {
        var goods = new DefectivePart(Ids.NewId(), Ids.NewId(), DefectSource.Rejected, Ids.NewId(), "PUMP-1", "pcs", 4, [], "Leaks", TestCentre.Start, "Tester");
        goods.CameFrom(new Origin(supplier, null, null, null, Today, 12.5m));
        return goods;
    }

    private static ClaimCredit Note(string number, decimal amount, string? reason = null) => new(Ids.NewId(), Ids.NewId(), number, Today, amount, reason, TestCentre.Start, "Tester");

    private static ClaimReplacement Came(string deliveryNote) => new(Ids.NewId(), Ids.NewId(), deliveryNote, Today, null, TestCentre.Start, "Tester");

    private static void Ok(Result result) => Assert.True(result.Succeeded, result.Error?.ToString());

    private static void Refused(string code, string field, Result result) => Assert.Equal((code, field), (result.Error?.Code, result.Error?.Field));
}
