using Microsoft.EntityFrameworkCore;
using ServiceErp.Billing;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Modules;
using ServiceErp.Reception;
using ServiceErp.Workshop.Domain.Catalog;
using ServiceErp.Workshop.Domain.Orders;
using ServiceErp.Workshop.Domain.Quotations;
using ServiceErp.Workshop.Features.Catalog;
using ServiceErp.Workshop.Features.Orders;
using ServiceErp.Workshop.Features.Quotations;
using ServiceErp.Workshop.Persistence;

namespace ServiceErp.Workshop.Tests.Features;

/// <summary>Nothing is payable without the customer's recorded consent that covers it (WRK-4).</summary>
public sealed class ConsentTests
{
    private const string Signature = WorkshopCentre.Signature;

    [Fact]
    public async Task Fees_and_travel_need_consent_like_parts_and_labour()
    {
        await using var workshop = await WorkshopCentre.StartAsync();
        var order = await workshop.InRepair();
        await workshop.Ok(new AddFee.Command(order, "TRAVEL", Quantity: 100));
        Assert.True((await workshop.Order(order)).NeedsApproval);
        await workshop.Refused("Workshop.ServiceOrder.FinishRepair.Refused", new FinishRepair.Command(order));
        await workshop.Ok(new PreapproveRepair.Command(order, 4500, "Ada", ConsentHow.ByPhone, Note: "She will pay for every visit"), workshop.Centre.As(Roles.BranchManager));
        await workshop.Ok(new FinishRepair.Command(order));
    }

    [Fact]
    public async Task A_late_change_of_who_pays_goes_the_consent_way_before_the_release()
    {
        await using var workshop = await WorkshopCentre.StartAsync();
        var order = await workshop.InRepair();
        await workshop.Ok(new RequestParts.Command(order, [new("PUMP-1")]));
        await workshop.Ok(new IssueParts.Command(order));
        await workshop.Ok(new FinishRepair.Command(order));
        await workshop.Tell(new EntitlementChanged(order, Requests.Paid, "The receipt was forged"));
        await workshop.Refused("Workshop.ServiceOrder.Release.Refused", new InspectOrder.Command(order, true), workshop.Inspector);

        var draft = await workshop.Ok(new DraftQuotation.Command(order), workshop.Dispatcher);
        await workshop.Refused("Workshop.ServiceOrder.Closed", new DraftQuotation.Command(order, Lines: [new(ChargeKind.Labour, "LABOUR", 1)]), workshop.Dispatcher);
        await workshop.Ok(new SendQuotations.Command(order), workshop.Dispatcher);
        await workshop.Refused("Workshop.ServiceOrder.Closed", new AddFee.Command(order, "TRAVEL"));
        var answer = await workshop.Ok(new AnswerQuotation.Command(draft.Id, true, "Ada", Signature: Signature), workshop.Receptionist);
        Assert.Equal(OrderState.AwaitingInspection, answer.OrderState);
        await workshop.Ok(new InspectOrder.Command(order, true), workshop.Inspector);
        Assert.Equal(50m, Assert.Single(workshop.Told<OrderReleased>()).Lines.Sum(l => (l.Quantity * l.UnitPrice) - l.Reduction));
    }

    [Fact]
    public async Task Who_declines_to_pay_for_finished_work_does_not_pay_and_the_work_leaves_by_a_discount()
    {
        await using var workshop = await WorkshopCentre.StartAsync();
        var order = await workshop.InRepair();
        var line = (await workshop.Ok(new RequestParts.Command(order, [new("PUMP-1")]))).Promises[0].LineId;
        await workshop.Ok(new IssueParts.Command(order));
        await workshop.Ok(new FinishRepair.Command(order));
        await workshop.Tell(new EntitlementChanged(order, Requests.Paid, "The receipt was forged"));
        var draft = await workshop.Ok(new DraftQuotation.Command(order), workshop.Dispatcher);
        await workshop.Ok(new SendQuotations.Command(order), workshop.Dispatcher);
        Assert.Equal(OrderState.AwaitingInspection, (await workshop.Ok(new AnswerQuotation.Command(draft.Id, false, "Ada", Signature: Signature), workshop.Receptionist)).OrderState);
        Assert.False((await workshop.Order(order)).Unrepaired);
        await workshop.Refused("Workshop.ServiceOrder.Release.Refused", new InspectOrder.Command(order, true), workshop.Inspector);
        await workshop.Ok(new DiscountLine.Command(order, line, 50, "Nobody told the customer before"), workshop.Dispatcher);
        await workshop.Ok(new InspectOrder.Command(order, true), workshop.Inspector);
        Assert.Equal(0m, Assert.Single(workshop.Told<OrderReleased>()).Lines.Sum(l => (l.Quantity * l.UnitPrice) - l.Reduction));
    }

