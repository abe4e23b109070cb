using FluentValidation;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Branches;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Importing;
using ServiceErp.SpareParts.Domain;
using ServiceErp.SpareParts.Domain.Parts;
using ServiceErp.SpareParts.Features.Parts;
using ServiceErp.SpareParts.Persistence;

namespace ServiceErp.SpareParts.Features.Prices;

/// <summary>One row of a file of prices: into a price list where one is named, else the part's own price from a day on. The same row twice changes nothing.</summary>
public static class ImportPrice
{
    [Requires(SparePartsPermissions.PartImport)]
    public sealed record Command(string Part, decimal Price) : ICommand<ImportEffect>
    {
        /// <summary>Code of a price list.</summary>
        public string? List { get; init; }

        /// <summary>Of the part's own price; today unless said.</summary>
        public LocalDate? ValidFrom { get; init; }

        /// <summary>Why a part's own price is dated back; needed then.</summary>
        public string? Reason { get; init; }

        /// <summary>Of the part's own price; that of the caller's branch unless said.</summary>
        public string? Currency { get; init; }
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Part).Needed(60, "SpareParts.Part.NumberMissing");
            RuleFor(c => c.Price).Amount();
            RuleFor(c => c.List).AtMost(20);
            RuleFor(c => c.Reason).ReasonOrNothing();
            RuleFor(c => c.Currency).Must(c => string.IsNullOrWhiteSpace(c) || Currencies.IsWellFormed(c.Trim().ToUpperInvariant())).WithMessage("There is no such currency.").WithErrorCode("SpareParts.Part.CurrencyUnknown");
        }
    }

    internal sealed class Handler(SparePartsDbContext db, IIdentifiers ids, IBranches branches, ICurrentUser user, IClock clock) : IHandler<Command, ImportEffect>
    {
        public async Task<Result<ImportEffect>> Handle(Command c, CancellationToken cancel)
        {
            var code = Codes.Clean(c.Part);
            if (await db.Named([code]).FirstOrDefaultAsync(cancel) is var partId && partId == default)
            {
                return PartErrors.NotFound.On(nameof(c.Part));
            }

            return Codes.CleanOrNull(c.List) is { } list ? await IntoList(partId, list, c, cancel) : await IntoPart(partId, c, cancel);
        }

        private async Task<Result<ImportEffect>> IntoList(Guid partId, string code, Command c, CancellationToken cancel)
        {
            if (await db.PriceLists.Where(l => l.Code == code).Select(l => new { l.Id, l.ValidFrom, l.BranchId }).FirstOrDefaultAsync(cancel) is not { } list)
            {
                return PriceListErrors.NotFound.On(nameof(c.List));
            }

            if (branches.Refusal(user, list.BranchId) is { } notTheirs)
            {
                return notTheirs.On(nameof(c.List));
            }

            var entry = await db.PriceListEntries.FirstOrDefaultAsync(e => e.PriceListId == list.Id && e.PartId == partId, cancel);
            if (entry is null)
            {
                db.PriceListEntries.Add(new PriceListEntry(ids.NewId(), list.Id, partId, c.Price));
                return ImportEffect.Created;
            }

            var now = clock.GetCurrentInstant();
            if (entry.Amount != c.Price && list.ValidFrom < (branches.For(user)?.DayOf(now) ?? now.InUtc().Date))
            {
                return PriceListErrors.Applied(list.ValidFrom).On(nameof(c.Price));
            }

            var effect = entry.Amount == c.Price ? ImportEffect.Unchanged : ImportEffect.Changed;
            entry.Change(c.Price);
            return effect;
        }

        private async Task<Result<ImportEffect>> IntoPart(Guid partId, Command c, CancellationToken cancel)
        {
            var branch = branches.For(user);
            var now = clock.GetCurrentInstant();
            var currency = string.IsNullOrWhiteSpace(c.Currency) ? branch?.Currency ?? "EUR" : c.Currency.Trim().ToUpperInvariant();
            var from = c.ValidFrom ?? branch?.DayOf(now) ?? now.InUtc().Date;
            var part = await db.Parts.Include(p => p.Prices).FirstAsync(p => p.Id == partId, cancel);
            if (part.PriceOn(from, currency) == c.Price)
            {
                return ImportEffect.Unchanged;
            }

            var effect = part.Prices.Any(p => p.Currency == currency) ? ImportEffect.Changed : ImportEffect.Created;
            if (part.BackdatingRefusal(currency, from, branch?.DayOf(now) ?? now.InUtc().Date, c.Reason, user) is { } refused)
            {
                return refused;
            }

            part.SetPrice(ids.NewId(), currency, from, c.Price, string.IsNullOrWhiteSpace(c.Reason) ? null : c.Reason.Trim());
            return effect;
        }
    }
}
