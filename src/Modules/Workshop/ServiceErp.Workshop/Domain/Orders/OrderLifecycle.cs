using ServiceErp.Kernel;
using ServiceErp.Reception;
using static ServiceErp.Workshop.Domain.Orders.OrderState;
using static ServiceErp.Workshop.Domain.Orders.OrderTrigger;

namespace ServiceErp.Workshop.Domain.Orders;

/// <summary>The one transition table of the service order.</summary>
internal static class OrderLifecycle
{
    public const string GoodsAreAway = "The product is at the customer's place: depart first.";
    public const string GoodsAreHere = "The product is in the workshop already.";
    public const string NeedsApproval = "The customer has not agreed to what this costs: send a quotation first.";
    public const string TimerRuns = "A work timer is still running: stop it first.";
    public const string PartsNotIssued = "Some parts are neither issued nor taken off the order.";
    public const string PartsMissing = "Some parts are still missing.";
    public const string NothingMissing = "No part is missing.";
    public const string NotTravelling = "This is a job in the workshop.";

    public static Lifecycle<ServiceOrder, OrderState, OrderTrigger> Table { get; } = Lifecycle<ServiceOrder, OrderState, OrderTrigger>.Define(Received, order =>
    {
        order.Configure(Received)
            .Permit(Assign, Assigned)
            .Permit(Cancel, Cancelled);
        order.Configure(Assigned)
            .PermitIf(Depart, Travelling, (o => o.Place == ServicePlace.Field, NotTravelling), (o => !o.GoodsInWorkshop, GoodsAreHere))
            .PermitIf(StartDiagnosis, Diagnosing, o => o.GoodsInWorkshop, GoodsAreAway)
            .PermitReentry(Assign)
            .Permit(Unassign, Received)
            .Permit(Hold, WaitingForCustomer)
            .Permit(Cancel, Cancelled);
        order.Configure(Travelling)
            .Permit(Arrive, OnSite)
            .Permit(TurnBack, Assigned)
            .PermitReentry(Assign)
            .Permit(Cancel, Cancelled);
        order.Configure(OnSite)
            .PermitIf(FinishOnSite, AwaitingInspection, (o => o.RunningTimers == 0, TimerRuns), (o => !o.HasUnissuedParts, PartsNotIssued), (o => !o.NeedsApproval, NeedsApproval))
            .PermitIf(TakeBack, TakenBack, o => o.RunningTimers == 0, TimerRuns)
            .Permit(SendQuotation, AwaitingApproval)
            .Permit(WaitForParts, WaitingForParts)
            .Permit(TurnBack, Assigned);
        order.Configure(TakenBack)
            .Permit(TakeIn, Diagnosing)
            .PermitReentry(Assign);
        order.Configure(Diagnosing)
            .PermitIf(StartRepair, InRepair, o => !o.NeedsApproval, NeedsApproval)
            .Permit(SendQuotation, AwaitingApproval)
            .Permit(WaitForParts, WaitingForParts)
            .Permit(Hold, WaitingForCustomer)
            .PermitReentry(Assign)
            .PermitIf(ReturnUnrepaired, ReadyUnrepaired, o => o.RunningTimers == 0, TimerRuns);
        order.Configure(AwaitingApproval)
            .PermitIf(Approve, OnSite, o => o.ResumeTo == OnSite, GoodsAreHere)
            .Permit(Approve, InRepair)
            .PermitIf(Decline, OnSite, o => o.ResumeTo == OnSite, GoodsAreHere)
            .PermitIf(Decline, InRepair, o => o.ResumeTo == InRepair, "No work was approved before.")
            .Permit(Decline, ReadyUnrepaired)
            .PermitIf(ReviseQuotation, OnSite, o => o.ResumeTo == OnSite, GoodsAreHere)
            .PermitIf(ReviseQuotation, InRepair, o => o.ResumeTo == InRepair, "No work was approved before.")
            .Permit(ReviseQuotation, Diagnosing)
            .PermitReentry(Assign);
        order.Configure(WaitingForCustomer)
            .PermitIf(Resume, Assigned, o => o.ResumeTo == Assigned, GoodsAreHere)
            .PermitIf(Resume, InRepair, o => o.ResumeTo == InRepair, "The repair had not begun.")
            .Permit(Resume, Diagnosing)
            .PermitReentry(Assign)
            .PermitIf(ReturnUnrepaired, ReadyUnrepaired, o => o.ResumeTo != Assigned, "Nothing was begun: cancel the order instead.")
            .PermitIf(Cancel, Cancelled, o => o.ResumeTo == Assigned, "Work was begun: return the product unrepaired instead.");
        order.Configure(WaitingForParts)
            .PermitIf(PartsArrive, Assigned, (o => !o.HasMissingParts, PartsMissing), (o => o.ResumeTo == Assigned, GoodsAreHere))
            .PermitIf(PartsArrive, Diagnosing, (o => !o.HasMissingParts, PartsMissing), (o => o.ResumeTo == Diagnosing, "The repair has begun."))
            .PermitIf(PartsArrive, InRepair, (o => !o.HasMissingParts, PartsMissing), (o => o.ResumeTo == InRepair, "The repair had not begun."))
            .PermitIf(Resume, Assigned, o => o.ResumeTo == Assigned, GoodsAreHere)
            .PermitIf(Resume, InRepair, o => o.ResumeTo == InRepair, "The repair had not begun.")
            .Permit(Resume, Diagnosing)
            .PermitReentry(Assign)
            .PermitIf(ReturnUnrepaired, ReadyUnrepaired, o => o.GoodsInWorkshop, GoodsAreAway)
            .PermitIf(Cancel, Cancelled, o => !o.GoodsInWorkshop, GoodsAreHere);
        order.Configure(InRepair)
            .PermitIf(FinishRepair, AwaitingInspection, (o => o.RunningTimers == 0, TimerRuns), (o => !o.HasUnissuedParts, PartsNotIssued), (o => !o.NeedsApproval, NeedsApproval))
            .Permit(WaitForParts, WaitingForParts)
            .Permit(Hold, WaitingForCustomer)
            .Permit(SendQuotation, AwaitingApproval)
            .PermitReentry(Assign)
            .PermitIf(ReturnUnrepaired, ReadyUnrepaired, o => o.RunningTimers == 0, TimerRuns);
        order.Configure(AwaitingInspection)
            .PermitIf(Release, Ready, o => o.GoodsInWorkshop, GoodsAreAway)
            .PermitIf(Release, Completed, o => !o.GoodsInWorkshop, GoodsAreHere)
            .PermitIf(Reject, InRepair, o => o.GoodsInWorkshop, GoodsAreAway)
            .PermitIf(Reject, Assigned, o => !o.GoodsInWorkshop, GoodsAreHere);
        order.Configure(Ready).Permit(ReturnGoods, Completed);
        order.Configure(ReadyUnrepaired).Permit(ReturnGoods, Completed);
        order.Final(Completed, Cancelled);
    });

