using System.Buffers.Text;
using System.Linq.Expressions;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Ui;

namespace ServiceErp.Platform.Persistence;

/// <summary>One page of a list and the way to its neighbours.</summary>
/// <typeparam name="TRow">The row.</typeparam>
/// <param name="Items">The rows.</param>
/// <param name="Paging">Cursors of the neighbours.</param>
/// <param name="Count">How many rows there are, counted up to <see cref="Paging.MostCounted"/>.</param>
/// <param name="IsCapped">There are more than were counted.</param>
public sealed record ListPage<TRow>(IReadOnlyList<TRow> Items, ListPaging Paging, int Count, bool IsCapped)
{
    /// <summary>Such as "1,204" or "10,000+".</summary>
    public string CountText => IsCapped ? $"{Count:N0}+" : $"{Count:N0}";
}

/// <summary>The ways a list can be sorted: a name for the address, a column for the database. Each must be backed by an index together with Id.</summary>
/// <typeparam name="TEntity">The entity.</typeparam>
public sealed class SortOrders<TEntity>
    where TEntity : class, IIdentified
{
    private readonly Dictionary<string, (Paging.IOrder<TEntity> Order, bool Descending)> orders = [];
    private readonly HashSet<string> amounts = [];
    private string? first;

    /// <summary>Adds an order; the first one is the list's own.</summary>
    /// <param name="name">Its name in the address.</param>
    /// <param name="key">The column; never null.</param>
    /// <param name="descending">Whether the list's own order has the largest first.</param>
    public SortOrders<TEntity> Add<TKey>(string name, Expression<Func<TEntity, TKey>> key, bool descending = false)
    {
        orders.Add(name, (new Paging.Order<TEntity, TKey>(key), descending));
        first ??= name;
        return this;
    }

    /// <summary>Adds an order by amounts. Who sees several currencies is not offered it: amounts are never compared across currencies.</summary>
    /// <param name="name">Its name in the address.</param>
    /// <param name="key">The column; never null.</param>
    /// <param name="descending">Whether the list's own order has the largest first.</param>
    public SortOrders<TEntity> AddAmount<TKey>(string name, Expression<Func<TEntity, TKey>> key, bool descending = false)
    {
        amounts.Add(name);
        return Add(name, key, descending);
    }

    internal (Paging.IOrder<TEntity> Order, bool Descending) Choose(ListQuery query)
    {
        bool Fits(string name) => !query.MixesCurrencies || !amounts.Contains(name);
        return query.Sort is { } asked && orders.TryGetValue(asked, out var order) && Fits(asked) ? (order.Order, query.Descending)
            : first is null ? throw new InvalidOperationException("A list needs at least one order.")
            : orders[Fits(first) ? first : orders.Keys.FirstOrDefault(Fits) ?? throw new InvalidOperationException("A list sorted by an amount needs another order for readers of several currencies.")];
    }
}

/// <summary>
/// Pages by key, not by counting rows from the start: a page over a million rows costs what a page over a thousand costs, however deep.
/// </summary>
public static class Paging
{
    /// <summary>Rows are counted up to here; beyond, the list says "10,000+".</summary>
    public const int MostCounted = 10_000;

    /// <summary>One page of a query, sorted and projected in the database.</summary>
    /// <param name="source">The filtered entities.</param>
    /// <param name="query">What the address asks for.</param>
    /// <param name="orders">The permitted orders.</param>
    /// <param name="row">The projection.</param>
    /// <param name="cancel">Stops it.</param>
    public static Task<ListPage<TRow>> ToListPageAsync<TEntity, TRow>(this IQueryable<TEntity> source, ListQuery query, SortOrders<TEntity> orders, Expression<Func<TEntity, TRow>> row, CancellationToken cancel)
        where TEntity : class, IIdentified
    {
        var (order, descending) = orders.Choose(query);
        return order.PageAsync(source, query, descending, row, cancel);
    }

    /// <summary>An order that remembers the type of its column, so that no page has to find it out anew.</summary>
    internal interface IOrder<TEntity>
        where TEntity : class, IIdentified
    {
        Task<ListPage<TRow>> PageAsync<TRow>(IQueryable<TEntity> source, ListQuery query, bool descending, Expression<Func<TEntity, TRow>> row, CancellationToken cancel);
    }

    internal sealed class Order<TEntity, TKey>(Expression<Func<TEntity, TKey>> key) : IOrder<TEntity>
        where TEntity : class, IIdentified
    {
        public Task<ListPage<TRow>> PageAsync<TRow>(IQueryable<TEntity> source, ListQuery query, bool descending, Expression<Func<TEntity, TRow>> row, CancellationToken cancel) =>
            Paging.PageAsync(source, query, key, descending, row, cancel);
    }

