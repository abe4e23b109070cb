using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Feedback.Domain.Surveys;
using ServiceErp.Feedback.Persistence;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Persistence;

namespace ServiceErp.Feedback.Features.Surveys;

/// <summary>A survey with its answer and its follow-up.</summary>
public static class GetSurvey
{
    [Requires(FeedbackPermissions.SurveyRead)]
    public sealed record Query(Guid Id) : IQuery<Answer>;

    /// <param name="Value">Null while unanswered.</param>
    public sealed record ScoreRow(Score? Value, string Reason);

    /// <param name="HasLink">Whether the link that the customer has still opens and waits for an answer.</param>
    public sealed record Answer(
        Guid Id, int Version, Guid OrderId, string OrderNumber, Guid BranchId, string CustomerName, string CustomerPhone, string CustomerEmail, string Language, string DeviceName, string SerialNumber, bool Repaired,
        Guid? TechnicianId, string TechnicianName, Instant CompletedAt, Instant DueAt, Instant ExpiresAt, SurveyState State, FollowUpState FollowUp, Instant? SentAt, Instant? AnsweredAt, string? TakenBy, bool IsBad,
        ScoreRow Attitude, ScoreRow Skill, ScoreRow Arrival, ScoreRow Promises, string Suggestion, string Complaint, string? AcknowledgedBy, string? AcknowledgeNote, string? ClosedBy, string? Outcome, bool HasLink,
        IReadOnlyList<SurveyTrigger> Possible, IReadOnlyList<FollowUpTrigger> PossibleFollowUp, IReadOnlyList<HistoryStep> History);

    internal sealed class Handler(FeedbackDbContext db, IClock clock) : IHandler<Query, Answer>
    {
        public async Task<Result<Answer>> Handle(Query request, CancellationToken cancel)
        {
            if (await db.Surveys.AsNoTracking().FirstOrDefaultAsync(s => s.Id == request.Id, cancel) is not { } s)
            {
                return SurveyErrors.NotFound;
            }

            static ScoreRow Row(int value, string reason) => new(value == 0 ? null : (Score)value, reason);
            return new Answer(
                s.Id, s.Version, s.OrderId, s.OrderNumber, s.BranchId, s.CustomerName, s.CustomerPhone, s.CustomerEmail, s.Language, s.DeviceName, s.SerialNumber, s.Repaired, s.TechnicianId, s.TechnicianName,
                s.CompletedAt, s.DueAt, s.ExpiresAt, s.State, s.FollowUp, s.SentAt, s.AnsweredAt, s.TakenBy, s.IsBad, Row(s.Attitude, s.AttitudeReason), Row(s.Skill, s.SkillReason),
                Row(s.Arrival, s.ArrivalReason), Row(s.Promises, s.PromisesReason), s.Suggestion, s.Complaint, s.AcknowledgedBy, s.AcknowledgeNote, s.ClosedBy, s.Outcome, s.State == SurveyState.Sent && s.LinkEndedAt is null && !s.IsExpired(clock.GetCurrentInstant()),
                SurveyLifecycle.Table.PermittedTriggers(s, s.State), FollowUpLifecycle.Table.PermittedTriggers(s, s.FollowUp), await db.HistoryOfAsync(s.Id, cancel));
        }
    }
}
