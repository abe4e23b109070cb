using ServiceErp.Kernel;

namespace ServiceErp.Feedback.Domain.Surveys;

internal static class SurveyErrors
{
    public static readonly Error NotFound = Error.NotFound("Feedback.Survey.NotFound", "There is no such survey.");
    public static readonly Error Expired = Error.Refused("Feedback.Survey.Expired", "The time for an answer is over. Please call us: we still want to hear from you.");
    public static readonly Error AlreadyAnswered = Error.Refused("Feedback.Survey.AlreadyAnswered", "You have already answered. Thank you!");
}
