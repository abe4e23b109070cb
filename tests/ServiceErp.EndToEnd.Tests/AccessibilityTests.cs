using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using System.Threading.Channels;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;
using ServiceErp.Testing;
using static Microsoft.Playwright.Assertions;

namespace ServiceErp.EndToEnd.Tests;

/// <summary>
/// Every kind of page that can be reached by links, for somebody who sees everything: what the side bar leads to, the first thing of each list, its forms and papers, and the pages that customers get by a
/// secret link. One of each kind is looked at, several at a time.
/// </summary>
[Collection("centre")]
public sealed partial class AccessibilityTests(Centre centre)
{
    private const int AtATime = 3;

    private const string Findings =
        "async () => (await axe.run(document, { resultTypes: ['violations'] })).violations.filter(v => v.impact === 'serious' || v.impact === 'critical').map(v => `${v.impact}: ${v.id}: ${v.help}: ${v.nodes[0].html.slice(0, 160)}`)";

    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    private static readonly string[] Musts =
    [
        "/workshop/orders/*", "/workshop/bench/*", "/spare-parts/parts/*", "/spare-parts/parts/*/edit", "/reception/requests/*", "/reception/intake", "/billing/invoices/*", "/spare-parts/counts/*", "/spare-parts/loaners/*",
        "/spare-parts/loaners/new", "/spare-parts/loans/*", "/spare-parts/documents/*", "/p/status/*", "/p/quotation/*", "/p/survey/*",
    ];

    private static readonly string[] OfOneBranch = ["/reception/intake", "/reception/settings", "/workshop/board", "/spare-parts/loaners/calendar"];

    /// <summary>Pages of which each looks like its neighbour.</summary>
    private static readonly string[] Alike = ["/lifecycles/", "/platform/templates/", "/platform/imports/", "/p/quotation/", "/p/status/", "/p/survey/"];

