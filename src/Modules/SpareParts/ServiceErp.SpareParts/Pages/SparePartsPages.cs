using Microsoft.AspNetCore.Http;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Attachments;
using ServiceErp.Platform.Branches;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Modules;
using ServiceErp.Platform.Ui;
using ServiceErp.Platform.Users;
using ServiceErp.Platform.Web;
using ServiceErp.SpareParts.Domain.Documents;
using ServiceErp.SpareParts.Features.Documents;
using ServiceErp.SpareParts.Features.Labels;
using ServiceErp.SpareParts.Features.Parts;
using ServiceErp.SpareParts.Features.Periods;
using ServiceErp.SpareParts.Features.Prices;
using ServiceErp.SpareParts.Features.Purchasing;
using ServiceErp.SpareParts.Features.Reservations;
using ServiceErp.SpareParts.Features.Scanning;
using ServiceErp.SpareParts.Features.Stock;
using ServiceErp.SpareParts.Features.Suppliers;
using ServiceErp.SpareParts.Features.Warehouses;
using ServiceErp.SpareParts.Pages.Claims;
using ServiceErp.SpareParts.Pages.Counts;
using ServiceErp.SpareParts.Pages.Defects;
using ServiceErp.SpareParts.Pages.Documents;
using ServiceErp.SpareParts.Pages.Labels;
using ServiceErp.SpareParts.Pages.Loaners;
using ServiceErp.SpareParts.Pages.Parts;
using ServiceErp.SpareParts.Pages.Periods;
using ServiceErp.SpareParts.Pages.Prices;
using ServiceErp.SpareParts.Pages.Reports;
using ServiceErp.SpareParts.Pages.Reservations;
using ServiceErp.SpareParts.Pages.Scanning;
using ServiceErp.SpareParts.Pages.Stock;
using ServiceErp.SpareParts.Pages.Suppliers;
using ServiceErp.SpareParts.Pages.Warehouses;

namespace ServiceErp.SpareParts.Pages;

/// <summary>The module's pages: each asks and shows, each form sends.</summary>
internal static class SparePartsPages
{
    private const int Unprocessable = StatusCodes.Status422UnprocessableEntity;

    public static void Map(PageRoutes pages)
    {
        MapParts(pages);
        MapWarehouses(pages);
        MapSuppliers(pages);
        MapDocuments(pages);
        MapOrders(pages);
        MapStock(pages);
        MapPrices(pages);
        MapScanning(pages);
        CountPages.Map(pages);
        LoanerPages.Map(pages);
        DefectPages.Map(pages);
        ClaimPages.Map(pages);
        ReportPages.Map(pages);
    }

