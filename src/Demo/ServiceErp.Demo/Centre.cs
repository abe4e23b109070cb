using NodaTime;
using ServiceErp.Platform.Branches;
using ServiceErp.Platform.Branches.Features;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Modules;
using ServiceErp.Platform.Users.Features;

namespace ServiceErp.Demo;

/// <summary>What makes a branch of the demo: its papers, its hours, its people.</summary>
/// <param name="Code">Code of the branch.</param>
/// <param name="Name">Name on documents.</param>
/// <param name="Zone">Time zone.</param>
/// <param name="Currency">Currency.</param>
/// <param name="Language">Language of the branch.</param>
/// <param name="Address">Postal address.</param>
/// <param name="Phone">Telephone.</param>
/// <param name="TaxNumber">On invoices.</param>
/// <param name="Account">Where customers pay.</param>
/// <param name="Weekdays">Hours from Monday to Friday.</param>
/// <param name="Saturday">Hours on Saturday; empty is closed.</param>
/// <param name="Holidays">Month, day and name of the holidays that fall on the same day each year.</param>
/// <param name="Customers">How many customers it has.</param>
/// <param name="Orders">How many orders they give.</param>
/// <param name="People">Name and role; the first of each role does the work that only one does.</param>
internal sealed record BranchPlan(
    string Code, string Name, string Zone, string Currency, string Language, string Address, string Phone, string TaxNumber, string Account, string Weekdays, string Saturday, int Customers, int Orders,
    IReadOnlyList<(int Month, int Day, string Name)> Holidays, IReadOnlyList<(string Name, string Role)> People)
{
    public static readonly BranchPlan Berlin = new(
        "BER", "Berlin service centre", "Europe/Berlin", "EUR", "en", "Torstraße 41, 10119 Berlin", "+49 30 5550100", "DE 299 999 901", "IBAN DE02 1203 0000 0000 2020 51", "08:00-12:00, 13:00-17:00", "09:00-12:00", 75, 98,
        [
            (1, 1, "Neujahr"), (3, 8, "Internationaler Frauentag"), (5, 1, "Tag der Arbeit"), (10, 3, "Tag der Deutschen Einheit"), (12, 25, "1. Weihnachtstag"), (12, 26, "2. Weihnachtstag"),
        ],
        [
            ("Rita Keller", Roles.Receptionist), ("Daniel Sommer", Roles.Dispatcher), ("Tom Becker", Roles.Technician), ("Aylin Demir", Roles.Technician), ("Иван Соколов", Roles.Technician),
            ("Lucía Fernández", Roles.Technician), ("Ines Vogel", Roles.QualityInspector), ("Walter Brandt", Roles.WarehouseKeeper), ("Tilda Krause", Roles.ToolCustodian), ("Anna Fischer", Roles.Accountant),
            ("Carlos Ruiz", Roles.ContractManager), ("Frida Olsen", Roles.FeedbackOfficer), ("Елена Петрова", Roles.Librarian), ("Boris Meyer", Roles.BranchManager),
        ]);

    public static readonly BranchPlan Seoul = new(
        "SEO", "서울 서비스 센터 (Seoul)", "Asia/Seoul", "KRW", "ko", "서울특별시 강남구 테헤란로 152, 06236", "+82 2 555 0100", "220-81-99901", "국민은행 123-45-678901", "09:00-12:00, 13:00-18:00", "", 40, 46,
        [(1, 1, "신정"), (3, 1, "삼일절"), (5, 5, "어린이날"), (6, 6, "현충일"), (8, 15, "광복절"), (10, 3, "개천절"), (10, 9, "한글날"), (12, 25, "성탄절")],
        [
            ("김서연", Roles.Receptionist), ("박준호", Roles.Dispatcher), ("이민수", Roles.Technician), ("최지훈", Roles.Technician), ("정하늘", Roles.Technician), ("강수진", Roles.QualityInspector),
            ("윤태영", Roles.WarehouseKeeper), ("임도현", Roles.ToolCustodian), ("한지민", Roles.Accountant), ("오세라", Roles.ContractManager), ("서은우", Roles.FeedbackOfficer), ("신유나", Roles.Librarian),
            ("조현우", Roles.BranchManager),
        ]);

    /// <summary>Those who work for all branches.</summary>
    public static readonly IReadOnlyList<(string Name, string Role)> HeadDepartment = [("Sofia Lindqvist", Roles.ServiceDirector), ("Henrik Vester", Roles.DeputyGeneralManager), ("Alex Morgan", Roles.Administrator)];
}

