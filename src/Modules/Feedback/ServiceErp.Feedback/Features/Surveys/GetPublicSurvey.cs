using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Feedback.Domain.Surveys;
using ServiceErp.Feedback.Persistence;
using ServiceErp.Kernel;
using ServiceErp.Platform.Branches;
using ServiceErp.Platform.Dispatching;

namespace ServiceErp.Feedback.Features.Surveys;

/// <summary>What the customer sees behind the secret link; nothing of the answer itself is shown again.</summary>
public static class GetPublicSurvey
{
    [Anyone("The secret of the link is the key.")]
    public sealed record Query(string Secret) : IQuery<Answer>;

    public sealed record Answer(string BranchName, string BranchPhone, string CustomerName, string OrderNumber, string DeviceName, LocalDate CompletedOn, bool Repaired, string Language, bool IsAnswered, bool IsExpired);

    internal sealed class Handler(FeedbackDbContext db, IBranches branches, IClock clock) : IHandler<Query, Answer>
    {
        public async Task<Result<Answer>> Handle(Query request, CancellationToken cancel)
        {
            if (await db.Surveys.AsNoTracking().FirstOrDefaultAsync(s => s.Secret == request.Secret && s.LinkEndedAt == null, cancel) is not { } survey)
            {
                return SurveyErrors.LinkEnded;
            }

            var branch = branches.Of(survey.BranchId);
            return new Answer(
                branch.Name, branch.Phone, survey.CustomerName, survey.OrderNumber, survey.DeviceName, survey.CompletedOn, survey.Repaired, survey.Language,
                survey.State is SurveyState.Answered or SurveyState.ByPhone, survey.IsExpired(clock.GetCurrentInstant()));
        }
    }
}
