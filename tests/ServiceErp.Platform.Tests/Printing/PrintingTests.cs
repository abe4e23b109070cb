using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Autofac;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using ServiceErp.Kernel;
using ServiceErp.Platform.Attachments;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Modules;
using ServiceErp.Platform.Printing;
using ServiceErp.Platform.Ui;
using ServiceErp.Testing;

namespace ServiceErp.Platform.Tests.Printing;

/// <summary>Prints with the Chromium of the machine; where there is none, only what the program then says is tested.</summary>
public sealed partial class PrintingTests : IAsyncLifetime
{
    private const string Words = "Накладная № 7 · 수리 접수증 · Receipt";
    private TestCentre centre = null!;

    private IPdfPrinter Printer => centre.Services.GetRequiredService<IPdfPrinter>();

    public async Task InitializeAsync() => centre = await TestCentre.StartAsync();

    public async Task DisposeAsync() => await centre.DisposeAsync();

    [Fact]
    public async Task Cyrillic_and_hangul_come_out_as_letters_on_the_paper_that_was_asked_for()
    {
        if (!Printer.IsAvailable)
        {
            return;
        }

        var pdf = (await Printer.PrintAsync($"<!DOCTYPE html><html><head><style>@page {{ size: A5 }}</style></head><body><h1>{Words}</h1></body></html>", CancellationToken.None)).Value;
        Assert.StartsWith("%PDF-", Encoding.Latin1.GetString(pdf, 0, 8), StringComparison.Ordinal);
        var text = Encoding.Latin1.GetString(pdf);
        var size = MediaBox().Match(text);
        Assert.Equal((420, 595), ((int)Math.Round(double.Parse(size.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture)), (int)Math.Round(double.Parse(size.Groups[2].Value, System.Globalization.CultureInfo.InvariantCulture))));
        var letters = Letters(pdf);
        Assert.All(Words.Where(char.IsLetter), letter => Assert.Contains(letter, letters));
    }

    [Fact]
    public async Task Several_documents_at_once_come_out_each_as_itself_and_a_dead_printer_is_started_anew()
    {
        if (!Printer.IsAvailable)
        {
            return;
        }

        var printed = await Task.WhenAll(Enumerable.Range(0, 5).Select(i => Printer.PrintAsync(string.Concat(Enumerable.Repeat("<p style='break-after: page'>x</p>", i)) + "<p>x</p>", CancellationToken.None)));
        Assert.Equal([1, 2, 3, 4, 5], printed.Select(p => Pages().Count(Encoding.Latin1.GetString(p.Value))));

        await ((ChromiumPrinter)Printer).KillAsync();
        Assert.True((await Printer.PrintAsync("<p>Again</p>", CancellationToken.None)).Succeeded);
    }

    [Fact]
    public async Task A_document_fetches_nothing_and_runs_nothing()
    {
        if (!Printer.IsAvailable)
        {
            return;
        }

        using var listener = new HttpListener();
        var port = FreePort();
        listener.Prefixes.Add($"http://127.0.0.1:{port}/");
        listener.Start();
        var asked = listener.GetContextAsync();
        var pdf = await Printer.PrintAsync($"<img src='http://127.0.0.1:{port}/x.png'><script>document.body.textContent = 'Z'; fetch('http://127.0.0.1:{port}/y')</script><p>abc</p>", CancellationToken.None);
        Assert.DoesNotContain('Z', Letters(pdf.Value));
        Assert.False(asked.IsCompleted);
    }

    [Fact]
    public async Task Without_a_printer_the_program_says_what_to_do_instead()
    {
        await using var bare = await TestCentre.StartAsync(settings: new Dictionary<string, string?> { ["Pdf:Chromium"] = "none" });
        var printer = bare.Services.GetRequiredService<IPdfPrinter>();
        Assert.False(printer.IsAvailable);
        Assert.Equal("Platform.Pdf.NotAvailable", (await printer.PrintAsync("<p/>", CancellationToken.None)).Error?.Code);
    }

    [Fact]
    public async Task A_paper_route_answers_paper_with_a_way_to_the_pdf_and_the_pdf_with_its_pictures()
    {
        var printer = new Recording();
        await using var program = await TestCentre.StartAsync(b =>
        {
            b.RegisterInstance(printer).As<IPdfPrinter>();
            b.RegisterInstance(new AttachmentOwner("ServiceOrder", "Nobody", ["Nobody"], false, (_, _, _) => Task.FromResult(false), (_, _, _) => Task.FromResult(true)));
        });
        byte[] png = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, 1, 2, 3];
        Guid picture;
        await using (var scope = program.Dispatcher.Enter(program.As(Roles.Receptionist)))
        {
            using var content = new MemoryStream(png);
            picture = (await scope.Resolve<IAttachments>().AddAsync(content, "signature.png", "ServiceOrder", new Guid("00000000-0000-7000-8000-00000000a001"), "signature", CancellationToken.None)).Value.Id;
        }

