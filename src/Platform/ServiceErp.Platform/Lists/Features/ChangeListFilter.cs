using FluentValidation;
using Microsoft.EntityFrameworkCore;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Persistence;

namespace ServiceErp.Platform.Lists.Features;

/// <summary>Gives a kept filter another name, or makes it what the list opens with (HOST-4).</summary>
public static class ChangeListFilter
{
    /// <summary>The command.</summary>
    [Anyone("Everybody keeps filters for themselves alone.")]
    [Reaches(Reach.Own)]
    public sealed record Command(string List, Guid Id, string Name, bool IsDefault) : ICommand<Done>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.List).IsListName();
            RuleFor(c => c.Name).NotEmpty().WithErrorCode("Platform.ListFilter.NameMissing").WithMessage("Give the filter a name.").AtMost(60);
        }
    }

    internal sealed class Handler(PlatformDbContext db, ICurrentUser user) : IHandler<Command, Done>
    {
        public async Task<Result<Done>> Handle(Command c, CancellationToken cancel)
        {
            var choice = await db.Set<ListChoice>().FirstOrDefaultAsync(k => k.UserId == user.UserId && k.List == c.List, cancel);
            return choice is null ? ListErrors.NotFound : choice.Change(c.Id, c.Name.Trim(), c.IsDefault) is { } refusal ? refusal : Done.It;
        }
    }
}
