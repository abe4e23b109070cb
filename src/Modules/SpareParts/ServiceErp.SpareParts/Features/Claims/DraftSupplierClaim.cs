using FluentValidation;
using Microsoft.EntityFrameworkCore;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.SpareParts.Domain.Claims;
using ServiceErp.SpareParts.Domain.Defects;
using ServiceErp.SpareParts.Features.Defects;
using ServiceErp.SpareParts.Persistence;

namespace ServiceErp.SpareParts.Features.Claims;

/// <summary>Makes a claim of defective goods of one supplier, each a line (PAR-9). What was taken out of devices comes into the store with it, at no value.</summary>
public static class DraftSupplierClaim
{
    public const int MostLines = 200;

    /// <param name="Id">Identity of the claim, so that sending it again makes no second one.</param>
    /// <param name="DefectiveParts">The goods.</param>
    [Requires(SparePartsPermissions.ClaimWrite)]
    public sealed record Command(Guid? Id, IReadOnlyList<Guid> DefectiveParts) : ICommand<Answer>, ICreates
    {
        /// <summary>Who supplied them; needed for goods of which nobody knows it.</summary>
        public Guid? SupplierId { get; init; }
    }

    public sealed record Answer(Guid Id, string Number);

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() =>
            RuleFor(c => c.DefectiveParts).Must(d => d is { Count: > 0 and <= MostLines }).WithMessage("Choose from one to 200 defective goods.").WithErrorCode("SpareParts.SupplierClaim.GoodsMissing");
    }

    internal sealed class Handler(SparePartsDbContext db, ClaimDesk claims, DefectDesk defects, IIdentifiers ids) : IHandler<Command, Answer>
    {
        public async Task<Result<Answer>> Handle(Command c, CancellationToken cancel)
        {
            await db.BeginWriteAsync(db.DefectiveParts.Where(d => c.DefectiveParts.Contains(d.Id)).Select(d => d.BranchId), cancel);
            var wanted = c.DefectiveParts.Distinct().ToArray();
            var goods = await db.DefectiveParts.Include(d => d.Warehouse).Where(d => wanted.Contains(d.Id)).OrderBy(d => d.FoundAt).ThenBy(d => d.Id).ToListAsync(cancel);
            if (goods.Count != wanted.Length || goods.Select(d => d.BranchId).Distinct().Count() != 1)
            {
                return DefectErrors.NotFound;
            }

            if ((c.SupplierId ?? goods.Select(g => g.SupplierId).FirstOrDefault(s => s is not null)) is not { } supplier)
            {
                return ClaimErrors.SupplierMissing;
            }

            if (!await db.Suppliers.AnyAsync(s => s.Id == supplier, cancel))
            {
                return Error.NotFound("SpareParts.Supplier.NotFound", "This supplier does not exist.").On(nameof(c.SupplierId));
            }

            if ((await defects.TakeInAsync(goods, cancel) ?? await defects.AssignAsync(goods, supplier, cancel)) is { } wrong)
            {
                return wrong;
            }

            var numbers = await claims.SupplierNumbersAsync(supplier, goods.Select(g => g.PartId), cancel);
            var claim = await claims.NewAsync(c.Id, goods[0].BranchId, supplier, cancel);
            foreach (var one in goods)
            {
                if (claim.AddLine(ids.NewId(), one, numbers.GetValueOrDefault(one.PartId), claims.Digits(claim.Currency)) is { Succeeded: false, Error: var refused })
                {
                    return refused;
                }
            }

            db.SupplierClaims.Add(claim);
            return new Answer(claim.Id, claim.Number);
        }
    }
}
