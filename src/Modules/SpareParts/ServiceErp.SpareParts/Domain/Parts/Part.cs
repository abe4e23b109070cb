using NodaTime;
using ServiceErp.Kernel;

namespace ServiceErp.SpareParts.Domain.Parts;

/// <summary>
/// An entry of the catalogue, shared by all branches. Its number, its barcodes and those of its packagings name it and nothing else; the way from a part to its
/// successors never comes back to it; in one currency there is one price on any day.
/// </summary>
internal sealed class Part : Aggregate, ISearchable
{
    /// <summary>Smallest step of a quantity: a thousandth of a unit.</summary>
    public const int QuantityDigits = 3;

    private readonly List<PartUnit> units = [];
    private readonly List<PartPrice> prices = [];
    private readonly List<PartFit> fits = [];
    private readonly List<PartAlternative> alternatives = [];
    private readonly List<PartBarcode> barcodes = [];
    private readonly List<PartSupplier> suppliers = [];

    private Part()
    {
    }

    public Part(Guid id, string number)
    {
        Id = id;
        Number = Codes.Clean(number);
    }

    public string Number { get; private init; } = "";

    public string Name { get; private set; } = "";

    /// <summary>Warranty terms differ by it.</summary>
    public string Group { get; private set; } = "";

    /// <summary>Such as <c>pcs</c>; all stock is counted in it.</summary>
    public string Unit { get; private set; } = "";

    /// <summary>All its barcodes in one line, for lists and for the search box; <see cref="Barcodes"/> has them one by one.</summary>
    public string? BarcodeLine { get; private set; }

    /// <summary>Belongs to a customer: kept and counted, worth nothing in our books.</summary>
    public bool CustomerOwned { get; private set; }

    /// <summary>Each piece has a serial number that is noted when it is used.</summary>
    public bool SerialTracked { get; private set; }

    public bool Active { get; private set; } = true;

    /// <summary>The part that takes its place.</summary>
    public Guid? SupersededById { get; private set; }

    /// <summary>Packagings and other units.</summary>
    public IReadOnlyList<PartUnit> Units => units;

    public IReadOnlyList<PartPrice> Prices => prices;

    public IReadOnlyList<PartFit> Fits => fits;

    public IReadOnlyList<PartAlternative> Alternatives => alternatives;

    public IReadOnlyList<PartBarcode> Barcodes => barcodes;

    /// <summary>From whom it can be bought and on which terms; at most one of them is preferred.</summary>
    public IReadOnlyList<PartSupplier> Suppliers => suppliers;

    public Result Describe(string name, string group, string unit, bool customerOwned, bool serialTracked, bool active, bool hasMoved)
    {
        if (hasMoved && unit.Trim() != Unit)
        {
            return Error.Refused("SpareParts.Part.UnitInUse", "Stock is already counted in {0}; the unit can't change any more.", Unit).On("Unit");
        }

        if (hasMoved && customerOwned != CustomerOwned)
        {
            return Error.Refused("SpareParts.Part.OwnerInUse", "Stock has already moved; whose it is can't change any more.").On("CustomerOwned");
        }

        Name = name.Trim();
        Group = group.Trim();
        Unit = unit.Trim();
        CustomerOwned = customerOwned;
        SerialTracked = serialTracked;
        Active = active;
        return Result.Success;
    }

    public void Regroup(string group) => Group = group.Trim();

    /// <summary>Adds a unit, or changes its factor.</summary>
    public Result SetUnit(Guid id, string unit, decimal factor)
    {
        unit = unit.Trim();
        if (unit.Equals(Unit, StringComparison.OrdinalIgnoreCase))
        {
            return Error.Refused("SpareParts.Part.UnitIsOwn", "{0} is the part's own unit.", Unit).On("Unit");
        }

        if (factor <= 0)
        {
            return Error.Invalid("SpareParts.Part.FactorNotPositive", "One {0} must be more than zero {1}.", unit, Unit).On("Factor");
        }

        if (units.Find(u => u.Unit.Equals(unit, StringComparison.OrdinalIgnoreCase)) is { } known)
        {
            known.Change(factor);
        }
        else
        {
            units.Add(new PartUnit(id, Id, unit, factor));
        }

        return Result.Success;
    }

    /// <summary>Removes a unit with the barcodes that count in it.</summary>
    public bool RemoveUnit(Guid unitId)
    {
        if (units.Find(u => u.Id == unitId) is not { } unit)
        {
            return false;
        }

        units.Remove(unit);
        barcodes.RemoveAll(b => b.Unit == unit.Unit);
        NameBarcodes();
        return true;
    }

    /// <summary>How many of the part's own unit one of a unit is; null when the part is not counted in it.</summary>
    public decimal? FactorOf(string unit) =>
        unit.Equals(Unit, StringComparison.OrdinalIgnoreCase) ? 1 : units.Find(u => u.Unit.Equals(unit, StringComparison.OrdinalIgnoreCase))?.Factor;

