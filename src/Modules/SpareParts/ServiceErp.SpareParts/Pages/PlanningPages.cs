using Microsoft.AspNetCore.Http;
using ServiceErp.Kernel;
using ServiceErp.Platform.Branches;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Modules;
using ServiceErp.Platform.Ui;
using ServiceErp.Platform.Web;
using ServiceErp.SpareParts.Domain.Classes;
using ServiceErp.SpareParts.Features.Classes;
using ServiceErp.SpareParts.Features.Forecasting;
using ServiceErp.SpareParts.Features.Obligations;
using ServiceErp.SpareParts.Features.Purchasing;
using ServiceErp.SpareParts.Features.Scanning;
using ServiceErp.SpareParts.Features.Suppliers;
using ServiceErp.SpareParts.Features.Warehouses;
using ServiceErp.SpareParts.Pages.Classes;
using ServiceErp.SpareParts.Pages.Forecasting;
using ServiceErp.SpareParts.Pages.Obligations;
using ServiceErp.SpareParts.Pages.Purchasing;

namespace ServiceErp.SpareParts.Pages;

/// <summary>Pages of classes, forecasts, purchasing and supply obligations: each asks and shows, each form sends.</summary>
internal static class PlanningPages
{
    private const string Orders = "/spare-parts/purchase-orders";
    private const string Proposals = "/spare-parts/purchase-proposals";

    public static void Map(PageRoutes pages)
    {
        MapClasses(pages);
        MapForecasts(pages);
        MapProposals(pages);
        MapOrders(pages);
        MapObligations(pages);
    }

    private static void MapClasses(PageRoutes pages) => pages
        .Get("/spare-parts/classes", p => p.Show(new GetClasses.Query(Named(p, "warehouse"), Named(p, "run")), async classes => p.Page<ClassesPage>("Classes", new
        {
            Classes = classes, WarehouseId = Named(p, "warehouse"), Warehouses = await Warehouses(p), CanWrite = p.Caller.Can(SparePartsPermissions.ClassWrite),
        })))
        .Post("/spare-parts/classes/preview", p => p.Do<PreviewClasses.Command, PreviewClasses.Answer>(a => $"/spare-parts/classes?run={a.RunId}{AndWarehouse(p)}"))
        .Post("/spare-parts/classes/put-in-force", p => p.Do<PutClassesInForce.Command, PutClassesInForce.Answer>(_ => $"/spare-parts/classes?{AndWarehouse(p)}", p.L["The classes are in force."]))
        .Post("/spare-parts/classes/discard", p => p.Do<DiscardClasses.Command, Done>(_ => $"/spare-parts/classes?{AndWarehouse(p)}"))
        .Get("/spare-parts/part-classes", p => p.ShowList(list => new ListPartClasses.Query(list), "classes", p.List.Filter("show") == "changes" ? PlanningLists.Preview : PlanningLists.Classes, async list =>
            p.Page<PartClassesPage>("Parts by class", new { List = list, Query = p.List, Warehouses = await Warehouses(p) })))
        .Get("/spare-parts/class-changes", p => p.ShowList(list => new ListClassChanges.Query(list), "class-changes", PlanningLists.Changes, async list =>
            p.Page<ClassChangesPage>("Changes of classes", new { List = list, Query = p.List, Warehouses = await Warehouses(p) })))
        .Get("/spare-parts/planning-rules", p => p.Show(new GetPlanningRules.Query(), rules => Rules(p, rules, FormState.Of(rules))))
        .Post("/spare-parts/planning-rules", p => p.Submit<SetPlanningRules.Command, Done>(_ => "/spare-parts/planning-rules", form => p.Show(new GetPlanningRules.Query(), rules => Rules(p, rules, form)), p.L["Saved."]))
        .Post("/spare-parts/class-policies", p => p.Do<SetClassPolicy.Command, Done>(_ => "/spare-parts/planning-rules", p.L["Saved."]));

