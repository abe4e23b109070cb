using System.Net;
using ServiceErp.Feedback.Domain.Surveys;
using ServiceErp.Feedback.Features.Surveys;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Modules;
using ServiceErp.Testing;

namespace ServiceErp.Feedback.Tests;

public sealed class PageTests : IAsyncLifetime
{
    private TestCentre centre = null!;

    public async Task InitializeAsync() => centre = await TestCentre.StartAsync();

    public async Task DisposeAsync() => await centre.DisposeAsync();

    [Fact]
    public async Task A_customer_answers_without_an_account_is_thanked_and_asked_no_more()
    {
        var survey = await centre.CompleteAsync(Orders.Completed(1));
        var client = await centre.Client();

        var page = await client.GetStringAsync($"/p/survey/{survey.Secret}");
        Assert.Contains("How did we treat you?", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Test Technician", page, StringComparison.Ordinal);

        var incomplete = await client.PostAsync($"/p/survey/{survey.Secret}", Form(("Form.Attitude", "Good"), ("Form.Complaint", "<b>Loud</b>")));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, incomplete.StatusCode);
        var again = await incomplete.Content.ReadAsStringAsync();
        Assert.Contains("Please choose one of the four answers.", again, StringComparison.Ordinal);
        Assert.Contains("&lt;b&gt;Loud&lt;/b&gt;", again, StringComparison.Ordinal);

        var sent = await client.PostAsync($"/p/survey/{survey.Secret}", Form(("Form.Attitude", "Good"), ("Form.Skill", "Good"), ("Form.Arrival", "Bad"), ("Form.ArrivalReason", "Two hours late"), ("Form.Promises", "Excellent")));
        Assert.Equal(HttpStatusCode.SeeOther, sent.StatusCode);
        Assert.Contains("Thank you!", await client.GetStringAsync($"/p/survey/{survey.Secret}"), StringComparison.Ordinal);
        var stored = await centre.SurveyOf(Orders.Id(1));
        Assert.Equal((SurveyState.Answered, 1, "Two hours late", true), (stored.State, stored.Arrival, stored.ArrivalReason, stored.IsBad));
    }

    [Fact]
    public async Task An_unknown_secret_is_a_friendly_404()
    {
        var response = await (await centre.Client()).GetAsync("/p/survey/nobody-knows-this");
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Contains("This page does not exist", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_officer_sees_the_answer_and_takes_it_on_but_the_technician_does_not()
    {
        var survey = await centre.CompleteAsync(Orders.Completed(1));
        await centre.Ok(new AnswerSurvey.Command(survey.Secret, Orders.Unhappy), Caller.Public);
        var officer = await centre.Client(Roles.FeedbackOfficer);
        var page = await officer.GetStringAsync($"/feedback/surveys/{survey.Id}");
        Assert.Contains("I had to come twice", page, StringComparison.Ordinal);
        Assert.Contains("Take on", page, StringComparison.Ordinal);
        var taken = await officer.PostAsync($"/feedback/surveys/{survey.Id}/acknowledge", Form(("Note", "I call her"), ("Version", "2")));
        Assert.Equal(HttpStatusCode.SeeOther, taken.StatusCode);
        Assert.Contains("Close the follow-up", await officer.GetStringAsync($"/feedback/surveys/{survey.Id}"), StringComparison.Ordinal);

        var technician = await (await centre.Client(Roles.Technician)).GetAsync($"/feedback/surveys/{survey.Id}");
        Assert.Equal(HttpStatusCode.Forbidden, technician.StatusCode);
        Assert.DoesNotContain("I had to come twice", await technician.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_by_telephone_is_written_down_on_the_surveys_page()
    {
        var survey = await centre.CompleteAsync(Orders.Completed(1));
        var officer = await centre.Client(Roles.FeedbackOfficer);
        Assert.Contains("Answer by telephone", await officer.GetStringAsync($"/feedback/surveys/{survey.Id}"), StringComparison.Ordinal);
        var sent = await officer.PostAsync(
            $"/feedback/surveys/{survey.Id}/answer-by-phone", Form(("Form.Attitude", "Good"), ("Form.Skill", "Good"), ("Form.Arrival", "Good"), ("Form.Promises", "Good"), ("Form.Suggestion", "Longer hours")));
        Assert.Equal(HttpStatusCode.SeeOther, sent.StatusCode);
        Assert.Equal(SurveyState.ByPhone, (await centre.SurveyOf(Orders.Id(1))).State);
    }

    [Fact]
    public async Task Lists_and_evaluation_answer_pages_and_files()
    {
        var survey = await centre.CompleteAsync(Orders.Completed(1));
        await centre.Ok(new AnswerSurvey.Command(survey.Secret, Orders.Unhappy with { Complaint = "=1+1" }), Caller.Public);
        var officer = await centre.Client(Roles.FeedbackOfficer);
        Assert.Contains(survey.OrderNumber, await officer.GetStringAsync("/feedback/surveys?bad=yes"), StringComparison.Ordinal);
        Assert.Contains("'=1+1", await officer.GetStringAsync("/feedback/surveys?format=csv"), StringComparison.Ordinal);
        Assert.Contains("Test Technician", await officer.GetStringAsync("/feedback/evaluation"), StringComparison.Ordinal);
        Assert.Contains("Test Technician", await officer.GetStringAsync("/feedback/evaluation?format=csv"), StringComparison.Ordinal);
        Assert.Contains("\"technicianName\":\"Test Technician\"", await officer.GetStringAsync("/api/v1/feedback/surveys"), StringComparison.Ordinal);
    }

    private static FormUrlEncodedContent Form(params (string Name, string Value)[] fields) => new(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));
}
