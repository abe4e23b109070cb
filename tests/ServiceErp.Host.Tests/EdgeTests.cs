using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using ServiceErp.Platform.Web;

namespace ServiceErp.Host.Tests;

/// <summary>Where the outside begins: addresses, methods, hosts, lengths, keys.</summary>
[Collection("set-up website")]
public sealed class EdgeTests(SetUpWebsite centre)
{
    [Theory]
    [InlineData("/%09/evil.example", "/")]
    [InlineData("/%0a/evil.example", "/")]
    [InlineData("/%0d%0aSet-Cookie:%20a=b", "/")]
    [InlineData("/%00", "/")]
    [InlineData("//evil.example", "/")]
    [InlineData("/%5cevil.example", "/")]
    [InlineData("/.//evil.example", "/")]
    [InlineData("https://evil.example/", "/")]
    [InlineData("/é", "/%C3%A9")]
    [InlineData("/platform/users?q=a", "/platform/users?q=a")]
    public async Task Nothing_leads_from_here_to_somebody_elses_address(string next, string location)
    {
        Assert.Equal(location, Location(await centre.Administrator.GetAsync("/sign-in?next=" + next.Replace("?", "%3F", StringComparison.Ordinal))));
        Assert.Equal(location, Location(await centre.Site.Visit().SignInAsync(Website.AdministratorsEmail, Website.AdministratorsPassword, "?next=" + next.Replace("?", "%3F", StringComparison.Ordinal))));
        foreach (var preference in next == "/%00" ? [] : new[] { "theme", "culture", "branch" }) // no form holds a nought
        {
            Assert.Equal(location, Location(await centre.Administrator.PostAsync("/preferences/" + preference, new() { ["value"] = "en", ["next"] = WebUtility.UrlDecode(next) })));
        }

        static string? Location(HttpResponseMessage answer)
        {
            Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
            return answer.Headers.GetValues("Location").Single();
        }
    }

    [Fact]
    public async Task A_host_that_is_none_is_refused_in_plain_words_and_never_a_fault()
    {
        await using var site = new Website();
        await site.SetUpAsync();
        foreach (var host in new[] { "", new string('a', 300), "-a-_.x..y", "xn--zzzzzz", "a.b:99999", "a b", "a/b", "a@b", "[::1", "ü..de" })
        {
            Assert.True(await site.AskAsync(host, "/sign-in") is 400, host);
            Assert.True(await site.AskAsync(host, "/") is 400, host);
        }

        Assert.Equal(200, await site.AskAsync("", "/health/live"));
        foreach (var host in new[] { "localhost", "127.0.0.1:5080", "[::1]:5080", "erp.example.com", "my_host", "müller.example", "centre" })
        {
            Assert.True(await site.AskAsync(host, "/sign-in") is 200, host);
            Assert.True(await site.AskAsync(host, "/") is 302, host);
        }
    }

    [Fact]
    public async Task The_way_back_from_a_refusal_is_a_page_of_our_own()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/reception/requests/00000000-0000-7000-8000-0000000000ff");
        request.Headers.TryAddWithoutValidation("Referer", "http://localhost//evil.example/");
        var page = await (await centre.Administrator.Http.SendAsync(request)).Content.ReadAsStringAsync();
        Assert.DoesNotContain("evil.example", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_way_to_the_sign_in_page_names_no_host()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/platform/users") { Headers = { Host = "evil.example" } };
        var answer = await centre.Site.Visit().Http.SendAsync(request);
        Assert.Equal("/sign-in?next=%2Fplatform%2Fusers", answer.Headers.GetValues("Location").Single());
    }

    [Fact]
    public async Task Head_is_answered_as_get_without_a_body()
    {
        foreach (var address in new[] { "/", "/account", "/platform/users", "/api/v1/platform/users", "/reception/requests?to=9999-12-31", "/health/live", "/lib/app.css", "/openapi/v1.json", "/nothing-here", "/api/v1/nothing-here" })
        {
            using var head = await centre.Administrator.Http.SendAsync(new HttpRequestMessage(HttpMethod.Head, address));
            using var get = await centre.Administrator.GetAsync(address);
            Assert.True(get.StatusCode == head.StatusCode, $"{address}: HEAD {(int)head.StatusCode}, GET {(int)get.StatusCode}");
            Assert.Equal(get.Content.Headers.ContentType?.ToString(), head.Content.Headers.ContentType?.ToString());
            Assert.Empty(await head.Content.ReadAsByteArrayAsync());
            Assert.NotEmpty(await get.Content.ReadAsByteArrayAsync());
        }

        using var part = await centre.Site.Visit().Http.SendAsync(new HttpRequestMessage(HttpMethod.Head, "/platform/users"));
        Assert.Equal(HttpStatusCode.Redirect, part.StatusCode);
    }