    private static void MapForecasts(PageRoutes pages) => pages
        .Get("/spare-parts/forecasts", p => p.ShowList(list => new ListForecasts.Query(list), "forecasts", PlanningLists.Forecasts, list => p.Show(new GetForecastSummary.Query(), summary =>
            p.Page<ForecastsPage>("Demand and forecasts", new { List = list, Query = p.List, Summary = summary, CanWrite = CanPlan(p) }))))
        .Post("/spare-parts/planning/start", p => p.Do<StartPlanning.Command, Done>(_ => "/spare-parts/forecasts", p.L["All parts are being planned."]))
        .Post("/spare-parts/planning/cancel", p => p.Do<CancelPlanning.Command, Done>(_ => "/spare-parts/forecasts", p.L["The planning was told to stop."]))
        .Get("/spare-parts/parts/{id}/forecast", p => p.Show(new GetPartForecast.Query(p.Id()), part => p.Page<PartForecastPage>(part.Number, new
        {
            Part = part, CanPlan = CanPlan(p), CanClass = p.Caller.Can(SparePartsPermissions.ClassWrite),
        })))
        .Post("/spare-parts/parts/{partId}/plan", p => p.Do<SetPartPlan.Command, Done>(_ => $"/spare-parts/parts/{p.Id("partId")}/forecast", p.L["Saved."]))
        .Post("/spare-parts/parts/{partId}/class", p => p.Do<SetManualClass.Command, Done>(_ => $"/spare-parts/parts/{p.Id("partId")}/forecast", p.L["Saved."]));

    private static void MapProposals(PageRoutes pages) => pages
        .Get(Proposals, p => p.ShowList(list => new ListProposals.Query(list), "purchase-proposals", PlanningLists.Proposals, async list =>
            p.Page<ProposalsPage>("Purchase proposals", new { List = list, Query = p.List, Warehouses = await Warehouses(p), CanWrite = CanBuy(p), ToBuy = await p.Send(new CountPartsToBuy.Query()) is { Succeeded: true, Value.Parts: var parts } ? parts : 0 })))
        .Post(Proposals, p => p.Do<MakeProposal.Command, MakeProposal.Answer>(a => $"{Proposals}/{a.Id}"))
        .Get(Proposals + "/{id}", p => p.Show(new GetProposal.Query(p.Id()), async proposal => p.Page<ProposalPage>(proposal.Number, new
        {
            Proposal = proposal, Suppliers = await Suppliers(p), CanWrite = CanBuy(p), CanApprove = p.Caller.Can(SparePartsPermissions.PurchaseApprove),
        })))
        .Get("/spare-parts/stock-advice", p => p.Show(new ListStockAdvice.Query(), rows => p.Page<StockAdvicePage>("Stock advice", new { Rows = rows, CanMove = p.Caller.Can(SparePartsPermissions.StockMove) })))
        .Post(Proposals + "/{id}/lines", p => p.Do<EditProposalLine.Command, Done>(_ => $"{Proposals}/{p.Id()}", p.L["Saved."]))
        .Post(Proposals + "/{id}/approve", p => p.Do<ApproveProposal.Command, ApproveProposal.Answer>(a => a.Orders.Count == 1 ? $"{Orders}/{a.Orders[0].Id}" : $"{Proposals}/{p.Id()}", p.L["Approved. The orders are ready to be sent."]))
        .Post(Proposals + "/{id}/discard", p => p.Do<DiscardProposal.Command, Done>(_ => Proposals));

