using Bogus;
using ServiceErp.Workshop.Domain.Orders;

namespace ServiceErp.Demo;

/// <summary>What becomes of one order.</summary>
/// <param name="IsField">A technician goes there; otherwise it is carried in.</param>
/// <param name="Until">Where it stands still; nothing goes on to the end.</param>
internal sealed record Course(bool IsField, OrderState? Until = null)
{
    /// <summary>The customer does not want it any more.</summary>
    public bool Cancels { get; init; }

    /// <summary>It can't be done on site.</summary>
    public bool TakesBack { get; init; }

    /// <summary>It needs a part that nobody has in stock.</summary>
    public bool LacksPart { get; init; }

    /// <summary>Something is asked of the customer first.</summary>
    public bool Holds { get; init; }

    /// <summary>Not worth a repair.</summary>
    public bool GivesUp { get; init; }

    /// <summary>The customer does not agree to the price.</summary>
    public bool Declines { get; init; }

    /// <summary>The inspector sends it back once.</summary>
    public bool IsRejected { get; init; }

    /// <summary>The customer takes one of our units home meanwhile.</summary>
    public bool Borrows { get; init; }

    /// <summary>A piece with a serial number goes in for a faulty one.</summary>
    public bool TracksPiece { get; init; }

    /// <summary>Older than its warranty, whatever the owner has.</summary>
    public bool IsPaid { get; init; }

    /// <summary>Whether and how the invoice is paid.</summary>
    public Settlement Settlement { get; init; }

    /// <summary>Stories of the last days, one for each state in which an order can stand, and how many hours of work it takes at most to get there.</summary>
    public static readonly IReadOnlyList<(double Hours, Course Course)> Unfinished =
    [
        (1, new(false, OrderState.Received)), (2, new(true, OrderState.Received)), (4, new(false, OrderState.Assigned)), (4, new(true, OrderState.Assigned)), (10, new(true, OrderState.Travelling)),
        (12, new(true, OrderState.OnSite)), (10, new(false, OrderState.Diagnosing)), (14, new(true, OrderState.Diagnosing) { TakesBack = true }), (12, new(false, OrderState.AwaitingApproval) { IsPaid = true }),
        (12, new(false, OrderState.WaitingForCustomer) { Holds = true }), (34, new(false, OrderState.WaitingForParts) { LacksPart = true }), (34, new(false, OrderState.InRepair) { Borrows = true }),
        (40, new(false, OrderState.AwaitingInspection)), (18, new(true, OrderState.AwaitingInspection)), (46, new(false, OrderState.Ready)), (50, new(false, OrderState.Ready) { IsPaid = true }),
        (14, new(false, OrderState.ReadyUnrepaired) { GivesUp = true }), (12, new(true) { Cancels = true }), (130, new(false, OrderState.Ready) { Borrows = true }), (120, new(false) { Borrows = true }),
        (90, new(false) { TracksPiece = true }),
    ];

    /// <summary>Whether the story can be told of a product.</summary>
    public bool Suits(Possession device) => device.Model.IsStationary == IsField && (!TracksPiece || device.Model.Parts.Any(p => p.IsTracked));

    /// <summary>What happens to an order on an ordinary day.</summary>
    public static Course Draw(Randomizer luck, bool isField)
    {
        var fate = luck.Double();
        return new Course(isField)
        {
            Cancels = isField && fate < 0.08,
            TakesBack = isField && fate is >= 0.08 and < 0.25,
            Declines = fate is >= 0.25 and < 0.33,
            GivesUp = !isField && fate is >= 0.33 and < 0.37,
            Holds = fate is >= 0.37 and < 0.42,
            LacksPart = fate is >= 0.42 and < 0.56,
            IsRejected = fate is >= 0.56 and < 0.64,
            Settlement = luck.WeightedRandom([Settlement.AtOnce, Settlement.ByTransfer, Settlement.Open], [0.6f, 0.25f, 0.15f]),
        };
    }
}

/// <summary>How an invoice is paid.</summary>
internal enum Settlement
{
    /// <summary>By card at the counter or on site.</summary>
    AtOnce,

    /// <summary>By bank, some days later.</summary>
    ByTransfer,

    /// <summary>Not at all.</summary>
    Open,
}
