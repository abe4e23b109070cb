using FluentValidation;
using Microsoft.EntityFrameworkCore;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Persistence;

namespace ServiceErp.Platform.Lists.Features;

/// <summary>What the caller has made of a list (HOST-4).</summary>
public static class GetListChoice
{
    /// <summary>The question.</summary>
    /// <param name="List">The list's address, such as <c>/spare-parts/parts</c>; an identity in it is written <c>*</c>.</param>
    [Anyone("Everybody sees their own filters alone.")]
    public sealed record Query(string List) : IQuery<Answer>;

    /// <summary>Kept filters by name, and the headings of columns left out.</summary>
    public sealed record Answer(IReadOnlyList<SavedFilter> Filters, IReadOnlyList<string> Hidden);

    internal sealed class Validator : AbstractValidator<Query>
    {
        public Validator() => RuleFor(c => c.List).IsListName();
    }

    internal sealed class Handler(PlatformDbContext db, ICurrentUser user) : IHandler<Query, Answer>
    {
        public async Task<Result<Answer>> Handle(Query q, CancellationToken cancel) =>
            await db.Set<ListChoice>().AsNoTracking().FirstOrDefaultAsync(k => k.UserId == user.UserId && k.List == q.List, cancel) is { } choice
                ? new Answer(choice.Filters, choice.HiddenColumns)
                : new Answer([], []);
    }
}
