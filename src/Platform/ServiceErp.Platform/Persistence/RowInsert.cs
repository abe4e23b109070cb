using System.Collections.Concurrent;
using System.Data.Common;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace ServiceErp.Platform.Persistence;

/// <summary>
/// Inserts rows that are only ever added, such as the audit trail, without tracking them and many with one statement: each command writes some, and the tracker costs several times what the database does.
/// Columns and conversions are those of the model.
/// </summary>
internal sealed class RowInsert
{
    // Enough to be few statements, few enough for every provider's limit of parameters.
    private const int MostRows = 50;

    private static readonly ConcurrentDictionary<(Type Context, Type Row), RowInsert> Known = new();

    private readonly string head;
    private readonly (IProperty Property, IClrPropertyGetter Value, RelationalTypeMapping Mapping)[] columns;

    private RowInsert(DbContext context, Type row)
    {
        var entity = context.Model.FindEntityType(row)!;
        var table = StoreObjectIdentifier.Create(entity, StoreObjectType.Table)!.Value;
        var sql = context.GetService<ISqlGenerationHelper>();
        IProperty[] properties = [.. entity.GetProperties()];
        head = $"INSERT INTO {sql.DelimitIdentifier(table.Name, table.Schema)} ({string.Join(", ", properties.Select(p => sql.DelimitIdentifier(p.GetColumnName(table)!)))}) VALUES ";
        columns = [.. properties.Select(p => (p, p.GetGetter(), p.GetRelationalTypeMapping()))];
    }

    /// <summary>Inserts the rows within the context's transaction.</summary>
    public static async Task WriteAsync<TRow>(DbContext context, IReadOnlyList<TRow> rows, CancellationToken cancel)
        where TRow : class
    {
        for (var from = 0; from < rows.Count; from += MostRows)
        {
            await using var command = context.Database.GetDbConnection().CreateCommand();
            command.Transaction = context.Database.CurrentTransaction!.GetDbTransaction();
            Fill(context, command, rows, from, Math.Min(rows.Count - from, MostRows));
            await command.ExecuteNonQueryAsync(cancel);
        }
    }

    /// <summary>Words the statement for some of the rows.</summary>
    internal static void Fill<TRow>(DbContext context, DbCommand command, IReadOnlyList<TRow> rows, int from, int count)
        where TRow : class
    {
        var insert = Known.GetOrAdd((context.GetType(), typeof(TRow)), static (_, context) => new RowInsert(context, typeof(TRow)), context);
        var text = new StringBuilder(insert.head);
        for (var row = 0; row < count; row++)
        {
            text.Append(row == 0 ? "(" : ", (");
            for (var column = 0; column < insert.columns.Length; column++)
            {
                var name = $"@p{command.Parameters.Count}";
                text.Append(column == 0 ? "" : ", ").Append(name);
                var (property, value, mapping) = insert.columns[column];
                command.Parameters.Add(mapping.CreateParameter(command, name, TextLengths.Fit(property, value.GetClrValue(rows[from + row])), property.IsNullable));
            }

            text.Append(')');
        }

        command.CommandText = text.ToString();
    }
}
