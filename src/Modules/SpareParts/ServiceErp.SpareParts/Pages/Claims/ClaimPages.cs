using Microsoft.AspNetCore.Http;
using ServiceErp.Kernel;
using ServiceErp.Platform.Branches;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Ui;
using ServiceErp.Platform.Web;
using ServiceErp.SpareParts.Features.Claims;
using ServiceErp.SpareParts.Features.Suppliers;
using ServiceErp.SpareParts.Features.Warehouses;

namespace ServiceErp.SpareParts.Pages.Claims;

/// <summary>The pages of claims against suppliers.</summary>
internal static class ClaimPages
{
    private const string Claims = "/spare-parts/claims";
    private const int Faulty = StatusCodes.Status422UnprocessableEntity;

    public static void Map(PageRoutes pages) => pages
        .Get(Claims, p => p.ShowList(list => new ListSupplierClaims.Query(list), "supplier-claims", ClaimLists.Claims, async list =>
            p.Page<ClaimsPage>("Supplier claims", new { List = list, Query = p.List, Suppliers = await Suppliers(p), CanWrite = CanWrite(p) })))
        .Get(Claims + "/to-claim", p => ToClaim(p, new FormState()))
        .Post(Claims, p => p.Submit<DraftSupplierClaim.Command, DraftSupplierClaim.Answer>(c => $"{Claims}/{c.Id}", form => ToClaim(p, form), p.L["The claim is written. Look through it and send it."]))
        .Get(Claims + "/recovery", p => p.Show(new GetClaimRecovery.Query(p.List.From, p.List.To), recovery => p.List.Format is { } format
            ? p.Http.File(format, "supplier-recovery", ClaimLists.Recovery, recovery.Rows.ToAsyncEnumerable())
            : p.Page<RecoveryPage>("Recovery from suppliers", new { Recovery = recovery, Query = p.List })))
        .Get(Claims + "/{id}", p => p.Show(new GetSupplierClaim.Query(p.Id()), claim => p.Page<ClaimPage>(claim.Number, new
        {
            Claim = claim, CanWrite = CanWrite(p), CanMove = p.Caller.Can(SparePartsPermissions.StockMove), CanSettle = p.Caller.Can(SparePartsPermissions.ClaimSettle),
        })))
        .Get(Claims + "/{id}/print", p => p.Show(new GetSupplierClaim.Query(p.Id()), claim => p.Http.Paper<ClaimLetter>(claim.Number, PaperSize.A4, new { Claim = claim, Branch = p.Service<IBranches>().Of(claim.BranchId) })))
        .Get(Claims + "/{id}/return-slip", p => p.Show(new GetSupplierClaim.Query(p.Id()), claim => p.Http.Paper<ReturnSlip>(claim.Number, PaperSize.A4, new { Claim = claim, Branch = p.Service<IBranches>().Of(claim.BranchId) })))
        .Post(Claims + "/{id}/lines/change", p => p.Do<ChangeClaimLine.Command, Done>(_ => Of(p), p.L["Saved."]))
        .Post(Claims + "/{id}/lines/remove", p => p.Do<RemoveClaimLine.Command, Done>(_ => Of(p)))
        .Post(Claims + "/{id}/send", p => p.Do<SendSupplierClaim.Command, Done>(_ => Of(p), p.L["The claim is on its way."]))
        .Post(Claims + "/{id}/ship", p => p.Do<ShipClaimedGoods.Command, ShipClaimedGoods.Answer>(_ => Of(p), p.L["The goods have left. Print the return slip."]))
        .Post(Claims + "/{id}/take-back", p => p.Do<TakeClaimedGoodsBack.Command, Done>(_ => Of(p), p.L["The goods are back."]))
        .Get(Claims + "/{id}/answer", p => Answer(p, new FormState()))
        .Post(Claims + "/{id}/answer", p => p.Submit<AnswerSupplierClaim.Command, AnswerSupplierClaim.Answer>(_ => Of(p), form => Answer(p, form), p.L["Noted."]))
        .Post(Claims + "/{id}/contest", p => p.Do<ContestRefusal.Command, Done>(_ => Of(p)))
        .Post(Claims + "/{id}/credits", p => p.Do<NoteClaimCredit.Command, NoteClaimCredit.Answer>(_ => Of(p), p.L["Noted."]))
        .Get(Claims + "/{id}/replacement", p => Replacement(p, new FormState()))
        .Post(Claims + "/{id}/replacement", p => p.Submit<ReceiveReplacement.Command, ReceiveReplacement.Answer>(_ => Of(p), form => Replacement(p, form), p.L["Taken in."]))
        .Get(Claims + "/{id}/take-refused-back", p => Comeback(p, new FormState()))
        .Post(Claims + "/{id}/take-refused-back", p => p.Submit<TakeRefusedBack.Command, TakeRefusedBack.Answer>(_ => Of(p), form => Comeback(p, form), p.L["The goods are back."]))
        .Post(Claims + "/{id}/close", p => p.Do<CloseSupplierClaim.Command, Done>(_ => Of(p), p.L["The claim is closed."]))
        .Post(Claims + "/{id}/cancel", p => p.Do<CancelSupplierClaim.Command, Done>(_ => Of(p)));

    private static Task<IResult> ToClaim(PageRequest p, FormState form) => p.Show(new ListClaimCandidates.Query(), async groups => p.Page<ToClaimPage>("Parts to claim", new
    {
        Groups = groups, State = form, Suppliers = await Suppliers(p), CanWrite = CanWrite(p), CanMove = p.Caller.Can(SparePartsPermissions.StockMove),
    }, form.HasErrors ? Faulty : StatusCodes.Status200OK));

    private static Task<IResult> Answer(PageRequest p, FormState form) => p.Show(new GetSupplierClaim.Query(p.Id()), claim =>
        p.Page<AnswerClaimPage>(claim.Number, new { Claim = claim, State = form }, form.HasErrors ? Faulty : StatusCodes.Status200OK));

    private static Task<IResult> Replacement(PageRequest p, FormState form) => p.Show(new GetSupplierClaim.Query(p.Id()), async claim => p.Page<ReplacementPage>(claim.Number, new
    {
        Claim = claim, State = form, Warehouses = await p.Send(new ListWarehouses.Query()) is { Succeeded: true, Value: var rows } ? rows : [],
    }, form.HasErrors ? Faulty : StatusCodes.Status200OK));

    private static Task<IResult> Comeback(PageRequest p, FormState form) => p.Show(new GetSupplierClaim.Query(p.Id()), claim =>
        p.Page<ComebackPage>(claim.Number, new { Claim = claim, State = form }, form.HasErrors ? Faulty : StatusCodes.Status200OK));

    private static string Of(PageRequest p) => $"{Claims}/{p.Id()}";

    private static bool CanWrite(PageRequest p) => p.Caller.Can(SparePartsPermissions.ClaimWrite);

    private static async Task<IReadOnlyList<ListSuppliers.Row>> Suppliers(PageRequest p) =>
        await p.Send(new ListSuppliers.Query(new ListQuery { Path = Claims, Size = ListQuery.LargestSize })) is { Succeeded: true, Value: var list } ? list.Items : [];
}
