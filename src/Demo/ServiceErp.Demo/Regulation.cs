using NodaTime;
using ServiceErp.Billing.Features.TaxRates;
using ServiceErp.Billing.Features.Terms;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Reception.Features.Models;
using ServiceErp.Reception.Features.Settings;
using ServiceErp.Reception.Features.Warranty;
using ServiceErp.Workshop;
using ServiceErp.Workshop.Domain.Catalog;
using ServiceErp.Workshop.Features.Catalog;
using ServiceErp.Workshop.Features.Quality;

namespace ServiceErp.Demo;

/// <summary>What the company has laid down before the first customer comes: models and their warranty, zones, fees, codes, control points, taxes.</summary>
internal sealed class Regulation(Office office, Caller director, LocalDate validFrom)
{
    /// <summary>Models with their warranty, and the zones of each branch.</summary>
    public async Task ReceptionAsync(IReadOnlyList<Centre> centres)
    {
        foreach (var model in Catalogue.Models)
        {
            var made = await office.Do(director, new CreateModel.Command(null, model.Code)
            {
                Name = model.Name, ProductGroup = model.Group, ServiceLifeYears = model.ServiceYears, PartGroups = string.Join(", ", model.Parts.Select(p => p.Group).Distinct()),
            });
            await office.Do(director, new SetWarrantyPolicy.Command(made.Id, validFrom.PlusYears(-20), model.PartMonths, model.LabourMonths, NeedsProofOfPurchase: model.Group == "Tools")
            {
                ExcludedCauses = "MISUSE, LIME", Terms = [.. model.OwnTerms.Select(t => new SetWarrantyPolicy.Term { PartGroup = t.Key, Months = t.Value })],
            });
        }

        foreach (var centre in centres)
        {
            await office.Do(centre.Manager, new ChangeSettings.Command(6, 4, 2));
            centre.Zones =
            [
                (await office.Do(centre.Manager, new SaveZone.Command("TOWN", "Town", 6))).Id,
                (await office.Do(centre.Manager, new SaveZone.Command("SUBURBS", "Suburbs", 7))).Id,
            ];
        }
    }

    /// <summary>Fees in every currency, codes, test sheets and control points.</summary>
    public async Task<Rulebook> WorkshopAsync(IReadOnlyList<Centre> centres)
    {
        foreach (var fee in Catalogue.Fees)
        {
            foreach (var centre in centres)
            {
                await office.Do(director, new SaveFeeItem.Command(fee.Code, fee.Kind, fee.Text, fee.Unit, centre.Plan.Currency, centre.Price(fee.Price), validFrom));
            }
        }

        await office.Do(director, new ImportRepairCodes.Command(Catalogue.RepairCodes));
        foreach (var centre in centres)
        {
            await office.Do(director, new SaveWorkshopRules.Command(10, centre.Price(10), 14, "LABOUR", "DIAGNOSIS") { BranchId = centre.Branch.Id });
        }

        foreach (var (name, model, steps) in Catalogue.TestSheets)
        {
            await office.Do(director, new SaveTestSheet.Command(name, [.. steps.Select(s => new SaveTestSheet.Step(s.Text, s.Expected, s.Unit))], ModelCode: model));
        }

        foreach (var centre in centres)
        {
            await office.Do(centre.Manager, new GrantSelfControl.Command(centre.Technicians[0].UserId!.Value, "Ten years without a complaint"));
        }

        return new Rulebook(
            [await PointAsync(Boundary.Repair, "Function tested under load", 1), await PointAsync(Boundary.Repair, "Cleaned, all screws and covers in place", 2)],
            [await PointAsync(Boundary.Inspection, "Electrical safety measured", 1), await PointAsync(Boundary.Inspection, "Fault no longer occurs", 2), await PointAsync(Boundary.Inspection, "Accessories complete", 3)]);
    }

    /// <summary>Tax rates and terms of payment.</summary>
    public async Task BillingAsync(IReadOnlyList<Centre> centres)
    {
        foreach (var centre in centres)
        {
            var (name, percent) = centre.Plan.Currency == "KRW" ? ("부가가치세 10 %", 10m) : ("MwSt. 19 %", 19m);
            await office.Do(centre.Accountant, new AddTaxRate.Command(null, "standard", name, percent, validFrom, centre.Branch.Id));
            await office.Do(centre.Accountant, new SetPaymentTerms.Command(centre.Branch.Id, 14, "standard", 7, 21, 35, centre.Plan.Account));
        }
    }

    private async Task<Guid> PointAsync(Boundary boundary, string text, int position) =>
        (await office.Do(director, new SaveControlPoint.Command(boundary, text, Position: position))).Id;
}
