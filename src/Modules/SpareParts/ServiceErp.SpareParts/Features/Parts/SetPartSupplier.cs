using FluentValidation;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Branches;
using ServiceErp.Platform.Dispatching;
using ServiceErp.SpareParts.Domain.Parts;
using ServiceErp.SpareParts.Persistence;

namespace ServiceErp.SpareParts.Features.Parts;

/// <summary>Says on which terms a supplier delivers a part; asked again for the same supplier it changes them.</summary>
public static class SetPartSupplier
{
    [Requires(SparePartsPermissions.PartWrite)]
    [Reaches(Reach.Common)]
    public sealed record Command(Guid PartId, Guid SupplierId) : ICommand<Done>
    {
        /// <summary>The supplier's own number.</summary>
        public string? Number { get; init; }

        /// <summary>The unit ordered and priced in; the part's own unless said.</summary>
        public string? Unit { get; init; }

        /// <summary>Net, for one <see cref="Unit"/>.</summary>
        public decimal? Price { get; init; }

        /// <summary>The currency of the caller's branch unless said.</summary>
        public string? Currency { get; init; }

        /// <summary>Calendar days from order to arrival.</summary>
        public int? LeadDays { get; init; }

        /// <summary>Least that is delivered, in <see cref="Unit"/>.</summary>
        public decimal? Minimum { get; init; }

        /// <summary>Delivered in multiples of it, in <see cref="Unit"/>; 1 unless said.</summary>
        public decimal? Pack { get; init; }

        /// <summary>Months from receipt for which they stand for this part; what is agreed for all of theirs unless said.</summary>
        public int? WarrantyMonths { get; init; }

        /// <summary>Asked first; the first supplier is, until another one is.</summary>
        public bool Preferred { get; init; }
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Number).AtMost(60);
            RuleFor(c => c.Unit).AtMost(20);
            RuleFor(c => c.Price).Amount();
            RuleFor(c => c.Currency).Must(c => string.IsNullOrWhiteSpace(c) || Currencies.IsWellFormed(c.Trim().ToUpperInvariant())).WithMessage("There is no such currency.").WithErrorCode("SpareParts.Part.CurrencyUnknown");
            RuleFor(c => c.LeadDays).InclusiveBetween(0, 1000).WithMessage("From 0 to 1000 days.").WithErrorCode("SpareParts.Supplier.LeadDaysNotRight");
            RuleFor(c => c.WarrantyMonths).InclusiveBetween(0, 240).WithMessage("From 0 to 240 months.").WithErrorCode("SpareParts.Supplier.WarrantyNotRight");
            RuleFor(c => c.Minimum).InclusiveBetween(0, Rules.Most).WithMessage("From zero to a million.").WithErrorCode("SpareParts.Supplier.MinimumNotRight");
            RuleFor(c => c.Pack).Must(p => p is null or (> 0 and <= Rules.Most)).WithMessage("A pack holds more than zero, at most a million.").WithErrorCode("SpareParts.Supplier.PackNotRight");
        }
    }

    internal sealed class Handler(SparePartsDbContext db, IIdentifiers ids, IBranches branches, ICurrentUser user, IClock clock) : IHandler<Command, Done>
    {
        public async Task<Result<Done>> Handle(Command c, CancellationToken cancel)
        {
            var part = await db.Parts.Include(p => p.Units).Include(p => p.Suppliers).AsSplitQuery().FirstOrDefaultAsync(p => p.Id == c.PartId, cancel);
            if (part is null)
            {
                return PartErrors.NotFound;
            }

            if (!await db.Suppliers.AnyAsync(s => s.Id == c.SupplierId, cancel))
            {
                return Error.NotFound("SpareParts.Supplier.NotFound", "This supplier does not exist.").On(nameof(c.SupplierId));
            }

            var branch = branches.For(user);
            var currency = string.IsNullOrWhiteSpace(c.Currency) ? branch?.Currency ?? "EUR" : c.Currency.Trim().ToUpperInvariant();
            var unit = string.IsNullOrWhiteSpace(c.Unit) ? null : c.Unit.Trim();
            var terms = new SupplierTerms(c.Number, c.Price, currency, c.LeadDays, c.Minimum ?? 0, c.Pack ?? 1, c.Preferred) { Unit = unit, WarrantyMonths = c.WarrantyMonths };
            var now = clock.GetCurrentInstant();
            return part.SetSupplier(ids.NewId(), c.SupplierId, terms, branch?.DayOf(now) ?? now.InUtc().Date) is { Succeeded: false, Error: var refused } ? refused : Done.It;
        }
    }
}
