using System.Reflection;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using ServiceErp.Platform.Persistence;

namespace ServiceErp.Testing;

/// <summary>What databases throw.</summary>
public static class DatabaseFaults
{
    /// <summary>SQLite's file is locked by somebody else, and was for as long as one may wait.</summary>
    public static SqliteException Busy() => new("database is locked", 5);

    /// <summary>An error of SQL Server, by its number: 1205 is a deadlock, 1222 a lock that was not free, 2627 a key that exists, -2 a statement that took too long.</summary>
    public static SqlException Sql(int number)
    {
        // The driver makes its exceptions itself only.
        const BindingFlags Hidden = BindingFlags.Instance | BindingFlags.Static | BindingFlags.NonPublic;
        var make = typeof(SqlError).GetConstructors(Hidden).OrderBy(c => c.GetParameters().Length).First();
        var error = make.Invoke([.. make.GetParameters().Select((p, i) => i == 0 ? number : p.ParameterType == typeof(string) ? $"Error {number}." : p.ParameterType.IsValueType ? Activator.CreateInstance(p.ParameterType) : null)]);
        var errors = (SqlErrorCollection)typeof(SqlErrorCollection).GetConstructors(Hidden).First().Invoke([]);
        typeof(SqlErrorCollection).GetMethod("Add", Hidden)!.Invoke(errors, [error]);
        var create = typeof(SqlException).GetMethods(Hidden).First(m => m.Name == "CreateException" && m.GetParameters() is [{ ParameterType: var first }, { ParameterType: var second }] && first == typeof(SqlErrorCollection) && second == typeof(string));
        return (SqlException)create.Invoke(null, [errors, "16.0"])!;
    }
}

/// <summary>Makes statements fail: before they are sent, or after they were carried out.</summary>
public sealed class Saboteur : IStatementWatch
{
    /// <summary>Asked before a statement; null lets it pass.</summary>
    public Func<string, Exception?> OnBefore { get; set; } = _ => null;

    /// <summary>Asked after a statement; null lets its answer pass.</summary>
    public Func<string, Exception?> OnAfter { get; set; } = _ => null;

    public void Before(string statement) => Throw(OnBefore(statement));

    public void After(string statement) => Throw(OnAfter(statement));

    private static void Throw(Exception? fault)
    {
        if (fault is not null)
        {
            throw fault;
        }
    }
}
