using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Feedback.Domain.Surveys;
using ServiceErp.Feedback.Persistence;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Persistence;
using ServiceErp.Platform.Searching;
using ServiceErp.Platform.Ui;

namespace ServiceErp.Feedback.Features.Surveys;

/// <summary>Surveys and what was answered. Filters: <c>state</c>, <c>followUp</c>, <c>bad</c> (yes), <c>technician</c> and <c>branch</c> (identities), days of completion.</summary>
public static class ListSurveys
{
    private static readonly SortOrders<Survey> Orders = new SortOrders<Survey>()
        .Add("completed", s => s.CompletedAt, descending: true).Add("order", s => s.OrderNumber).Add("customer", s => s.CustomerName).Add("technician", s => s.TechnicianName);

    [Requires(FeedbackPermissions.SurveyRead)]
    public sealed record Query(ListQuery List) : IQuery<ListPage<Row>>;

    /// <param name="Attitude">1 to 4; 0 while unanswered, as the other scores.</param>
    public sealed record Row(
        Guid Id, string OrderNumber, Guid BranchId, string CustomerName, string DeviceName, string TechnicianName, Instant CompletedAt, Instant? AnsweredAt, SurveyState State, FollowUpState FollowUp,
        bool IsBad, int Attitude, int Skill, int Arrival, int Promises, string Suggestion, string Complaint);

    internal sealed class Handler(FeedbackDbContext db, SearchBox search) : IHandler<Query, ListPage<Row>>
    {
        public async Task<Result<ListPage<Row>>> Handle(Query request, CancellationToken cancel)
        {
            var list = request.List;
            var surveys = db.Surveys.AsNoTracking();
            if (list.Filter<SurveyState>("state") is { } state)
            {
                surveys = surveys.Where(s => s.State == state);
            }

            if (list.Filter<FollowUpState>("followUp") is { } followUp)
            {
                surveys = surveys.Where(s => s.FollowUp == followUp);
            }

            if (list.Filter("bad") == "yes")
            {
                surveys = surveys.Where(s => s.IsBad);
            }

            if (Guid.TryParse(list.Filter("technician"), out var technician))
            {
                surveys = surveys.Where(s => s.TechnicianId == technician);
            }

            if (Guid.TryParse(list.Filter("branch"), out var branch))
            {
                surveys = surveys.Where(s => s.BranchId == branch);
            }

            if (list.From is { } from)
            {
                surveys = surveys.Where(s => s.CompletedOn >= from);
            }

            if (list.To is { } to)
            {
                surveys = surveys.Where(s => s.CompletedOn <= to);
            }

            if (list.Search is { } text)
            {
                var found = await search.FindIdsAsync("Survey", text, cancel);
                surveys = surveys.Where(s => found.Contains(s.Id));
            }

            return await surveys.ToListPageAsync(
                list, Orders,
                s => new Row(
                    s.Id, s.OrderNumber, s.BranchId, s.CustomerName, s.DeviceName, s.TechnicianName, s.CompletedAt, s.AnsweredAt, s.State, s.FollowUp, s.IsBad, s.Attitude, s.Skill, s.Arrival,
                    s.Promises, s.Suggestion, s.Complaint),
                cancel);
        }
    }
}
