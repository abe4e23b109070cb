using Microsoft.AspNetCore.Http;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Ui;
using ServiceErp.Platform.Web;
using ServiceErp.SpareParts.Features.Defects;
using ServiceErp.SpareParts.Features.Suppliers;
using ServiceErp.SpareParts.Features.Warehouses;

namespace ServiceErp.SpareParts.Pages.Defects;

/// <summary>The pages of defective goods.</summary>
internal static class DefectPages
{
    private const string Defects = "/spare-parts/defective-parts";

    public static void Map(PageRoutes pages) => pages
        .Get(Defects, p => p.ShowList(list => new ListDefectiveParts.Query(list), "defective-parts", DefectLists.Defects, async list =>
            p.Page<DefectsPage>("Defective parts", new { List = list, Query = p.List, Suppliers = await Suppliers(p), CanMove = p.Caller.Can(SparePartsPermissions.StockMove) })))
        .Get(Defects + "/new", p => Aside(p, new FormState()))
        .Post(Defects + "/new", p => p.Submit<SetDefectivePartAside.Command, SetDefectivePartAside.Answer>(_ => "/spare-parts/claims/to-claim", form => Aside(p, form), p.L["Set aside."]))
        .Get(Defects + "/{id}/edit", p => Edit(p, new FormState()))
        .Post(Defects + "/{id}/edit", p => p.Submit<ChangeDefectivePart.Command, Done>(_ => "/spare-parts/claims/to-claim", form => Edit(p, form), p.L["Saved."]))
        .Post(Defects + "/{id}/drop", p => p.Do<DropDefectivePart.Command, Done>(_ => Defects, p.L["Taken off the list."]))
        .Post(Defects + "/{id}/return", p => p.Do<ReturnDefectivePart.Command, ReturnDefectivePart.Answer>(a => $"/spare-parts/documents/{a.DocumentId}", p.L["Sent back to the supplier."]))
        .Post(Defects + "/{id}/found-good", p => p.Do<FindDefectivePartGood.Command, FindDefectivePartGood.Answer>(a => $"/spare-parts/documents/{a.DocumentId}", p.L["They lie with what may be used."]))
        .Post(Defects + "/{id}/scrap", p => p.Do<ScrapDefectivePart.Command, ScrapDefectivePart.Answer>(a => $"/spare-parts/documents/{a.DocumentId}", p.L["Scrapped."]));

    private static async Task<IResult> Aside(PageRequest p, FormState form) => p.Page<SetAsidePage>("Set a part aside", new
    {
        State = form, NewId = p.Service<IIdentifiers>().NewId(), Warehouses = await p.Send(new ListWarehouses.Query()) is { Succeeded: true, Value: var rows } ? rows : [],
    }, form.HasErrors ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);

    private static Task<IResult> Edit(PageRequest p, FormState form) => p.Show(new GetDefectivePart.Query(p.Id()), async goods =>
        p.Page<DefectEditPage>(goods.PartNumber, new { Goods = goods, State = form, Suppliers = await Suppliers(p) }, form.HasErrors ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK));

    private static async Task<IReadOnlyList<ListSuppliers.Row>> Suppliers(PageRequest p) =>
        await p.Send(new ListSuppliers.Query(new ListQuery { Path = Defects, Size = ListQuery.LargestSize })) is { Succeeded: true, Value: var list } ? list.Items : [];
}
