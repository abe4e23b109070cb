using Autofac;
using Microsoft.AspNetCore.Http;
using NodaTime;
using ServiceErp.Platform.Branches.Features;
using ServiceErp.Platform.Branches.Pages;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Messaging;
using ServiceErp.Platform.Modules;
using ServiceErp.Platform.Ui;
using ServiceErp.Platform.Web;
using NavigationItem = ServiceErp.Platform.Modules.NavigationItem;

namespace ServiceErp.Platform.Branches;

internal sealed class BranchesPart : PlatformPart
{
    private const string Address = "/platform/branches";

    public override IReadOnlyList<Permission> Permissions { get; } =
    [
        new(BranchPermissions.Read, Roles.BranchManager, Roles.ServiceDirector),
        new(BranchPermissions.Write),
    ];

    public override IReadOnlyList<NavigationItem> Navigation { get; } = [new("Branches", Address, "building-store", BranchPermissions.Read, 20)];

    public override void Register(ContainerBuilder builder) =>
        builder.RegisterType<BranchDirectory>().AsSelf().As<IBranches>().SingleInstance();

    public override void MapApi(ApiRoutes api) => api
        .List<ListBranches.Query>("branches")
        .Get<GetBranch.Query>("branches/{id}")
        .Post<CreateBranch.Command>("branches")
        .Put<EditBranch.Command>("branches/{id}")
        .Put<SetOpeningHours.Command>("branches/{id}/hours")
        .Post<AddHoliday.Command>("branches/{id}/holidays")
        .Post<RemoveHoliday.Command>("branches/{id}/holidays/remove")
        .Post<ImportHolidays.Command>("branches/{id}/holidays/import")
        .Post<AddException.Command>("branches/{id}/exceptions")
        .Post<RemoveException.Command>("branches/{id}/exceptions/remove")
        .Post<CloseBranch.Command>("branches/{id}/close")
        .Post<ReopenBranch.Command>("branches/{id}/reopen");

    public override void MapPages(PageRoutes pages) => pages
        .Get(Address, p => p.Show(new ListBranches.Query(p.List), list => p.Page<BranchesPage>("Branches", new { List = list, Query = p.List, CanWrite = p.Caller.MaySend<CreateBranch.Command>() })))
        .Get(Address + "/new", p => New(p, FormState.Of(new { Zone = "Europe/Berlin", Currency = "EUR", Language = "en" }), StatusCodes.Status200OK))
        .Post(Address, p => p.Submit<CreateBranch.Command, CreateBranch.Answer>(
            branch => $"{Address}/{branch.Id}", form => New(p, form, StatusCodes.Status422UnprocessableEntity), p.L["The branch was opened. Now enter its opening hours."]))
        .Get(Address + "/{id}", p => p.Show(new GetBranch.Query(p.Id()), branch => p.Page<BranchPage>(branch.Name, new
        {
            Branch = branch,
            Year = int.TryParse(p.Http.Request.Query["year"], out var year) && year is > 1900 and < 2200 ? year : Today(p, branch).Year,
            Today = Today(p, branch),
            CanWrite = p.Caller.Can(BranchPermissions.Write) && (p.Caller.BranchId is null || p.Caller.BranchId == branch.Id),
            CanClose = p.Caller.MaySend<CloseBranch.Command>(),
        })))
        .Get(Address + "/{id}/edit", p => p.Show(new GetBranch.Query(p.Id()), branch => Edit(p, branch, FormState.Of(branch), StatusCodes.Status200OK)))
        .Post(Address + "/{id}", p => p.Submit<EditBranch.Command, Done>(
            _ => $"{Address}/{p.Id()}", form => p.Show(new GetBranch.Query(p.Id()), branch => Edit(p, branch, form, StatusCodes.Status422UnprocessableEntity)), p.L["Saved"]))
        .Get(Address + "/{id}/hours", p => p.Show(new GetBranch.Query(p.Id()), branch => Hours(p, branch, new FormState(), StatusCodes.Status200OK)))
        .Post(Address + "/{id}/hours", p => p.Submit<SetOpeningHours.Command, Done>(
            _ => $"{Address}/{p.Id()}", form => p.Show(new GetBranch.Query(p.Id()), branch => Hours(p, branch, form, StatusCodes.Status422UnprocessableEntity)), p.L["Saved"]))
        .Get(Address + "/{id}/holidays/import", p => p.Show(new GetBranch.Query(p.Id()), branch => Paste(p, branch, new FormState(), StatusCodes.Status200OK)))
        .Post(Address + "/{id}/holidays/import", p => p.Submit<ImportHolidays.Command, ImportHolidays.Answer>(
            _ => $"{Address}/{p.Id()}", form => p.Show(new GetBranch.Query(p.Id()), branch => Paste(p, branch, form, StatusCodes.Status422UnprocessableEntity)), p.L["The holidays were taken in."]))
        .Post(Address + "/{id}/holidays", p => p.Do<AddHoliday.Command, Done>(_ => $"{Address}/{p.Id()}", p.L["Saved"]))
        .Post(Address + "/{id}/holidays/remove", p => p.Do<RemoveHoliday.Command, Done>(_ => $"{Address}/{p.Id()}", p.L["Removed"]))
        .Post(Address + "/{id}/exceptions", p => p.Do<AddException.Command, Done>(_ => $"{Address}/{p.Id()}", p.L["Saved"]))
        .Post(Address + "/{id}/exceptions/remove", p => p.Do<RemoveException.Command, Done>(_ => $"{Address}/{p.Id()}", p.L["Removed"]))
        .Post(Address + "/{id}/close", p => p.Do<CloseBranch.Command, Done>(_ => $"{Address}/{p.Id()}", p.L["The branch was closed."]))
        .Post(Address + "/{id}/reopen", p => p.Do<ReopenBranch.Command, Done>(_ => $"{Address}/{p.Id()}", p.L["The branch is open again."]));

    private static LocalDate Today(PageRequest p, GetBranch.Answer branch) => p.Service<IClock>().GetCurrentInstant().InZone(DateTimeZoneProviders.Tzdb[branch.Zone]).Date;

    private static Task<IResult> New(PageRequest p, FormState form, int status) => Task.FromResult(p.Page<BranchFormPage>("New branch", new { State = form }, status));

    private static IResult Edit(PageRequest p, GetBranch.Answer branch, FormState form, int status) => p.Page<BranchFormPage>("Edit branch", new { State = form, Branch = branch }, status);

    private static IResult Hours(PageRequest p, GetBranch.Answer branch, FormState form, int status) => p.Page<BranchHoursPage>("Opening hours", new { State = form, Branch = branch }, status);

    private static IResult Paste(PageRequest p, GetBranch.Answer branch, FormState form, int status) => p.Page<HolidayImportPage>("Import holidays", new { State = form, Branch = branch }, status);
}