    private static void MapParts(PageRoutes pages) => pages
        .Get("/spare-parts/parts", p => p.ShowList(list => new ListParts.Query(list), "parts", Lists.Parts, async list =>
            p.Page<PartsPage>("Parts", new { List = list, Query = p.List, (await Choices(p)).Groups, CanWrite = p.Caller.Can(SparePartsPermissions.PartWrite) })))
        .Get("/spare-parts/part-groups", p => p.Show(new ListGroups.Query(), rows => p.List.Format is { } format
            ? p.Http.File(format, "part-groups", Lists.Groups, rows.ToAsyncEnumerable())
            : p.Page<PartGroupsPage>("Part groups", new { Rows = rows, Query = p.List, CanWrite = p.Caller.Can(SparePartsPermissions.PartWrite) })))
        .Post("/spare-parts/part-groups/rename", p => p.Do<RenamePartGroup.Command, RenamePartGroup.Answer>(_ => "/spare-parts/part-groups", p.L["Renamed."]))
        .Get("/spare-parts/parts/new", p => EditPart(p, null, Prefilled(p)))
        .Post("/spare-parts/parts/new", p => p.Submit<CreatePart.Command, CreatePart.Answer>(part => $"/spare-parts/parts/{part.Id}", form => EditPart(p, null, form), p.L["The part is in the catalogue."]))
        .Get("/spare-parts/parts/{id}", p => p.Show(new GetPart.Query(p.Id()), part => Part(p, part)))
        .Get("/spare-parts/parts/{id}/edit", p => p.Show(new GetPart.Query(p.Id()), part => EditPart(p, part, Filled(part))))
        .Post("/spare-parts/parts/{id}/edit", p => p.Submit<ChangePart.Command, Done>(_ => OfPart(p), form => p.Show(new GetPart.Query(p.Id()), part => EditPart(p, part, form)), p.L["Saved."]))
        .Post("/spare-parts/parts/{partId}/prices", p => p.Do<SetPartPrice.Command, Done>(_ => OfPart(p), p.L["The price is set."]))
        .Post("/spare-parts/parts/{partId}/prices/remove", p => p.Do<RemovePartPrice.Command, Done>(_ => OfPart(p)))
        .Post("/spare-parts/parts/{partId}/units", p => p.Do<SetPartUnit.Command, Done>(_ => OfPart(p)))
        .Post("/spare-parts/parts/{partId}/units/remove", p => p.Do<RemovePartUnit.Command, Done>(_ => OfPart(p)))
        .Post("/spare-parts/parts/{partId}/barcodes", p => p.Do<AddPartBarcode.Command, Done>(_ => OfPart(p)))
        .Post("/spare-parts/parts/{partId}/barcodes/remove", p => p.Do<RemovePartBarcode.Command, Done>(_ => OfPart(p)))
        .Post("/spare-parts/parts/{partId}/suppliers", p => p.Do<SetPartSupplier.Command, Done>(_ => OfPart(p)))
        .Post("/spare-parts/parts/{partId}/suppliers/remove", p => p.Do<RemovePartSupplier.Command, Done>(_ => OfPart(p)))
        .Post("/spare-parts/parts/{partId}/fits", p => p.Do<AddPartFit.Command, Done>(_ => OfPart(p)))
        .Post("/spare-parts/parts/{partId}/fits/remove", p => p.Do<RemovePartFit.Command, Done>(_ => OfPart(p)))
        .Post("/spare-parts/parts/{partId}/alternatives", p => p.Do<AddPartAlternative.Command, Done>(_ => OfPart(p)))
        .Post("/spare-parts/parts/{partId}/alternatives/remove", p => p.Do<RemovePartAlternative.Command, Done>(_ => OfPart(p)))
        .Get("/spare-parts/lookup/parts", p => p.Show(
            new ListParts.Query(p.List with { Filters = new Dictionary<string, string> { ["active"] = "yes" } }),
            list => p.Http.Part<LookupOptions>(new { Options = list.Items.Select(r => new Option($"{r.Id}", $"{r.Number} · {r.Name}", Hint: p.L["{0} {1} available", Display.Number(r.Available), r.Unit])).ToArray() })));

    private static void MapWarehouses(PageRoutes pages) => pages
        .Get("/spare-parts/warehouses", p => p.Show(new ListWarehouses.Query(), rows => p.Page<WarehousesPage>("Warehouses", new { Rows = rows, Query = p.List, CanWrite = p.Caller.Can(SparePartsPermissions.WarehouseWrite) })))
        .Get("/spare-parts/warehouses/new", p => Task.FromResult(EditWarehouse(p, null, new FormState())))
        .Post("/spare-parts/warehouses/new", p => p.Submit<CreateWarehouse.Command, CreateWarehouse.Answer>(w => $"/spare-parts/warehouses/{w.Id}", form => Task.FromResult(EditWarehouse(p, null, form)), p.L["The warehouse is open."]))
        .Get("/spare-parts/warehouses/{id}", p => p.Show(new GetWarehouse.Query(p.Id()), w => p.Page<WarehousePage>(w.Code, new
        {
            Warehouse = w,
            Holder = w.HolderId is { } holder ? p.Service<IUserDirectory>().Find(holder)?.Name : null,
            CanWrite = p.Caller.Can(SparePartsPermissions.WarehouseWrite),
        })))
        .Get("/spare-parts/warehouses/{id}/edit", p => p.Show(new GetWarehouse.Query(p.Id()), w => EditWarehouse(p, w, FormState.Of(w))))
        .Post("/spare-parts/warehouses/{id}/edit", p => p.Submit<ChangeWarehouse.Command, Done>(_ => $"/spare-parts/warehouses/{p.Id()}", form => p.Show(new GetWarehouse.Query(p.Id()), w => EditWarehouse(p, w, form)), p.L["Saved."]))
        .Post("/spare-parts/warehouses/{warehouseId}/bins", p => p.Do<AddBin.Command, AddBin.Answer>(_ => $"/spare-parts/warehouses/{p.Id("warehouseId")}"));

