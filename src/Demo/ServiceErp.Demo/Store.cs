using NodaTime;
using ServiceErp.SpareParts.Domain.Documents;
using ServiceErp.SpareParts.Domain.Warehouses;
using ServiceErp.SpareParts.Features.Documents;
using ServiceErp.SpareParts.Features.Parts;
using ServiceErp.SpareParts.Features.Prices;
using ServiceErp.SpareParts.Features.Suppliers;
using ServiceErp.SpareParts.Features.Warehouses;

namespace ServiceErp.Demo;

/// <summary>The warehouse keepers' part of the demo.</summary>
internal sealed class Store(Office office)
{
    private static readonly string[] Bins = ["A-01", "A-02", "A-03", "B-01", "B-02", "B-03", "C-01", "C-02"];

    private readonly List<Guid> suppliers = [];

    /// <summary>Writes the catalogue with the prices of every branch.</summary>
    public async Task ListPartsAsync(IReadOnlyList<Centre> centres, LocalDate validFrom)
    {
        foreach (var (number, name) in new[] { ("S-100", "Nordteile GmbH"), ("S-200", "한빛부품"), ("S-300", "Repuestos Iberia S.L.") })
        {
            suppliers.Add((await office.Do(centres[0].Keeper, new CreateSupplier.Command(null, number, name, $"orders@{number.ToLowerInvariant()}.example", null) { WarrantyMonths = 24 })).Id);
        }

        foreach (var part in Catalogue.Parts)
        {
            var made = await office.Do(centres[0].Keeper, new CreatePart.Command(null, part.Number, part.Name, part.Group, "pcs") { Fits = [part.Model], SerialTracked = part.IsTracked });
            var supplier = suppliers[Catalogue.Models.TakeWhile(m => m.Code != part.Model).Count() % 2 * 2];
            await office.Do(centres[0].Keeper, new SetPartSupplier.Command(made.Id, supplier) { Price = Math.Round(centres[0].Price(part.Price) * 0.55m, 2), LeadDays = 6 });
            foreach (var centre in centres.DistinctBy(c => c.Plan.Currency))
            {
                await office.Do(centre.Keeper, new SetPartPrice.Command(made.Id, centre.Price(part.Price), validFrom, centre.Plan.Currency));
            }
        }

        // The next year's list, made in time; this year's prices are the parts' own.
        foreach (var centre in centres.DistinctBy(c => c.Plan.Currency))
        {
            var year = validFrom.Year + 2;
            var list = await office.Do(centre.Keeper, new CreatePriceList.Command(null, $"{centre.Plan.Currency}-{year}", $"Prices of {year}", new LocalDate(year, 1, 1)) { ValidUntil = new LocalDate(year, 12, 31), Currency = centre.Plan.Currency, BranchId = centre.Branch.Id });
            foreach (var part in Catalogue.Parts.Where((_, i) => i % 4 == 0))
            {
                await office.Do(centre.Keeper, new ImportPrice.Command(part.Number, Math.Round(centre.Price(part.Price) * 1.04m, centre.Plan.Currency == "KRW" ? 0 : 2)) { List = list.Code });
            }
        }
    }

    /// <summary>Opens the warehouses of a branch and fills them.</summary>
    public async Task FillAsync(Centre centre)
    {
        var code = centre.Plan.Code;
        centre.Store = (await office.Do(centre.Keeper, new CreateWarehouse.Command(null, $"{code}-MAIN", "Main store", WarehouseKind.BranchStore) { Bins = Bins })).Id;
        await office.Do(centre.Keeper, new CreateWarehouse.Command(null, $"{code}-QUAR", "Quarantine", WarehouseKind.Quarantine));
        await office.Do(centre.Keeper, new CreateWarehouse.Command(null, $"{code}-RET", "Defective returns", WarehouseKind.Returns));
        await ReceiveAsync(centre, "Opening stock", Catalogue.Parts.Where(p => p.Opening > 0).Select(p => (p, (decimal)p.Opening)));
        foreach (var technician in centre.Technicians)
        {
            var number = centre.Technicians.ToList().IndexOf(technician) + 1;
            var van = await office.Do(centre.Keeper, new CreateWarehouse.Command(null, $"{code}-VAN{number}", $"Van {number}, {technician.Name}", WarehouseKind.Van) { HolderId = technician.UserId });
            var kit = Catalogue.Parts.Where(p => p.Opening >= 14).Skip(number).Where((_, i) => i % 3 == 0);
            await office.Do(centre.Keeper, new DraftStockDocument.Command(null, StockDocumentKind.Transfer, centre.Store)
            {
                TargetWarehouseId = van.Id, Reason = "Kit of the van", Lines = [.. kit.Select(p => new NewLine(null, 2) { Code = p.Number, Bin = BinOf(p) })], Post = true,
            });
        }
    }

    /// <summary>Goods come in from a supplier.</summary>
    public Task ReceiveAsync(Centre centre, string reference, IEnumerable<(PartPlan Part, decimal Quantity)> delivery) =>
        office.Do(centre.Keeper, new DraftStockDocument.Command(null, StockDocumentKind.Receipt, centre.Store)
        {
            Reference = reference,
            SupplierId = suppliers[reference.Sum(c => c) % suppliers.Count],
            Lines = [.. delivery.Select(d => new NewLine(null, d.Quantity) { Code = d.Part.Number, Bin = BinOf(d.Part), Serials = d.Part.IsTracked ? string.Join('\n', Enumerable.Range(1, (int)d.Quantity).Select(i => PieceOf(centre, d.Part, i))) : null, UnitCost = Math.Round(centre.Price(d.Part.Price) * 0.55m, centre.Plan.Currency == "KRW" ? 0 : 2) })],
            Post = true,
        });

    /// <summary>Each week a supplier brings what sells well, now and then at a higher price.</summary>
    public async IAsyncEnumerable<Instant> WeeklyDeliveries(Centre centre)
    {
        for (var week = 1; ; week++)
        {
            var delivery = Catalogue.Parts.Where((p, i) => p is { Opening: > 0, IsTracked: false } && i % 4 == week % 4)
                .Select(p => (p with { Price = p.Price * (1 + (week / 4 * 0.02m)) }, Math.Ceiling(p.Opening * 0.5m)));
            await ReceiveAsync(centre, $"DN-{centre.Plan.Code}-{week:D3}", delivery);
            yield return centre.After(office.Now, 38);
        }
    }

    /// <summary>The serial number of a piece that the branch began with.</summary>
    public static string PieceOf(Centre centre, PartPlan part, int which) => $"{part.Number[..4]}-{centre.Plan.Code}{which:D4}";

    /// <summary>The bin in which a part lies, so that what belongs together lies together.</summary>
    public static string BinOf(PartPlan part) => Bins[Catalogue.Models.TakeWhile(m => m.Code != part.Model).Count() % Bins.Length];
}
