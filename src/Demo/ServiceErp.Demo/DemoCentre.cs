using NodaTime;
using ServiceErp.Billing.Features.TaxRates;
using ServiceErp.Platform.Branches;
using ServiceErp.Platform.Composition;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Modules;

namespace ServiceErp.Demo;

/// <summary>
/// A company with a branch in Berlin and one in Seoul that has repaired what it sells for the last four months. Everything was done by its people through the program's own use
/// cases, on the days it says; modules that are switched off are left out.
/// </summary>
internal sealed class DemoCentre(Dispatcher dispatcher, PermissionTable permissions, ModuleCatalog catalog, IBranches branches, PlatformClock clock) : IDemoCentre
{
    private const int Days = 120;
    private const int Seed = 20_260_301;

    /// <inheritdoc />
    public async Task BuildAsync(IProgress<DemoProgress> progress, CancellationToken cancel)
    {
        var end = clock.GetCurrentInstant();
        var begin = end - Duration.FromDays(Days);
        var today = end.InUtc().Date;
        try
        {
            clock.TravelTo(begin);
            var office = new Office(dispatcher, permissions, catalog, clock, cancel);
            progress.Report(new DemoProgress(0, "branches and staff"));
            var centres = new List<Centre>();
            foreach (var (plan, index) in new[] { BranchPlan.Berlin, BranchPlan.Seoul }.Select((p, i) => (p, i)))
            {
                centres.Add(await Centre.OpenAsync(office, branches, plan, new Folk(plan.Code, Seed + index), [.. Enumerable.Range(today.Year - 1, 3)]));
            }

            var head = await Centre.EmployAsync(office, "en", null, "head", BranchPlan.HeadDepartment);
            await EquipAsync(office, centres, head[0], today.PlusYears(-1), progress);
            var timeline = new Timeline(clock, end);
            foreach (var centre in centres)
            {
                var opening = centre.After(begin, 1);
                if (office.HasSpareParts)
                {
                    timeline.Begin(centre.After(opening, 30), new Store(office).WeeklyDeliveries(centre));
                }
            }

            await timeline.LiveAsync(at => progress.Report(new DemoProgress(20 + (int)(80 * ((at - begin) / (end - begin))), "orders")));
            progress.Report(new DemoProgress(100, "done"));
        }
        finally
        {
            clock.TravelTo(null);
        }
    }

    /// <summary>What has to be there before the first customer comes.</summary>
    private static async Task EquipAsync(Office office, List<Centre> centres, Caller director, LocalDate validFrom, IProgress<DemoProgress> progress)
    {
        if (office.HasSpareParts)
        {
            progress.Report(new DemoProgress(5, "parts"));
            var store = new Store(office);
            await store.ListPartsAsync(centres, validFrom);
            foreach (var centre in centres)
            {
                await store.FillAsync(centre);
            }
        }

        if (office.HasBilling)
        {
            progress.Report(new DemoProgress(12, "tax rates"));
            await office.Do(centres[0].Accountant, new AddTaxRate.Command(null, "standard", "MwSt. 19 %", 19, validFrom, centres[0].Branch.Id));
            await office.Do(centres[1].Accountant, new AddTaxRate.Command(null, "standard", "부가가치세 10 %", 10, validFrom, centres[1].Branch.Id));
        }
    }
}