    private static void MapSuppliers(PageRoutes pages) => pages
        .Get("/spare-parts/suppliers", p => p.ShowList(list => new ListSuppliers.Query(list), "suppliers", Lists.Suppliers, list =>
            p.Page<SuppliersPage>("Suppliers", new { List = list, Query = p.List, CanWrite = p.Caller.Can(SparePartsPermissions.PartWrite) })))
        .Post("/spare-parts/suppliers", p => p.Do<CreateSupplier.Command, CreateSupplier.Answer>(_ => "/spare-parts/suppliers"))
        .Get("/spare-parts/suppliers/{id}", p => p.Show(new GetSupplier.Query(p.Id()), supplier => p.Show(new ListSupplierScores.Query(null), scores =>
            p.Page<SupplierPage>(supplier.Name, new { Supplier = supplier, Score = scores.FirstOrDefault(s => s.SupplierId == supplier.Id), CanMove = CanMove(p) }))))
        .Post("/spare-parts/suppliers/{id}", p => p.Do<ChangeSupplier.Command, Done>(_ => "/spare-parts/suppliers"));

    private static void MapDocuments(PageRoutes pages) => pages
        .Get("/spare-parts/documents", p => p.ShowList(list => new ListStockDocuments.Query(list), "stock-documents", Lists.Documents, async list =>
            p.Page<DocumentsPage>("Stock documents", new { List = list, Query = p.List, Warehouses = await Warehouses(p), CanWrite = CanMove(p) })))
        .Get("/spare-parts/documents/new", p => NewDocument(p, p.List.Filter<StockDocumentKind>("kind") ?? StockDocumentKind.Receipt, new FormState()))
        .Post("/spare-parts/documents/new", p => p.Submit<DraftStockDocument.Command, DraftStockDocument.Answer>(
            d => $"/spare-parts/documents/{d.Id}", form => NewDocument(p, Enum.TryParse<StockDocumentKind>(form.Value("Kind"), out var kind) ? kind : StockDocumentKind.Receipt, form)))
        .Get("/spare-parts/documents/{id}", p => Document(p, new FormState(), StatusCodes.Status200OK))
        .Post("/spare-parts/documents/{id}/lines", p => p.Submit<AddStockDocumentLine.Command, Done>(_ => OfDocument(p), form => Document(p, form, Unprocessable)))
        .Post("/spare-parts/documents/{id}/lines/remove", p => p.Do<RemoveStockDocumentLine.Command, Done>(_ => OfDocument(p)))
        .Post("/spare-parts/documents/{id}/post", p => p.Do<PostStockDocument.Command, PostStockDocument.Answer>(_ => OfDocument(p), p.L["Posted."]))
        .Post("/spare-parts/documents/{id}/approve", p => p.Do<ApproveStockDocument.Command, Done>(_ => OfDocument(p), p.L["Approved."]))
        .Post("/spare-parts/documents/{id}/send", p => p.Do<SendStockDocument.Command, SendStockDocument.Answer>(_ => OfDocument(p), p.L["Sent."]))
        .Get("/spare-parts/documents/{id}/receive", p => p.Show(new GetStockDocument.Query(p.Id()), d => Receiving(p, d, new FormState())))
        .Post("/spare-parts/documents/{id}/receive", p => p.Submit<ReceiveStockDocument.Command, Done>(
            _ => OfDocument(p), form => p.Show(new GetStockDocument.Query(p.Id()), d => Receiving(p, d, form)), p.L["Taken in."]))
        .Get("/spare-parts/documents/{id}/print", p => p.Show(new GetStockDocument.Query(p.Id()), d =>
            p.Http.Paper<StockPaper>(d.Number ?? p.L["Draft"], PaperSize.A4, new { Document = d, Branch = p.Service<IBranches>().Of(d.BranchId) })))
        .Get("/spare-parts/put-away", p => p.Show(new ListPutAway.Query(), rows => p.Page<PutAwayPage>("Put away", new { Rows = rows })))
        .Post("/spare-parts/put-away", p => p.Do<PutAway.Command, PutAway.Answer>(_ => "/spare-parts/put-away", p.L["Put away."]))
        .Get("/spare-parts/periods", p => p.Show(new ListStockPeriods.Query(), rows => p.Page<PeriodsPage>("Closed periods", new
        {
            Rows = rows,
            Usual = Today(p).With(DateAdjusters.StartOfMonth).PlusDays(-1),
            CanClose = p.Caller.Can(SparePartsPermissions.PeriodClose),
        })))
        .Post("/spare-parts/periods", p => p.Do<CloseStockPeriod.Command, CloseStockPeriod.Answer>(_ => "/spare-parts/periods", p.L["The period is closed."]))
        .Post("/spare-parts/periods/{id}/reopen", p => p.Do<ReopenStockPeriod.Command, Done>(_ => "/spare-parts/periods", p.L["The period is open again."]))
        .Post("/spare-parts/documents/{id}/write-off", p => p.Do<WriteOffStockDocument.Command, Done>(_ => OfDocument(p), p.L["Written off."]))
        .Post("/spare-parts/documents/{id}/reverse", p => p.Do<ReverseStockDocument.Command, Done>(_ => OfDocument(p), p.L["Reversed."]))
        .Post("/spare-parts/documents/{id}/discard", p => p.Do<DiscardStockDocument.Command, Done>(_ => "/spare-parts/documents"));

