using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.SpareParts.Domain.Warehouses;

namespace ServiceErp.SpareParts.Domain.Stock;

/// <summary>
/// A branch's books closed through a day: nothing is booked on that day or before it any more. It keeps what each warehouse was worth then, which both the accountant and the question
/// for a past day go by. Opening them again removes the closing and leaves its trace in the journal.
/// </summary>
internal sealed class StockClosing : Aggregate, IBranchOwned
{
    private readonly List<ClosingValue> values = [];

    private StockClosing()
    {
    }

    public StockClosing(Guid id, Guid branchId, LocalDate through, Instant at, string person)
    {
        Id = id;
        BranchId = branchId;
        Through = through;
        At = at;
        Person = person;
    }

    public Guid BranchId { get; private init; }

    /// <summary>The last closed day.</summary>
    public LocalDate Through { get; private init; }

    public Instant At { get; private init; }

    public string Person { get; private init; } = "";

    public IReadOnlyList<ClosingValue> Values => values;

    /// <summary>Opens the books again: the journal keeps why.</summary>
    public void Reopen(string reason) => Record(new Transition("Closed", "Reopen", "Open", reason));

    public void Note(Guid id, Guid warehouseId, decimal value) => values.Add(new ClosingValue(id, Id, warehouseId, value));
}

/// <summary>What a warehouse was worth at the end of the closing's day.</summary>
internal sealed class ClosingValue : Entity
{
    private ClosingValue()
    {
    }

    public ClosingValue(Guid id, Guid closingId, Guid warehouseId, decimal value)
    {
        Id = id;
        StockClosingId = closingId;
        WarehouseId = warehouseId;
        Value = value;
    }

    public Guid StockClosingId { get; private init; }

    public Guid WarehouseId { get; private init; }

    // For lists only; no rule looks at it.
    public Warehouse Warehouse { get; private init; } = null!;

    public decimal Value { get; private init; }
}
