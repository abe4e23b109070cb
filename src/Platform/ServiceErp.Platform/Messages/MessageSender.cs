using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NodaTime;
using ServiceErp.Platform.Jobs;
using ServiceErp.Platform.Persistence;

namespace ServiceErp.Platform.Messages;

/// <summary>
/// Sends what waits. A message is claimed before it is handed over and marked sent afterwards: several hosts never send one together, and only a crash in the moment between
/// can send it a second time. One that fails is tried again later and never holds up the others. What goes into files, where a second
/// time changes nothing, is marked a batch at a time.
/// </summary>
public sealed class MessageSender
{
    private const int Batch = 20;
    private static readonly Duration Claim = Duration.FromMinutes(5);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Dictionary<MessageChannel, IMessageTransport> byChannel;
    private readonly PlatformWriter writer;
    private readonly ILogger<MessageSender> log;

    internal MessageSender(IEnumerable<IMessageTransport> transports, PlatformWriter writer, ILogger<MessageSender> log)
    {
        byChannel = transports.ToDictionary(t => t.Channel);
        this.writer = writer;
        this.log = log;
    }

    /// <summary>Tries every message that is due.</summary>
    /// <param name="cancel">Stops it; a message that is being handed over is noted first.</param>
    /// <returns>How many were handed over, and how many failed.</returns>
    public async Task<(int Sent, int Failed)> SendDueAsync(CancellationToken cancel)
    {
        var (sent, failed) = (0, 0);
        while (!cancel.IsCancellationRequested)
        {
            var claimed = await writer.ChangeAsync("ClaimMessages", async (db, now) =>
            {
                var due = await db.Messages.Where(m => m.State == MessageState.Waiting && m.NextAttemptAt <= now).OrderBy(m => m.NextAttemptAt).Take(Batch).AsNoTracking().ToListAsync(cancel);
                var claims = due.Select(m => m.Id).ToArray();
                await db.Messages.Where(m => claims.Contains(m.Id)).ExecuteUpdateAsync(u => u.SetProperty(m => m.NextAttemptAt, now + Claim), cancel);
                return due;
            });
            var files = new List<Guid>();
            foreach (var message in claimed)
            {
                var failure = await Try(message, cancel);
                (sent, failed) = failure is null ? (sent + 1, failed) : (sent, failed + 1);
                if (failure is not null)
                {
                    await NoteFailed(message.Id, failure);
                }
                else if (byChannel[message.Channel].IsRepeatable)
                {
                    files.Add(message.Id);
                }
                else
                {
                    await NoteSent([message.Id]);
                }
            }

            if (files.Count > 0)
            {
                await NoteSent(files);
            }

            if (claimed.Count < Batch)
            {
                break;
            }
        }

        return (sent, failed);
    }

    private Task NoteSent(IReadOnlyCollection<Guid> ids) => writer.ChangeAsync("NoteMessage", (db, now) => db.Messages.Where(m => ids.Contains(m.Id)).ExecuteUpdateAsync(
        u => u.SetProperty(m => m.State, MessageState.Sent).SetProperty(m => m.SentAt, now).SetProperty(m => m.LastError, (string?)null)));

    private Task NoteFailed(Guid id, Exception failure) => writer.ChangeAsync("NoteMessage", async (db, now) =>
    {
        var stored = await db.Messages.SingleAsync(m => m.Id == id);
        stored.Fail(failure.Message, now, forGood: failure is UndeliverableException);
        return true;
    });

    private async Task<Exception?> Try(OutgoingMessage message, CancellationToken cancel)
    {
        try
        {
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
            limit.CancelAfter(Patience);
            await byChannel[message.Channel].SendAsync(message, limit.Token);
            return null;
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            log.LogWarning(e, "Message {Id} could not be sent", message.Id);
            return e;
        }
    }
}

/// <summary>Looks for messages to be sent every few seconds, as long as the program runs.</summary>
internal sealed class MessageService(MessageSender sender, IConfiguration settings, ILogger<MessageService> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!JobSchedule.IsEnabled(settings))
        {
            return;
        }

        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(3));
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                try
                {
                    await sender.SendDueAsync(stoppingToken);
                }
                catch (Exception e) when (e is not OperationCanceledException and not OutOfMemoryException)
                {
                    log.LogError(e, "Sending messages failed; trying again in a moment");
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The program stops.
        }
    }
}