    private static void MapOrders(PageRoutes pages) => pages
        .Get("/spare-parts/hand-out", p => p.Show(new ListPartsToHandOut.Query(p.List.Filter("order")), orders =>
            orders is [var only] && p.List.Filter("order") is not null
                ? p.Http.Redirect($"/spare-parts/orders/{only.OrderId}")
                : p.Page<HandOutPage>("Parts to hand out", new { Orders = orders, OrderNumber = p.List.Filter("order"), CanWrite = CanMove(p) })))
        .Post("/spare-parts/hand-out", p => p.Do<IssueParts.Command, IReadOnlyList<PartsHandedOut>>(_ => Back(p, "/spare-parts/hand-out"), p.L["Handed out."]))
        .Post("/spare-parts/orders/{orderId}/hand-out", async p =>
        {
            var answer = await p.Send(new HandOutOrder.Command(p.Id("orderId")));
            return p.Http.After(answer, _ => OfOrder(p), answer is { Succeeded: true, Value.ToName: { Count: > 0 } names } ? p.L["Handed out, but for {0}: name their pieces.", string.Join(", ", names)] : p.L["Handed out."]);
        })
        .Post("/spare-parts/reservations/release", p => p.Do<ReleaseParts.Command, Done>(_ => Back(p, "/spare-parts/reservations"), p.L["Taken back; the order is told."]))
        .Get("/spare-parts/orders/{orderId}", p => OrderParts(p, new FormState(), StatusCodes.Status200OK))
        .Post("/spare-parts/orders/{orderId}/scan", p => p.Submit<IssueScannedPart.Command, PartsHandedOut>(_ => OfOrder(p), form => OrderParts(p, form, Unprocessable), p.L["Handed out."]))
        .Post("/spare-parts/orders/{orderId}/swap-serial", p => p.Do<SwapSerial.Command, Done>(_ => OfOrder(p), p.L["The pieces have changed places."]))
        .Post("/spare-parts/orders/{orderId}/return", p => p.Do<ReturnParts.Command, PartsHandedOut>(_ => OfOrder(p), p.L["Taken back."]))
        .Get("/spare-parts/reservations", p => Reservations(p, null, "Reservations", p.L["What is promised to orders"], p.L["Nothing is promised to orders."]))
        .Get("/spare-parts/shortages", p => Reservations(p, "missing", "Shortages", p.L["What orders wait for, the oldest first"], p.L["No order waits for parts."]))
        .Get("/spare-parts/returns", p => Reservations(p, "issued", "Returns", p.L["Open the order whose unused parts come back"], p.L["Nothing is handed out."]));

    private static void MapStock(PageRoutes pages) => pages
        .Get("/spare-parts/stock", p => p.ShowList(list => new ListStock.Query(list), "stock", Lists.Stock, async list =>
        {
            var on = KnownYears.Day(p.List.Filter("on"));
            return await p.Show(new GetStockTotals.Query(on), async totals => p.Page<StockPage>("Stock", new { List = list, Query = p.List, Warehouses = await Warehouses(p), Totals = totals, On = on }));
        }))
        .Get("/spare-parts/ledger", p => p.ShowList(list => new ListMovements.Query(list), "ledger", Lists.Movements, async list =>
            p.Page<LedgerPage>("Ledger", new { List = list, Query = p.List, Warehouses = await Warehouses(p) })))
        .Get("/spare-parts/ledger/check", p => p.Show(new CheckLedger.Query(), answer => p.Page<LedgerCheckPage>("Proof of the books", new { Answer = answer })));

