using Microsoft.EntityFrameworkCore;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.SpareParts.Domain.Parts;
using ServiceErp.SpareParts.Persistence;

namespace ServiceErp.SpareParts.Features.Parts;

/// <summary>Takes a price out of the list; the one before it stays in force.</summary>
public static class RemovePartPrice
{
    [Requires(SparePartsPermissions.PartWrite)]
    public sealed record Command(Guid PartId, Guid PriceId) : ICommand<Done>;

    internal sealed class Handler(SparePartsDbContext db) : IHandler<Command, Done>
    {
        public async Task<Result<Done>> Handle(Command c, CancellationToken cancel)
        {
            var part = await db.Parts.Include(p => p.Prices).FirstOrDefaultAsync(p => p.Id == c.PartId, cancel);
            if (part is null)
            {
                return PartErrors.NotFound;
            }

            return part.RemovePrice(c.PriceId) ? Done.It : PartErrors.EntryNotFound;
        }
    }
}
