using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace ServiceErp.Testing;

/// <summary>
/// Binds every column that a statement names, as the server would: through aliases, common table expressions, derived tables and correlated subqueries to the tables that exist.
/// </summary>
internal sealed class SqlServerBinder(Func<string, IReadOnlyCollection<string>?> columnsOf, Action<string> fault) : TSqlFragmentVisitor
{
    private readonly Dictionary<string, HashSet<string>?> expressions = new(StringComparer.OrdinalIgnoreCase);

    public override void ExplicitVisit(SelectStatement node)
    {
        With(node.WithCtesAndXmlNamespaces);
        Query(node.QueryExpression, null);
    }

    public override void ExplicitVisit(InsertStatement node)
    {
        With(node.WithCtesAndXmlNamespaces);
        var insert = node.InsertSpecification;
        var target = ColumnsOfTarget(insert.Target, null);
        foreach (var column in insert.Columns)
        {
            Expect(target, column.MultiPartIdentifier.Identifiers[^1].Value, Name(insert.Target));
        }

        if (insert.InsertSource is SelectInsertSource { Select: { } select })
        {
            var given = Query(select, null, out var count);
            if (given is not null && insert.Columns.Count > 0 && count != insert.Columns.Count)
            {
                fault($"{Name(insert.Target)} is given {count} values for {insert.Columns.Count} columns.");
            }
        }

        var scope = new Scope(null);
        scope.Sources["inserted"] = target;
        insert.OutputClause?.Accept(new Expressions(this, scope));
    }

    public override void ExplicitVisit(UpdateStatement node)
    {
        With(node.WithCtesAndXmlNamespaces);
        var update = node.UpdateSpecification;
        var scope = new Scope(null);
        From(update.FromClause, scope);
        var target = ColumnsOfTarget(update.Target, scope);
        scope.Sources["inserted"] = scope.Sources["deleted"] = target;
        foreach (var set in update.SetClauses.OfType<AssignmentSetClause>())
        {
            Expect(target, set.Column.MultiPartIdentifier.Identifiers[^1].Value, Name(update.Target));
            set.NewValue.Accept(new Expressions(this, scope));
        }

        update.WhereClause?.Accept(new Expressions(this, scope));
        update.OutputClause?.Accept(new Expressions(this, scope));
    }

    public override void ExplicitVisit(DeleteStatement node)
    {
        With(node.WithCtesAndXmlNamespaces);
        var scope = new Scope(null);
        From(node.DeleteSpecification.FromClause, scope);
        ColumnsOfTarget(node.DeleteSpecification.Target, scope);
        node.DeleteSpecification.WhereClause?.Accept(new Expressions(this, scope));
    }

    private void Fault(string text) => fault(text);

    private static string Name(TableReference table) => table is NamedTableReference named ? named.SchemaObject.BaseIdentifier.Value : "the table";

    private void With(WithCtesAndXmlNamespaces? with)
    {
        expressions.Clear();
        foreach (var expression in with?.CommonTableExpressions ?? [])
        {
            var columns = Query(expression.QueryExpression, null);
            expressions[expression.ExpressionName.Value] = expression.Columns.Count > 0 ? Set(expression.Columns.Select(c => c.Value)) : columns;
        }
    }

    /// <summary>What a statement changes: a table, or the alias of one in its own FROM.</summary>
    private HashSet<string>? ColumnsOfTarget(TableReference target, Scope? scope)
    {
        if (target is not NamedTableReference named)
        {
            return null;
        }

        if (scope?.Sources.TryGetValue(named.SchemaObject.BaseIdentifier.Value, out var known) == true && named.SchemaObject.SchemaIdentifier is null)
        {
            return known;
        }

        var columns = ColumnsOf(named);
        scope?.Sources.TryAdd(named.SchemaObject.BaseIdentifier.Value, columns);
        return columns;
    }

    private HashSet<string>? ColumnsOf(NamedTableReference table)
    {
        var name = table.SchemaObject;
        return name.SchemaIdentifier is { } schema
            ? schema.Value is "sys" or "INFORMATION_SCHEMA" ? null : columnsOf($"{schema.Value}.{name.BaseIdentifier.Value}") is { } columns ? Set(columns) : null
            : expressions.GetValueOrDefault(name.BaseIdentifier.Value);
    }

    private void Expect(HashSet<string>? columns, string column, string table)
    {
        if (columns?.Contains(column) == false)
        {
            fault($"{table} has no column {column}.");
        }
    }

    private HashSet<string>? Query(QueryExpression query, Scope? outer) => Query(query, outer, out _);

