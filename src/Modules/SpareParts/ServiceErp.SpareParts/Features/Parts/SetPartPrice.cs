using FluentValidation;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Branches;
using ServiceErp.Platform.Dispatching;
using ServiceErp.SpareParts.Domain.Parts;
using ServiceErp.SpareParts.Features.Prices;
using ServiceErp.SpareParts.Persistence;

namespace ServiceErp.SpareParts.Features.Parts;

/// <summary>Sets the net sales price from a day on, until the next one begins; asked again for the same day it changes it.</summary>
public static class SetPartPrice
{
    [Requires(SparePartsPermissions.PartWrite)]
    [Reaches(Reach.Common)]
    public sealed record Command(Guid PartId, decimal Amount, LocalDate? ValidFrom, string? Currency) : ICommand<Done>
    {
        /// <summary>Why it is dated back; needed then.</summary>
        public string? Reason { get; init; }
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Amount).Amount();
            RuleFor(c => c.Reason).ReasonOrNothing();
            RuleFor(c => c.Currency).Must(code => code is null || Currencies.IsWellFormed(code)).WithMessage("A currency is three capital letters, such as EUR.").WithErrorCode("SpareParts.Part.CurrencyNotRight");
        }
    }

    internal sealed class Handler(SparePartsDbContext db, IClock clock, IIdentifiers ids, ICurrentUser user, IBranches branches) : IHandler<Command, Done>
    {
        public async Task<Result<Done>> Handle(Command c, CancellationToken cancel)
        {
            var part = await db.Parts.Include(p => p.Prices).FirstOrDefaultAsync(p => p.Id == c.PartId, cancel);
            if (part is null)
            {
                return PartErrors.NotFound;
            }

            var branch = branches.For(user);
            var currency = c.Currency ?? branch?.Currency;
            var from = c.ValidFrom ?? branch?.DayOf(clock.GetCurrentInstant());
            if (currency is null || from is null)
            {
                return Error.Invalid("SpareParts.Part.CurrencyMissing", "Say the currency and the first day.").On(nameof(c.Currency));
            }

            if (part.BackdatingRefusal(currency, from.Value, branch?.DayOf(clock.GetCurrentInstant()) ?? from.Value, c.Reason, user) is { } refused)
            {
                return refused;
            }

            part.SetPrice(ids.NewId(), currency, from.Value, c.Amount, string.IsNullOrWhiteSpace(c.Reason) ? null : c.Reason.Trim());
            return Done.It;
        }
    }
}
