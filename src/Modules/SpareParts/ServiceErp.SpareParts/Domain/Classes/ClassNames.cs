namespace ServiceErp.SpareParts.Domain.Classes;

/// <summary>How much of the consumption value a part stands for (PAR-3).</summary>
public enum AbcClass
{
    /// <summary>The few that make most of the value.</summary>
    A,

    /// <summary>Those between.</summary>
    B,

    /// <summary>The many that make little of it.</summary>
    C,

    /// <summary>Nothing was used in the window; never taken for C.</summary>
    NoMovement,
}

/// <summary>How evenly a part is used.</summary>
public enum XyzClass
{
    /// <summary>Evenly.</summary>
    X,

    /// <summary>With swings.</summary>
    Y,

    /// <summary>Hardly to be foreseen.</summary>
    Z,

    /// <summary>Nothing was used in the window.</summary>
    None,
}

/// <summary>Of what the shares are taken.</summary>
public enum ShareRule
{
    /// <summary>Of the consumption value, cumulated from the largest down.</summary>
    Value,

    /// <summary>Of the number of parts that moved, from the largest down.</summary>
    Items,
}
