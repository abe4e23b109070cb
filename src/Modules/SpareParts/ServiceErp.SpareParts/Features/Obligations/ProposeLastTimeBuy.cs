using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Persistence;
using ServiceErp.SpareParts.Domain.Forecasting;
using ServiceErp.SpareParts.Domain.Purchasing;
using ServiceErp.SpareParts.Domain.Warehouses;
using ServiceErp.SpareParts.Features.Forecasting;
using ServiceErp.SpareParts.Features.Purchasing;
using ServiceErp.SpareParts.Persistence;

namespace ServiceErp.SpareParts.Features.Obligations;

/// <summary>Proposes to buy what a part at risk needs until its obligation ends, while it can still be had (PAR-7).</summary>
public static class ProposeLastTimeBuy
{
    [Requires(SparePartsPermissions.PurchaseWrite)]
    public sealed record Command(Guid? Id, Guid PartId, Guid WarehouseId) : ICommand<Answer>, ICreates;

    public sealed record Answer(Guid Id, string Number, decimal Quantity);

    internal sealed class Handler(SparePartsDbContext db, PurchaseDesk desk, PartsAtRisk risks, IClock clock, IIdentifiers ids, PartPlanner planner) : IHandler<Command, Answer>
    {
        public async Task<Result<Answer>> Handle(Command c, CancellationToken cancel)
        {
            await db.BeginWriteAsync(db.Warehouses.BranchOf(c.WarehouseId), cancel);
            var warehouse = await db.Warehouses.AsNoTracking().FirstOrDefaultAsync(w => w.Id == c.WarehouseId && w.Active, cancel);
            if (warehouse is null)
            {
                return WarehouseErrors.NotFound.On(nameof(c.WarehouseId));
            }

            if (await risks.FindAsync(warehouse.BranchId, c.PartId, cancel) is not [{ Buy.Quantity: > 0 } risk])
            {
                return Error.Refused("SpareParts.Obligation.NothingToBuy", "There is enough of this part until its obligation ends.");
            }

            var offer = (await desk.OffersAsync([c.PartId], warehouse.BranchId, cancel))[c.PartId].FirstOrDefault();
            var terms = (await desk.TermsAsync([c.PartId], cancel))(c.PartId, offer);
            var forecast = (await desk.ForecastsAsync(warehouse.BranchId, [c.PartId], cancel))[c.PartId];
            var position = (await desk.PositionsAsync(warehouse.BranchId, [c.PartId], cancel))[c.PartId];
            var size = new OrderSize(risk.Buy.Quantity, risk.Buy.Quantity, OrderSize.ToPacks(risk.Buy.Quantity, terms));
            var proposal = new PurchaseProposal(c.Id ?? ids.NewId(), await desk.NumberAsync("PP", warehouse.BranchId, cancel), warehouse, clock.GetCurrentInstant(), desk.Me);
            proposal.Add(new PurchaseProposalLine(
                ids.NewId(), proposal.Id, 1, c.PartId, risk.Number, forecast.Class, ProposalCause.LastTimeBuy, PurchaseDesk.Figures(position, forecast, terms, size, (await planner.ChainsAsync([c.PartId], cancel))[c.PartId].Select(p => p.Number)), size.Quantity, offer?.SupplierId, offer?.Price));
            db.PurchaseProposals.Add(proposal);
            return new Answer(proposal.Id, proposal.Number, size.Quantity);
        }
    }
}
