using ServiceErp.Kernel;
using ServiceErp.SpareParts.Domain.Reservations;
using ServiceErp.SpareParts.Domain.Warehouses;

namespace ServiceErp.SpareParts.Tests.Domain;

public sealed class ReservationTests
{
    /// <summary>Every state with every trigger: where it leads when the figures allow all; null is a refusal.</summary>
    public static TheoryData<ReservationState, ReservationTrigger, ReservationState?> Matrix
    {
        get
        {
            var moves = new Dictionary<(ReservationState, ReservationTrigger), ReservationState>
            {
                [(ReservationState.Waiting, ReservationTrigger.Reserve)] = ReservationState.Reserved,
                [(ReservationState.Waiting, ReservationTrigger.Resize)] = ReservationState.Reserved,
                [(ReservationState.Waiting, ReservationTrigger.Release)] = ReservationState.Released,
                [(ReservationState.PartlyReserved, ReservationTrigger.Reserve)] = ReservationState.Reserved,
                [(ReservationState.PartlyReserved, ReservationTrigger.Issue)] = ReservationState.Waiting,
                [(ReservationState.PartlyReserved, ReservationTrigger.Resize)] = ReservationState.Reserved,
                [(ReservationState.PartlyReserved, ReservationTrigger.Release)] = ReservationState.Released,
                [(ReservationState.Reserved, ReservationTrigger.Issue)] = ReservationState.Issued,
                [(ReservationState.Reserved, ReservationTrigger.Resize)] = ReservationState.Reserved,
                [(ReservationState.Reserved, ReservationTrigger.Release)] = ReservationState.Released,
                [(ReservationState.Waiting, ReservationTrigger.UndoReturn)] = ReservationState.Waiting,
                [(ReservationState.PartlyReserved, ReservationTrigger.UndoReturn)] = ReservationState.PartlyReserved,
                [(ReservationState.Reserved, ReservationTrigger.UndoReturn)] = ReservationState.Reserved,
                [(ReservationState.Issued, ReservationTrigger.UndoReturn)] = ReservationState.Issued,
                [(ReservationState.Waiting, ReservationTrigger.Reassign)] = ReservationState.Reserved,
                [(ReservationState.PartlyReserved, ReservationTrigger.Reassign)] = ReservationState.Reserved,
                [(ReservationState.Reserved, ReservationTrigger.Reassign)] = ReservationState.Reserved,
                [(ReservationState.Issued, ReservationTrigger.Return)] = ReservationState.Issued,
                [(ReservationState.Issued, ReservationTrigger.Resize)] = ReservationState.Reserved,
                [(ReservationState.Released, ReservationTrigger.Resize)] = ReservationState.Reserved,
            };
            var data = new TheoryData<ReservationState, ReservationTrigger, ReservationState?>();
            foreach (var state in Enum.GetValues<ReservationState>())
            {
                foreach (var trigger in Enum.GetValues<ReservationTrigger>())
                {
                    data.Add(state, trigger, moves.TryGetValue((state, trigger), out var to) ? to : null);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Matrix))]
    public void Each_trigger_in_each_state_leads_where_the_table_says_or_is_refused(ReservationState state, ReservationTrigger trigger, ReservationState? expected)
    {
        var shelf = new Shelf();
        var reservation = shelf.In(state);
        reservation.MarkStored();
        var result = Fire(reservation, trigger, shelf);
        if (expected is { } to)
        {
            Shelf.Ok(result);
            Assert.Equal(to, reservation.State);
        }
        else
        {
            // What is refused, or changes nothing because it is already so, leaves the state alone.
            Assert.Equal(state, reservation.State);
            Assert.Empty(reservation.Transitions);
        }
    }

    [Fact]
    public void What_was_issued_before_the_rest_arrived_can_come_back()
    {
        var shelf = new Shelf();
        var reservation = shelf.In(ReservationState.PartlyReserved);
        Shelf.Ok(reservation.Issue(shelf.Shelves, shelf.Booking));
        Assert.Equal((ReservationState.Waiting, 2m, 1m), (reservation.State, reservation.Issued, reservation.Missing));

        Shelf.Ok(reservation.Return(2, shelf.Shelves, shelf.Booking));
        Assert.Equal((ReservationState.Waiting, 0m, 1m, 0m), (reservation.State, reservation.Issued, reservation.Missing, reservation.Cost));
    }

    [Fact]
    public void A_release_keeps_what_was_handed_out()
    {
        var shelf = new Shelf();
        var reservation = shelf.In(ReservationState.PartlyReserved);
        Shelf.Ok(reservation.Issue(shelf.Shelves, shelf.Booking));
        Shelf.Ok(reservation.Release(shelf.Shelves));
        Assert.Equal((ReservationState.Issued, 2m, 2m), (reservation.State, reservation.Wanted, reservation.Issued));
    }

    [Fact]
    public void Returning_everything_ends_the_promise_and_its_cost()
    {
        var shelf = new Shelf();
        var reservation = shelf.In(ReservationState.Issued);
        Shelf.Ok(reservation.Return(3, shelf.Shelves, shelf.Booking));
        Assert.Equal((ReservationState.Released, 0m, 0m), (reservation.State, reservation.Wanted, reservation.Cost));
    }

    [Fact]
    public void More_than_was_handed_out_does_not_come_back()
    {
        var shelf = new Shelf();
        var reservation = shelf.In(ReservationState.Issued);
        Assert.Equal("SpareParts.Reservation.ReturnTooLarge", reservation.Return(4, shelf.Shelves, shelf.Booking).Error!.Code);
    }

    [Fact]
    public void An_order_hears_of_each_arrival_how_much_is_promised_to_it_now()
    {
        var shelf = new Shelf();
        var reservation = shelf.In(ReservationState.Waiting);
        shelf.With(2, 20);
        Shelf.Ok(reservation.Supply(shelf.Shelves, shelf.Ids));
        Shelf.Ok(reservation.Supply(shelf.Shelves, shelf.Ids));
        shelf.With(5, 50);
        Shelf.Ok(reservation.Supply(shelf.Shelves, shelf.Ids));
        Assert.Equal([2m, 3m], reservation.Events.Cast<PartsArrived>().Select(e => e.Quantity));
    }

    [Fact]
    public void An_order_hears_what_is_left_to_it_when_the_van_of_its_former_technician_is_not_asked_any_more()
    {
        var shelf = new Shelf();
        var technician = shelf.Ids.NewId();
        var reservation = shelf.Wish(3, technician);
        shelf.With(1, 10).With(2, 20, shelf.Warehouse("VAN-1", WarehouseKind.Van, technician));
        Shelf.Ok(reservation.Supply(shelf.Shelves, shelf.Ids));
        Shelf.Ok(reservation.Reassign(shelf.Ids.NewId(), shelf.Shelves, shelf.Ids));
        var told = Assert.IsType<PartsWithdrawn>(reservation.Events[^1]);
        Assert.Equal((null, 1m, 1m), (told.Reason, told.Left, reservation.Reserved));
    }

    [Fact]
    public void The_order_is_told_of_each_issue_and_return_in_all()
    {
        var shelf = new Shelf();
        var reservation = shelf.In(ReservationState.Issued);
        Shelf.Ok(reservation.Return(1, shelf.Shelves, shelf.Booking));
        Assert.Equal([(3m, 30m), (2m, 20m)], reservation.Events.Cast<PartsIssued>().Select(e => (e.Quantity, e.Cost)));
    }

    [Fact]
    public void A_van_serves_its_own_technician_first_and_nobody_else()
    {
        var shelf = new Shelf();
        var technician = shelf.Ids.NewId();
        shelf.With(1, 10).With(5, 50, shelf.Warehouse("VAN-1", WarehouseKind.Van, technician)).With(5, 50, shelf.Warehouse("QUA", WarehouseKind.Quarantine));

        var stranger = shelf.Wish(3, shelf.Ids.NewId());
        Shelf.Ok(stranger.Reserve(shelf.Shelves, shelf.Ids));
        Assert.Equal((1m, 2m), (stranger.Reserved, stranger.Missing));

        var own = shelf.Wish(3, technician);
        Shelf.Ok(own.Reserve(shelf.Shelves, shelf.Ids));
        Assert.Equal((3m, 0m), (own.Reserved, own.Missing));
    }

    [Fact]
    public void A_smaller_wish_gives_back_only_what_is_too_much()
    {
        var shelf = new Shelf();
        var reservation = shelf.In(ReservationState.PartlyReserved);
        Shelf.Ok(reservation.Resize(1, shelf.Shelves, shelf.Ids));
        Assert.Equal((ReservationState.Reserved, 1m, 0m), (reservation.State, reservation.Reserved, reservation.Missing));
        Assert.Equal(1, shelf.Shelves.At(shelf.Part, "PUMP-1", shelf.Main, null).Available);
    }

    private static Result Fire(Reservation reservation, ReservationTrigger trigger, Shelf shelf)
    {
        switch (trigger)
        {
            case ReservationTrigger.Reserve:
                shelf.With(3, 30);
                return reservation.Reserve(shelf.Shelves, shelf.Ids);
            case ReservationTrigger.Issue:
                return reservation.Issue(shelf.Shelves, shelf.Booking);
            case ReservationTrigger.Return:
                return reservation.Return(1, shelf.Shelves, shelf.Booking);
            case ReservationTrigger.UndoReturn:
                return reservation.UndoReturn([]);
            case ReservationTrigger.Reassign:
                shelf.With(9, 90);
                return reservation.Reassign(shelf.Ids.NewId(), shelf.Shelves, shelf.Ids);
            case ReservationTrigger.Resize:
                shelf.With(9, 90);
                return reservation.Resize(4, shelf.Shelves, shelf.Ids);
            default:
                return reservation.Release(shelf.Shelves);
        }
    }
}
