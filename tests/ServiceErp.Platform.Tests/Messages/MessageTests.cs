using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using Autofac;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NodaTime;
using ServiceErp.Platform.Messages;
using ServiceErp.Platform.Messages.Features;
using ServiceErp.Platform.Modules;
using ServiceErp.Platform.Persistence;
using ServiceErp.Platform.Ui;
using ServiceErp.Testing;

namespace ServiceErp.Platform.Tests.Messages;

public sealed class MessageTests
{
    private static readonly Guid Mail = new("00000000-0000-7000-8000-00000000c001");

    [Fact]
    public async Task Without_a_server_an_email_becomes_a_file_that_mail_programs_open()
    {
        await using var centre = await TestCentre.StartAsync();
        await Write(centre, subject: "Ваш заказ готов", body: "안녕하세요, Ваш заказ готов.");
        Assert.Equal((1, 0), await Send(centre));
        Assert.Equal((0, 0), await Send(centre));

        var file = Assert.Single(Directory.GetFiles(Path.Combine(centre.Folder, "outbox-mail")));
        Assert.Equal($"{Mail}.eml", Path.GetFileName(file));
        var mail = await File.ReadAllTextAsync(file);
        Assert.Contains("To: ", mail, StringComparison.Ordinal);
        Assert.Contains("customer@example.com", mail, StringComparison.Ordinal);
        Assert.Contains("ber@serviceerp.example", mail, StringComparison.Ordinal);
        Assert.Contains("안녕하세요, Ваш заказ готов.", Encoding.UTF8.GetString(Convert.FromBase64String(mail.ReplaceLineEndings("\n").Split("\n\n", 2)[1])), StringComparison.Ordinal);
        Assert.Equal(MessageState.Sent, (await Message(centre)).State);
    }

