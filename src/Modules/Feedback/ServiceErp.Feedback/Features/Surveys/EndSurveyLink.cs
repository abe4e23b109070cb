using FluentValidation;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Feedback.Domain.Surveys;
using ServiceErp.Feedback.Persistence;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;

namespace ServiceErp.Feedback.Features.Surveys;

/// <summary>Ends a survey's link at once; the customer may still be asked by telephone (FEE-5).</summary>
public static class EndSurveyLink
{
    [Requires(FeedbackPermissions.LinkIssue)]
    public sealed record Command(Guid Id, string? Reason, int? Version = null) : ICommand<Done>, IVersioned;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Reason).Reason();
    }

    internal sealed class Handler(FeedbackDbContext db, IClock clock) : IHandler<Command, Done>
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

            var ended = survey.EndLink(request.Reason!, clock.GetCurrentInstant());
            return ended.Succeeded ? Done.It : ended.Error;
        }
    }
}
