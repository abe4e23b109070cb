using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Searching;
using ServiceErp.SpareParts.Domain;
using ServiceErp.SpareParts.Domain.Claims;
using ServiceErp.SpareParts.Domain.Counts;
using ServiceErp.SpareParts.Domain.Documents;
using ServiceErp.SpareParts.Domain.Loaners;
using ServiceErp.SpareParts.Domain.Parts;
using ServiceErp.SpareParts.Domain.Purchasing;
using ServiceErp.SpareParts.Domain.Stock;
using ServiceErp.SpareParts.Domain.Warehouses;
using ServiceErp.SpareParts.Features.Documents;
using ServiceErp.SpareParts.Features.Parts;
using ServiceErp.SpareParts.Persistence;

namespace ServiceErp.SpareParts.Features.Scanning;

/// <summary>What a scanned code stands for in the store: a part or one of its packagings, a bin, a paper, an order, a piece; and where it is none of these, what it could be.</summary>
public static class IdentifyCode
{
    private const int MostNear = 5;

    [Requires(SparePartsPermissions.StockRead)]
    public sealed record Query(string Code) : IQuery<Answer>;

    public sealed record Answer(string Code)
    {
        public FoundPart? Part { get; init; }

        public IReadOnlyList<FoundBin> Bins { get; init; } = [];

        public FoundPaper? Paper { get; init; }

        public FoundOrder? Order { get; init; }

        public FoundPiece? Piece { get; init; }

        /// <summary>Other papers and things with this number: an order to a supplier, a proposal, a count, a claim, a loan, a loaner.</summary>
        public IReadOnlyList<FoundThing> Things { get; init; } = [];

        /// <summary>Parts whose number or name comes near an unknown code.</summary>
        public IReadOnlyList<Near> NearParts { get; init; } = [];

        /// <summary>Of an unknown code that looks like an EAN: why it is none.</summary>
        public Error? Misread { get; init; }

        public bool IsKnown => Part is not null || Bins.Count > 0 || Paper is not null || Order is not null || Piece is not null || Things.Count > 0;
    }

    /// <param name="Packaging">The unit that the code counts in, when it is not the part's own.</param>
    public sealed record FoundPart(Guid Id, string Number, string Name, string Unit, string? Packaging, decimal Factor, bool SerialTracked, IReadOnlyList<Place> Places);

    /// <param name="Free">Promised to nobody.</param>
    public sealed record Place(Guid WarehouseId, string Warehouse, WarehouseKind Kind, string? Bin, decimal OnHand, decimal Free)
    {
        /// <summary>For orders of the branch; what lies in a van, in quarantine or to go back is not.</summary>
        public decimal Available => Kind.MayIssue() ? Free : 0;
    }

    public sealed record FoundBin(Guid WarehouseId, string Warehouse, string? Bin, IReadOnlyList<Content> Contents)
    {
        /// <summary>What its label says.</summary>
        public string Label => Bin is null ? Warehouse : $"{Warehouse}/{Bin}";
    }

    public sealed record Content(Guid PartId, string Number, string Name, string Unit, decimal OnHand, decimal Available);

    public sealed record FoundPaper(Guid Id, string Number, StockDocumentKind Kind, StockDocumentState State, string Warehouse, bool IsComing);

    public sealed record FoundOrder(Guid Id, string Number, int Ready, int Missing);

    /// <param name="FaultySerial">The faulty piece that it replaced; that one's code finds it as well.</param>
    public sealed record FoundPiece(Guid PartId, string PartNumber, string Serial, SerialState State, string? OrderNumber, Guid? OrderId, string? FaultySerial);

    /// <param name="Kind">What it is, such as <c>PurchaseOrder</c>.</param>
    /// <param name="Href">Where it is worked with: an order to a supplier is received, a count is counted.</param>
    public sealed record FoundThing(string Kind, string Title, string Subtitle, string Href);

    public sealed record Near(Guid Id, string Number, string Name);

