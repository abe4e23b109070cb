using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ServiceErp.Platform.Printing;

/// <summary>
/// The folder a browser works in. It holds a file that is locked for as long as this program lives, however it ends, and that names the browser's process: so whoever finds the folder with the lock gone
/// knows that nobody wants the browser any more.
/// </summary>
internal sealed class ChromiumProfile : IDisposable
{
    private const string Prefix = "serviceerp-pdf-";
    private const string Lock = "owner.lock";

    private readonly FileStream held;

    private ChromiumProfile(string folder, FileStream held)
    {
        (Folder, this.held) = (folder, held);
    }

    public string Folder { get; }

    public static ChromiumProfile Make()
    {
        var folder = Directory.CreateTempSubdirectory(Prefix).FullName;
        return new ChromiumProfile(folder, new FileStream(Path.Combine(folder, Lock), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1));
    }

    /// <summary>Writes down which process works here.</summary>
    public void Note(Process browser)
    {
        held.Write(System.Text.Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{browser.Id} {browser.ProcessName}")));
        held.Flush();
    }

    public void Dispose()
    {
        held.Dispose();
        Remove(Folder);
    }

    /// <summary>Ends the browsers of programs that were killed, and removes their folders.</summary>
    /// <returns>How many there were.</returns>
    public static int Sweep()
    {
        var swept = 0;
        foreach (var folder in Directory.GetDirectories(Path.GetTempPath(), Prefix + "*"))
        {
            try
            {
                using (var left = new FileStream(Path.Combine(folder, Lock), FileMode.Open, FileAccess.ReadWrite, FileShare.None))
                using (var reader = new StreamReader(left))
                {
                    End(reader.ReadToEnd().Split(' ', 2), folder);
                }

                Remove(folder);
                swept++;
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // Its program lives, or it is another user's.
            }
        }

        return swept;
    }

    private static void End(string[] noted, string folder)
    {
        if (noted is not [var number, var name] || !int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var id))
        {
            return; // it died before the browser was started
        }

        try
        {
            using var browser = Process.GetProcessById(id);
            // The number may be another process's by now.
            var isIt = OperatingSystem.IsLinux() ? File.ReadAllText($"/proc/{id}/cmdline").Contains(folder, StringComparison.Ordinal) : browser.ProcessName == name;
            if (isIt)
            {
                browser.Kill(entireProcessTree: true);
                browser.WaitForExit(5000);
            }
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException or Win32Exception or NotSupportedException or IOException or UnauthorizedAccessException)
        {
            // It has ended.
        }
    }

    private static void Remove(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A straggler of the process still writes; the system clears its temporary folder.
        }
    }
}

/// <summary>At the start: what a killed program left behind is cleared away.</summary>
internal sealed class SweepLeftBrowsers(ILogger<SweepLeftBrowsers> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        if (ChromiumProfile.Sweep() is > 0 and var swept)
        {
            log.LogInformation("{Count} browsers of programs that were killed have been ended", swept);
        }
    }
}
