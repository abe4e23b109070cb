using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace ServiceErp.Testing;

/// <summary>
/// Reads T-SQL with SQL Server's own parser and binds every table and column it names against the tables that the scripts create, without a server.
/// </summary>
public sealed class SqlServerScripts
{
    private readonly Dictionary<string, Dictionary<string, string>> tables = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Faults found so far; empty when all is well.</summary>
    public List<string> Faults { get; } = [];

    /// <summary>Tables known so far, with schema.</summary>
    public IReadOnlyCollection<string> Tables => tables.Keys;

    /// <summary>The script that migrates an empty SQL Server database to this context's model.</summary>
    public static string ScriptOf(DbContext context) => context.GetService<IMigrator>().GenerateScript();

    /// <summary>Reads a script that creates tables.</summary>
    public void Read(string script)
    {
        var parsed = Parse(script);
        parsed?.Accept(new Definitions(this));
        parsed?.Accept(new SqlServerBinder(ColumnsOf, Faults.Add));
    }

    /// <summary>Learns the tables of a model; that its script makes the same ones is another test's business.</summary>
    public void Know(DbContext context)
    {
        foreach (var table in context.Model.GetRelationalModel().Tables)
        {
            tables[$"{table.Schema ?? "dbo"}.{table.Name}"] = table.Columns.ToDictionary(c => c.Name, c => c.StoreType, StringComparer.OrdinalIgnoreCase);
        }
    }

    /// <summary>Checks a query against the tables known.</summary>
    public void Check(string query) => Parse(query)?.Accept(new SqlServerBinder(ColumnsOf, Faults.Add));

    /// <summary>A table's columns; null when it is none of ours and any column may be in it.</summary>
    private IReadOnlyCollection<string>? ColumnsOf(string table)
    {
        if (tables.TryGetValue(table, out var columns))
        {
            return columns.Keys;
        }

        if (!table.EndsWith(".Migrations", StringComparison.Ordinal))
        {
            Faults.Add($"There is no table {table}.");
        }

        return null;
    }

    private TSqlFragment? Parse(string sql)
    {
        using var reader = new StringReader(sql);
        var fragment = new TSql160Parser(initialQuotedIdentifiers: true).Parse(reader, out var errors);
        Faults.AddRange(errors.Select(e => $"Line {e.Line}: {e.Message}"));
        return errors.Count == 0 ? fragment : null;
    }

    private static string NameOf(SchemaObjectName name) => $"{name.SchemaIdentifier?.Value ?? "dbo"}.{name.BaseIdentifier.Value}";

    private sealed class Definitions(SqlServerScripts scripts) : TSqlFragmentVisitor
    {
        private static readonly HashSet<string> Types = new(StringComparer.OrdinalIgnoreCase)
        {
            "uniqueidentifier", "nvarchar", "int", "bigint", "bit", "decimal", "datetime2", "datetimeoffset", "date", "time", "varbinary", "float", "smallint", "tinyint", "rowversion",
        };

        public override void Visit(CreateTableStatement node)
        {
            var columns = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
            foreach (var column in node.Definition.ColumnDefinitions)
            {
                var type = column.DataType.Name.BaseIdentifier.Value;
                if (!Types.Contains(type))
                {
                    scripts.Faults.Add($"{NameOf(node.SchemaObjectName)}.{column.ColumnIdentifier.Value} has the unknown type {type}.");
                }

                if (!columns.TryAdd(column.ColumnIdentifier.Value, type))
                {
                    scripts.Faults.Add($"{NameOf(node.SchemaObjectName)} has {column.ColumnIdentifier.Value} twice.");
                }
            }

            scripts.tables[NameOf(node.SchemaObjectName)] = columns;
            foreach (var key in node.Definition.TableConstraints.OfType<UniqueConstraintDefinition>())
            {
                foreach (var column in key.Columns)
                {
                    scripts.Bind(NameOf(node.SchemaObjectName), column.Column.MultiPartIdentifier.Identifiers[^1].Value);
                }
            }

            foreach (var key in node.Definition.TableConstraints.OfType<ForeignKeyConstraintDefinition>())
            {
                foreach (var column in key.ReferencedTableColumns)
                {
                    scripts.Bind(NameOf(key.ReferenceTableName), column.Value);
                }
            }
        }

        public override void Visit(AlterTableAddTableElementStatement node)
        {
            if (scripts.tables.TryGetValue(NameOf(node.SchemaObjectName), out var columns))
            {
                foreach (var column in node.Definition.ColumnDefinitions)
                {
                    columns[column.ColumnIdentifier.Value] = column.DataType.Name.BaseIdentifier.Value;
                }
            }
        }

        public override void Visit(CreateIndexStatement node)
        {
            foreach (var column in node.Columns)
            {
                scripts.Bind(NameOf(node.OnName), column.Column.MultiPartIdentifier.Identifiers[^1].Value);
            }
        }
    }

    private void Bind(string table, string column)
    {
        if (!tables.TryGetValue(table, out var columns))
        {
            if (!table.EndsWith(".Migrations", StringComparison.Ordinal))
            {
                Faults.Add($"There is no table {table}.");
            }
        }
        else if (!columns.ContainsKey(column))
        {
            Faults.Add($"{table} has no column {column}.");
        }
    }
}
