using Microsoft.EntityFrameworkCore;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.SpareParts.Domain.Parts;
using ServiceErp.SpareParts.Persistence;

namespace ServiceErp.SpareParts.Features.Parts;

/// <summary>Says that a part does not fit a model after all.</summary>
public static class RemovePartFit
{
    [Requires(SparePartsPermissions.PartWrite)]
    [Reaches(Reach.Common)]
    public sealed record Command(Guid PartId, Guid FitId) : ICommand<Done>;

    internal sealed class Handler(SparePartsDbContext db) : IHandler<Command, Done>
    {
        public async Task<Result<Done>> Handle(Command c, CancellationToken cancel)
        {
            var part = await db.Parts.Include(p => p.Fits).FirstOrDefaultAsync(p => p.Id == c.PartId, cancel);
            if (part is null)
            {
                return PartErrors.NotFound;
            }

            return part.RemoveFit(c.FitId) ? Done.It : PartErrors.EntryNotFound;
        }
    }
}
