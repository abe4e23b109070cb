using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Modules;
using ServiceErp.Workshop.Domain.Catalog;
using ServiceErp.Workshop.Domain.Orders;
using ServiceErp.Workshop.Domain.Quotations;
using ServiceErp.Workshop.Features.Catalog;
using ServiceErp.Workshop.Features.Orders;
using ServiceErp.Workshop.Features.Quotations;

namespace ServiceErp.Workshop.Tests.Features;

/// <summary>Paid work never begins before the customer agreed (WRK-4).</summary>
public sealed class QuotationTests
{
    [Fact]
    public async Task A_quotation_of_the_orders_lines_is_sent_approved_by_link_and_the_repair_begins()
    {
        await using var workshop = await WorkshopCentre.StartAsync();
        var order = await Planned(workshop);
        await workshop.Refused("Workshop.ServiceOrder.StartRepair.Refused", new StartRepair.Command(order));
        var draft = await workshop.Ok(new DraftQuotation.Command(order));
        Assert.Equal(("SO-BER-2026-000001-Q1", 210m, new LocalDate(2026, 3, 18)), (draft.Number, draft.Net, draft.ValidUntil));
        var sent = Assert.Single((await workshop.Ok(new SendQuotations.Command(order))).Quotations);
        Assert.Contains($"http://localhost:5080/p/quotation/{await workshop.Secret(sent.Id)}\n", Assert.Single(await workshop.Messages("quotation/")).Body, StringComparison.Ordinal);
        var answered = await workshop.Ok(new AnswerQuotationByLink.Command(await workshop.Secret(sent.Id), true, "Ada"), Caller.Public);
        Assert.Equal((QuotationState.Approved, OrderState.InRepair), (answered.State, answered.OrderState));
        await workshop.Refused("Workshop.Quotation.NotOpen", new AnswerQuotationByLink.Command(await workshop.Secret(sent.Id), false, "Ada"), Caller.Public);
        await workshop.Ok(new RequestParts.Command(order));
        await workshop.Ok(new IssueParts.Command(order));
        await workshop.Ok(new FinishRepair.Command(order, HoursRemark: WorkshopCentre.ByHand));
        await workshop.Ok(new InspectOrder.Command(order, true), workshop.Inspector);
        Assert.Equal(210m, Assert.Single(workshop.Told<OrderReleased>()).Lines.Sum(l => (l.Quantity * l.UnitPrice) - l.Reduction));
    }

    [Theory]
    [InlineData("cancelled")]
    [InlineData("unrepaired")]
    [InlineData("released")]
    public async Task A_draft_does_not_outlive_its_order(string end)
    {
        await using var workshop = await WorkshopCentre.StartAsync();
        var order = await (end == "cancelled" ? workshop.Assigned() : end == "unrepaired" ? workshop.Diagnosing() : workshop.InRepair());
        await workshop.Ok(new DraftQuotation.Command(order, Lines: [new(ChargeKind.Labour, "LABOUR", 1)]));
        switch (end)
        {
            case "cancelled":
                await workshop.Ok(new CancelOrder.Command(order, "The customer bought a new one"), workshop.Dispatcher);
                break;
            case "unrepaired":
                await workshop.Ok(new ReturnUnrepaired.Command(order, "The housing is beyond repair"));
                break;
            default:
                await workshop.Ok(new FinishRepair.Command(order));
                await workshop.Ok(new InspectOrder.Command(order, true, "Only cleaned, as agreed at the counter"), workshop.Inspector);
                break;
        }

        Assert.Equal(QuotationState.Superseded, Assert.Single((await workshop.Order(order)).Quotations).State);
    }

