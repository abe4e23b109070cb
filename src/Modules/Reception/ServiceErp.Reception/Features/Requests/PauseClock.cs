using FluentValidation;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Reception.Persistence;

namespace ServiceErp.Reception.Features.Requests;

/// <summary>Lets the response clock stand still, for a recorded reason only (REC-4).</summary>
public static class PauseClock
{
    [Requires(ReceptionPermissions.ClockPause)]
    public sealed record Command(Guid Id, string? Reason) : ICommand<Done>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Reason).Reason();
    }

    internal sealed class Handler(ReceptionDbContext db, IClock clock, IIdentifiers ids, ICurrentUser user) : IHandler<Command, Done>
    {
        public async Task<Result<Done>> Handle(Command c, CancellationToken cancel)
        {
            if (await db.Requests.Include(r => r.Pauses).FirstOrDefaultAsync(r => r.Id == c.Id, cancel) is not { } request)
            {
                return RequestErrors.NotFound;
            }

            var paused = request.PauseClock(ids.NewId(), clock.GetCurrentInstant(), c.Reason!, user.Name);
            return paused.Succeeded ? Done.It : paused.Error;
        }
    }
}
