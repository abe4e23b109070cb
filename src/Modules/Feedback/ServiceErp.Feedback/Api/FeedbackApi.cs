using ServiceErp.Feedback.Features.Surveys;
using ServiceErp.Platform.Web;

namespace ServiceErp.Feedback.Api;

internal static class FeedbackApi
{
    public static void Map(ApiRoutes api) => api
        .List<ListSurveys.Query>("surveys", "state", "followUp", "bad", "technician", "branch")
        .Get<GetSurvey.Query>("surveys/{id}")
        .Get<EvaluateSurveys.Query>("evaluation")
        .Post<SendDueSurveys.Command>("surveys/send-due")
        .Post<AnswerSurveyByPhone.Command>("surveys/{id}/answer-by-phone")
        .Post<AcknowledgeAnswer.Command>("surveys/{id}/acknowledge")
        .Post<CloseFollowUp.Command>("surveys/{id}/close")
        .Post<RenewSurveyLink.Command>("surveys/{id}/link/renew")
        .Post<EndSurveyLink.Command>("surveys/{id}/link/end")
        .Get<GetPublicSurvey.Query>("public-surveys/{secret}");
}
