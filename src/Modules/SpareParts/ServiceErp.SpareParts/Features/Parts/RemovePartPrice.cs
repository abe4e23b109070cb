using NodaTime;
using ServiceErp.Platform.Branches;
using Microsoft.EntityFrameworkCore;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.SpareParts.Domain.Parts;
using ServiceErp.SpareParts.Persistence;

namespace ServiceErp.SpareParts.Features.Parts;

/// <summary>Takes out a price that has not begun; ends the one in force with today. What applied on a past day stays known.</summary>
public static class RemovePartPrice
{
    [Requires(SparePartsPermissions.PartWrite)]
    [Reaches(Reach.Common)]
    public sealed record Command(Guid PartId, Guid PriceId) : ICommand<Done>;

    internal sealed class Handler(SparePartsDbContext db, IClock clock, IIdentifiers ids, ICurrentUser user, IBranches branches) : IHandler<Command, Done>
    {
        public async Task<Result<Done>> Handle(Command c, CancellationToken cancel)
        {
            var part = await db.Parts.Include(p => p.Prices).FirstOrDefaultAsync(p => p.Id == c.PartId, cancel);
            if (part is null)
            {
                return PartErrors.NotFound;
            }

            var now = clock.GetCurrentInstant();
            return part.RemovePrice(c.PriceId, ids.NewId(), branches.For(user)?.DayOf(now) ?? now.InUtc().Date) is { Succeeded: false, Error: var refused } ? refused : Done.It;
        }
    }
}
