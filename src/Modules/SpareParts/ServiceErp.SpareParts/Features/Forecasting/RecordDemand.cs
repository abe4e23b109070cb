using FluentValidation;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Branches;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Importing;
using ServiceErp.SpareParts.Domain;
using ServiceErp.SpareParts.Domain.Forecasting;
using ServiceErp.SpareParts.Domain.Parts;
using ServiceErp.SpareParts.Persistence;

namespace ServiceErp.SpareParts.Features.Forecasting;

/// <summary>Writes down the demand of months before the ledger began (PAR-4), many at once. The same again changes nothing.</summary>
public static class RecordDemand
{
    /// <summary>Most months of parts in one command.</summary>
    public const int Most = 20_000;

    [Requires(SparePartsPermissions.PlanWrite)]
    [Reaches(Reach.Common)]
    public sealed record Command(IReadOnlyList<Month> Months) : ICommand<ImportEffect>;

    /// <param name="PartNumber">The part.</param>
    /// <param name="Day">Any day of the month.</param>
    /// <param name="Quantity">Asked for, in the part's unit; null says that nobody wrote it down, 0 that nothing was asked for.</param>
    public sealed record Month(string PartNumber, LocalDate Day, decimal? Quantity)
    {
        /// <summary>What it cost in all, in the branch's currency; 0 when unknown.</summary>
        public decimal Value { get; init; }
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Months).Must(m => m.Count is > 0 and <= Most).WithMessage("From 1 to 20,000 months at once.").WithErrorCode("SpareParts.Demand.NotRight");
            RuleForEach(c => c.Months).ChildRules(month => month.RuleFor(m => m.PartNumber).AtMost(60));
            RuleForEach(c => c.Months).Must(m => m.PartNumber is not null && m.Quantity is null or (>= 0 and <= Rules.Most) && m.Value >= 0)
                .WithMessage("Each month names a part; a quantity must be from zero to a million, a value not less than zero.").WithErrorCode("SpareParts.Demand.NotRight");
        }
    }

    internal sealed class Handler(SparePartsDbContext db, IBranches branches, ICurrentUser user) : IHandler<Command, ImportEffect>
    {
        public async Task<Result<ImportEffect>> Handle(Command c, CancellationToken cancel)
        {
            if (branches.For(user) is not { } branch)
            {
                return Error.Refused("SpareParts.Demand.BranchMissing", "There is no branch yet.");
            }

            await db.BeginWriteAsync([branch.Id], cancel);
            string[] numbers = [.. c.Months.Select(m => Codes.Clean(m.PartNumber)).Distinct()];
            var parts = await db.Parts.AsNoTracking().Where(p => numbers.Contains(p.Number)).ToDictionaryAsync(p => p.Number, p => p.Id, cancel);
            if (numbers.FirstOrDefault(n => !parts.ContainsKey(n)) is { } unknown)
            {
                return PartErrors.Unknown(unknown).On(nameof(Month.PartNumber));
            }

            Guid[] ids = [.. parts.Values];
            var known = await db.DemandRecords.Where(d => d.BranchId == branch.Id && ids.Contains(d.PartId)).ToDictionaryAsync(d => (d.PartId, d.Month), cancel);
            var effect = ImportEffect.Unchanged;
            foreach (var month in c.Months)
            {
                var key = (parts[Codes.Clean(month.PartNumber)], month.Day.With(DateAdjusters.StartOfMonth));
                if (!known.TryGetValue(key, out var record))
                {
                    known[key] = record = new DemandRecord(branch.Id, key.Item1, key.Item2);
                    db.DemandRecords.Add(record);
                    effect = ImportEffect.Created;
                    record.Note(month.Quantity, month.Value);
                }
                else if (record.Note(month.Quantity, month.Value) && effect == ImportEffect.Unchanged)
                {
                    effect = ImportEffect.Changed;
                }
            }

            return effect;
        }
    }
}
