using Microsoft.AspNetCore.Http;
using ServiceErp.Feedback.Features.Surveys;
using ServiceErp.Platform.Branches;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Modules;
using ServiceErp.Platform.Ui;
using ServiceErp.Platform.Users;
using ServiceErp.Platform.Web;

namespace ServiceErp.Feedback.Pages;

internal static class FeedbackPages
{
    public static void Map(PageRoutes pages) => pages
        .Get("/feedback/surveys", p => p.ShowList(list => new ListSurveys.Query(list), "surveys", Looks.Surveys, list => p.Page<SurveysPage>("Surveys", new
        {
            List = list,
            Query = p.List,
            Technicians = Technicians(p),
            Branches = p.Service<IBranches>().Seen(p.Caller),
            CanSend = p.Caller.Can(FeedbackPermissions.SurveySend),
        })))
        .Post("/feedback/surveys/send-due", async p => p.Http.After(await p.Send(new SendDueSurveys.Command()), _ => "/feedback/surveys", p.L["What was due is sent"]))
        .Get("/feedback/surveys/{id}", p => Survey(p, null))
        .Post("/feedback/surveys/{id}/answer-by-phone", p => p.Submit<AnswerSurveyByPhone.Command, Done>(_ => $"/feedback/surveys/{p.Id()}", state => Survey(p, state), p.L["Answer written down"]))
        .Post("/feedback/surveys/{id}/acknowledge", p => p.Do<AcknowledgeAnswer.Command, Done>(_ => $"/feedback/surveys/{p.Id()}", p.L["Taken on"]))
        .Post("/feedback/surveys/{id}/close", p => p.Do<CloseFollowUp.Command, Done>(_ => $"/feedback/surveys/{p.Id()}", p.L["Closed"]))
        .Post("/feedback/surveys/{id}/link/renew", p => p.Do<RenewSurveyLink.Command, Done>(_ => $"/feedback/surveys/{p.Id()}", p.L["A new link is on its way to the customer."]))
        .Post("/feedback/surveys/{id}/link/end", p => p.Do<EndSurveyLink.Command, Done>(_ => $"/feedback/surveys/{p.Id()}", p.L["The link has ended"]))
        .Get("/feedback/evaluation", p => p.Show(new EvaluateSurveys.Query(), answer => p.List.Format is { } format
            ? p.Http.File(format, "evaluation", EvaluationPage.Columns, answer.Technicians.ToAsyncEnumerable())
            : p.Page<EvaluationPage>("Evaluation", new { Answer = answer, Query = p.List })))
        .Public("/p/survey/{secret}", p => Public(p, null))
        .PublicPost("/p/survey/{secret}", p => p.Submit<AnswerSurvey.Command, Done>(_ => $"/p/survey/{p.Route("secret")}", state => Public(p, state)));

    private static Task<IResult> Survey(PageRequest p, FormState? state) => p.Show(new GetSurvey.Query(p.Id()), survey => p.Page<SurveyPage>(
        "Survey",
        new { Survey = survey, p.Caller, State = state ?? new FormState() },
        Status(state)));

    private static async Task<IResult> Public(PageRequest p, FormState? state)
    {
        var survey = await p.Send(new GetPublicSurvey.Query(p.Route("secret")));
        if (!survey.Succeeded)
        {
            return p.Http.PublicPage<PublicSurveyPage>(p.L["This page does not exist"], status: StatusCodes.Status404NotFound);
        }

        return p.Http.PublicPage<PublicSurveyPage>(p.L["How was our work?"], new { Survey = survey.Value, Secret = p.Route("secret"), State = state ?? new FormState() }, Status(state));
    }

    private static Option[] Technicians(PageRequest p) =>
        [.. p.Service<IUserDirectory>().InRole(Roles.Technician, p.Caller.BranchId).Select(user => new Option(user.Id.ToString(), user.Name))];

    private static int Status(FormState? refused) => refused is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity;
}
