using System.Net;
using System.Net.Http.Headers;
using Autofac;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Attachments;
using ServiceErp.Platform.Jobs;
using ServiceErp.Platform.Modules;
using ServiceErp.Platform.Persistence;
using ServiceErp.Testing;

namespace ServiceErp.Platform.Tests.Attachments;

public sealed class AttachmentTests : IAsyncLifetime
{
    private static readonly Guid Order = new("00000000-0000-7000-8000-00000000a001");
    private static readonly Guid Elsewhere = new("00000000-0000-7000-8000-00000000a002");
    private static readonly byte[] Png = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, .. new byte[8], 0, 0, 0, 1, 0, 0, 0, 1, .. new byte[84]];
    private TestCentre centre = null!;

    public async Task InitializeAsync() => centre = await TestCentre.StartAsync(builder => builder.RegisterInstance(new AttachmentOwner("ServiceOrder", "Platform.Branch.Read", ["Platform.Branch.Read"], false, (_, id, _) => Task.FromResult(id == Order), (_, id, _) => Task.FromResult(id == Order || id == Elsewhere))));

    public async Task DisposeAsync() => await centre.DisposeAsync();

    [Theory]
    [InlineData("FFD8FFE000104A464946", "image/jpeg")]
    [InlineData("89504E470D0A1A0A", "image/png")]
    [InlineData("52494646AABBCCDD57454250", "image/webp")]
    [InlineData("00000018667479706865696300000000", "image/heic")]
    [InlineData("000000186674797068656963", "image/heic")]
    [InlineData("255044462D312E37", "application/pdf")]
    public void The_type_is_told_from_the_content(string hex, string type) => Assert.Equal(type, FileType.Of(Convert.FromHexString(hex)));

    [Theory]
    [InlineData("<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>")]
    [InlineData("<!DOCTYPE html><script>alert(1)</script>")]
    [InlineData("PK\u0003\u0004 an archive")]
    [InlineData("GIF89a")]
    [InlineData("RIFF0000AVI LIST")]
    [InlineData(" %PDF-1.7")]
    [InlineData("....ftypmp42")]
    [InlineData("x")]
    public async Task What_could_carry_a_program_is_refused_and_leaves_nothing(string content)
    {
        var refused = await Add(System.Text.Encoding.Latin1.GetBytes(content), "photo.png");
        Assert.Equal("Platform.Attachment.Type", refused.Error?.Code);
        Assert.Empty(Files());
        Assert.Equal(0, await Rows());
    }

    [Fact]
    public async Task A_file_is_kept_outside_the_web_root_and_found_again()
    {
        var kept = (await Add(Png, @"C:\photos\front ""side"".png")).Value;
        Assert.Equal(("front side.png", "image/png", (long)Png.Length, "intake"), (kept.FileName, kept.ContentType, kept.Length, kept.Kind));
        Assert.Equal(kept, (await Of()).Single());
        Assert.Equal(Path.Combine("2026", "03", kept.Id.ToString("N")), Path.GetRelativePath(Path.Combine(centre.Folder, "attachments"), Files().Single()));
    }

    [Theory]
    [InlineData("\u202Egnp.exe", "gnp.exe")]
    [InlineData("a\u200Bb\uFEFFc\u2066d\u00AD.png", "abcd.png")]
    [InlineData("front\u2028side\u0085.png", "frontside.png")]
    [InlineData("Насос № 1 수리.png", "Насос № 1 수리.png")]
    [InlineData("😀.png", "😀.png")]
    [InlineData("\u202E\u200B", "file")]
    public void A_name_shows_what_it_is(string given, string shown) => Assert.Equal(shown, AttachmentStore.Shown(given));

    [Fact]
    public void A_long_name_is_cut_between_characters()
    {
        var shown = AttachmentStore.Shown(string.Concat(Enumerable.Repeat("😀", 200)));
        Assert.DoesNotContain('\ufffd', System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(shown)));
        Assert.InRange(shown.Length, 100, 120);
        Assert.Equal("\ufffd.png", AttachmentStore.Shown("\ud800.png"));
    }

    [Theory]
    [InlineData("png", 8000, 6000, true)]
    [InlineData("png", 30_000, 30_000, false)]
    [InlineData("png", 20_001, 1, false)]
    [InlineData("png", uint.MaxValue, uint.MaxValue, false)]
    [InlineData("jpeg", 8000, 6000, true)]
    [InlineData("jpeg", 9000, 6000, false)]
    [InlineData("jpeg", 65_500, 65_500, false)]
    [InlineData("webp", 8000, 6000, true)]
    [InlineData("webp", 16_000, 16_000, false)]
    [InlineData("webp-lossless", 8000, 6000, true)]
    [InlineData("webp-lossless", 16_000, 16_000, false)]
    [InlineData("webp-extended", 8000, 6000, true)]
    [InlineData("webp-extended", 16_000_000, 1, false)]
    [InlineData("heic", 8000, 6000, true)]
    [InlineData("heic", 30_000, 30_000, false)]
    public async Task A_picture_that_claims_too_many_pixels_is_refused(string kind, uint width, uint height, bool isTaken)
    {
        var result = await Add(Picture(kind, width, height), "photo");
        Assert.Equal(isTaken ? null : "Platform.Attachment.TooManyPixels", result.Error?.Code);
        Assert.Equal(isTaken ? 1 : 0, Files().Length);
    }

    private static byte[] Picture(string kind, uint width, uint height)
    {
        static byte[] Big(uint n) => [(byte)(n >> 24), (byte)(n >> 16), (byte)(n >> 8), (byte)n];
        static byte[] Short(uint n) => [(byte)(n >> 8), (byte)n];
        static byte[] Little(uint n, int bytes) => [.. Enumerable.Range(0, bytes).Select(i => (byte)(n >> (8 * i)))];
        byte[] riff = [.. "RIFF"u8, 0, 0, 0, 0, .. "WEBP"u8];
        return kind switch
        {
            "png" => [0x89, .. "PNG"u8, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, .. "IHDR"u8, .. Big(width), .. Big(height), 8, 6, 0, 0, 0],
            // A thumbnail of its own inside the first segment, then padding, a table, and the real head.
            "jpeg" => [0xFF, 0xD8, 0xFF, 0xE1, 0, 14, 0xFF, 0xC0, 0, 11, 8, 0, 1, 0, 1, 1, 1, 1, 0xFF, 0xFF, 0xFF, 0xC4, 0, 4, 1, 2, 0xFF, 0xC2, 0, 11, 8, .. Short(height), .. Short(width), 1, 1, 0x11, 0],
            "webp" => [.. riff, .. "VP8 "u8, 0, 0, 0, 0, 0, 0, 0, 0x9D, 1, 0x2A, .. Little(width, 2), .. Little(height, 2)],
            "webp-lossless" => [.. riff, .. "VP8L"u8, 0, 0, 0, 0, 0x2F, .. Little((width - 1) | ((height - 1) << 14), 4), 0, 0, 0, 0, 0],
            "webp-extended" => [.. riff, .. "VP8X"u8, 10, 0, 0, 0, 0, 0, 0, 0, .. Little(width - 1, 3), .. Little(height - 1, 3)],
            _ => [0, 0, 0, 24, .. "ftypheic"u8, 0, 0, 0, 0, .. "mif1heic"u8, 0, 0, 0, 20, .. "ispe"u8, 0, 0, 0, 0, .. Big(512), .. Big(512), 0, 0, 0, 20, .. "ispe"u8, 0, 0, 0, 0, .. Big(width), .. Big(height)],
        };
    }

    [Fact]
    public async Task The_same_photo_twice_is_kept_once()
    {
        var first = (await Add(Png, "a.png")).Value;
        var second = (await Add(Png, "b.png")).Value;
        Assert.Equal(first, second);
        Assert.Single(Files());
        Assert.Equal(1, await Rows());
    }

    [Fact]
    public async Task The_limit_holds_while_streaming_not_after()
    {
        using var endless = new EndlessPng();
        await using var scope = centre.Dispatcher.Enter(centre.As(Roles.BranchManager));
        var refused = await scope.Resolve<IAttachments>().AddAsync(endless, "a.png", "ServiceOrder", Order, "intake", CancellationToken.None);
        Assert.Equal("Platform.Attachment.TooLarge", refused.Error?.Code);
        Assert.InRange(endless.Given, AttachmentFiles.LargestFile, AttachmentFiles.LargestFile + (1024 * 1024));
        Assert.Empty(Files());
    }

    [Fact]
    public async Task An_empty_file_is_refused() => Assert.Equal("Platform.Attachment.Empty", (await Add([], "a.png")).Error?.Code);

    [Fact]
    public async Task A_signature_comes_as_a_data_address()
    {
        await using var scope = centre.Dispatcher.Enter(centre.As(Roles.Technician));
        var attachments = scope.Resolve<IAttachments>();
        var kept = await attachments.AddDataUrlAsync("data:image/png;base64," + Convert.ToBase64String(Png), "signature.png", "ServiceOrder", Order, "signature", CancellationToken.None);
        Assert.Equal(Png.Length, kept.Value.Length);
        foreach (var bad in new[] { null, "", "data:image/svg+xml;base64,PHN2Zz4=", "data:image/png;base64,???", "data:image/png;base64," + Convert.ToBase64String("<svg/>"u8) })
        {
            Assert.False((await attachments.AddDataUrlAsync(bad, "s.png", "ServiceOrder", Order, "signature", CancellationToken.None)).Succeeded);
        }
    }

    [Fact]
    public async Task Orphans_are_cleared_away_and_nothing_else()
    {
        var kept = (await Add(Png, "a.png")).Value;
        var orphan = Path.Combine(centre.Folder, "attachments", "2026", "03", "00000000000070008000000000000bad");
        var brokenOff = Path.Combine(centre.Folder, "attachments", "incoming", "00000000000070008000000000000bae");
        var young = Path.Combine(centre.Folder, "attachments", "2026", "03", "00000000000070008000000000000baf");
        foreach (var file in new[] { orphan, brokenOff, young })
        {
            await File.WriteAllBytesAsync(file, Png);
        }

        foreach (var file in Files())
        {
            File.SetLastWriteTimeUtc(file, (centre.Now - (file == young ? Duration.FromHours(1) : Duration.FromDays(2))).ToDateTimeUtc());
        }

        await using var scope = centre.Dispatcher.Enter(Platform.Dispatching.Caller.System);
        var job = scope.Resolve<IEnumerable<IScheduledJob>>().OfType<RemoveOrphanedFiles>().Single();
        Assert.Equal("2 of 3 files were orphans.", await job.RunAsync(new Progress<JobProgress>(), CancellationToken.None));
        Assert.Equal([kept.Id.ToString("N"), Path.GetFileName(young)], Files().Select(Path.GetFileName).Order(StringComparer.Ordinal).Reverse());
    }

    [Fact]
    public async Task Over_http_files_are_taken_in_and_served_so_that_they_can_do_no_harm()
    {
        var client = await centre.Client(Roles.BranchManager);
        using var form = new MultipartFormDataContent { { new ByteArrayContent(Png), "Files", "front.png" }, { new ByteArrayContent([.. "%PDF-1.4 paper"u8]), "Files", "Rechnung № 1.pdf" }, { new StringContent("proof-of-purchase"), "Kind" } };
        var posted = await client.PostAsync($"/attachments/ServiceOrder/{Order}", form);
        Assert.Equal(HttpStatusCode.SeeOther, posted.StatusCode);

        var files = await Of();
        Assert.Equal(["front.png", "Rechnung № 1.pdf"], files.Select(f => f.FileName));
        Assert.All(files, f => Assert.Equal("proof-of-purchase", f.Kind));

        var image = await client.GetAsync($"/attachments/{files[0].Id}");
        Assert.Equal("image/png", image.Content.Headers.ContentType?.MediaType);
        Assert.Equal("inline", image.Content.Headers.ContentDisposition?.DispositionType);
        Assert.Equal("nosniff", image.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Contains("sandbox", image.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal(Png, await image.Content.ReadAsByteArrayAsync());
        Assert.Equal("no-cache, private", image.Headers.CacheControl?.ToString());
        using var again = new HttpRequestMessage(HttpMethod.Get, $"/attachments/{files[0].Id}") { Headers = { IfNoneMatch = { image.Headers.ETag! } } };
        Assert.Equal(HttpStatusCode.NotModified, (await client.SendAsync(again)).StatusCode);

        var paper = await client.GetAsync($"/attachments/{files[1].Id}");
        Assert.Equal("attachment", paper.Content.Headers.ContentDisposition?.DispositionType);
        Assert.Equal("Rechnung № 1.pdf", paper.Content.Headers.ContentDisposition?.FileNameStar);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync($"/attachments/{Order}")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await centre.Client(Roles.Receptionist)).GetAsync($"/attachments/{files[0].Id}")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await (await centre.Client()).GetAsync($"/attachments/{files[0].Id}")).StatusCode);
    }

    [Fact]
    public async Task Over_the_api_a_bad_file_is_problem_details()
    {
        var client = await centre.Client(Roles.BranchManager);
        using var form = new MultipartFormDataContent { { new ByteArrayContent([.. "<svg/>"u8]), "Files", "evil.png" } };
        var answer = await client.PostAsync($"/api/v1/platform/attachments/ServiceOrder/{Order}", form);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("Platform.Attachment.Type", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        using var none = new MultipartFormDataContent { { new StringContent("x"), "Kind" } };
        Assert.Equal(HttpStatusCode.BadRequest, (await client.PostAsync($"/api/v1/platform/attachments/ServiceOrder/{Order}", none)).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await client.PostAsync($"/api/v1/platform/attachments/ServiceOrder/{Order}", new StringContent("x", MediaTypeHeaderValue.Parse("text/plain")))).StatusCode);
    }

    [Fact]
    public async Task A_kind_that_nobody_declares_takes_no_file_and_shows_its_old_ones_to_administrators_only()
    {
        var left = (await Add(Png, "a.png")).Value;
        await centre.Look<PlatformDbContext, int>(db => db.Set<AttachmentRecord>().ExecuteUpdateAsync(set => set.SetProperty(a => a.About, "Loan")));
        foreach (var route in new[] { $"/attachments/{left.Id}", $"/api/v1/platform/attachments/{left.Id}", $"/api/v1/platform/attachments/Loan/{Order}" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await (await centre.Client(Roles.ServiceDirector)).GetAsync(route)).StatusCode);
            Assert.Equal(HttpStatusCode.OK, (await (await centre.Client(Roles.Administrator)).GetAsync(route)).StatusCode);
        }

        foreach (var about in new[] { "Loan", "loan", "User", "ServiceOrder " })
        {
            using var form = new MultipartFormDataContent { { new ByteArrayContent(Png), "Files", "b.png" } };
            Assert.Equal(HttpStatusCode.NotFound, (await (await centre.Client(Roles.Administrator)).PostAsync($"/api/v1/platform/attachments/{about}/{Order}", form)).StatusCode);
        }

        await using var scope = centre.Dispatcher.Enter(Platform.Dispatching.Caller.System);
        using var stream = new MemoryStream(Png);
        Assert.Equal("Platform.Attachment.Kind", (await scope.Resolve<IAttachments>().AddAsync(stream, "b.png", "Loan", Order, "intake", CancellationToken.None)).Error?.Code);
        Assert.Equal(1, await Rows());
    }

    [Fact]
    public async Task Two_modules_that_claim_one_kind_leave_it_closed()
    {
        var owner = new AttachmentOwner("ServiceOrder", "Platform.Branch.Read", ["Platform.Branch.Read"], true, (_, _, _) => Task.FromResult(true), (_, _, _) => Task.FromResult(true));
        var caller = centre.As(Roles.BranchManager);
        await using var scope = centre.Dispatcher.Enter(caller);
        Assert.Null(await new AttachmentGuard([owner], caller, scope).MaySee("ServiceOrder", Order, CancellationToken.None));
        Assert.Equal(ErrorKind.NotFound, (await new AttachmentGuard([owner, owner], caller, scope).MaySee("ServiceOrder", Order, CancellationToken.None))?.Kind);
        Assert.Equal(ErrorKind.NotFound, (await new AttachmentGuard([owner, owner], caller, scope).MayAdd("ServiceOrder", Order, CancellationToken.None))?.Kind);
    }

    private async Task<Result<Attachment>> Add(byte[] content, string name)
    {
        await using var scope = centre.Dispatcher.Enter(centre.As(Roles.BranchManager));
        using var stream = new MemoryStream(content);
        return await scope.Resolve<IAttachments>().AddAsync(stream, name, "ServiceOrder", Order, "intake", CancellationToken.None);
    }

    private async Task<IReadOnlyList<Attachment>> Of()
    {
        await using var scope = centre.Dispatcher.Enter(centre.As(Roles.BranchManager));
        return await scope.Resolve<IAttachments>().OfAsync("ServiceOrder", Order, CancellationToken.None);
    }

    private Task<int> Rows() => centre.Look<PlatformDbContext, int>(db => db.Set<AttachmentRecord>().CountAsync());

    private string[] Files() => Directory.Exists(Path.Combine(centre.Folder, "attachments")) ? Directory.GetFiles(Path.Combine(centre.Folder, "attachments"), "*", SearchOption.AllDirectories) : [];

    /// <summary>Begins as a picture and never ends.</summary>
    private sealed class EndlessPng : Stream
    {
        public long Given { get; private set; }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            if (Given == 0)
            {
                Png.AsSpan(0, Math.Min(8, count)).CopyTo(buffer.AsSpan(offset));
            }

            Given += count;
            return count;
        }

        public override void Flush() => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
