using System.Net;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Modules;
using ServiceErp.Reception.Features.Requests;
using ServiceErp.Reception.Features.Settings;
using ServiceErp.Reception.Features.Status;
using ServiceErp.Reception.Persistence;
using ServiceErp.Workshop;

namespace ServiceErp.Reception.Tests;

/// <summary>The link to the status page is the customer's alone, and it ends (REC-7).</summary>
public sealed class StatusLinkTests : IAsyncLifetime
{
    private Counter counter = null!;

    public async Task InitializeAsync() => counter = await Counter.OpenAsync();

    public async Task DisposeAsync() => await counter.DisposeAsync();

    [Theory]
    [InlineData(null, 90)]
    [InlineData(10, 10)]
    public async Task The_link_ends_some_time_after_the_work_is_completed(int? setting, int days)
    {
        if (setting is { } own)
        {
            await counter.Centre.Ok(new ChangeSettings.Command(6, StatusLinkDays: own), counter.Centre.As(Roles.BranchManager));
        }

        var taken = await counter.Centre.Ok(Counter.CarryIn(), counter.Receptionist);
        var secret = await counter.Secret(taken.Id);
        counter.Centre.Advance(Duration.FromDays(200)); // as long as the work takes
        await counter.Centre.Ok(new GetPublicStatus.Query(secret), Caller.Public);
        await counter.Centre.Tell(Progress(taken, OrderStage.Completed));
        counter.Centre.Advance(Duration.FromDays(days) - Duration.FromMinutes(1));
        await counter.Centre.Ok(new GetPublicStatus.Query(secret), Caller.Public);
        counter.Centre.Advance(Duration.FromMinutes(1));
        await counter.Centre.Refused("Reception.Status.NotFound", new GetPublicStatus.Query(secret), Caller.Public);
        Assert.False((await counter.Centre.Ok(new GetRequest.Query(taken.Id), counter.Receptionist)).HasLink);
        await counter.Centre.Refused("Reception.Status.Over", new RenewStatusLink.Command(taken.Id, "Asked for it"), counter.Receptionist);

        var visitor = await counter.Centre.Client();
        using var ended = await visitor.GetAsync($"/p/status/{secret}");
        using var unknown = await visitor.GetAsync("/p/status/AAAAAAAAAAAAAAAAAAAAAA");
        Assert.Equal(HttpStatusCode.NotFound, ended.StatusCode);
        Assert.Equal(await Words(unknown), await Words(ended));
    }

    [Fact]
    public async Task A_link_is_ended_and_made_anew_for_a_reason_and_only_the_customer_learns_the_new_one()
    {
        var taken = await counter.Centre.Ok(Counter.CarryIn(), counter.Receptionist);
        var first = await counter.Secret(taken.Id);
        await counter.Centre.Refused("Platform.Forbidden", new RenewStatusLink.Command(taken.Id, "The letter was lost"), counter.Centre.As(Roles.Technician));
        await counter.Centre.Ok(new EndStatusLink.Command(taken.Id, "Receipt found in the street"), counter.Receptionist);
        await counter.Centre.Refused("Reception.Status.NotFound", new GetPublicStatus.Query(first), Caller.Public);
        await counter.Centre.Tell(Progress(taken, OrderStage.InRepair));
        Assert.DoesNotContain("/p/", await Message("stage/"), StringComparison.Ordinal);

        Assert.True((await counter.Centre.Ok(new RenewStatusLink.Command(taken.Id, "The customer asked"), counter.Receptionist)).Sent);
        var second = await counter.Secret(taken.Id);
        Assert.Contains($"http://localhost:5080/p/status/{second}\n", await Message("link/"), StringComparison.Ordinal);
        await counter.Centre.Refused("Reception.Status.NotFound", new GetPublicStatus.Query(first), Caller.Public);
        await counter.Centre.Ok(new GetPublicStatus.Query(second), Caller.Public);
        var history = (await counter.Centre.Ok(new GetRequest.Query(taken.Id), counter.Receptionist)).History;
        Assert.Contains(history, step => step.Trigger == "EndLink" && step.Reason == "Receipt found in the street" && step.Who == counter.Receptionist.Name);
        Assert.Contains(history, step => step.Trigger == "RenewLink" && step.Reason == "The customer asked");
    }

