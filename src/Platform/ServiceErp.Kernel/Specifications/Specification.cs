using System.Linq.Expressions;

namespace ServiceErp.Kernel;

/// <summary>
/// A named question to a set of entities: which of them, in what order, how many. Its constructor says so through <see cref="Query"/>;
/// it then reads the same in memory (<see cref="IsSatisfiedBy"/>) and in the database (<see cref="SpecificationQueries.WithSpecification"/>).
/// </summary>
/// <typeparam name="T">The entity.</typeparam>
public abstract class Specification<T>
{
    private Func<T, bool>[]? compiled;

    /// <summary>Says what the specification asks.</summary>
    protected Specification() => Query = new(this);

    /// <summary>The conditions, all of which must hold.</summary>
    public IReadOnlyList<Expression<Func<T, bool>>> Criteria => Conditions;

    /// <summary>The parts to load with the entity; the Platform applies them, for they mean nothing in memory.</summary>
    public IReadOnlyList<Expression<Func<T, object?>>> Includes => Parts;

    /// <summary>Begins a line of the question.</summary>
    protected SpecificationQuery<T> Query { get; }

    internal List<Expression<Func<T, bool>>> Conditions { get; } = [];

    internal List<Expression<Func<T, object?>>> Parts { get; } = [];

    internal Func<IQueryable<T>, IOrderedQueryable<T>>? Order { get; set; }

    internal int? Skipped { get; set; }

    internal int? Taken { get; set; }

    /// <summary>Whether the entity meets all conditions; order, paging and includes do not matter.</summary>
    public bool IsSatisfiedBy(T entity)
    {
        compiled ??= [.. Conditions.Select(condition => condition.Compile())];
        return Array.TrueForAll(compiled, condition => condition(entity));
    }
}

/// <summary>The words in which a <see cref="Specification{T}"/> asks.</summary>
/// <typeparam name="T">The entity.</typeparam>
public class SpecificationQuery<T>
{
    private readonly Specification<T> specification;

    internal SpecificationQuery(Specification<T> specification) => this.specification = specification;

    /// <summary>A condition; several must all hold.</summary>
    public SpecificationQuery<T> Where(Expression<Func<T, bool>> condition)
    {
        specification.Conditions.Add(condition);
        return this;
    }

    /// <summary>A part to load with the entity.</summary>
    public SpecificationQuery<T> Include(Expression<Func<T, object?>> part)
    {
        specification.Parts.Add(part);
        return this;
    }

    /// <summary>First by this key, smallest first.</summary>
    /// <exception cref="InvalidOperationException">There is an order already; the next key is a <c>ThenBy</c>.</exception>
    public OrderedSpecificationQuery<T> OrderBy<TKey>(Expression<Func<T, TKey>> key) => First(query => query.OrderBy(key));

    /// <summary>First by this key, greatest first.</summary>
    /// <exception cref="InvalidOperationException">There is an order already; the next key is a <c>ThenBy</c>.</exception>
    public OrderedSpecificationQuery<T> OrderByDescending<TKey>(Expression<Func<T, TKey>> key) => First(query => query.OrderByDescending(key));

    /// <summary>Leaves out the first ones; before <see cref="Take"/>, whatever is said first.</summary>
    public SpecificationQuery<T> Skip(int count)
    {
        specification.Skipped = count;
        return this;
    }

    /// <summary>At most so many.</summary>
    public SpecificationQuery<T> Take(int count)
    {
        specification.Taken = count;
        return this;
    }

    private OrderedSpecificationQuery<T> First(Func<IQueryable<T>, IOrderedQueryable<T>> order)
    {
        if (specification.Order is not null)
        {
            throw new InvalidOperationException($"{specification.GetType().Name} is ordered twice; say ThenBy.");
        }

        specification.Order = order;
        return new(specification);
    }
}

/// <summary>A <see cref="SpecificationQuery{T}"/> that has an order, so that further keys may follow.</summary>
/// <typeparam name="T">The entity.</typeparam>
public sealed class OrderedSpecificationQuery<T> : SpecificationQuery<T>
{
    private readonly Specification<T> specification;

    internal OrderedSpecificationQuery(Specification<T> specification)
        : base(specification) => this.specification = specification;

    /// <summary>Among equals by this key, smallest first.</summary>
    public OrderedSpecificationQuery<T> ThenBy<TKey>(Expression<Func<T, TKey>> key) => Then(query => query.ThenBy(key));

    /// <summary>Among equals by this key, greatest first.</summary>
    public OrderedSpecificationQuery<T> ThenByDescending<TKey>(Expression<Func<T, TKey>> key) => Then(query => query.ThenByDescending(key));

    private OrderedSpecificationQuery<T> Then(Func<IOrderedQueryable<T>, IOrderedQueryable<T>> next)
    {
        var before = specification.Order!;
        specification.Order = query => next(before(query));
        return this;
    }
}

/// <summary>Asks a specification.</summary>
public static class SpecificationQueries
{
    /// <summary>Conditions, order and paging of the specification. Its includes are the Platform's to apply.</summary>
    public static IQueryable<T> WithSpecification<T>(this IQueryable<T> source, Specification<T> specification)
    {
        var query = specification.Conditions.Aggregate(source, (query, condition) => query.Where(condition));
        query = specification.Order?.Invoke(query) ?? query;
        query = specification.Skipped is { } skipped ? query.Skip(skipped) : query;
        return specification.Taken is { } taken ? query.Take(taken) : query;
    }
}
