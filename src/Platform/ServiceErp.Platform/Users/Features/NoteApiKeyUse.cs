using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Persistence;

namespace ServiceErp.Platform.Users.Features;

/// <summary>Remembers when a key was last used, so that an administrator sees which ones nobody needs any more.</summary>
public static class NoteApiKeyUse
{
    /// <summary>The command.</summary>
    /// <param name="Id">The key.</param>
    /// <param name="At">When.</param>
    [Requires(UserPermissions.ApiKeys)]
    [Reaches(Reach.All)]
    public sealed record Command(Guid Id, Instant At) : ICommand<Done>;

    internal sealed class Handler(PlatformDbContext db) : IHandler<Command, Done>
    {
        public async Task<Result<Done>> Handle(Command request, CancellationToken cancel)
        {
            if (await db.Set<ApiKey>().FirstOrDefaultAsync(k => k.Id == request.Id, cancel) is not { } key)
            {
                return Error.NotFound("Platform.ApiKey.NotFound", "There is no such API key.");
            }

            key.Used(request.At);
            return Done.It;
        }
    }
}
