using System.Net;
using ServiceErp.Platform.Modules;
using ServiceErp.Reception.Features.Requests;
using ServiceErp.Workshop;

namespace ServiceErp.Reception.Tests;

/// <summary>Each page is served, says what it must and keeps what was typed.</summary>
public sealed class PageTests : IAsyncLifetime
{
    private Counter counter = null!;
    private RegisterRequest.Answer taken = null!;

    public async Task InitializeAsync()
    {
        counter = await Counter.OpenAsync();
        taken = await counter.Centre.Ok(Counter.CarryIn(), counter.Receptionist);
        await counter.Centre.Tell(new OrderProgressed(taken.OrderId!.Value, "SO-BER-2026-000001", taken.Id, counter.Centre.Berlin.Id, OrderStage.InRepair, counter.Centre.Now, null, null, "Tom") { AnsweredAt = counter.Centre.Now });
    }

    public async Task DisposeAsync() => await counter.DisposeAsync();

    [Theory]
    [InlineData("/reception/requests", "SR-BER-2026-000001")]
    [InlineData("/reception/requests?clock=Met", "SR-BER-2026-000001")]
    [InlineData("/reception/requests?clock=nonsense&sort=nonsense&cursor=x", "SR-BER-2026-000001")]
    [InlineData("/reception/requests?undispatched=1", "Not dispatched yet")]
    [InlineData("/reception/requests?format=csv", "Espresso machine AX-200")]
    [InlineData("/reception/intake", "Find the customer or device")]
    [InlineData("/reception/intake?Channel=CarryIn", "Goods carried in")]
    [InlineData("/reception/intake?Party=Device:{device}", "Anna Berg")]
    [InlineData("/reception/intake/find?q=Anna", "Device:{device}")]
    [InlineData("/reception/intake/party?Party=Customer:{customer}", "New device")]
    [InlineData("/reception/intake/goods?Channel=CarryIn", "Condition")]
    [InlineData("/reception/requests/{request}", "Does not heat any more")]
    [InlineData("/reception/customers", "Anna Berg")]
    [InlineData("/reception/customers/new", "New customer")]
    [InlineData("/reception/customers/{customer}", "SN-1001")]
    [InlineData("/reception/customers/{customer}/edit", "Lindenallee 3")]
    [InlineData("/reception/customers/find?q=Anna", "{customer}")]
    [InlineData("/reception/devices", "SN-1001")]
    [InlineData("/reception/devices/new?CustomerId={customer}", "Anna Berg")]
    [InlineData("/reception/devices/{device}", "Who would pay today")]
    [InlineData("/reception/devices/{device}/edit", "SN-1001")]
    [InlineData("/reception/devices/{device}/label", "AX-200")]
    [InlineData("/reception/models", "AX-200")]
    [InlineData("/reception/models/new", "New model")]
    [InlineData("/reception/models/find?q=AX", "Espresso")]
    [InlineData("/reception/models/{model}", "boiler")]
    [InlineData("/reception/models/{model}/edit", "pump, boiler")]
    [InlineData("/reception/models/{model}/warranty", "boiler")]
    [InlineData("/reception/promotions", "Promotions")]
    [InlineData("/reception/promotions/new", "Promotion")]
    [InlineData("/reception/goods?view=OnShelf", "A-12")]
    [InlineData("/reception/goods/register", "GR-BER-2026-000001")]
    [InlineData("/reception/goods/{receipt}", "Scratches on the left")]
    [InlineData("/reception/goods/{receipt}/print", "Goods receipt")]
    [InlineData("/reception/goods/{receipt}/label", "A-12")]
    [InlineData("/reception/return", "Receipt, request or order number")]
    [InlineData("/reception/return?Code=GR-BER-2026-000001", "Quality control passed")]
    [InlineData("/reception/settings", "Suburbs")]
    public async Task A_supervisor_sees_every_page(string address, string words)
    {
        var client = await counter.Centre.Client(Roles.BranchManager);

        var answer = await client.GetAsync(Filled(address));
        var text = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains(Filled(words), text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/reception/requests/00000000-0000-7000-8000-000000000009")]
    [InlineData("/reception/requests/not-an-id")]
    [InlineData("/reception/customers/00000000-0000-7000-8000-000000000009")]
    [InlineData("/reception/devices/00000000-0000-7000-8000-000000000009")]
    [InlineData("/reception/models/00000000-0000-7000-8000-000000000009")]
    [InlineData("/reception/goods/00000000-0000-7000-8000-000000000009")]
    [InlineData("/reception/return?Code=GR-XXX")]
    public async Task What_does_not_exist_is_not_found(string address) =>
        Assert.Equal(HttpStatusCode.NotFound, (await (await counter.Centre.Client(Roles.BranchManager)).GetAsync(address)).StatusCode);

    [Fact]
    public async Task A_refused_intake_keeps_what_was_typed_with_the_messages_at_their_fields()
    {
        var client = await counter.Centre.Client(Roles.Receptionist);
        using var form = new MultipartFormDataContent
        {
            { new StringContent("00000000-0000-7000-8000-0000000000c1"), "Id" },
            { new StringContent("Smells burnt"), "Fault" },
            { new StringContent("CarryIn"), "Channel" },
            { new StringContent("Boris"), "Customer.Name" },
            { new StringContent("+49 30 5551234"), "Customer.Phone" },
            { new StringContent(Counter.ModelId.ToString()), "Device.ModelId" },
            { new ByteArrayContent([1, 2, 3]), "Photos", "front.png" },
        };
        var answer = await client.PostAsync("/reception/requests", form);
        var html = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("Smells burnt", html, StringComparison.Ordinal);
        Assert.Contains("Is this somebody who is known already? Anna Berg", html, StringComparison.Ordinal);
        Assert.Contains("ConfirmedNotDuplicate", html, StringComparison.Ordinal);
        Assert.Contains("1 kept already", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_intake_by_the_form_lands_on_the_request()
    {
        var client = await counter.Centre.Client(Roles.Receptionist);
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["Id"] = "00000000-0000-7000-8000-0000000000c2", ["Fault"] = "Drips", ["Channel"] = "Call", ["Priority"] = "High",
            ["CustomerId"] = taken.CustomerId.ToString(), ["DeviceId"] = taken.DeviceId.ToString()!, ["Customer.Language"] = "", ["Party"] = $"Device:{taken.DeviceId}",
        });
        var answer = await client.PostAsync("/reception/requests", form);

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Equal("/reception/requests/00000000-0000-7000-8000-0000000000c2", answer.Headers.Location?.ToString());
    }

    [Fact]
    public async Task A_receipt_is_printed_in_the_customer_s_language()
    {
        var carryIn = Counter.CarryIn("+7 495 000", "SN-3");
        var russian = await counter.Centre.Ok(carryIn with { Customer = carryIn.Customer! with { Language = "ru" } }, counter.Receptionist);
        var html = WebUtility.HtmlDecode(await (await counter.Centre.Client(Roles.Receptionist)).GetStringAsync($"/reception/goods/{russian.ReceiptId}/print"));

        Assert.Contains("lang=\"ru\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_may_not_read_sees_no_page()
    {
        var client = await counter.Centre.Client(Roles.ToolCustodian);
        Assert.Equal(HttpStatusCode.Forbidden, (await client.GetAsync("/reception/requests")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await client.GetAsync($"/reception/customers/{taken.CustomerId}")).StatusCode);
    }

    private string Filled(string text) => text
        .Replace("{device}", taken.DeviceId.ToString(), StringComparison.Ordinal).Replace("{customer}", taken.CustomerId.ToString(), StringComparison.Ordinal)
        .Replace("{request}", taken.Id.ToString(), StringComparison.Ordinal).Replace("{receipt}", taken.ReceiptId.ToString(), StringComparison.Ordinal)
        .Replace("{model}", Counter.ModelId.ToString(), StringComparison.Ordinal);
}