    private static void MapPrices(PageRoutes pages) => pages
        .Get("/spare-parts/price-lists", p => p.Show(new ListPriceLists.Query(), rows => p.Page<PriceListsPage>("Price lists", new
        {
            Rows = rows,
            Query = p.List,
            Branches = p.Service<IBranches>().Seen(p.Caller).Select(b => new Option($"{b.Id}", b.Name)).ToArray(),
            Today = Today(p),
            CanWrite = p.Caller.Can(SparePartsPermissions.PartWrite),
        })))
        .Post("/spare-parts/price-lists", p => p.Do<CreatePriceList.Command, CreatePriceList.Answer>(l => $"/spare-parts/price-lists/{l.Id}", p.L["The list is begun: import its prices, or set them one by one."]))
        .Get("/spare-parts/price-lists/{id}", p => p.Show(new ListPriceLists.Query(), all => all.FirstOrDefault(l => l.Id == p.Id()) is { } list
            ? p.ShowList(query => new ListListPrices.Query(query with { Filters = new Dictionary<string, string>(query.Filters) { ["list"] = $"{list.Id}" } }), $"prices-{list.Code}", Lists.ListPrices, prices => p.Page<PriceListPage>(list.Code, new
            {
                PriceList = list, List = prices, Query = p.List, Today = Today(p), CanWrite = p.Caller.Can(SparePartsPermissions.PartWrite),
            }))
            : Task.FromResult(p.Http.Refuse(Error.NotFound("SpareParts.PriceList.NotFound", "This price list does not exist.")))))
        .Post("/spare-parts/price-lists/{id}", p => p.Do<ChangePriceList.Command, Done>(_ => $"/spare-parts/price-lists/{p.Id()}", p.L["Saved."]))
        .Post("/spare-parts/price-lists/{id}/prices", p => p.Do<SetListPrice.Command, Done>(_ => $"/spare-parts/price-lists/{p.Id()}"));

    private static void MapScanning(PageRoutes pages) => pages
        .Get("/spare-parts/scan", Scan)
        .Post("/spare-parts/scan/barcode", p => p.Do<AddPartBarcode.Command, Done>(_ => $"/spare-parts/scan?code={Uri.EscapeDataString(p.Http.Request.Form["Code"].ToString())}", p.L["The part is known by this code now."]))
        .Post("/spare-parts/scan/document", p => p.Do<DraftStockDocument.Command, DraftStockDocument.Answer>(d => d.Number is null ? $"/spare-parts/scan?doc={d.Id}" : "/spare-parts/scan", p.L["Done."]))
        .Post("/spare-parts/scan/line/{id}", p => p.Do<AddStockDocumentLine.Command, Done>(_ => $"/spare-parts/scan?doc={p.Id()}", p.L["Added."]))
        .Post("/spare-parts/scan/post/{id}", p => p.Do<PostStockDocument.Command, PostStockDocument.Answer>(_ => "/spare-parts/scan", p.L["Posted."]))
        .Post("/spare-parts/scan/put-away", p => p.Do<PutAway.Command, PutAway.Answer>(_ => "/spare-parts/scan", p.L["Put away."]))
        .Post("/spare-parts/scan/issue/{orderId}", p => p.Do<IssueScannedPart.Command, PartsHandedOut>(_ => $"/spare-parts/scan?order={p.Id("orderId")}", p.L["Handed out."]))
        .Post("/spare-parts/scan/return/{orderId}", p => p.Do<ReturnParts.Command, PartsHandedOut>(_ => $"/spare-parts/scan?order={p.Id("orderId")}", p.L["Taken back."]))
        .Get("/spare-parts/labels", async p => p.Page<LabelsPage>("Labels", new
        {
            Warehouses = await Warehouses(p), (await Choices(p)).Groups, Parts = p.Http.Request.Query["Parts"].ToString(), Warehouse = p.Http.Request.Query["WarehouseId"].ToString(),
        }))
        .Get("/spare-parts/labels/print", p =>
        {
            var asked = p.Http.Request.Query;
            var isRoll = asked["Paper"] == "roll";
            return p.Show(
                new GetLabels.Query
                {
                    WarehouseId = Guid.TryParse(asked["WarehouseId"], out var warehouse) ? warehouse : null,
                    Bins = asked["Bins"],
                    Stocked = asked["Stocked"] == "true",
                    Parts = asked["Parts"],
                    Group = asked["Group"],
                    Copies = int.TryParse(asked["Copies"], out var copies) ? copies : null,
                },
                labels => p.Http.Paper<LabelsPaper>(p.L["Labels"], isRoll ? PaperSize.Label : PaperSize.LabelSheet, new { Labels = labels, IsRoll = isRoll }));
        });

