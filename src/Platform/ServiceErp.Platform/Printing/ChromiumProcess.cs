using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ServiceErp.Platform.Printing;

/// <summary>One running Chromium, spoken to over its DevTools protocol: each document gets a page of its own in a fresh private context, without network and without script.</summary>
internal sealed class ChromiumProcess : IAsyncDisposable
{
    private const string Announcement = "DevTools listening on ";
    private const int LongestAnswer = 256 * 1024 * 1024;

    private readonly Process process;
    private readonly ChromiumProfile profile;
    private readonly ClientWebSocket socket = new();
    private readonly CancellationTokenSource ended = new();
    private readonly SemaphoreSlim speaking = new(1, 1);
    private readonly ConcurrentDictionary<int, TaskCompletionSource<JsonNode>> questions = new();
    private readonly ConcurrentDictionary<string, TaskCompletionSource> loads = new();
    private Task listening = Task.CompletedTask;
    private int last;

    private ChromiumProcess(Process process, ChromiumProfile profile)
    {
        (this.process, this.profile) = (process, profile);
    }

    public bool IsAlive => !ended.IsCancellationRequested && !process.HasExited && socket.State == WebSocketState.Open;

    public static async Task<ChromiumProcess> StartAsync(string program, CancellationToken cancel)
    {
        var profile = ChromiumProfile.Make();
        var start = new ProcessStartInfo(program) { RedirectStandardError = true, UseShellExecute = false };
        string[] arguments =
        [
            "--headless", "--remote-debugging-port=0", $"--user-data-dir={profile.Folder}", "--disable-gpu", "--no-first-run", "--no-default-browser-check", "--disable-extensions", "--disable-background-networking",
            "--disable-component-update", "--disable-sync", "--disable-quic", "--disable-dev-shm-usage", "--mute-audio", "--font-render-hinting=none", "--host-resolver-rules=MAP * ~NOTFOUND", "about:blank",
        ];
        foreach (var argument in Environment.UserName == "root" ? arguments.Prepend("--no-sandbox") : arguments) // Chromium refuses its sandbox to root
        {
            start.ArgumentList.Add(argument);
        }

        Process process;
        try
        {
            process = Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start.");
        }
        catch
        {
            profile.Dispose();
            throw;
        }

        var chromium = new ChromiumProcess(process, profile);
        try
        {
            profile.Note(process);
            await chromium.socket.ConnectAsync(await Address(process, cancel), cancel);
            chromium.listening = chromium.Listen();
            return chromium;
        }
        catch
        {
            await chromium.DisposeAsync();
            throw;
        }
    }

    /// <summary>Prints one document on the paper that its style sheet asks for.</summary>
    public async Task<byte[]> PrintAsync(string html, CancellationToken cancel)
    {
        var context = Text(await Ask("Target.createBrowserContext", new() { ["disposeOnDetach"] = true }, null, cancel), "browserContextId");
        try
        {
            var target = Text(await Ask("Target.createTarget", new() { ["url"] = "about:blank", ["browserContextId"] = context }, null, cancel), "targetId");
            var session = Text(await Ask("Target.attachToTarget", new() { ["targetId"] = target, ["flatten"] = true }, null, cancel), "sessionId");
            await Ask("Page.enable", [], session, cancel);
            await Ask("Network.enable", [], session, cancel);
            await Ask("Network.emulateNetworkConditions", new() { ["offline"] = true, ["latency"] = 0, ["downloadThroughput"] = 0, ["uploadThroughput"] = 0 }, session, cancel);
            await Ask("Emulation.setScriptExecutionDisabled", new() { ["value"] = true }, session, cancel);
            var tree = await Ask("Page.getFrameTree", [], session, cancel);
            var loaded = loads[session] = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            await Ask("Page.setDocumentContent", new() { ["frameId"] = tree["frameTree"]!["frame"]!["id"]!.GetValue<string>(), ["html"] = html }, session, cancel);
            await loaded.Task.WaitAsync(cancel);
            loads.TryRemove(session, out _);
            var pdf = await Ask("Page.printToPDF", new() { ["preferCSSPageSize"] = true, ["printBackground"] = true }, session, cancel);
            return Convert.FromBase64String(Text(pdf, "data"));
        }
        finally
        {
            if (IsAlive)
            {
                _ = Ask("Target.disposeBrowserContext", new() { ["browserContextId"] = context }, null, CancellationToken.None);
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (ended.IsCancellationRequested)
        {
            return;
        }

        await ended.CancelAsync();
        socket.Abort();
        try
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(5));
        }
        catch (Exception e) when (e is InvalidOperationException or TimeoutException or System.ComponentModel.Win32Exception or NotSupportedException)
        {
            // It has ended already, or will.
        }

        await listening;
        socket.Dispose();
        process.Dispose();
        profile.Dispose();
    }

