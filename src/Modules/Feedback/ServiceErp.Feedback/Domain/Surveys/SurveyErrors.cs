using ServiceErp.Kernel;

namespace ServiceErp.Feedback.Domain.Surveys;

internal static class SurveyErrors
{
    public static readonly Error NotFound = Error.NotFound("Feedback.Survey.NotFound", "There is no such survey.");
    public static readonly Error Expired = Error.Refused("Feedback.Survey.Expired", "The time for an answer is over. Please call us: we still want to hear from you.");
    public static readonly Error LinkEnded = Error.NotFound("Feedback.Survey.LinkEnded", "This link has ended, or it is not complete. Please open it again from our last message, or call us.");
    public static readonly Error NotWaiting = Error.Refused("Feedback.Survey.NotWaiting", "This survey has no link that waits for an answer.");
    public static readonly Error NoContact = Error.Refused("Feedback.Survey.NoContact", "No e-mail address and no telephone number is known: no link can be sent.");
    public static readonly Error AlreadyAnswered = Error.Refused("Feedback.Survey.AlreadyAnswered", "You have already answered. Thank you!");
}