    [Theory]
    [InlineData("/platform/system", "DELETE", "GET, HEAD")]
    [InlineData("/api/v1/platform/users", "DELETE", "GET, POST, HEAD")]
    public async Task A_method_that_an_address_does_not_know_is_answered_by_those_it_does(string address, string method, string allowed)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), address);
        var answer = await centre.Administrator.Http.SendAsync(request);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
        Assert.Equal(allowed.Split(", ").Order(), answer.Content.Headers.Allow.Order());
    }

    [Fact]
    public async Task A_body_without_an_announced_length_is_read_to_the_limit_and_no_further()
    {
        var machine = centre.Site.Visit().Http;
        machine.DefaultRequestHeaders.Add("X-Api-Key", (await centre.Administrator.MakeKeyAsync("Administrator")).Key);
        using var json = new Endless("application/json", "{\"name\":\"", 60L * 1024 * 1024);
        var refused = await machine.PostAsync("/api/v1/platform/users", json);
        Assert.Equal("Platform.TooLong", await refused.CodeAsync(HttpStatusCode.RequestEntityTooLarge));

        using var announced = new ByteArrayContent(new byte[BodyLimit.Json + 1]);
        announced.Headers.ContentType = new("application/json");
        Assert.Equal("Platform.TooLong", await (await machine.PostAsync("/api/v1/platform/users", announced)).CodeAsync(HttpStatusCode.RequestEntityTooLarge));

        using var form = new Endless("multipart/form-data; boundary=b", "--b\r\nContent-Disposition: form-data; name=\"File\"; filename=\"a.csv\"\r\n\r\n", 200L * 1024 * 1024);
        Assert.Equal("Platform.TooLong", await (await machine.PostAsync("/api/v1/platform/imports/reception-customers", form)).CodeAsync(HttpStatusCode.RequestEntityTooLarge));
    }

    [Fact]
    public async Task A_stream_tells_when_it_is_over_the_limit()
    {
        using var just = new LimitedStream(new MemoryStream(new byte[10]), 10);
        Assert.Equal(10, await just.ReadAtLeastAsync(new byte[20], 20, throwOnEndOfStream: false));
        using var over = new LimitedStream(new MemoryStream(new byte[11]), 10);
        Assert.Equal(StatusCodes.Status413PayloadTooLarge, (await Assert.ThrowsAsync<BadHttpRequestException>(async () => await over.ReadAtLeastAsync(new byte[20], 20, throwOnEndOfStream: false))).StatusCode);
    }

    [Theory]
    [InlineData("https://service.example/", "", "service.example, SERVICE.example:8443, localhost:5080, 127.0.0.1, [::1]:5080", "evil.example, service.example.evil.example")]
    [InlineData("https://service.example", "*.inside.example", "a.inside.example", "service.example, evil.example")]
    public async Task A_program_that_knows_its_public_address_answers_to_no_other_name(string address, string allowed, string answered, string refused)
    {
        await using var site = new Website(("Public:Address", address), ("AllowedHosts", allowed));
        foreach (var (hosts, status) in new[] { (answered, HttpStatusCode.OK), (refused, HttpStatusCode.BadRequest) })
        {
            foreach (var host in hosts.Split(", "))
            {
                Assert.True(status == await Asked(site, host), $"{host} should be answered {status}.");
            }
        }

        Assert.Equal(HttpStatusCode.OK, await Asked(centre.Site, "anything.example"));

        static async Task<HttpStatusCode> Asked(Website site, string host)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/health/live") { Headers = { Host = host } };
            return (await site.Visit().Http.SendAsync(request)).StatusCode;
        }
    }

    [Fact]
    public async Task Keys_lie_encrypted_where_a_certificate_is_given_and_the_page_about_the_system_says_whether()
    {
        var folder = Directory.CreateTempSubdirectory("serviceerp-certificate-").FullName;
        try
        {
            using var key = RSA.Create(2048);
            var now = DateTimeOffset.UnixEpoch.AddYears(50);
            using var certificate = new CertificateRequest("CN=ServiceErp", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(now, now.AddYears(100));
            var file = Path.Combine(folder, "keys.pfx");
            await File.WriteAllBytesAsync(file, certificate.Export(X509ContentType.Pfx, "secret"));
            var data = Path.Combine(folder, "data");
            await using (var site = new Website(("Data:Folder", data), ("Keys:Certificate", file), ("Keys:Password", "secret")))
            {
                var administrator = await site.SetUpAsync();
                Assert.True(await administrator.IsSignedInAsync());
                Assert.Contains("Encrypted with the certificate", await administrator.ReadAsync("/platform/system"), StringComparison.Ordinal);
                Assert.True(JsonDocument.Parse(await administrator.ReadAsync("/api/v1/platform/system")).RootElement.GetProperty("keysEncrypted").GetBoolean());
            }

            var stored = await File.ReadAllTextAsync(Directory.GetFiles(Path.Combine(data, "keys"), "key-*.xml").Single());
            Assert.Contains("EncryptedData", stored, StringComparison.Ordinal);
            Assert.DoesNotContain("<value>", stored, StringComparison.Ordinal);
            if (!OperatingSystem.IsWindows())
            {
                Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(Path.Combine(data, "keys")));
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        Assert.Contains("only the program's user may read them", await centre.Administrator.ReadAsync("/platform/system"), StringComparison.Ordinal);
    }

    /// <summary>Goes on for a long time and does not say how long.</summary>
    private sealed class Endless : HttpContent
    {
        private readonly byte[] start;
        private readonly long length;

        public Endless(string type, string start, long length)
        {
            (this.start, this.length) = (Encoding.ASCII.GetBytes(start), length);
            Headers.TryAddWithoutValidation("Content-Type", type);
        }

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            await stream.WriteAsync(start);
            var filler = Enumerable.Repeat((byte)'x', 64 * 1024).ToArray();
            for (var given = 0L; given < length; given += filler.Length)
            {
                await stream.WriteAsync(filler);
            }
        }

        protected override bool TryComputeLength(out long known)
        {
            known = 0;
            return false;
        }
    }
}
