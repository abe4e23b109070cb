using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.SpareParts.Domain.Forecasting;
using ServiceErp.SpareParts.Domain.Purchasing;
using ServiceErp.SpareParts.Domain.Reservations;
using ServiceErp.SpareParts.Domain.Warehouses;
using ServiceErp.SpareParts.Persistence;

namespace ServiceErp.SpareParts.Features.Purchasing;

/// <summary>
/// Proposes what to buy for a warehouse (PAR-4): every part of its branch whose stock and orders under way have fallen to the reorder point, and whatever orders wait for. Parts on a proposal that is still
/// open are left to it.
/// </summary>
public static class MakeProposal
{
    private const int MostLines = 500;

    [Requires(SparePartsPermissions.PurchaseWrite)]
    public sealed record Command(Guid? Id, Guid WarehouseId) : ICommand<Answer>, ICreates;

    public sealed record Answer(Guid Id, string Number, int Lines);

    internal sealed class Handler(SparePartsDbContext db, PurchaseDesk desk, IClock clock, IIdentifiers ids, ICurrentUser user) : IHandler<Command, Answer>
    {
        public async Task<Result<Answer>> Handle(Command c, CancellationToken cancel)
        {
            await db.BeginWriteAsync(db.Warehouses.Where(w => w.Id == c.WarehouseId).Select(w => w.BranchId), cancel);
            var warehouse = await db.Warehouses.AsNoTracking().FirstOrDefaultAsync(w => w.Id == c.WarehouseId && w.Active, cancel);
            if (warehouse is null)
            {
                return WarehouseErrors.NotFound.On(nameof(c.WarehouseId));
            }

            var parts = await DueAsync(warehouse.BranchId, cancel);
            var positions = await desk.PositionsAsync(warehouse.BranchId, parts, cancel);
            var forecasts = await desk.ForecastsAsync(warehouse.BranchId, parts, cancel);
            var offers = await desk.OffersAsync(parts, warehouse.BranchId, cancel);
            var termsOf = await desk.TermsAsync(parts, cancel);
            var lines = new List<(PartForecast Forecast, OrderTerms Terms, Offer? Offer, OrderSize Size)>();
            foreach (var part in parts)
            {
                var (forecast, offer) = (forecasts[part], offers[part].FirstOrDefault());
                var terms = termsOf(part, offer);
                var position = Net(positions[part]);
                var size = OrderSize.Of(position, forecast.ReorderPoint, (double)forecast.PerMonth, terms);
                if (OrderSize.IsDue(position, forecast.ReorderPoint, terms) && size.Quantity > 0)
                {
                    lines.Add((forecast, terms, offer, size));
                }
            }

            if (lines.Count == 0)
            {
                return Error.Refused("SpareParts.PurchaseProposal.NothingToBuy", "There is enough of everything: nothing is to be bought now.");
            }

            var proposal = new PurchaseProposal(c.Id ?? ids.NewId(), await desk.NumberAsync("PP", warehouse.BranchId, cancel), warehouse, clock.GetCurrentInstant(), user.Name);
            foreach (var (forecast, terms, offer, size) in lines.OrderBy(l => l.Forecast.Class).ThenBy(l => l.Forecast.PartNumber, StringComparer.Ordinal))
            {
                var cause = positions[forecast.Id].Waiting > 0 && Net(positions[forecast.Id]) < 0 ? ProposalCause.OrdersWait : ProposalCause.ReorderPoint;
                proposal.Add(new PurchaseProposalLine(
                    ids.NewId(), proposal.Id, proposal.Lines.Count + 1, forecast.Id, forecast.PartNumber, forecast.Class, cause, PurchaseDesk.Figures(positions[forecast.Id], forecast, terms, size), size.Quantity, offer?.SupplierId, offer?.Price));
            }

            db.PurchaseProposals.Add(proposal);
            return new Answer(proposal.Id, proposal.Number, proposal.Lines.Count);
        }

        private static decimal Net((decimal OnHand, decimal Reserved, decimal OnOrder, decimal Waiting) p) => p.OnHand - p.Reserved + p.OnOrder - p.Waiting;

        private async Task<List<Guid>> DueAsync(Guid branchId, CancellationToken cancel)
        {
            var proposed = db.PurchaseProposalLines.Where(l => l.Quantity > 0 && db.PurchaseProposals.Any(p => p.Id == l.ProposalId && p.BranchId == branchId && p.State == PurchaseProposalState.Open)).Select(l => l.PartId);
            var due = await db.PartForecasts.AsNoTracking().Where(f => f.BranchId == branchId && f.ReorderPoint > 0 && f.Part.Active && f.Part.SupersededById == null && !proposed.Contains(f.Id))
                .Where(f => db.StockItems.Where(i => i.PartId == f.Id && i.BranchId == branchId && (i.Warehouse.Kind == WarehouseKind.Main || i.Warehouse.Kind == WarehouseKind.BranchStore)).Sum(i => i.OnHand - i.Reserved) <= f.ReorderPoint)
                .OrderByDescending(f => f.PerMonth).ThenBy(f => f.Id).Take(MostLines).Select(f => f.Id).ToListAsync(cancel);
            var waiting = await db.Reservations.AsNoTracking().Where(r => r.BranchId == branchId && (r.State == ReservationState.Waiting || r.State == ReservationState.PartlyReserved) && !proposed.Contains(r.PartId))
                .Select(r => r.PartId).Distinct().Take(MostLines).ToListAsync(cancel);
            return [.. due.Union(waiting)];
        }
    }
}
