using ServiceErp.Kernel;

namespace ServiceErp.SpareParts.Domain.Documents;

/// <summary>Where a stock document stands.</summary>
public enum StockDocumentState
{
    /// <summary>Being written; no effect on stock.</summary>
    Draft,

    /// <summary>Booked; never changed again.</summary>
    Posted,

    /// <summary>Booked and taken back by counter-entries.</summary>
    Reversed,
}

/// <summary>What moves a stock document.</summary>
public enum StockDocumentTrigger
{
    /// <summary>Its head or lines are changed.</summary>
    Edit,

    /// <summary>It is booked.</summary>
    Post,

    /// <summary>It is taken back.</summary>
    Reverse,
}

/// <summary>The one transition table of a stock document.</summary>
internal static class StockDocumentLifecycle
{
    public static readonly Lifecycle<StockDocument, StockDocumentState, StockDocumentTrigger> Table =
        Lifecycle<StockDocument, StockDocumentState, StockDocumentTrigger>.Define(StockDocumentState.Draft, life =>
        {
            life.Configure(StockDocumentState.Draft)
                .PermitIf(StockDocumentTrigger.Post, StockDocumentState.Posted, d => d.Lines.Count > 0, "Add at least one line first.")
                .PermitReentry(StockDocumentTrigger.Edit);
            life.Configure(StockDocumentState.Posted)
                .Permit(StockDocumentTrigger.Reverse, StockDocumentState.Reversed);
            life.Final(StockDocumentState.Reversed);
        });
}
