using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore;

namespace ServiceErp.Platform.Persistence;

/// <summary>What a person types, looked for as it stands: <c>%</c>, <c>_</c> and <c>[</c> are characters and no patterns, on both databases.</summary>
public static class TextPatterns
{
    /// <summary>Comparison by code points, as SQLite compares: keys, secrets and codes are equal when they are the same characters.</summary>
    internal const string Exact = "Latin1_General_100_BIN2";

    /// <summary>Comparison for what people type, whatever its case and accents; on SQL Server only.</summary>
    internal const string Spoken = "Latin1_General_100_CI_AI";

    private const string Escape = "\\";

    private static readonly MethodInfo Like = typeof(DbFunctionsExtensions).GetMethod(nameof(DbFunctionsExtensions.Like), [typeof(DbFunctions), typeof(string), typeof(string), typeof(string)])!;
    private static readonly MethodInfo Collate = typeof(RelationalDbFunctionsExtensions).GetMethod(nameof(RelationalDbFunctionsExtensions.Collate))!.MakeGenericMethod(typeof(string));

    /// <summary>The rows of which one of these texts has the words somewhere in it, whatever their case (on SQLite: that of Latin letters). Reads every row: for short tables and lists that are narrowed otherwise.</summary>
    public static IQueryable<T> WithWords<T>(this IQueryable<T> rows, ModuleDbContext db, string words, params IReadOnlyList<Expression<Func<T, string?>>> texts) =>
        Matching(rows, db, $"%{Literal(words)}%", texts);

    /// <summary>The rows of which one of these texts begins with the words; an index is enough for it where the column's own collation ignores case.</summary>
    internal static IQueryable<T> Beginning<T>(this IQueryable<T> rows, string words, params IReadOnlyList<Expression<Func<T, string?>>> texts) => Matching(rows, null, Literal(words) + "%", texts);

    /// <summary>The text with the characters that would be patterns escaped.</summary>
    internal static string Literal(string text) =>
        text.Replace(Escape, Escape + Escape, StringComparison.Ordinal).Replace("%", Escape + "%", StringComparison.Ordinal).Replace("_", Escape + "_", StringComparison.Ordinal).Replace("[", Escape + "[", StringComparison.Ordinal);

    private static IQueryable<T> Matching<T>(IQueryable<T> rows, ModuleDbContext? collating, string pattern, IReadOnlyList<Expression<Func<T, string?>>> texts)
    {
        var row = Expression.Parameter(typeof(T), "row");
        Expression<Func<string>> typed = () => pattern;
        var functions = Expression.Constant(EF.Functions);
        var any = texts.Select(text => (Expression)Expression.Call(
                Like,
                functions,
                collating is { IsSqlite: false } ? Expression.Call(Collate, functions, Within(text, row), Expression.Constant(Spoken)) : Within(text, row),
                typed.Body,
                Expression.Constant(Escape)))
            .Aggregate(Expression.OrElse);
        return rows.Where(Expression.Lambda<Func<T, bool>>(any, row));
    }

    private static Expression Within<T>(Expression<Func<T, string?>> text, ParameterExpression row) => new Renamed(text.Parameters[0], row).Visit(text.Body);

    private sealed class Renamed(ParameterExpression from, ParameterExpression to) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : base.VisitParameter(node);
    }
}
