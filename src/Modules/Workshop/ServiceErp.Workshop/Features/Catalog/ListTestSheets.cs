using Microsoft.EntityFrameworkCore;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Workshop.Persistence;

namespace ServiceErp.Workshop.Features.Catalog;

/// <summary>The test sheets with their steps.</summary>
public static class ListTestSheets
{
    [Requires(WorkshopPermissions.OrderRead)]
    public sealed record Query : IQuery<IReadOnlyList<Row>>;

    public sealed record Step(Guid Id, string Text, string Expected, string Unit);

    public sealed record Row(Guid Id, string Name, string ModelCode, bool Active, IReadOnlyList<Step> Steps);

    internal sealed class Handler(WorkshopDbContext db) : IHandler<Query, IReadOnlyList<Row>>
    {
        public async Task<Result<IReadOnlyList<Row>>> Handle(Query query, CancellationToken cancel) => await db.TestSheets.AsNoTracking().OrderBy(s => s.Name)
            .Select(s => new Row(s.Id, s.Name, s.ModelCode, s.Active, s.Steps.OrderBy(t => t.Position).Select(t => new Step(t.Id, t.Text, t.Expected, t.Unit)).ToList())).ToListAsync(cancel);
    }
}
