using System.Net;
using Microsoft.EntityFrameworkCore;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Links.Features;
using ServiceErp.Platform.Modules;
using ServiceErp.Platform.Persistence;
using ServiceErp.Workshop.Domain.Orders;
using ServiceErp.Workshop.Domain.Quotations;
using ServiceErp.Workshop.Features.Catalog;
using ServiceErp.Workshop.Features.Orders;
using ServiceErp.Workshop.Features.Quotations;
using ServiceErp.Workshop.Persistence;

namespace ServiceErp.Workshop.Tests.Features;

/// <summary>The link to a quotation is the customer's alone: who uses it is kept, it ends, and staff neither see nor use it (WRK-4).</summary>
public sealed class QuotationLinkTests
{
    private static readonly Caller Customer = Caller.Public with { Address = "203.0.113.7", Agent = "Pocket telephone" };

    [Fact]
    public async Task From_where_a_customer_answered_or_asked_is_kept_with_the_answer_and_in_the_audit_trail()
    {
        await using var workshop = await WorkshopCentre.StartAsync();
        var (_, quotation) = await Sent(workshop);
        var secret = await workshop.Secret(quotation);
        var question = await workshop.Ok(new AskAboutQuotation.Command(secret, "Is the seal included?"), Customer);
        await workshop.Ok(new AnswerQuotationByLink.Command(secret, true, "Ada"), Customer);

        var stored = await workshop.Centre.Look<WorkshopDbContext, Quotation>(db => db.Quotations.Include(q => q.Questions).SingleAsync(q => q.Id == quotation));
        Assert.Equal(("203.0.113.7", "Pocket telephone"), (stored.AnsweredFrom, stored.AnsweredWith));
        Assert.Equal(("203.0.113.7", "Pocket telephone"), (stored.Questions.Single(q => q.Id == question.Id).AskedFrom, stored.Questions.Single().AskedWith));
        var audit = await Audit(workshop, quotation);
        Assert.Contains(audit, a => a.UseCase == "AnswerQuotationByLink" && a.Changes!.Contains("203.0.113.7", StringComparison.Ordinal) && a.Changes.Contains("Pocket telephone", StringComparison.Ordinal));
        Assert.Contains(audit, a => a.UseCase == "AskAboutQuotation" && a.Reason == "203.0.113.7 Pocket telephone");
    }

    [Fact]
    public async Task Nobody_who_is_signed_in_answers_or_asks_as_the_customer()
    {
        await using var workshop = await WorkshopCentre.StartAsync();
        var (order, quotation) = await Sent(workshop);
        var secret = await workshop.Secret(quotation);
        foreach (var somebody in new[] { workshop.Technician, workshop.Receptionist, workshop.Centre.As(Roles.Administrator), Caller.System })
        {
            await workshop.Refused("Platform.ByCustomerOnly", new AnswerQuotationByLink.Command(secret, true, "Ada"), somebody);
            await workshop.Refused("Platform.ByCustomerOnly", new AskAboutQuotation.Command(secret, "Why?"), somebody);
        }

        var browser = await workshop.Centre.Client(Roles.Technician);
        using var posted = await browser.PostAsync($"/p/quotation/{secret}", new FormUrlEncodedContent([new("Approve", "true"), new("QuotationId", quotation.ToString()), new("Name", "Ada")]));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, posted.StatusCode);
        Assert.Contains("Only the customer answers through this link", await posted.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var called = await browser.PostAsync($"/api/v1/workshop/public-quotations/{secret}/answer", JsonContent("""{"approve":true,"name":"Ada"}"""));
        Assert.False(called.IsSuccessStatusCode);
        Assert.Equal(OrderState.AwaitingApproval, await workshop.State(order));
    }

    [Fact]
    public async Task An_expired_quotation_says_whom_to_ask_and_some_time_later_its_link_has_ended()
    {
        await using var workshop = await WorkshopCentre.StartAsync();
        await workshop.Ok(new SaveWorkshopRules.Command(10, 0, 14, "LABOUR", "DIAGNOSIS", QuotationLinkDays: 30), workshop.Centre.As(Roles.BranchManager));
        var (_, quotation) = await Sent(workshop);
        var address = $"/p/quotation/{await workshop.Secret(quotation)}";
        var customer = await workshop.Centre.Client();

        workshop.Centre.Advance(Duration.FromDays(20));
        await workshop.Ok(new ExpireQuotations.Command(), workshop.Dispatcher);
        Assert.Contains("This quotation has expired. Please call us", await customer.GetStringAsync(new Uri(address, UriKind.Relative)), StringComparison.Ordinal);

        workshop.Centre.Advance(Duration.FromDays(30));
        using var ended = await customer.GetAsync(address);
        using var unknown = await customer.GetAsync("/p/quotation/AAAAAAAAAAAAAAAAAAAAAA");
        Assert.Equal(HttpStatusCode.NotFound, ended.StatusCode);
        Assert.Equal(await Words(unknown), await Words(ended));
    }

