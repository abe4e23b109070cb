using FluentValidation;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Branches;
using ServiceErp.Platform.Dispatching;
using ServiceErp.SpareParts.Persistence;

namespace ServiceErp.SpareParts.Features.Prices;

/// <summary>Renames a price list or moves its days.</summary>
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

    internal sealed class Handler(SparePartsDbContext db, IBranches branches, ICurrentUser user) : IHandler<Command, Done>
    {
        public async Task<Result<Done>> Handle(Command c, CancellationToken cancel)
        {
            var list = await db.PriceLists.FirstOrDefaultAsync(l => l.Id == c.Id, cancel);
            if (list is null)
            {
                return PriceListErrors.NotFound;
            }

            if (!branches.Knows(user, c.BranchId))
            {
                return BranchErrors.NotFound.On(nameof(c.BranchId));
            }

            return (list.Stale(c.Version) ?? list.Describe(c.Name, c.BranchId, c.ValidFrom, c.ValidUntil).Error) is { } refused ? refused : Done.It;
        }
    }
}

internal static class PriceListErrors
{
    public static Error NotFound => Error.NotFound("SpareParts.PriceList.NotFound", "This price list does not exist.");
}