    /// <summary>What was scanned, with what is in hand; a thing in hand that is not there any more is put down silently.</summary>
    private static async Task<IResult> Scan(PageRequest p)
    {
        var asked = p.Http.Request.Query;
        var hand = ScanPage.Things.Where(n => asked[n].ToString().Length > 0).ToDictionary(n => n, n => asked[n].ToString());
        var code = asked["code"].ToString().Trim();
        var found = code.Length > 0 && await p.Send(new IdentifyCode.Query(code)) is { Succeeded: true, Value: var identified } ? identified : null;
        return p.Page<ScanPage>("Scan", new
        {
            Found = found,
            Proposals = found is { IsKnown: false } ? p.Proposals(code).Where(o => !o.Href.StartsWith("/spare-parts/scan", StringComparison.Ordinal)).ToArray() : [],
            Hand = hand,
            Bin = hand.TryGetValue("bin", out var bin) && await p.Send(new IdentifyCode.Query(bin)) is { Succeeded: true, Value.Bins: [var held, ..] } ? held : null,
            Paper = Guid.TryParse(asked["doc"], out var doc) && await p.Send(new GetStockDocument.Query(doc)) is { Succeeded: true, Value: var paper } ? paper : null,
            Order = Guid.TryParse(asked["order"], out var order) && await p.Send(new GetOrderParts.Query(order)) is { Succeeded: true, Value: var parts } ? parts : null,
            Warehouses = await Warehouses(p),
            NewId = p.Service<IIdentifiers>().NewId(),
            CanWrite = CanMove(p),
        });
    }

    private static async Task<IResult> Part(PageRequest p, GetPart.Answer part)
    {
        var on = KnownYears.Day(p.Http.Request.Query["on"]);
        return p.Page<PartPage>(part.Number, new
        {
            Part = part,
            (await Choices(p)).Models,
            Suppliers = await p.Send(new ListSuppliers.Query(new ListQuery { Path = "/", Size = ListQuery.LargestSize })) is { Succeeded: true, Value: var suppliers }
                ? suppliers.Items.Where(s => s.Active).Select(s => new Option($"{s.Id}", $"{s.Number} · {s.Name}")).ToArray() : [],
            Photos = await p.Service<IAttachments>().OfAsync("Part", part.Id, p.Http.RequestAborted),
            On = on,
            PriceOn = on is { } asked && await p.Send(new GetPriceOn.Query(part.Id, asked)) is { Succeeded: true, Value: var applied } ? applied : null,
            CanWrite = p.Caller.Can(SparePartsPermissions.PartWrite),
        });
    }

    private static IResult Receiving(PageRequest p, GetStockDocument.Answer document, FormState form) =>
        p.Page<ReceivePage>(document.Number ?? "Transfer", new { Document = document, State = form }, form.HasErrors ? Unprocessable : StatusCodes.Status200OK);

    private static LocalDate Today(PageRequest p) => p.Service<IBranches>().Today(p.Caller, p.Service<IClock>().GetCurrentInstant());

    /// <summary>A code that nobody knew begins a part.</summary>
    private static FormState Prefilled(PageRequest p)
    {
        var form = new FormState();
        if (p.Http.Request.Query["Barcode"].ToString() is { Length: > 0 } barcode)
        {
            form.Values["Barcode"] = barcode;
        }

        return form;
    }

    private static async Task<IResult> EditPart(PageRequest p, GetPart.Answer? part, FormState form) =>
        p.Page<PartEditPage>(part?.Number ?? "New part", new { Part = part, State = form, Choices = await Choices(p), p.Service<IBranches>().For(p.Caller)?.Currency }, form.HasErrors ? Unprocessable : StatusCodes.Status200OK);

