using FluentValidation;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Reception.Domain.Warranty;
using ServiceErp.Reception.Persistence;

namespace ServiceErp.Reception.Features.Warranty;

/// <summary>Sets the warranty terms of a model for devices sold from a day on. Requests that were judged keep their answer.</summary>
public static class SetWarrantyPolicy
{
    [Requires(ReceptionPermissions.WarrantyWrite)]
    [Reaches(Reach.All)]
    public sealed record Command(Guid ModelId, LocalDate? SoldFrom, int PartMonths, int LabourMonths, bool NeedsProofOfPurchase = false) : ICommand<Answer>
    {
        /// <summary>Fault causes that take the coverage away, separated by commas.</summary>
        public string? ExcludedCauses { get; init; }

        /// <summary>Terms of single part groups.</summary>
        public IReadOnlyList<Term> Terms { get; init; } = [];
    }

    public sealed record Term
    {
        public string? PartGroup { get; init; }

        public int Months { get; init; }
    }

    public sealed record Answer(Guid Id);

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.SoldFrom).NotNull().WithMessage("Say from which day of sale on it counts.").WithErrorCode("Reception.Warranty.SoldFromMissing");
            RuleFor(c => c.PartMonths).Months();
            RuleFor(c => c.LabourMonths).Months();
            RuleFor(c => c.ExcludedCauses).AtMost(1000);
            RuleForEach(c => c.Terms).ChildRules(term =>
            {
                term.RuleFor(t => t.PartGroup).AtMost(80);
                term.RuleFor(t => t.Months).Months();
            });
            RuleFor(c => c.Terms).Must(terms => terms.Where(t => !string.IsNullOrWhiteSpace(t.PartGroup)).GroupBy(t => t.PartGroup!.Trim()).All(same => same.Count() == 1))
                .WithMessage("A part group has one term.").WithErrorCode("Reception.Warranty.GroupTwice");
        }
    }

    internal sealed class Handler(ReceptionDbContext db, IIdentifiers ids) : IHandler<Command, Answer>
    {
        public async Task<Result<Answer>> Handle(Command c, CancellationToken cancel)
        {
            if (!await db.Models.AnyAsync(m => m.Id == c.ModelId, cancel))
            {
                return Error.NotFound("Reception.Model.NotFound", "There is no such model.");
            }

            var policy = await db.Policies.FirstOrDefaultAsync(p => p.ModelId == c.ModelId && p.SoldFrom == c.SoldFrom, cancel);
            if (policy is null)
            {
                policy = new WarrantyPolicy(ids.NewId(), c.ModelId, c.SoldFrom!.Value);
                db.Policies.Add(policy);
            }

            policy.Grant(
                new WarrantyGrant(
                    c.PartMonths,
                    c.LabourMonths,
                    c.NeedsProofOfPurchase,
                    [.. (c.ExcludedCauses ?? "").Split([',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct(StringComparer.Ordinal)],
                    c.Terms.Where(t => !string.IsNullOrWhiteSpace(t.PartGroup)).ToDictionary(t => t.PartGroup!.Trim(), t => t.Months, StringComparer.Ordinal)),
                ids);
            return new Answer(policy.Id);
        }
    }
}
