using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Feedback.Domain.Surveys;
using ServiceErp.Feedback.Features.Surveys;
using ServiceErp.Feedback.Persistence;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Messages;
using ServiceErp.Platform.Modules;
using ServiceErp.Platform.Ui;
using ServiceErp.Testing;

namespace ServiceErp.Feedback.Tests;

public sealed class SurveyTests : IAsyncLifetime
{
    private TestCentre centre = null!;

    private Caller Officer => centre.As(Roles.FeedbackOfficer);

    public async Task InitializeAsync() => centre = await TestCentre.StartAsync();

    public async Task DisposeAsync() => await centre.DisposeAsync();

    [Fact]
    public async Task Every_completed_order_gets_one_survey_and_never_a_second()
    {
        await centre.CompleteAsync(Orders.Completed(1));
        await centre.Tell(Orders.Completed(1));
        await centre.CompleteAsync(Orders.Completed(2));
        Assert.Equal(2, await centre.Look<FeedbackDbContext, int>(db => db.Surveys.CountAsync()));
    }

    [Theory]
    [InlineData(2026, 3, 4, 9, 2026, 3, 5, 7)] // Wednesday: asked on Thursday when the branch opens at 08:00 in Berlin
    [InlineData(2026, 3, 6, 15, 2026, 3, 9, 7)] // Friday afternoon: asked on Monday
    [InlineData(2026, 3, 27, 15, 2026, 3, 30, 6)] // over the change to summer time
    public async Task The_customer_is_asked_on_the_next_working_morning(int year, int month, int day, int hour, int dueYear, int dueMonth, int dueDay, int dueHour)
    {
        var survey = await centre.CompleteAsync(Orders.Completed(1, Instant.FromUtc(year, month, day, hour, 0)));
        Assert.Equal(Instant.FromUtc(dueYear, dueMonth, dueDay, dueHour, 0), survey.DueAt);
    }

    [Fact]
    public async Task What_is_due_is_sent_once_in_the_customers_language_and_not_before()
    {
        var order = Orders.Completed(1);
        var survey = await centre.CompleteAsync(order with { Customer = order.Customer with { Language = "ru" } });
        await centre.CompleteAsync(Orders.Completed(2) with { Customer = order.Customer with { Id = Orders.Id(77), Email = "", Phone = "" } });
        Assert.Equal(0, (await centre.Ok(new SendDueSurveys.Command(), Officer)).Sent);

        centre.Advance(Duration.FromDays(1));
        Assert.Equal(1, (await centre.Ok(new SendDueSurveys.Command(), Officer)).Sent);
        Assert.Equal(0, (await centre.Ok(new SendDueSurveys.Command(), Officer)).Sent);

        var message = await Message($"survey/{order.OrderId}");
        Assert.Equal((MessageChannel.Email, "anna@customer.example"), (message.Channel, message.Recipient));
        Assert.Contains($"/p/survey/{survey.Secret}", message.Body, StringComparison.Ordinal);
        Assert.Contains("Как мы поработали?", message.Subject, StringComparison.Ordinal);
        Assert.Equal(SurveyState.Sent, (await centre.SurveyOf(order.OrderId)).State);
        Assert.Equal(SurveyState.Planned, (await centre.SurveyOf(Orders.Id(2))).State);
    }

    [Fact]
    public async Task A_good_answer_raises_nothing_and_is_given_once()
    {
        var survey = await centre.CompleteAsync(Orders.Completed(1));
        await centre.Ok(new AnswerSurvey.Command(survey.Secret, Orders.Content), Caller.Public);
        Assert.Equal((SurveyState.Answered, FollowUpState.NotNeeded, "2026-03"), await centre.Look<FeedbackDbContext, (SurveyState, FollowUpState, string)>(async db =>
            await db.Surveys.Select(s => ValueTuple.Create(s.State, s.FollowUp, s.AnsweredMonth)).SingleAsync()));
        await centre.Refused("Feedback.Survey.AlreadyAnswered", new AnswerSurvey.Command(survey.Secret, Orders.Unhappy), Caller.Public);
        Assert.Equal(0, await centre.Look<FeedbackDbContext, int>(db => db.Messages.CountAsync()));
    }

