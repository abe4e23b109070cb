using Autofac;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Importing.Features;
using ServiceErp.Platform.Importing.Pages;
using ServiceErp.Platform.Jobs;
using ServiceErp.Platform.Localization;
using ServiceErp.Platform.Modules;
using ServiceErp.Platform.Ui;
using ServiceErp.Platform.Web;
using NavigationItem = ServiceErp.Platform.Modules.NavigationItem;

namespace ServiceErp.Platform.Importing;

internal static class ImportPermissions
{
    /// <summary>Opens the pages of imports; each importer asks for a permission of its own besides.</summary>
    public const string Use = "Platform.Import.Use";
}

internal sealed class ImportsPart : PlatformPart
{
    private const string Address = "/platform/imports";

    /// <summary>How long the API waits for the end before it answers with what there is.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public override IReadOnlyList<Permission> Permissions { get; } =
    [
        new(ImportPermissions.Use, Roles.Receptionist, Roles.WarehouseKeeper, Roles.ToolCustodian, Roles.Accountant, Roles.ContractManager, Roles.Librarian, Roles.BranchManager, Roles.ServiceDirector),
    ];

    public override IReadOnlyList<NavigationItem> Navigation { get; } = [new("Imports", Address, "package-import", ImportPermissions.Use, 40)];

    public override void Register(ContainerBuilder builder)
    {
        builder.RegisterType<ImportFiles>().SingleInstance();
        builder.RegisterType<ImportPlaces>().SingleInstance();
        builder.RegisterType<ImportAccess>().InstancePerLifetimeScope();
        builder.RegisterType<ImportDesk>().InstancePerLifetimeScope();
        builder.RegisterType<ImportWorker>().AsSelf().As<IHostedService>().SingleInstance();
        builder.RegisterType<RemoveOldImports>().As<IScheduledJob>().InstancePerLifetimeScope();
    }

    public override void MapApi(ApiRoutes api)
    {
        api.Get<ListImporters.Query>("imports/importers")
            .List<ListImports.Query>("imports", "importer", "state")
            .Get<GetImport.Query>("imports/runs/{id}");
        api.Group.MapPost("imports/{name}", Import).DisableAntiforgery().WithName("Platform.Import").WithTags("Platform").Produces<GetImport.Answer>().ProducesProblem(400).ProducesProblem(404).ProducesProblem(409);
        api.Group.MapPost("imports/runs/{id:guid}/apply", async (HttpContext http, Guid id, bool? goodRowsOnly) =>
        {
            var applied = await http.RequestServices.GetRequiredService<Dispatcher>().Send(new ApplyImport.Command(id, goodRowsOnly == true), http.Caller(), cancel: http.RequestAborted);
            return applied.Succeeded ? await Worked(http, id) : Problems.Problem(applied.Error, http.RequestServices.GetRequiredService<Texts>());
        }).DisableAntiforgery().WithName("Platform.ApplyImport").WithTags("Platform").Produces<GetImport.Answer>().ProducesProblem(404).ProducesProblem(409);
        api.Group.MapGet("imports/runs/{id:guid}/report", (HttpContext http, Guid id) => Report(http, id, refused => Problems.Problem(refused, http.RequestServices.GetRequiredService<Texts>()))).WithName("Platform.GetImportReport").WithTags("Platform").Produces(200, contentType: "text/csv").ProducesProblem(404);
    }

