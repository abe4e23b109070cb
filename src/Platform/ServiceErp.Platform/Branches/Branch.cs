using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Persistence;

namespace ServiceErp.Platform.Branches;

/// <summary>A service centre, head department or branch as other modules see it.</summary>
/// <param name="Id">Identity.</param>
/// <param name="Code">Two to six letters or digits; part of document numbers.</param>
/// <param name="Name">Name on documents.</param>
/// <param name="Zone">Time zone of its clocks and calendar days.</param>
/// <param name="Currency">ISO 4217 code of its prices and invoices.</param>
/// <param name="Language">Its own language: en, ru, es or ko.</param>
/// <param name="Calendar">Opening hours, holidays and exceptions.</param>
public sealed record Branch(Guid Id, string Code, string Name, DateTimeZone Zone, string Currency, string Language, BusinessCalendar Calendar)
{
    /// <summary>Postal address on documents.</summary>
    public string Address { get; init; } = "";

    /// <summary>ISO 3166 code of its country, such as DE: telephone numbers are read with it.</summary>
    public string Country { get; init; } = "";

    /// <summary>Telephone on documents.</summary>
    public string Phone { get; init; } = "";

    /// <summary>Sender of its messages.</summary>
    public string Email { get; init; } = "";

    /// <summary>Tax number on invoices.</summary>
    public string TaxNumber { get; init; } = "";

    /// <summary>The calendar day at an instant, in the branch's zone.</summary>
    public LocalDate DayOf(Instant instant) => instant.InZone(Zone).Date;
}

/// <summary>The branches, kept in memory and renewed when an administrator changes one.</summary>
public interface IBranches
{
    /// <summary>All branches that work, by code.</summary>
    IReadOnlyList<Branch> All { get; }

    /// <summary>A branch, also one that has been closed.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    Branch Of(Guid id);

    /// <summary>A branch, or null.</summary>
    Branch? Find(Guid id);

    /// <summary>The branch a caller works for: their own, or the first for those who see all; null when there is none yet.</summary>
    Branch? For(ICurrentUser caller);

    /// <summary>The branches that work and are a caller's to see, by code.</summary>
    IReadOnlyList<Branch> Seen(ICurrentUser caller) => caller.BranchId is { } own ? [.. All.Where(b => b.Id == own)] : All;

    /// <summary>The branch a caller names, or the one they work for when they name none; null when there is none, or when it is not theirs.</summary>
    Branch? For(ICurrentUser caller, Guid? named) => named is not { } id ? For(caller) : caller.BranchId is null || caller.BranchId == id ? Find(id) : null;

    /// <summary>Why a caller may not decide what holds for this branch, or for all where none is named; null when they may.</summary>
    Error? Refusal(ICurrentUser caller, Guid? named) => named is null ? Access.OfAllBranches(caller) : For(caller, named) is null ? BranchErrors.NotFound : null;

    /// <summary>The calendar day where a caller works, or at the branch they name; before there is a branch, the day in UTC.</summary>
    LocalDate Today(ICurrentUser caller, Instant now, Guid? named = null) => For(caller, named)?.DayOf(now) ?? now.InUtc().Date;
}

/// <summary>Amounts belong to a branch, and its currency is theirs.</summary>
public static class BranchCurrencies
{
    /// <summary>The currency of a branch, also of one that has been closed; empty when there is no such branch.</summary>
    public static string CurrencyOf(this IBranches branches, Guid? branch) => branch is { } id ? branches.Find(id)?.Currency ?? "" : "";

    /// <summary>The rows of a page, each with the currency of its branch.</summary>
    /// <param name="page">The page.</param>
    /// <param name="branches">The branches.</param>
    /// <param name="branchOf">The branch of a row.</param>
    /// <param name="with">The row with its currency.</param>
    public static ListPage<TRow> InCurrencies<TRow>(this ListPage<TRow> page, IBranches branches, Func<TRow, Guid?> branchOf, Func<TRow, string, TRow> with) =>
        page with { Items = [.. page.Items.Select(row => with(row, branches.CurrencyOf(branchOf(row))))] };
}

/// <summary>Refusals that name a branch.</summary>
public static class BranchErrors
{
    /// <summary>There is none with this identity; another's branch is answered alike.</summary>
    public static Error NotFound { get; } = Error.NotFound("Platform.Branch.NotFound", "This branch does not exist.");
}
