using Bogus;
using NodaTime;
using ServiceErp.Feedback.Domain.Surveys;
using ServiceErp.Feedback.Features.Surveys;
using ServiceErp.Platform.Ui;

namespace ServiceErp.Demo;

/// <summary>What the customers say afterwards: once a week the feedback officer sends out what is due and calls on some of those who have not answered.</summary>
internal sealed class Hearings(Office office)
{
    private static readonly ListQuery Unanswered = new() { Path = "/feedback/surveys", Size = 100, Filters = new Dictionary<string, string> { ["state"] = nameof(SurveyState.Sent) } };

    public async IAsyncEnumerable<Instant> Weekly(Centre centre, Randomizer luck)
    {
        while (true)
        {
            yield return centre.After(office.Now, 38);
            await office.Do(centre.FeedbackOfficer, new SendDueSurveys.Command());
            foreach (var survey in (await office.Do(centre.FeedbackOfficer, new ListSurveys.Query(Unanswered))).Items.Where(_ => luck.Bool(0.25f)))
            {
                await office.Do(centre.FeedbackOfficer, new AnswerSurveyByPhone.Command(survey.Id, Form(luck)));
            }
        }
    }

    // Most are content; who is not says why.
    private static SurveyForm Form(Randomizer luck)
    {
        Score Draw() => luck.WeightedRandom([Score.Excellent, Score.Good, Score.Poor, Score.Bad], [0.55f, 0.36f, 0.06f, 0.03f]);
        static string? Why(Score score, string reason) => score <= Score.Poor ? reason : null;
        var (attitude, skill, arrival, promises) = (Draw(), Draw(), Draw(), Draw());
        return new SurveyForm(
            attitude, Why(attitude, "Nobody explained what was done."), skill, Why(skill, "The fault came back after a few days."), arrival, Why(arrival, "Came an hour late without a call."),
            promises, Why(promises, "It took longer than I was told."), luck.Bool(0.1f) ? "Open on Saturday afternoon, please." : null, null);
    }
}
