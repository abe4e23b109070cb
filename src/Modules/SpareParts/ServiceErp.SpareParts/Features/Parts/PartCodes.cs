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

        var owner = await db.Parts.AsNoTracking()
            .Where(p => p.Id != partId && (p.Number == clean || p.Barcode == clean || p.Units.Any(u => u.Barcode == clean)))
            .Select(p => p.Number).FirstOrDefaultAsync(cancel);
        return owner is null ? null : PartErrors.CodeTaken(clean, owner).On(field);
    }
}
