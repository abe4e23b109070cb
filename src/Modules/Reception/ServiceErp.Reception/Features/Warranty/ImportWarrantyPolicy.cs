using FluentValidation;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Importing;
using ServiceErp.Reception.Domain.Models;
using ServiceErp.Reception.Domain.Warranty;
using ServiceErp.Reception.Persistence;

namespace ServiceErp.Reception.Features.Warranty;

/// <summary>
/// One row of a list of warranty terms (REC-10), known by model and first day of sale. What a row does not say stays as it is; terms of part groups are told
/// all together or not at all. Requests that were judged keep their answer.
/// </summary>
public static class ImportWarrantyPolicy
{
    [Requires(ReceptionPermissions.Import)]
    [Reaches(Reach.All)]
    public sealed record Command(string Model, LocalDate SoldFrom) : ICommand<ImportEffect>
    {
        public int? PartMonths { get; init; }

        public int? LabourMonths { get; init; }

        public bool? NeedsProofOfPurchase { get; init; }

        /// <summary>Fault causes that take the coverage away, separated by commas.</summary>
        public string? ExcludedCauses { get; init; }

        /// <summary>Months by part group.</summary>
        public IReadOnlyDictionary<string, int>? Terms { get; init; }
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Model).Needed(40, "Reception.Model.CodeMissing", "Write the model's code.");
            RuleFor(c => c.PartMonths).Months();
            RuleFor(c => c.LabourMonths).Months();
            RuleFor(c => c.ExcludedCauses).AtMost(1000);
            RuleFor(c => c.Terms).Must(terms => terms is null || terms.All(term => term.Key.Length <= 60 && term.Value is >= 0 and <= Rules.MostMonths))
                .WithMessage("Enter from 0 to 600 months.").WithErrorCode("Reception.MonthsNotRight");
        }
    }

    internal sealed class Handler(ReceptionDbContext db, IIdentifiers ids) : IHandler<Command, ImportEffect>
    {
        public async Task<Result<ImportEffect>> Handle(Command c, CancellationToken cancel)
        {
            var code = DeviceModel.KeyOf(c.Model);
            if (await db.Models.Where(m => m.Code == code).Select(m => (Guid?)m.Id).FirstOrDefaultAsync(cancel) is not { } model)
            {
                return Error.Invalid("Reception.Model.Unknown", "There is no model {0}. Import the models first.", code).On(nameof(c.Model));
            }

            var policy = await db.Policies.FirstOrDefaultAsync(p => p.ModelId == model && p.SoldFrom == c.SoldFrom, cancel);
            var isNew = policy is null;
            if (policy is null)
            {
                if (c.PartMonths is null || c.LabourMonths is null)
                {
                    return Error.Invalid("Reception.Warranty.MonthsMissing", "New terms need the months for parts and for labour; 0 gives none.").On(c.PartMonths is null ? nameof(c.PartMonths) : nameof(c.LabourMonths));
                }

                policy = new WarrantyPolicy(ids.NewId(), model, c.SoldFrom);
                db.Policies.Add(policy);
            }

            var before = policy.Granted();
            var grant = new WarrantyGrant(
                c.PartMonths ?? before.PartMonths, c.LabourMonths ?? before.LabourMonths, c.NeedsProofOfPurchase ?? before.NeedsProofOfPurchase,
                c.ExcludedCauses is null ? before.ExcludedCauses : [.. Rules.WordsOf(c.ExcludedCauses).Distinct(StringComparer.Ordinal)], c.Terms ?? before.Terms);
            if (!isNew && grant.IsSameAs(before))
            {
                return ImportEffect.Unchanged;
            }

            policy.Grant(grant, ids);
            return isNew ? ImportEffect.Created : ImportEffect.Changed;
        }
    }
}
