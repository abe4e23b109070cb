using FluentValidation;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Feedback.Domain.Surveys;
using ServiceErp.Feedback.Persistence;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Links;

namespace ServiceErp.Feedback.Features.Surveys;

/// <summary>Gives a survey that was sent a new link and sends it to the customer; the old one ends. Nobody else gets to see it (FEE-5).</summary>
public static class RenewSurveyLink
{
    [Requires(FeedbackPermissions.LinkIssue)]
    public sealed record Command(Guid Id, string? Reason, int? Version = null) : ICommand<Done>, IVersioned;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Reason).Reason();
    }

    internal sealed class Handler(FeedbackDbContext db, Invitations invitations, IClock clock, IIdentifiers ids) : IHandler<Command, Done>
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

            if (!invitations.CanBeSent)
            {
                return PublicLinks.NoAddress;
            }

            var now = clock.GetCurrentInstant();
            var renewed = survey.RenewLink(ids.NewSecret(), request.Reason!, now);
            if (!renewed.Succeeded)
            {
                return renewed.Error;
            }

            return invitations.Write(survey, $"survey-link/{survey.Id}/{ids.NewId()}", now) ? Done.It : SurveyErrors.NoContact;
        }
    }
}
