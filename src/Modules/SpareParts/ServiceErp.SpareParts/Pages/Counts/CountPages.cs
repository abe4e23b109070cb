using Microsoft.AspNetCore.Http;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Ui;
using ServiceErp.Platform.Web;
using ServiceErp.SpareParts.Features.Counts;
using ServiceErp.SpareParts.Features.Warehouses;

namespace ServiceErp.SpareParts.Pages.Counts;

/// <summary>The pages of counting.</summary>
internal static class CountPages
{
    public static void Map(PageRoutes pages) => pages
        .Get("/spare-parts/counts", p => p.ShowList(list => new ListCounts.Query(list), "counts", CountLists.Counts, list => p.Show(new ListWarehouses.Query(), async warehouses => p.Page<CountsPage>("Counts", new
        {
            List = list,
            Query = p.List,
            Warehouses = warehouses,
            CanPlan = p.Caller.Can(SparePartsPermissions.CountPlan),
            Rules = p.Caller.Can(SparePartsPermissions.RulesWrite) && await p.Send(new GetCountRules.Query()) is { Succeeded: true, Value: var rules } ? rules : null,
        }))))
        .Post("/spare-parts/counts/plan", p => p.Do<PlanCounts.Command, PlanCounts.Answer>(_ => "/spare-parts/counts", p.L["Today's counts are planned."]))
        .Post("/spare-parts/counts/stocktake", p => p.Do<StartStocktake.Command, StartStocktake.Answer>(s => $"/spare-parts/counts/{s.Id}", p.L["The balances are frozen."]))
        .Post("/spare-parts/counts/rules", p => p.Do<SetCountRules.Command, Done>(_ => "/spare-parts/counts", p.L["Saved."]))
        .Get("/spare-parts/counts/accuracy", p => p.Show(new GetCountAccuracy.Query(), answer => p.List.Format is { } format
            ? p.Http.File(format, "count-accuracy", CountLists.Accuracy, answer.Rows.ToAsyncEnumerable())
            : p.Page<CountAccuracyPage>("Count accuracy", new { Accuracy = answer, Query = p.List })))
        .Get("/spare-parts/counts/{id}", p => p.Show(new GetCount.Query(p.Id()), count => p.ShowList(
            list => new ListCountLines.Query(list with { Filters = new Dictionary<string, string>(list.Filters) { ["count"] = $"{p.Id()}" } }), count.Number, CountLists.Lines,
            lines => p.Show(new ListOpenDifferences.Query(count.Id), open => p.Page<CountPage>(count.Number, new
            {
                Count = count,
                List = lines,
                Query = p.List,
                Open = open,
                CanRelease = p.Caller.Can(SparePartsPermissions.ReservationRelease),
                CanCount = p.Caller.Can(SparePartsPermissions.CountWrite),
                CanPost = p.Caller.Can(SparePartsPermissions.CountPost),
                CanPlan = p.Caller.Can(SparePartsPermissions.CountPlan),
            })))))
        .Get("/spare-parts/counts/{id}/count", p => p.Show(new GetCount.Query(p.Id()), count => p.Page<CountingPage>(count.Number, new { Count = count, ScanId = p.Service<IIdentifiers>().NewId() })))
        .Post("/spare-parts/counts/{id}/scans", Scan)
        .Post("/spare-parts/counts/{id}/finish", p => p.Do<FinishCount.Command, Done>(_ => Of(p), p.L["The counting is over."]))
        .Post("/spare-parts/counts/{id}/again", p => p.Do<CountAgain.Command, Done>(_ => Of(p)))
        .Post("/spare-parts/counts/{id}/cancel", p => p.Do<CancelCount.Command, Done>(_ => Of(p)))
        .Post("/spare-parts/counts/{id}/post", p => p.Do<PostCount.Command, PostCount.Answer>(_ => Of(p), p.L["The differences are booked."]));

    /// <summary>The queue on the phone wants a short answer; without script it is a form like any other.</summary>
    private static async Task<IResult> Scan(PageRequest p)
    {
        if (p.Http.Request.Headers["X-Queue"].Count == 0)
        {
            return await p.Do<RecordCount.Command, RecordCount.Answer>(_ => $"{Of(p)}/count");
        }

        var bound = Binding.FromForm<RecordCount.Command>(p.Http);
        var result = bound.Succeeded ? await p.Send(bound.Value) : bound.Error;
        return result.Succeeded
            ? Results.Json(new { text = result.Value.Again ? p.L["{0}: please count again", result.Value.Part] : p.L["{0}: {1} {2} counted", result.Value.Part, Display.Number(result.Value.Quantity), result.Value.Unit], tone = result.Value.Again ? "waiting" : "good" })
            : Results.Json(new { text = (result.Error.Details is [var first, ..] ? p.L.Error(first) : p.L.Error(result.Error)), tone = "bad" }, statusCode: StatusCodes.Status422UnprocessableEntity);
    }

    private static string Of(PageRequest p) => $"/spare-parts/counts/{p.Id()}";
}
