namespace ServiceErp.Workshop.Domain.Orders;

/// <summary>The states of a service order.</summary>
public enum OrderState
{
    Received,
    Assigned,
    Travelling,
    OnSite,
    TakenBack,
    Diagnosing,
    AwaitingApproval,
    WaitingForCustomer,
    WaitingForParts,
    InRepair,
    AwaitingInspection,
    Ready,
    ReadyUnrepaired,
    Completed,
    Cancelled,
}

/// <summary>What moves a service order.</summary>
public enum OrderTrigger
{
    Assign,
    Unassign,
    Depart,
    TurnBack,
    Arrive,
    TakeBack,
    TakeIn,
    StartDiagnosis,
    SendQuotation,
    Approve,
    Decline,
    ReviseQuotation,
    StartRepair,
    WaitForParts,
    PartsArrive,
    Hold,
    Resume,
    FinishRepair,
    FinishOnSite,
    ReturnUnrepaired,
    Release,
    Reject,
    ReturnGoods,
    Cancel,
}
