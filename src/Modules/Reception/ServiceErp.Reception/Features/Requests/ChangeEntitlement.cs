using FluentValidation;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Reception.Domain.Warranty;
using ServiceErp.Reception.Persistence;
using ServiceErp.Workshop;

namespace ServiceErp.Reception.Features.Requests;

/// <summary>Changes who pays, for a reason; the earlier answer is kept and the workshop learns of it (REC-3).</summary>
public static class ChangeEntitlement
{
    [Requires(ReceptionPermissions.EntitlementChange)]
    public sealed record Command(Guid Id, ServiceCategory Category, string? Reason) : ICommand<Done>, IVersioned
    {
        /// <summary>Whether working time is free; unless said, for all but paid work.</summary>
        public bool? LabourCovered { get; init; }

        /// <summary>Part groups that are free, separated by commas; * covers all. Unless said all but for paid work.</summary>
        public string? CoveredPartGroups { get; init; }

        public int? Version { get; init; }
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Reason).Reason();
            RuleFor(c => c.CoveredPartGroups).AtMost(1000);
            RuleFor(c => c.Category).IsInEnum().WithMessage("Choose a category.").WithErrorCode("Reception.Entitlement.CategoryUnknown");
        }
    }

    internal sealed class Handler(ReceptionDbContext db, IClock clock, IIdentifiers ids, ICurrentUser user, IServiceOrders? orders = null) : IHandler<Command, Done>
    {
        public async Task<Result<Done>> Handle(Command c, CancellationToken cancel)
        {
            if (await db.Requests.Include(r => r.Decisions).FirstOrDefaultAsync(r => r.Id == c.Id, cancel) is not { } request)
            {
                return RequestErrors.NotFound;
            }

            if (request.Stale(c.Version) is { } stale)
            {
                return stale;
            }

            if (request.OrderId is { } order && orders is not null && await orders.EntitlementRefusalAsync(order, cancel) is { } settled)
            {
                return settled;
            }

            if (c.Category == ServiceCategory.Contract)
            {
                return Error.Refused("Reception.Contract.None", "No maintenance contract is known for this device, so nothing can be done under one.").On(nameof(c.Category));
            }

            var pays = c.Category == ServiceCategory.Paid;
            string[] groups = pays ? [] : string.IsNullOrWhiteSpace(c.CoveredPartGroups) ? [WarrantyCheck.All]
                : [.. c.CoveredPartGroups.Split([',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct(StringComparer.Ordinal)];
            var verdict = new Verdict(c.Category, EntitlementRule.Decision, new Sentence(c.Reason!.Trim()), !pays && c.LabourCovered != false, groups)
            {
                ExcludedCauses = request.Entitlement?.ExcludedCauses ?? [],
                RepeatOf = c.Category == ServiceCategory.Warranty ? request.Entitlement?.RepeatOf : null,
            };
            var changed = request.ChangeEntitlement(ids.NewId(), verdict, clock.GetCurrentInstant(), user.Name, c.Reason!);
            return changed.Succeeded ? Done.It : changed.Error;
        }
    }
}