    /// <summary>What customer and counter call the state.</summary>
    public static OrderStage Stage(this OrderState state) => state switch
    {
        Received => OrderStage.Registered,
        Assigned or Travelling or OnSite or TakenBack or Diagnosing => OrderStage.InDiagnosis,
        AwaitingApproval or WaitingForCustomer => OrderStage.WaitingForCustomer,
        WaitingForParts => OrderStage.WaitingForParts,
        InRepair => OrderStage.InRepair,
        AwaitingInspection => OrderStage.InInspection,
        Ready or ReadyUnrepaired => OrderStage.Ready,
        Completed => OrderStage.Completed,
        _ => OrderStage.Cancelled,
    };

    /// <summary>States in which the order is somebody's work.</summary>
    public static readonly OrderState[] Open =
        [Received, Assigned, Travelling, OnSite, TakenBack, Diagnosing, AwaitingApproval, WaitingForCustomer, WaitingForParts, InRepair, AwaitingInspection, Ready, ReadyUnrepaired];

    /// <summary>States before the work is released: a promised day can still be missed.</summary>
    public static readonly OrderState[] Unfinished =
        [Received, Assigned, Travelling, OnSite, TakenBack, Diagnosing, AwaitingApproval, WaitingForCustomer, WaitingForParts, InRepair, AwaitingInspection];
}
