using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Feedback.Domain.Surveys;
using ServiceErp.Feedback.Persistence;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;

namespace ServiceErp.Feedback.Features.Surveys;

/// <summary>
/// Asks every customer whose morning has come, and closes what was never answered. May run as often as one likes: nobody is asked twice. Who has neither
/// e-mail address nor telephone number stays planned, to be called on by the feedback officer; so does everybody until somebody has said where customers reach the program.
/// </summary>
public static class SendDueSurveys
{
    /// <summary>The rest waits for the next run.</summary>
    private const int Most = 500;

    [Requires(FeedbackPermissions.SurveySend)]
    public sealed record Command : ICommand<Answer>;

    public sealed record Answer(int Sent, int Expired);

    internal sealed class Handler(FeedbackDbContext db, Invitations invitations, IClock clock) : IHandler<Command, Answer>
    {
        public async Task<Result<Answer>> Handle(Command request, CancellationToken cancel)
        {
            var now = clock.GetCurrentInstant();
            var expired = await db.Surveys.Where(s => (s.State == SurveyState.Planned || s.State == SurveyState.Sent) && s.ExpiresAt < now).OrderBy(s => s.ExpiresAt).Take(Most).ToListAsync(cancel);
            foreach (var survey in expired)
            {
                survey.Expire();
            }

            if (!invitations.CanBeSent)
            {
                return new Answer(0, expired.Count);
            }

            var due = await db.Surveys.Where(s => s.State == SurveyState.Planned && s.DueAt <= now && s.ExpiresAt >= now && (s.CustomerEmail != "" || s.CustomerPhone != ""))
                .OrderBy(s => s.DueAt).Take(Most).ToListAsync(cancel);
            foreach (var survey in due)
            {
                survey.Send(now);
                invitations.Write(survey, $"survey/{survey.OrderId}", now);
            }

            return new Answer(due.Count, expired.Count);
        }
    }
}
