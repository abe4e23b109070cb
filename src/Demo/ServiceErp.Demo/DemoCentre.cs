using Bogus;
using NodaTime;
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
            var store = new Store(office);
            var regulation = new Regulation(office, head[0], today.PlusYears(-1));
            if (office.HasSpareParts)
            {
                progress.Report(new DemoProgress(5, "parts"));
                await store.ListPartsAsync(centres, today.PlusYears(-1));
                foreach (var centre in centres)
                {
                    await store.FillAsync(centre);
                }
            }

            progress.Report(new DemoProgress(15, "regulations"));
            if (office.HasReception)
            {
                await regulation.ReceptionAsync(centres);
            }

            if (office.HasBilling)
            {
                await regulation.BillingAsync(centres);
            }

            var pool = new Pool(office);
            if (office is { HasSpareParts: true, HasReception: true })
            {
                foreach (var centre in centres)
                {
                    await pool.FillAsync(centre);
                }
            }

            var repairs = new Repairs(office, store, pool, office.HasWorkshop ? await regulation.WorkshopAsync(centres) : new Rulebook([], []));
            var timeline = new Timeline(clock, end);
            foreach (var centre in centres)
            {
                if (office.HasSpareParts)
                {
                    timeline.Begin(centre.After(begin, 30), store.WeeklyDeliveries(centre));
                    timeline.Begin(centre.Before(end, 150), new Recovery(office).Tell(centre, centre.Before(end, 20)));
                    timeline.Begin(centre.Before(end, 45), new Purchasing(office).Tell(centre, new Randomizer(Seed + centres.IndexOf(centre))));
                }

                if (office.HasFeedback)
                {
                    timeline.Begin(centre.After(begin, 60), new Hearings(office).Weekly(centre, new Randomizer(Seed)));
                }

                if (office.HasReception)
                {
                    Receive(timeline, repairs, centre, begin, end);
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

    /// <summary>Lets customers come: on ordinary days all along, and in the last days one for each state that an order can stand in.</summary>
    private static void Receive(Timeline timeline, Repairs repairs, Centre centre, Instant begin, Instant end)
    {
        var folk = centre.Folk;
        var owners = Enumerable.Range(0, centre.Plan.Customers).Select(_ => folk.Next()).ToArray();
        (Owner Owner, Possession Device)[] devices = [.. folk.Luck.Shuffle(owners.SelectMany(o => o.Devices.Select(d => (o, d))))];
        for (var i = 0; i < centre.Plan.Orders; i++)
        {
            var (owner, device) = devices[i % devices.Length];
            var course = Course.Draw(folk.Luck, device.Model.IsStationary || folk.Luck.Bool(0.1f));
            var calls = centre.After(begin + ((end - begin) * ((i + folk.Luck.Double()) / centre.Plan.Orders)), folk.Luck.Double(0, 3));
            timeline.Begin(calls, repairs.Tell(centre, owner, device, course, new Randomizer(Seed + i)));
        }

        foreach (var ((hours, course), i) in Course.Unfinished.Select((c, i) => (c, i)))
        {
            var owner = Enumerable.Repeat(folk, 300).Select(f => f.Next()).First(o => o.Devices.Any(course.Suits));
            timeline.Begin(centre.Before(end, hours), repairs.Tell(centre, owner, owner.Devices.First(course.Suits), course, new Randomizer(Seed - i)));
        }
    }
}