    internal sealed class Handler(SparePartsDbContext db, SearchBox search, ICurrentUser user) : IHandler<Query, Answer>
    {
        public async Task<Result<Answer>> Handle(Query q, CancellationToken cancel)
        {
            if (Codes.CleanOrNull(q.Code) is not { } code)
            {
                return Error.Invalid("SpareParts.Part.CodeMissing", "Scan or type a code.").On(nameof(q.Code));
            }

            code = code.Length > 200 ? code[..200] : code;
            var answer = new Answer(code) { Part = await Part(code, cancel), Bins = await Bins(code, cancel), Paper = await Paper(code, cancel), Order = await Order(code, cancel), Things = await ThingsAsync(code, cancel) };
            if (answer.Part is null)
            {
                answer = answer with { Piece = await Piece(p => p.Serial == code, cancel) };
                answer = answer.IsKnown ? answer : answer with { Piece = await Piece(p => p.FaultySerial == code, cancel) };
            }

            return answer.IsKnown ? answer : answer with { NearParts = await NearAsync(code, cancel), Misread = Barcode.Read(code, null).Error };
        }

        private Task<FoundPiece?> Piece(Expression<Func<SerialPiece, bool>> which, CancellationToken cancel) => db.SerialPieces.Where(which).OrderByDescending(p => p.MovedAt).ThenByDescending(p => p.Id)
            .Select(p => new FoundPiece(p.PartId, db.Parts.Where(x => x.Id == p.PartId).Select(x => x.Number).FirstOrDefault() ?? "", p.Serial, p.State, p.OrderNumber, p.OrderId, p.FaultySerial)).FirstOrDefaultAsync(cancel);

        private async Task<IReadOnlyList<FoundThing>> ThingsAsync(string code, CancellationToken cancel)
        {
            string[] kinds = [nameof(PurchaseOrder), nameof(PurchaseProposal), nameof(StockCount), nameof(SupplierClaim), nameof(Loan), nameof(Loaner)];
            var own = db.BranchScope;
            var found = await db.Search.AsNoTracking().Where(s => s.Code == code && kinds.Contains(s.Kind) && (own == null || s.BranchId == null || s.BranchId == own)).Take(MostNear).ToListAsync(cancel);
            return [.. found.Where(s => s.Permission is null || user.Can(s.Permission)).Select(s => new FoundThing(s.Kind, s.Title, s.Subtitle, s.Href + s.Kind switch
            {
                nameof(PurchaseOrder) when user.Can(SparePartsPermissions.StockMove) => "/receive",
                nameof(StockCount) when user.Can(SparePartsPermissions.CountWrite) => "/count",
                _ => "",
            }))];
        }

        private async Task<FoundPart?> Part(string code, CancellationToken cancel)
        {
            // A supplier's own number stands on their packaging; it names the part when only one has it.
            var bySupplier = await db.Named([code]).AnyAsync(cancel) ? [] : await db.PartSuppliers.Where(s => s.Number == code).Select(s => s.PartId).Distinct().Take(2).ToListAsync(cancel);
            if (bySupplier is [var only])
            {
                code = await db.Parts.Where(p => p.Id == only).Select(p => p.Number).FirstAsync(cancel);
            }

            var part = await db.Parts.AsNoTracking().Include(p => p.Units).Include(p => p.Barcodes).AsSplitQuery().FirstOrDefaultAsync(p => db.Named(new[] { code }).Contains(p.Id), cancel);
            if (part is null)
            {
                return null;
            }

            var packaging = part.Barcodes.FirstOrDefault(b => b.Code == code)?.Unit;
            return new FoundPart(
                part.Id, part.Number, part.Name, part.Unit, packaging, packaging is null ? 1 : part.FactorOf(packaging) ?? 1, part.SerialTracked,
                await db.StockItems.Where(i => i.PartId == part.Id && i.OnHand > 0 && i.Warehouse.Kind != WarehouseKind.Transit).OrderBy(i => i.Warehouse.Code).ThenBy(i => i.Bin!.Code)
                    .Select(i => new Place(i.WarehouseId, i.Warehouse.Code, i.Warehouse.Kind, i.Bin!.Code, i.OnHand, i.OnHand - i.Reserved)).ToListAsync(cancel));
        }

