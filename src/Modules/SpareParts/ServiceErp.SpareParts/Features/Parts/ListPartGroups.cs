using Microsoft.EntityFrameworkCore;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.SpareParts.Persistence;

namespace ServiceErp.SpareParts.Features.Parts;

/// <summary>The part groups and units in use, and the models that are known: for choices.</summary>
public static class ListPartGroups
{
    [Requires(SparePartsPermissions.PartRead)]
    public sealed record Query : IQuery<Answer>;

    public sealed record Answer(IReadOnlyList<string> Groups, IReadOnlyList<string> Units, IReadOnlyList<Model> Models);

    public sealed record Model(string Code, string Name);

    internal sealed class Handler(SparePartsDbContext db) : IHandler<Query, Answer>
    {
        public async Task<Result<Answer>> Handle(Query q, CancellationToken cancel) => new Answer(
            await db.Parts.Select(p => p.Group).Distinct().OrderBy(g => g).Take(200).ToListAsync(cancel),
            await db.Parts.Select(p => p.Unit).Distinct().OrderBy(u => u).Take(50).ToListAsync(cancel),
            await db.KnownModels.Where(m => m.Active).OrderBy(m => m.Code).Take(500).Select(m => new Model(m.Code, m.Name)).ToListAsync(cancel));
    }
}
