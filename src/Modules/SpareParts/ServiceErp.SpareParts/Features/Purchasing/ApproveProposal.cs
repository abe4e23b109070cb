using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Persistence;
using ServiceErp.SpareParts.Domain.Purchasing;
using ServiceErp.SpareParts.Features.Classes;
using ServiceErp.SpareParts.Persistence;

namespace ServiceErp.SpareParts.Features.Purchasing;

/// <summary>
/// Approves a proposal of somebody else, once, within the limit of each part's class; each supplier's lines become an order to it. Who may approve any amount is not bound by the limits, and what they approved may be
/// sent as it is; an order above the branch's limit that was approved within the classes' limits only needs a further person.
/// </summary>
public static class ApproveProposal
{
    [Requires(SparePartsPermissions.PurchaseApprove)]
    public sealed record Command(Guid Id, int? Version) : ICommand<Answer>, IVersioned;

    public sealed record Answer(IReadOnlyList<Order> Orders);

    public sealed record Order(Guid Id, string Number, Guid SupplierId);

    internal sealed class Handler(SparePartsDbContext db, PurchaseDesk desk, IClock clock, IIdentifiers ids, ICurrentUser user) : IHandler<Command, Answer>
    {
        public async Task<Result<Answer>> Handle(Command c, CancellationToken cancel)
        {
            await db.BeginWriteAsync(db.PurchaseProposals.BranchOf(c.Id), cancel);
            var proposal = await db.PurchaseProposals.Include(p => p.Lines).ThenInclude(l => l.Part).FirstOrDefaultAsync(p => p.Id == c.Id, cancel);
            if (proposal is null)
            {
                return PurchasingErrors.ProposalNotFound;
            }

            var now = clock.GetCurrentInstant();
            var limits = (await db.TermsAsync(cancel)).ToDictionary(t => t.Key, t => t.Value.ApprovalLimit);
            if (proposal.Approve(limits, user.Can(SparePartsPermissions.PurchaseApproveAny), desk.Me, now) is { Succeeded: false, Error: var refused })
            {
                return refused;
            }

            if (proposal.Stale(c.Version) is { } stale)
            {
                return stale;
            }

            var warehouse = await db.Warehouses.AsNoTracking().FirstAsync(w => w.Id == proposal.WarehouseId, cancel);
            var rules = await db.RulesAsync(cancel);
            var offers = await desk.OffersAsync([.. proposal.Lines.Select(l => l.PartId)], proposal.BranchId, cancel);
            var orders = new List<Order>();
            foreach (var bySupplier in proposal.Lines.Where(l => l.Quantity > 0).GroupBy(l => l.SupplierId!.Value))
            {
                var order = await desk.NewOrderAsync(null, warehouse, bySupplier.Key, proposal.Id, cancel);
                foreach (var line in bySupplier.OrderBy(l => l.Line))
                {
                    var offer = offers[line.PartId].FirstOrDefault(o => o.SupplierId == bySupplier.Key);
                    order.AddLine(ids.NewId(), line.PartId, line.PartNumber, offer?.Number, line.Part.Unit, line.Quantity, line.Price!.Value, offer?.LeadDays ?? rules.UsualLeadDays, offer?.PackedFor(line.Quantity), user.UserId);
                }

                if (user.Can(SparePartsPermissions.PurchaseApproveAny))
                {
                    order.ApprovedWithProposal(now);
                }

                db.PurchaseOrders.Add(order);
                orders.Add(new(order.Id, order.Number, order.SupplierId));
            }

            return new Answer(orders);
        }
    }
}