    [Fact]
    public async Task A_cause_of_misuse_found_in_the_repair_makes_it_payable_and_needs_consent()
    {
        await using var workshop = await WorkshopCentre.StartAsync();
        await workshop.Code(CodeKind.Cause, "MISUSE");
        var order = await workshop.InRepair();
        await workshop.Ok(new RequestParts.Command(order, [new("PUMP-1")]));
        await workshop.Ok(new RecordDiagnosis.Command(order, CauseCode: "MISUSE", Findings: "Was dropped"));
        await workshop.Refused("Workshop.ServiceOrder.NotApproved", new IssueParts.Command(order));
        await workshop.Ok(new PreapproveRepair.Command(order, 50, "Ada", Signature: Signature), workshop.Receptionist);
        await workshop.Ok(new IssueParts.Command(order));
    }

    [Fact]
    public async Task What_goes_back_unrepaired_charges_nothing_that_was_not_agreed()
    {
        await using var workshop = await WorkshopCentre.StartAsync();
        await workshop.Code(CodeKind.Cause, "MISUSE");
        var order = await workshop.InRepair();
        await workshop.Ok(new RequestParts.Command(order, [new("PUMP-1")]));
        await workshop.Ok(new IssueParts.Command(order));
        await workshop.Ok(new RecordDiagnosis.Command(order, CauseCode: "MISUSE", Findings: "Was dropped"));
        await workshop.Refused("Workshop.ServiceOrder.FeeNotAgreed", new ReturnUnrepaired.Command(order, "The housing is beyond repair", "DIAGNOSIS"));
        await workshop.Ok(new ReturnUnrepaired.Command(order, "The housing is beyond repair"));
        var line = Assert.Single(Assert.Single(workshop.Told<OrderReleased>()).Lines);
        Assert.Equal((50m, 50m, "Not agreed with the customer: not charged."), (line.UnitPrice, line.Reduction, line.ReductionReason?.ToString()));
    }

    [Fact]
    public async Task A_fee_for_going_back_unrepaired_is_charged_once_the_customer_agreed_to_it()
    {
        await using var workshop = await WorkshopCentre.StartAsync();
        var order = await workshop.Diagnosing();
        await workshop.Ok(new PreapproveRepair.Command(order, 35, "Ada", ConsentHow.ByPhone, Note: "Agrees to pay the diagnosis"), workshop.Receptionist);
        await workshop.Ok(new ReturnUnrepaired.Command(order, "No part to be had", "DIAGNOSIS"));
        Assert.Equal((35m, 0m), Assert.Single(Assert.Single(workshop.Told<OrderReleased>()).Lines) is var fee ? (fee.UnitPrice, fee.Reduction) : default);
    }

