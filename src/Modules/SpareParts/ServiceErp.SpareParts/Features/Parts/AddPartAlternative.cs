using Microsoft.EntityFrameworkCore;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.SpareParts.Domain.Parts;
using ServiceErp.SpareParts.Persistence;

namespace ServiceErp.SpareParts.Features.Parts;

/// <summary>Says that another part can be used instead.</summary>
public static class AddPartAlternative
{
    [Requires(SparePartsPermissions.PartWrite)]
    [Reaches(Reach.Common)]
    public sealed record Command(Guid PartId, Guid OtherId) : ICommand<Done>;

    internal sealed class Handler(SparePartsDbContext db, IIdentifiers ids) : IHandler<Command, Done>
    {
        public async Task<Result<Done>> Handle(Command c, CancellationToken cancel)
        {
            var part = await db.Parts.Include(p => p.Alternatives).FirstOrDefaultAsync(p => p.Id == c.PartId, cancel);
            if (part is null)
            {
                return PartErrors.NotFound;
            }

            if (!await db.Parts.AnyAsync(p => p.Id == c.OtherId, cancel))
            {
                return PartErrors.NotFound.On(nameof(c.OtherId));
            }

            return part.AddAlternative(ids.NewId(), c.OtherId) is { Succeeded: false, Error: var refused } ? refused : Done.It;
        }
    }
}
