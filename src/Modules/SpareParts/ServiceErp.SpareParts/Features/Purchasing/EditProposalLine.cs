using FluentValidation;
using Microsoft.EntityFrameworkCore;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.SpareParts.Domain.Purchasing;
using ServiceErp.SpareParts.Persistence;

namespace ServiceErp.SpareParts.Features.Purchasing;

/// <summary>Changes how many of a proposed part are bought, from whom and for how much; 0 leaves it out.</summary>
public static class EditProposalLine
{
    [Requires(SparePartsPermissions.PurchaseWrite)]
    public sealed record Command(Guid Id, Guid LineId, decimal Quantity, Guid? SupplierId, decimal? Price, int? Version) : ICommand<Done>, IVersioned;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Quantity).InclusiveBetween(0, Rules.Most).WithMessage("From zero to a million.").WithErrorCode("SpareParts.Stock.QuantityNotRight");
            RuleFor(c => c.Price).Amount();
        }
    }

    internal sealed class Handler(SparePartsDbContext db, ICurrentUser user) : IHandler<Command, Done>
    {
        public async Task<Result<Done>> Handle(Command c, CancellationToken cancel)
        {
            var proposal = await db.PurchaseProposals.Include(p => p.Lines).FirstOrDefaultAsync(p => p.Id == c.Id, cancel);
            if (proposal is null)
            {
                return PurchasingErrors.ProposalNotFound;
            }

            if (proposal.Stale(c.Version) is { } stale)
            {
                return stale;
            }

            if (c.SupplierId is { } supplier && !await db.Suppliers.AnyAsync(s => s.Id == supplier, cancel))
            {
                return PurchasingErrors.SupplierNotFound.On(nameof(c.SupplierId));
            }

            return proposal.Edit(c.LineId, c.Quantity, c.SupplierId, c.Price, user.UserId) is { Succeeded: false, Error: var refused } ? refused : Done.It;
        }
    }
}
