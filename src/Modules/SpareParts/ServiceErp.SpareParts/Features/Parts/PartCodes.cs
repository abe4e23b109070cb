using Microsoft.EntityFrameworkCore;
using ServiceErp.Kernel;
using ServiceErp.SpareParts.Domain;
using ServiceErp.SpareParts.Domain.Parts;
using ServiceErp.SpareParts.Persistence;

namespace ServiceErp.SpareParts.Features.Parts;

/// <summary>That a scanned code names one part and nothing else.</summary>
internal static class PartCodes
{
    /// <summary>Refuses a code that is a number or barcode of another part already.</summary>
    public static async Task<Error?> TakenAsync(this SparePartsDbContext db, Guid partId, string? code, string field, CancellationToken cancel)
    {
        if (Codes.CleanOrNull(code) is not { } clean)
        {
            return null;
        }

        var owner = await db.Parts.AsNoTracking().Where(p => p.Id != partId && db.Named(new[] { clean }).Contains(p.Id)).Select(p => p.Number).FirstOrDefaultAsync(cancel);
        return owner is null ? null : PartErrors.CodeTaken(clean, owner).On(field);
    }

    /// <summary>The parts that clean codes name by number or barcode. Two searches of an index each, where an "or" over both tables would read the whole catalogue.</summary>
    public static IQueryable<Guid> Named(this SparePartsDbContext db, IReadOnlyCollection<string> codes) =>
        db.Parts.Where(p => codes.Contains(p.Number)).Select(p => p.Id).Union(db.PartBarcodes.Where(b => codes.Contains(b.Code)).Select(b => b.PartId));
}
