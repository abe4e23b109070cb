using System.Net;
using System.Net.Mail;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Configuration;
using NodaTime;
using ServiceErp.Platform.Branches;
using ServiceErp.Platform.Composition;

namespace ServiceErp.Platform.Messages;

/// <summary>Hands messages of one channel over to the world.</summary>
internal interface IMessageTransport
{
    MessageChannel Channel { get; }

    /// <summary>Whether a message that is handed over a second time changes nothing there.</summary>
    bool IsRepeatable { get; }

    /// <summary>Hands it over, or throws; <see cref="UndeliverableException"/> when trying again can't help.</summary>
    Task SendAsync(OutgoingMessage message, CancellationToken cancel);
}

/// <summary>The message can never be delivered as it is.</summary>
internal sealed class UndeliverableException(string message, Exception? cause = null) : Exception(message, cause);

/// <summary>
/// E-mail by SMTP (<c>Mail:Smtp:Host</c>, <c>Port</c>, <c>User</c>, <c>Password</c>, <c>Tls</c>; <c>Mail:From</c> where the branch has no address); without a server as
/// <c>.eml</c> files in the data folder, which every mail program opens.
/// </summary>
internal sealed class MailTransport(IConfiguration settings, DataFolder data, IBranches branches, MessagePaperPrinter papers) : IMessageTransport
{
    public MessageChannel Channel => MessageChannel.Email;

    public bool IsRepeatable => Server is null;

    private string? Server => settings["Mail:Smtp:Host"] is { Length: > 0 } host ? host : null;

    public async Task SendAsync(OutgoingMessage message, CancellationToken cancel)
    {
        using var mail = Compose(message);
        if (await papers.PrintAsync(message, cancel) is { } paper)
        {
            mail.Attachments.Add(paper);
        }

        if (Server is { } host)
        {
            using var smtp = new SmtpClient(host, settings.GetValue("Mail:Smtp:Port", 25)) { EnableSsl = settings.GetValue("Mail:Smtp:Tls", false) };
            if (settings["Mail:Smtp:User"] is { Length: > 0 } user)
            {
                smtp.Credentials = new NetworkCredential(user, settings["Mail:Smtp:Password"]);
            }

            try
            {
                await smtp.SendMailAsync(mail, cancel);
            }
            catch (SmtpFailedRecipientException e) when (e.StatusCode is SmtpStatusCode.MailboxUnavailable or SmtpStatusCode.MailboxNameNotAllowed)
            {
                throw new UndeliverableException(e.Message, e);
            }
        }
        else
        {
            // The client names the file itself; a folder of its own lets it be found and renamed, so that sending again writes the same file.
            var folder = data.Sub("outbox-mail");
            var own = Directory.CreateDirectory(Path.Combine(folder, $".{message.Id:N}")).FullName;
            using var writer = new SmtpClient { DeliveryMethod = SmtpDeliveryMethod.SpecifiedPickupDirectory, PickupDirectoryLocation = own };
            writer.Send(mail);
            File.Move(Directory.EnumerateFiles(own).First(), Path.Combine(folder, $"{message.Id}.eml"), overwrite: true);
            Directory.Delete(own, recursive: true);
        }
    }

    private MailMessage Compose(OutgoingMessage message)
    {
        var branch = message.BranchId is { } id ? branches.Find(id) : null;
        try
        {
            var from = branch?.Email is { Length: > 0 } own ? own : settings["Mail:From"] ?? "serviceerp@localhost";
            return new MailMessage(new MailAddress(from, branch?.Name ?? "ServiceErp", Encoding.UTF8), new MailAddress(message.Recipient, message.RecipientName, Encoding.UTF8))
            {
                Subject = message.Subject.ReplaceLineEndings(" "),
                SubjectEncoding = Encoding.UTF8,
                Body = message.Body,
                BodyEncoding = Encoding.UTF8,
                Headers = { ["Message-ID"] = $"<{message.Id}@{new MailAddress(from).Host}>" },
            };
        }
        catch (Exception e) when (e is FormatException or ArgumentException)
        {
            throw new UndeliverableException($"\"{message.Recipient}\" is not an e-mail address.", e);
        }
    }
}

/// <summary>
/// Text messages by a gateway's webhook (<c>Sms:Webhook</c>), signed with <c>Sms:Secret</c>: header <c>X-Signature: sha256=…</c> is the HMAC of timestamp, dot and body. Without a
/// gateway as files in the data folder.
/// </summary>
internal sealed class SmsTransport(IConfiguration settings, DataFolder data, IClock clock, HttpMessageHandler? handler = null) : IMessageTransport, IDisposable
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly HttpClient client = new(handler ?? new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) });

    public MessageChannel Channel => MessageChannel.Sms;

    public bool IsRepeatable => Gateway is null;

    private string? Gateway => settings["Sms:Webhook"] is { Length: > 0 } address ? address : null;

    public async Task SendAsync(OutgoingMessage message, CancellationToken cancel)
    {
        var body = JsonSerializer.Serialize(new { id = message.Id, to = message.Recipient, text = message.Body.Trim() }, Readable);
        if (Gateway is not { } address)
        {
            await File.WriteAllTextAsync(Path.Combine(data.Sub("outbox-sms"), $"{message.Id}.json"), body, cancel);
            return;
        }

        var timestamp = clock.GetCurrentInstant().ToUnixTimeSeconds();
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new StringContent(body, new MediaTypeHeaderValue("application/json", "utf-8")) };
        request.Headers.Add("Idempotency-Key", message.Id.ToString());
        request.Headers.Add("X-Timestamp", timestamp.ToString(System.Globalization.CultureInfo.InvariantCulture));
        if (settings["Sms:Secret"] is { Length: > 0 } secret)
        {
            var signature = HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"{timestamp}.{body}"));
            request.Headers.Add("X-Signature", $"sha256={Convert.ToHexStringLower(signature)}");
        }

        using var response = await client.SendAsync(request, cancel);
        if (!response.IsSuccessStatusCode)
        {
            var text = await response.Content.ReadAsStringAsync(cancel);
            var why = $"The gateway answered {(int)response.StatusCode} {response.ReasonPhrase}: {(text.Length > 300 ? text[..300] : text)}";
            throw response.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.UnprocessableEntity or HttpStatusCode.Gone ? new UndeliverableException(why) : new HttpRequestException(why);
        }
    }

    public void Dispose() => client.Dispose();
}
