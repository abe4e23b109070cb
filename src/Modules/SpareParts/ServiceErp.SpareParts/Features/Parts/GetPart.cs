using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Branches;
using ServiceErp.Platform.Dispatching;
using ServiceErp.SpareParts.Domain.Parts;
using ServiceErp.SpareParts.Domain.Reservations;
using ServiceErp.SpareParts.Domain.Stock;
using ServiceErp.SpareParts.Domain.Warehouses;
using ServiceErp.SpareParts.Features.Prices;
using ServiceErp.SpareParts.Persistence;

namespace ServiceErp.SpareParts.Features.Parts;

/// <summary>A part with its stock, prices, packagings, fits, relatives and the orders that want it.</summary>
public static class GetPart
{
    [Requires(SparePartsPermissions.PartRead)]
    public sealed record Query(Guid Id) : IQuery<Answer>;

    public sealed record Answer(
        Guid Id, int Version, string Number, string Name, string Group, string Unit, bool CustomerOwned, bool SerialTracked, bool Active, string Currency, LocalDate Today)
    {
        /// <summary>Today's price in <see cref="Currency"/>: a price list's where one is in force, else the part's own.</summary>
        public decimal? Price => (Listed.FirstOrDefault(l => l.Decides)?.Amount) ?? Prices.FirstOrDefault(p => p.Currency == Currency && p.InForce)?.Amount;

        /// <summary>Its prices in price lists, the newest list first.</summary>
        public IReadOnlyList<ListPrice> Listed { get; init; } = [];

        /// <summary>What can be had instead, with what is available today.</summary>
        public IReadOnlyList<PartInstead> Instead { get; init; } = [];

        /// <summary>Pieces with serial numbers, those in stock first, then the latest.</summary>
        public IReadOnlyList<Piece> Pieces { get; init; } = [];

        public IReadOnlyList<Shelf> Stock { get; init; } = [];

        /// <summary>Newest first.</summary>
        public IReadOnlyList<Price> Prices { get; init; } = [];

        public IReadOnlyList<Packaging> Units { get; init; } = [];

        public IReadOnlyList<Code> Codes { get; init; } = [];

        /// <summary>The preferred supplier first.</summary>
        public IReadOnlyList<Source> Sources { get; init; } = [];

        public IReadOnlyList<Fit> Fits { get; init; } = [];

        public IReadOnlyList<Relative> Alternatives { get; init; } = [];

        /// <summary>The part that takes its place.</summary>
        public Relative? SupersededBy { get; init; }

        /// <summary>The parts whose place it takes.</summary>
        public IReadOnlyList<Relative> Supersedes { get; init; } = [];

        /// <summary>Orders that still want it, the oldest first.</summary>
        public IReadOnlyList<Wanted> Orders { get; init; } = [];
    }

    public sealed record Shelf(Guid WarehouseId, string Warehouse, string WarehouseName, WarehouseKind Kind, string? Bin, decimal OnHand, decimal Reserved, decimal? Value, Guid BranchId)
    {
        /// <summary>Of the value: that of the branch.</summary>
        public string Currency { get; init; } = "";

        /// <summary>For orders of the branch; what lies in a van, in quarantine, to go back or on its way is not.</summary>
        public decimal Available => Kind.MayIssue() ? OnHand - Reserved : 0;

        /// <summary>Unknown, like the value, to who does not see what goods cost.</summary>
        public decimal? Average => OnHand == 0 ? 0 : Value / OnHand;
    }

    /// <summary><see cref="InForce"/> is today's; later ones are coming, earlier ones past.</summary>
    public sealed record Price(Guid Id, string Currency, LocalDate ValidFrom, decimal? Amount, bool InForce);

    /// <summary><see cref="Decides"/> is today's price at the reader's branch.</summary>
    public sealed record ListPrice(Guid ListId, string List, string Name, decimal Amount, string Currency, LocalDate ValidFrom, LocalDate? ValidUntil, bool Decides);

    public sealed record Piece(string Serial, SerialState State, string Warehouse, string DocumentNumber, Instant MovedAt, Guid? OrderId, string? OrderNumber, string? FaultySerial);

    public sealed record Packaging(Guid Id, string Unit, decimal Factor);

    /// <summary>The unit is null where it counts in the part's own.</summary>
    public sealed record Code(Guid Id, string Text, BarcodeKind Kind, string? Unit);

    public sealed record Source(
        Guid Id, Guid SupplierId, string Supplier, string? Number, string Unit, decimal? Price, string Currency, LocalDate PriceSince, int? LeadDays, decimal Minimum, decimal Pack, bool Preferred, int? WarrantyMonths);

    /// <summary>The name is null while Reception does not know the model.</summary>
    public sealed record Fit(Guid Id, string ModelCode, string? ModelName);

    /// <summary>The entry's identity is null where the relation is the other part's.</summary>
    public sealed record Relative(Guid? EntryId, Guid PartId, string Number, string Name);

    public sealed record Wanted(Guid OrderId, string OrderNumber, decimal Quantity, decimal Reserved, decimal Missing, ReservationState State, Instant Since);

    internal sealed class Handler(SparePartsDbContext db, Substitutes substitutes, IBranches branches, ICurrentUser user, IClock clock) : IHandler<Query, Answer>
    {
        private const int MostOrders = 20;
        private const int MostPieces = 200;