    [Fact]
    public async Task A_bad_answer_reaches_the_feedback_officer_at_once_and_is_followed_up_to_its_end()
    {
        var survey = await centre.CompleteAsync(Orders.Completed(1));
        await centre.Ok(new AnswerSurvey.Command(survey.Secret, Orders.Unhappy), Caller.Public);

        var officer = centre.Users.The(Roles.FeedbackOfficer);
        var message = await Message($"survey-bad/{survey.Id}/{officer.Id}");
        Assert.Equal(officer.Email, message.Recipient);
        Assert.Contains("I had to come twice", message.Body, StringComparison.Ordinal);
        Assert.Equal([officer.Email], await centre.Look<FeedbackDbContext, List<string>>(db => db.Messages.Select(m => m.Recipient).ToListAsync()));

        await centre.Refused("Feedback.FollowUp.NotPermitted", new CloseFollowUp.Command(survey.Id, "It is too early"), Officer);
        await centre.Ok(new AcknowledgeAnswer.Command(survey.Id, "I call her today", Version: 2), Officer);
        await centre.Refused("Platform.Stale", new CloseFollowUp.Command(survey.Id, "Called the customer", Version: 2), Officer);
        await centre.Ok(new CloseFollowUp.Command(survey.Id, "Repaired again at no charge", Version: 3), Officer);

        var answer = await centre.Ok(new GetSurvey.Query(survey.Id), Officer);
        Assert.Equal((FollowUpState.Closed, officer.Name, "Repaired again at no charge"), (answer.FollowUp, answer.ClosedBy, answer.Outcome));
        Assert.Empty(answer.PossibleFollowUp);
        Assert.Contains(answer.History, step => step.Trigger == "Close" && step.Reason == "Repaired again at no charge");
    }

    [Theory]
    [InlineData(Roles.Technician)]
    [InlineData(Roles.Dispatcher)]
    [InlineData(Roles.Receptionist)]
    [InlineData(Roles.QualityInspector)]
    public async Task Those_concerned_see_nothing_of_it(string role)
    {
        var survey = await centre.CompleteAsync(Orders.Completed(1));
        await centre.Ok(new AnswerSurvey.Command(survey.Secret, Orders.Unhappy), Caller.Public);
        await centre.Refused("Platform.Forbidden", new GetSurvey.Query(survey.Id), centre.As(role));
        await centre.Refused("Platform.Forbidden", new ListSurveys.Query(new ListQuery { Path = "/" }), centre.As(role));
        await centre.Refused("Platform.Forbidden", new EvaluateSurveys.Query(), centre.As(role));
        await centre.Refused("Platform.Forbidden", new AcknowledgeAnswer.Command(survey.Id, "Mine"), centre.As(role));
    }

    [Fact]
    public async Task Another_branchs_survey_does_not_exist()
    {
        var survey = await centre.CompleteAsync(Orders.Completed(1).In(centre.Seoul));
        await centre.Refused("Feedback.Survey.NotFound", new GetSurvey.Query(survey.Id), Officer);
        Assert.Empty((await centre.Ok(new ListSurveys.Query(new ListQuery { Path = "/" }), Officer)).Items);
    }

    [Fact]
    public async Task After_sixty_days_the_link_is_over_but_the_telephone_still_works()
    {
        var survey = await centre.CompleteAsync(Orders.Completed(1));
        centre.Advance(Duration.FromDays(61));
        Assert.True((await centre.Ok(new GetPublicSurvey.Query(survey.Secret), Caller.Public)).IsExpired);
        await centre.Refused("Feedback.Survey.Expired", new AnswerSurvey.Command(survey.Secret, Orders.Content), Caller.Public);
        Assert.Equal(new SendDueSurveys.Answer(0, 1), await centre.Ok(new SendDueSurveys.Command(), Officer));
        await centre.Ok(new AnswerSurveyByPhone.Command(survey.Id, Orders.Content), Officer);
        var stored = await centre.SurveyOf(Orders.Id(1));
        Assert.Equal((SurveyState.ByPhone, "Test FeedbackOfficer"), (stored.State, stored.TakenBy));
    }

