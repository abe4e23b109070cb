using FluentValidation;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Persistence;
using ServiceErp.Platform.Ui;

namespace ServiceErp.Platform.Lists.Features;

/// <summary>Keeps search, filters and order of a list under a name; the same name again replaces them (HOST-4).</summary>
public static class SaveListFilter
{
    /// <summary>The command.</summary>
    /// <param name="List">The list, as <see cref="GetListChoice"/> calls it.</param>
    /// <param name="Name">Up to 60 characters.</param>
    /// <param name="Query">The part of the list's address after the question mark.</param>
    /// <param name="IsDefault">Whether the list opens with it.</param>
    [Anyone("Everybody keeps filters for themselves alone.")]
    [Reaches(Reach.Own)]
    public sealed record Command(string List, string Name, string Query, bool IsDefault = false) : ICommand<SavedFilter>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.List).IsListName();
            RuleFor(c => c.Name).NotEmpty().WithErrorCode("Platform.ListFilter.NameMissing").WithMessage("Give the filter a name.").AtMost(60);
            RuleFor(c => c.Query).NotEmpty().WithErrorCode("Platform.ListFilter.Nothing").WithMessage("There is nothing to keep yet: search, filter or sort first.").AtMost(1000);
        }
    }

    internal sealed class Handler(PlatformDbContext db, ICurrentUser user, IIdentifiers ids) : IHandler<Command, SavedFilter>
    {
        public async Task<Result<SavedFilter>> Handle(Command c, CancellationToken cancel)
        {
            var query = ListQuery.Read("/", new QueryCollection(QueryHelpers.ParseQuery(c.Query))).Narrowing;
            if (query.Length == 0)
            {
                return Error.Invalid("Platform.ListFilter.Nothing", "There is nothing to keep yet: search, filter or sort first.").On(nameof(c.Query));
            }

            return await db.ChoiceAsync(user, c.List, ids, cancel) is { } choice ? choice.Keep(ids.NewId(), c.Name.Trim(), query, c.IsDefault) : ListErrors.NoUser;
        }
    }
}
