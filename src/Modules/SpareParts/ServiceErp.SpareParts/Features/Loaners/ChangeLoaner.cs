using FluentValidation;
using Microsoft.EntityFrameworkCore;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.SpareParts.Domain.Loaners;
using ServiceErp.SpareParts.Persistence;

namespace ServiceErp.SpareParts.Features.Loaners;

/// <summary>Changes what belongs to a unit and what its loan costs; loans that are out keep what was agreed.</summary>
public static class ChangeLoaner
{
    [Requires(SparePartsPermissions.LoanerManage)]
    public sealed record Command(Guid Id, int? Version, string? Accessories, decimal Deposit, decimal DailyFee, string? Notes) : ICommand<Done>, IVersioned
    {
        /// <summary>What another one would cost: proposed when it is lost.</summary>
        public decimal Value { get; init; }
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Accessories).AtMost(1000);
            RuleFor(c => c.Notes).AtMost(1000);
            RuleFor(c => c.Deposit).Amount();
            RuleFor(c => c.DailyFee).Amount();
            RuleFor(c => c.Value).Amount();
        }
    }

    internal sealed class Handler(SparePartsDbContext db) : IHandler<Command, Done>
    {
        public async Task<Result<Done>> Handle(Command c, CancellationToken cancel)
        {
            if (await db.Loaners.FirstOrDefaultAsync(l => l.Id == c.Id, cancel) is not { } loaner)
            {
                return LoanErrors.LoanerNotFound;
            }

            if (loaner.Stale(c.Version) is { } stale)
            {
                return stale;
            }

            loaner.Describe(new LoanerTerms(c.Accessories, c.Deposit, c.DailyFee, c.Notes, c.Value));
            return Done.It;
        }
    }
}
