using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using ServiceErp.Kernel;

namespace ServiceErp.Platform.Printing;

/// <summary>
/// Prints with an installed Chromium, kept running so that a document takes a moment and not seconds. <c>Pdf:Chromium</c> names the program where it is not found by itself; <c>none</c> uses
/// none. It is started at the first document, started anew when it died or hangs, and ends with the program.
/// </summary>
internal sealed class ChromiumPrinter : IPdfPrinter, IAsyncDisposable
{
    private const int AtOnce = 2;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge", "chrome.exe", "msedge.exe"];

    private readonly SemaphoreSlim places = new(AtOnce, AtOnce);
    private readonly SemaphoreSlim starting = new(1, 1);
    private readonly ILogger<ChromiumPrinter> log;
    private readonly string? program;
    private ChromiumProcess? browser;

    public ChromiumPrinter(IConfiguration settings, ILogger<ChromiumPrinter> log)
    {
        this.log = log;
        program = settings["Pdf:Chromium"] switch
        {
            "none" => null,
            { Length: > 0 } named => File.Exists(named) ? named : throw new InvalidOperationException($"Pdf:Chromium names {named}, which is not there."),
            _ => Find(),
        };
    }

    public bool IsAvailable => program is not null;

    public async Task<Result<byte[]>> PrintAsync(string html, CancellationToken cancel)
    {
        if (program is null)
        {
            return Error.Refused("Platform.Pdf.NotAvailable", "This machine can't make PDF files. Open the document and print it from the browser.");
        }

        await places.WaitAsync(cancel);
        try
        {
            for (var attempt = 1; ; attempt++)
            {
                using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
                limit.CancelAfter(Patience);
                ChromiumProcess? used = null;
                try
                {
                    used = await Running(limit.Token);
                    return await used.PrintAsync(html, limit.Token);
                }
                catch (Exception e) when (!cancel.IsCancellationRequested && e is not OutOfMemoryException)
                {
                    log.LogWarning(e, "Printing failed, attempt {Attempt}", attempt);
                    await GiveUp(used);
                    if (attempt == 2)
                    {
                        return Error.Refused("Platform.Pdf.Failed", "The PDF could not be made. Try again, or open the document and print it from the browser.");
                    }
                }
            }
        }
        finally
        {
            places.Release();
        }
    }

    /// <summary>Ends the browser; the next document starts another.</summary>
    public Task KillAsync() => GiveUp(browser);

    public async ValueTask DisposeAsync()
    {
        await GiveUp(browser);
        places.Dispose();
        starting.Dispose();
    }

    private static string? Find() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Append("/usr/bin").SelectMany(folder => Names.Select(name => Path.Combine(folder, name))).FirstOrDefault(File.Exists);

    private async Task<ChromiumProcess> Running(CancellationToken cancel)
    {
        await starting.WaitAsync(cancel);
        try
        {
            if (browser is { IsAlive: true } running)
            {
                return running;
            }

            if (browser is not null)
            {
                await browser.DisposeAsync();
            }

            return browser = await ChromiumProcess.StartAsync(program!, cancel);
        }
        finally
        {
            starting.Release();
        }
    }

    private async Task GiveUp(ChromiumProcess? which)
    {
        if (which is not null)
        {
            Interlocked.CompareExchange(ref browser, null, which);
            await which.DisposeAsync();
        }
    }
}