    private static FormState Filled(GetPart.Answer part)
    {
        var form = FormState.Of(part);
        form.Values["SupersededBy"] = part.SupersededBy?.PartId.ToString();
        return form;
    }

    private static IResult EditWarehouse(PageRequest p, GetWarehouse.Answer? warehouse, FormState form)
    {
        var branches = p.Service<IBranches>();
        return p.Page<WarehouseEditPage>(warehouse?.Code ?? "New warehouse", new
        {
            Warehouse = warehouse,
            State = form,
            Technicians = p.Service<IUserDirectory>().InRole(Roles.Technician, warehouse?.BranchId ?? p.Caller.BranchId).Select(u => new Option($"{u.Id}", u.Name)).ToArray(),
            Branches = branches.Seen(p.Caller).Select(b => new Option($"{b.Id}", b.Name)).ToArray(),
        }, form.HasErrors ? Unprocessable : StatusCodes.Status200OK);
    }

    private static Task<IResult> NewDocument(PageRequest p, StockDocumentKind kind, FormState form) =>
        p.Show(new ListSuppliers.Query(p.List with { Search = null, Cursor = null, Sort = null, Size = ListQuery.LargestSize }), async suppliers => p.Page<NewDocumentPage>(
            "New document", new { Kind = kind, State = form, Warehouses = await Warehouses(p), Suppliers = suppliers.Items.Where(s => s.Active).ToArray(), Targets = await p.Send(new ListTransferTargets.Query()) is { Succeeded: true, Value: var targets } ? targets : [] }, form.HasErrors ? Unprocessable : StatusCodes.Status200OK));

    private static Task<IResult> Document(PageRequest p, FormState line, int status) =>
        p.Show(new GetStockDocument.Query(p.Id()), d => p.Page<DocumentPage>(d.Number ?? "Stock document", new { Document = d, Line = line, CanWrite = CanMove(p), CanWriteOff = p.Caller.Can(SparePartsPermissions.StockWriteOff), CanApprove = p.Caller.Can(SparePartsPermissions.CountApprove) }, status));

    private static Task<IResult> OrderParts(PageRequest p, FormState scan, int status) =>
        p.Show(new GetOrderParts.Query(p.Id("orderId")), order => p.Page<OrderPartsPage>(order.Number, new { Order = order, Scan = scan, ReturnId = p.Service<IIdentifiers>().NewId(), CanWrite = CanMove(p), CanRelease = p.Caller.Can(SparePartsPermissions.ReservationRelease), SeesCost = p.Caller.Can(SparePartsPermissions.StockValue) }, status));

    private static Task<IResult> Reservations(PageRequest p, string? show, string title, string subtitle, string empty) =>
        p.ShowList(
            list => new ListReservations.Query(show is null ? list : list with { Filters = new Dictionary<string, string>(list.Filters) { ["show"] = show } }), title.ToLowerInvariant(), Lists.Reservations,
            list => p.Page<ReservationsPage>(title, new { Title = p.L[title], Subtitle = subtitle, EmptyText = empty, List = list, Query = p.List, HasStates = show is null }));

    private static async Task<ListPartGroups.Answer> Choices(PageRequest p) => (await p.Send(new ListPartGroups.Query())) is { Succeeded: true, Value: var choices } ? choices : new([], [], []);

    private static async Task<IReadOnlyList<ListWarehouses.Row>> Warehouses(PageRequest p) => (await p.Send(new ListWarehouses.Query())) is { Succeeded: true, Value: var rows } ? rows : [];

    private static bool CanMove(PageRequest p) => p.Caller.Can(SparePartsPermissions.StockMove);

    private static string OfPart(PageRequest p) => $"/spare-parts/parts/{(p.Http.Request.RouteValues.ContainsKey("partId") ? p.Id("partId") : p.Id())}";

    private static string OfDocument(PageRequest p) => $"/spare-parts/documents/{p.Id()}";

    private static string OfOrder(PageRequest p) => $"/spare-parts/orders/{p.Id("orderId")}";

    /// <summary>Handing out is offered on the pick list and on the order's page; the reader stays where they are.</summary>
    private static string Back(PageRequest p, string otherwise) =>
        OwnAddress.Before(p.Http.Request) is { } from && from.StartsWith("/spare-parts/", StringComparison.Ordinal) ? from.Split('?')[0] : otherwise;
}
