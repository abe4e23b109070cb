using Microsoft.Data.SqlClient;

namespace ServiceErp.Host.Tests;

/// <summary>A test that needs a SQL Server. It runs when <c>SERVICEERP_TEST_SQLSERVER</c> holds a connection string whose login may create databases, and counts as skipped when not.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SqlServerFactAttribute : FactAttribute
{
    public SqlServerFactAttribute() => Skip = SqlServerDatabase.WhyNot;
}


/// <summary>An empty database of its own on the test's server; gone when disposed of.</summary>
public sealed class SqlServerDatabase : IAsyncDisposable
{
    private const string Variable = "SERVICEERP_TEST_SQLSERVER";

    private readonly string name = $"ServiceErpTest_{Path.GetRandomFileName().Replace(".", "", StringComparison.Ordinal)}";

    /// <summary>Why tests can't run here; null when they can.</summary>
    public static string? WhyNot => string.IsNullOrWhiteSpace(Server) ? $"Set {Variable} to the connection string of a SQL Server." : null;

    /// <summary>How to reach it. The program makes it when it migrates.</summary>
    public string ConnectionString => new SqlConnectionStringBuilder(Server) { InitialCatalog = name }.ToString();

    /// <summary>The settings of a program that runs on it.</summary>
    public (string Name, string Value)[] Settings => [("Database:Provider", "SqlServer"), ("Database:ConnectionString", ConnectionString)];

    private static string? Server => Environment.GetEnvironmentVariable(Variable);

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        SqlConnection.ClearAllPools();
        await using var connection = new SqlConnection(new SqlConnectionStringBuilder(Server) { InitialCatalog = "master" }.ToString());
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = $"IF DB_ID(N'{name}') IS NOT NULL BEGIN ALTER DATABASE [{name}] SET SINGLE_USER WITH ROLLBACK IMMEDIATE; DROP DATABASE [{name}]; END";
        await command.ExecuteNonQueryAsync();
    }
}
