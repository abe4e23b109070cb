using FluentValidation;
using NodaTime;
using ServiceErp.Feedback.Domain.Surveys;
using ServiceErp.Feedback.Persistence;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Localization;
using ServiceErp.Platform.Messages;
using ServiceErp.Platform.Modules;
using ServiceErp.Platform.Users;

namespace ServiceErp.Feedback.Features.Surveys;

/// <summary>The four questions and the free words, as they are filled in.</summary>
/// <param name="Attitude">How we treated the customer.</param>
/// <param name="Skill">How well the work was done.</param>
/// <param name="Arrival">Whether we came, or were ready, when we should.</param>
/// <param name="Promises">Whether we kept what we promised.</param>
public sealed record SurveyForm(
    Score? Attitude, string? AttitudeReason, Score? Skill, string? SkillReason, Score? Arrival, string? ArrivalReason, Score? Promises, string? PromisesReason, string? Suggestion, string? Complaint)
{
    internal Answers ToAnswers() => new(
        Attitude!.Value, Trimmed(AttitudeReason), Skill!.Value, Trimmed(SkillReason), Arrival!.Value, Trimmed(ArrivalReason), Promises!.Value, Trimmed(PromisesReason), Trimmed(Suggestion), Trimmed(Complaint));

    private static string Trimmed(string? text) => text?.Trim() ?? "";

    internal sealed class Rules : AbstractValidator<SurveyForm>
    {
        public Rules()
        {
            RuleFor(f => f.Attitude).NotNull().WithErrorCode("Feedback.Survey.ScoreMissing").WithMessage("Please choose one of the four answers.").IsInEnum().WithErrorCode("Feedback.Survey.ScoreMissing").WithMessage("Please choose one of the four answers.");
            RuleFor(f => f.Skill).NotNull().WithErrorCode("Feedback.Survey.ScoreMissing").WithMessage("Please choose one of the four answers.").IsInEnum().WithErrorCode("Feedback.Survey.ScoreMissing").WithMessage("Please choose one of the four answers.");
            RuleFor(f => f.Arrival).NotNull().WithErrorCode("Feedback.Survey.ScoreMissing").WithMessage("Please choose one of the four answers.").IsInEnum().WithErrorCode("Feedback.Survey.ScoreMissing").WithMessage("Please choose one of the four answers.");
            RuleFor(f => f.Promises).NotNull().WithErrorCode("Feedback.Survey.ScoreMissing").WithMessage("Please choose one of the four answers.").IsInEnum().WithErrorCode("Feedback.Survey.ScoreMissing").WithMessage("Please choose one of the four answers.");
            RuleFor(f => f.AttitudeReason).AtMost(500);
            RuleFor(f => f.SkillReason).AtMost(500);
            RuleFor(f => f.ArrivalReason).AtMost(500);
            RuleFor(f => f.PromisesReason).AtMost(500);
            RuleFor(f => f.Suggestion).AtMost(2000);
            RuleFor(f => f.Complaint).AtMost(2000);
        }
    }
}

/// <summary>Tells the feedback officers of a bad answer, and nobody else.</summary>
internal sealed class Hearing(FeedbackDbContext db, IUserDirectory users, IIdentifiers ids, Texts texts)
{
    public void TellOfficers(Survey survey, Instant now)
    {
        if (!survey.IsBad)
        {
            return;
        }

        foreach (var officer in users.InRole(Roles.FeedbackOfficer, survey.BranchId).Where(u => u.Email.Length > 0))
        {
            var (subject, body) = OtherLanguage.Say(officer.Language, () => (
                texts["Bad answer about {0}", survey.OrderNumber],
                texts["{0} answered: attitude {1}, skill {2}, arrival {3}, promises {4}.", survey.CustomerName, survey.Attitude, survey.Skill, survey.Arrival, survey.Promises]
                    + (survey.Complaint.Length > 0 ? "\n\n" + survey.Complaint : "")));
            db.Messages.Add(new OutgoingMessage
            {
                Id = ids.NewId(),
                BranchId = survey.BranchId,
                Recipient = officer.Email,
                RecipientName = officer.Name,
                Subject = subject,
                Body = body,
                About = nameof(Survey),
                AboutId = survey.Id,
                ReadPermission = FeedbackPermissions.SurveyRead,
                OnceKey = $"survey-bad/{survey.Id}/{officer.Id}",
                WrittenAt = now,
                NextAttemptAt = now,
            });
        }
    }
}
