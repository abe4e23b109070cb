using Autofac;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Net.Http.Headers;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Jobs;
using ServiceErp.Platform.Localization;
using ServiceErp.Platform.Modules;
using ServiceErp.Platform.Ui;
using ServiceErp.Platform.Web;

namespace ServiceErp.Platform.Attachments;

internal sealed class AttachmentsPart : PlatformPart
{
    /// <summary>Ten of the largest files in one request.</summary>
    private const long LargestUpload = 10 * AttachmentFiles.LargestFile;

    public override void Register(ContainerBuilder builder)
    {
        builder.RegisterType<AttachmentFiles>().SingleInstance();
        builder.RegisterType<AttachmentGuard>().InstancePerLifetimeScope();
        builder.RegisterType<AttachmentStore>().AsSelf().As<IAttachments>().InstancePerLifetimeScope();
        builder.RegisterType<RemoveOrphanedFiles>().As<IScheduledJob>().InstancePerLifetimeScope();
    }

    public override void MapPages(PageRoutes pages) => pages
        .Get("/attachments/{id}", p => Serve(p.Http, p.Id(), p.Http.Refuse))
        .Post("/attachments/{about}/{id}", async p =>
        {
            var kept = await Receive(p.Http, p.Route("about"), p.Id());
            return p.Http.After(kept, _ => OwnAddress.Before(p.Http.Request) ?? "/", kept.Succeeded ? p.L["{0} files were attached.", kept.Value.Count] : null);
        }, LargestUpload);

    public override void MapApi(ApiRoutes api)
    {
        api.Group.MapGet("attachments/{id:guid}", (HttpContext http, Guid id) => Serve(http, id, error => Problems.Problem(error, Words(http))))
            .WithName("Platform.GetAttachment").WithTags("Platform").Produces(200, contentType: "application/octet-stream").ProducesProblem(403).ProducesProblem(404);
        api.Group.MapGet("attachments/{about}/{aboutId:guid}", async (HttpContext http, string about, Guid aboutId) =>
        {
            await using var scope = http.RequestServices.GetRequiredService<Dispatcher>().Enter(http.Caller());
            return await scope.Resolve<AttachmentGuard>().MaySee(about, aboutId, http.RequestAborted) is { } refusal
                ? Problems.Problem(refusal, Words(http))
                : Results.Json(await scope.Resolve<IAttachments>().OfAsync(about, aboutId, http.RequestAborted), ErpJson.Options);
        }).WithName("Platform.ListAttachments").WithTags("Platform").Produces<IReadOnlyList<Attachment>>().ProducesProblem(403).ProducesProblem(404);
        api.Group.MapPost("attachments/{about}/{aboutId:guid}", async (HttpContext http, string about, Guid aboutId) =>
        {
            var kept = await Receive(http, about, aboutId);
            return kept.Succeeded ? Results.Json(kept.Value, ErpJson.Options) : Problems.Problem(kept.Error, Words(http));
        }).DisableAntiforgery().WithMetadata(new RequestSizeLimitAttribute(LargestUpload)).WithName("Platform.AddAttachments").WithTags("Platform").Produces<IReadOnlyList<Attachment>>().ProducesProblem(400).ProducesProblem(403).ProducesProblem(404);
    }

    /// <summary>Keeps files for the caller, if the thing's owner lets them. A refusal names its file, and what came before it stays kept.</summary>
    internal static async Task<Result<IReadOnlyList<Attachment>>> KeepAsync(HttpContext http, IReadOnlyList<IFormFile> files, string about, Guid aboutId, string kind)
    {
        await using var scope = http.RequestServices.GetRequiredService<Dispatcher>().Enter(http.Caller());
        if (await scope.Resolve<AttachmentGuard>().MayAdd(about, aboutId, http.RequestAborted) is { } refusal)
        {
            return refusal;
        }

        var attachments = scope.Resolve<IAttachments>();
        var kept = new List<Attachment>();
        foreach (var file in files)
        {
            await using var content = file.OpenReadStream();
            var result = await attachments.AddAsync(content, file.FileName, about, aboutId, kind, http.RequestAborted);
            if (!result.Succeeded)
            {
                return files.Count == 1 ? result.Error : result.Error with
                {
                    Details = [result.Error, Error.Invalid(result.Error.Code, "This concerns {0}; files before it were kept.", AttachmentStore.Shown(file.FileName))],
                };
            }

            kept.Add(result.Value);
        }

        return kept;
    }

    private static Texts Words(HttpContext http) => http.RequestServices.GetRequiredService<Texts>();

    private static async Task<IResult> Serve(HttpContext http, Guid id, Func<Error, IResult> refuse)
    {
        await using var scope = http.RequestServices.GetRequiredService<Dispatcher>().Enter(http.Caller());
        var opened = await scope.Resolve<AttachmentStore>().OpenAsync(id, http.RequestAborted);
        if (!opened.Succeeded)
        {
            return refuse(opened.Error);
        }

        // The type was told from the content and is the only one the browser may believe; whatever else is in the file can neither run nor fetch.
        var (file, content) = opened.Value;
        var disposition = new ContentDispositionHeaderValue(file.IsImage ? "inline" : "attachment");
        disposition.SetHttpFileName(file.FileName);
        var headers = http.Response.Headers;
        headers.ContentDisposition = disposition.ToString();
        headers.XContentTypeOptions = "nosniff";
        headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";

        // Kept by the browser, and asked about each time: the next person at this counter may not be allowed to see it.
        headers.CacheControl = "private, no-cache";
        return Results.Stream(content, file.ContentType, entityTag: new EntityTagHeaderValue($"\"{id:N}\""));
    }

    private static async Task<Result<IReadOnlyList<Attachment>>> Receive(HttpContext http, string about, Guid aboutId)
    {
        if (!http.Request.HasFormContentType)
        {
            return Error.Invalid("Platform.Attachment.NotAForm", "Send the files as multipart/form-data.");
        }

        IFormCollection form;
        try
        {
            form = await http.Request.ReadFormAsync(http.RequestAborted);
        }
        catch (Exception e) when (e is BadHttpRequestException or InvalidDataException)
        {
            return Error.Invalid("Platform.Attachment.TooLarge", "A file may have at most {0} MB.", AttachmentFiles.LargestFile / 1024 / 1024);
        }

        return form.Files.Count == 0
            ? Error.Invalid("Platform.Attachment.None", "Choose at least one file.")
            : await KeepAsync(http, form.Files, about, aboutId, form["Kind"].ToString() is { Length: > 0 } given ? given : "photo");
    }
}
