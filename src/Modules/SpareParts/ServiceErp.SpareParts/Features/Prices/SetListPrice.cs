using NodaTime;
using ServiceErp.Platform.Branches;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.SpareParts.Domain.Parts;
using ServiceErp.SpareParts.Persistence;

namespace ServiceErp.SpareParts.Features.Prices;

/// <summary>Sets the price of a part in a list; no amount takes it out of the list.</summary>
public static class SetListPrice
{
    [Requires(SparePartsPermissions.PartWrite)]
    public sealed record Command(Guid ListId, Guid PartId, decimal? Amount) : ICommand<Done>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Amount).Amount();
    }

    internal sealed class Handler(SparePartsDbContext db, IIdentifiers ids, IClock clock, ICurrentUser user, IBranches branches) : IHandler<Command, Done>
    {
        public async Task<Result<Done>> Handle(Command c, CancellationToken cancel)
        {
            if (await db.PriceLists.AsNoTracking().FirstOrDefaultAsync(l => l.Id == c.ListId, cancel) is not { } list)
            {
                return PriceListErrors.NotFound;
            }

            if (branches.Refusal(user, list.BranchId) is { } notTheirs)
            {
                return notTheirs;
            }

            if (!await db.Parts.AnyAsync(p => p.Id == c.PartId, cancel))
            {
                return PartErrors.NotFound.On(nameof(c.PartId));
            }

            var entry = await db.PriceListEntries.FirstOrDefaultAsync(e => e.PriceListId == c.ListId && e.PartId == c.PartId, cancel);
            var now = clock.GetCurrentInstant();
            if (entry is not null && entry.Amount != c.Amount && list.ValidFrom < (branches.For(user)?.DayOf(now) ?? now.InUtc().Date))
            {
                return PriceListErrors.Applied(list.ValidFrom).On(nameof(c.Amount));
            }

            if (c.Amount is not { } amount)
            {
                db.PriceListEntries.RemoveRange(entry is null ? [] : [entry]);
            }
            else if (entry is null)
            {
                db.PriceListEntries.Add(new PriceListEntry(ids.NewId(), c.ListId, c.PartId, amount));
            }
            else
            {
                entry.Change(amount);
            }

            return Done.It;
        }
    }
}
