using System.Text;
using System.Text.RegularExpressions;
using Autofac;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Net.Http.Headers;
using ServiceErp.Platform.Attachments;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Localization;
using ServiceErp.Platform.Modules;
using ServiceErp.Platform.Ui;
using ServiceErp.Platform.Web;

namespace ServiceErp.Platform.Printing;

/// <summary>Documents that can be read, printed, and had as PDF from one address.</summary>
public static partial class PaperResults
{
    private static readonly Lazy<string> Styles = new(() =>
    {
        using var reader = new StreamReader(typeof(PaperResults).Assembly.GetManifestResourceStream("paper.css")!);
        return reader.ReadToEnd();
    });

    /// <summary>
    /// A document on bare paper, and with <c>?format=pdf</c> the same as PDF. Pictures from <c>/attachments/…</c> go into it. <see cref="PageResults.Paper{TComponent}"/> answers this.
    /// </summary>
    /// <param name="http">The request.</param>
    /// <param name="title">Translated; becomes the name of the file.</param>
    /// <param name="size">The paper.</param>
    /// <param name="parameters">The component's parameters.</param>
    /// <typeparam name="TComponent">The document.</typeparam>
    public static IResult PaperOrPdf<TComponent>(this HttpContext http, string title, PaperSize size, object? parameters = null)
        where TComponent : IComponent
    {
        var given = new RouteValueDictionary(parameters).ToDictionary(each => each.Key, each => each.Value);
        if (http.Request.Query["format"] == "pdf")
        {
            return new Pdf(typeof(TComponent), title, size, given).Lettered();
        }

        return new RazorComponentResult<Paper>(new Dictionary<string, object?>
        {
            [nameof(Paper.Title)] = title,
            [nameof(Paper.Size)] = size,
            [nameof(Paper.Page)] = typeof(TComponent),
            [nameof(Paper.PageParameters)] = given,
            [nameof(Paper.PdfHref)] = http.RequestServices.GetService<IPdfPrinter>()?.IsAvailable == true ? $"{http.Request.PathBase}{http.Request.Path}{http.Request.QueryString.Add("format", "pdf")}" : null,
        }).Lettered();
    }

    /// <summary>The document with everything inside it, as the printer takes it.</summary>
    internal static async Task<string> HtmlAsync(IServiceProvider services, Caller reader, Type page, string title, PaperSize size, IDictionary<string, object?> parameters, CancellationToken cancel)
    {
        await using var renderer = new HtmlRenderer(services, services.GetRequiredService<ILoggerFactory>());
        var html = await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<PdfDocument>(ParameterView.FromDictionary(new Dictionary<string, object?>
        {
            [nameof(PdfDocument.Title)] = title,
            [nameof(PdfDocument.Size)] = size,
            [nameof(PdfDocument.Page)] = page,
            [nameof(PdfDocument.PageParameters)] = parameters,
            [nameof(PdfDocument.Styles)] = Styles.Value,
        }))).ToHtmlString());
        return await WithPictures(services.GetRequiredService<Dispatching.Dispatcher>(), reader, html, cancel);
    }

    private static async Task<string> WithPictures(Dispatching.Dispatcher dispatcher, Caller reader, string html, CancellationToken cancel)
    {
        var pictures = Picture().Matches(html);
        if (pictures.Count == 0)
        {
            return html;
        }

        // The document has been shown to this caller already; its pictures belong to it.
        await using var scope = dispatcher.Enter(reader);
        var store = scope.Resolve<AttachmentStore>();
        var whole = new StringBuilder(html);
        foreach (var id in pictures.Select(p => Guid.Parse(p.Groups[1].Value)).Distinct())
        {
            if (await store.OpenShownAsync(id, cancel) is { } found)
            {
                await using var content = found.Content;
                using var bytes = new MemoryStream();
                await content.CopyToAsync(bytes, cancel);
                whole.Replace($"src=\"/attachments/{id}\"", $"src=\"data:{found.File.ContentType};base64,{Convert.ToBase64String(bytes.GetBuffer(), 0, (int)bytes.Length)}\"");
            }
        }

        return whole.ToString();
    }

    [GeneratedRegex("src=\"/attachments/([0-9a-f-]{36})\"")]
    private static partial Regex Picture();

    private sealed class Pdf(Type page, string title, PaperSize size, IDictionary<string, object?> parameters) : IResult
    {
        public async Task ExecuteAsync(HttpContext http)
        {
            var printer = http.RequestServices.GetRequiredService<IPdfPrinter>();
            var printed = await printer.PrintAsync(printer.IsAvailable ? await HtmlAsync(http.RequestServices, http.Caller(), page, title, size, parameters, http.RequestAborted) : "", http.RequestAborted);
            if (!printed.Succeeded)
            {
                await http.Refuse(printed.Error).ExecuteAsync(http);
                return;
            }

            var disposition = new ContentDispositionHeaderValue("inline");
            disposition.SetHttpFileName(AttachmentStore.Shown(title) + ".pdf");
            http.Response.Headers.ContentDisposition = disposition.ToString();
            http.Response.Headers.CacheControl = "no-store";
            await TypedResults.Bytes(printed.Value, "application/pdf").ExecuteAsync(http);
        }
    }
}

internal sealed class PrintingPart : PlatformPart
{
    public override void Register(ContainerBuilder builder)
    {
        builder.RegisterType<ChromiumPrinter>().As<IPdfPrinter>().SingleInstance();
        builder.RegisterType<SweepLeftBrowsers>().As<IHostedService>().SingleInstance();
    }
}