    [Fact]
    public async Task An_answered_quotation_can_be_read_for_a_limited_time()
    {
        await using var workshop = await WorkshopCentre.StartAsync();
        var (_, quotation) = await Sent(workshop);
        var secret = await workshop.Secret(quotation);
        await workshop.Ok(new AnswerQuotationByLink.Command(secret, true, "Ada"), Customer);
        workshop.Centre.Advance(Duration.FromDays(90));
        Assert.Equal("Ada", (await workshop.Ok(new GetPublicQuotation.Query(secret), Customer)).AnsweredBy);
        workshop.Centre.Advance(Duration.FromDays(1));
        await workshop.Refused("Workshop.Quotation.LinkEnded", new GetPublicQuotation.Query(secret), Customer);
    }

    [Fact]
    public async Task Who_changed_where_the_quotation_goes_sends_no_new_link_and_a_stale_page_neither()
    {
        await using var workshop = await WorkshopCentre.StartAsync();
        var (order, quotation) = await Sent(workshop);
        var accepted = new Requests().Accepted(order, workshop.Centre.Now);
        await workshop.Tell(new Reception.ServiceRequestCorrected(order, accepted.BranchId, accepted.Place, accepted.Priority, accepted.Customer with { Email = "me@elsewhere.example" }, accepted.Device, accepted.Fault, accepted.DueAt));
        var renew = new RenewQuotationLink.Command(quotation, "The letter was lost");
        await workshop.Refused("Workshop.Quotation.OwnAddress", renew, workshop.Receptionist with { Name = "Test" }); // on whose behalf the register told it
        await workshop.Refused("Platform.Stale", renew with { Version = 99 }, workshop.Receptionist);
        Assert.True((await workshop.Ok(renew, workshop.Receptionist)).Sent);
        workshop.Centre.Advance(NodaTime.Duration.FromDays(8));
        await workshop.Ok(renew, workshop.Receptionist with { Name = "Test" });
    }

    [Fact]
    public async Task A_link_is_ended_and_made_anew_for_a_reason_and_only_the_customer_learns_the_new_one()
    {
        await using var workshop = await WorkshopCentre.StartAsync();
        var (order, quotation) = await Sent(workshop);
        var first = await workshop.Secret(quotation);
        await workshop.Refused("Platform.Forbidden", new EndQuotationLink.Command(quotation, "The letter was lost"), workshop.Technician);
        await workshop.Refused("Platform.Forbidden", new RenewQuotationLink.Command(quotation, "The letter was lost"), workshop.Technician);
        await workshop.Refused("Platform.ReasonMissing", new EndQuotationLink.Command(quotation, " "), workshop.Receptionist);

        await workshop.Ok(new EndQuotationLink.Command(quotation, "The telephone was stolen"), workshop.Receptionist);
        await workshop.Refused("Workshop.Quotation.LinkEnded", new GetPublicQuotation.Query(first), Customer);
        await workshop.Refused("Workshop.Quotation.LinkEnded", new AnswerQuotationByLink.Command(first, true, "Eve"), Customer);
        await workshop.Refused("Workshop.Quotation.LinkEnded", new AskAboutQuotation.Command(first, "Why?"), Customer);
        await workshop.Refused("Workshop.Quotation.NoLink", new EndQuotationLink.Command(quotation, "Once more, please"), workshop.Receptionist);

        Assert.True((await workshop.Ok(new RenewQuotationLink.Command(quotation, "New telephone"), workshop.Receptionist)).Sent);
        var second = await workshop.Secret(quotation);
        Assert.NotEqual(first, second);
        Assert.Contains($"/p/quotation/{second}\n", Assert.Single(await workshop.Messages("quotation-link/")).Body, StringComparison.Ordinal);
        await workshop.Refused("Workshop.Quotation.LinkEnded", new GetPublicQuotation.Query(first), Customer);
        await workshop.Ok(new GetPublicQuotation.Query(second), Customer);

        var told = (await workshop.Order(order)).Timeline;
        Assert.Contains(told, h => h.Trigger == "EndLink" && h.Reason!.EndsWith("The telephone was stolen", StringComparison.Ordinal) && h.By == workshop.Receptionist.Name);
        Assert.Contains(told, h => h.Trigger == "RenewLink" && h.Reason!.EndsWith("New telephone", StringComparison.Ordinal));
        Assert.DoesNotContain(await Audit(workshop, quotation), a => a.Changes?.Contains(first, StringComparison.Ordinal) == true || a.Changes?.Contains(second, StringComparison.Ordinal) == true);
    }

