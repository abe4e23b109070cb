using FluentValidation;
using Microsoft.EntityFrameworkCore;
using ServiceErp.Feedback.Domain.Surveys;
using ServiceErp.Feedback.Persistence;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;

namespace ServiceErp.Feedback.Features.Surveys;

/// <summary>The feedback officer takes on a bad answer.</summary>
public static class AcknowledgeAnswer
{
    [Requires(FeedbackPermissions.FollowUp)]
    public sealed record Command(Guid Id, string Note, int? Version = null) : ICommand<Done>, IVersioned;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Note).Reason("Say what you will do.");
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

            var acknowledged = survey.Acknowledge(user.Name, request.Note.Trim());
            return acknowledged.Succeeded ? Done.It : acknowledged.Error;
        }
    }
}
