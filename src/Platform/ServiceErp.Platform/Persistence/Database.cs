using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace ServiceErp.Platform.Persistence;

/// <summary>The two kinds of database the program runs on.</summary>
public enum DatabaseProvider
{
    /// <summary>One embedded file.</summary>
    Sqlite,

    /// <summary>SQL Server, one schema a module.</summary>
    SqlServer,
}

/// <summary>The database of one running program: where it is, and the turn-taking of its writers.</summary>
public sealed class Database : IDisposable
{
    /// <summary>How long a lock may take before the caller is told to try again: longer than any command holds one, shorter than a person or a command's own timeout waits.</summary>
    internal const int LockSeconds = 12;

    private readonly SqliteConnections? connections;
    private readonly IReadOnlyList<IInterceptor> interceptors;

    /// <summary>Describes a database; nothing is opened yet.</summary>
    /// <param name="provider">Which kind.</param>
    /// <param name="connectionString">For SQLite <c>Data Source=path</c>.</param>
    /// <param name="durable">False only while the demo is made or a test runs: the last commits may be lost in a power cut.</param>
    /// <param name="interceptors">Watchers of connections and commands; tests use them.</param>
    public Database(DatabaseProvider provider, string connectionString, bool durable = true, IReadOnlyList<IInterceptor>? interceptors = null)
    {
        Provider = provider;
        this.interceptors = interceptors ?? [];
        ConnectionString = provider == DatabaseProvider.Sqlite
            ? new SqliteConnectionStringBuilder(connectionString) { ForeignKeys = true, DefaultTimeout = LockSeconds, Pooling = false }.ToString()
            : connectionString;
        Durable = durable;
        connections = provider == DatabaseProvider.Sqlite ? new SqliteConnections(ConnectionString, () => Watch) : null;
        WriteGate = provider == DatabaseProvider.Sqlite ? new SemaphoreSlim(1, 1) : null;
    }

    /// <summary>Which kind.</summary>
    public DatabaseProvider Provider { get; }

    /// <summary>How to reach it.</summary>
    public string ConnectionString { get; }

    /// <summary>
    /// SQLite has one writer at a time. Waiting for this gate is fair and costs nothing, while SQLite's own waiting is polling;
    /// other processes still wait by SQLite's lock. Not asked on SQL Server, which locks rows.
    /// </summary>
    public SemaphoreSlim? WriteGate { get; }

    /// <summary>Sees every statement on SQLite, those that begin and end transactions too; tests make them fail with it.</summary>
    public IStatementWatch? Watch { get; set; }

    /// <summary>Whether a commit survives a power cut; always true outside of demo making and tests.</summary>
    public bool Durable { get; set; }

    /// <summary>How the server is set up, as read at start; null on SQLite.</summary>
    public ServerState? Server { get; internal set; }

    /// <summary>Configures a context for this database.</summary>
    /// <param name="options">The context's options.</param>
    /// <param name="schema">The module's schema; each has its own migration history.</param>
    public void Configure(DbContextOptionsBuilder options, string schema)
    {
        if (Provider == DatabaseProvider.Sqlite)
        {
            options.UseSqlite(ConnectionString, o => o.MigrationsHistoryTable($"{schema}_Migrations"));
        }
        else
        {
            options.UseSqlServer(ConnectionString, o => o.MigrationsHistoryTable("Migrations", schema));
        }

        options.AddInterceptors(interceptors).ConfigureWarnings(w => w
            .Ignore(RelationalEventId.MultipleCollectionIncludeWarning)
            .Ignore(CoreEventId.RowLimitingOperationWithoutOrderByWarning));
    }

    /// <inheritdoc />
    public void Dispose()
    {
        connections?.Dispose();
        WriteGate?.Dispose();
    }

    /// <summary>Gives a context an open connection for as long as it is used; on SQL Server the driver's own pool does.</summary>
    internal void Connect(ModuleDbContext context)
    {
        if (connections is not null)
        {
            context.Database.SetDbConnection(connections.Take(Durable));
        }
    }

    /// <summary>Takes the connection back from a context that is done.</summary>
    internal void Disconnect(ModuleDbContext context)
    {
        if (connections is not null && context.Database.GetDbConnection() is SqliteConnection connection)
        {
            context.Database.SetDbConnection(null);
            connections.GiveBack(connection);
        }
    }
}

/// <summary>Options for the design-time tools, which read the model and never open a connection.</summary>
public static class DesignTime
{
    /// <summary>Options of a SQLite context.</summary>
    public static DbContextOptions<TContext> Sqlite<TContext>(string schema)
        where TContext : DbContext => Options<TContext>(DatabaseProvider.Sqlite, "Data Source=:memory:", schema);

    /// <summary>Options of a SQL Server context.</summary>
    public static DbContextOptions<TContext> SqlServer<TContext>(string schema)
        where TContext : DbContext => Options<TContext>(DatabaseProvider.SqlServer, "Server=.;Database=ServiceErp", schema);

    private static DbContextOptions<TContext> Options<TContext>(DatabaseProvider provider, string connectionString, string schema)
        where TContext : DbContext
    {
        using var database = new Database(provider, connectionString);
        var options = new DbContextOptionsBuilder<TContext>();
        database.Configure(options, schema);
        return options.Options;
    }
}
