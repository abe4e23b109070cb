using System.Data;
using System.Data.Common;
using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace ServiceErp.Testing;

/// <summary>Stands between the program and a SQL Server that isn't there: opens nothing, notes each statement, answers with no rows (and counts with nought), or goes no further.</summary>
public sealed class NoServer(bool stops = false) : DbCommandInterceptor, IDbConnectionInterceptor, IDbTransactionInterceptor
{
    public const string Address = "Server=nowhere;Database=none;TrustServerCertificate=true";

    public List<string> Caught { get; } = [];

    /// <summary>Names and modes of the application locks that were asked for.</summary>
    public List<string> Locks { get; } = [];

    public override InterceptionResult<int> NonQueryExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<int> result)
    {
        Catch(command);
        if (command.CommandText.Contains("sp_getapplock", StringComparison.Ordinal))
        {
            Locks.Add($"{command.Parameters["@key"].Value} {command.Parameters["@mode"].Value}");
        }

        return InterceptionResult<int>.SuppressWithResult(0);
    }

    public ValueTask<InterceptionResult<DbTransaction>> TransactionStartingAsync(DbConnection connection, TransactionStartingEventData eventData, InterceptionResult<DbTransaction> result, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(InterceptionResult<DbTransaction>.SuppressWithResult(Begun((SqlConnection)connection)));

    // A transaction of the driver's own type which was never begun: it knows its connection, and takes itself for open.
    private static SqlTransaction Begun(SqlConnection connection)
    {
        var transaction = (SqlTransaction)RuntimeHelpers.GetUninitializedObject(typeof(SqlTransaction));
        foreach (var field in typeof(SqlTransaction).GetFields(BindingFlags.Instance | BindingFlags.NonPublic))
        {
            if (field.FieldType == typeof(SqlConnection))
            {
                field.SetValue(transaction, connection);
            }
            else if (field.FieldType.Name == "SqlInternalTransaction")
            {
                field.SetValue(transaction, RuntimeHelpers.GetUninitializedObject(field.FieldType));
            }
        }

        return transaction;
    }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(NonQueryExecuting(command, eventData, result));

    public override InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result) => InterceptionResult<DbDataReader>.SuppressWithResult(Catch(command));

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(ReaderExecuting(command, eventData, result));

    public InterceptionResult ConnectionOpening(DbConnection connection, ConnectionEventData eventData, InterceptionResult result) => InterceptionResult.Suppress();

    public ValueTask<InterceptionResult> ConnectionOpeningAsync(DbConnection connection, ConnectionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(InterceptionResult.Suppress());

    private DataTableReader Catch(DbCommand command)
    {
        lock (Caught)
        {
            Caught.Add(command.CommandText);
        }

        if (stops)
        {
            throw new Stopped();
        }

        var table = new DataTable();
        if (command.CommandText.StartsWith("SELECT COUNT", StringComparison.Ordinal))
        {
            table.Columns.Add("n", typeof(int));
            table.Rows.Add(0);
        }

        return table.CreateDataReader();
    }

    /// <summary>The statement was seen; nothing more is wanted.</summary>
    public sealed class Stopped : Exception;
}
