using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Persistence;

namespace ServiceErp.Platform.Administration.Features;

/// <summary>Has letters delivered anew at once: one, or all that were given up.</summary>
public static class ResubmitDeadLetters
{
    /// <summary>The command.</summary>
    /// <param name="Id">One letter, dead or still being tried; null for all dead ones.</param>
    [Requires(AdministrationPermissions.DeadLetters)]
    [Reaches(Reach.All)]
    public sealed record Command(Guid? Id) : ICommand<Answer>;

    /// <summary>What will be tried.</summary>
    /// <param name="Count">How many letters.</param>
    public sealed record Answer(int Count);

    internal sealed class Handler(PlatformDbContext db, IClock clock) : IHandler<Command, Answer>
    {
        public async Task<Result<Answer>> Handle(Command request, CancellationToken cancel)
        {
            var letters = await db.Outbox.Where(m => m.DoneAt == null && (request.Id == null ? m.DeadAt != null : m.Id == request.Id)).ToListAsync(cancel);
            if (request.Id is not null && letters.Count == 0)
            {
                return Error.NotFound("Platform.DeadLetter.NotFound", "There is no such letter; it may have been delivered meanwhile.");
            }

            var now = clock.GetCurrentInstant();
            letters.ForEach(l => l.Resubmit(now));
            return new Answer(letters.Count);
        }
    }
}