    /// <summary>A quantity counted by a scanned code, in the part's own unit: the barcode of a box counts its content.</summary>
    public decimal InOwnUnit(string code, decimal quantity) =>
        Rounding.Round(quantity * (barcodes.Find(b => b.Code == code)?.Unit is { } packaging ? FactorOf(packaging) ?? 1 : 1), QuantityDigits);

    /// <summary>Why there can't be so many; null when there can.</summary>
    public Error? FractionRefusal(decimal quantity) => WholeUnits.Refusal(Number, Unit, quantity);

    /// <summary>Adds a barcode; one that it has already may come to count in another unit.</summary>
    /// <param name="id">Identity of a new one.</param>
    /// <param name="code">As scanned.</param>
    /// <param name="kind">What kind of code it is; null lets the code tell.</param>
    /// <param name="unit">The packaging that it counts in; null is the part's own unit.</param>
    public Result AddBarcode(Guid id, string code, BarcodeKind? kind, string? unit)
    {
        if (unit is not null && FactorOf(unit) is null)
        {
            return PartErrors.UnitUnknown(Number, unit).On("Unit");
        }

        var read = Barcode.Read(code, kind);
        if (!read.Succeeded)
        {
            return read.Error;
        }

        barcodes.RemoveAll(b => b.Code == read.Value.Code);
        barcodes.Add(new PartBarcode(id, Id, read.Value.Code, read.Value.Kind, unit is null || unit.Equals(Unit, StringComparison.OrdinalIgnoreCase) ? null : units.Find(u => u.Unit.Equals(unit, StringComparison.OrdinalIgnoreCase))!.Unit));
        NameBarcodes();
        return Result.Success;
    }

    public bool RemoveBarcode(Guid barcodeId)
    {
        var removed = barcodes.RemoveAll(b => b.Id == barcodeId) > 0;
        NameBarcodes();
        return removed;
    }

    /// <summary>Says on which terms a supplier delivers; the first supplier is preferred until another one is.</summary>
    public Result SetSupplier(Guid id, Guid supplierId, SupplierTerms terms, LocalDate today)
    {
        if (terms.Unit is { } unit && FactorOf(unit) is null)
        {
            return PartErrors.UnitUnknown(Number, unit).On(nameof(terms.Unit));
        }

        var entry = suppliers.Find(s => s.SupplierId == supplierId);
        if (entry is null)
        {
            entry = new PartSupplier(id, Id, supplierId);
            suppliers.Add(entry);
        }

        entry.Agree(terms with { Unit = terms.Unit ?? Unit }, today);
        if (terms.Preferred || !suppliers.Exists(s => s.Preferred))
        {
            suppliers.ForEach(s => s.Prefer(s == entry));
        }

        return Result.Success;
    }

    public bool RemoveSupplier(Guid entryId) => suppliers.RemoveAll(s => s.Id == entryId) > 0;

    /// <summary>Sets the price from a day on; until the next one begins.</summary>
    public void SetPrice(Guid id, string currency, LocalDate validFrom, decimal? amount, string? reason = null)
    {
        if (prices.Find(p => p.Currency == currency && p.ValidFrom == validFrom) is { } same)
        {
            same.Change(amount, reason);
        }
        else
        {
            prices.Add(new PartPrice(id, Id, currency, validFrom, amount, reason));
        }
    }

    /// <summary>Whether a price from a day on changes which price applied before today.</summary>
    public bool IsBackdated(string currency, LocalDate validFrom, LocalDate today) => validFrom < today && prices.Exists(p => p.Currency == currency);

    /// <summary>Takes out a price that has not begun, or ends the one in force with today; what applied stays known.</summary>
    /// <param name="priceId">Which.</param>
    /// <param name="endId">Identity of the end.</param>
    /// <param name="today">The branch's day.</param>
    public Result RemovePrice(Guid priceId, Guid endId, LocalDate today)
    {
        if (prices.Find(p => p.Id == priceId) is not { } price)
        {
            return PartErrors.EntryNotFound;
        }

        if (price.ValidFrom > today)
        {
            prices.Remove(price);
        }
        else if (price == prices.Where(p => p.Currency == price.Currency && p.ValidFrom <= today).MaxBy(p => p.ValidFrom) && price.Amount is not null)
        {
            SetPrice(endId, price.Currency, today.PlusDays(1), null);
        }
        else
        {
            return Error.Refused("SpareParts.Part.PriceApplied", "This price applied from {0} on and stays known.", price.ValidFrom);
        }

        return Result.Success;
    }

