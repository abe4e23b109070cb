using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Branches;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Modules;
using ServiceErp.Platform.Persistence;
using ServiceErp.Platform.Users;

namespace ServiceErp.Testing;

/// <summary>Two branches that every test knows: Berlin (euro, 08-12 and 13-17) and Seoul (won).</summary>
public sealed class TestBranches : IBranches
{
    public static readonly Branch Berlin = Make("00000000-0000-7000-8000-0000000000b1", "BER", "Berlin service centre", "Europe/Berlin", "EUR", "en");
    public static readonly Branch Seoul = Make("00000000-0000-7000-8000-0000000000b2", "SEO", "Seoul service centre", "Asia/Seoul", "KRW", "ko");

    public IReadOnlyList<Branch> All { get; init; } = [Berlin, Seoul];

    public Branch Of(Guid id) => Find(id) ?? throw new KeyNotFoundException($"No branch {id}.");

    public Branch? Find(Guid id) => All.FirstOrDefault(b => b.Id == id);

    public Branch? For(ICurrentUser caller) => caller.BranchId is { } id ? Find(id) : Berlin;

    private static Branch Make(string id, string code, string name, string zone, string currency, string language)
    {
        var day = new[] { OpenHours.Of(8, 12), OpenHours.Of(13, 17) };
        var week = new[] { IsoDayOfWeek.Monday, IsoDayOfWeek.Tuesday, IsoDayOfWeek.Wednesday, IsoDayOfWeek.Thursday, IsoDayOfWeek.Friday };
        var tz = DateTimeZoneProviders.Tzdb[zone];
        return new Branch(Guid.Parse(id), code, name, tz, currency, language, new BusinessCalendar(tz, week.SelectMany(d => day.Select(h => (d, h)))))
        {
            Address = "Service street 1",
            Phone = "+49301234567",
            Email = $"{code.ToLowerInvariant()}@serviceerp.example",
            TaxNumber = "DE123456789",
            Country = zone == "Asia/Seoul" ? "KR" : "DE",
        };
    }
}

/// <summary>One user for each role in Berlin, but for those who work for all branches (director, deputy and administrator), and a second technician, inspector and dispatcher.</summary>
public sealed class TestUsers : IUserDirectory
{
    private readonly List<DirectoryUser> users = [];

    public TestUsers()
    {
        var number = 0;
        foreach (var role in Roles.All)
        {
            users.Add(new DirectoryUser(IdOf(++number), $"Test {role}", $"{role.ToLowerInvariant()}@serviceerp.example", role is Roles.ServiceDirector or Roles.DeputyGeneralManager or Roles.Administrator ? null : TestBranches.Berlin.Id, [role], "en", true));
        }

        users.Add(new DirectoryUser(IdOf(50), "Second technician", "technician2@serviceerp.example", TestBranches.Berlin.Id, [Roles.Technician], "en", true));
        users.Add(new DirectoryUser(IdOf(51), "Technician in Seoul", "technician3@serviceerp.example", TestBranches.Seoul.Id, [Roles.Technician], "ko", true));
    }

    private TestUsers(IEnumerable<DirectoryUser> others) => users.AddRange(others);

    public IReadOnlyList<DirectoryUser> All => users;

    public DirectoryUser? Find(Guid id) => users.Find(u => u.Id == id);

    public IReadOnlyList<DirectoryUser> InRole(string role, Guid? branchId) =>
        [.. users.Where(u => u.Active && u.Roles.Contains(role) && (branchId is null || u.BranchId is null || u.BranchId == branchId))];

    /// <summary>Others who work here instead of them.</summary>
    public static TestUsers Of(IEnumerable<DirectoryUser> others) => new(others);

    /// <summary>The first user with a role.</summary>
    public DirectoryUser The(string role) => users.First(u => u.Roles.Contains(role));

    private static Guid IdOf(int number) => new($"00000000-0000-7000-8000-{number:D12}");
}

/// <summary>Tries again at once, and without chance.</summary>
public sealed class NoPause : IRacePause
{
    public Task WaitAsync(int attempt, CancellationToken cancel) => Task.CompletedTask;
}

/// <summary>Identifiers that come out the same in every run.</summary>
public sealed class CountingIdentifiers : IIdentifiers
{
    private long next;

    public Guid NewId() => new($"0190{0:x4}-0000-7000-8000-{Interlocked.Increment(ref next):x12}");

    public string NewSecret() => $"secret-{Interlocked.Increment(ref next):D15}";
}
