using ServiceErp.SpareParts.Features.Loaners;

namespace ServiceErp.Demo;

/// <summary>The units that a branch lends while it repairs.</summary>
internal sealed class Pool(Office office)
{
    private readonly Dictionary<Guid, Queue<Guid>> free = [];

    /// <summary>Puts units into the pool of a branch; those that nobody borrows are there for the next customer.</summary>
    public async Task FillAsync(Centre centre)
    {
        free[centre.Branch.Id] = [];
        foreach (var ((model, accessories), i) in new[] { ("AX-200", "Power cord\nDrip tray"), ("DR-18", "Case\nCharger"), ("LP-310", "Power supply"), ("UP-15", "Mains cable"), ("GR-60", "Hopper") }.Select((u, i) => (u, i)))
        {
            var unit = await office.Do(centre.Keeper, new CreateLoaner.Command(null, model, $"{centre.Plan.Code}-POOL-{i + 1}") { Accessories = accessories, Deposit = centre.Price(50), DailyFee = centre.Price(6) });
            free[centre.Branch.Id].Enqueue(unit.Id);
        }
    }

    /// <summary>A customer takes the next unit home.</summary>
    /// <returns>The loan.</returns>
    public async Task<Guid> LendAsync(Centre centre, Guid order, string customer, string signature)
    {
        var today = centre.Branch.DayOf(office.Now);
        var lent = await office.Do(centre.Receptionist, new LendLoaner.Command(null, free[centre.Branch.Id].Dequeue(), order, today.PlusDays(10), customer, signature) { Condition = "Clean, no scratches" });
        return lent.Id;
    }

    /// <summary>The unit comes back in order, is cleaned and free again.</summary>
    public async Task TakeBackAsync(Centre centre, Guid loan, string customer, string signature)
    {
        await office.Do(centre.Receptionist, new ReturnLoaner.Command(loan, "As it went", customer, signature));
        var unit = (await office.Do(centre.Receptionist, new GetLoan.Query(loan))).LoanerId;
        await office.Do(centre.Keeper, new MoveLoaner.Command(unit, LoanerStep.Pass));
        free[centre.Branch.Id].Enqueue(unit);
    }
}
