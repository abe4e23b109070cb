using System.Net;
using NodaTime;
using ServiceErp.Platform.Messages;
using ServiceErp.Platform.Messages.Features;
using ServiceErp.Platform.Modules;
using ServiceErp.Testing;

namespace ServiceErp.Platform.Tests.Messages;

public sealed class TemplateTests : IAsyncLifetime
{
    private const string Key = "order-ready";
    private static readonly object Values = new { Name = "Анна", Number = "SO-1", ReadyOn = new LocalDate(2026, 3, 5), Total = 12.5m };
    private TestCentre centre = null!;

    private IMessageTemplates Templates => (IMessageTemplates)centre.Services.GetService(typeof(IMessageTemplates))!;

    public async Task InitializeAsync() => centre = await TestCentre.StartAsync();

    public async Task DisposeAsync() => await centre.DisposeAsync();

    [Fact]
    public void Values_are_filled_in_as_the_language_writes_them()
    {
        Assert.Equal(new MessageText("Your order SO-1 is ready", "Dear Анна,\n\nyour order SO-1 is ready since 5 Mar 2026. To pay: 12.5.\n"), Templates.Render(Key, "en", Values));
        var russian = Templates.Render(Key, "ru", Values);
        Assert.Equal("Заказ SO-1 готов", russian.Subject);
        Assert.Contains("5 марта 2026", russian.Body, StringComparison.Ordinal);
        Assert.Contains("12,5", russian.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ko")]
    [InlineData("xx")]
    public void A_missing_language_falls_back_to_english(string language) => Assert.StartsWith("Your order", Templates.Render(Key, language, Values).Subject, StringComparison.Ordinal);

    [Fact]
    public void A_message_that_nobody_ships_or_a_value_that_is_missing_is_a_mistake_of_the_module()
    {
        Assert.Throws<ArgumentException>(() => Templates.Render("no-such", "en", Values));
        Assert.Throws<ArgumentException>(() => Templates.Render(Key, "en", new { Name = "Анна" }));
    }

    [Fact]
    public async Task An_administrators_wording_wins_until_it_is_given_up()
    {
        await centre.Ok(new EditTemplate.Command(Key, "ko", "{Number} 준비 완료", "{Name} 님, 준비되었습니다."));
        Assert.Equal("SO-1 준비 완료", Templates.Render(Key, "ko", Values).Subject);
        Assert.StartsWith("Your order", Templates.Render(Key, "en", Values).Subject, StringComparison.Ordinal);
        Assert.Equal(["en", "ru", "ko"], (await centre.Ok(new ListTemplates.Query())).Single(t => t.Key == Key).Languages);

        await centre.Ok(new RestoreTemplate.Command(Key, "ko"));
        Assert.StartsWith("Your order", Templates.Render(Key, "ko", Values).Subject, StringComparison.Ordinal);
        await centre.Refused("Platform.Template.NotChanged", new RestoreTemplate.Command(Key, "ko"));
    }

    [Fact]
    public async Task A_line_whose_value_is_not_there_is_left_out_with_its_paragraph_and_no_first_line_holds_a_link()
    {
        await centre.Ok(new EditTemplate.Command(Key, "ko", "Ready", "Dear {Name},\n\nready.\n\nTo pay: {Total}\n\nGoodbye"));
        Assert.Equal("Dear Анна,\n\nready.\n\nGoodbye\n", Templates.Render(Key, "ko", new { Name = "Анна", Number = "SO-1", ReadyOn = new LocalDate(2026, 3, 5), Total = (decimal?)null }).Body);
        await centre.Refused("Platform.Template.LinkInSubject", new EditTemplate.Command(Key, "ko", "{Link}", "Body"));
    }

    [Theory]
    [InlineData("{Numer} ready", "Body", "Platform.Template.PlaceUnknown")]
    [InlineData("Ready", "{Name} {", "Platform.Template.BraceAlone")]
    [InlineData("Ready", "{0}", "Platform.Template.BraceAlone")]
    [InlineData("", "Body", "Platform.Template.SubjectMissing")]
    [InlineData("Ready", "", "Platform.Template.BodyMissing")]
    public async Task A_wording_that_could_not_be_filled_in_is_refused(string subject, string body, string code) => await centre.Refused(code, new EditTemplate.Command(Key, "en", subject, body));

    [Fact]
    public async Task Two_administrators_do_not_overwrite_each_other()
    {
        await centre.Ok(new EditTemplate.Command(Key, "en", "One", "One", Version: 0));
        await centre.Refused("Platform.Stale", new EditTemplate.Command(Key, "en", "Two", "Two", Version: 0));
    }

    [Fact]
    public void A_translation_that_names_more_than_the_english_one_stops_the_program_at_start()
    {
        var text = TemplateText.Parse("Subject: Hello {Name}\n\nYour {Number}.");
        Assert.Equal(["Name", "Number"], text.Places);
        Assert.Equal("Platform.Template.PlaceUnknown", new TemplateText("", "{Other}").Unknown(text.Places)?.Code);
        Assert.Null(new TemplateText("", "{number}").Unknown(text.Places));
    }

    [Fact]
    public async Task The_pages_show_edit_and_preview()
    {
        var client = await centre.Client(Roles.Administrator);
        Assert.Contains("/platform/templates/order-ready/ru", await client.GetStringAsync("/platform/templates"), StringComparison.Ordinal);
        Assert.Contains("‹Number›", WebUtility.HtmlDecode(await client.GetStringAsync("/platform/templates/order-ready/en")), StringComparison.Ordinal);
        Assert.Contains("There is no wording in this language yet", await client.GetStringAsync("/platform/templates/order-ready/es"), StringComparison.Ordinal);

        var refused = await client.PostAsync("/platform/templates/order-ready/en", new FormUrlEncodedContent([new("Subject", "{Numer}"), new("Body", "x")]));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("What can be filled in: {Number}, {Name}", WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await client.PostAsync("/platform/templates/order-ready/en", new FormUrlEncodedContent([new("Subject", "{Number}!"), new("Body", "x")]))).StatusCode);
        Assert.Equal("SO-1!", Templates.Render(Key, "en", Values).Subject);
        Assert.Contains("‹Name›", WebUtility.HtmlDecode(await (await client.PostAsync("/platform/templates/order-ready/preview", new FormUrlEncodedContent([new("Subject", ""), new("Body", "{Name}")]))).Content.ReadAsStringAsync()), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync("/platform/templates/order-ready/de")).StatusCode);
    }
}