    [Fact]
    public async Task Covered_and_uncovered_lines_are_shown_apart()
    {
        await using var workshop = await WorkshopCentre.StartAsync();
        var order = await workshop.Diagnosing(new Requests { Entitlement = Requests.Warranty with { CoveredPartGroups = ["PUMP"] } });
        await workshop.Ok(new RequestParts.Command(order, [new("PUMP-1"), new("SEAL-1")], Reserve: false));
        await workshop.Ok(new AddLabour.Command(order, Hours: 1));
        var draft = await workshop.Ok(new DraftQuotation.Command(order));
        Assert.Equal(4m, draft.Net);
        var lines = (await workshop.Order(order)).Quotations.Single().Lines;
        Assert.Equal([("PUMP-1", 50m, 50m), ("SEAL-1", 4m, 0m), ("LABOUR", 80m, 80m)], lines.Select(l => (l.Code, l.Value, l.Reduction)));
        await workshop.Refused("Workshop.ServiceOrder.StartRepair.Refused", new StartRepair.Command(order));
    }

    [Fact]
    public async Task Of_alternatives_the_chosen_one_becomes_the_orders_lines_and_the_others_fall_away()
    {
        await using var workshop = await WorkshopCentre.StartAsync();
        var order = await workshop.Diagnosing();
        await workshop.Ok(new DraftQuotation.Command(order, Title: "New heater", Lines: [new(ChargeKind.Part, "HEATER-1"), new(ChargeKind.Labour, "LABOUR", 1)]));
        await workshop.Ok(new DraftQuotation.Command(order, Title: "Seal only", Lines: [new(ChargeKind.Part, "SEAL-1"), new(ChargeKind.Labour, "LABOUR", 2)]));
        var sent = (await workshop.Ok(new SendQuotations.Command(order))).Quotations;
        Assert.Equal(2, sent.Count);
        var page = await workshop.Ok(new GetPublicQuotation.Query(await workshop.Secret(sent[0].Id)), Caller.Public);
        Assert.Equal([200m, 164m], page.Offers.Select(o => o.Net));
        await workshop.Ok(new AnswerQuotationByLink.Command(await workshop.Secret(sent[0].Id), true, "Ada", sent[1].Id), Caller.Public);
        var after = await workshop.Order(order);
        Assert.Equal(["SEAL-1", "LABOUR"], after.Lines.Select(l => l.Code));
        Assert.Equal((164m, QuotationState.Superseded), (after.ApprovedNet!.Value, after.Quotations.Single(q => q.Id == sent[0].Id).State));
        Assert.Equal(0, (await workshop.Ok(new RequestParts.Command(order))).Promises.Single().Missing);
    }

    [Fact]
    public async Task A_declined_quotation_returns_the_goods_with_the_declared_diagnosis_fee()
    {
        await using var workshop = await WorkshopCentre.StartAsync();
        var order = await Planned(workshop);
        var draft = await workshop.Ok(new DraftQuotation.Command(order));
        await workshop.Ok(new SendQuotations.Command(order));
        var answer = await workshop.Ok(new AnswerQuotation.Command(draft.Id, false, "Ada", "Too dear", Signature: WorkshopCentre.Signature), workshop.Receptionist);
        Assert.Equal((QuotationState.Declined, OrderState.ReadyUnrepaired), (answer.State, answer.OrderState));
        var fee = Assert.Single(Assert.Single(workshop.Told<OrderReleased>()).Lines);
        Assert.Equal(("DIAGNOSIS", 35m), (fee.Code, fee.UnitPrice));
        Assert.Single(workshop.Told<PartsNoLongerNeeded>());
        Assert.True((await workshop.Order(order)).Unrepaired);
        await workshop.Tell(new Reception.GoodsReturned(order, workshop.Centre.Now, "Ada", null));
        Assert.False(Assert.Single(workshop.Told<OrderCompleted>()).Repaired);
    }

