using Autofac;
using Microsoft.AspNetCore.Http;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Attachments;
using ServiceErp.Platform.Branches;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Localization;
using ServiceErp.Platform.Modules;
using ServiceErp.Platform.Ui;
using ServiceErp.Platform.Users;
using ServiceErp.Platform.Web;
using ServiceErp.SpareParts;
using ServiceErp.Workshop.Domain.Orders;
using ServiceErp.Workshop.Features.Catalog;
using ServiceErp.Workshop.Features.Orders;
using ServiceErp.Workshop.Features.Quality;
using ServiceErp.Workshop.Features.Quotations;

namespace ServiceErp.Workshop.Pages;

/// <summary>The pages below <c>/workshop</c> and the customer's below <c>/p/quotation</c>.</summary>
internal static class WorkshopPages
{
    private const string Orders = "/workshop/orders";
    private const string Order = "/workshop/orders/{id}";
    private const string Lines = "/workshop/orders/{orderId}";

    public static void Map(PageRoutes pages)
    {
        MapOrders(pages);
        MapWork(pages);
        MapPapers(pages);
        MapSettings(pages);
        MapCustomer(pages);
    }

    private static void MapOrders(PageRoutes pages) => pages
        .Get(Orders, p => p.ShowList(list => new ListOrders.Query(list), "service-orders", OrdersPage.Columns, list => p.Page<OrdersPage>("Service orders", new
        {
            List = list,
            Query = p.List,
            Technicians = Technicians(p),
            Today = Now(p).InZone(ReaderZone.Current).Date,
        })))
        .Get(Order, p => Whole(p, (order, photos, fees) => p.Page<OrderPage>(order.Number, new { Order = order, Can = p.Caller, Technicians = Technicians(p), Fees = fees, Photos = photos, Now = Now(p), PlanDay = PlanDay(p, order.BranchId) })))
        .Get("/workshop/bench", p => p.Show(new GetBench.Query(), bench => p.Page<BenchPage>("My bench", new { Bench = bench, Now = Now(p) })))
        .Get("/workshop/bench/{id}", p => Whole(p, (order, photos, fees) => p.Page<BenchOrderPage>(order.Number, new { Order = order, Can = p.Caller, Fees = fees, Photos = photos, Now = Now(p), Scans = p.Http.Request.Query.ContainsKey("scan") })))
        .Get("/workshop/visits/{id}", p => Visit(p, new FormState(), null))
        .Get("/workshop/board", p => p.InBranch(() => Board(p)))
        .Post("/workshop/board/move", MoveCard)
        .Get("/workshop/inspections", p =>
        {
            ListQuery Waiting(ListQuery list) => list with { Filters = new Dictionary<string, string>(list.Filters) { ["state"] = nameof(OrderState.AwaitingInspection) } };
            return p.ShowList(list => new ListOrders.Query(Waiting(list)), "inspections", InspectionsPage.Columns, list => p.Page<InspectionsPage>("Quality control", new { List = list, Query = p.List }));
        })
        .Get("/workshop/inspections/{id}", p => Inspection(p, new FormState(), StatusCodes.Status200OK))
        .Post("/workshop/inspections/{id}", p => p.Submit<InspectOrder.Command, OrderMoved>(_ => "/workshop/inspections", form => Inspection(p, form, StatusCodes.Status422UnprocessableEntity), p.L["The verdict is recorded."]))
        .Get("/workshop/nonconformities", p => p.ShowList(list => new ListNonconformities.Query(list), "nonconformities", NonconformitiesPage.Columns,
            list => p.Page<NonconformitiesPage>("Nonconformities", new { List = list, Query = p.List, CanClose = p.Caller.Can(WorkshopPermissions.NonconformityWrite) })))
        .Post("/workshop/nonconformities/{id}/close", p => p.Do<CloseNonconformity.Command, Done>(_ => "/workshop/nonconformities", p.L["Closed"]));