    private static void MapOrders(PageRoutes pages) => pages
        .Get(Orders, p => p.ShowList(list => new ListPurchaseOrders.Query(list), "purchase-orders", PlanningLists.Orders, async list =>
            p.Page<PurchaseOrdersPage>("Purchase orders", new { List = list, Query = p.List, Suppliers = await Suppliers(p), CanWrite = CanBuy(p) })))
        .Get(Orders + "/new", p => NewOrder(p, new FormState()))
        .Post(Orders + "/new", p => p.Submit<DraftPurchaseOrder.Command, DraftPurchaseOrder.Answer>(a => $"{Orders}/{a.Id}", form => NewOrder(p, form)))
        .Get(Orders + "/{id}", p => Order(p, new FormState(), StatusCodes.Status200OK))
        .Post(Orders + "/{id}/lines", p => p.Submit<AddPurchaseOrderLine.Command, Done>(_ => OfOrder(p), form => Order(p, form, StatusCodes.Status422UnprocessableEntity)))
        .Post(Orders + "/{id}/lines/remove", p => p.Do<RemovePurchaseOrderLine.Command, Done>(_ => OfOrder(p)))
        .Post(Orders + "/{id}/lines/confirm", p => p.Do<ConfirmPurchaseOrder.Command, Done>(_ => OfOrder(p), p.L["Noted."]))
        .Post(Orders + "/{id}/lines/increase", p => p.Do<IncreasePurchaseOrderLine.Command, Done>(_ => OfOrder(p), p.L["Saved."]))
        .Post(Orders + "/{id}/lines/reduce", p => p.Do<ReducePurchaseOrderLine.Command, Done>(_ => OfOrder(p), p.L["Saved."]))
        .Post(Orders + "/{id}/approve", p => p.Do<ApprovePurchaseOrder.Command, Done>(_ => OfOrder(p), p.L["Approved."]))
        .Post(Orders + "/{id}/send", p => p.Do<SendPurchaseOrder.Command, Done>(_ => OfOrder(p), p.L["The order is on its way."]))
        .Post(Orders + "/{id}/close", p => p.Do<ClosePurchaseOrder.Command, Done>(_ => OfOrder(p)))
        .Post(Orders + "/{id}/cancel", p => p.Do<CancelPurchaseOrder.Command, Done>(_ => OfOrder(p)))
        .Get(Orders + "/{orderId}/receive", p => Receive(p, new FormState()))
        .Post(Orders + "/{orderId}/receive", p => p.Submit<ReceivePurchaseOrder.Command, ReceivePurchaseOrder.Answer>(_ => $"{Orders}/{p.Id("orderId")}", form => Receive(p, form), p.L["Taken in."]))
        .Get(Orders + "/{orderId}/invoice", p => Invoice(p, new FormState()))
        .Post(Orders + "/{orderId}/invoice", p => p.Submit<NoteSupplierInvoice.Command, NoteSupplierInvoice.Answer>(_ => $"{Orders}/{p.Id("orderId")}", form => Invoice(p, form), p.L["Noted."]))
        .Post(Orders + "/{id}/invoices/{invoiceId}/release", p => p.Do<ReleaseSupplierInvoice.Command, Done>(_ => OfOrder(p), p.L["Released."]))
        .Get(Orders + "/{id}/print", p => p.Show(new GetPurchaseOrder.Query(p.Id()), order => p.Http.Paper<PurchaseOrderPaper>(order.Number, PaperSize.A4, new { Order = order, Branch = p.Service<IBranches>().Of(order.BranchId) })))
        .Get("/spare-parts/supplier-invoices", p => p.ShowList(list => new ListSupplierInvoices.Query(list), "supplier-invoices", PlanningLists.Invoices, async list =>
            p.Page<SupplierInvoicesPage>("Supplier invoices", new { List = list, Query = p.List, Suppliers = await Suppliers(p) })))
        .Get("/spare-parts/supplier-scores", p => p.Show(new ListSupplierScores.Query(int.TryParse(p.List.Filter("months"), out var months) ? months : null), rows => p.List.Format is null
            ? p.Page<SupplierScoresPage>("Supplier scores", new { Rows = rows, Query = p.List })
            : p.Http.File(p.List.Format, "supplier-scores", PlanningLists.Scores, rows.ToAsyncEnumerable())));

    private static void MapObligations(PageRoutes pages) => pages
        .Get("/spare-parts/parts-at-risk", p => p.Show(new ListPartsAtRisk.Query(), async answer => p.List.Format is null
            ? p.Page<PartsAtRiskPage>("Supply obligation", new { Answer = answer, Query = p.List, Warehouses = await Warehouses(p), CanPlan = CanPlan(p), CanBuy = CanBuy(p) })
            : p.Http.File(p.List.Format, "parts-at-risk", PlanningLists.Risks, answer.Parts.ToAsyncEnumerable())))
        .Post("/spare-parts/model-obligations", p => p.Do<SetModelObligation.Command, SetModelObligation.Answer>(_ => "/spare-parts/parts-at-risk", p.L["Saved."]))
        .Post("/spare-parts/parts/{partId}/last-time-buy", p => p.Do<ProposeLastTimeBuy.Command, ProposeLastTimeBuy.Answer>(a => $"{Proposals}/{a.Id}"));

