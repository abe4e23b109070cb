using ServiceErp.Platform.Ui;
using ServiceErp.SpareParts.Domain.Claims;
using ServiceErp.SpareParts.Domain.Classes;
using ServiceErp.SpareParts.Domain.Counts;
using ServiceErp.SpareParts.Domain.Defects;
using ServiceErp.SpareParts.Domain.Documents;
using ServiceErp.SpareParts.Domain.Forecasting;
using ServiceErp.SpareParts.Domain.Loaners;
using ServiceErp.SpareParts.Domain.Purchasing;
using ServiceErp.SpareParts.Domain.Reservations;
using ServiceErp.SpareParts.Domain.Stock;

namespace ServiceErp.SpareParts.Pages;

/// <summary>The colours of states, the same on every page.</summary>
internal static class Tones
{
    public static Tone Of(ReservationState state) => state switch
    {
        ReservationState.Waiting => Tone.Bad,
        ReservationState.PartlyReserved => Tone.Waiting,
        ReservationState.Reserved => Tone.Info,
        ReservationState.Issued => Tone.Good,
        _ => Tone.Neutral,
    };

    public static Tone Of(StockDocumentState state) => state switch
    {
        StockDocumentState.Draft => Tone.Waiting,
        StockDocumentState.Sent => Tone.Info,
        StockDocumentState.Posted => Tone.Good,
        _ => Tone.Neutral,
    };

    public static Tone Of(DefectState state) => state switch
    {
        DefectState.Held => Tone.Waiting,
        DefectState.Claimed => Tone.Info,
        DefectState.Returned => Tone.Good,
        _ => Tone.Neutral,
    };

    public static Tone Of(SupplierClaimState state) => state switch
    {
        SupplierClaimState.Draft => Tone.Waiting,
        SupplierClaimState.Sent => Tone.Info,
        SupplierClaimState.Accepted or SupplierClaimState.PartlyAccepted => Tone.Progress,
        SupplierClaimState.Refused => Tone.Bad,
        SupplierClaimState.Credited or SupplierClaimState.Replaced => Tone.Good,
        _ => Tone.Neutral,
    };

    public static Tone Of(SerialState state) => state switch
    {
        SerialState.InStock => Tone.Good,
        SerialState.Issued => Tone.Info,
        _ => Tone.Neutral,
    };

    public static Tone Of(MovementKind kind) => kind switch
    {
        MovementKind.Receipt or MovementKind.Return or MovementKind.TransferIn => Tone.Good,
        MovementKind.Issue or MovementKind.TransferOut => Tone.Info,
        MovementKind.Scrap or MovementKind.SupplierReturn => Tone.Bad,
        _ => Tone.Waiting,
    };

    public static Tone Of(StockCountState state) => state switch
    {
        StockCountState.Planned => Tone.Info,
        StockCountState.Counting => Tone.Progress,
        StockCountState.ToApprove => Tone.Waiting,
        StockCountState.Posted => Tone.Good,
        _ => Tone.Neutral,
    };

    public static Tone Of(LoanerState state) => state switch
    {
        LoanerState.InPool => Tone.Good,
        LoanerState.SetAside or LoanerState.Out => Tone.Info,
        LoanerState.Checking => Tone.Waiting,
        LoanerState.InRepair => Tone.Bad,
        _ => Tone.Neutral,
    };

    public static Tone Of(LoanState state) => state switch
    {
        LoanState.Out => Tone.Info,
        LoanState.Returned => Tone.Good,
        LoanState.Lost => Tone.Bad,
        _ => Tone.Neutral,
    };

    public static Tone Of(FeeDecision fee) => fee switch
    {
        FeeDecision.Proposed => Tone.Waiting,
        FeeDecision.Charged => Tone.Good,
        _ => Tone.Neutral,
    };

    public static Tone Of(PurchaseOrderState state) => state switch
    {
        PurchaseOrderState.Draft => Tone.Waiting,
        PurchaseOrderState.Ordered => Tone.Info,
        PurchaseOrderState.PartlyReceived => Tone.Progress,
        PurchaseOrderState.Received => Tone.Good,
        _ => Tone.Neutral,
    };

    public static Tone Of(PurchaseProposalState state) => state switch
    {
        PurchaseProposalState.Open => Tone.Waiting,
        PurchaseProposalState.Approved => Tone.Good,
        _ => Tone.Neutral,
    };

    public static Tone Of(AbcClass abc) => abc switch
    {
        AbcClass.A => Tone.Good,
        AbcClass.B => Tone.Info,
        AbcClass.C => Tone.Waiting,
        _ => Tone.Neutral,
    };

    public static Tone Of(DemandPattern pattern) => pattern switch
    {
        DemandPattern.Smooth => Tone.Good,
        DemandPattern.Intermittent => Tone.Info,
        DemandPattern.Erratic => Tone.Waiting,
        DemandPattern.Lumpy => Tone.Bad,
        _ => Tone.Neutral,
    };
}
