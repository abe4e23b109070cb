using ServiceErp.Kernel;

namespace ServiceErp.SpareParts.Domain.Parts;

/// <summary>Units of which there is no half: pieces and what pieces are packed in. What is weighed or measured may be any quantity.</summary>
internal static class WholeUnits
{
    private static readonly HashSet<string> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        "pc", "pcs", "piece", "pieces", "set", "sets", "pair", "pairs", "box", "boxes", "pack", "packs", "\u0448\u0442", "\u0448\u0442.", "ud", "uds", "\uac1c",
    };

    /// <summary>Why a quantity in this unit is not possible; null when it is.</summary>
    public static Error? Refusal(string partNumber, string unit, decimal quantity) =>
        Names.Contains(unit) && decimal.Truncate(quantity) != quantity
            ? Error.Invalid("SpareParts.Stock.WholeOnly", "{0} is counted in whole {1}: {2} is not possible.", partNumber, unit, quantity).On("Quantity")
            : null;
}
