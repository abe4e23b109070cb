using Bogus;
using NodaTime;
using ServiceErp.Platform.Ui;
using ServiceErp.SpareParts.Domain.Warehouses;
using ServiceErp.SpareParts.Features.Classes;
using ServiceErp.SpareParts.Features.Counts;
using ServiceErp.SpareParts.Features.Forecasting;
using ServiceErp.SpareParts.Features.Obligations;
using ServiceErp.SpareParts.Features.Purchasing;
using ServiceErp.SpareParts.Features.Stock;

namespace ServiceErp.Demo;

/// <summary>The keeper's other half of the work: what to buy, and whether what the books say is there.</summary>
internal sealed class Purchasing(Office office)
{
    /// <summary>Three years of demand remembered, the rest gathered, parts classed and foreseen; what is due is proposed, ordered and comes in part, charged too dear; two days before the end some places are counted.</summary>
    public async IAsyncEnumerable<Instant> Tell(Centre centre, Randomizer luck)
    {
        await RememberAsync(centre);
        var months = await office.Do(centre.Keeper, new ListMonthsToGather.Query());
        foreach (var month in months.Months)
        {
            await office.Do(centre.Keeper, new GatherDemand.Command(month) { AsOf = month == months.Months[^1] ? months.AsOf : null });
        }

        var run = await office.Do(centre.Keeper, new PreviewClasses.Command(null));
        await office.Do(centre.Keeper, new PutClassesInForce.Command(run.RunId));
        await office.Do(centre.Keeper, new ForecastParts.Command(centre.Branch.Id, null));

        // Nothing may be due, or no supplier sells in this branch's currency: then the proposal stays open until somebody finds one.
        if ((await office.Try(centre.Keeper, new MakeProposal.Command(null, centre.Store))) is { Succeeded: true, Value: var proposal }
            && (await office.Try(centre.Manager, new ApproveProposal.Command(proposal.Id, null))) is { Succeeded: true, Value: var approved })
        {
            yield return centre.After(office.Now, 1);
            foreach (var order in approved.Orders)
            {
                await office.Do(centre.Keeper, new SendPurchaseOrder.Command(order.Id, null));
            }

            yield return centre.After(office.Now, 24);
            await ReceiveAsync(centre, approved.Orders[0].Id);
            await OrderInTimeAsync(centre, approved.Orders[0].SupplierId);
        }

        yield return centre.After(office.Now, 4);
        await CountAsync(centre, luck);
    }

    /// <summary>The first line's goods come, one of them broken.</summary>
    private async Task ReceiveAsync(Centre centre, Guid order)
    {
        var ordered = await office.Do(centre.Keeper, new GetPurchaseOrder.Query(order));
        var line = ordered.Lines.FirstOrDefault(l => !Catalogue.IsTracked(l.PartNumber)) ?? ordered.Lines[0];
        await office.Do(centre.Keeper, new ReceivePurchaseOrder.Command(null, order, $"DN-{ordered.Number}")
        {
            Lines = [new(line.Id, line.Quantity > 1 ? line.Quantity - 1 : line.Quantity) { Rejected = line.Quantity > 1 ? 1 : 0, Reason = line.Quantity > 1 ? "Broken in transit" : null }],
        });
        await office.Do(centre.Accountant, new NoteSupplierInvoice.Command(null, order, $"INV-{ordered.Number}", centre.Branch.DayOf(office.Now)) { Lines = [new(line.Id, line.Quantity, Math.Round(line.Price * 1.2m, 2))] });
    }

    /// <summary>What was asked for in the years before the branch kept its books here: much of the cheap, now and then one of the dear; what sells less with every year, too. And which models are sold no more.</summary>
    private async Task RememberAsync(Centre centre)
    {
        var luck = new Randomizer(7);
        var first = centre.Branch.DayOf(office.Now).With(DateAdjusters.StartOfMonth).PlusMonths(-39);
        var told = new List<RecordDemand.Month>();
        foreach (var (part, index) in Catalogue.Parts.Select((p, i) => (p, i)))
        {
            var usual = Math.Max(0.25, part.Opening / 8.0);
            for (var month = 0; month < 35; month++)
            {
                var faded = index % 5 == 0 ? usual * (1 - (month / 50.0)) : usual;
                var quantity = faded < 1 ? (luck.Double() < faded ? luck.Int(1, 2) : 0) : Math.Max(0, (int)Math.Round(faded * luck.Double(0.4, 1.6)));
                told.Add(new(part.Number, first.PlusMonths(month), quantity) { Value = quantity * Math.Round(centre.Price(part.Price) * 0.55m, centre.Plan.Currency == "KRW" ? 0 : 2) });
            }
        }

        await office.Do(centre.Keeper, new RecordDemand.Command(told));
        foreach (var (model, sold) in new[] { ("AX-200", 2), ("UP-15", 6), ("LP-310", 5) })
        {
            await office.Try(centre.Keeper, new SetModelObligation.Command(model, null, centre.Branch.DayOf(office.Now).PlusYears(-sold)));
        }
    }

    /// <summary>An order that was written on paper two weeks ago, and whose goods should have come.</summary>
    private async Task OrderInTimeAsync(Centre centre, Guid supplier)
    {
        var part = Catalogue.Parts.First(p => p is { IsTracked: false, Opening: > 20 });
        await office.Do(centre.Keeper, new DraftPurchaseOrder.Command(null, supplier, centre.Store)
        {
            Note = "Written on paper", Day = centre.Branch.DayOf(office.Now).PlusDays(-15), Send = true, Lines = [new(null, 12, Math.Round(part.Price * 0.55m, 2)) { Code = part.Number, LeadDays = 6 }],
        });
    }

    /// <summary>The store's share is counted and booked with one piece missing; a van's is begun and waits for the rest.</summary>
    private async Task CountAsync(Centre centre, Randomizer luck)
    {
        await office.Do(centre.Keeper, new PlanCounts.Command());
        var counts = (await office.Do(centre.Keeper, new ListCounts.Query(new ListQuery { Path = "/" }))).Items;
        var lying = (await office.Do(centre.Keeper, new ListStock.Query(new ListQuery { Path = "/", Size = ListQuery.LargestSize }))).Items;
        var isShort = true;
        foreach (var count in counts)
        {
            var whole = count.Warehouse == lying.First(s => s.Kind == WarehouseKind.BranchStore).Warehouse.Split(' ')[0];
            if (!whole && count != counts.First(c => c.Warehouse.Contains("VAN", StringComparison.Ordinal)))
            {
                continue;
            }

            var places = (await office.Do(centre.Keeper, new GetCount.Query(count.Id))).ToCount;
            foreach (var place in whole ? places : places.Take(1))
            {
                var here = lying.FirstOrDefault(s => s.Number == place.PartNumber && s.Bin == place.Bin && s.Warehouse.StartsWith(count.Warehouse, StringComparison.Ordinal))?.OnHand ?? 0;
                var missing = whole && isShort && here > 1 && !Catalogue.IsTracked(place.PartNumber) ? 1 : 0;
                isShort &= missing == 0;
                for (var again = true; again;)
                {
                    again = (await office.Do(centre.Keeper, new RecordCount.Command(count.Id, luck.Guid(), place.PartNumber, here - missing) { Bin = place.Bin })).Again;
                }
            }

            if (whole)
            {
                await office.Do(centre.Keeper, new FinishCount.Command(count.Id));
                await office.Do(centre.Manager, new PostCount.Command(count.Id));
            }
        }
    }
}
