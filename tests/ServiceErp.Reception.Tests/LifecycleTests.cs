using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Reception.Domain.Customers;
using ServiceErp.Reception.Domain.Devices;
using ServiceErp.Reception.Domain.Goods;
using ServiceErp.Reception.Domain.Models;
using ServiceErp.Reception.Domain.Requests;
using ServiceErp.Reception.Domain.Warranty;
using ServiceErp.Testing;
using ServiceErp.Workshop;

namespace ServiceErp.Reception.Tests;

public sealed class LifecycleTests
{
    private static readonly Instant Now = TestCentre.Start;
    private static readonly CountingIdentifiers Ids = new();

    public static TheoryData<RequestState, RequestTrigger, RequestState?> Requests { get; } = Matrix<RequestState, RequestTrigger>(
        (RequestState.Registered, RequestTrigger.Accept, RequestState.Accepted),
        (RequestState.Registered, RequestTrigger.Withdraw, RequestState.Withdrawn),
        (RequestState.Accepted, RequestTrigger.Dispatch, RequestState.Dispatched),
        (RequestState.Accepted, RequestTrigger.Close, RequestState.Closed),
        (RequestState.Accepted, RequestTrigger.Withdraw, RequestState.Withdrawn),
        (RequestState.Dispatched, RequestTrigger.Recall, RequestState.Accepted),
        (RequestState.Dispatched, RequestTrigger.Close, RequestState.Closed),
        (RequestState.Dispatched, RequestTrigger.Withdraw, RequestState.Withdrawn));

    public static TheoryData<ReceiptState, ReceiptTrigger, ReceiptState?> Receipts { get; } = Matrix<ReceiptState, ReceiptTrigger>(
        (ReceiptState.Issued, ReceiptTrigger.Return, ReceiptState.Voided), (ReceiptState.Issued, ReceiptTrigger.Exchange, ReceiptState.Exchanged));

    [Theory]
    [MemberData(nameof(Requests))]
    public void A_request_moves_only_as_its_table_says(RequestState from, RequestTrigger trigger, RequestState? to)
    {
        var moved = ServiceRequestLifecycle.Table.Fire(Judged(), from, trigger);

        Assert.Equal(to, moved.Succeeded ? moved.Value : null);
    }

    [Theory]
    [MemberData(nameof(Receipts))]
    public void A_receipt_moves_only_as_its_table_says(ReceiptState from, ReceiptTrigger trigger, ReceiptState? to)
    {
        var moved = GoodsReceiptLifecycle.Table.Fire(Receipt(), from, trigger);

        Assert.Equal(to, moved.Succeeded ? moved.Value : null);
    }

    [Fact]
    public void A_request_without_a_device_is_not_accepted()
    {
        var refused = Request().Accept(Ids.NewId(), Customer(), Device(), null);

        Assert.Equal("Reception.ServiceRequest.Accept.Refused", refused.Error?.Code);
    }

    [Fact]
    public void Acceptance_tells_the_workshop_everything_and_is_kept_as_a_transition()
    {
        var request = Judged();
        var order = Ids.NewId();

        Assert.True(request.Accept(order, Customer(), Device(), "A-1").Succeeded);

        var told = Assert.IsType<ServiceRequestAccepted>(Assert.Single(request.Events));
        Assert.Equal((order, "A-1", ServiceCategory.Paid), (told.OrderId, told.Shelf, told.Entitlement.Category));
        Assert.Equal(new Transition("Registered", "Accept", "Accepted", null), Assert.Single(request.Transitions));
    }

