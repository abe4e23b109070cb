using ServiceErp.Kernel;
using ServiceErp.SpareParts.Domain.Reservations;
using ServiceErp.SpareParts.Domain.Stock;
using ServiceErp.SpareParts.Domain.Warehouses;
using ServiceErp.Testing;

namespace ServiceErp.SpareParts.Tests.Domain;

/// <summary>One part at one branch in memory: what the domain's tests talk about.</summary>
internal sealed class Shelf
{
    private readonly CountingIdentifiers ids = new();

    public Shelf()
    {
        Part = ids.NewId();
        Branch = ids.NewId();
        Main = Warehouse("MAIN", WarehouseKind.Main);
        Shelves = new Shelves(ids);
    }

    public IIdentifiers Ids => ids;

    public Guid Part { get; }

    public Guid Branch { get; }

    public Warehouse Main { get; }

    public Shelves Shelves { get; }

    public Booking Booking => new(ids, ids.NewId(), "DOC-1", null, "Tester", Instant.FromUtc(2026, 3, 4, 9, 0), new LocalDate(2026, 3, 4), 2);

    public Warehouse Warehouse(string code, WarehouseKind kind, Guid? holder = null)
    {
        var warehouse = new Warehouse(ids.NewId(), Branch, code);
        warehouse.Describe(code, kind, holder, active: true);
        return warehouse;
    }

    public Shelf With(decimal quantity, decimal value, Warehouse? warehouse = null)
    {
        Shelves.Book(Shelves.At(Part, "PUMP-1", warehouse ?? Main, null).Add(MovementKind.Receipt, quantity, value, Booking));
        return this;
    }

    public Reservation Wish(decimal quantity, Guid? technician = null) =>
        new(ids.NewId(), new PartsWish(ids.NewId(), ids.NewId(), "SO-1", Branch, Part, quantity) { TechnicianId = technician }, "PUMP-1", Instant.FromUtc(2026, 3, 4, 9, 0));

    /// <summary>A reservation of three pieces, led into a state by its own triggers.</summary>
    public Reservation In(ReservationState state)
    {
        var wish = Wish(3);
        switch (state)
        {
            case ReservationState.PartlyReserved:
                With(2, 20);
                Ok(wish.Reserve(Shelves, ids));
                break;
            case ReservationState.Reserved:
                With(3, 30);
                Ok(wish.Reserve(Shelves, ids));
                break;
            case ReservationState.Issued:
                With(3, 30);
                Ok(wish.Reserve(Shelves, ids));
                Ok(wish.Issue(Shelves, Booking));
                break;
            case ReservationState.Released:
                Ok(wish.Release(Shelves));
                break;
        }

        Assert.Equal(state, wish.State);
        return wish;
    }

    public static void Ok(Result result) => Assert.True(result.Succeeded, result.Error?.ToString());
}
