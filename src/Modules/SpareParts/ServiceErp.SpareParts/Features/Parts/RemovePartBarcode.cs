using Microsoft.EntityFrameworkCore;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.SpareParts.Domain.Parts;
using ServiceErp.SpareParts.Persistence;

namespace ServiceErp.SpareParts.Features.Parts;

/// <summary>Takes a barcode from a part.</summary>
public static class RemovePartBarcode
{
    [Requires(SparePartsPermissions.PartWrite)]
    [Reaches(Reach.Common)]
    public sealed record Command(Guid PartId, Guid BarcodeId) : ICommand<Done>;

    internal sealed class Handler(SparePartsDbContext db) : IHandler<Command, Done>
    {
        public async Task<Result<Done>> Handle(Command c, CancellationToken cancel)
        {
            var part = await db.Parts.Include(p => p.Barcodes).FirstOrDefaultAsync(p => p.Id == c.PartId, cancel);
            if (part is null)
            {
                return PartErrors.NotFound;
            }

            return part.RemoveBarcode(c.BarcodeId) ? Done.It : PartErrors.EntryNotFound;
        }
    }
}
