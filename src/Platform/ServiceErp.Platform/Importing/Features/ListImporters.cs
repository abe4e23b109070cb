using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;

namespace ServiceErp.Platform.Importing.Features;

/// <summary>What the caller may import, and the columns of each.</summary>
public static class ListImporters
{
    /// <summary>The question.</summary>
    [Requires(ImportPermissions.Use)]
    public sealed record Query : IQuery<IReadOnlyList<Row>>;

    /// <summary>One importer.</summary>
    public sealed record Row(string Name, string Title, IReadOnlyList<ImportColumn> Columns);

    internal sealed class Handler(ImportAccess access) : IHandler<Query, IReadOnlyList<Row>>
    {
        public Task<Result<IReadOnlyList<Row>>> Handle(Query request, CancellationToken cancel) =>
            Task.FromResult<Result<IReadOnlyList<Row>>>(access.Usable.Select(i => new Row(i.Name, i.Title, i.Columns)).ToList());
    }
}
