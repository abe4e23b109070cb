using ServiceErp.Feedback.Domain.Surveys;
using ServiceErp.Kernel;
using ServiceErp.Testing;

namespace ServiceErp.Feedback.Tests;

public sealed class SurveyLifecycleTests
{
    public static TheoryData<SurveyState, SurveyTrigger, SurveyState?> Surveys()
    {
        var data = new TheoryData<SurveyState, SurveyTrigger, SurveyState?>();
        foreach (var state in Enum.GetValues<SurveyState>())
        {
            foreach (var trigger in Enum.GetValues<SurveyTrigger>())
            {
                data.Add(state, trigger, (state, trigger) switch
                {
                    (SurveyState.Planned, SurveyTrigger.Send) => SurveyState.Sent,
                    (SurveyState.Planned or SurveyState.Sent, SurveyTrigger.Answer) => SurveyState.Answered,
                    (SurveyState.Planned or SurveyState.Sent or SurveyState.Expired, SurveyTrigger.AnswerByPhone) => SurveyState.ByPhone,
                    (SurveyState.Planned or SurveyState.Sent, SurveyTrigger.Expire) => SurveyState.Expired,
                    _ => null,
                });
            }
        }

        return data;
    }

    public static TheoryData<FollowUpState, FollowUpTrigger, bool, FollowUpState?> FollowUps()
    {
        var data = new TheoryData<FollowUpState, FollowUpTrigger, bool, FollowUpState?>();
        foreach (var state in Enum.GetValues<FollowUpState>())
        {
            foreach (var trigger in Enum.GetValues<FollowUpTrigger>())
            {
                foreach (var bad in new[] { true, false })
                {
                    data.Add(state, trigger, bad, (state, trigger, bad) switch
                    {
                        (FollowUpState.NotNeeded, FollowUpTrigger.Raise, true) => FollowUpState.Open,
                        (FollowUpState.Open, FollowUpTrigger.Acknowledge, _) => FollowUpState.Acknowledged,
                        (FollowUpState.Acknowledged, FollowUpTrigger.Close, _) => FollowUpState.Closed,
                        _ => null,
                    });
                }
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Surveys))]
    public void A_survey_moves_only_along_its_table(SurveyState state, SurveyTrigger trigger, SurveyState? expected) =>
        Assert.Equal(expected, Reached(SurveyLifecycle.Table.Fire(Make(), state, trigger)));

    [Theory]
    [MemberData(nameof(FollowUps))]
    public void A_follow_up_moves_only_along_its_table(FollowUpState state, FollowUpTrigger trigger, bool bad, FollowUpState? expected)
    {
        var survey = Make();
        if (bad)
        {
            survey.Answer(Orders.Unhappy.ToAnswers(), TestCentre.Start, "2026-03", null, null);
        }

        Assert.Equal(expected, Reached(FollowUpLifecycle.Table.Fire(survey, state, trigger)));
    }

    [Theory]
    [InlineData(Score.Good, "", false)]
    [InlineData(Score.Poor, "", true)]
    [InlineData(Score.Bad, "", true)]
    [InlineData(Score.Excellent, "Something", true)]
    public void An_answer_is_bad_by_any_low_score_or_by_a_complaint(Score arrival, string complaint, bool bad)
    {
        var survey = Make();
        Assert.True(survey.Answer((Orders.Content with { Arrival = arrival, Complaint = complaint }).ToAnswers(), TestCentre.Start, "2026-03", null, null).Succeeded);
        Assert.Equal((bad, bad ? FollowUpState.Open : FollowUpState.NotNeeded), (survey.IsBad, survey.FollowUp));
    }

    private static Survey Make() => Survey.Of(Orders.Id(1), Orders.Completed(1), new NodaTime.LocalDate(2026, 3, 4), TestCentre.Start, "secret");

    private static TState? Reached<TState>(Result<TState> result)
        where TState : struct => result.Succeeded ? result.Value : null;
}