    public override void MapPages(PageRoutes pages) => pages
        .Get(Address, p => p.Show(new ListImporters.Query(), importers => p.Page<ImportersPage>("Imports", new { Importers = importers })))
        .Get(Address + "/runs", p => p.ShowList(list => new ListImports.Query(list), "imports", ImportsPage.Columns, list => p.Page<ImportsPage>("Imports so far", new { List = list, Query = p.List })))
        .Get(Address + "/runs/{id}", p => p.Show(new GetImport.Query(p.Id()), run => p.Page<ImportPage>("Import", new { Run = run, State = new FormState(), ShowMapping = p.Http.Request.Query.ContainsKey("mapping") })))
        .Get(Address + "/runs/{id}/report", p => Report(p.Http, p.Id(), p.Http.Refuse))
        .Post(Address + "/runs/{id}/mapping", p => p.Submit<MapImport.Command, Done>(
            _ => Woken(p, p.Id()), form => p.Show(new GetImport.Query(p.Id()), run => p.Page<ImportPage>("Import", new { Run = run, State = form, ShowMapping = true }, StatusCodes.Status422UnprocessableEntity))))
        .Post(Address + "/runs/{id}/reading", p => p.Submit<ReadImport.Command, Done>(
            _ => Woken(p, p.Id()), form => p.Show(new GetImport.Query(p.Id()), run => p.Page<ImportPage>("Import", new { Run = run, State = form }, StatusCodes.Status422UnprocessableEntity))))
        .Post(Address + "/runs/{id}/apply", p => p.Do<ApplyImport.Command, Done>(_ => Woken(p, p.Id())))
        .Get(Address + "/{name}", p => Upload(p, new FormState(), StatusCodes.Status200OK))
        .Get(Address + "/{name}/template.csv", async p =>
        {
            var importer = await Importer(p);
            return importer is null ? p.Http.Refuse(ImportAccess.NotFound) : Results.Text("\uFEFF" + Template(importer, p.L), "text/csv; charset=utf-8");
        })
        .Post(Address + "/{name}", async p =>
        {
            var received = await Receive(p.Http, p.Route("name"));
            return received.Succeeded ? p.Http.Redirect(Woken(p, received.Value)) : await Upload(p, new FormState().With(received.Error.On("File"), p.L), StatusCodes.Status422UnprocessableEntity);
        });

    private static string Woken(PageRequest p, Guid run)
    {
        p.Service<ImportWorker>().Wake();
        return $"{Address}/runs/{run}";
    }

    private static async Task<ListImporters.Row?> Importer(PageRequest p) =>
        await p.Send(new ListImporters.Query()) is { Succeeded: true, Value: var importers } ? importers.FirstOrDefault(i => i.Name == p.Route("name")) : null;

    private static async Task<IResult> Upload(PageRequest p, FormState form, int status) =>
        await Importer(p) is { } importer ? p.Page<UploadPage>(importer.Title, new { Importer = importer, State = form }, status) : p.Http.Refuse(ImportAccess.NotFound);

