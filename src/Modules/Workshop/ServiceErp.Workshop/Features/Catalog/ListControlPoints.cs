using Microsoft.EntityFrameworkCore;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Workshop.Domain.Catalog;
using ServiceErp.Workshop.Persistence;

namespace ServiceErp.Workshop.Features.Catalog;

/// <summary>All control points.</summary>
public static class ListControlPoints
{
    [Requires(WorkshopPermissions.OrderRead)]
    public sealed record Query : IQuery<IReadOnlyList<Row>>;

    public sealed record Row(Guid Id, Boundary Boundary, string ModelCode, string Text, bool Mandatory, bool Active, int Position);

    internal sealed class Handler(WorkshopDbContext db) : IHandler<Query, IReadOnlyList<Row>>
    {
        public async Task<Result<IReadOnlyList<Row>>> Handle(Query query, CancellationToken cancel) => await db.ControlPoints.AsNoTracking()
            .OrderBy(p => p.Boundary).ThenBy(p => p.ModelCode).ThenBy(p => p.Position)
            .Select(p => new Row(p.Id, p.Boundary, p.ModelCode, p.Text, p.Mandatory, p.Active, p.Position)).ToListAsync(cancel);
    }
}
