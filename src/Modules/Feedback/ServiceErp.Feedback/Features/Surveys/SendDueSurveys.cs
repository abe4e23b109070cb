using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using NodaTime;
using ServiceErp.Feedback.Domain.Surveys;
using ServiceErp.Feedback.Persistence;
using ServiceErp.Kernel;
using ServiceErp.Platform.Branches;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Localization;
using ServiceErp.Platform.Messages;

namespace ServiceErp.Feedback.Features.Surveys;

/// <summary>
/// Asks every customer whose morning has come, and closes what was never answered. May run as often as one likes: nobody is asked twice. Who has neither
/// e-mail address nor telephone number stays planned, to be called on by the feedback officer.
/// </summary>
public static class SendDueSurveys
{
    /// <summary>The rest waits for the next run.</summary>
    private const int Most = 500;

    [Requires(FeedbackPermissions.SurveySend)]
    public sealed record Command : ICommand<Answer>;

    public sealed record Answer(int Sent, int Expired);

    internal sealed class Handler(FeedbackDbContext db, IBranches branches, IClock clock, IIdentifiers ids, Texts texts, IConfiguration settings) : IHandler<Command, Answer>
    {
        public async Task<Result<Answer>> Handle(Command request, CancellationToken cancel)
        {
            var now = clock.GetCurrentInstant();
            var expired = await db.Surveys.Where(s => (s.State == SurveyState.Planned || s.State == SurveyState.Sent) && s.ExpiresAt < now).OrderBy(s => s.ExpiresAt).Take(Most).ToListAsync(cancel);
            foreach (var survey in expired)
            {
                survey.Expire();
            }

            var due = await db.Surveys.Where(s => s.State == SurveyState.Planned && s.DueAt <= now && s.ExpiresAt >= now && (s.CustomerEmail != "" || s.CustomerPhone != ""))
                .OrderBy(s => s.DueAt).Take(Most).ToListAsync(cancel);
            foreach (var survey in due)
            {
                survey.Send(now);
                db.Messages.Add(Invitation(survey, now));
            }

            return new Answer(due.Count, expired.Count);
        }

        private OutgoingMessage Invitation(Survey survey, Instant now)
        {
            var branch = branches.Of(survey.BranchId);
            var link = $"{settings["Public:Address"]?.TrimEnd('/')}/p/survey/{survey.Secret}";
            var byMail = survey.CustomerEmail.Length > 0;
            var (subject, body) = OtherLanguage.Say(survey.Language, () => (
                texts["How was our work? {0}", survey.OrderNumber],
                byMail
                    ? texts["Dear {0},", survey.CustomerName] + "\n\n" + texts["Your {0} was in our hands. Four questions, one minute: {1}", survey.DeviceName, link] + "\n\n" + texts["Thank you!"] + "\n" + branch.Name
                    : texts["Your {0} was in our hands. Four questions, one minute: {1}", survey.DeviceName, link]));
            return new OutgoingMessage
            {
                Id = ids.NewId(),
                BranchId = survey.BranchId,
                Channel = byMail ? MessageChannel.Email : MessageChannel.Sms,
                Recipient = byMail ? survey.CustomerEmail : survey.CustomerPhone,
                RecipientName = survey.CustomerName,
                Subject = byMail ? subject : "",
                Body = body,
                About = nameof(Survey),
                AboutId = survey.Id,
                OnceKey = $"survey/{survey.OrderId}",
                WrittenAt = now,
                NextAttemptAt = now,
            };
        }
    }
}
