#pragma warning disable EF1001 // the compiler of queries is EF's own; tests may know it

using System.Collections;
using System.Linq.Expressions;
using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.Query.Internal;
using ServiceErp.Platform.Persistence;

namespace ServiceErp.Testing;

/// <summary>
/// Sees every query that a test's program makes on SQLite, with whatever the test has brought about, and has it translated for SQL Server too. What can't be translated, parsed or bound there fails the
/// test that made it. A query is looked at once in a process, as EF compiles it once.
/// </summary>
public sealed class SqlServerWitness : IQueryExpressionInterceptor
{
    /// <summary>One for all: EF builds its services anew for each other one.</summary>
    public static readonly SqlServerWitness Instance = new();

    private static readonly Lock Gate = new();
    private static readonly Dictionary<Type, ModuleDbContext> Contexts = [];
    private static readonly SqlServerScripts Scripts = new();
    private static readonly NoServer Server = new(stops: true);

    private SqlServerWitness()
    {
    }

    public Expression QueryCompilationStarting(Expression queryExpression, QueryExpressionEventData eventData)
    {
        if (eventData.Context is ModuleDbContext { Database.ProviderName: { } provider } context && provider.EndsWith("Sqlite", StringComparison.Ordinal))
        {
            Look(queryExpression, context);
        }

        return queryExpression;
    }

    private static void Look(Expression query, ModuleDbContext sqlite)
    {
        lock (Gate)
        {
            if (ContextOf(sqlite) is not { } context)
            {
                return;
            }

            var forServer = new ForServer(context.Model);
            var translated = forServer.Visit(query);
            if (forServer.IsWrittenForSqlite)
            {
                return;
            }

            var (before, faults) = (Server.Caught.Count, Scripts.Faults.Count);
            try
            {
                Run(context, translated);
            }
            catch (Exception e) when (Stopped(e))
            {
                // The statement is there.
            }

            foreach (var statement in Server.Caught.Skip(before).ToArray())
            {
                Scripts.Check(statement);
                if (Scripts.Faults.Count > faults)
                {
                    throw new InvalidOperationException($"SQL Server would refuse: {string.Join(" ", Scripts.Faults.Skip(faults))}{Environment.NewLine}{statement}");
                }
            }
        }
    }

    private static bool Stopped(Exception e) => e is NoServer.Stopped || (e.InnerException is { } inner && Stopped(inner));

    private static void Run(ModuleDbContext context, Expression query)
    {
        var rows = query.Type.GetInterfaces().Append(query.Type).FirstOrDefault(t => t.IsGenericType && t.GetGenericTypeDefinition() == typeof(IQueryable<>))?.GetGenericArguments()[0];
        var answer = typeof(IQueryCompiler).GetMethod(nameof(IQueryCompiler.Execute))!.MakeGenericMethod(rows is null ? query.Type : typeof(IEnumerable<>).MakeGenericType(rows))
            .Invoke(context.GetService<IQueryCompiler>(), BindingFlags.DoNotWrapExceptions, null, [query], null);
        if (rows is not null)
        {
            ((IEnumerable)answer!).GetEnumerator().MoveNext();
        }
    }

    /// <returns>Null for a test's own module that is for SQLite only.</returns>
    private static ModuleDbContext? ContextOf(ModuleDbContext sqlite)
    {
        if (!Contexts.TryGetValue(sqlite.GetType(), out var context))
        {
            var type = sqlite.GetType().Assembly.GetType(sqlite.GetType().FullName!.Replace("Sqlite", "SqlServer", StringComparison.Ordinal));
            if (type is null)
            {
                return null;
            }

            using var database = new Database(DatabaseProvider.SqlServer, NoServer.Address, interceptors: [Server]);
            var options = (DbContextOptionsBuilder)Activator.CreateInstance(typeof(DbContextOptionsBuilder<>).MakeGenericType(type))!;
            database.Configure(options, sqlite.Schema);
            Contexts[sqlite.GetType()] = context = (ModuleDbContext)Activator.CreateInstance(type, options.Options)!;
            Scripts.Know(context);
        }

        return context;
    }

    /// <summary>The same query over the other model, with plausible values for its parameters.</summary>
    private sealed class ForServer(Microsoft.EntityFrameworkCore.Metadata.IModel model) : ExpressionVisitor
    {
        public bool IsWrittenForSqlite { get; private set; }

        // Of several statements the later ones are sent only once the first has brought rows: with all in one, every table and column of theirs is in the one that is seen.
        protected override Expression VisitMethodCall(MethodCallExpression node) =>
            node.Method.Name == nameof(RelationalQueryableExtensions.AsSplitQuery) ? Visit(node.Arguments[0]) : base.VisitMethodCall(node);

        protected override Expression VisitExtension(Expression node)
        {
            switch (node)
            {
                case FromSqlQueryRootExpression or SqlQueryRootExpression:
                    IsWrittenForSqlite = true;
                    return node;
                case EntityQueryRootExpression root:
                    return new EntityQueryRootExpression(model.FindEntityType(root.EntityType.Name) ?? throw new InvalidOperationException($"{root.EntityType.Name} is not mapped for SQL Server."));
                case QueryParameterExpression parameter:
                    var box = Activator.CreateInstance(typeof(StrongBox<>).MakeGenericType(parameter.Type), Samples.Of(parameter.Type))!;
                    return Expression.Field(Expression.Constant(box), nameof(StrongBox<>.Value));
                default:
                    return base.VisitExtension(node);
            }
        }
    }
}

/// <summary>Something plausible of any type that queries and rows use.</summary>
public static class Samples
{
    public static object? Of(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } value)
        {
            return Of(value);
        }

        if (type == typeof(string))
        {
            return "x";
        }

        if (type == typeof(Guid))
        {
            return Guid.Parse("11111111-1111-7111-8111-111111111111");
        }

        var element = type.IsArray ? type.GetElementType() : type.GetInterfaces().Append(type).FirstOrDefault(t => t.IsGenericType && t.GetGenericTypeDefinition() == typeof(IEnumerable<>))?.GetGenericArguments()[0];
        if (element is null)
        {
            return type.IsValueType ? Activator.CreateInstance(type) : null;
        }

        var list = Array.CreateInstance(element, 2);
        list.SetValue(Of(element), 0);
        list.SetValue(Of(element), 1);
        if (type.IsInstanceOfType(list) || type.IsAbstract)
        {
            return type.IsInstanceOfType(list) ? list : null;
        }

        // The keys of a dictionary are made of the dictionary.
        return type.DeclaringType == typeof(Dictionary<,>)
            ? Activator.CreateInstance(type, Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(type.GetGenericArguments())))
            : Activator.CreateInstance(type, list);
    }
}
