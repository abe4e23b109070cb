using Microsoft.EntityFrameworkCore;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.SpareParts.Domain.Parts;
using ServiceErp.SpareParts.Persistence;

namespace ServiceErp.SpareParts.Features.Parts;

/// <summary>Forgets another unit of a part in which no supplier delivers; what was booked in it stays as it is.</summary>
public static class RemovePartUnit
{
    [Requires(SparePartsPermissions.PartWrite)]
    [Reaches(Reach.Common)]
    public sealed record Command(Guid PartId, Guid UnitId) : ICommand<Done>;

    internal sealed class Handler(SparePartsDbContext db) : IHandler<Command, Done>
    {
        public async Task<Result<Done>> Handle(Command c, CancellationToken cancel)
        {
            var part = await db.Parts.Include(p => p.Units).Include(p => p.Barcodes).AsSplitQuery().FirstOrDefaultAsync(p => p.Id == c.PartId, cancel);
            if (part is null)
            {
                return PartErrors.NotFound;
            }

            if (part.Units.FirstOrDefault(u => u.Id == c.UnitId)?.Unit is { } unit && await db.PartSuppliers.Where(s => s.PartId == c.PartId && s.Unit == unit).Select(s => s.Supplier.Name).FirstOrDefaultAsync(cancel) is { } supplier)
            {
                return Error.Refused("SpareParts.Part.UnitPriced", "{0} delivers and prices it in {1}. Change those terms first.", supplier, unit);
            }

            return part.RemoveUnit(c.UnitId) ? Done.It : PartErrors.EntryNotFound;
        }
    }
}