    public decimal? PriceOn(LocalDate day, string currency) =>
        prices.Where(p => p.Currency == currency && p.ValidFrom <= day).MaxBy(p => p.ValidFrom)?.Amount;

    /// <summary>Names the part that takes this one's place, or none.</summary>
    /// <param name="successor">The successor.</param>
    /// <param name="successorOf">Every part that has a successor, with it.</param>
    public Result Supersede(Guid? successor, IReadOnlyDictionary<Guid, Guid> successorOf)
    {
        for (var next = successor; next is { } id; next = successorOf.TryGetValue(id, out var after) ? after : null)
        {
            if (id == Id)
            {
                return Error.Refused("SpareParts.Part.SupersessionCircle", "{0} would supersede itself in the end. Choose a part that is not replaced by it.", Number).On("SupersededBy");
            }
        }

        SupersededById = successor;
        return Result.Success;
    }

    public void Fit(Guid id, string modelCode)
    {
        var clean = Codes.Clean(modelCode);
        if (!fits.Exists(f => f.ModelCode == clean))
        {
            fits.Add(new PartFit(id, Id, clean));
        }
    }

    public bool RemoveFit(Guid fitId) => fits.RemoveAll(f => f.Id == fitId) > 0;

    public Result AddAlternative(Guid id, Guid otherId)
    {
        if (otherId == Id)
        {
            return Error.Refused("SpareParts.Part.OwnAlternative", "A part is no alternative to itself.").On("OtherId");
        }

        if (!alternatives.Exists(a => a.OtherId == otherId))
        {
            alternatives.Add(new PartAlternative(id, Id, otherId));
        }

        return Result.Success;
    }

    public bool RemoveAlternative(Guid alternativeId) => alternatives.RemoveAll(a => a.Id == alternativeId) > 0;

    /// <inheritdoc />
    public SearchEntry Describe() => new()
    {
        Id = Id,
        Kind = nameof(Part),
        Code = Number,
        OtherCode = BarcodeLine?.Split(' ')[0],
        Title = $"{Number} · {Name}",
        Subtitle = Group,
        Href = $"/spare-parts/parts/{Id}",
        Permission = SparePartsPermissions.PartRead,
        Text = SearchText.Normalize($"{Number} {Name} {Group} {BarcodeLine}"),
    };

    /// <inheritdoc />
    public bool IsDescribedBy(string property) => property is nameof(Name) or nameof(Group) or nameof(BarcodeLine);

    private void NameBarcodes() => BarcodeLine = barcodes.Count == 0 ? null : string.Join(' ', barcodes.Select(b => b.Code).Order(StringComparer.Ordinal));
}

/// <summary>Another unit of a part, such as a box of ten.</summary>
internal sealed class PartUnit : Entity
{
    private PartUnit()
    {
    }

    public PartUnit(Guid id, Guid partId, string unit, decimal factor)
    {
        Id = id;
        PartId = partId;
        Unit = unit;
        Change(factor);
    }

    public Guid PartId { get; private init; }

    public string Unit { get; private init; } = "";

    /// <summary>How many of the part's own unit; more than zero.</summary>
    public decimal Factor { get; private set; }

    public void Change(decimal factor) => Factor = factor;
}

/// <summary>The net sales price in a currency from a day on, until the next one begins.</summary>
internal sealed class PartPrice : Entity
{
    private PartPrice()
    {
    }

    public PartPrice(Guid id, Guid partId, string currency, LocalDate validFrom, decimal? amount, string? reason)
    {
        Id = id;
        PartId = partId;
        Currency = currency;
        ValidFrom = validFrom;
        Change(amount, reason);
    }

    public Guid PartId { get; private init; }

    public string Currency { get; private init; } = "";

    public LocalDate ValidFrom { get; private init; }

    /// <summary>Null ends the price before it: from this day on there is none.</summary>
    public decimal? Amount { get; private set; }

    /// <summary>Why it was dated back.</summary>
    public string? Reason { get; private set; }

    public void Change(decimal? amount, string? reason) => (Amount, Reason) = (amount, reason);
}

/// <summary>That a part fits a model, named by its code as in the parts manual; it need not be known yet.</summary>
internal sealed class PartFit : Entity
{
    private PartFit()
    {
    }

    public PartFit(Guid id, Guid partId, string modelCode)
    {
        Id = id;
        PartId = partId;
        ModelCode = modelCode;
    }

    public Guid PartId { get; private init; }

    public string ModelCode { get; private init; } = "";
}

/// <summary>That another part can be used instead.</summary>
internal sealed class PartAlternative : Entity
{
    private PartAlternative()
    {
    }

    public PartAlternative(Guid id, Guid partId, Guid otherId)
    {
        Id = id;
        PartId = partId;
        OtherId = otherId;
    }

    public Guid PartId { get; private init; }

    public Guid OtherId { get; private init; }
}
