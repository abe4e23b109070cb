using System.Net;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Feedback.Domain.Surveys;
using ServiceErp.Feedback.Features.Surveys;
using ServiceErp.Feedback.Persistence;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Messages;
using ServiceErp.Platform.Messages.Features;
using ServiceErp.Platform.Modules;
using ServiceErp.Platform.Ui;
using ServiceErp.Testing;

namespace ServiceErp.Feedback.Tests;

/// <summary>What customers say of the staff is read by those who handle it and by nobody else, and nobody else says it (S3.22 to 25, S4.P3.4).</summary>
public sealed class PrivacyTests : IAsyncLifetime
{
    private TestCentre centre = null!;

    private Caller Officer => centre.As(Roles.FeedbackOfficer);

    public async Task InitializeAsync() => centre = await TestCentre.StartAsync();

    public async Task DisposeAsync() => await centre.DisposeAsync();

    [Theory]
    [InlineData(Roles.Receptionist)]
    [InlineData(Roles.Dispatcher)]
    [InlineData(Roles.BranchManager)]
    public async Task Whoever_reads_messages_does_not_read_there_what_a_customer_wrote_about_them(string role)
    {
        await Asked(1);
        var survey = await Asked(2);
        await centre.Ok(new AnswerSurvey.Command(survey.Secret, Orders.Unhappy), Caller.Public);
        var all = await centre.Look<FeedbackDbContext, List<OutgoingMessage>>(db => db.Messages.AsNoTracking().ToListAsync());
        Assert.Equal(3, all.Count);

        Assert.Empty((await centre.Ok(new ListMessages.Query(new ListQuery { Path = "/" }), centre.As(role))).Items);
        Assert.Empty((await centre.Ok(new ListMessages.Query(new ListQuery { Path = "/", Search = "Bad answer" }), centre.As(role))).Items);
        foreach (var message in all)
        {
            await centre.Refused("Platform.Message.NotFound", new GetMessage.Query(message.Id), centre.As(role));
            await centre.Refused("Platform.Message.NotFound", new ResendMessage.Command(message.Id), centre.As(role));
        }

        var browser = await centre.Client(role);
        Assert.DoesNotContain("SO-BER", await browser.GetStringAsync("/platform/messages?format=csv"), StringComparison.Ordinal);

        Assert.Equal(3, (await centre.Ok(new ListMessages.Query(new ListQuery { Path = "/" }), Officer)).Items.Count);
        Assert.Contains("I had to come twice", (await centre.Ok(new GetMessage.Query(all.Single(m => m.OnceKey.StartsWith("survey-bad", StringComparison.Ordinal)).Id), Officer)).Body, StringComparison.Ordinal);
        var invitation = await centre.Ok(new GetMessage.Query(all.Single(m => m.AboutId == survey.Id && m.OnceKey.StartsWith("survey/", StringComparison.Ordinal)).Id), Officer);
        Assert.DoesNotContain(survey.Secret, invitation.Body, StringComparison.Ordinal);
        Assert.Contains("[the customer's link]", invitation.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_who_is_signed_in_answers_as_the_customer_and_from_where_the_customer_did_is_kept()
    {
        var survey = await Asked(1);
        foreach (var role in new[] { Roles.Technician, Roles.Dispatcher, Roles.FeedbackOfficer })
        {
            await centre.Refused("Platform.ByCustomerOnly", new AnswerSurvey.Command(survey.Secret, Orders.Content), centre.As(role));
        }

        var fields = new Dictionary<string, string> { ["Form.Attitude"] = "Excellent", ["Form.Skill"] = "Excellent", ["Form.Arrival"] = "Excellent", ["Form.Promises"] = "Excellent" };
        using var posted = await (await centre.Client(Roles.Dispatcher)).PostAsync($"/p/survey/{survey.Secret}", new FormUrlEncodedContent(fields));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, posted.StatusCode);
        Assert.Contains("Only the customer answers through this link", await posted.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(SurveyState.Sent, (await centre.SurveyOf(Orders.Id(1))).State);

        var customer = await centre.Client();
        customer.DefaultRequestHeaders.UserAgent.ParseAdd("Pocket/1.0");
        using var answered = await customer.PostAsync($"/p/survey/{survey.Secret}", new FormUrlEncodedContent(fields));
        Assert.Equal(HttpStatusCode.SeeOther, answered.StatusCode);
        Assert.Equal("Pocket/1.0", (await centre.SurveyOf(Orders.Id(1))).AnsweredWith);
        Assert.Contains(await centre.Look<FeedbackDbContext, List<string?>>(db => db.Audit.Where(a => a.UseCase == "AnswerSurvey").Select(a => a.Changes).ToListAsync()), changes => changes!.Contains("Pocket/1.0", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_link_is_ended_and_made_anew_for_a_reason_and_only_the_customer_learns_the_new_one()
    {
        var survey = await Asked(1);
        await centre.Refused("Platform.Forbidden", new EndSurveyLink.Command(survey.Id, "Mine"), centre.As(Roles.Technician));
        await centre.Ok(new EndSurveyLink.Command(survey.Id, "Sent to a stranger"), Officer);
        await centre.Refused("Feedback.Survey.LinkEnded", new GetPublicSurvey.Query(survey.Secret), Caller.Public);
        await centre.Refused("Feedback.Survey.LinkEnded", new AnswerSurvey.Command(survey.Secret, Orders.Content), Caller.Public);

        await centre.Ok(new RenewSurveyLink.Command(survey.Id, "Right address now"), Officer);
        var second = (await centre.SurveyOf(Orders.Id(1))).Secret;
        Assert.NotEqual(survey.Secret, second);
        await centre.Refused("Feedback.Survey.LinkEnded", new GetPublicSurvey.Query(survey.Secret), Caller.Public);
        var message = await centre.Look<FeedbackDbContext, OutgoingMessage>(db => db.Messages.SingleAsync(m => m.OnceKey.StartsWith("survey-link/")));
        Assert.Contains($"http://localhost:5080/p/survey/{second}", message.Body, StringComparison.Ordinal);
        var shown = await centre.Ok(new GetSurvey.Query(survey.Id), Officer);
        Assert.Contains(shown.History, step => step.Trigger == "RenewLink" && step.Reason == "Right address now");
        await centre.Ok(new AnswerSurvey.Command(second, Orders.Content), Caller.Public);
        await centre.Refused("Feedback.Survey.NotWaiting", new RenewSurveyLink.Command(survey.Id, "Once more"), Officer);
    }

    [Fact]
    public async Task Until_somebody_says_where_customers_reach_the_program_nobody_is_asked()
    {
        await using var alone = await TestCentre.StartAsync(settings: new Dictionary<string, string?> { ["demo"] = "false" });
        await alone.CompleteAsync(Orders.Completed(1));
        alone.Advance(Duration.FromDays(1));
        Assert.Equal(0, (await alone.Ok(new SendDueSurveys.Command(), alone.As(Roles.FeedbackOfficer))).Sent);
        Assert.Equal(SurveyState.Planned, (await alone.SurveyOf(Orders.Id(1))).State);
        await alone.Ok(new Platform.Links.Features.SetPublicAddress.Command("https://service.example"), Caller.System);
        Assert.Equal(1, (await alone.Ok(new SendDueSurveys.Command(), alone.As(Roles.FeedbackOfficer))).Sent);
    }

    private async Task<Survey> Asked(int number)
    {
        await centre.CompleteAsync(Orders.Completed(number, centre.Now));
        centre.Advance(Duration.FromDays(1));
        await centre.Ok(new SendDueSurveys.Command(), Officer);
        return await centre.SurveyOf(Orders.Id(number));
    }
}