/// <summary>A branch of the demo at work.</summary>
internal sealed class Centre(BranchPlan plan, Branch branch, IReadOnlyList<Caller> people, Folk folk)
{
    public BranchPlan Plan => plan;

    public Branch Branch => branch;

    public Folk Folk => folk;

    public Caller Receptionist => The(Roles.Receptionist);

    public Caller Dispatcher => The(Roles.Dispatcher);

    public Caller Inspector => The(Roles.QualityInspector);

    public Caller Keeper => The(Roles.WarehouseKeeper);

    public Caller Accountant => The(Roles.Accountant);

    public Caller FeedbackOfficer => The(Roles.FeedbackOfficer);

    public Caller Manager => The(Roles.BranchManager);

    public IReadOnlyList<Caller> Technicians { get; } = [.. people.Where(p => p.Roles[0] == Roles.Technician)];

    /// <summary>The zones with a response target of their own.</summary>
    public IReadOnlyList<Guid> Zones { get; set; } = [];

    /// <summary>The warehouse into which suppliers deliver.</summary>
    public Guid Store { get; set; }

    /// <summary>The instant when so many hours of work have passed.</summary>
    public Instant After(Instant from, double workingHours) => branch.Calendar.Add(from, Duration.FromMinutes((long)(workingHours * 60))).Value;

    /// <summary>The instant before which so many hours of work were left.</summary>
    public Instant Before(Instant end, double workingHours)
    {
        var from = end;
        while (branch.Calendar.Elapsed(from, end) < Duration.FromHours(workingHours))
        {
            from -= Duration.FromMinutes(30);
        }

        return from;
    }

    /// <summary>Prices of this branch: the list is in euro, the won is rounded to hundreds.</summary>
    public decimal Price(decimal euro) => plan.Currency == "KRW" ? Math.Round(euro * 16m, 0, MidpointRounding.AwayFromZero) * 100m : euro;

    /// <summary>Opens the branch and employs its people.</summary>
    public static async Task<Centre> OpenAsync(Office office, IBranches branches, BranchPlan plan, Folk folk, IReadOnlyList<int> years)
    {
        DayHours[] week =
        [
            .. Enumerable.Range((int)IsoDayOfWeek.Monday, 5).Select(day => new DayHours((IsoDayOfWeek)day, plan.Weekdays)),
            .. plan.Saturday.Length > 0 ? [new DayHours(IsoDayOfWeek.Saturday, plan.Saturday)] : Array.Empty<DayHours>(),
        ];
        var id = (await office.Do(Caller.System, new CreateBranch.Command(
            null, plan.Code, plan.Name, plan.Zone, plan.Currency, plan.Language, plan.Address, plan.Phone, $"{plan.Code.ToLowerInvariant()}@demo.example", plan.TaxNumber, week))).Id;
        await office.Do(Caller.System, new ImportHolidays.Command(id, string.Join('\n', from year in years from day in plan.Holidays select $"{year:D4}-{day.Month:D2}-{day.Day:D2};{day.Name}")));
        return new Centre(plan, branches.Of(id), await EmployAsync(office, plan.Language, id, plan.Code, plan.People), folk);
    }

    /// <summary>Makes users who sign in with one click; the first of a role has the plainest address.</summary>
    public static async Task<IReadOnlyList<Caller>> EmployAsync(Office office, string language, Guid? branchId, string place, IReadOnlyList<(string Name, string Role)> people)
    {
        var employed = new List<Caller>();
        foreach (var (name, role) in people)
        {
            var number = employed.Count(e => e.Roles[0] == role) + 1;
            var address = $"{role}{(number == 1 ? "" : number)}.{place}@demo.example".ToLowerInvariant();
            var user = await office.Do(Caller.System, new CreateDemoUser.Command(name, address, language, branchId, role));
            employed.Add(office.Employ(user.Id, name, branchId, role));
        }

        return employed;
    }

    private Caller The(string role) => people.First(p => p.Roles[0] == role);
}