    private static IResult Rules(PageRequest p, GetPlanningRules.Answer rules, FormState form) =>
        p.Page<PlanningRulesPage>("Planning rules", new { Rules = rules, State = form, CanWrite = p.Caller.MaySend<SetPlanningRules.Command>() }, form.HasErrors ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);

    private static async Task<IResult> NewOrder(PageRequest p, FormState form) =>
        p.Page<NewPurchaseOrderPage>("New order", new { State = form, Suppliers = await Suppliers(p), Warehouses = await Warehouses(p) }, form.HasErrors ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);

    private static Task<IResult> Order(PageRequest p, FormState line, int status) => p.Show(new GetPurchaseOrder.Query(p.Id()), order => p.Page<PurchaseOrderPage>(order.Number, new
    {
        Order = order, Line = line, CanWrite = CanBuy(p), CanReceive = p.Caller.Can(SparePartsPermissions.StockMove), CanRelease = p.Caller.Can(SparePartsPermissions.InvoiceRelease),
        CanApprove = p.Caller.Can(SparePartsPermissions.PurchaseApproveAny), CanNote = p.Caller.Can(SparePartsPermissions.InvoiceNote),
    }, status));

    /// <summary>What was scanned so far is in the address; each part ticks its line off, a box by its content.</summary>
    private static Task<IResult> Receive(PageRequest p, FormState form) => p.Show(new GetPurchaseOrder.Query(p.Id("orderId")), async order =>
    {
        var asked = p.Http.Request.Query;
        string[] codes = [.. asked["scanned"].Concat(asked["code"]).OfType<string>().Select(c => c.Trim()).Where(c => c.Length > 0).Take(500)];
        var (scanned, strange) = (new Dictionary<Guid, decimal>(), (string?)null);
        foreach (var group in codes.GroupBy(c => c))
        {
            if (await p.Send(new IdentifyCode.Query(group.Key)) is { Succeeded: true, Value.Part: { } part } && order.Lines.FirstOrDefault(l => l.PartId == part.Id && l.Open > 0) is { } line)
            {
                scanned[line.Id] = scanned.GetValueOrDefault(line.Id) + (group.Count() * part.Factor);
            }
            else
            {
                strange = group.Key;
            }
        }

        return p.Page<ReceivePage>(order.Number, new { Order = order, State = form, ReceiptId = p.Service<IIdentifiers>().NewId(), Codes = codes, Scanned = scanned, Strange = strange }, form.HasErrors ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
    });

    private static Task<IResult> Invoice(PageRequest p, FormState form) => p.Show(new GetPurchaseOrder.Query(p.Id("orderId")), order =>
        p.Page<InvoicePage>(order.Number, new { Order = order, State = form }, form.HasErrors ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK));

    private static Guid? Named(PageRequest p, string filter) => Guid.TryParse(p.List.Filter(filter), out var id) ? id : null;

    private static string AndWarehouse(PageRequest p) => Guid.TryParse(p.Http.Request.Form["WarehouseId"], out var id) ? $"&warehouse={id}" : "";

    private static string OfOrder(PageRequest p) => $"{Orders}/{p.Id()}";

    private static bool CanBuy(PageRequest p) => p.Caller.Can(SparePartsPermissions.PurchaseWrite);

    private static bool CanPlan(PageRequest p) => p.Caller.Can(SparePartsPermissions.PlanWrite);

    private static async Task<IReadOnlyList<ListWarehouses.Row>> Warehouses(PageRequest p) => (await p.Send(new ListWarehouses.Query())) is { Succeeded: true, Value: var rows } ? [.. rows.Where(w => w.Active)] : [];

    private static async Task<IReadOnlyList<ListSuppliers.Row>> Suppliers(PageRequest p) =>
        (await p.Send(new ListSuppliers.Query(p.List with { Search = null, Cursor = null, Sort = null, Size = ListQuery.LargestSize, Filters = new Dictionary<string, string>() }))) is { Succeeded: true, Value: var list } ? [.. list.Items.Where(s => s.Active)] : [];
}
