using Autofac;
using Microsoft.AspNetCore.Http;
using ServiceErp.Kernel;
using ServiceErp.Platform.Attachments;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Localization;
using ServiceErp.Platform.Ui;
using ServiceErp.Platform.Web;
using ServiceErp.SpareParts.Features.Loaners;
using ServiceErp.SpareParts.Features.Parts;

namespace ServiceErp.SpareParts.Pages.Loaners;

/// <summary>The pages of the loaner pool.</summary>
internal static class LoanerPages
{
    private const int Faulty = StatusCodes.Status422UnprocessableEntity;

    public static void Map(PageRoutes pages)
    {
        MapUnits(pages);
        MapLoans(pages);
    }

    private static void MapUnits(PageRoutes pages) => pages
        .Get("/spare-parts/loaners", p => p.ShowList(list => new ListLoaners.Query(list), "loaners", LoanerLists.Loaners, list =>
            p.Page<LoanersPage>("Loaners", new { List = list, Query = p.List, CanManage = CanManage(p) })))
        .Get("/spare-parts/loaners/new", p => Edit(p, null, new FormState()))
        .Post("/spare-parts/loaners/new", p => p.Submit<CreateLoaner.Command, CreateLoaner.Answer>(l => $"/spare-parts/loaners/{l.Id}", form => Edit(p, null, form), p.L["The unit is in the pool."]))
        .Get("/spare-parts/loaners/calendar", p => p.InBranch(() => p.Show(
            new GetLoanerCalendar.Query(p.List.From, p.List.Filter("model")),
            calendar => p.Page<LoanerCalendarPage>("Loaner calendar", new { Calendar = calendar, Model = p.List.Filter("model"), CanLend = CanLend(p), CanManage = CanManage(p) }))))
        .Post("/spare-parts/loaners/rules", p => p.Do<SetLoanerRules.Command, Done>(_ => "/spare-parts/loaners/calendar", p.L["Saved."]))
        .Get("/spare-parts/loaners/use", p => p.Show(new GetLoanerUse.Query(p.List.From, p.List.To), use => p.List.Format is { } format
            ? p.Http.File(format, "loaner-use", LoanerLists.Use, use.Rows.ToAsyncEnumerable())
            : p.Page<LoanerUsePage>("Use of the loaner pool", new { Use = use, Query = p.List })))
        .Post("/spare-parts/loaner-reservations", p => p.Do<ReserveLoaner.Command, ReserveLoaner.Answer>(r => Back(p, $"/spare-parts/loaners/{r.LoanerId}"), p.L["The days are kept free."]))
        .Post("/spare-parts/loaner-reservations/{id}/cancel", p => p.Do<CancelLoanerReservation.Command, Done>(_ => Back(p, "/spare-parts/loaners/calendar"), p.L["The reservation is cancelled."]))
        .Post("/spare-parts/loaner-reservations/{id}/set-aside", p => p.Do<SetLoanerAside.Command, Done>(_ => Back(p, "/spare-parts/loaners"), p.L["The unit is set aside."]))
        .Get("/spare-parts/loaners/{id}", p => p.Show(new GetLoaner.Query(p.Id()), unit => p.Page<LoanerPage>($"{unit.ModelCode} {unit.Serial}", new { Unit = unit, CanLend = CanLend(p), CanManage = CanManage(p) })))
        .Get("/spare-parts/loaners/{id}/edit", p => p.Show(new GetLoaner.Query(p.Id()), unit => Edit(p, unit, FormState.Of(unit))))
        .Post("/spare-parts/loaners/{id}/edit", p => p.Submit<ChangeLoaner.Command, Done>(_ => OfUnit(p), form => p.Show(new GetLoaner.Query(p.Id()), unit => Edit(p, unit, form)), p.L["Saved."]))
        .Post("/spare-parts/loaners/{id}/move", p => p.Do<MoveLoaner.Command, Done>(_ => OfUnit(p)))
        .Get("/spare-parts/loaners/{id}/label", p => p.Show(new GetLoaner.Query(p.Id()), unit => p.Http.Paper<LoanerLabel>($"{unit.ModelCode} {unit.Serial}", PaperSize.Label, new { Unit = unit })))
        .Get("/spare-parts/loaners/{id}/lend", p => Lend(p, p.Id(), new FormState()))
        .Post("/spare-parts/loaners/{loanerId}/lend", async p =>
        {
            // Photos come first, under the identity that the loan will have: they are kept through a refused form.
            var refused = Guid.TryParse(p.Http.Request.Form["Id"], out var loan) ? await p.KeepFiles("Photos", "Loan", loan, "condition-out") : null;
            return await p.Submit<LendLoaner.Command, LendLoaner.Answer>(
                l => $"/spare-parts/loans/{l.Id}", form => Lend(p, p.Id("loanerId"), refused is null ? form : form.With(refused.On("Photos"), p.L), Faulty), p.L["The unit is lent. Print the agreement."]);
        })
        .Get("/spare-parts/lookup/orders", p => p.Show(new FindOpenOrders.Query(p.List.Search), orders => p.Http.Part<LookupOptions>(new
        {
            Options = orders.Select(o => new Option($"{o.Id}", $"{o.Number} · {o.CustomerName}", Hint: $"{o.ModelName} {o.SerialNumber}")).ToArray(),
        })));

