using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Persistence;

namespace ServiceErp.Platform.Users.Features;

/// <summary>Ends a key for good, at once.</summary>
public static class RevokeApiKey
{
    /// <summary>The command.</summary>
    /// <param name="Id">The key.</param>
    [Requires(UserPermissions.ApiKeys)]
    [Reaches(Reach.Branch)]
    public sealed record Command(Guid Id) : ICommand<Done>;

    internal sealed class Handler(PlatformDbContext db, Rights rights, IClock clock) : IHandler<Command, Done>
    {
        public async Task<Result<Done>> Handle(Command request, CancellationToken cancel)
        {
            var key = await db.Set<ApiKey>().FirstOrDefaultAsync(k => k.Id == request.Id, cancel);
            if (rights.Over(key) is { } refusal)
            {
                return refusal;
            }

            key!.Revoke(clock.GetCurrentInstant());
            return Done.It;
        }
    }
}