    [Theory]
    [InlineData(1.2, false)]
    [InlineData(1.3, true)]
    public async Task More_than_the_tolerance_over_what_was_approved_needs_a_new_approval(decimal moreHours, bool refused)
    {
        await using var workshop = await WorkshopCentre.StartAsync();
        await workshop.Ok(new SaveWorkshopRules.Command(10, 100, 14, "LABOUR", "DIAGNOSIS"), workshop.Centre.As(Roles.BranchManager));
        var order = await Planned(workshop);
        var draft = await workshop.Ok(new DraftQuotation.Command(order));
        await workshop.Ok(new SendQuotations.Command(order));
        await workshop.Ok(new AnswerQuotation.Command(draft.Id, true, "Ada", Signature: WorkshopCentre.Signature), workshop.Receptionist);
        await workshop.Ok(new RequestParts.Command(order));
        await workshop.Ok(new IssueParts.Command(order));
        await workshop.Ok(new AddLabour.Command(order, Hours: moreHours));
        Assert.Equal(refused, (await workshop.Centre.Send(new FinishRepair.Command(order, HoursRemark: WorkshopCentre.ByHand), workshop.Technician)).Error?.Code == "Workshop.ServiceOrder.FinishRepair.Refused");
        if (refused)
        {
            var again = await workshop.Ok(new DraftQuotation.Command(order));
            await workshop.Ok(new SendQuotations.Command(order));
            await workshop.Ok(new AnswerQuotation.Command(again.Id, true, "Ada", Signature: WorkshopCentre.Signature), workshop.Receptionist);
            await workshop.Ok(new FinishRepair.Command(order, HoursRemark: WorkshopCentre.ByHand));
        }
    }

    [Fact]
    public async Task Declining_a_change_goes_on_with_what_was_approved()
    {
        await using var workshop = await WorkshopCentre.StartAsync();
        var order = await Planned(workshop);
        var first = await workshop.Ok(new DraftQuotation.Command(order));
        await workshop.Ok(new SendQuotations.Command(order));
        await workshop.Ok(new AnswerQuotation.Command(first.Id, true, "Ada", Signature: WorkshopCentre.Signature), workshop.Receptionist);
        var more = await workshop.Ok(new DraftQuotation.Command(order, Lines: [new(ChargeKind.Labour, "LABOUR", 9)]));
        await workshop.Ok(new SendQuotations.Command(order));
        var answer = await workshop.Ok(new AnswerQuotation.Command(more.Id, false, "Ada", Signature: WorkshopCentre.Signature), workshop.Receptionist);
        Assert.Equal(OrderState.InRepair, answer.OrderState);
        var after = await workshop.Order(order);
        Assert.Equal((false, 2), (after.Unrepaired, after.Lines.Count));
        Assert.Equal(QuotationState.Approved, after.Quotations.Single(q => q.Id == first.Id).State);
    }

    [Fact]
    public async Task Repair_up_to_an_amount_without_asking()
    {
        await using var workshop = await WorkshopCentre.StartAsync();
        var order = await Planned(workshop);
        await workshop.Ok(new PreapproveRepair.Command(order, 209, "Ada", Signature: WorkshopCentre.Signature), workshop.Receptionist);
        await workshop.Refused("Workshop.ServiceOrder.StartRepair.Refused", new StartRepair.Command(order));
        await workshop.Ok(new PreapproveRepair.Command(order, 210, "Ada", Signature: WorkshopCentre.Signature), workshop.Receptionist);
        await workshop.Ok(new StartRepair.Command(order));
    }

    [Fact]
    public async Task An_expired_quotation_cannot_be_approved_and_expires_with_a_word_to_the_dispatcher()
    {
        await using var workshop = await WorkshopCentre.StartAsync();
        var order = await Planned(workshop);
        var draft = await workshop.Ok(new DraftQuotation.Command(order, ValidUntil: new LocalDate(2026, 3, 5)));
        await workshop.Ok(new SendQuotations.Command(order));
        Assert.Equal(0, (await workshop.Ok(new ExpireQuotations.Command())).Expired);
        workshop.Centre.Advance(Duration.FromDays(2));
        await workshop.Refused("Workshop.Quotation.Expired", new AnswerQuotation.Command(draft.Id, true, "Ada", Signature: WorkshopCentre.Signature), workshop.Receptionist);
        Assert.Equal(1, (await workshop.Ok(new ExpireQuotations.Command())).Expired);
        Assert.Single(await workshop.Messages("expired/"));
        await workshop.Ok(new ReviseQuotations.Command(order));
        Assert.Equal(OrderState.Diagnosing, await workshop.State(order));
    }

