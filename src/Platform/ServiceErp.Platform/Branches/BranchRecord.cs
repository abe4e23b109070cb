using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Persistence;

namespace ServiceErp.Platform.Branches;

/// <summary>
/// A branch as it is kept. Invariants: its zone, currency and language are known; the intervals of one day do not overlap; a date is a holiday once.
/// </summary>
internal sealed class BranchRecord : Aggregate, IAuditedInBranch
{
    private readonly List<BranchHours> hours = [];
    private readonly List<BranchHoliday> holidays = [];
    private readonly List<BranchException> exceptions = [];

    private BranchRecord()
    {
    }

    Guid? IAuditedInBranch.BranchId => Id;

    public BranchRecord(Guid id, string code)
    {
        Id = id;
        Code = code;
        Raise(new BranchChanged(id));
    }

    public string Code { get; private init; } = "";

    public string Name { get; private set; } = "";

    public string Zone { get; private set; } = "";

    public string Currency { get; private set; } = "";

    public string Language { get; private set; } = "";

    public string Address { get; private set; } = "";

    public string Phone { get; private set; } = "";

    public string Email { get; private set; } = "";

    public string TaxNumber { get; private set; } = "";

    public string Country { get; private set; } = "";

    public Instant? ClosedAt { get; private set; }

    public IReadOnlyList<BranchHours> Hours => hours;

    public IReadOnlyList<BranchHoliday> Holidays => holidays;

    public IReadOnlyList<BranchException> Exceptions => exceptions;

    public void Describe(BranchDetails details)
    {
        Name = details.Name.Trim();
        Zone = details.Zone;
        Currency = details.Currency;
        Language = details.Language;
        Address = details.Address?.Trim() ?? "";
        Phone = details.Phone?.Trim() ?? "";
        Email = details.Email?.Trim() ?? "";
        TaxNumber = details.TaxNumber?.Trim() ?? "";
        Country = string.IsNullOrWhiteSpace(details.Country) ? BranchRules.CountryOf(details.Zone) : details.Country;
        Raise(new BranchChanged(Id));
    }

    public void OpenOn(IEnumerable<(IsoDayOfWeek Day, OpenHours Hours)> week, IIdentifiers ids)
    {
        hours.Clear();
        hours.AddRange(week.Select(open => new BranchHours(ids.NewId(), open.Day, open.Hours)));
        Raise(new BranchChanged(Id));
    }

    /// <summary>Makes a date a holiday, or renames it.</summary>
    /// <returns>Whether anything changed.</returns>
    public bool AddHoliday(LocalDate date, string name, IIdentifiers ids)
    {
        if (holidays.Find(h => h.Date == date) is { } known)
        {
            if (known.Name == name)
            {
                return false;
            }

            known.Name = name;
        }
        else
        {
            holidays.Add(new BranchHoliday(ids.NewId(), date, name));
        }

        Raise(new BranchChanged(Id));
        return true;
    }

    public bool RemoveHoliday(LocalDate date)
    {
        Raise(new BranchChanged(Id));
        return holidays.RemoveAll(h => h.Date == date) > 0;
    }

    /// <summary>Gives a date hours of its own; none means closed that day. What was said of the date before is replaced.</summary>
    public void AddException(LocalDate date, IReadOnlyList<OpenHours> open, string reason, IIdentifiers ids)
    {
        exceptions.RemoveAll(e => e.Date == date);
        exceptions.AddRange(open.Count == 0
            ? [new BranchException(ids.NewId(), date, null, null, reason)]
            : open.Select(h => new BranchException(ids.NewId(), date, h.Start, h.End, reason)));
        Raise(new BranchChanged(Id));
    }

    public bool RemoveException(LocalDate date)
    {
        Raise(new BranchChanged(Id));
        return exceptions.RemoveAll(e => e.Date == date) > 0;
    }

    public void Close(Instant now)
    {
        ClosedAt ??= now;
        Raise(new BranchChanged(Id));
    }

    public void Reopen()
    {
        ClosedAt = null;
        Raise(new BranchChanged(Id));
    }

    public Branch ToBranch()
    {
        var zone = DateTimeZoneProviders.Tzdb[Zone];
        var calendar = new BusinessCalendar(
            zone,
            hours.Select(h => (h.Day, new OpenHours(h.Start, h.End))),
            holidays.Select(h => h.Date).Concat(exceptions.Where(e => e.Start is null).Select(e => e.Date)),
            exceptions.Where(e => e.Start is not null).Select(e => (e.Date, new OpenHours(e.Start!.Value, e.End!.Value))));
        return new Branch(Id, Code, Name, zone, Currency, Language, calendar) { Address = Address, Phone = Phone, Email = Email, TaxNumber = TaxNumber, Country = Country };
    }
}

/// <summary>One open interval of a weekday.</summary>
internal sealed class BranchHours : Entity
{
    private BranchHours()
    {
    }

    public BranchHours(Guid id, IsoDayOfWeek day, OpenHours hours)
    {
        Id = id;
        (Day, Start, End) = (day, hours.Start, hours.End);
    }

    public Guid BranchId { get; private init; }

    public IsoDayOfWeek Day { get; private init; }

    public LocalTime Start { get; private init; }

    public LocalTime End { get; private init; }
}

/// <summary>A date on which the branch is closed.</summary>
internal sealed class BranchHoliday : Entity
{
    private BranchHoliday()
    {
    }

    public BranchHoliday(Guid id, LocalDate date, string name)
    {
        Id = id;
        (Date, Name) = (date, name);
    }

    public Guid BranchId { get; private init; }

    public LocalDate Date { get; private init; }

    public string Name { get; set; } = "";
}

/// <summary>An open interval of one date that differs from its weekday; without times the branch is closed that day.</summary>
internal sealed class BranchException : Entity
{
    private BranchException()
    {
    }

    public BranchException(Guid id, LocalDate date, LocalTime? start, LocalTime? end, string reason)
    {
        Id = id;
        (Date, Start, End, Reason) = (date, start, end, reason);
    }

    public Guid BranchId { get; private init; }

    public LocalDate Date { get; private init; }

    public LocalTime? Start { get; private init; }

    public LocalTime? End { get; private init; }

    public string Reason { get; private init; } = "";
}

/// <summary>A branch was made or changed; caches are renewed.</summary>
/// <param name="BranchId">Which.</param>
[EventName("platform.branch-changed.v1")]
public sealed record BranchChanged(Guid BranchId) : IIntegrationEvent;