    // The day on which the branch is open next: today, while some of it is left.
    private static LocalDate PlanDay(PageRequest p, Guid branchId)
    {
        var (branch, now) = (p.Service<IBranches>().Of(branchId), Now(p));
        return branch.DayOf(branch.Calendar.IsEmpty || branch.Calendar.IsOpen(now) ? now : branch.Calendar.NextOpening(now) ?? now);
    }

    private static void MapWork(PageRoutes pages) => pages
        .Post(Order + "/assign", Moved<AssignOrder.Command>)
        .Post(Order + "/unassign", Moved<UnassignOrder.Command>)
        .Post(Order + "/take-over", Moved<TakeOverOrder.Command>)
        .Post(Order + "/promise", Moved<PromiseReadyBy.Command>)
        .Post(Order + "/depart", Moved<DepartToCustomer.Command>)
        .Post(Order + "/arrive", Moved<ArriveAtCustomer.Command>)
        .Post(Order + "/turn-back", Moved<TurnBack.Command>)
        .Post(Order + "/finish-on-site", p => p.Submit<FinishOnSite.Command, OrderMoved>(order => $"/workshop/visits/{order.Id}", form => Visit(p, form, "finish"), p.L["Signed. The voucher goes to inspection."]))
        .Post(Order + "/agree-on-site", p => p.Submit<AgreeOnSite.Command, OrderMoved>(order => $"/workshop/visits/{order.Id}", form => Visit(p, form, "agree"), p.L["Agreed and signed"]))
        .Post(Order + "/take-back", p => p.Submit<TakeBackDevice.Command, OrderMoved>(order => $"/workshop/visits/{order.Id}", form => Visit(p, form, "take-back"), p.L["Taken along. Hand it over at the counter."]))
        .Post(Order + "/start-diagnosis", Moved<StartDiagnosis.Command>)
        .Post(Order + "/diagnosis", p => p.Do<RecordDiagnosis.Command, OrderMoved>(_ => Back(p), p.L["Saved"]))
        .Post(Order + "/tests", p => p.Do<RecordTests.Command, OrderMoved>(_ => Back(p), p.L["Saved"]))
        .Post(Order + "/preapprove", Moved<PreapproveRepair.Command>)
        .Post(Order + "/start-repair", Moved<StartRepair.Command>)
        .Post(Order + "/wait-for-parts", Moved<WaitForParts.Command>)
        .Post(Order + "/hold", Moved<HoldForCustomer.Command>)
        .Post(Order + "/resume", Moved<ResumeOrder.Command>)
        .Post(Order + "/finish-repair", Moved<FinishRepair.Command>)
        .Post(Order + "/return-unrepaired", Moved<ReturnUnrepaired.Command>)
        .Post(Order + "/release-own-work", Moved<ReleaseOwnWork.Command>)
        .Post(Order + "/audit-self-release", Moved<AuditSelfRelease.Command>)
        .Post(Order + "/cancel", Moved<CancelOrder.Command>)
        .Post(Order + "/control-points", Moved<TickControlPoints.Command>)
        .Post(Order + "/quotations/revise", Moved<ReviseQuotations.Command>)
        .Get(Order + "/part-options", PartOptions)
        .Post(Lines + "/parts", p => p.Do<RequestParts.Command, RequestParts.Answer>(_ => Back(p)))
        .Post(Lines + "/parts/take", Take)
        .Post(Lines + "/parts/issue", p => p.Do<IssueParts.Command, IssueParts.Answer>(_ => Back(p), p.L["Parts issued"]))
        .Post(Lines + "/labour", p => p.Do<AddLabour.Command, AddLabour.Answer>(_ => Back(p)))
        .Post(Lines + "/fees", p => p.Do<AddFee.Command, AddFee.Answer>(_ => Back(p)))
        .Post(Lines + "/notes", Moved<AddNote.Command>)
        .Post(Lines + "/timer", p => p.Do<StartTimer.Command, StartTimer.Answer>(_ => Back(p)))
        .Post(Lines + "/times/{timeId}/correct", Moved<CorrectTime.Command>)
        .Post("/workshop/timer/stop", p => p.Do<StopTimer.Command, StopTimer.Answer>(answer => Back(p, $"{Orders}/{answer.OrderId}"), p.L["Stopped"]))
        .Post(Lines + "/lines/{lineId}/return", Moved<ReturnParts.Command>)
        .Post(Lines + "/lines/{lineId}/old-part", Moved<DecideOldPart.Command>)
        .Post(Lines + "/lines/{lineId}/discount", Moved<DiscountLine.Command>)
        .Post(Lines + "/lines/{lineId}/remove", Moved<RemoveLine.Command>)
        .Post(Lines + "/quotations", p => p.Do<DraftQuotation.Command, DraftQuotation.Answer>(_ => Back(p), p.L["Drafted. Send it when it is right."]))
        .Post(Lines + "/quotations/send", p => p.Do<SendQuotations.Command, SendQuotations.Answer>(_ => Back(p), p.L["Sent. The order waits for the customer's answer."]))
        .Post("/workshop/quotations/{id}/answer", p => p.Do<AnswerQuotation.Command, QuotationAnswered>(answer => Back(p, $"{Orders}/{answer.OrderId}"), p.L["Recorded"]))
        .Post("/workshop/quotations/{id}/link/renew", RenewLink)
        .Post("/workshop/quotations/{id}/link/end", p => p.Do<EndQuotationLink.Command, EndQuotationLink.Answer>(answer => Back(p, $"{Orders}/{answer.OrderId}"), p.L["The link has ended"]))
        .Post("/workshop/quotations/{id}/questions/{questionId}", p => p.Do<ReplyToQuestion.Command, Done>(_ => Back(p, Orders), p.L["Answered"]));

