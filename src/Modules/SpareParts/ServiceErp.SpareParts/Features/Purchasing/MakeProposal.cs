using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Persistence;
using ServiceErp.SpareParts.Domain.Forecasting;
using ServiceErp.SpareParts.Domain.Purchasing;
using ServiceErp.SpareParts.Domain.Reservations;
using ServiceErp.SpareParts.Domain.Warehouses;
using ServiceErp.SpareParts.Features.Forecasting;
using ServiceErp.SpareParts.Persistence;

namespace ServiceErp.SpareParts.Features.Purchasing;

/// <summary>
/// Proposes what to buy for a warehouse (PAR-4): every part of its branch of which what is there, travels and is ordered has fallen to the reorder point, and whatever orders wait for. What was superseded is never
/// bought: its successor is, with its demand and stock. Parts on a proposal that is still open, or on an order made of one that is not sent yet, are left to it.
/// </summary>
public static class MakeProposal
{
    private const int MostLines = 500;
    private const int AtOnce = 500;
    private const decimal MoreThanAny = 999_999_999_999;

    [Requires(SparePartsPermissions.PurchaseWrite)]
    public sealed record Command(Guid? Id, Guid WarehouseId) : ICommand<Answer>, ICreates;

    public sealed record Answer(Guid Id, string Number, int Lines);

    internal sealed class Handler(SparePartsDbContext db, PurchaseDesk desk, PartPlanner planner, IClock clock, IIdentifiers ids) : IHandler<Command, Answer>
    {
        public async Task<Result<Answer>> Handle(Command c, CancellationToken cancel)
        {
            await db.BeginWriteAsync(db.Warehouses.BranchOf(c.WarehouseId), cancel);
            var warehouse = await db.Warehouses.AsNoTracking().FirstOrDefaultAsync(w => w.Id == c.WarehouseId && w.Active, cancel);
            if (warehouse is null)
            {
                return WarehouseErrors.NotFound.On(nameof(c.WarehouseId));
            }

            var lines = await DueAsync(warehouse.BranchId, cancel);
            if (lines.Count == 0)
            {
                return Error.Refused("SpareParts.PurchaseProposal.NothingToBuy", "There is enough of everything: nothing is to be bought now.");
            }

            var proposal = new PurchaseProposal(c.Id ?? ids.NewId(), await desk.NumberAsync("PP", warehouse.BranchId, cancel), warehouse, clock.GetCurrentInstant(), desk.Me);
            var chains = await planner.ChainsAsync(lines.ConvertAll(l => l.Forecast.Id), cancel);
            foreach (var (forecast, position, terms, offer, size) in lines.OrderBy(l => l.Forecast.Class).ThenBy(l => l.Forecast.PartNumber, StringComparer.Ordinal))
            {
                var cause = position.Waiting > 0 && position.Net < 0 ? ProposalCause.OrdersWait : ProposalCause.ReorderPoint;
                var figures = PurchaseDesk.Figures(position, forecast, terms, size, chains[forecast.Id].Select(p => p.Number));
                proposal.Add(new PurchaseProposalLine(ids.NewId(), proposal.Id, proposal.Lines.Count + 1, forecast.Id, forecast.PartNumber, forecast.Class, cause, figures, size.Quantity, offer?.SupplierId, offer?.Price));
            }

            db.PurchaseProposals.Add(proposal);
            return new Answer(proposal.Id, proposal.Number, proposal.Lines.Count);
        }

        /// <summary>
        /// The parts that are due, what orders wait for first, then the most wanted ones. All whose stock in the branch's own stores is low are gone through in pages until the proposal is full: those for which enough
        /// is on its way fill no place in it.
        /// </summary>
        private async Task<List<Due>> DueAsync(Guid branchId, CancellationToken cancel)
        {
            // What somebody has still to decide, or to send once it was approved, is not proposed a second time.
            var proposed = db.PurchaseProposalLines.Where(l => l.Quantity > 0 && db.PurchaseProposals.Any(p => p.Id == l.ProposalId && p.BranchId == branchId && p.State == PurchaseProposalState.Open)).Select(l => l.PartId)
                .Union(db.PurchaseOrderLines.Where(l => db.PurchaseOrders.Any(o => o.Id == l.PurchaseOrderId && o.BranchId == branchId && o.ProposalId != null && o.State == PurchaseOrderState.Draft)).Select(l => l.PartId));
            var wanted = await db.Reservations.AsNoTracking().Where(r => r.BranchId == branchId && (r.State == ReservationState.Waiting || r.State == ReservationState.PartlyReserved)).Select(r => r.PartId).Distinct().ToListAsync(cancel);
            var successors = (await planner.SuccessorsAsync(wanted, cancel)).Values.Distinct().ToArray();
            var due = new List<Due>();
            var seen = new HashSet<Guid>();
            foreach (var page in successors.Chunk(AtOnce))
            {
                await AddAsync(await db.Parts.AsNoTracking().Where(p => page.Contains(p.Id) && p.Active && !proposed.Contains(p.Id)).Select(p => p.Id).ToListAsync(cancel));
            }

            var low = db.PartForecasts.AsNoTracking().Where(f => f.BranchId == branchId && f.Part.Active && f.Part.SupersededById == null && !proposed.Contains(f.Id))
                .Where(f => f.ReorderPoint > 0 || db.PartPlans.Any(p => p.Id == f.Id && p.Policy == OrderPolicy.MinMax))
                .Where(f => db.StockItems.Where(i => i.PartId == f.Id && i.BranchId == branchId && (i.Warehouse.Kind == WarehouseKind.Main || i.Warehouse.Kind == WarehouseKind.BranchStore)).Sum(i => i.OnHand - i.Reserved) <= f.ReorderPoint);
            for (var (from, last) = (MoreThanAny, Guid.Empty); due.Count < MostLines;)
            {
                var page = await low.Where(f => f.PerMonth < from || (f.PerMonth == from && f.Id > last)).OrderByDescending(f => f.PerMonth).ThenBy(f => f.Id).Take(AtOnce).Select(f => new { f.Id, f.PerMonth }).ToListAsync(cancel);
                await AddAsync(page.ConvertAll(f => f.Id));
                if (page.Count < AtOnce)
                {
                    break;
                }

                (from, last) = (page[^1].PerMonth, page[^1].Id);
            }

            return due;

            async Task AddAsync(List<Guid> page)
            {
                Guid[] parts = [.. page.Where(seen.Add)];
                var positions = await desk.PositionsAsync(branchId, parts, cancel);
                var forecasts = await desk.ForecastsAsync(branchId, parts, cancel);
                var offers = await desk.OffersAsync(parts, branchId, cancel);
                var termsOf = await desk.TermsAsync(parts, cancel);
                foreach (var part in parts)
                {
                    var (forecast, position, offer) = (forecasts[part], positions[part], offers[part].FirstOrDefault());
                    var terms = termsOf(part, offer);
                    var size = OrderSize.Of(position.Net, forecast.ReorderPoint, (double)forecast.PerMonth, terms);
                    if (due.Count < MostLines && OrderSize.IsDue(position.Net, forecast.ReorderPoint, terms) && size.Quantity > 0)
                    {
                        due.Add(new(forecast, position, terms, offer, size));
                    }
                }
            }
        }
    }

    private sealed record Due(PartForecast Forecast, StockPosition Position, OrderTerms Terms, Offer? Offer, OrderSize Size);
}
