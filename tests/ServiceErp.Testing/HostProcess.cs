using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace ServiceErp.Testing;

/// <summary>
/// The program as its users run it: a process of its own on a free port, with its own data folder. Killed with <c>SIGKILL</c> where a test wants to see what a power cut leaves.
/// </summary>
public sealed class HostProcess : IDisposable
{
    private readonly Process process;

    private HostProcess(Process process, Uri address)
    {
        this.process = process;
        Address = address;
    }

    /// <summary>Without a limit one would wait for the end of what it says, which a browser that outlives it keeps open.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public Uri Address { get; }

    public int Id => process.Id;

    /// <summary>Processor time used so far, of all its threads.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    /// <summary>Memory in use, in MiB.</summary>
    public double Memory
    {
        get
        {
            process.Refresh();
            return process.WorkingSet64 / 1024d / 1024d;
        }
    }

    /// <summary>The most memory that was ever in use, in MiB.</summary>
    public double PeakMemory
    {
        get
        {
            process.Refresh();
            return process.PeakWorkingSet64 / 1024d / 1024d;
        }
    }

    /// <summary>Starts the host that lies beside the caller and waits until it answers.</summary>
    /// <param name="dataFolder">Its data folder; an existing one goes on.</param>
    /// <param name="arguments">More arguments, such as <c>--demo</c> and <c>false</c>; without it the demo runs.</param>
    public static async Task<HostProcess> StartAsync(string dataFolder, params string[] arguments)
    {
        var port = FreePort();
        var address = new Uri($"http://127.0.0.1:{port}");
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = AppContext.BaseDirectory };
        foreach (var argument in new[] { Path.Combine(AppContext.BaseDirectory, "ServiceErp.Host.dll"), "--urls", address.ToString(), "--Data:Folder", dataFolder, "--Logging:LogLevel:Default", "Warning", "--demo", "true" }.Concat(arguments))
        {
            start.ArgumentList.Add(argument);
        }

        var process = Process.Start(start)!;
        var said = new List<string>();
        process.OutputDataReceived += (_, e) => Note(said, e.Data);
        process.ErrorDataReceived += (_, e) => Note(said, e.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        using var http = new HttpClient { BaseAddress = address, Timeout = TimeSpan.FromSeconds(5) };
        var watch = Stopwatch.StartNew();
        while (watch.Elapsed < TimeSpan.FromMinutes(2))
        {
            if (process.HasExited)
            {
                throw new InvalidOperationException($"The host ended with {process.ExitCode}:\n{string.Join('\n', said.TakeLast(30))}");
            }

            try
            {
                using var answer = await http.GetAsync(new Uri("/health/ready", UriKind.Relative));
                if (answer.StatusCode == HttpStatusCode.OK)
                {
                    return new HostProcess(process, address);
                }
            }
            catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
            {
                // It is not listening yet.
            }

            await Task.Delay(20);
        }

        process.Kill(entireProcessTree: true);
        throw new TimeoutException($"The host did not answer within two minutes:\n{string.Join('\n', said.TakeLast(30))}");
    }

    /// <summary>Ends it at once, as a power cut would: no handler runs, nothing is flushed.</summary>
    public void Kill()
    {
        using var kill = Process.Start("kill", ["-9", process.Id.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
        process.WaitForExit(Patience);
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
            process.WaitForExit(Patience);
        }

        process.Dispose();
    }

    private static void Note(List<string> said, string? line)
    {
        lock (said)
        {
            if (line is not null)
            {
                said.Add(line);
            }
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
