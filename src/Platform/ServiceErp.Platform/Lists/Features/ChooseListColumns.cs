using FluentValidation;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Persistence;

namespace ServiceErp.Platform.Lists.Features;

/// <summary>Says which columns of a list are not wanted (HOST-4).</summary>
public static class ChooseListColumns
{
    /// <summary>The command.</summary>
    /// <param name="List">The list.</param>
    /// <param name="Hidden">English headings of the columns to leave out; none shows all.</param>
    [Anyone("Everybody chooses columns for themselves alone.")]
    [Reaches(Reach.Own)]
    public sealed record Command(string List, IReadOnlyList<string>? Hidden) : ICommand<Done>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.List).IsListName();
            RuleFor(c => c.Hidden).Must(h => h is null || h.Count <= 100).WithMessage("A list has at most 100 columns.").WithErrorCode("Platform.List.ColumnUnknown");
            RuleForEach(c => c.Hidden).NotEmpty().WithMessage("This is not the heading of a column.").WithErrorCode("Platform.List.ColumnUnknown").AtMost(100);
        }
    }

    internal sealed class Handler(PlatformDbContext db, ICurrentUser user, IIdentifiers ids) : IHandler<Command, Done>
    {
        public async Task<Result<Done>> Handle(Command c, CancellationToken cancel)
        {
            if (await db.ChoiceAsync(user, c.List, ids, cancel) is not { } choice)
            {
                return ListErrors.NoUser;
            }

            choice.Hide(c.Hidden ?? []);
            return Done.It;
        }
    }
}