    private static void MapLoans(PageRoutes pages) => pages
        .Get("/spare-parts/loans", p => p.ShowList(list => new ListLoans.Query(list), "loans", LoanerLists.Loans, list => p.Page<LoansPage>("Loans", new { List = list, Query = p.List })))
        .Get("/spare-parts/loans/{id}", p => p.Show(new GetLoan.Query(p.Id()), loan => p.Page<LoanPage>(loan.Number, new
        {
            Loan = loan,
            CanLend = CanLend(p),
            CanManage = CanManage(p),
            CanRelease = p.Caller.Can(SparePartsPermissions.LoanerRelease),
            CanDecide = p.Caller.Can(SparePartsPermissions.LoanerFee),
        })))
        .Get("/spare-parts/loans/{id}/print", p => p.Show(new GetLoan.Query(p.Id()), loan => p.Http.Paper<LoanAgreement>(loan.Number, PaperSize.A4, new { Loan = loan }).In(loan.Language)))
        .Get("/spare-parts/loans/{id}/return", p => Return(p, new FormState()))
        .Post("/spare-parts/loans/{id}/return", async p =>
        {
            var refused = await p.KeepFiles("Photos", "Loan", p.Id(), "condition-in");
            return await p.Submit<ReturnLoaner.Command, Done>(_ => OfLoan(p), form => Return(p, refused is null ? form : form.With(refused.On("Photos"), p.L), Faulty), p.L["The unit is back. Clean and check it."]);
        })
        .Post("/spare-parts/loans/{id}/prolong", p => p.Do<ProlongLoan.Command, Done>(_ => OfLoan(p), p.L["The new day is agreed."]))
        .Post("/spare-parts/loans/{id}/release-order", p => p.Do<ReleaseOrderFromLoan.Command, Done>(_ => OfLoan(p), p.L["The order may be closed."]))
        .Post("/spare-parts/loans/{id}/exchange", p => p.Do<ExchangeLoaner.Command, ExchangeLoaner.Answer>(l => $"/spare-parts/loaners/{l.LoanerId}", p.L["The customer keeps the unit; the faulty one is in repair for the pool."]))
        .Post("/spare-parts/loans/{id}/charges", p => p.Do<ChargeLoan.Command, Done>(_ => OfLoan(p), p.L["It is charged."]))
        .Post("/spare-parts/loans/{id}/lost", p => p.Do<ReportLoanerLost.Command, Done>(_ => OfLoan(p), p.L["The unit is noted as lost."]))
        .Post("/spare-parts/loans/{id}/found", p => p.Do<FindLostLoaner.Command, Done>(_ => OfLoan(p), p.L["The unit is back. Clean and check it."]))
        .Post("/spare-parts/loans/{id}/fee", p => p.Do<DecideLoanFee.Command, Done>(_ => OfLoan(p), p.L["Decided."]));

    private static Task<IResult> Edit(PageRequest p, GetLoaner.Answer? unit, FormState form) => p.Show(new ListPartGroups.Query(), choices =>
        p.Page<LoanerEditPage>(unit is null ? "New loaner" : $"{unit.ModelCode} {unit.Serial}", new { Unit = unit, State = form, choices.Models }, form.HasErrors ? Faulty : StatusCodes.Status200OK));

    private static async Task<IResult> Lend(PageRequest p, Guid id, FormState form, int status = StatusCodes.Status200OK)
    {
        var loan = Guid.TryParse(form.Value("Id"), out var known) ? known : p.Service<IIdentifiers>().NewId();
        var photos = await CountPhotos(p, loan);
        return await p.Show(new GetLoaner.Query(id), unit => p.Page<LendPage>(p.L["Lend {0}", $"{unit.ModelCode} {unit.Serial}"], new { Unit = unit, LoanId = loan, State = form, PhotosKept = photos }, status));
    }

    private static async Task<IResult> Return(PageRequest p, FormState form, int status = StatusCodes.Status200OK) =>
        await p.Show(new GetLoan.Query(p.Id()), loan => p.Page<ReturnLoanPage>(p.L["Take back {0}", $"{loan.ModelCode} {loan.Serial}"], new { Loan = loan, State = form }, status));

    private static async Task<int> CountPhotos(PageRequest p, Guid loan)
    {
        await using var scope = p.Service<Dispatcher>().Enter(p.Caller);
        return (await scope.Resolve<IAttachments>().OfAsync("Loan", loan, p.Http.RequestAborted)).Count(f => f.IsImage && f.Kind.StartsWith("condition", StringComparison.Ordinal));
    }

    private static bool CanLend(PageRequest p) => p.Caller.Can(SparePartsPermissions.LoanerLend);

    private static bool CanManage(PageRequest p) => p.Caller.Can(SparePartsPermissions.LoanerManage);

    private static string OfUnit(PageRequest p) => $"/spare-parts/loaners/{p.Id()}";

    private static string OfLoan(PageRequest p) => $"/spare-parts/loans/{p.Id()}";

    /// <summary>Days are reserved on the calendar and on the unit's page; the reader stays where they are.</summary>
    private static string Back(PageRequest p, string otherwise) =>
        OwnAddress.Before(p.Http.Request) is { } from && from.StartsWith("/spare-parts/loaners/", StringComparison.Ordinal) ? from : otherwise;
}
