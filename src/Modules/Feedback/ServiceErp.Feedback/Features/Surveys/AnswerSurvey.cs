using FluentValidation;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Feedback.Domain.Surveys;
using ServiceErp.Feedback.Persistence;
using ServiceErp.Kernel;
using ServiceErp.Platform.Branches;
using ServiceErp.Platform.Dispatching;

namespace ServiceErp.Feedback.Features.Surveys;

/// <summary>The customer answers, once.</summary>
public static class AnswerSurvey
{
    [Anyone("The secret of the link is the key.")]
    public sealed record Command(string Secret, SurveyForm Form) : ICommand<Done>, IByCustomer;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Form).NotNull().WithErrorCode("Feedback.Survey.FormMissing").WithMessage("Please answer the questions.").SetValidator(new SurveyForm.Rules());
            RuleFor(c => c.Secret).AtMost(40);
        }
    }

    internal sealed class Handler(FeedbackDbContext db, Hearing hearing, IBranches branches, Caller visitor, IClock clock) : IHandler<Command, Done>
    {
        public async Task<Result<Done>> Handle(Command request, CancellationToken cancel)
        {
            if (await db.Surveys.FirstOrDefaultAsync(s => s.Secret == request.Secret && s.LinkEndedAt == null, cancel) is not { } survey)
            {
                return SurveyErrors.LinkEnded;
            }

            if (survey.State is SurveyState.Answered or SurveyState.ByPhone)
            {
                return SurveyErrors.AlreadyAnswered;
            }

            var now = clock.GetCurrentInstant();
            var answered = survey.Answer(request.Form.ToAnswers(), now, Months.Of(branches.Of(survey.BranchId).DayOf(now)), visitor.Address, visitor.Agent);
            if (!answered.Succeeded)
            {
                return answered.Error;
            }

            hearing.TellOfficers(survey, now);
            return Done.It;
        }
    }
}
