using FluentValidation;
using Microsoft.EntityFrameworkCore;
using ServiceErp.Feedback.Domain.Surveys;
using ServiceErp.Feedback.Persistence;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;

namespace ServiceErp.Feedback.Features.Surveys;

/// <summary>The follow-up of a bad answer is over, with its result.</summary>
public static class CloseFollowUp
{
    [Requires(FeedbackPermissions.FollowUp)]
    public sealed record Command(Guid Id, string Result, int? Version = null) : ICommand<Done>, IVersioned;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Result).Reason("Say what came of it.");
    }

    internal sealed class Handler(FeedbackDbContext db, ICurrentUser user) : IHandler<Command, Done>
    {
        public async Task<Result<Done>> Handle(Command request, CancellationToken cancel)
        {
            if (await db.Surveys.FirstOrDefaultAsync(s => s.Id == request.Id, cancel) is not { } survey)
            {
                return SurveyErrors.NotFound;
            }

            if (survey.Stale(request.Version) is { } stale)
            {
                return stale;
            }

            var closed = survey.Close(user.Name, request.Result.Trim());
            return closed.Succeeded ? Done.It : closed.Error;
        }
    }
}
