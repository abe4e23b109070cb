using Microsoft.EntityFrameworkCore;
using ServiceErp.Kernel;
using ServiceErp.Platform.Localization;
using ServiceErp.Platform.Ui;
using ServiceErp.SpareParts.Domain;
using ServiceErp.SpareParts.Domain.Documents;
using ServiceErp.SpareParts.Domain.Parts;
using ServiceErp.SpareParts.Features.Documents;
using ServiceErp.SpareParts.Persistence;

namespace ServiceErp.SpareParts.Integration;

/// <summary>Numbers of the store's papers, and suppliers' own numbers of parts.</summary>
internal sealed class StoreCodes(SparePartsDbContext db, Texts texts) : IKnownCodes
{
    private const int Most = 5;

    public async Task<IReadOnlyList<SearchEntry>> FindAsync(string code, CancellationToken cancel)
    {
        if (Codes.CleanOrNull(code) is not { } clean)
        {
            return [];
        }

        var papers = await db.Documents.SeenFrom(db).AsNoTracking().Where(d => d.Number == clean).Take(Most).Select(d => new { d.Id, d.Number, d.Kind }).ToListAsync(cancel);
        var parts = await db.PartSuppliers.AsNoTracking().Where(s => s.Number == clean).OrderBy(s => s.Supplier.Number).Take(Most)
            .Join(db.Parts, s => s.PartId, p => p.Id, (s, p) => new { p.Id, p.Number, p.Name, Supplier = s.Supplier.Name }).ToListAsync(cancel);
        return
        [
            .. papers.Select(d => Entry(d.Id, nameof(StockDocument), d.Number!, texts.Label(d.Kind), $"/spare-parts/documents/{d.Id}", SparePartsPermissions.StockValue)),
            .. parts.DistinctBy(p => p.Id).Select(p => Entry(p.Id, nameof(Part), $"{p.Number} · {p.Name}", p.Supplier, $"/spare-parts/parts/{p.Id}", SparePartsPermissions.PartRead)),
        ];

        SearchEntry Entry(Guid id, string kind, string title, string subtitle, string href, string permission) =>
            new() { Id = id, Kind = kind, Code = clean, Title = title, Subtitle = subtitle, Href = href, Permission = permission, Text = "" };
    }
}
