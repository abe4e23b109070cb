using FluentValidation;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Branches;
using ServiceErp.Platform.Dispatching;
using ServiceErp.SpareParts.Domain;
using ServiceErp.SpareParts.Domain.Parts;
using ServiceErp.SpareParts.Persistence;

namespace ServiceErp.SpareParts.Features.Prices;

/// <summary>Begins a price list that stands before the parts' own prices from its first day to its last.</summary>
public static class CreatePriceList
{
    [Requires(SparePartsPermissions.PartWrite)]
    public sealed record Command(Guid? Id, string Code, string Name, LocalDate ValidFrom) : ICommand<Answer>, ICreates
    {
        /// <summary>Null ends by no day.</summary>
        public LocalDate? ValidUntil { get; init; }

        /// <summary>The currency of that branch, or of the caller's, unless said.</summary>
        public string? Currency { get; init; }

        /// <summary>Null is for all branches of the currency.</summary>
        public Guid? BranchId { get; init; }
    }

    public sealed record Answer(Guid Id, string Code);

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Code).Needed(20, "SpareParts.PriceList.CodeMissing");
            RuleFor(c => c.Name).Needed(200, "SpareParts.PriceList.NameMissing");
            RuleFor(c => c.Currency).Must(c => string.IsNullOrWhiteSpace(c) || Currencies.IsWellFormed(c.Trim().ToUpperInvariant())).WithMessage("There is no such currency.").WithErrorCode("SpareParts.Part.CurrencyUnknown");
        }
    }

    internal sealed class Handler(SparePartsDbContext db, IIdentifiers ids, IBranches branches, ICurrentUser user) : IHandler<Command, Answer>
    {
        public async Task<Result<Answer>> Handle(Command c, CancellationToken cancel)
        {
            var code = Codes.Clean(c.Code);
            if (await db.PriceLists.IgnoreQueryFilters().AnyAsync(l => l.Code == code, cancel))
            {
                return Error.Refused("SpareParts.PriceList.CodeTaken", "There is a price list {0} already.", code).On(nameof(c.Code));
            }

            if (branches.Refusal(user, c.BranchId) is { } notTheirs)
            {
                return notTheirs.On(nameof(c.BranchId));
            }

            var list = new PriceList(c.Id ?? ids.NewId(), code, string.IsNullOrWhiteSpace(c.Currency) ? branches.For(user, c.BranchId)?.Currency ?? "EUR" : c.Currency.Trim().ToUpperInvariant());
            if (list.Describe(c.Name, c.BranchId, c.ValidFrom, c.ValidUntil) is { Succeeded: false, Error: var refused })
            {
                return refused;
            }

            db.PriceLists.Add(list);
            return new Answer(list.Id, list.Code);
        }
    }
}
