using FluentValidation;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Reception.Features.Requests;
using ServiceErp.Reception.Persistence;

namespace ServiceErp.Reception.Features.Status;

/// <summary>Ends a request's link at once: from now on it leads nowhere, and messages go without one (REC-7).</summary>
public static class EndStatusLink
{
    [Requires(ReceptionPermissions.LinkIssue)]
    public sealed record Command(Guid Id, string? Reason, int? Version = null) : ICommand<Done>, IVersioned;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Reason).Reason();
    }

    internal sealed class Handler(ReceptionDbContext db, IClock clock) : IHandler<Command, Done>
    {
        public async Task<Result<Done>> Handle(Command c, CancellationToken cancel)
        {
            if (await db.Requests.FirstOrDefaultAsync(r => r.Id == c.Id, cancel) is not { } request)
            {
                return RequestErrors.NotFound;
            }

            if (request.Stale(c.Version) is { } stale)
            {
                return stale;
            }

            var ended = request.EndLink(c.Reason!, clock.GetCurrentInstant());
            return ended.Succeeded ? Done.It : ended.Error;
        }
    }
}