    private static async Task<ListPage<TRow>> PageAsync<TEntity, TRow, TKey>(IQueryable<TEntity> source, ListQuery query, Expression<Func<TEntity, TKey>> key, bool descending, Expression<Func<TEntity, TRow>> row, CancellationToken cancel)
        where TEntity : class, IIdentified
    {
        var count = await source.Take(MostCounted + 1).CountAsync(cancel);
        var cursor = Cursor<TKey>.Read(query.Cursor);
        var backwards = cursor?.Backwards == true;
        var page = source;
        if (cursor?.Position is { } position)
        {
            page = page.Where(Beyond(key, position.Key, position.Id, descending ^ backwards));
        }

        var keyed = await Sort(page, key, descending ^ backwards).Take(query.Size + 1).Select(Keyed(key, row)).ToListAsync(cancel);
        var more = keyed.Count > query.Size;
        if (more)
        {
            keyed.RemoveAt(query.Size);
        }

        if (backwards)
        {
            keyed.Reverse();
        }

        var hasPrevious = backwards ? more : cursor is not null;
        var hasNext = backwards ? cursor!.Position is not null : more;
        var paging = new ListPaging(
            hasPrevious ? "" : null,
            hasPrevious && keyed.Count > 0 ? Cursor<TKey>.Write(true, keyed[0]) : null,
            hasNext && keyed.Count > 0 ? Cursor<TKey>.Write(false, keyed[^1]) : null,
            hasNext ? Cursor<TKey>.FromTheEnd : null);
        return new ListPage<TRow>([.. keyed.Select(k => k.Row)], paging, Math.Min(count, MostCounted), count > MostCounted);
    }

    private static IQueryable<TEntity> Sort<TEntity, TKey>(IQueryable<TEntity> source, Expression<Func<TEntity, TKey>> key, bool descending)
        where TEntity : class, IIdentified =>
        descending ? source.OrderByDescending(key).ThenByDescending(e => e.Id) : source.OrderBy(key).ThenBy(e => e.Id);

    // key <= @k AND (key < @k OR id < @id): the first half is what the index is searched by.
    private static Expression<Func<TEntity, bool>> Beyond<TEntity, TKey>(Expression<Func<TEntity, TKey>> key, TKey value, Guid id, bool less)
        where TEntity : class, IIdentified
    {
        var entity = key.Parameters[0];
        Expression<Func<TKey>> keyValue = () => value;
        Expression<Func<Guid>> idValue = () => id;
        var identity = Expression.Property(entity, nameof(IIdentified.Id));
        var reached = Compare(key.Body, keyValue.Body, less ? ExpressionType.LessThanOrEqual : ExpressionType.GreaterThanOrEqual);
        var beyond = Compare(key.Body, keyValue.Body, less ? ExpressionType.LessThan : ExpressionType.GreaterThan);
        var after = Compare(identity, idValue.Body, less ? ExpressionType.LessThan : ExpressionType.GreaterThan);
        return Expression.Lambda<Func<TEntity, bool>>(Expression.AndAlso(reached, Expression.OrElse(beyond, after)), entity);
    }

    private static Expression Compare(Expression left, Expression right, ExpressionType how)
    {
        if (left.Type == typeof(string))
        {
            var compare = typeof(string).GetMethod(nameof(string.Compare), [typeof(string), typeof(string)])!;
            return Expression.MakeBinary(how, Expression.Call(compare, left, right), Expression.Constant(0));
        }

        if (left.Type.IsEnum)
        {
            var compare = typeof(string).GetMethod(nameof(string.Compare), [typeof(string), typeof(string)])!;
            var toString = typeof(object).GetMethod(nameof(ToString))!;
            return Expression.MakeBinary(how, Expression.Call(compare, Expression.Call(left, toString), Expression.Call(right, toString)), Expression.Constant(0));
        }

        return Expression.MakeBinary(how, left, right);
    }

    private static Expression<Func<TEntity, KeyedRow<TRow, TKey>>> Keyed<TEntity, TRow, TKey>(Expression<Func<TEntity, TKey>> key, Expression<Func<TEntity, TRow>> row)
        where TEntity : class, IIdentified
    {
        var entity = row.Parameters[0];
        var type = typeof(KeyedRow<TRow, TKey>);
        return Expression.Lambda<Func<TEntity, KeyedRow<TRow, TKey>>>(
            Expression.MemberInit(
                Expression.New(type),
                Expression.Bind(type.GetProperty(nameof(KeyedRow<,>.Row))!, row.Body),
                Expression.Bind(type.GetProperty(nameof(KeyedRow<,>.Key))!, new Replace(key.Parameters[0], entity).Visit(key.Body)!),
                Expression.Bind(type.GetProperty(nameof(KeyedRow<,>.Id))!, Expression.Property(entity, nameof(IIdentified.Id)))),
            entity);
    }

    private sealed class KeyedRow<TRow, TKey>
    {
        public required TRow Row { get; init; }

        public required TKey Key { get; init; }

        public Guid Id { get; init; }
    }

    private sealed class Replace(Expression what, Expression with) : ExpressionVisitor
    {
        public override Expression? Visit(Expression? node) => node == what ? with : base.Visit(node);
    }

    private sealed record Cursor<TKey>(bool Backwards, (TKey Key, Guid Id)? Position)
    {
        public const string FromTheEnd = "end";

        public static Cursor<TKey>? Read(string? text)
        {
            if (text is null)
            {
                return null;
            }

            if (text == FromTheEnd)
            {
                return new(true, null);
            }

            try
            {
                var parts = JsonSerializer.Deserialize<JsonElement[]>(Base64Url.DecodeFromChars(text.AsSpan(1)));
                return parts is [var key, var id]
                    ? new(text[0] == 'b', (key.Deserialize<TKey>(ErpJson.Options)!, id.GetGuid()))
                    : null;
            }
            catch (Exception e) when (e is FormatException or JsonException or InvalidOperationException)
            {
                return null; // a mangled address shows the first page
            }
        }

        public static string Write<TRow>(bool backwards, KeyedRow<TRow, TKey> row) =>
            (backwards ? "b" : "f") + Base64Url.EncodeToString(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(new object?[] { row.Key, row.Id }, ErpJson.Options)));
    }
}
