using FluentValidation;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Reception.Persistence;

namespace ServiceErp.Reception.Features.Requests;

/// <summary>The customer takes a request back; the order ends without work.</summary>
public static class WithdrawRequest
{
    [Requires(ReceptionPermissions.RequestWrite)]
    public sealed record Command(Guid Id, string? Reason, int? Version = null) : ICommand<Done>, IVersioned;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Reason).Reason();
    }

    internal sealed class Handler(ReceptionDbContext db, IClock clock) : IHandler<Command, Done>
    {
        public async Task<Result<Done>> Handle(Command c, CancellationToken cancel)
        {
            if (await db.Requests.Include(r => r.Pauses).FirstOrDefaultAsync(r => r.Id == c.Id, cancel) is not { } request)
            {
                return RequestErrors.NotFound;
            }

            if (request.Stale(c.Version) is { } stale)
            {
                return stale;
            }

            var withdrawn = request.Withdraw(c.Reason!, clock.GetCurrentInstant());
            return withdrawn.Succeeded ? Done.It : withdrawn.Error;
        }
    }
}