    [Fact]
    public void The_order_s_progress_is_mirrored_and_old_news_changes_nothing()
    {
        var request = Judged();
        request.Accept(Ids.NewId(), Customer(), Device(), null);

        Assert.True(request.Progress(News(request, OrderStage.InDiagnosis, 10)).Succeeded);
        Assert.Equal((RequestState.Dispatched, Now + Duration.FromMinutes(10)), (request.State, request.AnsweredAt));

        Assert.True(request.Progress(News(request, OrderStage.Registered, 5)).Succeeded);
        Assert.Equal(RequestState.Dispatched, request.State);

        Assert.True(request.Progress(News(request, OrderStage.Registered, 20)).Succeeded);
        Assert.Equal(RequestState.Accepted, request.State);

        Assert.True(request.Progress(News(request, OrderStage.Completed, 30)).Succeeded);
        Assert.Equal((RequestState.Closed, OrderStage.Completed), (request.State, request.Stage!.Value));
        Assert.Equal(Now + Duration.FromMinutes(10), request.AnsweredAt);
    }

    [Fact]
    public void A_later_change_of_who_pays_needs_no_guess_it_is_kept_beside_the_first()
    {
        var request = Judged();
        request.Accept(Ids.NewId(), Customer(), Device(), null);

        var changed = request.ChangeEntitlement(Ids.NewId(), new Verdict(ServiceCategory.Warranty, EntitlementRule.Decision, new("Goodwill"), true, ["*"]), Now, "Supervisor", "Good customer");

        Assert.True(changed.Succeeded);
        Assert.Equal([ServiceCategory.Paid, ServiceCategory.Warranty], request.Decisions.OrderBy(d => d.Sequence).Select(d => d.Category));
        Assert.Equal(request.Decisions[0].JudgedOn, request.Entitlement!.JudgedOn);
        Assert.Equal("Good customer", Assert.Single(request.Events.OfType<EntitlementChanged>()).Reason);
    }

    [Fact]
    public void A_receipt_that_is_not_brought_back_needs_a_reason()
    {
        var receipt = Receipt();

        Assert.Equal("Reception.Goods.ReasonMissing", receipt.Return(new HandedBack(Now, "R", "Anna", Ids.NewId(), false, " ")).Error?.Code);
        Assert.True(receipt.Return(new HandedBack(Now, "R", "Anna", Ids.NewId(), false, "Lost; passport seen")).Succeeded);
        Assert.IsType<GoodsReturned>(Assert.Single(receipt.Events));
    }

    private static OrderProgressed News(ServiceRequest request, OrderStage stage, int minutes) =>
        new(request.OrderId!.Value, "SO-1", request.Id, request.BranchId, stage, Now + Duration.FromMinutes(minutes), null, null, "Tom");

    private static Customer Customer() => new(Ids.NewId(), null, new CustomerDetails(CustomerKind.Person, "Anna", "1234567"));

    private static Device Device()
    {
        var model = new DeviceModel(Ids.NewId(), "M");
        return new Device(Ids.NewId(), model, "S1", Customer(), new DevicePapers(null));
    }

    private static ServiceRequest Request() =>
        new(Ids.NewId(), "SR-1", TestBranches.Berlin.Id, Customer(), new Contact(ContactChannel.Call, ServicePlace.Field, Priority.Normal, "Broken", Now), Now, null, "R", "secret");

    private static ServiceRequest Judged()
    {
        var request = Request();
        request.Name(Device());
        request.Judge(Ids.NewId(), new Verdict(ServiceCategory.Paid, EntitlementRule.NoPolicy, new("No"), false, []), new LocalDate(2026, 3, 4), Now, "R");
        return request;
    }

    private static GoodsReceipt Receipt() => new(Ids.NewId(), "GR-1", Judged(), Ids.NewId(), new TakenGoods("ok", "none", "A", "Anna"), Now, "R");

    private static TheoryData<TState, TTrigger, TState?> Matrix<TState, TTrigger>(params (TState From, TTrigger Trigger, TState To)[] moves)
        where TState : struct, Enum
        where TTrigger : struct, Enum
    {
        var data = new TheoryData<TState, TTrigger, TState?>();
        foreach (var state in Enum.GetValues<TState>())
        {
            foreach (var trigger in Enum.GetValues<TTrigger>())
            {
                var move = moves.Where(m => m.From.Equals(state) && m.Trigger.Equals(trigger)).Select(m => (TState?)m.To).FirstOrDefault();
                data.Add(state, trigger, move);
            }
        }

        return data;
    }
}
