#pragma warning disable EF1001 // the compiler of queries is EF's own; tests may know it

using System.Collections;
using System.Collections.Concurrent;
using System.Diagnostics;
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

    /// <summary>How many statements were seen of each use case (or class of the program that is none), by the name of its outermost class.</summary>
    public static ConcurrentDictionary<string, int> Seen { get; } = [];

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

            var statements = Server.Caught.Skip(before).ToArray();
            foreach (var statement in statements)
            {
                Scripts.Check(statement);
                if (Scripts.Faults.Count > faults)
                {
                    throw new InvalidOperationException($"SQL Server would refuse: {string.Join(" ", Scripts.Faults.Skip(faults))}{Environment.NewLine}{statement}");
                }
            }

            Seen.AddOrUpdate(UseCase(), statements.Length, (_, seen) => seen + statements.Length);
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

    /// <summary>The nearest class of the program that asks: EF compiles while it is being called.</summary>
    private static string UseCase()
    {
        var callers = new StackTrace(false).GetFrames().Select(f => f.GetMethod()?.DeclaringType).Select(Outermost)
            .Where(t => t?.FullName?.StartsWith("ServiceErp.", StringComparison.Ordinal) == true && t.Assembly != typeof(SqlServerWitness).Assembly && t.Namespace?.StartsWith("ServiceErp.Platform.Persistence", StringComparison.Ordinal) != true).ToArray();
        return (callers.FirstOrDefault(t => t!.Namespace!.Contains(".Features", StringComparison.Ordinal)) ?? callers.FirstOrDefault())?.FullName ?? "";
    }

    private static Type? Outermost(Type? type)
    {
        while (type?.DeclaringType is { } outer)
        {
            type = outer;
        }

        return type;
    }

    /// <summary>The same query over the other model, with plausible values for its parameters.</summary>
    private sealed class ForServer(Microsoft.EntityFrameworkCore.Metadata.IModel model) : ExpressionVisitor
    {
        public bool IsWrittenForSqlite { get; private set; }

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
