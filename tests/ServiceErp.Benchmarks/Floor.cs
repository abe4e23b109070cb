using System.Diagnostics;
using Microsoft.Data.Sqlite;

namespace ServiceErp.Benchmarks;

/// <summary>
/// The floor under a life cycle: the rows that one life cycle was seen to write, written again to an empty file with the same schema by bare
/// ADO.NET, in as many transactions, with the same durability (write-ahead log, synchronous=FULL).
/// </summary>
internal sealed class Floor
{
    private readonly string folder = Directory.CreateTempSubdirectory("serviceerp-floor-").FullName;
    private readonly List<(string Table, string Columns, List<object[]> Rows)> tables = [];
    private readonly List<string> schema = [];
    private readonly int transactions;

    private Floor(int transactions) => this.transactions = transactions;

    /// <summary>Rows of one life cycle.</summary>
    public int Rows => tables.Sum(t => t.Rows.Count);

    /// <summary>Commits of one life cycle.</summary>
    public int Transactions => transactions;

    /// <summary>Learns from a database what a life cycle writes: rows in the tables before and after one.</summary>
    /// <param name="database">The program's file, idle.</param>
    /// <param name="before">Row counts before the life cycle.</param>
    /// <param name="transactions">Commits the life cycle made.</param>
    public static Floor Learn(string database, IReadOnlyDictionary<string, long> before, int transactions)
    {
        var floor = new Floor(transactions);
        using var connection = Open(database, pooling: false);
        floor.schema.AddRange(Read(connection, "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'platform_SearchText%' AND type IN ('table', 'index')").Select(r => (string)r[0]));
        foreach (var (table, count) in CountRows(connection))
        {
            var added = count - before.GetValueOrDefault(table);
            if (added > 0)
            {
                var columns = Read(connection, $"SELECT name FROM pragma_table_info('{table}')").Select(r => $"\"{r[0]}\"").ToArray();
                floor.tables.Add((table, string.Join(", ", columns), Read(connection, $"SELECT {string.Join(", ", columns)} FROM \"{table}\" ORDER BY rowid DESC LIMIT {added}")));
            }
        }

        return floor;
    }

    /// <summary>How many rows each table holds.</summary>
    public static Dictionary<string, long> Count(string database)
    {
        using var connection = Open(database, pooling: false);
        return CountRows(connection);
    }

    /// <summary>Writes life cycles for a while.</summary>
    /// <returns>Life cycles per second.</returns>
    public double Run(int clients, TimeSpan length)
    {
        var file = Path.Combine(folder, $"floor-{clients}.db");
        using (var connection = Open(file, pooling: true))
        {
            foreach (var statement in schema)
            {
                Execute(connection, statement);
            }
        }

        var gate = new SemaphoreSlim(1, 1);
        var done = 0;
        var watch = Stopwatch.StartNew();
        var threads = Enumerable.Range(0, clients).Select(client => new Thread(() =>
        {
            using var connection = Open(file, pooling: true);
            var commands = tables.Select(t => Prepare(connection, t.Table, t.Columns)).ToArray();
            var rows = tables.SelectMany((t, i) => t.Rows.Select(r => (Command: commands[i], Row: r))).ToArray();
            var round = 0;
            while (watch.Elapsed < length)
            {
                round++;
                for (var commit = 0; commit < transactions; commit++)
                {
                    gate.Wait();
                    using (var transaction = connection.BeginTransaction())
                    {
                        for (var i = commit; i < rows.Length; i += transactions)
                        {
                            Write(rows[i].Command, rows[i].Row, transaction, $"{client}-{round}-{i}");
                        }

                        transaction.Commit();
                    }

                    gate.Release();
                }

                Interlocked.Increment(ref done);
            }
        })).ToArray();
        foreach (var thread in threads)
        {
            thread.Start();
        }

        foreach (var thread in threads)
        {
            thread.Join();
        }

        return done / watch.Elapsed.TotalSeconds;
    }

    private static SqliteCommand Prepare(SqliteConnection connection, string table, string columns)
    {
        var command = connection.CreateCommand();
        var count = columns.Split(", ").Length;
        command.CommandText = $"INSERT INTO \"{table}\" ({columns}) VALUES ({string.Join(", ", Enumerable.Range(0, count).Select(i => $"@p{i}"))})";
        for (var i = 0; i < count; i++)
        {
            command.Parameters.Add(new SqliteParameter($"@p{i}", SqliteType.Text));
        }

        return command;
    }

    private static void Write(SqliteCommand command, object[] row, SqliteTransaction transaction, string unique)
    {
        command.Transaction = transaction;
        for (var i = 0; i < row.Length; i++)
        {
            // Keys must differ from life cycle to life cycle; all else is written as it was.
            var parameter = command.Parameters[i];
            var value = row[i];
            parameter.ResetSqliteType();
            parameter.Value = value is string { Length: > 0 } text && (i == 0 || text.Length is 36 or 22 || text.Contains('-', StringComparison.Ordinal)) ? Same(text, unique) : value;
        }

        command.ExecuteNonQuery();
    }

    private static string Same(string text, string unique) => unique.Length >= text.Length ? unique : string.Concat(text.AsSpan(0, text.Length - unique.Length), unique);

    private static SqliteConnection Open(string file, bool pooling)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = pooling, ForeignKeys = false }.ToString());
        connection.Open();
        Execute(connection, "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;");
        return connection;
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static Dictionary<string, long> CountRows(SqliteConnection connection) =>
        Read(connection, "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'platform_SearchText%' AND name NOT LIKE '%_Migrations'")
            .ToDictionary(r => (string)r[0], r => (long)Read(connection, $"SELECT COUNT(*) FROM \"{r[0]}\"")[0][0]);

    private static List<object[]> Read(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<object[]>();
        while (reader.Read())
        {
            var row = new object[reader.FieldCount];
            reader.GetValues(row);
            rows.Add(row);
        }

        return rows;
    }
}
