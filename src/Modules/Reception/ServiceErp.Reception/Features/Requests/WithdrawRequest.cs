using FluentValidation;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Reception.Domain.Requests;
using ServiceErp.Reception.Persistence;
using ServiceErp.Workshop;

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

    internal sealed class Handler(ReceptionDbContext db, IClock clock, IServiceOrders? orders = null) : IHandler<Command, Done>
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

            // No order outlives its request: what stands in the way of its end stands in the way of this.
            if (request is { OrderId: { } order, State: not (RequestState.Closed or RequestState.Withdrawn) } && orders is not null && await orders.WithdrawalRefusalAsync(order, cancel) is { } refusal)
            {
                return refusal;
            }

            var withdrawn = request.Withdraw(c.Reason!, clock.GetCurrentInstant());
            return withdrawn.Succeeded ? Done.It : withdrawn.Error;
        }
    }
}
