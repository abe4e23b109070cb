using NodaTime;
using ServiceErp.Kernel;

namespace ServiceErp.Billing.Domain.Taxes;

/// <summary>
/// A tax rate with its validity, for one branch or for all. Rates of one code never overlap for one branch; a rate that has begun is only ever ended, so that
/// the rate at any past day stays what it was.
/// </summary>
internal sealed class TaxRate : Aggregate, IBranchShared
{
    /// <summary>The code that lines carry unless the branch's terms say otherwise.</summary>
    public const string Standard = "standard";

    private TaxRate()
    {
    }

    public TaxRate(Guid id, Guid? branchId, string code, string name, decimal percent, LocalDate validFrom)
    {
        Id = id;
        BranchId = branchId;
        Code = code;
        Name = name;
        Percent = percent;
        ValidFrom = validFrom;
    }

    /// <summary>Null applies to every branch that has no rate of its own with this code.</summary>
    public Guid? BranchId { get; private init; }

    public string Code { get; private init; } = "";

    public string Name { get; private init; } = "";

    public decimal Percent { get; private init; }

    public LocalDate ValidFrom { get; private init; }

    /// <summary>Last day, inclusive; null goes on.</summary>
    public LocalDate? ValidTo { get; private set; }

    public bool IsValidOn(LocalDate day) => day >= ValidFrom && (ValidTo is null || day <= ValidTo);

    public Result End(LocalDate lastDay)
    {
        if (lastDay < ValidFrom.PlusDays(-1))
        {
            return Error.Refused("Billing.TaxRate.EndsBeforeItBegins", "The rate begins on {0}; it can't end before.", ValidFrom);
        }

        if (ValidTo is { } end && end < lastDay)
        {
            return Error.Refused("Billing.TaxRate.AlreadyEnded", "The rate already ended on {0}.", end);
        }

        ValidTo = lastDay;
        return Result.Success;
    }

    /// <summary>The rate at the tax point: the branch's own before the general one.</summary>
    public static Result<TaxRate> At(IEnumerable<TaxRate> rates, Guid branchId, string code, LocalDate taxPoint) =>
        rates.Where(r => r.Code == code && (r.BranchId is null || r.BranchId == branchId) && r.IsValidOn(taxPoint))
            .OrderBy(r => r.BranchId is null).ThenByDescending(r => r.ValidFrom).FirstOrDefault() is { } rate
            ? rate
            : Error.Refused("Billing.TaxRate.None", "No tax rate \"{0}\" is valid on {1}. Enter it under Billing, Tax rates.", code, taxPoint);
}
