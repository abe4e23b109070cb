namespace ServiceErp.Feedback;

/// <summary>What may be done in Feedback. The technician concerned and the service staff hold none of it (S3.22-25, FEE-1).</summary>
internal static class FeedbackPermissions
{
    public const string SurveyRead = "Feedback.Survey.Read";
    public const string SurveySend = "Feedback.Survey.Send";
    public const string SurveyAnswerByPhone = "Feedback.Survey.AnswerByPhone";
    public const string LinkIssue = "Feedback.Link.Issue";
    public const string FollowUp = "Feedback.Survey.FollowUp";
}
