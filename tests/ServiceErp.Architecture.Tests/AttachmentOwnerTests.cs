using System.Net;
using System.Text.RegularExpressions;
using Autofac;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;
using ServiceErp.Kernel;
using ServiceErp.Platform.Attachments;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Modules;
using ServiceErp.Platform.Persistence;
using ServiceErp.Testing;

namespace ServiceErp.Architecture.Tests;

/// <summary>Every kind of thing that any module keeps files with, taken from the running program, so that a new one is held to the same rule.</summary>
public sealed partial class AttachmentOwnerTests : IAsyncLifetime
{
    private static readonly byte[] Png = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, .. new byte[8], 0, 0, 0, 1, 0, 0, 0, 1, .. new byte[84]];
    private TestCentre centre = null!;

    public async Task InitializeAsync() => centre = await TestCentre.StartAsync();

    public async Task DisposeAsync() => await centre.DisposeAsync();

    [Fact]
    public void Every_kind_that_pages_and_use_cases_name_is_declared_and_asks_for_permissions_that_exist()
    {
        var owners = Owners();
        Assert.Equal(owners.Length, owners.Select(o => o.About).Distinct().Count());
        var permissions = centre.Services.GetRequiredService<PermissionTable>().Permissions.Select(p => p.Name).ToHashSet();
        Assert.All(owners, o => Assert.All(o.Add.Append(o.See), p => Assert.Contains(p, permissions)));
        Assert.All(owners, o => Assert.NotEmpty(o.Add));

        var named = Directory.GetFiles(Path.Combine(House.Root, "src", "Modules"), "*.*", SearchOption.AllDirectories)
            .Where(f => Path.GetExtension(f) is ".cs" or ".razor" && !f.Contains("/obj/", StringComparison.Ordinal))
            .SelectMany(f => Kinds().Matches(File.ReadAllText(f)).SelectMany(m => m.Groups.Values.Skip(1).Where(g => g.Success).Select(g => g.Value))).Distinct().ToArray();
        Assert.NotEmpty(named);
        Assert.Empty(named.Except(owners.Select(o => o.About)));
        Assert.Empty(owners.Select(o => o.About).Except(named));
    }

    [Fact]
    public async Task Files_of_every_kind_open_to_those_who_may_see_their_owner_and_to_nobody_else()
    {
        foreach (var owner in Owners())
        {
            var entity = EntityOf(owner.About);
            var (here, there) = (await Put(entity, centre.Berlin.Id), await Put(entity, centre.Seoul.Id));
            var (mine, theirs) = (await Keep(owner.About, here), await Keep(owner.About, there));
            var foreign = typeof(IBranchOwned).IsAssignableFrom(entity.ClrType) ? HttpStatusCode.NotFound : HttpStatusCode.OK;
            foreach (var role in Roles.All)
            {
                var may = centre.As(role).Can(owner.See);
                var client = await centre.Client(role);
                foreach (var prefix in new[] { "", "/api/v1/platform" })
                {
                    Assert.Equal((owner.About, role, may ? HttpStatusCode.OK : HttpStatusCode.Forbidden), (owner.About, role, (await client.GetAsync($"{prefix}/attachments/{mine}")).StatusCode));
                    Assert.Equal((owner.About, role, may ? Foreign(foreign, role) : HttpStatusCode.Forbidden), (owner.About, role, (await client.GetAsync($"{prefix}/attachments/{theirs}")).StatusCode));
                }

                Assert.Equal((owner.About, role, may ? HttpStatusCode.OK : HttpStatusCode.Forbidden), (owner.About, role, (await client.GetAsync($"/api/v1/platform/attachments/{owner.About}/{here}")).StatusCode));
                Assert.Equal((owner.About, role, may ? Foreign(foreign, role) : HttpStatusCode.Forbidden), (owner.About, role, (await client.GetAsync($"/api/v1/platform/attachments/{owner.About}/{there}")).StatusCode));
            }

            Assert.Contains(Roles.All, role => !centre.As(role).Can(owner.See));
        }
    }

    [Fact]
    public async Task Files_of_every_kind_are_added_by_those_who_may_to_what_they_can_see()
    {
        foreach (var owner in Owners())
        {
            var entity = EntityOf(owner.About);
            var (here, there, nowhere) = (await Put(entity, centre.Berlin.Id), await Put(entity, centre.Seoul.Id), centre.Services.GetRequiredService<IIdentifiers>().NewId());
            var foreign = typeof(IBranchOwned).IsAssignableFrom(entity.ClrType) ? HttpStatusCode.NotFound : HttpStatusCode.OK;
            foreach (var role in Roles.All)
            {
                var may = owner.Add.Any(centre.As(role).Can);
                Assert.Equal((owner.About, role, may ? HttpStatusCode.OK : HttpStatusCode.Forbidden), (owner.About, role, await Post(role, owner.About, here)));
                Assert.Equal((owner.About, role, may ? Foreign(foreign, role) : HttpStatusCode.Forbidden), (owner.About, role, await Post(role, owner.About, there)));
                Assert.Equal((owner.About, role, !may ? HttpStatusCode.Forbidden : owner.Beforehand ? HttpStatusCode.OK : HttpStatusCode.NotFound), (owner.About, role, await Post(role, owner.About, nowhere)));
            }

            // What was added before its owner is there stays closed until it is.
            var early = await centre.Look<PlatformDbContext, Guid[]>(db => db.Set<AttachmentRecord>().Where(a => a.AboutId == nowhere).Select(a => a.Id).ToArrayAsync());
            Assert.Equal(owner.Beforehand ? 1 : 0, early.Length);
            var director = await centre.Client(Roles.All.First(role => centre.As(role).Can(owner.See)));
            Assert.All(await Task.WhenAll(early.Select(id => director.GetAsync($"/attachments/{id}"))), answer => Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode));
            Assert.Contains(Roles.All, role => !owner.Add.Any(centre.As(role).Can));
        }
    }

    // Who works for all branches finds every branch's.
    private HttpStatusCode Foreign(HttpStatusCode foreign, string role) => centre.As(role).BranchId is null ? HttpStatusCode.OK : foreign;

    private AttachmentOwner[] Owners()
    {
        using var scope = centre.Dispatcher.Enter(Caller.System);
        AttachmentOwner[] owners = [.. scope.Resolve<IEnumerable<AttachmentOwner>>()];
        Assert.NotEmpty(owners);
        return owners;
    }

    private IEntityType EntityOf(string about)
    {
        using var scope = centre.Dispatcher.Enter(Caller.System);
        return House.Modules.Select(m => House.Plug(m).DbContext).OfType<Type>().Select(t => ((ModuleDbContext)scope.Resolve(t)).Model)
            .SelectMany(model => model.GetEntityTypes()).Single(e => e.ClrType.Name == about);
    }

    /// <summary>A row of the owner's table, with something in each column: only its identity and branch matter here.</summary>
    private async Task<Guid> Put(IEntityType entity, Guid branch)
    {
        var id = centre.Services.GetRequiredService<IIdentifiers>().NewId();
        var columns = entity.GetProperties().Where(p => !p.IsNullable || p.IsPrimaryKey()).ToArray();
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(centre.Folder, "serviceerp.db")};Pooling=False;Foreign Keys=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = $"INSERT INTO {entity.GetTableName()} ({string.Join(", ", columns.Select(c => $"\"{c.GetColumnName()}\""))}) VALUES ({string.Join(", ", columns.Select((_, i) => $"@p{i}"))})";
        foreach (var (column, number) in columns.Select((c, i) => (c, i)))
        {
            command.Parameters.AddWithValue($"@p{number}", column.Name == nameof(IIdentified.Id) ? id : column.Name == nameof(IBranchOwned.BranchId) ? branch : column.GetColumnType() == "TEXT" ? id.ToString("N")[^6..] : 1);
        }

        await command.ExecuteNonQueryAsync();
        return id;
    }

    private async Task<Guid> Keep(string about, Guid id)
    {
        await using var scope = centre.Dispatcher.Enter(Caller.System);
        using var content = new MemoryStream(Png);
        return (await scope.Resolve<IAttachments>().AddAsync(content, "photo.png", about, id, "photo", CancellationToken.None)).Value.Id;
    }

    private async Task<HttpStatusCode> Post(string role, string about, Guid id)
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent(Png), "Files", "front.png" } };
        return (await (await centre.Client(role)).PostAsync($"/api/v1/platform/attachments/{about}/{id}", form)).StatusCode;
    }

    [GeneratedRegex("""/attachments/([A-Z]\w+)/|<AttachmentList[^>]* About="(\w+)"|KeepFiles\("\w+", "(\w+)"|(?:AddAsync|AddDataUrlAsync)\([^;]*?"signature\.png", nameof\((\w+)\)|IAttachments>\(\)[^;]*OfAsync\("(\w+)"|attachments\.OfAsync\(nameof\((\w+)\)""")]
    private static partial Regex Kinds();
}
