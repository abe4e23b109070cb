using NodaTime;
using ServiceErp.Kernel;

namespace ServiceErp.Workshop.Domain.Catalog;

/// <summary>An entry of the published fee table (S4.5.11): labour, travel or a fee, with prices by currency and validity.</summary>
internal sealed class FeeItem : Aggregate
{
    private readonly List<FeePrice> prices = [];

    private FeeItem()
    {
    }

    public FeeItem(Guid id, string code, ChargeKind kind) => (Id, Code, Kind) = (id, code, kind);

    public string Code { get; private set; } = "";

    public ChargeKind Kind { get; private set; }

    public string Text { get; private set; } = "";

    public string Unit { get; private set; } = "";

    public bool Active { get; private set; }

    public IReadOnlyList<FeePrice> Prices => prices;

    public void Describe(string text, string unit, bool active) => (Text, Unit, Active) = (text, unit, active);

    public bool Is(string text, string unit, bool active) => (Text, Unit, Active) == (text, unit, active);

    /// <summary>A price from a day on; a second one for the same branch, currency and day replaces the first.</summary>
    public void Price(Guid id, Guid? branchId, string currency, decimal price, LocalDate from)
    {
        prices.RemoveAll(p => p.BranchId == branchId && p.Currency == currency && p.From == from);
        prices.Add(new FeePrice(id, Id, branchId, currency, price, from));
    }

    /// <summary>The price on a day: the branch's own before the general one, the latest of those in force; null when none is.</summary>
    public decimal? PriceOn(LocalDate day, Guid branchId, string currency) => prices
        .Where(p => p.Currency == currency && p.From <= day && (p.BranchId is null || p.BranchId == branchId))
        .OrderByDescending(p => p.BranchId is not null).ThenByDescending(p => p.From)
        .Select(p => (decimal?)p.Price).FirstOrDefault();
}

internal sealed class FeePrice : Entity, IBranchShared
{
    private FeePrice()
    {
    }

    public FeePrice(Guid id, Guid feeItemId, Guid? branchId, string currency, decimal price, LocalDate from)
    {
        Id = id;
        FeeItemId = feeItemId;
        BranchId = branchId;
        Currency = currency;
        Price = price;
        From = from;
    }

    public Guid FeeItemId { get; private set; }

    /// <summary>Null for every branch with this currency.</summary>
    public Guid? BranchId { get; private set; }

    public string Currency { get; private set; } = "";

    public decimal Price { get; private set; }

    public LocalDate From { get; private set; }
}

/// <summary>What a repair code says (WRK-3).</summary>
public enum CodeKind
{
    Symptom,
    Area,
    Cause,
    Remedy,
}

/// <summary>One code of the catalogue of symptoms, areas, causes and remedies.</summary>
internal sealed class RepairCode : Aggregate
{
    private RepairCode()
    {
    }

    public RepairCode(Guid id, CodeKind kind, string code) => (Id, Kind, Code) = (id, kind, code);

    public CodeKind Kind { get; private set; }

    public string Code { get; private set; } = "";

    public string Text { get; private set; } = "";

    public bool Active { get; private set; }

    public void Describe(string text, bool active) => (Text, Active) = (text, active);
}

/// <summary>The standard test of a model (WRK-3); one without a model serves all.</summary>
internal sealed class TestSheet : Aggregate
{
    private readonly List<TestStep> steps = [];

    private TestSheet()
    {
    }

    public TestSheet(Guid id) => Id = id;

    public string Name { get; private set; } = "";

    /// <summary>Empty for every model.</summary>
    public string ModelCode { get; private set; } = "";

    public bool Active { get; private set; }

    public IReadOnlyList<TestStep> Steps => steps;

    public void Describe(string name, string modelCode, bool active) => (Name, ModelCode, Active) = (name, modelCode, active);

    public void Replace(IEnumerable<TestStep> content)
    {
        steps.Clear();
        steps.AddRange(content);
    }
}

internal sealed class TestStep : Entity
{
    private TestStep()
    {
    }

    public TestStep(Guid id, Guid testSheetId, int position, string text, string expected, string unit)
    {
        Id = id;
        TestSheetId = testSheetId;
        Position = position;
        Text = text;
        Expected = expected;
        Unit = unit;
    }

    public Guid TestSheetId { get; private set; }

    public int Position { get; private set; }

    public string Text { get; private set; } = "";

    public string Expected { get; private set; } = "";

    public string Unit { get; private set; } = "";
}

/// <summary>Between which stages a control point stands (WRK-6).</summary>
public enum Boundary
{
    /// <summary>Before a repair is finished.</summary>
    Repair,

    /// <summary>Before it is released.</summary>
    Inspection,
}

/// <summary>Something to be looked at before an order passes a boundary; of one model or of all.</summary>
internal sealed class ControlPoint : Aggregate
{
    private ControlPoint()
    {
    }

    public ControlPoint(Guid id) => Id = id;