    [Fact]
    public async Task A_question_by_the_customer_reaches_the_dispatcher_and_its_answer_the_customer()
    {
        await using var workshop = await WorkshopCentre.StartAsync();
        var order = await Planned(workshop);
        var draft = await workshop.Ok(new DraftQuotation.Command(order));
        var secret = await workshop.Secret((await workshop.Ok(new SendQuotations.Command(order))).Quotations[0].Id);
        var question = await workshop.Ok(new AskAboutQuotation.Command(secret, "Is the seal included?"), Caller.Public);
        Assert.Contains("Is the seal included?", Assert.Single(await workshop.Messages("question/")).Body, StringComparison.Ordinal);
        await workshop.Ok(new ReplyToQuestion.Command(draft.Id, question.Id, "Yes"), workshop.Receptionist);
        Assert.Equal("Yes", (await workshop.Ok(new GetPublicQuotation.Query(secret), Caller.Public)).Questions.Single().Answer);
        for (var i = 0; i < 5; i++)
        {
            await workshop.Ok(new AskAboutQuotation.Command(secret, $"And {i}?"), Caller.Public);
        }

        await workshop.Refused("Workshop.Quotation.TooManyQuestions", new AskAboutQuotation.Command(secret, "And?"), Caller.Public);
    }

    [Fact]
    public async Task A_wrong_secret_and_a_draft_show_nothing()
    {
        await using var workshop = await WorkshopCentre.StartAsync();
        var order = await Planned(workshop);
        await workshop.Ok(new DraftQuotation.Command(order));
        var draft = (await workshop.Order(order)).Quotations.Single();
        await workshop.Refused("Workshop.Quotation.LinkEnded", new GetPublicQuotation.Query(await workshop.Secret(draft.Id)), Caller.Public);
        await workshop.Refused("Workshop.Quotation.LinkEnded", new AnswerQuotationByLink.Command("nope", true, "Eve"), Caller.Public);
    }

    [Fact]
    public async Task A_technician_does_not_make_prices()
    {
        await using var workshop = await WorkshopCentre.StartAsync();
        var order = await workshop.Diagnosing();
        await workshop.Refused("Workshop.ServiceOrder.PriceNotYours", new AddLabour.Command(order, Hours: 1, UnitPrice: 1));
        await workshop.Refused("Workshop.ServiceOrder.PriceNotYours", new RequestParts.Command(order, [new("PUMP-1", UnitPrice: 1)]));
        await workshop.Refused("Workshop.FeeItem.NoPrice", new AddFee.Command(order, "NOPE"));
        await workshop.Ok(new AddLabour.Command(order, Hours: 1, UnitPrice: 1), workshop.Dispatcher);
    }

    [Theory]
    [InlineData(QuotationState.Draft, QuotationTrigger.Send, QuotationState.Sent)]
    [InlineData(QuotationState.Draft, QuotationTrigger.Supersede, QuotationState.Superseded)]
    [InlineData(QuotationState.Sent, QuotationTrigger.Approve, QuotationState.Approved)]
    [InlineData(QuotationState.Sent, QuotationTrigger.Decline, QuotationState.Declined)]
    [InlineData(QuotationState.Sent, QuotationTrigger.Expire, QuotationState.Expired)]
    [InlineData(QuotationState.Sent, QuotationTrigger.Supersede, QuotationState.Superseded)]
    [InlineData(QuotationState.Approved, QuotationTrigger.Supersede, QuotationState.Superseded)]
    public void A_quotation_moves_as_its_table_says_and_not_otherwise(QuotationState from, QuotationTrigger trigger, QuotationState to)
    {
        Assert.Contains(QuotationLifecycle.Table.Transitions, t => (t.From, t.Trigger, t.To) == (from, trigger, to));
        Assert.Equal(7, QuotationLifecycle.Table.Transitions.Count);
    }

    /// <summary>A paid repair planned with one pump and two hours: 210.</summary>
    private static async Task<Guid> Planned(WorkshopCentre workshop)
    {
        var order = await workshop.Diagnosing();
        await workshop.Ok(new RequestParts.Command(order, [new("PUMP-1")], Reserve: false));
        await workshop.Ok(new AddLabour.Command(order, Hours: 2));
        return order;
    }
}
