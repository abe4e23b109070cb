using System.Collections.Concurrent;
using System.Data;
using Microsoft.Data.Sqlite;

namespace ServiceErp.Platform.Persistence;

/// <summary>Sees statements; what it throws is what the program sees of the database.</summary>
public interface IStatementWatch
{
    /// <summary>A statement is about to be sent.</summary>
    void Before(string statement);

    /// <summary>It was carried out.</summary>
    void After(string statement);
}

/// <summary>
/// The open connections to the SQLite file. The last one given back is the next one taken, whatever module asks: SQLite throws a connection's page cache away when another one has written,
/// so the fewer take turns, the less is read again. A connection stays open, since with each close it forgets its settings and its statements.
/// </summary>
internal sealed class SqliteConnections(string connectionString, Func<IStatementWatch?> watch) : IDisposable
{
    private readonly ConcurrentStack<RememberingConnection> idle = [];
    private volatile bool closed;

    /// <summary>An open connection.</summary>
    /// <param name="durable">Whether its commits are on the disk before they count.</param>
    public SqliteConnection Take(bool durable)
    {
        if (!idle.TryPop(out var connection))
        {
            connection = new RememberingConnection(connectionString, watch);
            connection.Open();
        }

        connection.Set(durable);
        return connection;
    }

    /// <summary>Gives a connection back; one that still holds a transaction is closed instead.</summary>
    public void GiveBack(SqliteConnection connection)
    {
        if (!closed && connection is RememberingConnection { State: ConnectionState.Open, IsInTransaction: false } healthy)
        {
            idle.Push(healthy);
        }
        else
        {
            connection.Dispose();
        }
    }

    public void Dispose()
    {
        closed = true;
        while (idle.TryPop(out var connection))
        {
            connection.Dispose();
        }
    }

    /// <summary>Keeps what it has prepared: parsing and planning a statement costs SQLite more than running it.</summary>
    private sealed class RememberingConnection(string connectionString, Func<IStatementWatch?> watch) : SqliteConnection(connectionString)
    {
        // More texts than this come from lists of varying length; then it starts anew.
        private const int MostTexts = 500;

        private readonly Dictionary<string, SqliteCommand> known = [];
        private bool? durable;

        // The driver forgets a transaction whose beginning or end failed; SQLite knows.
        public bool IsInTransaction => Transaction is not null || SQLitePCL.raw.sqlite3_get_autocommit(Handle!) == 0;

        public void Set(bool wanted)
        {
            if (durable != wanted)
            {
                durable = wanted;
                using var command = base.CreateCommand();
                command.CommandText = $"PRAGMA journal_mode=WAL; PRAGMA synchronous={(wanted ? "FULL" : "OFF")}; PRAGMA cache_size=-16000;";
                command.ExecuteNonQuery();
            }
        }

        private IStatementWatch? Watch => watch();

        public override SqliteCommand CreateCommand() => new RememberedCommand(this);

        private SqliteCommand Recall(string text)
        {
            if (known.Remove(text, out var command))
            {
                return command;
            }

            command = base.CreateCommand();
            command.CommandText = text;
            return command;
        }

        private void Remember(SqliteCommand command)
        {
            command.Parameters.Clear();
            command.Transaction = null;
            if (known.Count >= MostTexts)
            {
                foreach (var other in known.Values)
                {
                    other.Dispose();
                }

                known.Clear();
            }

            if (!known.TryAdd(command.CommandText, command))
            {
                command.Dispose();
            }
        }

        /// <summary>Stands for the prepared command with the same text while it is used.</summary>
        private sealed class RememberedCommand : SqliteCommand
        {
            private readonly RememberingConnection owner;
            private SqliteCommand? prepared;

            public RememberedCommand(RememberingConnection owner)
            {
                this.owner = owner;
                Connection = owner;
                Transaction = owner.Transaction;
            }

            public override SqliteDataReader ExecuteReader(CommandBehavior behavior) => Watched(command => command.ExecuteReader(behavior));

            public override int ExecuteNonQuery() => Watched(command => command.ExecuteNonQuery());

            public override object? ExecuteScalar() => Watched(command => command.ExecuteScalar());

            protected override void Dispose(bool disposing)
            {
                if (disposing)
                {
                    Release();
                }

                base.Dispose(disposing);
            }

            private T Watched<T>(Func<SqliteCommand, T> run)
            {
                if (owner.Watch is not { } watch)
                {
                    return run(Prepared());
                }

                watch.Before(CommandText);
                var answer = run(Prepared());
                try
                {
                    watch.After(CommandText);
                    return answer;
                }
                catch
                {
                    (answer as IDisposable)?.Dispose(); // a reader left open would keep the statement from being used again
                    throw;
                }
            }

            private SqliteCommand Prepared()
            {
                if (prepared is null || prepared.CommandText != CommandText)
                {
                    Release();
                    prepared = owner.Recall(CommandText);
                }

                prepared.Parameters.Clear();
                foreach (SqliteParameter parameter in Parameters)
                {
                    prepared.Parameters.Add(parameter);
                }

                prepared.Transaction = Transaction;
                prepared.CommandTimeout = CommandTimeout;
                return prepared;
            }

            private void Release()
            {
                if (prepared is not null)
                {
                    owner.Remember(prepared);
                    prepared = null;
                }
            }
        }
    }
}
