using System.Reflection;
using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Composition;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Links;
using ServiceErp.Platform.Messages;
using ServiceErp.Platform.Modules;
using ServiceErp.Platform.Persistence;

namespace ServiceErp.Platform.Administration.Features;

/// <summary>How the program is: its modules with versions and schemas, and what runs or is stuck (HOST-1).</summary>
public static class GetSystem
{
    /// <summary>The question.</summary>
    [Requires(AdministrationPermissions.System)]
    public sealed record Query : IQuery<Answer>;

    /// <summary>How it is; without <paramref name="PublicAddress"/> messages go to customers without links.</summary>
    public sealed record Answer(
        IReadOnlyList<ModuleRow> Modules, IReadOnlyList<string> SwitchedOff, IReadOnlyList<ModuleFailure> Failures, string Version, string Runtime, string OperatingSystem,
        string Database, long? DatabaseBytes, ServerState? Server, string DataFolder, long MemoryBytes, Instant StartedAt, int EventsWaiting, int EventsDead, int MessagesWaiting, int MessagesFailed,
        bool KeysEncrypted, string? PublicAddress);

    /// <summary>One module that runs.</summary>
    /// <param name="Name">Its name.</param>
    /// <param name="Title">English heading.</param>
    /// <param name="Version">Of its assembly.</param>
    /// <param name="Schema">The newest applied migration; null when it stores nothing.</param>
    /// <param name="Pending">Migrations that are not applied.</param>
    /// <param name="Permissions">How many permissions it brings.</param>
    public sealed record ModuleRow(string Name, string Title, string Version, string? Schema, int Pending, int Permissions);

    internal sealed class Handler(PlatformDbContext db, ModuleCatalog catalog, Migrator migrator, Database database, DataFolder folder, IConfiguration settings, PublicLinks links) : IHandler<Query, Answer>
    {
        public async Task<Result<Answer>> Handle(Query request, CancellationToken cancel)
        {
            var server = database.Provider == DatabaseProvider.SqlServer ? await ServerState.ReadAsync(db, cancel) : null;
            var schemas = await migrator.StateAsync(cancel);
            using var process = System.Diagnostics.Process.GetCurrentProcess();
            var waiting = db.Outbox.AsNoTracking().Where(m => m.DoneAt == null);
            return new Answer(
                [.. catalog.Modules.Select(m => new ModuleRow(m.Name, m.Title, VersionOf(m.GetType().Assembly), schemas.GetValueOrDefault(m.Name)?.Applied, schemas.GetValueOrDefault(m.Name)?.Pending ?? 0, m.Permissions.Count))],
                catalog.SwitchedOff,
                catalog.Failures,
                VersionOf(typeof(GetSystem).Assembly),
                RuntimeInformation.FrameworkDescription,
                RuntimeInformation.OSDescription,
                database.Provider.ToString(),
                server?.Bytes ?? SizeOf(database),
                server,
                folder.Path,
                process.WorkingSet64,
                Instant.FromDateTimeUtc(process.StartTime.ToUniversalTime()),
                await waiting.CountAsync(m => m.DeadAt == null, cancel),
                await waiting.CountAsync(m => m.DeadAt != null, cancel),
                await db.Messages.CountAsync(m => m.State == MessageState.Waiting, cancel),
                await db.Messages.CountAsync(m => m.State == MessageState.Failed, cancel),
                !string.IsNullOrEmpty(settings["Keys:Certificate"]),
                links.Address);
        }

        private static string VersionOf(Assembly assembly) =>
            assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? assembly.GetName().Version?.ToString() ?? "";

        private static long? SizeOf(Database database) =>
            database.Provider == DatabaseProvider.Sqlite && new FileInfo(new SqliteConnectionStringBuilder(database.ConnectionString).DataSource) is { Exists: true } file ? file.Length : null;
    }
}
