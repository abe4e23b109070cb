using ServiceErp.Kernel;

namespace ServiceErp.SpareParts.Domain.Documents;

/// <summary>Where a stock document stands.</summary>
public enum StockDocumentState
{
    /// <summary>Being written; no effect on stock.</summary>
    Draft,

    /// <summary>Of a transfer: the goods have left and are on their way.</summary>
    Sent,

    /// <summary>Booked; never changed again.</summary>
    Posted,

    /// <summary>Of a transfer: the goods never arrived and are written off.</summary>
    Lost,

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

    /// <summary>The goods leave for the other warehouse.</summary>
    Send,

    /// <summary>They arrive, as many as were counted.</summary>
    Receive,

    /// <summary>They never arrived: they are written off.</summary>
    WriteOff,

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
                .PermitIf(StockDocumentTrigger.Send, StockDocumentState.Sent, d => d.CanTravel && d.Lines.Count > 0, "Only goods for another warehouse are sent.")
                .PermitReentry(StockDocumentTrigger.Edit);
            life.Configure(StockDocumentState.Sent)
                .Permit(StockDocumentTrigger.Receive, StockDocumentState.Posted)
                .Permit(StockDocumentTrigger.WriteOff, StockDocumentState.Lost)
                .Permit(StockDocumentTrigger.Reverse, StockDocumentState.Reversed);
            life.Configure(StockDocumentState.Posted)
                .PermitIf(StockDocumentTrigger.Reverse, StockDocumentState.Reversed, d => d.Kind != StockDocumentKind.Issue, "Parts of an order come back by a return, not by a reversal.");
            life.Configure(StockDocumentState.Lost).Permit(StockDocumentTrigger.Reverse, StockDocumentState.Reversed);
            life.Final(StockDocumentState.Reversed);
        });
}
