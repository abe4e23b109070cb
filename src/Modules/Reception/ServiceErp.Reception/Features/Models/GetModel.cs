using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Reception.Persistence;

namespace ServiceErp.Reception.Features.Models;

/// <summary>One model with its warranty terms.</summary>
public static class GetModel
{
    [Requires(ReceptionPermissions.WarrantyRead)]
    public sealed record Query(Guid Id) : IQuery<Answer>;

    public sealed record Answer(Guid Id, int Version, string Code, string Name, string ProductGroup, int? ServiceLifeYears, IReadOnlyList<string> Groups, bool Active)
    {
        /// <summary>The groups as they are typed.</summary>
        public string PartGroups => string.Join(", ", Groups);

        public int Devices { get; init; }

        /// <summary>The latest first.</summary>
        public IReadOnlyList<Policy> Policies { get; init; } = [];

        public IReadOnlyList<Promotion> Promotions { get; init; } = [];
    }

    public sealed record Policy(Guid Id, LocalDate SoldFrom, int PartMonths, int LabourMonths, bool NeedsProofOfPurchase, IReadOnlyList<string> ExcludedCauses, IReadOnlyList<Term> Terms);

    public sealed record Term(string PartGroup, int Months);

    public sealed record Promotion(Guid Id, string Code, string Name, LocalDate SoldFrom, LocalDate SoldTo, int ExtraMonths, string? PartGroup, bool ExtendsLabour);

    internal sealed class Handler(ReceptionDbContext db) : IHandler<Query, Answer>
    {
        public async Task<Result<Answer>> Handle(Query query, CancellationToken cancel)
        {
            if (await db.Models.AsNoTracking().FirstOrDefaultAsync(m => m.Id == query.Id, cancel) is not { } model)
            {
                return Error.NotFound("Reception.Model.NotFound", "There is no such model.");
            }

            var policies = await db.Policies.AsNoTracking().Where(p => p.ModelId == query.Id).OrderByDescending(p => p.SoldFrom).ToListAsync(cancel);
            return new Answer(model.Id, model.Version, model.Code, model.Name, model.ProductGroup, model.ServiceLifeYears, model.PartGroups, model.Active)
            {
                Devices = await db.Devices.CountAsync(d => d.ModelId == query.Id, cancel),
                Policies = [.. policies.Select(p => new Policy(
                    p.Id, p.SoldFrom, p.PartMonths, p.LabourMonths, p.NeedsProofOfPurchase, p.ExcludedCauses, [.. p.Terms.OrderBy(t => t.PartGroup, StringComparer.Ordinal).Select(t => new Term(t.PartGroup, t.Months))]))],
                Promotions = await db.Promotions.AsNoTracking().Where(p => p.ModelId == null || p.ModelId == query.Id).OrderByDescending(p => p.SoldFrom)
                    .Select(p => new Promotion(p.Id, p.Code, p.Name, p.SoldFrom, p.SoldTo, p.ExtraMonths, p.PartGroup, p.ExtendsLabour)).ToListAsync(cancel),
            };
        }
    }
}
