using FluentValidation;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Branches;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Workshop.Domain.Catalog;
using ServiceErp.Workshop.Persistence;

namespace ServiceErp.Workshop.Features.Catalog;

/// <summary>Writes an entry of the fee table, found by its code, with a price from a day on (S4.5.11).</summary>
public static class SaveFeeItem
{
    /// <param name="Code">Finds it; never changes.</param>
    /// <param name="Kind">Labour, travel or fee.</param>
    /// <param name="Text">What the customer reads.</param>
    /// <param name="Unit">Such as h, km, pcs.</param>
    /// <param name="Currency">ISO 4217 code of the price.</param>
    /// <param name="Price">Net; nothing leaves the prices as they are.</param>
    /// <param name="ValidFrom">First day of the price.</param>
    /// <param name="BranchId">Only for this branch.</param>
    /// <param name="Active">Whether it can be charged.</param>
    [Requires(WorkshopPermissions.CatalogWrite)]
    [Reaches(Reach.Branch)]
    public sealed record Command(string Code, ChargeKind Kind, string Text, string Unit, string? Currency = null, decimal? Price = null, LocalDate? ValidFrom = null, Guid? BranchId = null, bool Active = true) : ICommand<Answer>;

    public sealed record Answer(Guid Id);

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Code).NotEmpty().WithErrorCode("Workshop.FeeItem.CodeMissing").WithMessage("Enter a code.").AtMost(40);
            RuleFor(c => c.Kind).NotEqual(ChargeKind.Part).WithErrorCode("Workshop.FeeItem.PartsElsewhere").WithMessage("Parts are priced in the parts catalogue.");
            RuleFor(c => c.Text).NotEmpty().WithErrorCode("Workshop.FeeItem.TextMissing").WithMessage("Enter what the customer reads.").AtMost(200);
            RuleFor(c => c.Unit).NotEmpty().WithErrorCode("Workshop.FeeItem.UnitMissing").WithMessage("Enter the unit.").AtMost(20);
            RuleFor(c => c.Currency).Must(Currencies.IsWellFormed).When(c => c.Price is not null).WithErrorCode("Workshop.FeeItem.CurrencyMissing").WithMessage("Enter the currency as three capital letters.");
            RuleFor(c => c.Price).InclusiveBetween(0, 1_000_000_000).WithErrorCode("Workshop.ServiceOrder.PriceOutOfRange").WithMessage("A price can't be negative.");
            RuleFor(c => c.ValidFrom).NotNull().When(c => c.Price is not null).WithErrorCode("Workshop.FeeItem.ValidFromMissing").WithMessage("Say from when the price is valid.");
        }
    }

    internal sealed class Handler(WorkshopDbContext db, IIdentifiers ids, IBranches branches, ICurrentUser user) : IHandler<Command, Answer>
    {
        public async Task<Result<Answer>> Handle(Command c, CancellationToken cancel)
        {
            var code = c.Code.Trim().ToUpperInvariant();
            var fee = await db.Fees.Include(f => f.Prices).FirstOrDefaultAsync(f => f.Code == code, cancel);
            if (fee is null)
            {
                db.Fees.Add(fee = new FeeItem(ids.NewId(), code, c.Kind));
            }
            else if (fee.Kind != c.Kind)
            {
                return Error.Refused("Workshop.FeeItem.KindFixed", "{0} stays {1}: make a new entry instead.", code, fee.Kind).On(nameof(c.Kind));
            }

            // What an entry is called and whether it can be charged binds all branches; a price binds the one it is for.
            var isKnown = db.Entry(fee).State != EntityState.Added;
            var others = isKnown && !fee.Is(c.Text, c.Unit, c.Active) ? Access.OfAllBranches(user) : null;
            if ((others ?? (c.Price is null ? null : branches.Refusal(user, c.BranchId)?.On(nameof(c.BranchId)))) is { } notTheirs)
            {
                return notTheirs;
            }

            fee.Describe(c.Text, c.Unit, c.Active);
            if (c is { Price: { } price, ValidFrom: { } from, Currency: { } currency })
            {
                fee.Price(ids.NewId(), c.BranchId, currency, price, from);
            }

            return new Answer(fee.Id);
        }
    }
}
