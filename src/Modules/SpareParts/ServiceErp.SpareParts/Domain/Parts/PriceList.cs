using NodaTime;
using ServiceErp.Kernel;

namespace ServiceErp.SpareParts.Domain.Parts;

/// <summary>
/// Prices that stand before the parts' own ones as long as the list is in force: a year's list, a campaign. Where several are in force the one that began last decides,
/// a branch's own before one for all.
/// </summary>
internal sealed class PriceList : Aggregate, IBranchShared
{
    private PriceList()
    {
    }

    public PriceList(Guid id, string code, string currency)
    {
        Id = id;
        Code = Codes.Clean(code);
        Currency = currency;
    }

    public string Code { get; private init; } = "";

    public string Currency { get; private init; } = "";

    public string Name { get; private set; } = "";

    /// <summary>Null is for all branches.</summary>
    public Guid? BranchId { get; private set; }

    public LocalDate ValidFrom { get; private set; }

    /// <summary>The last day; far away when it ends by no day.</summary>
    public LocalDate ValidUntil { get; private set; }

    /// <summary>The last day of a list that has none, so that days compare without exceptions.</summary>
    public static LocalDate Endless { get; } = new(9999, 12, 31);

    public Result Describe(string name, Guid? branchId, LocalDate validFrom, LocalDate? validUntil)
    {
        if (validUntil < validFrom)
        {
            return Error.Invalid("SpareParts.PriceList.EndsBeforeItBegins", "The last day is before the first.").On(nameof(ValidUntil));
        }

        (Name, BranchId, ValidFrom, ValidUntil) = (name.Trim(), branchId, validFrom, validUntil ?? Endless);
        return Result.Success;
    }
}

/// <summary>The net price of a part in a list.</summary>
internal sealed class PriceListEntry : Entity
{
    private PriceListEntry()
    {
    }

    public PriceListEntry(Guid id, Guid priceListId, Guid partId, decimal amount)
    {
        Id = id;
        PriceListId = priceListId;
        PartId = partId;
        Amount = amount;
    }

    public Guid PriceListId { get; private init; }

    // For lists only; no rule looks at them.
    public PriceList PriceList { get; private init; } = null!;

    public Part Part { get; private init; } = null!;

    public Guid PartId { get; private init; }

    public decimal Amount { get; private set; }

    public void Change(decimal amount) => Amount = amount;
}