        public async Task<Result<Answer>> Handle(Query q, CancellationToken cancel)
        {
            var part = await db.Parts.AsNoTracking().Include(p => p.Units).Include(p => p.Prices).Include(p => p.Barcodes).AsSplitQuery().FirstOrDefaultAsync(p => p.Id == q.Id, cancel);
            if (part is null)
            {
                return PartErrors.NotFound;
            }

            var (branch, seesCost) = (branches.For(user), user.Can(SparePartsPermissions.StockValue));
            var today = branch?.DayOf(clock.GetCurrentInstant()) ?? clock.GetCurrentInstant().InUtc().Date;
            var listed = await db.PriceListEntries.Where(e => e.PartId == q.Id).OrderByDescending(e => e.PriceList.ValidFrom).ThenBy(e => e.PriceList.Code)
                .Select(e => new { e.Id, e.PriceListId, e.PriceList.Code, e.PriceList.Name, e.Amount, e.PriceList.Currency, e.PriceList.ValidFrom, e.PriceList.ValidUntil }).ToListAsync(cancel);
            var decides = listed.Count == 0 ? default : await db.ListedOn(branch?.Id, branch?.Currency, today).Where(e => e.PartId == q.Id).Select(e => e.Id).FirstOrDefaultAsync(cancel);
            return new Answer(
                part.Id, part.Version, part.Number, part.Name, part.Group, part.Unit, part.CustomerOwned, part.SerialTracked, part.Active, branch?.Currency ?? "EUR", today)
            {
                Stock = [.. (await db.StockItems.Where(i => i.PartId == q.Id && i.OnHand > 0).OrderBy(i => i.Warehouse.Code).ThenBy(i => i.Bin!.Code)
                    .Select(i => new Shelf(i.WarehouseId, i.Warehouse.Code, i.Warehouse.Name, i.Warehouse.Kind, i.Bin!.Code, i.OnHand, i.Reserved, seesCost ? i.Value : null, i.BranchId)).ToListAsync(cancel)).Select(shelf => shelf with { Currency = branches.CurrencyOf(shelf.BranchId) })],
                Prices = [.. part.Prices.GroupBy(p => p.Currency).SelectMany(g => Dated(g, today)).OrderBy(p => p.Currency).ThenByDescending(p => p.ValidFrom)],
                Listed = listed.ConvertAll(l => new ListPrice(l.PriceListId, l.Code, l.Name, l.Amount, l.Currency, l.ValidFrom, l.ValidUntil == PriceList.Endless ? null : l.ValidUntil, l.Id == decides)),
                Instead = branch is null ? [] : [.. (await substitutes.OfAsync([q.Id], branch, cancel))[q.Id]],
                Pieces = !part.SerialTracked ? [] : await db.SerialPieces.Where(s => s.PartId == q.Id).OrderBy(s => s.State == SerialState.InStock ? 0 : 1).ThenByDescending(s => s.MovedAt).ThenByDescending(s => s.Id).Take(MostPieces)
                    .Select(s => new Piece(s.Serial, s.State, db.Warehouses.Where(w => w.Id == s.WarehouseId).Select(w => w.Code).FirstOrDefault() ?? "", s.DocumentNumber, s.MovedAt, s.OrderId, s.OrderNumber, s.FaultySerial)).ToListAsync(cancel),
                Units = [.. part.Units.OrderBy(u => u.Factor).Select(u => new Packaging(u.Id, u.Unit, u.Factor))],
                Codes = [.. part.Barcodes.OrderBy(b => b.Unit).ThenBy(b => b.Code, StringComparer.Ordinal).Select(b => new Code(b.Id, b.Code, b.Kind, b.Unit))],
                Sources = await db.PartSuppliers.Where(s => s.PartId == q.Id).OrderByDescending(s => s.Preferred).ThenBy(s => s.Supplier.Name)
                    .Select(s => new Source(s.Id, s.SupplierId, s.Supplier.Name, s.Number, s.Unit, seesCost ? s.Price : null, s.Currency, s.PriceSince, s.LeadDays, s.Minimum, s.Pack, s.Preferred, s.WarrantyMonths)).ToListAsync(cancel),
                Fits = await db.PartFits.Where(f => f.PartId == q.Id).OrderBy(f => f.ModelCode)
                    .Select(f => new Fit(f.Id, f.ModelCode, db.KnownModels.Where(m => m.Code == f.ModelCode).Select(m => m.Name).FirstOrDefault())).ToListAsync(cancel),
                Alternatives = await (
                    from alternative in db.PartAlternatives
                    where alternative.PartId == q.Id || alternative.OtherId == q.Id
                    join other in db.Parts on alternative.PartId == q.Id ? alternative.OtherId : alternative.PartId equals other.Id
                    orderby other.Number
                    select new Relative(alternative.PartId == q.Id ? alternative.Id : null, other.Id, other.Number, other.Name)).ToListAsync(cancel),
                SupersededBy = await db.Parts.Where(p => p.Id == part.SupersededById).Select(p => new Relative(null, p.Id, p.Number, p.Name)).FirstOrDefaultAsync(cancel),
                Supersedes = await db.Parts.Where(p => p.SupersededById == q.Id).OrderBy(p => p.Number).Select(p => new Relative(null, p.Id, p.Number, p.Name)).ToListAsync(cancel),
                Orders = await db.Reservations
                    .Where(r => r.PartId == q.Id && (r.State == ReservationState.Waiting || r.State == ReservationState.PartlyReserved || r.State == ReservationState.Reserved))
                    .OrderBy(r => r.WantedAt).Take(MostOrders)
                    .Select(r => new Wanted(r.OrderId, r.OrderNumber, r.Wanted - r.Issued, r.Reserved, r.Wanted - r.Reserved - r.Issued, r.State, r.WantedAt)).ToListAsync(cancel),
            };
        }

        private static IEnumerable<Price> Dated(IEnumerable<PartPrice> prices, LocalDate today)
        {
            var inForce = prices.Where(p => p.ValidFrom <= today).MaxBy(p => p.ValidFrom);
            return prices.Select(p => new Price(p.Id, p.Currency, p.ValidFrom, p.Amount, p == inForce));
        }
    }
}
