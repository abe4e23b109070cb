using ServiceErp.Kernel;

namespace ServiceErp.SpareParts.Domain.Purchasing;

/// <summary>Where an order to a supplier stands.</summary>
public enum PurchaseOrderState
{
    /// <summary>Being written; nobody has seen it.</summary>
    Draft,

    /// <summary>The supplier has it.</summary>
    Ordered,

    /// <summary>Some of it has come.</summary>
    PartlyReceived,

    /// <summary>All of it has come.</summary>
    Received,

    /// <summary>The rest is not waited for any more.</summary>
    Closed,

    /// <summary>Called off before anything came.</summary>
    Cancelled,
}

/// <summary>What moves an order to a supplier.</summary>
public enum PurchaseOrderTrigger
{
    /// <summary>A line is added, changed or taken out.</summary>
    Edit,

    /// <summary>Another person approves it.</summary>
    Approve,

    /// <summary>It goes to the supplier.</summary>
    Order,

    /// <summary>Less of it is wanted than was ordered.</summary>
    Change,

    /// <summary>The supplier says when, how many and at which price.</summary>
    Confirm,

    /// <summary>Goods come.</summary>
    Receive,

    /// <summary>A receipt is taken back: what it brought is waited for again.</summary>
    TakeBack,

    /// <summary>The rest is given up.</summary>
    Close,

    /// <summary>It is called off.</summary>
    Cancel,
}

/// <summary>The one transition table of an order to a supplier. Its lines decide between the targets of a receipt; they are changed before the trigger is fired.</summary>
internal static class PurchaseOrderLifecycle
{
    public static readonly Lifecycle<PurchaseOrder, PurchaseOrderState, PurchaseOrderTrigger> Table =
        Lifecycle<PurchaseOrder, PurchaseOrderState, PurchaseOrderTrigger>.Define(PurchaseOrderState.Draft, life =>
        {
            life.Configure(PurchaseOrderState.Draft)
                .PermitReentry(PurchaseOrderTrigger.Edit)
                .PermitReentryIf(PurchaseOrderTrigger.Approve, o => o.Lines.Count > 0, "Add at least one line first.")
                .PermitIf(PurchaseOrderTrigger.Order, PurchaseOrderState.Ordered, o => o.Lines.Count > 0, "Add at least one line first.")
                .Permit(PurchaseOrderTrigger.Cancel, PurchaseOrderState.Cancelled);
            foreach (var open in (PurchaseOrderState[])[PurchaseOrderState.Ordered, PurchaseOrderState.PartlyReceived])
            {
                life.Configure(open)
                    .PermitIf(PurchaseOrderTrigger.Receive, PurchaseOrderState.Received, o => o.IsComplete, "Not all has come yet.")
                    .PermitIf(PurchaseOrderTrigger.Receive, PurchaseOrderState.PartlyReceived, o => !o.IsComplete, "All has come.")
                    .PermitReentryIf(PurchaseOrderTrigger.Change, o => !o.IsComplete, "Nothing would be left to come: close the order instead.")
                    .PermitReentry(PurchaseOrderTrigger.Confirm)
                    .Permit(PurchaseOrderTrigger.Close, PurchaseOrderState.Closed);
            }

            life.Configure(PurchaseOrderState.Ordered).Permit(PurchaseOrderTrigger.Cancel, PurchaseOrderState.Cancelled);
            foreach (var came in (PurchaseOrderState[])[PurchaseOrderState.PartlyReceived, PurchaseOrderState.Received, PurchaseOrderState.Closed])
            {
                life.Configure(came)
                    .PermitIf(PurchaseOrderTrigger.TakeBack, PurchaseOrderState.Received, o => o.IsComplete, "Not all has come yet.")
                    .PermitIf(PurchaseOrderTrigger.TakeBack, PurchaseOrderState.Ordered, o => !o.HasCome, "Some has come.")
                    .PermitIf(PurchaseOrderTrigger.TakeBack, PurchaseOrderState.PartlyReceived, o => o.HasCome && !o.IsComplete, "All has come, or nothing.");
            }

            life.Final(PurchaseOrderState.Cancelled);
        });
}
