using ServiceErp.Platform.Ui;
using ServiceErp.Platform.Web;
using ServiceErp.SpareParts.Features.Defects;
using ServiceErp.SpareParts.Features.Suppliers;

namespace ServiceErp.SpareParts.Pages.Defects;

/// <summary>The pages of defective goods.</summary>
internal static class DefectPages
{
    private const string Defects = "/spare-parts/defective-parts";

    public static void Map(PageRoutes pages) => pages
        .Get(Defects, p => p.ShowList(list => new ListDefectiveParts.Query(list), "defective-parts", DefectLists.Defects, async list =>
            p.Page<DefectsPage>("Defective parts", new { List = list, Query = p.List, Suppliers = await Suppliers(p), CanMove = p.Caller.Can(SparePartsPermissions.StockMove) })))
        .Post(Defects + "/{id}/return", p => p.Do<ReturnDefectivePart.Command, ReturnDefectivePart.Answer>(a => $"/spare-parts/documents/{a.DocumentId}", p.L["Sent back to the supplier."]))
        .Post(Defects + "/{id}/scrap", p => p.Do<ScrapDefectivePart.Command, ScrapDefectivePart.Answer>(a => $"/spare-parts/documents/{a.DocumentId}", p.L["Scrapped."]));

    private static async Task<IReadOnlyList<ListSuppliers.Row>> Suppliers(PageRequest p) =>
        await p.Send(new ListSuppliers.Query(new ListQuery { Path = Defects, Size = ListQuery.LargestSize })) is { Succeeded: true, Value: var list } ? list.Items : [];
}
