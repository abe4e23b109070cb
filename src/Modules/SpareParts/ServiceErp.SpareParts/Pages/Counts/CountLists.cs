using ServiceErp.Platform.Ui;
using ServiceErp.SpareParts.Features.Counts;

namespace ServiceErp.SpareParts.Pages.Counts;

/// <summary>The columns of the lists of counting, for screen and files.</summary>
internal static class CountLists
{
    public static readonly ListColumns<ListCounts.Row> Counts = new ListColumns<ListCounts.Row>()
        .Add("Number", r => r.Number, href: r => $"/spare-parts/counts/{r.Id}", primary: true)
        .Add("Kind", r => r.Kind)
        .Add("State", r => r.State, kind: ColumnKind.Badge, tone: r => Tones.Of(r.State))
        .Add("Warehouse", r => r.Warehouse)
        .Add("Planned for", r => r.PlannedFor, kind: ColumnKind.Date)
        .Add("Places", r => r.Places, kind: ColumnKind.Number)
        .Add("Counted", r => r.Counted, kind: ColumnKind.Number)
        .Add("To count again", r => r.Again == 0 ? null : r.Again, kind: ColumnKind.Number)
        .Add("Approved by", r => r.ApprovedBy, fileOnly: true)
        .Add("Written", r => r.CreatedAt, "created", kind: ColumnKind.Instant, hideOnPhone: true);

    public static readonly ListColumns<ListCountLines.Row> Lines = new ListColumns<ListCountLines.Row>()
        .Add("Part", r => r.PartNumber, "part", r => $"/spare-parts/parts/{r.PartId}", primary: true)
        .Add("Name", r => r.PartName, hideOnPhone: true)
        .Add("Bin", r => r.Bin)
        .Add("Class", r => r.Class)
        .Add("Frozen", r => r.Frozen, kind: ColumnKind.Number, fileOnly: true)
        .Add("Balance then", r => r.Balance, kind: ColumnKind.Number)
        .Add("Counted", r => r.Counted, kind: ColumnKind.Number)
        .Add("Unit", r => r.Unit, fileOnly: true)
        .Add("Difference", r => r.Difference, kind: ColumnKind.Number)
        .Money("Value", r => r.Value, r => r.Currency)
        .Add("Countings", r => r.Countings, kind: ColumnKind.Number, fileOnly: true)
        .Add("Person", r => r.CountedBy, hideOnPhone: true)
        .Add("When", r => r.CountedAt, kind: ColumnKind.Instant, hideOnPhone: true);

    public static readonly ListColumns<GetCountAccuracy.Row> Accuracy = new ListColumns<GetCountAccuracy.Row>()
        .Add("Month", r => r.Month, kind: ColumnKind.Date, primary: true)
        .Add("Class", r => r.Class)
        .Add("Counted", r => r.Counted, kind: ColumnKind.Number)
        .Add("Right", r => r.Right, kind: ColumnKind.Number)
        .Add("Right in percent", r => r.Accuracy, kind: ColumnKind.Number)
        .Money("Differences", r => r.Value, r => r.Currency);
}