    public Boundary Boundary { get; private set; }

    /// <summary>Empty for every model.</summary>
    public string ModelCode { get; private set; } = "";

    public string Text { get; private set; } = "";

    public bool Mandatory { get; private set; }

    public bool Active { get; private set; }

    public int Position { get; private set; }

    public void Describe(Boundary boundary, string modelCode, string text, bool mandatory, bool active, int position) =>
        (Boundary, ModelCode, Text, Mandatory, Active, Position) = (boundary, modelCode, text, mandatory, active, position);
}

/// <summary>The recorded right to release one's own work, a personal stamp that can be withdrawn (WRK-6).</summary>
internal sealed class SelfControlRight : Aggregate
{
    private SelfControlRight()
    {
    }

    public SelfControlRight(Guid id, string stamp, Guid userId, string userName, string reason, Instant grantedAt, string grantedBy)
    {
        Id = id;
        Stamp = stamp;
        UserId = userId;
        UserName = userName;
        Reason = reason;
        GrantedAt = grantedAt;
        GrantedBy = grantedBy;
    }

    /// <summary>The number of the personal stamp; it stands on whatever is released under it.</summary>
    public string Stamp { get; private set; } = "";

    public Guid UserId { get; private set; }

    public string UserName { get; private set; } = "";

    public string Reason { get; private set; } = "";

    public Instant GrantedAt { get; private set; }

    public string GrantedBy { get; private set; } = "";

    public Instant? WithdrawnAt { get; private set; }

    public string? WithdrawnBy { get; private set; }

    public string? WithdrawalReason { get; private set; }

    public void Withdraw(string reason, Instant at, string by) => (WithdrawnAt, WithdrawnBy, WithdrawalReason) = (at, by, reason);
}

/// <summary>As far as a role may record a customer's consent without a quotation, in one currency (WRK-4).</summary>
internal sealed class ConsentLimit : Aggregate
{
    /// <summary>Who speaks with customers and has a limit; managers have none.</summary>
    public static readonly string[] Roles = [Platform.Modules.Roles.Receptionist, Platform.Modules.Roles.Dispatcher, Platform.Modules.Roles.BranchManager, Platform.Modules.Roles.ServiceDirector];

    private ConsentLimit()
    {
    }

    public ConsentLimit(Guid id, string role, string currency)
    {
        Id = id;
        Role = role;
        Currency = currency;
    }

    public string Role { get; private set; } = "";

    public string Currency { get; private set; } = "";

    /// <summary>Net; null for no limit.</summary>
    public decimal? UpTo { get; private set; }

    public void Set(decimal? upTo) => UpTo = upTo;

    /// <summary>What applies until somebody sets another: 500 at the counter and 2,000 for the dispatcher, a thousand times that where the currency has no cents; managers without limit.</summary>
    public static decimal? Usual(string role, string currency)
    {
        var unit = Currencies.MinorDigits(currency) == 0 ? 1000 : 1;
        return role switch
        {
            Platform.Modules.Roles.Receptionist => 500 * unit,
            Platform.Modules.Roles.Dispatcher => 2000 * unit,
            _ => null,
        };
    }
}

/// <summary>A branch's workshop settings.</summary>
internal sealed class WorkshopRules : Aggregate, IBranchOwned
{
    /// <summary>No branch lets an approval be exceeded by more percent without asking the customer again.</summary>
    public const decimal MostPercent = 25;

    private WorkshopRules()
    {
    }

    public WorkshopRules(Guid branchId) => Id = BranchId = branchId;

    public Guid BranchId { get; private init; }

    /// <summary>What was approved may be exceeded by this many percent without asking again.</summary>
    public decimal TolerancePercent { get; private set; } = 10;

    /// <summary>… or by this amount in the branch's currency, whichever is more; never by more than what was approved.</summary>
    public decimal ToleranceAmount { get; private set; }

    public int QuotationValidDays { get; private set; } = 14;

    /// <summary>Days after the answer, or after the last day without one, in which the customer's link still opens.</summary>
    public int QuotationLinkDays { get; private set; } = 90;

    /// <summary>Fee code charged for labour when none is said.</summary>
    public string LabourCode { get; private set; } = "LABOUR";

    /// <summary>Fee code due when a customer declines; empty for none.</summary>
    public string DiagnosisFeeCode { get; private set; } = "DIAGNOSIS";

    public void Set(decimal percent, decimal amount, int days, int linkDays, string labourCode, string diagnosisFeeCode) =>
        (TolerancePercent, ToleranceAmount, QuotationValidDays, QuotationLinkDays, LabourCode, DiagnosisFeeCode) = (percent, amount, days, linkDays, labourCode, diagnosisFeeCode);

    /// <summary>How much all of it may cost after an approval of this much.</summary>
    public decimal UpTo(decimal approved) => approved + Math.Max(approved * TolerancePercent / 100, Math.Min(ToleranceAmount, approved));
}
