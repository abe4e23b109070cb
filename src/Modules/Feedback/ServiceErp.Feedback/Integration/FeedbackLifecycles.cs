using Microsoft.EntityFrameworkCore;
using ServiceErp.Feedback.Domain.Surveys;
using ServiceErp.Feedback.Persistence;
using ServiceErp.Kernel;
using ServiceErp.Platform.Ui;

namespace ServiceErp.Feedback.Integration;

internal sealed class SurveyLifecycleCounts(FeedbackDbContext db) : ILifecycleCounts
{
    public ILifecycle Lifecycle => SurveyLifecycle.Table;

    public string Title => "Surveys";

    public string Permission => FeedbackPermissions.SurveyRead;

    public async Task<IReadOnlyDictionary<string, int>> CountAsync(CancellationToken cancel) =>
        (await db.Surveys.AsNoTracking().GroupBy(s => s.State).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(cancel)).ToDictionary(g => g.Key.ToString(), g => g.Count);

    public string HrefOf(string state) => $"/feedback/surveys?state={state}";
}

internal sealed class FollowUpLifecycleCounts(FeedbackDbContext db) : ILifecycleCounts
{
    public ILifecycle Lifecycle => FollowUpLifecycle.Table;

    public string Title => "Follow-ups of bad answers";

    public string Permission => FeedbackPermissions.SurveyRead;

    public async Task<IReadOnlyDictionary<string, int>> CountAsync(CancellationToken cancel) =>
        (await db.Surveys.AsNoTracking().GroupBy(s => s.FollowUp).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(cancel)).ToDictionary(g => g.Key.ToString(), g => g.Count);

    public string HrefOf(string state) => $"/feedback/surveys?followUp={state}";
}