    private static void MapPapers(PageRoutes pages) => pages
        .Get(Order + "/repair-card", p => Paper(p, (order, branch) => p.Http.Paper<RepairCardPaper>(order.Number, PaperSize.A5, new { Order = order, Branch = branch }), branchLanguage: true))
        .Get(Order + "/voucher", p => Paper(p, (order, branch) => p.Http.Paper<VoucherPaper>(order.Number, PaperSize.A5, new { Order = order, Branch = branch })))
        .Get(Order + "/completion-act", p => Paper(p, (order, branch) => p.Http.Paper<CompletionActPaper>(order.Number, PaperSize.A4, new { Order = order, Branch = branch })))
        .Get(Order + "/diagnostic-report", p => Paper(p, (order, branch) => p.Http.Paper<DiagnosticReportPaper>(order.Number, PaperSize.A4, new { Order = order, Branch = branch })))
        .Get(Order + "/quotations/{quotation}/paper", QuotationOnPaper);

    private static void MapSettings(PageRoutes pages) => pages
        .Get("/workshop/settings", p => p.InBranch(() => Rules(p, null, 200)))
        .Post("/workshop/settings", p => p.Submit<SaveWorkshopRules.Command, Done>(_ => "/workshop/settings", form => Rules(p, form, 422), p.L["Saved"]))
        .Post("/workshop/settings/consent-limits", p => p.Submit<SaveConsentLimit.Command, Done>(_ => "/workshop/settings", form => Rules(p, null, 422, form), p.L["Saved"]))
        .Get("/workshop/fees", p => Fees(p, null, 200))
        .Post("/workshop/fees", p => p.Submit<SaveFeeItem.Command, SaveFeeItem.Answer>(_ => "/workshop/fees", form => Fees(p, form, 422), p.L["Saved"]))
        .Get("/workshop/codes", p => Codes(p, new FormState(), null, 200))
        .Post("/workshop/codes", p => p.Submit<SaveRepairCode.Command, SaveRepairCode.Answer>(_ => "/workshop/codes", form => Codes(p, form, "code", 422), p.L["Saved"]))
        .Post("/workshop/codes/import", ImportCodes)
        .Get("/workshop/test-sheets", p => Sheets(p, null, 200))
        .Post("/workshop/test-sheets", SaveSheet)
        .Get("/workshop/control-points", p => Points(p, null, 200))
        .Post("/workshop/control-points", p => p.Submit<SaveControlPoint.Command, SaveControlPoint.Answer>(_ => "/workshop/control-points", form => Points(p, form, 422), p.L["Saved"]))
        .Get("/workshop/self-control", p => Rights(p, new FormState(), 200))
        .Post("/workshop/self-control", p => p.Submit<GrantSelfControl.Command, GrantSelfControl.Answer>(_ => "/workshop/self-control", form => Rights(p, form, 422), p.L["Granted"]))
        .Post("/workshop/self-control/{id}/withdraw", p => p.Do<WithdrawSelfControl.Command, Done>(_ => "/workshop/self-control", p.L["Withdrawn"]));

