using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace ServiceErp.EndToEnd.Tests;

/// <summary>Every page that the side bar leads to, and one page of what each list shows, for somebody who sees everything.</summary>
[Collection("centre")]
public sealed class AccessibilityTests(Centre centre)
{
    [Theory]
    [InlineData(false, false)]
    [InlineData(true, true)]
    public async Task No_page_has_a_serious_finding_or_an_error_or_runs_off_the_screen(bool phone, bool dark)
    {
        var page = await centre.OpenAsync("Administrator", phone, dark);
        var faults = new List<string>();
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
            {
                faults.Add($"{page.Url}: {message.Text}");
            }
        };
        page.PageError += (_, error) => faults.Add($"{page.Url}: {error}");
        var visited = new HashSet<string>();
        foreach (var address in await Links(page, "nav a[href^='/']"))
        {
            await Visit(page, address, faults, visited, phone);
            if (await Links(page, "#content a[data-open='true'], #content td a[href^='/']") is [var first, ..])
            {
                await Visit(page, first, faults, visited, phone);
            }
        }

        Assert.True(visited.Count >= 10, $"Only {visited.Count} pages were found.");
        Assert.True(faults.Count == 0, string.Join(Environment.NewLine, faults.Distinct().Take(40)));
    }

    private static async Task Visit(IPage page, string address, List<string> faults, HashSet<string> visited, bool phone)
    {
        if (address.Contains("sign-out", StringComparison.Ordinal) || !visited.Add(address))
        {
            return;
        }

        var answer = await page.GotoAsync(address);
        if (answer is null || !answer.Ok)
        {
            faults.Add($"{address} answered {answer?.Status}.");
            return;
        }

        var found = await page.RunAxe();
        faults.AddRange(found.Violations.Where(v => v.Impact is "serious" or "critical")
            .Select(v => $"{address}: {v.Impact}: {v.Id}: {v.Help}: {v.Nodes[0].Html[..Math.Min(160, v.Nodes[0].Html.Length)]}"));
        var width = await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth");
        if (width > (phone ? 390 : 1360) + 1)
        {
            faults.Add($"{address} is {width} pixels wide.");
        }
    }

    private static async Task<string[]> Links(IPage page, string selector) =>
        await page.EvaluateAsync<string[]>("s => [...new Set([...document.querySelectorAll(s)].map(a => a.getAttribute('href')))]", selector);
}
