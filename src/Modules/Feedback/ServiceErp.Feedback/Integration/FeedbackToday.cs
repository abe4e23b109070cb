using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ServiceErp.Feedback.Domain.Surveys;
using ServiceErp.Feedback.Persistence;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Localization;
using ServiceErp.Platform.Ui;

namespace ServiceErp.Feedback.Integration;

/// <summary>Bad answers that wait for the feedback officer.</summary>
internal sealed class FeedbackToday(FeedbackDbContext db, ICurrentUser user, Texts texts) : IStartPagePart
{
    private const int Rows = 8;

    public int Order => 110;

    public async Task<StartPageContent> ComposeAsync(CancellationToken cancel)
    {
        if (!user.Can(FeedbackPermissions.FollowUp))
        {
            return StartPageContent.Nothing;
        }

        var open = db.Surveys.AsNoTracking().Where(s => s.FollowUp == FollowUpState.Open || s.FollowUp == FollowUpState.Acknowledged);
        var count = await open.CountAsync(cancel);
        var first = await open.OrderBy(s => s.CompletedAt).Take(Rows).Select(s => new { s.Id, s.OrderNumber, s.CustomerName, s.Complaint, s.FollowUp }).ToListAsync(cancel);
        return new StartPageContent(
            [new(count.ToString("N0", CultureInfo.CurrentCulture), texts["Bad answers to follow up"], "/feedback/surveys?bad=yes", count == 0 ? Tone.Good : Tone.Bad) { Icon = "thumb-down" }],
            [
                new(texts["Bad answers to follow up"], [.. first.Select(s => new StartPageRow($"{s.OrderNumber} · {s.CustomerName}", $"/feedback/surveys/{s.Id}")
                {
                    Hint = s.Complaint.Length > 120 ? s.Complaint[..120] + "…" : s.Complaint,
                    Badge = texts.Label(s.FollowUp),
                    Tone = s.FollowUp == FollowUpState.Open ? Tone.Bad : Tone.Progress,
                })])
                {
                    Href = "/feedback/surveys?bad=yes", Count = count, Icon = "thumb-down", EmptyText = texts["No bad answer waits."],
                },
            ]);
    }
}