    private static void MapCustomer(PageRoutes pages) => pages
        .Public("/p/quotation/{secret}", p => Customer(p, new FormState(), null, 200))
        .PublicPost("/p/quotation/{secret}", p => p.Submit<AnswerQuotationByLink.Command, QuotationAnswered>(
            _ => $"/p/quotation/{p.Route("secret")}", form => Customer(p, form, form.Value("Approve") == "true" ? form.Value("QuotationId") : "decline", 422), p.L["Thank you for your answer."]))
        .PublicPost("/p/quotation/{secret}/questions", p => p.Submit<AskAboutQuotation.Command, AskAboutQuotation.Answer>(
            _ => $"/p/quotation/{p.Route("secret")}", form => Customer(p, form, "ask", 422), p.L["Your question is on its way."]));

    // Who may not hand the customer's link out prints the quotation without it.
    private static async Task<IResult> QuotationOnPaper(PageRequest p)
    {
        var id = p.Id("quotation");
        var link = p.Caller.Can(WorkshopPermissions.LinkIssue) && await p.Send(new PrintQuotationLink.Command(id)) is { Succeeded: true, Value.Link: var printed } ? printed : null;
        return await Paper(p, (order, branch) => order.Quotations.FirstOrDefault(q => q.Id == id) is { } quote
            ? p.Http.Paper<QuotationPaper>(quote.Number, PaperSize.A4, new { Order = order, Quote = quote, Branch = branch, Link = link })
            : Results.NotFound());
    }

    /// <summary>A scan at the bench takes the part: it is promised to the order and, where the work and the customer's consent are so far, handed out at once. What became of it is said in a sentence.</summary>
    private static async Task<IResult> Take(PageRequest p)
    {
        var bound = Binding.FromForm<RequestParts.Command>(p.Http);
        var asked = bound.Succeeded ? await p.Send(bound.Value) : bound.Error;
        if (asked is { Succeeded: false, Error.Code: "Workshop.ServiceOrder.PartUnknown" } && bound.Value.Lines is [{ Code: { } code }])
        {
            return await Whole(
                p, (order, photos, fees) => p.Page<BenchOrderPage>(order.Number, new { Order = order, Can = p.Caller, Fees = fees, Photos = photos, Now = Now(p), Scans = true, UnknownCode = code, Proposals = p.Proposals(code) }, StatusCodes.Status422UnprocessableEntity),
                bound.Value.OrderId);
        }

        if (asked is not { Succeeded: true, Value.Promises: [var promise] })
        {
            return p.Http.After(asked, _ => Back(p));
        }

        var part = $"{Display.Number(promise.Wanted)} × {promise.Code} {promise.Text}";
        if (promise.Reserved == 0)
        {
            return p.Http.Redirect(Back(p), promise.Missing > 0 ? p.L["{0}: not in stock, the order waits for it.", part] : p.L["{0}: on the order.", part]);
        }

        var issued = await p.Send(new IssueParts.Command(bound.Value.OrderId, [promise.LineId]));
        return p.Http.Redirect(Back(p), issued.Succeeded ? p.L["{0}: taken.", part] : p.L["{0}: reserved, not taken yet. {1}", part, p.L.Error(issued.Error)]);
    }

