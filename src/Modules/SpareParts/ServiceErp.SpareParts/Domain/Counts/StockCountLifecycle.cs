using ServiceErp.Kernel;

namespace ServiceErp.SpareParts.Domain.Counts;

/// <summary>Where a count stands.</summary>
public enum StockCountState
{
    /// <summary>To be counted.</summary>
    Planned,

    /// <summary>Somebody counts.</summary>
    Counting,

    /// <summary>Counted; another person looks at the differences.</summary>
    ToApprove,

    /// <summary>The differences are booked.</summary>
    Posted,

    /// <summary>Not counted after all; its places are planned again.</summary>
    Cancelled,

    /// <summary>The differences were booked by mistake and are taken back; its places are planned again.</summary>
    Reversed,
}

/// <summary>What moves a count.</summary>
public enum StockCountTrigger
{
    /// <summary>A place is counted.</summary>
    Count,

    /// <summary>All is counted.</summary>
    Finish,

    /// <summary>The differences are doubted.</summary>
    CountAgain,

    /// <summary>The differences are approved and booked.</summary>
    Post,

    /// <summary>It is not wanted any more.</summary>
    Cancel,

    /// <summary>The correction that booked the differences is taken back.</summary>
    Reverse,
}

/// <summary>The one transition table of a count.</summary>
internal static class StockCountLifecycle
{
    private const string PartlyBooked = "Some of its differences are booked: take back their correction first, or count to the end.";

    public static readonly Lifecycle<StockCount, StockCountState, StockCountTrigger> Table =
        Lifecycle<StockCount, StockCountState, StockCountTrigger>.Define(StockCountState.Planned, life =>
        {
            life.Configure(StockCountState.Planned)
                .Permit(StockCountTrigger.Count, StockCountState.Counting)
                .Permit(StockCountTrigger.Cancel, StockCountState.Cancelled);
            life.Configure(StockCountState.Counting)
                .PermitReentry(StockCountTrigger.Count)
                .Permit(StockCountTrigger.Finish, StockCountState.ToApprove)
                .PermitIf(StockCountTrigger.Cancel, StockCountState.Cancelled, c => c.DocumentId is null, PartlyBooked);
            life.Configure(StockCountState.ToApprove)
                .Permit(StockCountTrigger.Post, StockCountState.Posted)
                .Permit(StockCountTrigger.CountAgain, StockCountState.Counting)
                .PermitIf(StockCountTrigger.Cancel, StockCountState.Cancelled, c => c.DocumentId is null, PartlyBooked);
            life.Configure(StockCountState.Posted)
                .PermitReentryIf(StockCountTrigger.Post, c => c.OpenDifferences > 0, "Every difference is booked.")
                .PermitIf(StockCountTrigger.CountAgain, StockCountState.Counting, c => c.OpenDifferences > 0, "Every difference is booked.")
                .Permit(StockCountTrigger.Reverse, StockCountState.Reversed);
            life.Final(StockCountState.Cancelled, StockCountState.Reversed);
        });
}
