using FluentValidation;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Feedback.Domain.Surveys;
using ServiceErp.Feedback.Persistence;
using ServiceErp.Kernel;
using ServiceErp.Platform.Branches;
using ServiceErp.Platform.Dispatching;

namespace ServiceErp.Feedback.Features.Surveys;

/// <summary>The feedback officer writes down what the customer says on the telephone.</summary>
public static class AnswerSurveyByPhone
{
    [Requires(FeedbackPermissions.SurveyAnswerByPhone)]
    public sealed record Command(Guid Id, SurveyForm Form, int? Version = null) : ICommand<Done>, IVersioned;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Form).NotNull().WithErrorCode("Feedback.Survey.FormMissing").WithMessage("Please answer the questions.").SetValidator(new SurveyForm.Rules());
    }

    internal sealed class Handler(FeedbackDbContext db, Hearing hearing, IBranches branches, ICurrentUser user, IClock clock) : IHandler<Command, Done>
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

            var now = clock.GetCurrentInstant();
            var answered = survey.AnswerByPhone(request.Form.ToAnswers(), now, Months.Of(branches.Of(survey.BranchId).DayOf(now)), user.Name);
            if (!answered.Succeeded)
            {
                return answered.Error;
            }

            hearing.TellOfficers(survey, now);
            return Done.It;
        }
    }
}
