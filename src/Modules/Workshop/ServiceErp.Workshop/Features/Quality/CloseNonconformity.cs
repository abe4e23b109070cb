using FluentValidation;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Workshop.Persistence;

namespace ServiceErp.Workshop.Features.Quality;

/// <summary>Closes a nonconformity with its cause and what was done about it.</summary>
public static class CloseNonconformity
{
    [Requires(WorkshopPermissions.NonconformityWrite)]
    public sealed record Command(Guid Id, string Cause, string Correction) : ICommand<Done>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Cause).Reason("Say how it came to this.", 2000);
            RuleFor(c => c.Correction).Reason("Say what was done about it.", 2000);
        }
    }

    internal sealed class Handler(WorkshopDbContext db, IClock clock, ICurrentUser user) : IHandler<Command, Done>
    {
        public async Task<Result<Done>> Handle(Command c, CancellationToken cancel)
        {
            if (await db.Nonconformities.FirstOrDefaultAsync(n => n.Id == c.Id, cancel) is not { } found)
            {
                return Error.NotFound("Workshop.Nonconformity.NotFound", "There is no such nonconformity.");
            }

            var closed = found.Close(c.Cause, c.Correction, clock.GetCurrentInstant(), user.Name);
            return closed.Succeeded ? Done.It : closed.Error;
        }
    }
}