    [Fact]
    public async Task An_answer_without_a_score_names_the_question_and_stores_nothing()
    {
        var survey = await centre.CompleteAsync(Orders.Completed(1));
        var error = await centre.Refused("Feedback.Survey.ScoreMissing", new AnswerSurvey.Command(survey.Secret, Orders.Content with { Promises = null }), Caller.Public);
        Assert.Equal("Form.Promises", error.Details.Single().Field);
        await centre.Refused("Platform.TextTooLong", new AnswerSurvey.Command(survey.Secret, Orders.Content with { Complaint = new string('x', 2001) }), Caller.Public);
        Assert.Equal(SurveyState.Planned, (await centre.SurveyOf(Orders.Id(1))).State);
    }

    [Fact]
    public async Task The_evaluation_averages_each_question_by_month_and_technician()
    {
        var first = await centre.CompleteAsync(Orders.Completed(1));
        var second = await centre.CompleteAsync(Orders.Completed(2));
        await centre.CompleteAsync(Orders.Completed(3));
        await centre.Ok(new AnswerSurvey.Command(first.Secret, Orders.Content), Caller.Public);
        await centre.Ok(new AnswerSurvey.Command(second.Secret, Orders.Unhappy), Caller.Public);

        var answer = await centre.Ok(new EvaluateSurveys.Query(), Officer);

        Assert.Equal((3, 2, 1), (answer.Asked, answer.Answered, answer.Bad));
        // Attitude 4 and 4, skill 3 and 2, arrival 3 and 3, promises 4 and 4
        Assert.Equal(new EvaluateSurveys.Averages(4, 2.5m, 3, 4), answer.Overall);
        Assert.Equal(["2025-10", "2025-11", "2025-12", "2026-01", "2026-02", "2026-03"], answer.Months.Select(m => m.Month));
        var row = Assert.Single(answer.Technicians);
        Assert.Equal(("Test Technician", "2026-03", 2, 1), (row.TechnicianName, row.Month, row.Answers, row.Bad));
    }

    [Fact]
    public async Task The_list_finds_bad_answers_technicians_and_words()
    {
        var bad = await centre.CompleteAsync(Orders.Completed(1));
        await centre.CompleteAsync(Orders.Completed(2));
        await centre.Ok(new AnswerSurvey.Command(bad.Secret, Orders.Unhappy), Caller.Public);
        async Task<string[]> Find(ListQuery list) => [.. (await centre.Ok(new ListSurveys.Query(list), Officer)).Items.Select(r => r.OrderNumber)];
        string[] one = [bad.OrderNumber];
        Assert.Equal(2, (await Find(new ListQuery { Path = "/" })).Length);
        Assert.Equal(one, await Find(new ListQuery { Path = "/", Filters = new Dictionary<string, string> { ["bad"] = "yes" } }));
        Assert.Equal(one, await Find(new ListQuery { Path = "/", Filters = new Dictionary<string, string> { ["followUp"] = "Open" } }));
        Assert.Equal(one, await Find(new ListQuery { Path = "/", Search = "come twice" }));
        Assert.Empty(await Find(new ListQuery { Path = "/", Filters = new Dictionary<string, string> { ["technician"] = Orders.Id(5).ToString() } }));
        foreach (var sort in new[] { "completed", "order", "customer", "technician" })
        {
            Assert.Equal(2, (await Find(new ListQuery { Path = "/", Sort = sort })).Length);
        }
    }

    private Task<OutgoingMessage> Message(string key) => centre.Look<FeedbackDbContext, OutgoingMessage>(db => db.Messages.SingleAsync(m => m.OnceKey == key));
}
