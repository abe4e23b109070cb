using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Persistence;
using ServiceErp.Platform.Ui;

namespace ServiceErp.Platform.Importing.Features;

/// <summary>Imports of the importers and of the branch that the caller may use, newest first; filters <c>importer</c> and <c>state</c>.</summary>
public static class ListImports
{
    private static readonly SortOrders<ImportRun> Orders = new SortOrders<ImportRun>().Add("started", r => r.StartedAt, descending: true);

    /// <summary>The question.</summary>
    [Anyone(ImportAccess.Reason)]
    public sealed record Query(ListQuery List) : IQuery<ListPage<Row>>;

    /// <summary>One import.</summary>
    public sealed record Row(Guid Id, string Importer, string FileName, ImportState State, int Rows, int Bad, int Created, int Changed, int Unchanged, Instant StartedAt, string StartedBy);

    internal sealed class Handler(ImportAccess access) : IHandler<Query, ListPage<Row>>
    {
        public async Task<Result<ListPage<Row>>> Handle(Query request, CancellationToken cancel)
        {
            var usable = access.Usable.Select(i => i.Name).ToArray();
            var runs = access.Runs.AsNoTracking().Where(r => usable.Contains(r.Importer));
            if (request.List.Filter("importer") is { } importer)
            {
                runs = runs.Where(r => r.Importer == importer);
            }

            if (request.List.Filter<ImportState>("state") is { } state)
            {
                runs = runs.Where(r => r.State == state);
            }

            return await runs.ToListPageAsync(request.List, Orders, r => new Row(r.Id, r.Importer, r.FileName, r.State, r.Rows, r.Bad, r.Created, r.Changed, r.Unchanged, r.StartedAt, r.StartedBy), cancel);
        }
    }
}