    private static async Task<IResult> RenewLink(PageRequest p)
    {
        var bound = Binding.FromForm<RenewQuotationLink.Command>(p.Http);
        var renewed = bound.Succeeded ? await p.Send(bound.Value) : bound.Error;
        return p.Http.After(
            renewed, answer => Back(p, $"{Orders}/{answer.OrderId}"),
            renewed is { Succeeded: true, Value.Sent: false } ? p.L["The customer can't be reached: print the quotation with the new link."] : p.L["A new link is on its way to the customer."]);
    }

    private static Instant Now(PageRequest p) => p.Service<IClock>().GetCurrentInstant();

    private static IReadOnlyList<DirectoryUser> Technicians(PageRequest p) => p.Service<IUserDirectory>().InRole(Roles.Technician, p.Caller.BranchId);

    /// <summary>Where the reader came from: a page of ours, or the order.</summary>
    private static string Back(PageRequest p, string? otherwise = null) =>
        p.Http.Request.Form["back"].ToString() is { Length: > 10 } back && back.StartsWith("/workshop/", StringComparison.Ordinal) ? back
        : otherwise ?? $"{Orders}/{(p.Route("id").Length > 0 ? p.Id() : p.Id("orderId"))}";

    private static Task<IResult> Moved<TCommand>(PageRequest p)
        where TCommand : ICommand<OrderMoved> => p.Do<TCommand, OrderMoved>(_ => Back(p));

    private static async Task<IResult> Whole(PageRequest p, Func<GetOrder.Answer, IReadOnlyList<Attachment>, IReadOnlyList<ListFeeItems.Row>, IResult> show, Guid? id = null)
    {
        var order = await p.Send(new GetOrder.Query(id ?? p.Id()));
        if (!order.Succeeded)
        {
            return p.Http.Refuse(order.Error);
        }

        var fees = await p.Send(new ListFeeItems.Query());
        return show(order.Value, await Photos(p, order.Value.Id), fees.Succeeded ? fees.Value : []);
    }

    private static async Task<IReadOnlyList<Attachment>> Photos(PageRequest p, Guid order)
    {
        await using var scope = p.Service<Dispatcher>().Enter(p.Caller);
        return [.. (await scope.Resolve<IAttachments>().OfAsync("ServiceOrder", order, p.Http.RequestAborted)).Where(a => a.Kind != "signature")];
    }

    private static Task<IResult> Visit(PageRequest p, FormState form, string? posted) => Whole(p, (order, photos, fees) =>
        p.Page<VisitPage>(order.Number, new { Order = order, Can = p.Caller, Fees = fees, Photos = photos, Now = Now(p), State = form, Posted = posted }, posted is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity));

    private static Task<IResult> Inspection(PageRequest p, FormState form, int status) => Whole(p, (order, photos, _) =>
        p.Page<InspectionPage>("Inspection", new { Order = order, Can = p.Caller, p.Caller.UserId, Photos = photos, State = form }, status));

    private static Task<IResult> Board(PageRequest p) =>
        p.Show(new GetBoard.Query(p.Http.Request.Query["day"]), day => p.Page<BoardPage>("Dispatch board", new { Day = day }));

    private static async Task<IResult> MoveCard(PageRequest p)
    {
        var form = p.Http.Request.Form;
        if (!Guid.TryParse(form["card"], out var order))
        {
            return p.Http.Refuse(Error.NotFound("Workshop.ServiceOrder.NotFound", "There is no such service order."));
        }

        var day = KnownYears.Day(p.Http.Request.Query["day"]);
        var moved = Guid.TryParse(form["column"], out var technician)
            ? await p.Send(new AssignOrder.Command(order, technician, day))
            : await p.Send(new UnassignOrder.Command(order));
        return moved.Succeeded ? await Board(p) : p.Http.Refuse(moved.Error);
    }

