namespace ServiceErp.SpareParts.Domain.Stock;

/// <summary>Why stock moved.</summary>
public enum MovementKind
{
    /// <summary>Goods came in from outside.</summary>
    Receipt,

    /// <summary>Handed out to an order.</summary>
    Issue,

    /// <summary>Unused parts came back from an order, at the cost at which they left.</summary>
    Return,

    /// <summary>Thrown away.</summary>
    Scrap,

    /// <summary>Went back to the supplier.</summary>
    SupplierReturn,

    /// <summary>Put right with a reason.</summary>
    Correction,

    /// <summary>Left for another warehouse or bin.</summary>
    TransferOut,

    /// <summary>Came from another warehouse or bin, with the value at which it left there.</summary>
    TransferIn,
}
