using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ServiceErp.EndToEnd.Tests;

/// <summary>Without a mouse.</summary>
[Collection("centre")]
public sealed class KeyboardTests(Centre centre)
{
    [Fact]
    public async Task An_order_is_assigned_with_the_keyboard_alone()
    {
        var faults = new List<string>();
        var dispatcher = new Person(await centre.OpenAsync("Dispatcher"), faults);
        var page = dispatcher.Page;
        await dispatcher.Goes("/workshop/orders?state=Received");
        await page.Keyboard.PressAsync("Tab");
        var skip = page.Locator(".skip");
        await Expect(skip).ToBeFocusedAsync();
        await Expect(skip).ToBeInViewportAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("#content")).ToBeFocusedAsync();

        await page.Keyboard.PressAsync("j");
        await Expect(page.Locator("[data-rows] [data-open]").First).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await dispatcher.SeesState("Received");

        var assign = dispatcher.Content.GetByRole(AriaRole.Button, new() { Name = "Assign" });
        await TabTo(page, assign);
        Assert.NotEqual("none", await assign.EvaluateAsync<string>("e => getComputedStyle(e).outlineStyle"));
        await page.Keyboard.PressAsync("Enter");
        var dialog = page.Locator("dialog[open]");
        await Expect(dialog.Locator("select[name=TechnicianId]")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Escape");
        await Expect(dialog).ToHaveCountAsync(0);
        await Expect(assign).ToBeFocusedAsync();

        await page.Keyboard.PressAsync("Enter");
        await Expect(dialog.Locator("select[name=TechnicianId]")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        await TabTo(page, dialog.Locator("[data-submit]"));
        await page.Keyboard.PressAsync("Enter");
        await dispatcher.SeesState("Assigned");
        dispatcher.AssertNothingComplained();
    }

    [Fact]
    public async Task The_search_is_one_key_away_and_its_hits_are_walked_with_the_arrows()
    {
        var faults = new List<string>();
        var reader = new Person(await centre.OpenAsync("Receptionist"), faults);
        var page = reader.Page;
        await reader.Goes("/workshop/orders");
        await page.Keyboard.PressAsync("/");
        await Expect(page.Locator("#search")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("SO-BER-2026-0000");
        await page.Locator("#search-hits a").First.WaitForAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        await Expect(page.Locator("#search-hits a").First).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page).ToHaveURLAsync(new Regex("/workshop/orders/[0-9a-f-]{36}$"));
        reader.AssertNothingComplained();
    }

    private static async Task TabTo(IPage page, ILocator target)
    {
        for (var i = 0; i < 60; i++)
        {
            if (await target.EvaluateAsync<bool>("e => e === document.activeElement"))
            {
                return;
            }

            await page.Keyboard.PressAsync("Tab");
        }

        Assert.Fail("It can't be reached with the Tab key.");
    }
}