    [Fact]
    public async Task With_a_server_it_is_handed_over_by_smtp()
    {
        using var server = new SmtpEar();
        await using var centre = await TestCentre.StartAsync(settings: new Dictionary<string, string?> { ["Mail:Smtp:Host"] = "127.0.0.1", ["Mail:Smtp:Port"] = server.Port.ToString(System.Globalization.CultureInfo.InvariantCulture) });
        await Write(centre);
        Assert.Equal((1, 0), await Send(centre));
        var heard = await server.Heard;
        Assert.Contains("RCPT TO:<customer@example.com>", heard, StringComparison.Ordinal);
        Assert.Contains($"Message-ID: <{Mail}@serviceerp.example>", heard, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Ready", heard, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_does_not_answer_is_tried_again_with_growing_patience_until_it_is_given_up()
    {
        var flaky = new Flaky { Fails = true };
        await using var centre = await TestCentre.StartAsync(b => b.Register(c => new MessageSender([flaky], c.Resolve<PlatformWriter>(), c.Resolve<ILogger<MessageSender>>())).SingleInstance());
        await Write(centre);
        Assert.Equal((0, 1), await Send(centre));
        Assert.Equal((0, 0), await Send(centre));
        centre.Advance(Duration.FromSeconds(31));
        Assert.Equal((0, 1), await Send(centre));
        centre.Advance(Duration.FromSeconds(31));
        Assert.Equal((0, 0), await Send(centre));

        for (var i = 0; i < OutgoingMessage.MostAttempts; i++)
        {
            centre.Advance(Duration.FromHours(3));
            await Send(centre);
        }

        var failed = await Message(centre);
        Assert.Equal((MessageState.Failed, OutgoingMessage.MostAttempts, "Nobody at home."), (failed.State, failed.Attempts, failed.LastError));

        flaky.Fails = false;
        await centre.Refused("Platform.Forbidden", new ResendMessage.Command(Mail), centre.As(Roles.Technician));
        await centre.Ok(new ResendMessage.Command(Mail), centre.As(Roles.Receptionist));
        Assert.Equal((1, 0), await Send(centre));
        Assert.Null((await Message(centre)).LastError);
    }

    [Fact]
    public async Task One_bad_address_is_given_up_at_once_and_holds_up_nobody()
    {
        await using var centre = await TestCentre.StartAsync();
        await Write(centre, recipient: "no address");
        await Write(centre, id: new Guid("00000000-0000-7000-8000-00000000c002"));
        Assert.Equal((1, 1), await Send(centre));
        Assert.Equal((MessageState.Failed, 1), ((await Message(centre)).State, (await Message(centre)).Attempts));
    }

    [Fact]
    public async Task A_text_message_goes_to_the_gateway_signed()
    {
        var gateway = new Gateway();
        await using var centre = await TestCentre.StartAsync(
            b => b.RegisterInstance(gateway).As<HttpMessageHandler>(),
            new Dictionary<string, string?> { ["Sms:Webhook"] = "https://gateway.example/send", ["Sms:Secret"] = "s3cret" });
        await Write(centre, channel: MessageChannel.Sms, recipient: "+49301234567", body: "Ihr Gerät ist fertig.");
        Assert.Equal((1, 0), await Send(centre));

        Assert.Contains("\"to\":\"+49301234567\"", gateway.Body, StringComparison.Ordinal);
        var timestamp = gateway.Headers["X-Timestamp"];
        var expected = HMACSHA256.HashData("s3cret"u8, Encoding.UTF8.GetBytes($"{timestamp}.{gateway.Body}"));
        Assert.Equal($"sha256={Convert.ToHexStringLower(expected)}", gateway.Headers["X-Signature"]);
        Assert.Equal(Mail.ToString(), gateway.Headers["Idempotency-Key"]);

        gateway.Status = HttpStatusCode.ServiceUnavailable;
        await centre.Ok(new ResendMessage.Command(Mail));
        Assert.Equal((0, 1), await Send(centre));
        Assert.Equal(MessageState.Waiting, (await Message(centre)).State);
        gateway.Status = HttpStatusCode.BadRequest;
        centre.Advance(Duration.FromHours(1));
        Assert.Equal((0, 1), await Send(centre));
        Assert.Equal(MessageState.Failed, (await Message(centre)).State);
    }

    [Fact]
    public async Task Messages_are_listed_searched_and_shown()
    {
        await using var centre = await TestCentre.StartAsync();
        await Write(centre);
        await Send(centre);
        var client = await centre.Client(Roles.Receptionist);
        Assert.Contains("Ready", await client.GetStringAsync("/platform/messages?q=customer&state=Sent"), StringComparison.Ordinal);
        Assert.DoesNotContain("customer@example.com", await client.GetStringAsync("/platform/messages?state=Failed"), StringComparison.Ordinal);
        Assert.DoesNotContain("customer@example.com", await client.GetStringAsync("/platform/messages?from=2026-03-05"), StringComparison.Ordinal);
        Assert.Contains("customer@example.com", await client.GetStringAsync("/platform/messages?from=2026-03-04&to=2026-03-04&format=csv"), StringComparison.Ordinal);
        var page = await client.GetStringAsync($"/platform/messages/{Mail}");
        Assert.Contains("It is ready &lt;b&gt;now", page, StringComparison.Ordinal);
        Assert.Empty((await centre.Ok(new ListMessages.Query(new ListQuery { Path = "" }), centre.As(Roles.Receptionist) with { BranchId = centre.Seoul.Id })).Items);
    }

    private static async Task Write(TestCentre centre, Guid? id = null, MessageChannel channel = MessageChannel.Email, string recipient = "customer@example.com", string subject = "Ready", string body = "It is ready <b>now</b>.") =>
        await centre.Look<PlatformDbContext, int>(db =>
        {
            db.Messages.Add(new OutgoingMessage
            {
                Id = id ?? Mail,
                BranchId = centre.Berlin.Id,
                Channel = channel,
                Recipient = recipient,
                RecipientName = "Анна Müller",
                Subject = subject,
                Body = body,
                OnceKey = $"test/{id}",
                WrittenAt = centre.Now,
                NextAttemptAt = centre.Now,
            });
            return db.SaveChangesAsync();
        });

    private static Task<(int Sent, int Failed)> Send(TestCentre centre) => centre.Services.GetRequiredService<MessageSender>().SendDueAsync(CancellationToken.None);

    private static Task<OutgoingMessage> Message(TestCentre centre) => centre.Look<PlatformDbContext, OutgoingMessage>(db => db.Messages.AsNoTracking().SingleAsync(m => m.Id == Mail));

    private sealed class Flaky : IMessageTransport
    {
        public bool Fails { get; set; }

        public MessageChannel Channel => MessageChannel.Email;

        public bool IsRepeatable => false;

        public Task SendAsync(OutgoingMessage message, CancellationToken cancel) => Fails ? throw new IOException("Nobody at home.") : Task.CompletedTask;
    }

    private sealed class Gateway : HttpMessageHandler
    {
        public HttpStatusCode Status { get; set; } = HttpStatusCode.OK;

        public string Body { get; private set; } = "";

        public Dictionary<string, string> Headers { get; private set; } = [];

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Body = await request.Content!.ReadAsStringAsync(cancellationToken);
            Headers = request.Headers.ToDictionary(h => h.Key, h => h.Value.Single());
            return new HttpResponseMessage(Status) { Content = new StringContent("") };
        }
    }

    /// <summary>Just enough of a mail server to hear one message.</summary>
    private sealed class SmtpEar : IDisposable
    {
        private readonly TcpListener listener = new(IPAddress.Loopback, 0);

        public SmtpEar()
        {
            listener.Start();
            Heard = Listen();
        }

        public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

        public Task<string> Heard { get; }

        public void Dispose() => listener.Dispose();

        private async Task<string> Listen()
        {
            using var client = await listener.AcceptTcpClientAsync();
            using var reader = new StreamReader(client.GetStream(), Encoding.UTF8);
            await using var writer = new StreamWriter(client.GetStream(), new UTF8Encoding(false)) { NewLine = "\r\n", AutoFlush = true };
            var heard = new StringBuilder();
            var inData = false;
            await writer.WriteLineAsync("220 ear");
            while (await reader.ReadLineAsync() is { } line)
            {
                heard.AppendLine(line);
                if (inData)
                {
                    if (line == ".")
                    {
                        inData = false;
                        await writer.WriteLineAsync("250 kept");
                        return heard.ToString();
                    }
                }
                else if (line.StartsWith("DATA", StringComparison.Ordinal))
                {
                    inData = true;
                    await writer.WriteLineAsync("354 go on");
                }
                else
                {
                    await writer.WriteLineAsync("250 ear");
                }
            }

            return heard.ToString();
        }
    }
}
