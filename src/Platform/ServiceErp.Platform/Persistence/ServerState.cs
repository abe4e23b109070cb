using Microsoft.EntityFrameworkCore;

namespace ServiceErp.Platform.Persistence;

/// <summary>How the SQL Server behind the program is set up; read at start and for the system page.</summary>
/// <param name="Version">Its product version, such as <c>16.0.4135.4</c>.</param>
/// <param name="ReadsSnapshots">Whether readers see the last committed state instead of waiting for writers (READ_COMMITTED_SNAPSHOT).</param>
/// <param name="HasFullText">Whether words are found by its full-text index; without it the search box finds the beginnings of codes and titles.</param>
/// <param name="Bytes">The size of the database's files.</param>
public sealed record ServerState(string Version, bool ReadsSnapshots, bool HasFullText, long Bytes)
{
    /// <summary>The oldest version on which every statement runs: SQL Server 2019.</summary>
    internal const int OldestMajor = 15;

    internal const string Question = """
        SELECT CAST(SERVERPROPERTY('ProductVersion') AS nvarchar(40)) AS Version,
            CAST((SELECT d.is_read_committed_snapshot_on FROM sys.databases AS d WHERE d.database_id = DB_ID()) AS bit) AS ReadsSnapshots,
            CAST(CASE WHEN EXISTS (SELECT 1 FROM sys.fulltext_indexes AS i WHERE i.object_id = OBJECT_ID(N'platform.Search')) THEN 1 ELSE 0 END AS bit) AS HasFullText,
            (SELECT SUM(CAST(f.size AS bigint)) * 8192 FROM sys.database_files AS f) AS Bytes
        """;

    /// <summary>Words of the search entries, where the server can index them; in any language and without words that are left out.</summary>
    internal const string FullTextIndex = """
        IF CAST(FULLTEXTSERVICEPROPERTY('IsFullTextInstalled') AS int) = 1 AND NOT EXISTS (SELECT 1 FROM sys.fulltext_indexes AS i WHERE i.object_id = OBJECT_ID(N'platform.Search'))
        BEGIN
            IF NOT EXISTS (SELECT 1 FROM sys.fulltext_catalogs AS c WHERE c.name = N'ServiceErp') EXEC (N'CREATE FULLTEXT CATALOG ServiceErp WITH ACCENT_SENSITIVITY = OFF');
            EXEC (N'CREATE FULLTEXT INDEX ON platform.Search ([Text] LANGUAGE 0) KEY INDEX PK_Search ON ServiceErp WITH (CHANGE_TRACKING = AUTO, STOPLIST = OFF)');
        END
        """;

    /// <summary>Said to an administrator when readers wait for writers; to be run once, with nobody in the database.</summary>
    public const string SnapshotAdvice = "ALTER DATABASE CURRENT SET READ_COMMITTED_SNAPSHOT ON WITH ROLLBACK IMMEDIATE";

    /// <summary>Whether every statement of the program runs on it.</summary>
    public bool IsRecent => int.TryParse(Version.Split('.')[0], out var major) && major >= OldestMajor;

    /// <summary>Asks the server.</summary>
    internal static async Task<ServerState?> ReadAsync(DbContext db, CancellationToken cancel) => (await db.Database.SqlQueryRaw<ServerState>(Question).ToListAsync(cancel)).FirstOrDefault();
}
