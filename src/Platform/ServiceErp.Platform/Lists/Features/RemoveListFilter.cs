using FluentValidation;
using Microsoft.EntityFrameworkCore;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Persistence;

namespace ServiceErp.Platform.Lists.Features;

/// <summary>Forgets a kept filter (HOST-4).</summary>
public static class RemoveListFilter
{
    /// <summary>The command.</summary>
    [Anyone("Everybody keeps filters for themselves alone.")]
    [Reaches(Reach.Own)]
    public sealed record Command(string List, Guid Id) : ICommand<Done>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.List).IsListName();
    }

    internal sealed class Handler(PlatformDbContext db, ICurrentUser user) : IHandler<Command, Done>
    {
        public async Task<Result<Done>> Handle(Command c, CancellationToken cancel)
        {
            var choice = await db.Set<ListChoice>().FirstOrDefaultAsync(k => k.UserId == user.UserId && k.List == c.List, cancel);
            return choice is null ? ListErrors.NotFound : choice.Remove(c.Id) is { } refusal ? refusal : Done.It;
        }
    }
}
