using NodaTime;
using ServiceErp.Kernel;

namespace ServiceErp.SpareParts.Domain.Loaners;

/// <summary>A branch's rules for loans; its identity is the branch's.</summary>
internal sealed class LoanerRules : Aggregate, IBranchOwned
{
    private LoanerRules()
    {
    }

    public LoanerRules(Guid branchId) => Id = BranchId = branchId;

    public Guid BranchId { get; private init; }

    /// <summary>Open days in which a unit comes back once the repair is ready.</summary>
    public int ReturnDays { get; private set; } = 3;

    /// <summary>Days before the due day on which the customer is reminded.</summary>
    public int RemindBeforeDays { get; private set; } = 1;

    /// <summary>After the due day the customer is reminded each time so many days have passed, the first time on the day after.</summary>
    public int RemindEveryDays { get; private set; } = 3;

    public void Set(int returnDays, int remindBeforeDays, int remindEveryDays) => (ReturnDays, RemindBeforeDays, RemindEveryDays) = (returnDays, remindBeforeDays, remindEveryDays);

    /// <summary>The last of the open days that a customer has from the day on which the repair is ready.</summary>
    public LocalDate DueAfter(LocalDate readyOn, BusinessCalendar calendar)
    {
        var day = readyOn;
        for (var left = ReturnDays; left > 0; left--)
        {
            day = calendar.NextOpening(day.PlusDays(1).AtStartOfDayInZone(calendar.Zone).ToInstant()) is { } opening ? opening.InZone(calendar.Zone).Date : day.PlusDays(1);
        }

        return day;
    }

    /// <summary>The reminder that is due on a day, as a name that is the same until the next one is; null for none.</summary>
    public string? ReminderOn(Loan loan, LocalDate today) =>
        loan.State != LoanState.Out || loan.ReadyAt is null ? null
        : loan.LateOn(today) is > 0 and var late ? $"loan-overdue/{loan.Id}/{loan.DueOn.Iso()}/{(late - 1) / RemindEveryDays}"
        : today >= loan.DueOn.PlusDays(-RemindBeforeDays) ? $"loan-due/{loan.Id}/{loan.DueOn.Iso()}"
        : null;
}

internal static class Days
{
    public static string Iso(this LocalDate day) => NodaTime.Text.LocalDatePattern.Iso.Format(day);
}
