using FluentValidation;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Persistence;

namespace ServiceErp.Platform.Users.Features;

/// <summary>Chooses the language of one's own pages and messages (HOST-5).</summary>
public static class ChangeLanguage
{
    /// <summary>The command.</summary>
    /// <param name="Language">en, ru, es or ko.</param>
    [Anyone("Everybody chooses their own language.")]
    [Reaches(Reach.Own)]
    public sealed record Command(string Language) : ICommand<Done>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Language).Language();
    }

    internal sealed class Handler(PlatformDbContext db, ICurrentUser caller) : IHandler<Command, Done>
    {
        public Task<Result<Done>> Handle(Command request, CancellationToken cancel) => db.ChangeOwnAccountAsync(
            caller,
            user =>
            {
                user.Describe(user.Name, request.Language, user.BranchId, user.Roles);
                return Task.FromResult<Error?>(null);
            },
            cancel);
    }
}