    private readonly ConcurrentDictionary<string, bool> known = new();
    private readonly ConcurrentDictionary<string, bool> again = new();
    private readonly ConcurrentQueue<string> faults = new();

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, true)]
    public async Task No_page_has_a_serious_finding_or_an_error_or_runs_off_the_screen(bool phone, bool dark)
    {
        var first = await centre.OpenAsync("Administrator", phone, dark);
        var pages = new List<IPage> { first };
        while (pages.Count < AtATime)
        {
            pages.Add(await first.Context.NewPageAsync());
        }

        foreach (var page in pages)
        {
            Listen(page);
        }

        var waiting = Channel.CreateUnbounded<string>();
        var left = 0;
        void Add(IEnumerable<string> addresses)
        {
            foreach (var address in addresses.Where(IsNew))
            {
                Interlocked.Increment(ref left);
                waiting.Writer.TryWrite(address);
            }
        }

        Add(["/", "/workshop/orders?state=AwaitingApproval", "/feedback/surveys?state=Sent", .. centre.CustomersPages(), .. await Links(first, "nav a[href^='/']")]);
        await Task.WhenAll(pages.Select(async page =>
        {
            await foreach (var address in waiting.Reader.ReadAllAsync())
            {
                try
                {
                    Add(await Visit(page, address, phone ? 390 : 1360));
                }
                catch (Exception e) when (e is PlaywrightException or TimeoutException)
                {
                    if (again.TryAdd(address, true))
                    {
                        // A page that renews itself in the middle of being read is read once more.
                        Interlocked.Increment(ref left);
                        waiting.Writer.TryWrite(address);
                    }
                    else
                    {
                        faults.Enqueue($"{address}: {e.Message.Split('\n')[0]}");
                    }
                }

                if (Interlocked.Decrement(ref left) == 0)
                {
                    waiting.Writer.Complete();
                }
            }
        }));

        // Pages of one branch, for who has chosen one.
        await first.GotoAsync("/reception/intake");
        await first.Locator("main button[name='value']").First.ClickAsync();
        await Expect(first.Locator(".branch-button.is-chosen")).ToBeVisibleAsync();
        foreach (var address in OfOneBranch)
        {
            await Visit(first, address, phone ? 390 : 1360);
        }

        Assert.True(faults.IsEmpty, string.Join(Environment.NewLine, faults.Distinct().Take(40)));
        Assert.Empty(Musts.Except(known.Keys));
        Assert.True(known.Count >= 100, $"Only {known.Count} kinds of pages were found.");
    }

    [Fact]
    public async Task The_pages_before_signing_in_have_no_serious_finding_either()
    {
        using var empty = new TemporaryFolder();
        using var program = await HostProcess.StartAsync(empty.Path, "--demo", "false");
        foreach (var (phone, dark) in new[] { (false, false), (true, true) })
        {
            var page = await centre.OpenAsync(null, phone, dark);
            Listen(page);
            await Visit(page, "/sign-in", phone ? 390 : 1360);
            if (dark)
            {
                await page.Context.AddCookiesAsync([new Cookie { Name = "theme", Value = "dark", Url = program.Address.ToString() }]);
            }

            await Visit(page, new Uri(program.Address, "/first-run").ToString(), phone ? 390 : 1360);
            await page.EvaluateAsync("() => { document.body.append(document.createElement('button')); }");
            Assert.Contains(await FindingsOf(page), finding => finding.Contains("button-name", StringComparison.Ordinal)); // what is looked for would be found
        }

        Assert.True(faults.IsEmpty, string.Join(Environment.NewLine, faults.Distinct()));
    }

    private bool IsNew(string address)
    {
        var path = Identity().Replace(address.Split('?', '#')[0], "*");
        path = Alike.FirstOrDefault(a => path.StartsWith(a, StringComparison.Ordinal)) is { } alike ? alike + "*" : path;
        return !Skipped().IsMatch(address) && known.TryAdd(path, true);
    }

    private void Listen(IPage page)
    {
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
            {
                faults.Enqueue($"{page.Url}: {message.Text}");
            }
        };
        page.PageError += (_, error) => faults.Enqueue($"{page.Url}: {error}");
    }

    /// <returns>Where it leads.</returns>
    private async Task<string[]> Visit(IPage page, string address, int wide)
    {
        var answer = await page.GotoAsync(address);
        if (answer is null || !answer.Ok)
        {
            faults.Enqueue($"{address} answered {answer?.Status}.");
            return [];
        }

        var width = await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth");
        if (width > wide + 1 && !address.EndsWith("/print", StringComparison.Ordinal)) // a paper is as wide as its sheet
        {
            faults.Enqueue($"{address} is {width} pixels wide.");
        }

        foreach (var finding in await FindingsOf(page))
        {
            faults.Enqueue($"{address}: {finding}");
        }

        return
        [
            .. (await Links(page, "#content a[data-open='true'], #content td a[href^='/']")).Take(1),
            .. await Links(page, ".page-head a[href^='/'], .page-actions a[href^='/'], #content .card-actions a[href^='/'], #papers a[href^='/'], .tabs a[href^='/'], #content a[href^='/p/']"),
            .. await page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('.copy-link input')].map(i => new URL(i.value, location.href).pathname)"),
        ];
    }

    /// <summary>Looks in the page itself: the library's own way opens a second page for each, which more than doubles the time and finds no more where no page holds frames.</summary>
    private static async Task<string[]> FindingsOf(IPage page)
    {
        await page.EvaluateAsync(Axe);
        return await page.EvaluateAsync<string[]>(Findings);
    }

    private static async Task<string[]> Links(IPage page, string selector) =>
        await page.EvaluateAsync<string[]>("s => [...new Set([...document.querySelectorAll(s)].map(a => a.getAttribute('href')))]", selector);

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{22}")]
    private static partial Regex Identity();

    [GeneratedRegex("sign-out|format=|/attachments/|/lib/|/openapi/|[.]pdf")]
    private static partial Regex Skipped();

    private sealed class TemporaryFolder : IDisposable
    {
        public string Path { get; } = Directory.CreateTempSubdirectory("serviceerp-empty-").FullName;

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }
}
