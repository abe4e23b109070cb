using NodaTime;
using ServiceErp.SpareParts.Domain.Parts;
using ServiceErp.SpareParts.Persistence;

namespace ServiceErp.SpareParts.Features.Prices;

/// <summary>The one rule of which price applies: a list in force stands before the part's own price; of several the one that began last, a branch's own before one for all, then by code.</summary>
internal static class PricesInForce
{
    /// <summary>Entries of the lists in force at a branch on a day in a currency, the deciding one first for each part.</summary>
    public static IOrderedQueryable<PriceListEntry> ListedOn(this SparePartsDbContext db, Guid? branchId, string? currency, LocalDate day) =>
        db.PriceListEntries
            .Where(e => e.PriceList.Currency == currency && e.PriceList.ValidFrom <= day && e.PriceList.ValidUntil >= day && (e.PriceList.BranchId == null || e.PriceList.BranchId == branchId))
            .OrderByDescending(e => e.PriceList.ValidFrom).ThenBy(e => e.PriceList.BranchId == null).ThenBy(e => e.PriceList.Code);

    /// <summary>Parts' own prices in force on a day in a currency, the deciding one first for each part.</summary>
    public static IOrderedQueryable<PartPrice> OwnOn(this SparePartsDbContext db, string? currency, LocalDate day) =>
        db.PartPrices.Where(p => p.Currency == currency && p.ValidFrom <= day).OrderByDescending(p => p.ValidFrom);
}
