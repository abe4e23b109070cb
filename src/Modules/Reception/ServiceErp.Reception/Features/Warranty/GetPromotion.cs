using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Reception.Persistence;

namespace ServiceErp.Reception.Features.Warranty;

/// <summary>One warranty promotion by its code.</summary>
public static class GetPromotion
{
    [Requires(ReceptionPermissions.WarrantyRead)]
    public sealed record Query(string? Code) : IQuery<Answer>;

    public sealed record Answer(Guid Id, string Code, string Name, Guid? ModelId, string? ModelText, LocalDate SoldFrom, LocalDate SoldTo, int ExtraMonths, string? PartGroup, bool ExtendsLabour);

    internal sealed class Handler(ReceptionDbContext db) : IHandler<Query, Answer>
    {
        public async Task<Result<Answer>> Handle(Query query, CancellationToken cancel) =>
            await db.Promotions.AsNoTracking().Where(p => p.Code == query.Code)
                .Select(p => new Answer(p.Id, p.Code, p.Name, p.ModelId, db.Models.Where(m => m.Id == p.ModelId).Select(m => m.Code).FirstOrDefault(), p.SoldFrom, p.SoldTo, p.ExtraMonths, p.PartGroup, p.ExtendsLabour))
                .FirstOrDefaultAsync(cancel) is { } promotion
                ? promotion
                : Error.NotFound("Reception.Promotion.NotFound", "There is no such promotion.");
    }
}
