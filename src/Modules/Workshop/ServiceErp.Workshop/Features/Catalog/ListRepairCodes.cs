using Microsoft.EntityFrameworkCore;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Workshop.Domain.Catalog;
using ServiceErp.Workshop.Persistence;

namespace ServiceErp.Workshop.Features.Catalog;

/// <summary>The catalogue of symptoms, areas, causes and remedies.</summary>
public static class ListRepairCodes
{
    [Requires(WorkshopPermissions.OrderRead)]
    public sealed record Query : IQuery<IReadOnlyList<Row>>;

    public sealed record Row(Guid Id, CodeKind Kind, string Code, string Text, bool Active);

    internal sealed class Handler(WorkshopDbContext db) : IHandler<Query, IReadOnlyList<Row>>
    {
        public async Task<Result<IReadOnlyList<Row>>> Handle(Query query, CancellationToken cancel) =>
            await db.Codes.AsNoTracking().OrderBy(c => c.Kind).ThenBy(c => c.Code).Select(c => new Row(c.Id, c.Kind, c.Code, c.Text, c.Active)).ToListAsync(cancel);
    }
}