        // A label says WAREHOUSE/BIN. A bin's code alone may stand in several warehouses, so all of them are offered.
        private async Task<IReadOnlyList<FoundBin>> Bins(string code, CancellationToken cancel)
        {
            var slash = code.IndexOf('/', StringComparison.Ordinal);
            var (warehouseCode, binCode) = slash < 0 ? (null, code) : (code[..slash], code[(slash + 1)..]);
            var warehouses = await db.Warehouses.AsNoTracking().Include(w => w.Bins.Where(b => b.Code == binCode))
                .Where(w => w.Active && w.Kind != WarehouseKind.Transit && ((warehouseCode == null && w.Code == code) || ((warehouseCode == null || w.Code == warehouseCode) && w.Bins.Any(b => b.Code == binCode))))
                .OrderBy(w => w.Code).Take(MostNear).ToListAsync(cancel);
            if (warehouses.Count == 0)
            {
                return [];
            }

            var ids = warehouses.SelectMany(w => w.Bins).Select(b => (Guid?)b.Id).ToArray();
            var contents = await db.StockItems.Where(i => ids.Contains(i.BinId) && i.OnHand > 0).OrderBy(i => i.PartNumber)
                .Select(i => new { i.BinId, Content = new Content(i.PartId, i.PartNumber, i.Part.Name, i.Part.Unit, i.OnHand, i.OnHand - i.Reserved) }).ToListAsync(cancel);
            return warehouses.ConvertAll(w => w.Bins is [var bin, ..]
                ? new FoundBin(w.Id, w.Code, bin.Code, [.. contents.Where(c => c.BinId == bin.Id).Select(c => c.Content)])
                : new FoundBin(w.Id, w.Code, null, []));
        }

        private Task<FoundPaper?> Paper(string code, CancellationToken cancel)
        {
            var own = db.BranchScope;
            return db.Documents.SeenFrom(db).Where(d => d.Number == code).OrderByDescending(d => d.CreatedAt).ThenByDescending(d => d.Id)
                .Select(d => new FoundPaper(d.Id, d.Number!, d.Kind, d.State, d.Warehouse.Code, d.TargetBranchId != null && d.TargetBranchId == own)).FirstOrDefaultAsync(cancel);
        }

        private async Task<FoundOrder?> Order(string code, CancellationToken cancel)
        {
            var lines = await db.Reservations.Where(r => r.OrderNumber == code).Select(r => new { r.OrderId, r.Reserved, Missing = r.Wanted - r.Reserved - r.Issued }).ToListAsync(cancel);
            return lines.Count == 0 ? null : new FoundOrder(lines[0].OrderId, code, lines.Count(l => l.Reserved > 0), lines.Count(l => l.Missing > 0));
        }

        private async Task<IReadOnlyList<Near>> NearAsync(string code, CancellationToken cancel)
        {
            var start = code.Length > 4 ? code[..^1] : code;
            var near = await db.Parts.Where(p => p.Active && p.Number.StartsWith(start)).OrderBy(p => p.Number).Take(MostNear).Select(p => new Near(p.Id, p.Number, p.Name)).ToListAsync(cancel);
            if (near.Count < MostNear)
            {
                var found = await search.FindIdsAsync(nameof(Domain.Parts.Part), code, cancel);
                var known = near.ConvertAll(n => n.Id);
                near.AddRange(await db.Parts.Where(p => p.Active && found.Contains(p.Id) && !known.Contains(p.Id)).OrderBy(p => p.Number).Take(MostNear - near.Count).Select(p => new Near(p.Id, p.Number, p.Name)).ToListAsync(cancel));
            }

            return near;
        }
    }
}