    [Fact]
    public async Task The_receipt_carries_the_link_for_those_who_hand_it_over_and_each_printing_is_written_down()
    {
        var taken = await counter.Centre.Ok(Counter.CarryIn(), counter.Receptionist);
        var (address, link) = ($"/reception/goods/{taken.ReceiptId}/print", $"http://localhost:5080/p/status/{await counter.Secret(taken.Id)}");
        var desk = await counter.Centre.Client(Roles.Receptionist);
        using var asked = new HttpRequestMessage(HttpMethod.Get, address) { Headers = { Host = "evil.example" } };
        using var printed = await desk.SendAsync(asked);
        Assert.Contains(link, await printed.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        foreach (var role in new[] { Roles.Technician, Roles.WarehouseKeeper, Roles.Accountant, Roles.FeedbackOfficer })
        {
            var paper = await (await counter.Centre.Client(role)).GetStringAsync(new Uri(address, UriKind.Relative));
            Assert.Contains(taken.ReceiptNumber!, paper, StringComparison.Ordinal);
            Assert.DoesNotContain("/p/status/", paper, StringComparison.Ordinal);
        }

        var step = Assert.Single((await counter.Centre.Ok(new GetRequest.Query(taken.Id), counter.Receptionist)).History, s => s.Trigger == "PrintLink");
        Assert.Equal((counter.Receptionist.Name, taken.ReceiptNumber), (step.Who, step.Reason));
    }

    [Theory]
    [InlineData("en")]
    [InlineData("ko")]
    public async Task Without_an_address_for_customers_a_message_goes_without_the_sentence_of_the_link(string language)
    {
        await using var alone = await Counter.OpenAsync(settings: new Dictionary<string, string?> { ["demo"] = "false" });
        var carryIn = Counter.CarryIn();
        var taken = await alone.Centre.Ok(carryIn with { Customer = carryIn.Customer! with { Language = language } }, alone.Receptionist);
        var call = await alone.Centre.Ok(Counter.Call(), alone.Receptionist);
        await alone.Centre.Tell(Progress(taken, OrderStage.InRepair));
        await alone.Centre.Tell(Progress(call, OrderStage.InRepair));
        var bodies = await alone.Centre.Look<ReceptionDbContext, List<string>>(db => db.Messages.Select(m => m.Body).ToListAsync());
        Assert.Equal(2, bodies.Count);
        Assert.All(bodies, body => Assert.DoesNotContain("/p/", body, StringComparison.Ordinal));
        Assert.All(bodies, body => Assert.DoesNotContain("Where it stands", body, StringComparison.Ordinal));
        Assert.All(bodies, body => Assert.DoesNotContain("진행 상황:", body, StringComparison.Ordinal));
        Assert.All(bodies, body => Assert.DoesNotContain("\n\n\n", body, StringComparison.Ordinal));
        await alone.Centre.Refused("Platform.PublicAddress.Missing", new RenewStatusLink.Command(taken.Id, "The letter was lost"), alone.Receptionist);
    }

    /// <summary>A page without the token of its forms, which is another each time.</summary>
    private static async Task<string> Words(HttpResponseMessage page) =>
        System.Text.RegularExpressions.Regex.Replace(await page.Content.ReadAsStringAsync(), "name=\"__RequestVerificationToken\" value=\"[^\"]*\"", "");

    private Task<string> Message(string key) => counter.Centre.Look<ReceptionDbContext, string>(db => db.Messages.Where(m => m.OnceKey.StartsWith(key)).Select(m => m.Body).SingleAsync());

    private OrderProgressed Progress(RegisterRequest.Answer request, OrderStage stage) =>
        new(request.OrderId!.Value, "SO-BER-2026-000001", request.Id, counter.Centre.Berlin.Id, stage, counter.Centre.Now, null, null, "Tom");
}
