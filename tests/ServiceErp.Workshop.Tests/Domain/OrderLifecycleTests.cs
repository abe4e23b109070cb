using ServiceErp.Kernel;
using ServiceErp.Reception;
using ServiceErp.Workshop.Domain.Orders;
using static ServiceErp.Workshop.Domain.Orders.OrderState;
using static ServiceErp.Workshop.Domain.Orders.OrderTrigger;

namespace ServiceErp.Workshop.Tests.Domain;

/// <summary>Every state meets every trigger: for a product in the workshop and for a job in the field.</summary>
public sealed class OrderLifecycleTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 3, 4, 9, 0);

    private static readonly Dictionary<(OrderState, OrderTrigger), OrderState> Workshop = new()
    {
        [(Received, Assign)] = Assigned,
        [(Received, Cancel)] = Cancelled,
        [(Assigned, Assign)] = Assigned,
        [(Assigned, Unassign)] = Received,
        [(Assigned, StartDiagnosis)] = Diagnosing,
        [(Assigned, Hold)] = WaitingForCustomer,
        [(Assigned, Cancel)] = Cancelled,
        [(Diagnosing, Assign)] = Diagnosing,
        [(Diagnosing, StartRepair)] = InRepair,
        [(Diagnosing, FinishRepair)] = AwaitingInspection,
        [(Diagnosing, SendQuotation)] = AwaitingApproval,
        [(Diagnosing, OrderTrigger.WaitForParts)] = WaitingForParts,
        [(Diagnosing, Hold)] = WaitingForCustomer,
        [(Diagnosing, ReturnUnrepaired)] = ReadyUnrepaired,
        [(AwaitingApproval, Assign)] = AwaitingApproval,
        [(AwaitingApproval, Approve)] = InRepair,
        [(AwaitingApproval, Decline)] = ReadyUnrepaired,
        [(AwaitingApproval, ReviseQuotation)] = Diagnosing,
        [(AwaitingApproval, ReturnUnrepaired)] = ReadyUnrepaired,
        [(WaitingForCustomer, Assign)] = WaitingForCustomer,
        [(WaitingForCustomer, Resume)] = InRepair,
        [(WaitingForCustomer, ReturnUnrepaired)] = ReadyUnrepaired,
        [(WaitingForParts, Assign)] = WaitingForParts,
        [(WaitingForParts, PartsArrive)] = InRepair,
        [(WaitingForParts, Resume)] = InRepair,
        [(WaitingForParts, ReturnUnrepaired)] = ReadyUnrepaired,
        [(InRepair, Assign)] = InRepair,
        [(InRepair, FinishRepair)] = AwaitingInspection,
        [(InRepair, OrderTrigger.WaitForParts)] = WaitingForParts,
        [(InRepair, Hold)] = WaitingForCustomer,
        [(InRepair, SendQuotation)] = AwaitingApproval,
        [(InRepair, ReturnUnrepaired)] = ReadyUnrepaired,
        [(AwaitingInspection, SendQuotation)] = AwaitingApproval,
        [(AwaitingInspection, Release)] = Ready,
        [(AwaitingInspection, Reject)] = InRepair,
        [(Ready, ReturnGoods)] = Completed,
        [(ReadyUnrepaired, ReturnGoods)] = Completed,
    };

    private static readonly Dictionary<(OrderState, OrderTrigger), OrderState> Field = new()
    {
        [(Received, Assign)] = Assigned,
        [(Received, Cancel)] = Cancelled,
        [(Received, TakeIn)] = Received,
        [(Assigned, TakeIn)] = Assigned,
        [(Travelling, TakeIn)] = Assigned,
        [(OnSite, TakeIn)] = Assigned,
        [(OnSite, ReturnUnrepaired)] = Completed,
        [(TakenBack, ReturnUnrepaired)] = ReadyUnrepaired,
        [(AwaitingApproval, TakeIn)] = AwaitingApproval,
        [(AwaitingApproval, ReturnUnrepaired)] = Completed,
        [(WaitingForCustomer, TakeIn)] = WaitingForCustomer,
        [(WaitingForParts, TakeIn)] = WaitingForParts,
        [(WaitingForParts, ReturnUnrepaired)] = Completed,
        [(AwaitingInspection, TakeIn)] = AwaitingInspection,
        [(Assigned, Assign)] = Assigned,
        [(Assigned, Unassign)] = Received,
        [(Assigned, Depart)] = Travelling,
        [(Assigned, Hold)] = WaitingForCustomer,
        [(Assigned, Cancel)] = Cancelled,
        [(Travelling, Assign)] = Travelling,
        [(Travelling, Arrive)] = OnSite,
        [(Travelling, OrderTrigger.TurnBack)] = Assigned,
        [(Travelling, Cancel)] = Cancelled,
        [(OnSite, FinishOnSite)] = AwaitingInspection,
        [(OnSite, TakeBack)] = TakenBack,
        [(OnSite, SendQuotation)] = AwaitingApproval,
        [(OnSite, OrderTrigger.WaitForParts)] = WaitingForParts,
        [(OnSite, OrderTrigger.TurnBack)] = Assigned,
        [(TakenBack, Assign)] = TakenBack,
        [(TakenBack, TakeIn)] = Diagnosing,
        [(AwaitingApproval, Assign)] = AwaitingApproval,
        [(AwaitingApproval, Approve)] = OnSite,
        [(AwaitingApproval, Decline)] = OnSite,
        [(AwaitingApproval, ReviseQuotation)] = OnSite,
        [(WaitingForCustomer, Assign)] = WaitingForCustomer,
        [(WaitingForCustomer, Resume)] = Assigned,
        [(WaitingForCustomer, Cancel)] = Cancelled,
        [(WaitingForParts, Assign)] = WaitingForParts,
        [(WaitingForParts, PartsArrive)] = Assigned,
        [(WaitingForParts, Resume)] = Assigned,
        [(WaitingForParts, Cancel)] = Cancelled,
        [(AwaitingInspection, SendQuotation)] = AwaitingApproval,
        [(AwaitingInspection, Release)] = Completed,
        [(AwaitingInspection, Reject)] = Assigned,
    };

    public static TheoryData<ServicePlace, OrderState, OrderTrigger> Matrix
    {
        get
        {
            var data = new TheoryData<ServicePlace, OrderState, OrderTrigger>();
            foreach (var place in Enum.GetValues<ServicePlace>())
            {
                foreach (var state in Enum.GetValues<OrderState>().Where(s => place == ServicePlace.Workshop
                    ? s is not (Travelling or OnSite or TakenBack)
                    : s is not (Diagnosing or InRepair or Ready or ReadyUnrepaired)))
                {
                    foreach (var trigger in Enum.GetValues<OrderTrigger>())
                    {
                        data.Add(place, state, trigger);
                    }
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Matrix))]
    public void Each_trigger_leads_where_the_table_says_or_is_refused(ServicePlace place, OrderState state, OrderTrigger trigger)
    {
        var order = In(place, state);
        Assert.Equal(state, order.State);
        var expected = (place == ServicePlace.Workshop ? Workshop : Field).TryGetValue((state, trigger), out var to) ? to : (OrderState?)null;
        Assert.Equal(expected is not null, order.Can(trigger));
        var result = Fire(order, trigger);
        // Goods that are in the house, or of an order that is over, come in a second time without harm: what happened is not refused.
        Assert.Equal(expected is not null || (trigger == TakeIn && (order.GoodsInWorkshop || state is Completed or Cancelled)), result.Succeeded);
        Assert.Equal(expected ?? state, order.State);
    }

    [Fact]
    public void Every_move_is_kept_with_where_from_where_to_by_what_and_why()
    {
        var order = In(ServicePlace.Workshop, Assigned);
        order.Hold("Which colour?", Now);
        var last = order.Transitions[^1];
        Assert.Equal(new Transition("Assigned", "Hold", "WaitingForCustomer", "Which colour?"), last);
    }

    [Fact]
    public void Every_move_and_every_move_back_is_told()
    {
        var order = In(ServicePlace.Workshop, AwaitingInspection);
        order.Reject("It leaks", Now);
        order.FinishRepair([], [], Now);
        OrderStage[] told = [.. order.Events.OfType<OrderProgressed>().Select(e => e.Stage)];
        Assert.Equal([OrderStage.InInspection, OrderStage.InRepair, OrderStage.InInspection], told[^3..]);
        order.TellCustomer(Guid.Empty, "Second round", Now);
        Assert.Equal((Guid.Empty, "Second round"), order.Events.OfType<OrderProgressed>().Last() is var last ? (last.NoteId!.Value, last.Note!) : default);
    }

    [Fact]
    public void Taken_off_its_technician_an_order_is_told_as_nobodys()
    {
        var order = In(ServicePlace.Workshop, Assigned);
        order.Unassign(Now);
        Assert.Equal((OrderStage.Registered, (string?)null), order.Events.OfType<OrderProgressed>().Last() is var last ? (last.Stage, last.TechnicianName) : default);
    }

    [Fact]
    public void The_assigned_technician_stands_in_what_is_told()
    {
        var order = In(ServicePlace.Workshop, Assigned);
        Assert.Equal("Tess", order.Events.OfType<OrderProgressed>().Last().TechnicianName);
    }

    /// <summary>An order walked to a state by real triggers; under warranty, so that no approval stands in the way.</summary>
    internal static ServiceOrder In(ServicePlace place, OrderState state, EntitlementTerms? terms = null)
    {
        var request = new Requests { Place = place, Entitlement = terms ?? Requests.Warranty };
        var order = new ServiceOrder(request.Accepted(new Guid("00000000-0000-7000-8000-0000000000a1"), Now), "SO-BER-2026-000001", "EUR", null, Now);
        OrderTrigger[] way = (place, state) switch
        {
            (_, Received) => [],
            (_, Cancelled) => [Cancel],
            (_, Assigned) => [Assign],
            (ServicePlace.Workshop, Diagnosing) => [Assign, StartDiagnosis],
            (ServicePlace.Workshop, AwaitingApproval) => [Assign, StartDiagnosis, SendQuotation],
            (ServicePlace.Workshop, InRepair) => [Assign, StartDiagnosis, StartRepair],
            (ServicePlace.Workshop, WaitingForCustomer) => [Assign, StartDiagnosis, StartRepair, Hold],
            (ServicePlace.Workshop, WaitingForParts) => [Assign, StartDiagnosis, StartRepair, OrderTrigger.WaitForParts],
            (ServicePlace.Workshop, AwaitingInspection) => [Assign, StartDiagnosis, StartRepair, FinishRepair],
            (ServicePlace.Workshop, Ready) => [Assign, StartDiagnosis, StartRepair, FinishRepair, Release],
            (ServicePlace.Workshop, ReadyUnrepaired) => [Assign, StartDiagnosis, ReturnUnrepaired],
            (ServicePlace.Workshop, Completed) => [Assign, StartDiagnosis, StartRepair, FinishRepair, Release, ReturnGoods],
            (ServicePlace.Field, Travelling) => [Assign, Depart],
            (ServicePlace.Field, OnSite) => [Assign, Depart, Arrive],
            (ServicePlace.Field, TakenBack) => [Assign, Depart, Arrive, TakeBack],
            (ServicePlace.Field, AwaitingApproval) => [Assign, Depart, Arrive, SendQuotation],
            (ServicePlace.Field, WaitingForCustomer) => [Assign, Hold],
            (ServicePlace.Field, WaitingForParts) => [Assign, Depart, Arrive, OrderTrigger.WaitForParts],
            (ServicePlace.Field, AwaitingInspection) => [Assign, Depart, Arrive, FinishOnSite],
            (ServicePlace.Field, Completed) => [Assign, Depart, Arrive, FinishOnSite, Release],
            _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
        };
        foreach (var trigger in way)
        {
            Assert.True(Fire(order, trigger).Succeeded, $"{trigger} in {order.State}");
        }

        return order;
    }

    private static Result Fire(ServiceOrder order, OrderTrigger trigger) => trigger switch
    {
        Assign => order.Assign(new Person(new("00000000-0000-7000-8000-000000000003"), "Tess"), null, null, 60, null, null, Now),
        Unassign => order.Unassign(Now),
        Depart => order.Depart(Now),
        OrderTrigger.TurnBack => order.TurnBack("Nobody there", Now),
        Arrive => order.Arrive(Now),
        TakeBack => order.TakeBack("Ada", null, "", "", "", Now),
        TakeIn => order.TakeIn("A-1", "SN-1", Now),
        StartDiagnosis => order.StartDiagnosis(Now),
        SendQuotation => order.Quote(Now, "Q1"),
        Approve => order.Approve(100, 110, [], "Ada", Now),
        Decline => order.Decline(null, "Ada", null, Now),
        ReviseQuotation => order.Revise(null, Now),
        StartRepair => order.StartRepair(Now),
        OrderTrigger.WaitForParts => order.WaitForParts("Pump", Now),
        PartsArrive => order.PartsArrived(Guid.Empty, 1, Now) ? Result.Success : Error.Refused("x", "x"),
        Hold => order.Hold("Which colour?", Now),
        Resume => order.Resume(Now),
        FinishRepair => order.IsOpen && !order.Diagnose(new Diagnosis(null, null, null, null, "Nothing wrong")).Succeeded ? OrderErrors.NoTechnician : order.FinishRepair([], [], Now),
        FinishOnSite => order.FinishOnSite([], [], "Ada", null, Now),
        ReturnUnrepaired => order.ReturnUnrepaired("Not worth it", null, "Tess", Now),
        Release => order.Release(new Person(new("00000000-0000-7000-8000-000000000004"), "Ines"), null, [], new LocalDate(2026, 3, 4), Now),
        Reject => order.Reject("Leaks", Now),
        ReturnGoods => order.ReturnGoods("Ada", null, Now),
        Cancel => order.Cancel("Changed my mind", Now),
        _ => throw new ArgumentOutOfRangeException(nameof(trigger), trigger, null),
    };
}
