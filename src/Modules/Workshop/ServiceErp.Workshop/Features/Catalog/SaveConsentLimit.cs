using FluentValidation;
using Microsoft.EntityFrameworkCore;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Workshop.Domain.Catalog;
using ServiceErp.Workshop.Persistence;

namespace ServiceErp.Workshop.Features.Catalog;

/// <summary>Sets how far a role may record a customer's consent without a quotation, in one currency (WRK-4).</summary>
public static class SaveConsentLimit
{
    /// <param name="Role">Receptionist, dispatcher or a manager.</param>
    /// <param name="Currency">ISO 4217.</param>
    /// <param name="UpTo">Net; nothing is no limit.</param>
    [Requires(WorkshopPermissions.LimitWrite)]
    [Reaches(Reach.All)]
    public sealed record Command(string Role, string Currency, decimal? UpTo) : ICommand<Done>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Role).Must(r => ConsentLimit.Roles.Contains(r)).WithErrorCode("Workshop.ConsentLimit.RoleUnknown").WithMessage("Choose one of the roles that speak with customers.");
            RuleFor(c => c.Currency).Must(Currencies.IsWellFormed).WithErrorCode("Workshop.ConsentLimit.CurrencyUnknown").WithMessage("Enter a currency such as EUR.");
            RuleFor(c => c.UpTo).InclusiveBetween(0, 1_000_000_000).WithErrorCode("Workshop.ServiceOrder.PriceOutOfRange").WithMessage("An amount can't be negative.");
        }
    }

    internal sealed class Handler(WorkshopDbContext db, IIdentifiers ids) : IHandler<Command, Done>
    {
        public async Task<Result<Done>> Handle(Command c, CancellationToken cancel)
        {
            var limit = await db.ConsentLimits.FirstOrDefaultAsync(l => l.Role == c.Role && l.Currency == c.Currency, cancel);
            if (limit is null)
            {
                db.ConsentLimits.Add(limit = new ConsentLimit(ids.NewId(), c.Role, c.Currency));
            }

            limit.Set(c.UpTo);
            return Done.It;
        }
    }
}
