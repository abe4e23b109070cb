using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Workshop.Persistence;

namespace ServiceErp.Workshop.Features.Quality;

/// <summary>Rights of self-control, those in force first.</summary>
public static class ListSelfControlRights
{
    [Requires(WorkshopPermissions.NonconformityRead)]
    public sealed record Query : IQuery<IReadOnlyList<Row>>;

    public sealed record Row(Guid Id, string Stamp, Guid UserId, string UserName, string Reason, Instant GrantedAt, string GrantedBy, Instant? WithdrawnAt, string? WithdrawnBy, string? WithdrawalReason, int SelfReleased);

    internal sealed class Handler(WorkshopDbContext db) : IHandler<Query, IReadOnlyList<Row>>
    {
        public async Task<Result<IReadOnlyList<Row>>> Handle(Query query, CancellationToken cancel) => await db.SelfControlRights.AsNoTracking()
            .OrderBy(r => r.WithdrawnAt).ThenBy(r => r.UserName)
            .Select(r => new Row(r.Id, r.Stamp, r.UserId, r.UserName, r.Reason, r.GrantedAt, r.GrantedBy, r.WithdrawnAt, r.WithdrawnBy, r.WithdrawalReason, db.Orders.Count(o => o.SelfReleaseStamp == r.Stamp)))
            .ToListAsync(cancel);
    }
}
