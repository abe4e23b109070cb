using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Billing.Domain.Taxes;
using ServiceErp.Billing.Persistence;
using ServiceErp.Kernel;
using ServiceErp.Platform.Branches;
using ServiceErp.Platform.Dispatching;

namespace ServiceErp.Billing.Features.TaxRates;

/// <summary>Ends a rate; invoices already issued keep it.</summary>
public static class EndTaxRate
{
    [Requires(BillingPermissions.SettingsWrite)]
    public sealed record Command(Guid Id, LocalDate LastDay, int? Version = null) : ICommand<Done>, IVersioned;

    internal sealed class Handler(BillingDbContext db, IBranches branches, ICurrentUser user) : IHandler<Command, Done>
    {
        public async Task<Result<Done>> Handle(Command request, CancellationToken cancel)
        {
            if (await db.TaxRates.FirstOrDefaultAsync(r => r.Id == request.Id, cancel) is not { } rate)
            {
                return Error.NotFound("Billing.TaxRate.NotFound", "There is no such tax rate.");
            }

            if (branches.Refusal(user, rate.BranchId) is { } notTheirs)
            {
                return notTheirs;
            }

            if (rate.Stale(request.Version) is { } stale)
            {
                return stale;
            }

            var ended = rate.End(request.LastDay);
            return ended.Succeeded ? Done.It : ended.Error.On(nameof(Command.LastDay));
        }
    }
}
