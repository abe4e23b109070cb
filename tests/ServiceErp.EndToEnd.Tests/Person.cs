using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ServiceErp.EndToEnd.Tests;

/// <summary>Somebody at a screen, who does what people do: reads, presses, fills in, scans, signs. Everything the browser complains about meanwhile is kept.</summary>
internal sealed class Person
{
    private readonly List<string> faults;

    public Person(IPage page, List<string> faults)
    {
        Page = page;
        this.faults = faults;
        page.Console += (_, message) =>
        {
            // A line that was cut on purpose is no fault of the page.
            if (message.Type == "error" && !message.Text.Contains("ERR_INTERNET_DISCONNECTED", StringComparison.Ordinal))
            {
                faults.Add($"{page.Url}: {message.Text}");
            }
        };
        page.PageError += (_, error) => faults.Add($"{page.Url}: {error}");
        page.Response += (_, answer) =>
        {
            if (answer.Status >= 500)
            {
                faults.Add($"{answer.Url} answered {answer.Status}");
            }
        };
    }

    public IPage Page { get; }

    public ILocator Content => Page.Locator("#content");

    public async Task<string> Name() => (await Page.Locator(".user-name").TextContentAsync())!.Trim();

    public async Task Goes(string address)
    {
        var answer = await Page.GotoAsync(address);
        Assert.True(answer is { Ok: true }, $"{address} answered {answer?.Status}.");
    }

    /// <summary>A place in the side bar.</summary>
    public Task Opens(string place) => Page.Locator(".side-link").Filter(new LocatorFilterOptions { HasTextRegex = new Regex($"^\\s*{Regex.Escape(place)}\\s*\\d*\\s*$") }).ClickAsync();

    /// <summary>What has this number, by the search in the top bar, reached by its key.</summary>
    public async Task Finds(string number, string kind)
    {
        if (await Page.Locator("#search").CountAsync() == 0)
        {
            await Goes("/");
        }

        await Page.Locator("h1").First.WaitForAsync();
        await Page.EvaluateAsync("() => document.activeElement?.blur()");
        await Page.Keyboard.PressAsync("/");
        await Expect(Page.Locator("#search")).ToBeFocusedAsync();
        await Page.Keyboard.TypeAsync(number);
        await Page.Locator("#search-hits a").Filter(new LocatorFilterOptions { HasText = kind }).First.ClickAsync();
        await Expect(Page.Locator("h1")).ToContainTextAsync(number);
    }

    public async Task Presses(string name, ILocator? within = null)
    {
        var region = within ?? Content;
        var exactly = new Regex($"^\\s*{Regex.Escape(name)}\\s*$");
        var pressed = region.GetByRole(AriaRole.Button, new() { NameRegex = exactly }).Or(region.GetByRole(AriaRole.Link, new() { NameRegex = exactly })).First;
        await pressed.ClickAsync();
        await Settled();
    }

    /// <summary>The answer of what was pressed is on the screen.</summary>
    private Task Settled() => Page.WaitForFunctionAsync("() => document.readyState === 'complete' && !document.querySelector('.htmx-request')");

    /// <summary>Opens an action's dialog, fills it in and sends it.</summary>
    public async Task Answers(string action, Func<ILocator, Task>? fill = null, ILocator? within = null)
    {
        await Presses(action, within);
        var dialog = Page.Locator("dialog[open]");
        await dialog.WaitForAsync();
        if (fill is not null)
        {
            await fill(dialog);
        }

        await Presses(action, dialog);
        await dialog.WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Hidden });
        await Settled();
    }

    public Task Fills(string field, string value, ILocator? within = null) => (within ?? Content).Locator($"[name='{field}']:visible").First.FillAsync(value);

    public Task Chooses(string field, string value, ILocator? within = null) => (within ?? Content).Locator($"select[name='{field}']:visible").First.SelectOptionAsync(new SelectOptionValue { Value = value });

    public Task ChoosesText(string field, string text, ILocator? within = null) => (within ?? Content).Locator($"select[name='{field}']:visible").First.SelectOptionAsync(new SelectOptionValue { Label = text });

    public Task Ticks(string field, ILocator? within = null) => (within ?? Content).Locator($"input[type=checkbox][name='{field}']").First.CheckAsync();

    public async Task TicksAll(string form)
    {
        var boxes = Content.Locator($"{form} input[type=checkbox]:not(:disabled)");
        var count = await boxes.CountAsync();
        Assert.True(count > 0, $"Nothing to tick in {form} at {Page.Url}.");
        for (var i = 0; i < count; i++)
        {
            await boxes.Nth(i).CheckAsync();
        }
    }

    /// <summary>Types into a field that suggests, and takes the suggestion.</summary>
    public async Task LooksUp(string field, string text, ILocator? within = null)
    {
        var box = (within ?? Content).Locator($"[data-lookup]:has([name='{field}'])");
        await box.Locator("[role=combobox]").PressSequentiallyAsync(text);
        await box.Locator("[role=option]:not([aria-disabled])").First.ClickAsync();
    }

    /// <summary>What a hand scanner does: it types fast and ends with Enter.</summary>
    public async Task Scans(string field, string code)
    {
        await Fills(field, code);
        await Content.Locator($"[name='{field}']:visible").First.PressAsync("Enter");
    }

    /// <summary>Draws a stroke on the paper of a form.</summary>
    public async Task Signs(string form)
    {
        var paper = Page.Locator($"{form} canvas");
        await paper.ScrollIntoViewIfNeededAsync();
        await Page.WaitForFunctionAsync("s => document.querySelector(s + ' canvas').width > 0 && window.SignaturePad", form);
        var box = (await paper.BoundingBoxAsync())!;
        await Page.Mouse.MoveAsync(box.X + 40, box.Y + 90);
        await Page.Mouse.DownAsync();
        for (var i = 1; i <= 12; i++)
        {
            await Page.Mouse.MoveAsync(box.X + 40 + (i * 14), box.Y + 90 + ((i % 2 == 0 ? 1 : -1) * 24));
        }

        await Page.Mouse.UpAsync();
        await Expect(Page.Locator($"{form} .signature-paper")).ToHaveClassAsync(new Regex("is-signed"));
    }

    /// <summary>The row of a table that says this.</summary>
    public ILocator Row(string text) => Content.Locator("tbody tr").Filter(new LocatorFilterOptions { HasText = text });

    /// <summary>Nothing stands out of the screen, not even inside what scrolls.</summary>
    public async Task Fits() => Assert.Empty(await Page.EvaluateAsync<string[]>(
        "() => [document.documentElement, ...document.querySelectorAll('.lines-scroll')].filter(e => e.scrollWidth > e.clientWidth + 1).map(e => `${e.className || e.tagName}: ${e.scrollWidth} of ${e.clientWidth}`)"));

    public Task Sees(string text) => Expect(Content).ToContainTextAsync(text, new LocatorAssertionsToContainTextOptions { IgnoreCase = true });

    public Task DoesNotSee(string text) => Expect(Content).Not.ToContainTextAsync(text, new LocatorAssertionsToContainTextOptions { IgnoreCase = true });

    /// <summary>A message in the corner.</summary>
    public Task IsTold(string text) => Expect(Page.Locator("#toasts")).ToContainTextAsync(text);

    /// <summary>The state beside the page's title.</summary>
    public Task SeesState(string state) => Expect(Content.Locator(".page-head .badge-state").First).ToHaveTextAsync(new Regex($"^\\s*{Regex.Escape(state)}\\s*$"));

    public void AssertNothingComplained() => Assert.True(faults.Count == 0, string.Join(Environment.NewLine, faults.Distinct()));
}