    private static async Task<Uri> Address(Process process, CancellationToken cancel)
    {
        while (await process.StandardError.ReadLineAsync(cancel) is { } line)
        {
            if (line.StartsWith(Announcement, StringComparison.Ordinal))
            {
                // What it says from now on is of no interest, but must be read, or it would wait for a reader.
                _ = process.StandardError.BaseStream.CopyToAsync(Stream.Null, CancellationToken.None);
                return new Uri(line[Announcement.Length..].Trim());
            }
        }

        throw new InvalidOperationException("Chromium ended before it was ready.");
    }

    private static string Text(JsonNode answer, string name) => answer[name]?.GetValue<string>() ?? throw new InvalidOperationException($"Chromium's answer has no {name}.");

    private async Task<JsonNode> Ask(string method, JsonObject parameters, string? session, CancellationToken cancel)
    {
        var id = Interlocked.Increment(ref last);
        var answer = questions[id] = new TaskCompletionSource<JsonNode>(TaskCreationOptions.RunContinuationsAsynchronously);
        var message = new JsonObject { ["id"] = id, ["method"] = method, ["params"] = parameters };
        if (session is not null)
        {
            message["sessionId"] = session;
        }

        try
        {
            await speaking.WaitAsync(cancel);
            try
            {
                await socket.SendAsync(JsonSerializer.SerializeToUtf8Bytes(message), WebSocketMessageType.Text, true, ended.Token);
            }
            finally
            {
                speaking.Release();
            }

            return await answer.Task.WaitAsync(cancel);
        }
        finally
        {
            questions.TryRemove(id, out _);
        }
    }

    private async Task Listen()
    {
        var buffer = new byte[64 * 1024];
        using var message = new MemoryStream();
        try
        {
            while (true)
            {
                message.SetLength(0);
                ValueWebSocketReceiveResult part;
                do
                {
                    part = await socket.ReceiveAsync(buffer.AsMemory(), ended.Token);
                    message.Write(buffer, 0, part.Count);
                }
                while (!part.EndOfMessage && message.Length < LongestAnswer);
                if (part.MessageType == WebSocketMessageType.Close)
                {
                    break;
                }

                Hear(JsonNode.Parse(Encoding.UTF8.GetString(message.GetBuffer(), 0, (int)message.Length))!);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or WebSocketException or ObjectDisposedException or JsonException)
        {
            // Whoever waits for an answer learns it below.
        }

        foreach (var question in questions.Values)
        {
            question.TrySetException(new InvalidOperationException("Chromium ended."));
        }

        foreach (var load in loads.Values)
        {
            load.TrySetException(new InvalidOperationException("Chromium ended."));
        }
    }

    private void Hear(JsonNode message)
    {
        if (message["id"] is { } id)
        {
            if (questions.TryGetValue(id.GetValue<int>(), out var question))
            {
                if (message["error"] is { } error)
                {
                    question.TrySetException(new InvalidOperationException($"Chromium refused: {error["message"]}"));
                }
                else
                {
                    question.TrySetResult(message["result"] ?? new JsonObject());
                }
            }
        }
        else if (message["method"]?.GetValue<string>() == "Page.loadEventFired" && message["sessionId"]?.GetValue<string>() is { } session && loads.TryGetValue(session, out var load))
        {
            load.TrySetResult();
        }
    }
}