    private static async Task<IResult> PartOptions(PageRequest p)
    {
        var offers = await p.Send(new FindParts.Query(p.Id(), p.Http.Request.Query["q"]));
        return offers.Succeeded
            ? p.Http.Part<LookupOptions>(new { Options = offers.Value.SelectMany(o => o.Instead.Select(i => InsteadOf(p, o, i)).Prepend(PartOption(p, o))).DistinctBy(o => o.Value).ToArray() })
            : p.Http.Refuse(offers.Error);
    }

    private static Option PartOption(PageRequest p, PartOffer o) =>
        new(o.Number, $"{o.Number} · {o.Name}", Hint: p.L["{0} {1} available, {2}", Display.Number(o.Available), o.Unit, o.Price is { } price ? o.Currency.Length > 0 ? Display.Price(new Money(price, o.Currency)) : Display.Number(price) : p.L["no price"]]);

    /// <summary>Under a part that is short stands what can be taken instead, with what there is of it.</summary>
    private static Option InsteadOf(PageRequest p, PartOffer o, PartInstead instead) =>
        new(instead.Number, $"{instead.Number} · {instead.Name}", Hint: instead.IsSuccessor
            ? p.L["takes the place of {0}; {1} available", o.Number, Display.Number(instead.Available)]
            : p.L["instead of {0}; {1} available", o.Number, Display.Number(instead.Available)]);

    private static async Task<IResult> Paper(PageRequest p, Func<GetOrder.Answer, Branch, IResult> draw, bool branchLanguage = false)
    {
        var order = await p.Send(new GetOrder.Query(p.Id()));
        if (!order.Succeeded)
        {
            return p.Http.Refuse(order.Error);
        }

        var branch = p.Service<IBranches>().Of(order.Value.BranchId);
        return draw(order.Value, branch).In(branchLanguage ? branch.Language : order.Value.Customer.Language);
    }

    private static async Task<IResult> Rules(PageRequest p, FormState? form, int status, FormState? limit = null)
    {
        var (rules, limits) = (await p.Send(new GetWorkshopRules.Query()), await p.Send(new ListConsentLimits.Query()));
        return await p.Show(new ListFeeItems.Query(), fees => p.Page<RulesPage>("Workshop settings", new
        {
            State = form ?? (rules.Succeeded ? FormState.Of(rules.Value) : new FormState()),
            Currency = rules.Succeeded ? rules.Value.Currency : "",
            Fees = fees,
            Limits = limits.Succeeded ? limits.Value : [],
            LimitState = limit ?? new FormState(),
        }, status));
    }

    private static Task<IResult> Fees(PageRequest p, FormState? form, int status) => p.Show(new ListFeeItems.Query(), fees =>
    {
        var branches = p.Service<IBranches>();
        var chosen = fees.FirstOrDefault(f => f.Code == p.Http.Request.Query["code"].ToString());
        return p.Page<FeesPage>("Fee table", new
        {
            Fees = fees,
            State = form ?? FormState.Of(new
            {
                chosen?.Code,
                Kind = chosen?.Kind ?? ChargeKind.Labour,
                chosen?.Text,
                Unit = chosen?.Unit ?? "h",
                Currency = branches.For(p.Caller)?.Currency,
                p.Caller.BranchId,
                ValidFrom = Now(p).InZone(ReaderZone.Current).Date,
                Active = chosen?.Active ?? true,
            }),
            Branches = branches.Seen(p.Caller).ToDictionary(b => b.Id, b => b.Name),
        }, status);
    });