    [Fact]
    public async Task Up_to_an_amount_is_recorded_by_those_who_speak_with_customers_with_proof_and_within_their_limit()
    {
        await using var workshop = await WorkshopCentre.StartAsync();
        var order = await workshop.Diagnosing();
        var upTo = new PreapproveRepair.Command(order, 400, "Ada", Signature: Signature);
        await workshop.Refused("Platform.Forbidden", upTo);
        await workshop.Refused("Workshop.ServiceOrder.SignatureMissing", upTo with { Signature = null }, workshop.Receptionist);
        await workshop.Refused("Workshop.ServiceOrder.ConsentNoteMissing", upTo with { How = ConsentHow.ByPhone }, workshop.Receptionist);
        await workshop.Refused("Workshop.ServiceOrder.ConsentNotYours", upTo with { How = ConsentHow.ByLink }, workshop.Receptionist);
        Assert.Contains("500", (await workshop.Refused("Workshop.ServiceOrder.ConsentAboveLimit", upTo with { UpTo = 501 }, workshop.Receptionist)).ToString(), StringComparison.Ordinal);
        await workshop.Ok(upTo with { How = ConsentHow.ByPhone, Note = "Rang back at noon" }, workshop.Receptionist);
        await workshop.Ok(upTo with { UpTo = 1_000_000 }, workshop.Centre.As(Roles.BranchManager));

        var manager = workshop.Centre.OfAll(Roles.BranchManager);
        await workshop.Refused("Platform.Forbidden", new SaveConsentLimit.Command(Roles.Receptionist, "EUR", 9000), workshop.Receptionist);
        await workshop.Ok(new SaveConsentLimit.Command(Roles.Receptionist, "EUR", 399), manager);
        await workshop.Refused("Workshop.ServiceOrder.ConsentAboveLimit", upTo, workshop.Receptionist);

        var kept = (await workshop.Order(order)).Consents;
        Assert.Equal([(1_000_000m, ConsentHow.InPerson, true), (400m, ConsentHow.ByPhone, false)], kept.Select(k => (k.UpTo, k.How, k.SignatureId is not null)));
        Assert.Equal(("Ada", "Rang back at noon", "Test Receptionist"), (kept[1].By, kept[1].Note, kept[1].RecordedBy));
        Assert.Contains((await workshop.Order(order)).Timeline, h => h is { Trigger: "Preapprove", By: "Test Receptionist" } && h.Reason!.Contains("400.00 EUR", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Consent_that_is_given_after_the_release_is_told_to_finance()
    {
        await using var workshop = await WorkshopCentre.StartAsync();
        var order = await workshop.InRepair();
        await workshop.Ok(new FinishRepair.Command(order));
        await workshop.Ok(new InspectOrder.Command(order, true), workshop.Inspector);
        Assert.Null(Assert.Single(workshop.Told<OrderReleased>()).AgreedNet);
        await workshop.Ok(new PreapproveRepair.Command(order, 40, "Ada", ConsentHow.ByPhone, Note: "Pays for the forgotten seal"), workshop.Receptionist);
        Assert.Equal((order, 40m), Assert.Single(workshop.Told<ConsentExtended>()) is var told ? (told.OrderId, told.AgreedNet) : default);
    }

    [Fact]
    public async Task An_answer_by_telephone_is_not_the_technicians_to_record_and_wants_a_note()
    {
        await using var workshop = await WorkshopCentre.StartAsync();
        var order = await workshop.Diagnosing();
        await workshop.Ok(new AddLabour.Command(order, Hours: 1));
        var draft = await workshop.Ok(new DraftQuotation.Command(order));
        await workshop.Ok(new SendQuotations.Command(order));
        var yes = new AnswerQuotation.Command(draft.Id, true, "Ada", How: ConsentHow.ByPhone, Note: "Said yes at once");
        await workshop.Refused("Workshop.ServiceOrder.ConsentNotYours", yes);
        await workshop.Refused("Workshop.ServiceOrder.ConsentNotYours", new AnswerQuotation.Command(draft.Id, true, "Ada", Signature: Signature));
        await workshop.Refused("Workshop.ServiceOrder.ConsentNoteMissing", yes with { Note = null }, workshop.Receptionist);
        await workshop.Refused("Workshop.ServiceOrder.SignatureMissing", new AnswerQuotation.Command(draft.Id, true, "Ada"), workshop.Receptionist);
        await workshop.Ok(yes, workshop.Receptionist);
        var kept = Assert.Single((await workshop.Order(order)).Consents);
        Assert.Equal((ConsentKind.Quotation, 80m, 88m, ConsentHow.ByPhone, "Said yes at once"), (kept.Kind, kept.Net, kept.UpTo, kept.How, kept.Note));
    }

    [Fact]
    public async Task An_answer_by_link_is_kept_with_where_it_came_from()
    {
        await using var workshop = await WorkshopCentre.StartAsync();
        var order = await workshop.Diagnosing();
        await workshop.Ok(new AddLabour.Command(order, Hours: 1));
        var draft = await workshop.Ok(new DraftQuotation.Command(order));
        await workshop.Ok(new SendQuotations.Command(order));
        await workshop.Ok(new AnswerQuotationByLink.Command(await workshop.Secret(draft.Id), false, "Ada"), Caller.Public with { Address = "192.0.2.7", Agent = "Browser" });
        var kept = await workshop.Centre.Look<WorkshopDbContext, Consent>(db => db.Set<Consent>().SingleAsync());
        Assert.Equal((ConsentKind.DeclineFee, 35m, ConsentHow.ByLink, "192.0.2.7", "Browser"), (kept.Kind, kept.Net, kept.How, kept.From, kept.With));
    }

    [Fact]
    public async Task On_site_the_customer_signs_for_lines_and_price_and_the_work_goes_on()
    {
        await using var workshop = await WorkshopCentre.StartAsync(taxes: new Vat());
        var order = await OnSite(workshop, Requests.Paid);
        await workshop.Refused("Workshop.ServiceOrder.NothingToAgree", new AgreeOnSite.Command(order, 0, "Ada", Signature));
        await workshop.Ok(new AddFee.Command(order, "TRAVEL"));
        await workshop.Ok(new RequestParts.Command(order, [new("PUMP-1")]));
        await workshop.Refused("Workshop.ServiceOrder.NotApproved", new IssueParts.Command(order));
        var seen = await workshop.Order(order);
        Assert.Equal((95m, 113.05m), (seen.ToPay, seen.GrossToPay!.Value));
        await workshop.Refused("Workshop.ServiceOrder.SignatureMissing", new AgreeOnSite.Command(order, 95, "Ada", ""));
        await workshop.Refused("Workshop.ServiceOrder.PriceChanged", new AgreeOnSite.Command(order, 45, "Ada", Signature));
        await workshop.Ok(new AgreeOnSite.Command(order, 95, "Ada", Signature));
        await workshop.Ok(new IssueParts.Command(order));
        await workshop.Ok(new FinishOnSite.Command(order, "Ada", Signature));
        await workshop.Ok(new InspectOrder.Command(order, true), workshop.Inspector);
        Assert.Equal(95m, Assert.Single(workshop.Told<OrderReleased>()).Lines.Sum(l => (l.Quantity * l.UnitPrice) - l.Reduction));
        Assert.Equal((ConsentKind.OnSite, "Ada"), Assert.Single((await workshop.Order(order)).Consents) is var kept ? (kept.Kind, kept.By) : default);
        await workshop.Refused("Workshop.ServiceOrder.NotOnSite", new AgreeOnSite.Command(await workshop.Diagnosing(), 0, "Ada", Signature));
    }

    [Fact]
    public async Task On_site_the_technician_has_a_quotation_answered_by_signature()
    {
        await using var workshop = await WorkshopCentre.StartAsync();
        var order = await OnSite(workshop, Requests.Paid);
        await workshop.Ok(new AddFee.Command(order, "TRAVEL"));
        var draft = await workshop.Ok(new DraftQuotation.Command(order));
        await workshop.Ok(new SendQuotations.Command(order));
        Assert.Equal(OrderState.OnSite, (await workshop.Ok(new AnswerQuotation.Command(draft.Id, true, "Ada", Signature: Signature))).OrderState);
    }

    [Fact]
    public async Task An_alternative_carries_the_travel_and_fees_that_stand_on_the_order()
    {
        await using var workshop = await WorkshopCentre.StartAsync();
        var order = await workshop.Diagnosing();
        await workshop.Ok(new AddFee.Command(order, "TRAVEL"));
        Assert.Equal(125m, (await workshop.Ok(new DraftQuotation.Command(order, Lines: [new(ChargeKind.Labour, "LABOUR", 1)]))).Net);
        Assert.Equal(90m, (await workshop.Ok(new DraftQuotation.Command(order, Lines: [new(ChargeKind.Travel, "TRAVEL", 2)]))).Net);
    }

    [Theory]
    [InlineData(false, "119.00", "What you pay, with tax", "Net, without tax")]
    [InlineData(true, "100.00", "Net, without tax", "What you pay, with tax")]
    public async Task A_person_reads_gross_and_a_company_net_plus_tax(bool company, string amount, string said, string unsaid)
    {
        await using var workshop = await WorkshopCentre.StartAsync(taxes: new Vat());
        var order = await workshop.Diagnosing(new Requests { IsCompany = company });
        await workshop.Ok(new RequestParts.Command(order, [new("PUMP-1", 2)], Reserve: false));
        var draft = await workshop.Ok(new DraftQuotation.Command(order));
        await workshop.Ok(new SendQuotations.Command(order));
        var offer = Assert.Single((await workshop.Ok(new GetPublicQuotation.Query(await workshop.Secret(draft.Id)), Caller.Public)).Offers);
        Assert.Equal((100m, 19m, 19m, 6.65m), (offer.Net, offer.TaxPercent!.Value, offer.Tax, offer.DeclineFeeTax));

        var customer = await workshop.Centre.Client();
        var staff = await workshop.Centre.Client(Roles.Dispatcher);
        foreach (var page in new[]
        {
            await customer.GetStringAsync(new Uri($"/p/quotation/{await workshop.Secret(draft.Id)}", UriKind.Relative)),
            await staff.GetStringAsync(new Uri($"/workshop/orders/{order}/quotations/{draft.Id}/paper", UriKind.Relative)),
        })
        {
            Assert.Contains(amount, page, StringComparison.Ordinal);
            Assert.Contains(said, page, StringComparison.Ordinal);
            Assert.DoesNotContain(unsaid, page, StringComparison.Ordinal);
            Assert.DoesNotContain("Tax is added on the invoice", page, StringComparison.Ordinal);
        }
    }

    private static async Task<Guid> OnSite(WorkshopCentre workshop, EntitlementTerms terms)
    {
        var order = await workshop.Assigned(new Requests { Place = ServicePlace.Field, Entitlement = terms });
        await workshop.Ok(new DepartToCustomer.Command(order));
        await workshop.Ok(new ArriveAtCustomer.Command(order));
        return order;
    }

    private sealed class Vat : ISalesTaxes
    {
        public Task<SalesTaxes?> OfAsync(Guid branchId, LocalDate day, string currency, IReadOnlyList<decimal> nets, CancellationToken cancel) =>
            Task.FromResult<SalesTaxes?>(new SalesTaxes(19, [.. nets.Select(n => Math.Round(n * 0.19m, 2, MidpointRounding.AwayFromZero))]));
    }
}
