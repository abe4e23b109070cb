using NodaTime;
using ServiceErp.Platform.Branches;
using ServiceErp.Platform.Ui;
using ServiceErp.Platform.Web;
using ServiceErp.SpareParts.Features.Parts;
using ServiceErp.SpareParts.Features.Reports;
using ServiceErp.SpareParts.Features.Warehouses;

namespace ServiceErp.SpareParts.Pages.Reports;

/// <summary>The reports of the store (PAR-8).</summary>
internal static class ReportPages
{
    private const string Reports = "/spare-parts/reports";

    public static void Map(PageRoutes pages) => pages
        .Get(Reports, p => Task.FromResult(p.Page<ReportsPage>("Store reports", new { CanClaim = p.Caller.Can(SparePartsPermissions.ClaimRead), CanBuy = p.Caller.Can(SparePartsPermissions.PurchaseRead) })))
        .Get(Reports + "/turnover", p => p.Show(new GetTurnover.Query(p.List.From, p.List.To, p.List.Filter("by") == "class", Guid.TryParse(p.List.Filter("warehouse"), out var warehouse) ? warehouse : null), async answer => p.List.Format is { } format
            ? p.Http.File(format, "turnover", answer.ByClass ? ReportLists.Classes : ReportLists.Groups, answer.Rows.ToAsyncEnumerable())
            : p.Page<TurnoverPage>("Turnover", new { Answer = answer, Query = p.List, Warehouses = await Warehouses(p) })))
        .Get(Reports + "/turnover/parts", p => p.ShowList(list => new ListTurnover.Query(list), "turnover-parts", ReportLists.Parts, async list =>
        {
            var (from, through) = ReportReading.Period(p.List.From, p.List.To, p.Service<IBranches>().Today(p.Caller, p.Service<IClock>().GetCurrentInstant()));
            return p.Page<PartTurnoverPage>("Turnover by part", new { List = list, Query = p.List, From = from, Through = through, Warehouses = await Warehouses(p), Groups = await Groups(p) });
        }))
        .Get(Reports + "/slow-stock", p => p.ShowList(list => new ListSlowStock.Query(list), "slow-stock", ReportLists.Slow, list =>
            p.Show(new GetSlowStock.Query(SlowStockReading.Window(p.List.Filter("days"))), async sums => p.Page<SlowStockPage>("Slow and dead stock", new { List = list, Sums = sums, Query = p.List, Warehouses = await Warehouses(p), Groups = await Groups(p) }))))
        .Get(Reports + "/fill-rate", p => p.Show(new GetFillRate.Query(p.List.From, p.List.To, p.List.Filter("group")), async answer => p.List.Format is { } format
            ? p.Http.File(format, "fill-rate", ReportLists.Fill, answer.Months.ToAsyncEnumerable())
            : p.Page<FillRatePage>("Fill rate", new { Answer = answer, Query = p.List, Groups = await Groups(p) })));

    private static async Task<IReadOnlyList<ListWarehouses.Row>> Warehouses(PageRequest p) => await p.Send(new ListWarehouses.Query()) is { Succeeded: true, Value: var rows } ? rows : [];

    private static async Task<IReadOnlyList<string>> Groups(PageRequest p) => await p.Send(new ListPartGroups.Query()) is { Succeeded: true, Value: var choices } ? choices.Groups : [];
}
