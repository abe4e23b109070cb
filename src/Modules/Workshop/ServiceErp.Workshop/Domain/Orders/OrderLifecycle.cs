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
    public const string RepeatOpen = "It is only proposed that this repeats the earlier repair: record area and cause of the fault, or let a supervisor decide who pays.";
    public const string GoodsNotBrought = "The product has not been brought yet: take it in at the counter first.";
    public const string PartsOut = "Parts were handed out for this order: return them to the store first.";
    public const string NeedsApproval = "The customer has not agreed to what this costs: send a quotation first.";
    public const string WorkIsDone = "The work is finished: let the customer answer, or quote anew.";
    public const string WorkNotDone = "The work was not finished yet.";
    public const string TimerRuns = "A work timer is still running: stop it first.";
    public const string PartsNotIssued = "Some parts are neither issued nor taken off the order.";
    public const string PartsMissing = "Some parts are still missing.";
    public const string NothingMissing = "No part is missing.";
    public const string NotTravelling = "This is a job in the workshop.";

    public static Lifecycle<ServiceOrder, OrderState, OrderTrigger> Table { get; } = Lifecycle<ServiceOrder, OrderState, OrderTrigger>.Define(Received, order =>
    {
        order.Configure(Received)
            .Permit(Assign, Assigned)
            .PermitReentryIf(TakeIn, o => !o.GoodsInWorkshop, GoodsAreHere)
            .PermitIf(Cancel, Cancelled, (o => o.RunningTimers == 0, TimerRuns), (o => !o.HasIssuedParts, PartsOut));
        order.Configure(Assigned)
            .PermitIf(Depart, Travelling, (o => o.Place == ServicePlace.Field, NotTravelling), (o => !o.GoodsInWorkshop, GoodsAreHere))
            .PermitIf(StartDiagnosis, Diagnosing, (o => o.GoodsInWorkshop || o.Place == ServicePlace.Workshop, GoodsAreAway), (o => o.GoodsInWorkshop || o.Place == ServicePlace.Field, GoodsNotBrought))
            .PermitReentry(Assign)
            .PermitReentryIf(TakeIn, o => !o.GoodsInWorkshop, GoodsAreHere)
            .PermitIf(Unassign, Received, o => o.RunningTimers == 0, TimerRuns)
            .Permit(Hold, WaitingForCustomer)
            .PermitIf(Cancel, Cancelled, (o => o.RunningTimers == 0, TimerRuns), (o => !o.HasIssuedParts, PartsOut));
        order.Configure(Travelling)
            .Permit(Arrive, OnSite)
            .Permit(TurnBack, Assigned)
            .Permit(TakeIn, Assigned)
            .PermitReentry(Assign)
            .PermitIf(Cancel, Cancelled, (o => o.RunningTimers == 0, TimerRuns), (o => !o.HasIssuedParts, PartsOut));
        order.Configure(OnSite)
            .PermitIf(FinishOnSite, AwaitingInspection, (o => !o.Entitlement.IsProposed, RepeatOpen), (o => o.RunningTimers == 0, TimerRuns), (o => !o.HasUnissuedParts, PartsNotIssued), (o => !o.NeedsApproval, NeedsApproval))
            .PermitIf(TakeBack, TakenBack, o => o.RunningTimers == 0, TimerRuns)
            .Permit(SendQuotation, AwaitingApproval)
            .Permit(WaitForParts, WaitingForParts)
            .Permit(TurnBack, Assigned)
            .Permit(TakeIn, Assigned)
            .PermitIf(ReturnUnrepaired, Completed, o => o.RunningTimers == 0, TimerRuns);
        order.Configure(TakenBack)
            .Permit(TakeIn, Diagnosing)
            .PermitReentry(Assign)
            .PermitIf(ReturnUnrepaired, ReadyUnrepaired, o => o.RunningTimers == 0, TimerRuns);
        order.Configure(Diagnosing)
            .PermitIf(StartRepair, InRepair, (o => !o.Entitlement.IsProposed, RepeatOpen), (o => !o.NeedsConsent, NeedsApproval))
            .PermitIf(FinishRepair, AwaitingInspection, (o => !o.Entitlement.IsProposed, RepeatOpen), (o => o.RunningTimers == 0, TimerRuns), (o => !o.HasUnissuedParts, PartsNotIssued), (o => !o.NeedsApproval, NeedsApproval))
            .Permit(SendQuotation, AwaitingApproval)
            .Permit(WaitForParts, WaitingForParts)
            .Permit(Hold, WaitingForCustomer)
            .PermitReentry(Assign)
            .PermitIf(ReturnUnrepaired, ReadyUnrepaired, o => o.RunningTimers == 0, TimerRuns);
        order.Configure(AwaitingApproval)
            .PermitIf(Approve, OnSite, o => o.ResumeTo == OnSite, GoodsAreHere)
            .PermitIf(Approve, AwaitingInspection, o => o.ResumeTo == AwaitingInspection, WorkNotDone)
            .Permit(Approve, InRepair)
            .PermitIf(Decline, OnSite, o => o.ResumeTo == OnSite, GoodsAreHere)
            .PermitIf(Decline, AwaitingInspection, o => o.ResumeTo == AwaitingInspection, WorkNotDone)
            .PermitIf(Decline, InRepair, o => o.ResumeTo == InRepair, "No work was approved before.")
            .Permit(Decline, ReadyUnrepaired)
            .PermitIf(ReviseQuotation, OnSite, o => o.ResumeTo == OnSite, GoodsAreHere)
            .PermitIf(ReviseQuotation, AwaitingInspection, o => o.ResumeTo == AwaitingInspection, WorkNotDone)
            .PermitIf(ReviseQuotation, InRepair, o => o.ResumeTo == InRepair, "No work was approved before.")
            .Permit(ReviseQuotation, Diagnosing)
            .PermitReentryIf(TakeIn, o => !o.GoodsInWorkshop, GoodsAreHere)
            .PermitReentry(Assign)
            .PermitIf(ReturnUnrepaired, Completed, (o => o.ResumeTo == OnSite, GoodsAreHere), (o => o.RunningTimers == 0, TimerRuns))
            .PermitIf(ReturnUnrepaired, ReadyUnrepaired, (o => o.ResumeTo != OnSite, GoodsAreAway), (o => o.ResumeTo != AwaitingInspection, WorkIsDone), (o => o.RunningTimers == 0, TimerRuns));
        order.Configure(WaitingForCustomer)
            .PermitIf(Resume, Assigned, o => o.ResumeTo == Assigned, GoodsAreHere)
            .PermitIf(Resume, InRepair, o => o.ResumeTo == InRepair, "The repair had not begun.")
            .Permit(Resume, Diagnosing)
            .PermitReentry(Assign)
            .PermitReentryIf(TakeIn, o => !o.GoodsInWorkshop, GoodsAreHere)
            .PermitIf(ReturnUnrepaired, ReadyUnrepaired, (o => o.ResumeTo != Assigned, "Nothing was begun: cancel the order instead."), (o => o.RunningTimers == 0, TimerRuns))
            .PermitIf(Cancel, Cancelled, (o => o.ResumeTo == Assigned, "Work was begun: return the product unrepaired instead."), (o => o.RunningTimers == 0, TimerRuns), (o => !o.HasIssuedParts, PartsOut));
        order.Configure(WaitingForParts)
            .PermitIf(PartsArrive, Assigned, (o => !o.HasMissingParts, PartsMissing), (o => o.ResumeTo == Assigned, GoodsAreHere))
            .PermitIf(PartsArrive, Diagnosing, (o => !o.HasMissingParts, PartsMissing), (o => o.ResumeTo == Diagnosing, "The repair has begun."))
            .PermitIf(PartsArrive, InRepair, (o => !o.HasMissingParts, PartsMissing), (o => o.ResumeTo == InRepair, "The repair had not begun."))
            .PermitIf(Resume, Assigned, o => o.ResumeTo == Assigned, GoodsAreHere)
            .PermitIf(Resume, InRepair, o => o.ResumeTo == InRepair, "The repair had not begun.")
            .Permit(Resume, Diagnosing)
            .PermitReentry(Assign)
            .PermitReentryIf(TakeIn, o => !o.GoodsInWorkshop, GoodsAreHere)
            .PermitIf(ReturnUnrepaired, ReadyUnrepaired, (o => o.GoodsInWorkshop, GoodsAreAway), (o => o.RunningTimers == 0, TimerRuns))
            .PermitIf(ReturnUnrepaired, Completed, (o => !o.GoodsInWorkshop, GoodsAreHere), (o => o.RunningTimers == 0, TimerRuns))
            .PermitIf(Cancel, Cancelled, (o => !o.GoodsInWorkshop, GoodsAreHere), (o => o.RunningTimers == 0, TimerRuns), (o => !o.HasIssuedParts, PartsOut));
        order.Configure(InRepair)
            .PermitIf(FinishRepair, AwaitingInspection, (o => o.RunningTimers == 0, TimerRuns), (o => !o.HasUnissuedParts, PartsNotIssued), (o => !o.NeedsApproval, NeedsApproval))
            .Permit(WaitForParts, WaitingForParts)
            .Permit(Hold, WaitingForCustomer)
            .Permit(SendQuotation, AwaitingApproval)
            .PermitReentry(Assign)
            .PermitIf(ReturnUnrepaired, ReadyUnrepaired, o => o.RunningTimers == 0, TimerRuns);
        order.Configure(AwaitingInspection)
            .PermitReentryIf(TakeIn, o => !o.GoodsInWorkshop, GoodsAreHere)
            .Permit(SendQuotation, AwaitingApproval)
            .PermitIf(Release, Ready, (o => o.GoodsInWorkshop, GoodsAreAway), (o => !o.NeedsApproval, NeedsApproval))
            .PermitIf(Release, Completed, (o => !o.GoodsInWorkshop, GoodsAreHere), (o => !o.NeedsApproval, NeedsApproval))
            .PermitIf(Reject, InRepair, o => o.GoodsInWorkshop, GoodsAreAway)
            .PermitIf(Reject, Assigned, o => !o.GoodsInWorkshop, GoodsAreHere);
        order.Configure(Ready).Permit(ReturnGoods, Completed);
        order.Configure(ReadyUnrepaired)
            .PermitReentryIf(TakeIn, o => !o.GoodsInWorkshop, GoodsAreHere)
            .Permit(ReturnGoods, Completed);
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
