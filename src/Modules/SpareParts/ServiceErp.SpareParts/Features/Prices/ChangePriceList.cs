using FluentValidation;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Branches;
using ServiceErp.Platform.Dispatching;
using ServiceErp.SpareParts.Domain.Parts;
using ServiceErp.SpareParts.Persistence;

namespace ServiceErp.SpareParts.Features.Prices;

/// <summary>Renames a price list or moves its days; those on which it applied stay.</summary>
public static class ChangePriceList
{
    [Requires(SparePartsPermissions.PartWrite)]
    public sealed record Command(Guid Id, string Name, LocalDate ValidFrom, LocalDate? ValidUntil, int? Version) : ICommand<Done>, IVersioned
    {
        /// <summary>Null is for all branches of the currency.</summary>
        public Guid? BranchId { get; init; }
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Name).Needed(200, "SpareParts.PriceList.NameMissing");
    }

    internal sealed class Handler(SparePartsDbContext db, IBranches branches, ICurrentUser user, IClock clock) : IHandler<Command, Done>
    {
        public async Task<Result<Done>> Handle(Command c, CancellationToken cancel)
        {
            var list = await db.PriceLists.FirstOrDefaultAsync(l => l.Id == c.Id, cancel);
            if (list is null)
            {
                return PriceListErrors.NotFound;
            }

            if ((branches.Refusal(user, list.BranchId) ?? branches.Refusal(user, c.BranchId)) is { } notTheirs)
            {
                return notTheirs.On(nameof(c.BranchId));
            }

            var now = clock.GetCurrentInstant();
            var today = branches.For(user)?.DayOf(now) ?? now.InUtc().Date;
            if ((list.ValidFrom < today && c.ValidFrom != list.ValidFrom) || ((c.ValidUntil ?? PriceList.Endless) < today.PlusDays(-1) && c.ValidUntil != list.ValidUntil) || (list.ValidUntil < today && (c.ValidUntil ?? PriceList.Endless) != list.ValidUntil))
            {
                return Error.Refused("SpareParts.PriceList.DaysApplied", "{0} applied from {1} to {2}: those days stay. End it today, or begin another list.", list.Code, list.ValidFrom, list.ValidUntil < today ? list.ValidUntil : today).On(nameof(c.ValidFrom));
            }

            return (list.Stale(c.Version) ?? list.Describe(c.Name, c.BranchId, c.ValidFrom, c.ValidUntil).Error) is { } refused ? refused : Done.It;
        }
    }
}

internal static class PriceListErrors
{
    public static Error Applied(LocalDate from) => Error.Refused("SpareParts.PriceList.Applied", "This price applied from {0} on and stays known. Begin a list of its own for the new price.", from);

    public static Error NotFound => Error.NotFound("SpareParts.PriceList.NotFound", "This price list does not exist.");
}
