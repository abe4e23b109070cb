using ServiceErp.Feedback.Domain.Surveys;
using ServiceErp.Feedback.Features.Surveys;
using ServiceErp.Platform.Localization;
using ServiceErp.Platform.Persistence;
using ServiceErp.Platform.Ui;

namespace ServiceErp.Feedback.Pages;

/// <summary>Colours, words and columns that several pages share.</summary>
internal static class Looks
{
    public static readonly ListColumns<ListSurveys.Row> Surveys = new ListColumns<ListSurveys.Row>()
        .Add("Order", r => r.OrderNumber, sort: "order", href: r => $"/feedback/surveys/{r.Id}", primary: true)
        .Add("Customer", r => r.CustomerName, sort: "customer")
        .Add("Device", r => r.DeviceName, fileOnly: true)
        .Add("Technician", r => r.TechnicianName, sort: "technician")
        .Add("Completed", r => r.CompletedAt, kind: ColumnKind.Instant, sort: "completed")
        .Add("State", r => r.State, kind: ColumnKind.Badge, tone: r => Of(r.State))
        .Add("Attitude", r => Written(r.Attitude), kind: ColumnKind.Number)
        .Add("Skill", r => Written(r.Skill), kind: ColumnKind.Number)
        .Add("Arrival", r => Written(r.Arrival), kind: ColumnKind.Number)
        .Add("Promises", r => Written(r.Promises), kind: ColumnKind.Number)
        .Add("Follow-up", r => r.IsBad ? r.FollowUp : null, kind: ColumnKind.Badge, tone: r => Of(r.FollowUp))
        .Add("Answered", r => r.AnsweredAt, kind: ColumnKind.Instant, fileOnly: true)
        .Add("Bad answer", r => r.IsBad, fileOnly: true)
        .Add("Suggestion", r => r.Suggestion, fileOnly: true)
        .Add("Complaint", r => r.Complaint, fileOnly: true);

    /// <summary>The four questions as the customer reads them, each with its place in the form.</summary>
    public static readonly (string Name, string Question)[] Questions =
    [
        (nameof(SurveyForm.Attitude), "How did we treat you?"),
        (nameof(SurveyForm.Skill), "How well was the work done?"),
        (nameof(SurveyForm.Arrival), "Did we come, or were we ready, in time?"),
        (nameof(SurveyForm.Promises), "Did we keep what we promised?"),
    ];

    public static Tone Of(SurveyState state) => state switch
    {
        SurveyState.Planned => Tone.Info,
        SurveyState.Sent => Tone.Waiting,
        SurveyState.Answered or SurveyState.ByPhone => Tone.Good,
        _ => Tone.Neutral,
    };

    public static Tone Of(FollowUpState state) => state switch
    {
        FollowUpState.Open => Tone.Bad,
        FollowUpState.Acknowledged => Tone.Progress,
        FollowUpState.Closed => Tone.Good,
        _ => Tone.Neutral,
    };

    public static IReadOnlyList<TimelineEntry> Timeline(IReadOnlyList<HistoryStep> steps, Texts texts) =>
        [.. steps.Select(s => new TimelineEntry(s.At, s.Who, texts[Texts.Humanise(s.Trigger ?? s.UseCase)])
        {
            From = s.From is null ? null : texts[Texts.Humanise(s.From)],
            To = s.To is null ? null : texts[Texts.Humanise(s.To)],
            Tone = Enum.TryParse<SurveyState>(s.To, out var state) ? Of(state) : Enum.TryParse<FollowUpState>(s.To, out var followUp) ? Of(followUp) : Tone.Neutral,
            Reason = s.Reason,
        })];

    private static object? Written(int score) => score == 0 ? null : score;
}
