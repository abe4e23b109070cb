using ServiceErp.Kernel;

namespace ServiceErp.SpareParts.Domain.Claims;

/// <summary>Where a claim against a supplier stands.</summary>
public enum SupplierClaimState
{
    /// <summary>Being written; the supplier has not seen it.</summary>
    Draft,

    /// <summary>The supplier has it and has to answer.</summary>
    Sent,

    /// <summary>The supplier stands for all of it.</summary>
    Accepted,

    /// <summary>The supplier stands for some of it.</summary>
    PartlyAccepted,

    /// <summary>The supplier stands for none of it.</summary>
    Refused,

    /// <summary>What was accepted is settled, the last of it in money.</summary>
    Credited,

    /// <summary>What was accepted is settled, the last of it in goods.</summary>
    Replaced,

    /// <summary>Nothing more is expected of it.</summary>
    Closed,

    /// <summary>Called off before it was answered.</summary>
    Cancelled,
}

/// <summary>What moves a claim.</summary>
public enum SupplierClaimTrigger
{
    /// <summary>A line is added, changed or taken out.</summary>
    Edit,

    /// <summary>It goes to the supplier.</summary>
    Send,

    /// <summary>The goods leave for the supplier.</summary>
    Ship,

    /// <summary>The supplier answers.</summary>
    Answer,

    /// <summary>A credit note comes.</summary>
    Credit,

    /// <summary>New goods come instead.</summary>
    Replace,

    /// <summary>The refusal is not taken.</summary>
    Contest,

    /// <summary>The goods come back.</summary>
    TakeBack,

    /// <summary>It is done with.</summary>
    Close,

    /// <summary>It is called off.</summary>
    Cancel,

    /// <summary>Some of what the supplier refused comes back.</summary>
    TakeRefusedBack,
}

/// <summary>The one transition table of a claim. Answer, credit note and replacement are noted before their trigger is fired: what they come to decides between its targets.</summary>
internal static class SupplierClaimLifecycle
{
    public static readonly Lifecycle<SupplierClaim, SupplierClaimState, SupplierClaimTrigger> Table =
        Lifecycle<SupplierClaim, SupplierClaimState, SupplierClaimTrigger>.Define(SupplierClaimState.Draft, life =>
        {
            life.Configure(SupplierClaimState.Draft)
                .PermitReentry(SupplierClaimTrigger.Edit)
                .PermitIf(SupplierClaimTrigger.Send, SupplierClaimState.Sent, c => c.Lines.Count > 0, "Add at least one line first.")
                .Permit(SupplierClaimTrigger.Cancel, SupplierClaimState.Cancelled);
            life.Configure(SupplierClaimState.Sent)
                .PermitReentryIf(SupplierClaimTrigger.Ship, c => !c.IsShipped, "The goods have left already.")
                .PermitReentryIf(SupplierClaimTrigger.TakeBack, c => c.IsShipped, "The goods are here.")
                .PermitIf(SupplierClaimTrigger.Answer, SupplierClaimState.Accepted, c => c.AcceptedQuantity == c.ClaimedQuantity, "Not all of it is accepted.")
                .PermitIf(SupplierClaimTrigger.Answer, SupplierClaimState.PartlyAccepted, c => c.AcceptedQuantity > 0 && c.AcceptedQuantity < c.ClaimedQuantity, "All or nothing of it is accepted.")
                .PermitIf(SupplierClaimTrigger.Answer, SupplierClaimState.Refused, c => c.AcceptedQuantity == 0, "Some of it is accepted.")
                .PermitIf(SupplierClaimTrigger.Cancel, SupplierClaimState.Cancelled, c => !c.IsShipped, "The supplier has the goods: wait for the answer.");
            foreach (var stands in (SupplierClaimState[])[SupplierClaimState.Accepted, SupplierClaimState.PartlyAccepted])
            {
                life.Configure(stands)
                    .PermitReentryIf(SupplierClaimTrigger.Ship, c => !c.IsShipped, "The goods have left already.")
                    .PermitReentryIf(SupplierClaimTrigger.TakeBack, c => c.IsShipped && !c.SomeCameBack, "The goods are here.")
                    .PermitIf(SupplierClaimTrigger.Credit, SupplierClaimState.Credited, c => c.IsSettled, "Not all of what was accepted is settled.")
                    .PermitReentryIf(SupplierClaimTrigger.Credit, c => !c.IsSettled, "All of what was accepted is settled.")
                    .PermitIf(SupplierClaimTrigger.Replace, SupplierClaimState.Replaced, c => c.IsSettled, "Not all of what was accepted is settled.")
                    .PermitReentryIf(SupplierClaimTrigger.Replace, c => !c.IsSettled, "All of what was accepted is settled.")
                    .Permit(SupplierClaimTrigger.Close, SupplierClaimState.Closed);
            }

            life.Configure(SupplierClaimState.Refused)
                .PermitIf(SupplierClaimTrigger.Contest, SupplierClaimState.Sent, c => !c.SomeCameBack, "Some of the goods are back: claim them anew.")
                .PermitReentryIf(SupplierClaimTrigger.TakeBack, c => c.IsShipped && !c.SomeCameBack, "The goods are here.")
                .Permit(SupplierClaimTrigger.Close, SupplierClaimState.Closed);
            foreach (var answered in (SupplierClaimState[])[SupplierClaimState.PartlyAccepted, SupplierClaimState.Refused, SupplierClaimState.Credited, SupplierClaimState.Replaced])
            {
                life.Configure(answered).PermitReentryIf(SupplierClaimTrigger.TakeRefusedBack, c => c.HasRefusedThere, "The supplier has none of the refused goods.");
            }

            life.Configure(SupplierClaimState.Credited).Permit(SupplierClaimTrigger.Close, SupplierClaimState.Closed);
            life.Configure(SupplierClaimState.Replaced).Permit(SupplierClaimTrigger.Close, SupplierClaimState.Closed);
            life.Final(SupplierClaimState.Closed, SupplierClaimState.Cancelled);
        });
}
