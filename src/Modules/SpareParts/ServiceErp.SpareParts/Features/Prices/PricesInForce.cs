using ServiceErp.Platform.Dispatching;
using ServiceErp.Kernel;
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

    /// <summary>Why a price may not be dated back: that changes what applied on past days, so it takes a right and a reason.</summary>
    public static Error? BackdatingRefusal(this Part part, string currency, LocalDate from, LocalDate today, string? reason, ICurrentUser user) =>
        !part.IsBackdated(currency, from, today) ? null
        : !user.Can(SparePartsPermissions.PriceBackdate) ? Error.Forbidden("SpareParts.Part.BackdatingNotYours", "It would change which price applied on past days: who holds the right to date prices back does that.").On("ValidFrom")
        : string.IsNullOrWhiteSpace(reason) ? Error.Invalid("SpareParts.Part.BackdatingReasonMissing", "Say why the price is dated back.").On("Reason")
        : null;

    /// <summary>Parts' own prices in force on a day in a currency, the deciding one first for each part.</summary>
    public static IOrderedQueryable<PartPrice> OwnOn(this SparePartsDbContext db, string? currency, LocalDate day) =>
        db.PartPrices.Where(p => p.Currency == currency && p.ValidFrom <= day).OrderByDescending(p => p.ValidFrom);
}