    private static Task<IResult> Codes(PageRequest p, FormState form, string? posted, int status) =>
        p.Show(new ListRepairCodes.Query(), codes => p.Page<CodesPage>("Codes", new { Codes = codes, State = form, Posted = posted }, status));

    private static async Task<IResult> ImportCodes(PageRequest p)
    {
        var bound = Binding.FromForm<ImportRepairCodes.Command>(p.Http);
        var result = bound.Succeeded ? await p.Send(bound.Value) : bound.Error;
        if (!result.Succeeded)
        {
            return await Codes(p, FormState.Posted(p.Http.Request.Form).With(result.Error, p.L), "import", StatusCodes.Status422UnprocessableEntity);
        }

        var (added, changed, unchanged) = (result.Value.Added, result.Value.Changed, result.Value.Unchanged);
        return p.Http.Redirect("/workshop/codes", bound.Value.DryRun ? p.L["Only tried: {0} new, {1} changed, {2} as before.", added, changed, unchanged] : p.L["{0} new, {1} changed, {2} as before.", added, changed, unchanged]);
    }

    private static Task<IResult> Sheets(PageRequest p, FormState? form, int status) => p.Show(new ListTestSheets.Query(), sheets =>
    {
        var state = form ?? FormState.Of(sheets.FirstOrDefault(s => s.Id.ToString() == p.Http.Request.Query["id"].ToString()));
        if (form is null && sheets.FirstOrDefault(s => s.Id.ToString() == state.Value("Id")) is { } sheet)
        {
            foreach (var (step, index) in sheet.Steps.Select((s, i) => (s, i)))
            {
                (state.Values[$"Steps[{index}].Text"], state.Values[$"Steps[{index}].Expected"], state.Values[$"Steps[{index}].Unit"]) = (step.Text, step.Expected, step.Unit);
            }
        }

        return p.Page<TestSheetsPage>("Test sheets", new { Sheets = sheets, State = state }, status);
    });

    private static async Task<IResult> SaveSheet(PageRequest p)
    {
        var bound = Binding.FromForm<SaveTestSheet.Command>(p.Http);
        // The form has more lines than most sheets need: those left empty are no steps.
        var result = bound.Succeeded ? await p.Send(bound.Value with { Steps = [.. (bound.Value.Steps ?? []).Where(s => !string.IsNullOrWhiteSpace(s.Text))] }) : bound.Error;
        return result.Succeeded
            ? p.Http.Redirect("/workshop/test-sheets", p.L["Saved"])
            : await Sheets(p, FormState.Posted(p.Http.Request.Form).With(result.Error, p.L), StatusCodes.Status422UnprocessableEntity);
    }

    private static Task<IResult> Points(PageRequest p, FormState? form, int status) => p.Show(new ListControlPoints.Query(), points =>
        p.Page<ControlPointsPage>("Control points", new { Points = points, State = form ?? FormState.Of(points.FirstOrDefault(c => c.Id.ToString() == p.Http.Request.Query["id"].ToString())) }, status));

    private static Task<IResult> Rights(PageRequest p, FormState form, int status) => p.Show(new ListSelfControlRights.Query(), rights =>
        p.Page<SelfControlPage>("Self-control", new { Rights = rights, Technicians = Technicians(p), State = form, CanWrite = p.Caller.Can(WorkshopPermissions.SelfControlWrite) }, status));

    private static async Task<IResult> Customer(PageRequest p, FormState form, string? posted, int status)
    {
        var quotation = await p.Send(new GetPublicQuotation.Query(p.Route("secret")));
        return quotation.Succeeded
            ? p.Http.PublicPage<PublicQuotationPage>(p.L["Quotation"], new { Quotation = quotation.Value, Secret = p.Route("secret"), State = form, Posted = posted }, status).In(quotation.Value.Language)
            : p.Http.PublicPage<RefusalPage>(p.L["This is not possible"], new { Messages = new[] { p.L.Error(quotation.Error) } }, StatusCodes.Status404NotFound);
    }
}
