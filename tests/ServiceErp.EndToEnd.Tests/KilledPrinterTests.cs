using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;
using ServiceErp.Testing;

namespace ServiceErp.EndToEnd.Tests;

/// <summary>The program is killed after it printed; its browser is nobody's then.</summary>
public sealed partial class KilledPrinterTests
{
    [Fact]
    public async Task A_browser_of_a_killed_program_is_ended_when_the_program_starts_again()
    {
        if (!OperatingSystem.IsLinux() || !File.Exists("/usr/bin/chromium"))
        {
            return;
        }

        var data = Directory.CreateTempSubdirectory("serviceerp-killed-").FullName;
        int browser;
        string profile;
        using (var program = await HostProcess.StartAsync(data, "--Modules:Off", "Demo"))
        {
            await PrintAsync(program.Address);
            (browser, profile) = BrowserOf(program.Id);
            Assert.True(Directory.Exists(profile));
            program.Kill();
        }

        using var left = Process.GetProcessById(browser);
        Assert.False(left.HasExited);
        using (await HostProcess.StartAsync(data, "--Modules:Off", "Demo"))
        {
            await left.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(30));
            Assert.True(SpinWait.SpinUntil(() => !Directory.Exists(profile), TimeSpan.FromSeconds(30)));
            Assert.DoesNotContain(Directory.GetDirectories("/proc"), process => Reads(Path.Combine(process, "cmdline")).Contains(profile, StringComparison.Ordinal));
        }

        Directory.Delete(data, recursive: true);
    }

    private static async Task PrintAsync(Uri address)
    {
        using var machine = await CentreClient.SetUpAsync(address);
        await machine.StockAsync("P-1", "Pump", 20, 10, 5);
        var document = (await machine.GetAsync("spare-parts/documents")).GetProperty("items")[0].GetProperty("id").GetGuid();
        using var browser = new HttpClient(new HttpClientHandler { CookieContainer = new CookieContainer() }) { BaseAddress = address };
        var page = await browser.GetStringAsync(new Uri("/sign-in", UriKind.Relative));
        using var form = new FormUrlEncodedContent(
            [new("__RequestVerificationToken", Token().Match(page).Groups[1].Value), new("UserId", User().Matches(page).First(m => m.Groups[2].Value == "Administrator").Groups[1].Value)]);
        using var signedIn = await browser.PostAsync(new Uri("/sign-in/demo", UriKind.Relative), form);
        var pdf = await browser.GetByteArrayAsync(new Uri($"/spare-parts/documents/{document}/print?format=pdf", UriKind.Relative));
        Assert.True(pdf.AsSpan().StartsWith("%PDF-"u8));
    }

    private static (int Id, string Profile) BrowserOf(int host) =>
        (from folder in Directory.GetDirectories("/proc")
         where int.TryParse(Path.GetFileName(folder), out _) && Reads(Path.Combine(folder, "status")).Contains($"PPid:\t{host}\n", StringComparison.Ordinal)
         let profile = Profile().Match(Reads(Path.Combine(folder, "cmdline")))
         where profile.Success
         select (int.Parse(Path.GetFileName(folder), System.Globalization.CultureInfo.InvariantCulture), profile.Groups[1].Value)).Single();

    private static string Reads(string file)
    {
        try
        {
            return File.ReadAllText(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return ""; // it has ended meanwhile
        }
    }

    [GeneratedRegex("--user-data-dir=([^\0]*serviceerp-pdf-[^\0]*)")]
    private static partial Regex Profile();

    [GeneratedRegex("name=\"UserId\" value=\"([0-9a-f-]+)\"><span>([^<]+)<")]
    private static partial Regex User();

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
