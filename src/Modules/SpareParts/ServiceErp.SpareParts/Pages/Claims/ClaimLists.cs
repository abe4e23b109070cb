using ServiceErp.Platform.Ui;
using ServiceErp.SpareParts.Features.Claims;

namespace ServiceErp.SpareParts.Pages.Claims;

/// <summary>The columns of the lists of claims, for screen and files.</summary>
internal static class ClaimLists
{
    public static readonly ListColumns<ListSupplierClaims.Row> Claims = new ListColumns<ListSupplierClaims.Row>()
        .Add("Number", r => r.Number, href: r => $"/spare-parts/claims/{r.Id}", primary: true)
        .Add("State", r => r.State, kind: ColumnKind.Badge, tone: r => Tones.Of(r.State))
        .Add("Supplier", r => r.Supplier, href: r => $"/spare-parts/suppliers/{r.SupplierId}")
        .Add("Lines", r => r.Lines, kind: ColumnKind.Number, fileOnly: true)
        .Money("Claimed", r => r.Claimed, r => r.Currency, sort: "claimed")
        .Money("Accepted by the supplier", r => r.Accepted, r => r.Currency, hideOnPhone: true)
        .Money("Credited", r => r.Credited, r => r.Currency)
        .Money("Replaced", r => r.Replaced, r => r.Currency)
        .Add("Sent", r => r.SentOn, kind: ColumnKind.Date, fileOnly: true)
        .Add("Answer due", r => r.DueOn, kind: ColumnKind.Date)
        .Add("Late", r => r.IsOverdue ? "Overdue" : null, kind: ColumnKind.Badge, tone: _ => Tone.Bad)
        .Add("Their number", r => r.Reference, fileOnly: true)
        .Add("Return document", r => r.ReturnDocument, fileOnly: true)
        .Add("Written", r => r.CreatedAt, "created", kind: ColumnKind.Instant, hideOnPhone: true)
        .Add("Person", r => r.Person, fileOnly: true);

    public static readonly ListColumns<GetClaimRecovery.Row> Recovery = new ListColumns<GetClaimRecovery.Row>()
        .Add("Supplier", r => r.Supplier, href: r => $"/spare-parts/suppliers/{r.SupplierId}", primary: true)
        .Add("Recovered %", r => r.Rate, kind: ColumnKind.Number)
        .Add("Claims", r => r.Claims, kind: ColumnKind.Number)
        .Add("Answered", r => r.Answered, kind: ColumnKind.Number, fileOnly: true)
        .Money("Claimed", r => r.Claimed, r => r.Currency)
        .Money("Accepted by the supplier", r => r.Accepted, r => r.Currency)
        .Money("Credited", r => r.Credited, r => r.Currency)
        .Money("Replaced", r => r.Replaced, r => r.Currency)
        .Money("Refused", r => r.Refused, r => r.Currency)
        .Add("Days to answer", r => r.DaysToAnswer, kind: ColumnKind.Number);
}
