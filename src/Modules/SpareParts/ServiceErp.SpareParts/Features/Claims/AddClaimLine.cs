using Microsoft.EntityFrameworkCore;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.SpareParts.Domain.Defects;
using ServiceErp.SpareParts.Features.Defects;
using ServiceErp.SpareParts.Persistence;

namespace ServiceErp.SpareParts.Features.Claims;

/// <summary>Adds defective goods to a claim that the supplier has not seen.</summary>
public static class AddClaimLine
{
    [Requires(SparePartsPermissions.ClaimWrite)]
    public sealed record Command(Guid Id, Guid DefectivePartId, int? Version) : ICommand<Done>, IVersioned;

    internal sealed class Handler(SparePartsDbContext db, ClaimDesk claims, DefectDesk defects, IIdentifiers ids) : IHandler<Command, Done>
    {
        public async Task<Result<Done>> Handle(Command c, CancellationToken cancel)
        {
            var found = await claims.FindAsync(c.Id, c.Version, cancel);
            if (!found.Succeeded)
            {
                return found.Error;
            }

            var claim = found.Value;
            var goods = await db.DefectiveParts.Include(d => d.Warehouse).FirstOrDefaultAsync(d => d.Id == c.DefectivePartId && d.BranchId == claim.BranchId, cancel);
            if (goods is null)
            {
                return DefectErrors.NotFound;
            }

            if ((await defects.TakeInAsync([goods], cancel) ?? await defects.AssignAsync([goods], claim.SupplierId, cancel)) is { } wrong)
            {
                return wrong;
            }

            var numbers = await claims.SupplierNumbersAsync(claim.SupplierId, [goods.PartId], cancel);
            return claim.AddLine(ids.NewId(), goods, numbers.GetValueOrDefault(goods.PartId), claims.Digits(claim.Currency)) is { Succeeded: false, Error: var refused } ? refused : Done.It;
        }
    }
}
