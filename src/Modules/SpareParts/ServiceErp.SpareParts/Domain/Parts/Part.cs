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

    public string? Barcode { get; private set; }

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

    public Result Describe(string name, string group, string unit, string? barcode, bool customerOwned, bool serialTracked, bool active, bool hasMoved)
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
        Barcode = Codes.CleanOrNull(barcode);
        CustomerOwned = customerOwned;
        SerialTracked = serialTracked;
        Active = active;
        return Result.Success;
    }

    /// <summary>Adds a unit, or changes its factor and barcode.</summary>
    public Result SetUnit(Guid id, string unit, decimal factor, string? barcode)
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
            known.Change(factor, Codes.CleanOrNull(barcode));
        }
        else
        {
            units.Add(new PartUnit(id, Id, unit, factor, Codes.CleanOrNull(barcode)));
        }

        return Result.Success;
    }

    public bool RemoveUnit(Guid unitId) => units.RemoveAll(u => u.Id == unitId) > 0;

    /// <summary>Sets the price from a day on; until the next one begins.</summary>
    public void SetPrice(Guid id, string currency, LocalDate validFrom, decimal amount)
    {
        if (prices.Find(p => p.Currency == currency && p.ValidFrom == validFrom) is { } same)
        {
            same.Change(amount);
        }
        else
        {
            prices.Add(new PartPrice(id, Id, currency, validFrom, amount));
        }
    }

    public bool RemovePrice(Guid priceId) => prices.RemoveAll(p => p.Id == priceId) > 0;

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
        OtherCode = Barcode,
        Title = $"{Number} · {Name}",
        Subtitle = Group,
        Href = $"/spare-parts/parts/{Id}",
        Permission = SparePartsPermissions.PartRead,
        Text = SearchText.Normalize($"{Number} {Name} {Group} {Barcode}"),
    };

    /// <inheritdoc />
    public bool IsDescribedBy(string property) => property is nameof(Name) or nameof(Group) or nameof(Barcode);
}

/// <summary>Another unit of a part, such as a box of ten, with a barcode of its own.</summary>
internal sealed class PartUnit : Entity
{
    private PartUnit()
    {
    }

    public PartUnit(Guid id, Guid partId, string unit, decimal factor, string? barcode)
    {
        Id = id;
        PartId = partId;
        Unit = unit;
        Change(factor, barcode);
    }

    public Guid PartId { get; private init; }

    public string Unit { get; private init; } = "";

    /// <summary>How many of the part's own unit; more than zero.</summary>
    public decimal Factor { get; private set; }

    public string? Barcode { get; private set; }

    public void Change(decimal factor, string? barcode) => (Factor, Barcode) = (factor, barcode);
}

/// <summary>The net sales price in a currency from a day on, until the next one begins.</summary>
internal sealed class PartPrice : Entity
{
    private PartPrice()
    {
    }

    public PartPrice(Guid id, Guid partId, string currency, LocalDate validFrom, decimal amount)
    {
        Id = id;
        PartId = partId;
        Currency = currency;
        ValidFrom = validFrom;
        Amount = amount;
    }

    public Guid PartId { get; private init; }

    public string Currency { get; private init; } = "";

    public LocalDate ValidFrom { get; private init; }

    public decimal Amount { get; private set; }

    public void Change(decimal amount) => Amount = amount;
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