    /// <summary>Binds a query and gives the names of its columns; null when they can't be told.</summary>
    private HashSet<string>? Query(QueryExpression query, Scope? outer, out int count)
    {
        switch (query)
        {
            case QueryParenthesisExpression parenthesis:
                return Query(parenthesis.QueryExpression, outer, out count);
            case BinaryQueryExpression binary:
                Query(binary.SecondQueryExpression, outer, out var second);
                var columns = Query(binary.FirstQueryExpression, outer, out count);
                if (columns is not null && second > 0 && second != count)
                {
                    fault($"{count} columns are united with {second}.");
                }

                return columns;
            case QuerySpecification specification:
                return Query(specification, outer, out count);
            default:
                count = 0;
                return null;
        }
    }

    private HashSet<string>? Query(QuerySpecification query, Scope? outer, out int count)
    {
        var scope = new Scope(outer);
        From(query.FromClause, scope);
        var expressions = new Expressions(this, scope);
        HashSet<string>? names = Set([]);
        count = query.SelectElements.Count;
        foreach (var element in query.SelectElements)
        {
            element.Accept(expressions);
            switch (element)
            {
                case SelectScalarExpression { ColumnName.Value: { } alias }:
                    names?.Add(alias);
                    break;
                case SelectScalarExpression { Expression: ColumnReferenceExpression { MultiPartIdentifier: { } column } }:
                    names?.Add(column.Identifiers[^1].Value);
                    break;
                case SelectStarExpression:
                    names = null;
                    break;
            }
        }

        query.WhereClause?.Accept(expressions);
        query.GroupByClause?.Accept(expressions);
        query.HavingClause?.Accept(expressions);
        if (query.OrderByClause is { } order)
        {
            var sorted = new Scope(scope);
            sorted.Sources[""] = names;
            order.Accept(new Expressions(this, sorted));
        }

        return names;
    }

    private void From(FromClause? from, Scope scope)
    {
        foreach (var table in from?.TableReferences ?? [])
        {
            From(table, scope);
        }
    }

    private void From(TableReference table, Scope scope)
    {
        switch (table)
        {
            case JoinParenthesisTableReference parenthesis:
                From(parenthesis.Join, scope);
                break;
            case QualifiedJoin join:
                From(join.FirstTableReference, scope);
                From(join.SecondTableReference, scope);
                join.SearchCondition.Accept(new Expressions(this, scope));
                break;
            case UnqualifiedJoin join:
                From(join.FirstTableReference, scope);
                From(join.SecondTableReference, scope);
                break;
            case NamedTableReference named:
                scope.Sources[named.Alias?.Value ?? named.SchemaObject.BaseIdentifier.Value] = ColumnsOf(named);
                break;
            case QueryDerivedTable derived:
                var columns = Query(derived.QueryExpression, scope);
                scope.Sources[derived.Alias.Value] = derived.Columns.Count > 0 ? Set(derived.Columns.Select(c => c.Value)) : columns;
                break;
            case InlineDerivedTable values:
                scope.Sources[values.Alias.Value] = Set(values.Columns.Select(c => c.Value));
                break;
            case TableReferenceWithAlias other:
                scope.Sources[other.Alias?.Value ?? ""] = null;
                break;
        }
    }

    private static HashSet<string> Set(IEnumerable<string> names) => new(names, StringComparer.OrdinalIgnoreCase);

    /// <summary>What can be named at a place: the tables of its query, and those of the queries around it.</summary>
    private sealed class Scope(Scope? outer)
    {
        public Dictionary<string, HashSet<string>?> Sources { get; } = new(StringComparer.OrdinalIgnoreCase);

        public bool Knows(string column) => Sources.Values.Any(columns => columns is null || columns.Contains(column)) || outer?.Knows(column) == true;

        public bool? Knows(string source, string column) => Sources.TryGetValue(source, out var columns) ? columns is null || columns.Contains(column) : outer?.Knows(source, column);
    }

    private sealed class Expressions(SqlServerBinder binder, Scope scope) : TSqlFragmentVisitor
    {
        public override void ExplicitVisit(QuerySpecification node) => binder.Query(node, scope);

        public override void ExplicitVisit(BinaryQueryExpression node) => binder.Query(node, scope);

        public override void ExplicitVisit(FunctionCall node)
        {
            // The first argument of DATEADD and its like is a word of the language that reads as a column.
            foreach (var argument in node.Parameters.Skip(node.FunctionName.Value.StartsWith("DATE", StringComparison.OrdinalIgnoreCase) ? 1 : 0))
            {
                argument.Accept(this);
            }

            node.OverClause?.Accept(this);
        }

        public override void ExplicitVisit(ColumnReferenceExpression node)
        {
            if (node.ColumnType != ColumnType.Regular)
            {
                return;
            }

            var name = node.MultiPartIdentifier.Identifiers;
            var column = name[^1].Value;
            if (name.Count == 1)
            {
                if (!scope.Knows(column))
                {
                    binder.Fault($"There is no column {column}.");
                }
            }
            else if (scope.Knows(name[^2].Value, column) is not true)
            {
                binder.Fault($"There is no {name[^2].Value}.{column}.");
            }
        }
    }
}