        var paper = await Answer(program, picture, "?copy=2");
        Assert.Contains("<a href=\"/papers/1?copy=2&amp;format=pdf\"", paper.Text, StringComparison.Ordinal);

        var pdf = await Answer(program, picture, "?format=pdf");
        Assert.Equal("application/pdf", pdf.Http.Response.ContentType);
        Assert.Contains("filename*=UTF-8''Receipt%20%E2%84%96%207.pdf", pdf.Http.Response.Headers.ContentDisposition.ToString(), StringComparison.Ordinal);
        Assert.Equal("printed", pdf.Text);
        Assert.Contains($"src=\"data:image/png;base64,{Convert.ToBase64String(png)}\"", printer.Html, StringComparison.Ordinal);
        Assert.Contains("@page a5", printer.Html, StringComparison.Ordinal);
        Assert.Contains("<body class=\"paper paper-a5\"", printer.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", printer.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("<link", printer.Html, StringComparison.Ordinal);
    }

    private static async Task<(HttpContext Http, string Text)> Answer(TestCentre program, Guid picture, string query)
    {
        await using var scope = program.Services.CreateAsyncScope();
        var http = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        http.Items[typeof(Caller)] = program.As(Roles.Receptionist);
        (http.Request.Scheme, http.Request.Host, http.Request.Path) = ("http", new HostString("localhost"), "/papers/1");
        http.Request.QueryString = new QueryString(query);
        using var body = new MemoryStream();
        http.Response.Body = body;
        await http.PaperOrPdf<Receipt>("Receipt № 7", PaperSize.A5, new { Picture = picture }).ExecuteAsync(http);
        return (http, Encoding.UTF8.GetString(body.ToArray()));
    }

    private static int FreePort()
    {
        using var probe = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    /// <summary>The letters a reader can copy out of a PDF: what its fonts' ToUnicode tables name.</summary>
    private static HashSet<char> Letters(byte[] pdf)
    {
        var letters = new HashSet<char>();
        var text = Encoding.Latin1.GetString(pdf);
        foreach (Match stream in Streams().Matches(text))
        {
            var start = stream.Index + stream.Length;
            try
            {
                using var unpacked = new ZLibStream(new MemoryStream(pdf, start, pdf.Length - start), CompressionMode.Decompress);
                using var reader = new StreamReader(unpacked, Encoding.Latin1);
                var table = reader.ReadToEnd();
                if (!table.Contains("begincmap", StringComparison.Ordinal))
                {
                    continue;
                }

                foreach (Match range in Ranges().Matches(table))
                {
                    var (from, to, first) = (Hex(range.Groups[1]), Hex(range.Groups[2]), Hex(range.Groups[3]));
                    for (var i = 0; i <= to - from; i++)
                    {
                        letters.Add((char)(first + i));
                    }
                }

                foreach (Match single in Singles().Matches(table))
                {
                    letters.Add((char)Hex(single.Groups[2]));
                }
            }
            catch (InvalidDataException)
            {
                // A stream of another kind.
            }
        }

        return letters;
    }

    private static int Hex(Group group) => Convert.ToInt32(group.Value, 16);

    [GeneratedRegex(@"/MediaBox ?\[ ?0 0 ([\d.]+) ([\d.]+) ?\]")]
    private static partial Regex MediaBox();

    [GeneratedRegex(@"/Type ?/Page\b")]
    private static partial Regex Pages();

    [GeneratedRegex(@"stream\r?\n")]
    private static partial Regex Streams();

    [GeneratedRegex("<([0-9A-Fa-f]{2,4})> <([0-9A-Fa-f]{2,4})> <([0-9A-Fa-f]{4})>")]
    private static partial Regex Ranges();

    [GeneratedRegex("^<([0-9A-Fa-f]{2,4})> <([0-9A-Fa-f]{4})>\r?$", RegexOptions.Multiline)]
    private static partial Regex Singles();

    private sealed class Recording : IPdfPrinter
    {
        public string Html { get; private set; } = "";

        public bool IsAvailable => true;

        public Task<Result<byte[]>> PrintAsync(string html, CancellationToken cancel)
        {
            Html = html;
            return Task.FromResult<Result<byte[]>>("printed"u8.ToArray());
        }
    }

    private sealed class Receipt : ComponentBase
    {
        [Parameter]
        public Guid Picture { get; set; }

        protected override void BuildRenderTree(RenderTreeBuilder builder)
        {
            builder.AddMarkupContent(0, $"<p>{Words}</p><img alt=\"\" src=\"/attachments/{Picture}\">");
        }
    }
}