    private static string Template(ListImporters.Row importer, Texts texts)
    {
        static string Line(IEnumerable<string> cells) => string.Join(';', cells.Select(c => c.AsSpan().IndexOfAny(";\"\n,") >= 0 ? $"\"{c.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : c)) + "\r\n";
        return Line(importer.Columns.Select(c => texts[c.Name])) + Line(importer.Columns.Select(c => c.Example));
    }

    private static async Task<Result<Guid>> Receive(HttpContext http, string name, string? encoding = null, string? numbers = null)
    {
        if (!http.Request.HasFormContentType)
        {
            return Error.Invalid("Platform.Import.NotAForm", "Send the file as multipart/form-data in the field \"file\".");
        }

        IFormCollection form;
        try
        {
            form = await http.Request.ReadFormAsync(http.RequestAborted);
        }
        catch (Exception e) when (e is BadHttpRequestException or InvalidDataException)
        {
            return Error.Invalid("Platform.Import.TooLarge", "The file has more than {0} MB. Split it.", Sheet.LargestFile / 1024 / 1024);
        }

        if (form.Files.Count != 1)
        {
            return Error.Invalid("Platform.Import.OneFile", "Choose one file.");
        }

        await using var scope = http.RequestServices.GetRequiredService<Dispatcher>().Enter(http.Caller());
        await using var content = form.Files[0].OpenReadStream();
        return Choice(encoding ?? form["Encoding"], TextEncoding.Automatic) is { } letters && Choice(numbers ?? form["Numbers"], NumberFormat.Automatic) is { } written
            ? await scope.Resolve<ImportDesk>().ReceiveAsync(name, content, form.Files[0].FileName, letters, written, http.RequestAborted)
            : Error.Invalid("Platform.Import.ReadingUnknown", "\"encoding\" is one of {0}, \"numbers\" one of {1}.", string.Join(", ", Enum.GetNames<TextEncoding>()), string.Join(", ", Enum.GetNames<NumberFormat>()));
    }

    /// <summary>One of the choices of how a file is read; null when it is none of them.</summary>
    private static T? Choice<T>(string? text, T usual)
        where T : struct, Enum =>
        string.IsNullOrEmpty(text) ? usual : Enum.TryParse<T>(text, ignoreCase: true, out var value) && Enum.IsDefined(value) ? value : null;

    /// <summary>
    /// <c>POST /imports/{name}?dryRun=true</c>: checks the file and answers with the faults. With <c>dryRun=false</c> it is applied when every row is right, or, with <c>goodRowsOnly=true</c>, as far as rows
    /// are. A file that takes longer than a minute goes on by itself and is looked up under its identity.
    /// <c>encoding</c> and <c>numbers</c> say how it is read where that is not to be found out.
    /// </summary>
    private static async Task<IResult> Import(HttpContext http, string name, bool? dryRun, bool? goodRowsOnly, string? encoding, string? numbers)
    {
        var texts = http.RequestServices.GetRequiredService<Texts>();
        var received = await Receive(http, name, encoding, numbers);
        if (!received.Succeeded)
        {
            var isBusy = received.Error.Code == ImportDesk.Busy.Code;
            if (isBusy)
            {
                http.Response.Headers.RetryAfter = "5";
            }

            return Problems.Problem(received.Error, texts, isBusy ? StatusCodes.Status429TooManyRequests : null);
        }

        var dispatcher = http.RequestServices.GetRequiredService<Dispatcher>();
        await Work(http, received.Value);
        var seen = await dispatcher.Send(new GetImport.Query(received.Value), http.Caller());
        if (seen is { Succeeded: true, Value.State: ImportState.Mapping })
        {
            var missing = seen.Value.Columns.Where(c => c.Required && c.FileColumn == 0).Select(c => c.Name);
            return Problems.Problem(Error.Invalid("Platform.Import.HeadingsMissing", "The file has no column called {0}.", string.Join(", ", missing)), texts);
        }

        if (dryRun == false && seen is { Succeeded: true, Value.State: ImportState.Checked })
        {
            var applied = await dispatcher.Send(new ApplyImport.Command(received.Value, goodRowsOnly == true), http.Caller());
            if (!applied.Succeeded)
            {
                return Problems.Problem(applied.Error, texts);
            }
        }

        return await Worked(http, received.Value);
    }

    private static async Task<IResult> Worked(HttpContext http, Guid run)
    {
        await Work(http, run);
        var seen = await http.RequestServices.GetRequiredService<Dispatcher>().Send(new GetImport.Query(run), http.Caller());
        return seen.Succeeded
            ? Results.Json(seen.Value, ErpJson.Options, statusCode: seen.Value.State is ImportState.Checking or ImportState.Applying ? StatusCodes.Status202Accepted : StatusCodes.Status200OK)
            : Problems.Problem(seen.Error, http.RequestServices.GetRequiredService<Texts>());
    }

    // The work belongs to the program, not to the request: it goes on when the sender hangs up.
    private static async Task Work(HttpContext http, Guid run)
    {
        var stopping = http.RequestServices.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
        var worker = http.RequestServices.GetRequiredService<ImportWorker>();
        await Task.WhenAny(Task.Run(() => worker.WorkAsync(run, stopping), CancellationToken.None), Task.Delay(Patience, http.RequestAborted));
    }

    private static async Task<IResult> Report(HttpContext http, Guid id, Func<Error, IResult> refuse)
    {
        var seen = await http.RequestServices.GetRequiredService<Dispatcher>().Send(new GetImport.Query(id), http.Caller());
        var path = http.RequestServices.GetRequiredService<ImportFiles>().ReportOf(id);
        return !seen.Succeeded || !File.Exists(path)
            ? refuse(seen.Error ?? Error.NotFound("Platform.Import.ReportGone", "The report is not there any more; files are kept for a month."))
            : Results.Stream(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete), "text/csv; charset=utf-8", $"{Path.GetFileNameWithoutExtension(seen.Value.FileName)}-report.csv");
    }
}
