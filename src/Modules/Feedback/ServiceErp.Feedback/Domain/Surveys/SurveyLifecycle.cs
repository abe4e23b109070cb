using ServiceErp.Kernel;

namespace ServiceErp.Feedback.Domain.Surveys;

/// <summary>Where the question about an order stands.</summary>
public enum SurveyState
{
    Planned,
    Sent,
    Answered,
    ByPhone,
    Expired,
}

public enum SurveyTrigger
{
    Send,
    Answer,
    AnswerByPhone,
    Expire,
}

internal static class SurveyLifecycle
{
    public static readonly Lifecycle<Survey, SurveyState, SurveyTrigger> Table = Lifecycle<Survey, SurveyState, SurveyTrigger>.Define(SurveyState.Planned, table =>
    {
        table.Configure(SurveyState.Planned)
            .Permit(SurveyTrigger.Send, SurveyState.Sent)
            .Permit(SurveyTrigger.Answer, SurveyState.Answered)
            .Permit(SurveyTrigger.AnswerByPhone, SurveyState.ByPhone)
            .Permit(SurveyTrigger.Expire, SurveyState.Expired);
        table.Configure(SurveyState.Sent)
            .Permit(SurveyTrigger.Answer, SurveyState.Answered)
            .Permit(SurveyTrigger.AnswerByPhone, SurveyState.ByPhone)
            .Permit(SurveyTrigger.Expire, SurveyState.Expired);

        // A customer who is reached by telephone after the link expired may still say what they think.
        table.Configure(SurveyState.Expired).Permit(SurveyTrigger.AnswerByPhone, SurveyState.ByPhone);
        table.Final(SurveyState.Answered, SurveyState.ByPhone);
    });
}

/// <summary>Where the follow-up of a bad answer stands.</summary>
public enum FollowUpState
{
    NotNeeded,
    Open,
    Acknowledged,
    Closed,
}

public enum FollowUpTrigger
{
    Raise,
    Acknowledge,
    Close,
}

internal static class FollowUpLifecycle
{
    public static readonly Lifecycle<Survey, FollowUpState, FollowUpTrigger> Table = Lifecycle<Survey, FollowUpState, FollowUpTrigger>.Define(
        FollowUpState.NotNeeded,
        table =>
        {
            table.Configure(FollowUpState.NotNeeded)
                .PermitIf(FollowUpTrigger.Raise, FollowUpState.Open, s => s.IsBad, "The answer is good: there is nothing to follow up.");
            table.Configure(FollowUpState.Open).Permit(FollowUpTrigger.Acknowledge, FollowUpState.Acknowledged);
            table.Configure(FollowUpState.Acknowledged).Permit(FollowUpTrigger.Close, FollowUpState.Closed);
            table.Final(FollowUpState.Closed);
        },
        "Feedback.FollowUp");
}