    [Fact]
    public async Task The_paper_carries_the_code_for_those_who_hand_it_over_and_each_printing_is_written_down()
    {
        await using var workshop = await WorkshopCentre.StartAsync();
        var (order, quotation) = await Sent(workshop);
        var paper = new Uri($"/workshop/orders/{order}/quotations/{quotation}/paper", UriKind.Relative);
        Assert.Contains("class=\"qr", await (await workshop.Centre.Client(Roles.Receptionist)).GetStringAsync(paper), StringComparison.Ordinal);
        Assert.Contains("class=\"qr", await (await workshop.Centre.Client(Roles.Dispatcher)).GetStringAsync(paper), StringComparison.Ordinal);
        foreach (var role in new[] { Roles.Technician, Roles.WarehouseKeeper, Roles.Accountant })
        {
            Assert.DoesNotContain("class=\"qr", await (await workshop.Centre.Client(role)).GetStringAsync(paper), StringComparison.Ordinal);
        }

        string[] printedBy = [.. (await Audit(workshop, quotation)).Where(a => a.Trigger == "PrintLink").Select(a => a.UserName).Order(StringComparer.Ordinal)];
        Assert.Equal(new[] { workshop.Dispatcher.Name, workshop.Receptionist.Name }.Order(StringComparer.Ordinal), printedBy);
        Assert.Equal(2, (await workshop.Order(order)).Timeline.Count(h => h.Trigger == "PrintLink"));
        await workshop.Refused("Platform.Forbidden", new PrintQuotationLink.Command(quotation), workshop.Technician);
    }

    [Fact]
    public async Task Without_an_address_for_customers_the_letter_asks_for_a_call_and_names_no_link()
    {
        await using var workshop = await WorkshopCentre.StartAsync(settings: new Dictionary<string, string?> { ["demo"] = "false" });
        var (_, quotation) = await Sent(workshop);
        var letter = Assert.Single(await workshop.Messages("quotation/")).Body;
        Assert.DoesNotContain("/p/", letter, StringComparison.Ordinal);
        Assert.Contains("Please call us: ", letter, StringComparison.Ordinal);
        await workshop.Refused("Platform.PublicAddress.Missing", new RenewQuotationLink.Command(quotation, "The letter was lost"), workshop.Receptionist);

        await workshop.Ok(new SetPublicAddress.Command("https://service.example/erp/"), Caller.System);
        await workshop.Ok(new RenewQuotationLink.Command(quotation, "Now there is one"), workshop.Receptionist);
        Assert.Contains($"https://service.example/erp/p/quotation/{await workshop.Secret(quotation)}\n", Assert.Single(await workshop.Messages("quotation-link/")).Body, StringComparison.Ordinal);
    }

    /// <summary>A page without the token of its forms, which is another each time.</summary>
    private static async Task<string> Words(HttpResponseMessage page) =>
        System.Text.RegularExpressions.Regex.Replace(await page.Content.ReadAsStringAsync(), "name=\"__RequestVerificationToken\" value=\"[^\"]*\"", "");

    private static StringContent JsonContent(string body) => new(body, System.Text.Encoding.UTF8, "application/json");

    private static Task<List<AuditEntry>> Audit(WorkshopCentre workshop, Guid id) => workshop.Centre.Look<WorkshopDbContext, List<AuditEntry>>(db => db.Audit.AsNoTracking().Where(a => a.EntityId == id).ToListAsync());

    private static async Task<(Guid Order, Guid Quotation)> Sent(WorkshopCentre workshop)
    {
        var order = await workshop.Diagnosing();
        await workshop.Ok(new RequestParts.Command(order, [new("PUMP-1")], Reserve: false));
        var draft = await workshop.Ok(new DraftQuotation.Command(order));
        await workshop.Ok(new SendQuotations.Command(order));
        return (order, draft.Id);
    }
}
