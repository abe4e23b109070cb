using System.Runtime.CompilerServices;
using Autofac;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Messages;
using ServiceErp.Platform.Modules;
using ServiceErp.Reception;
using ServiceErp.SpareParts.Features.Loaners;
using ServiceErp.SpareParts.Persistence;
using ServiceErp.Testing;
using ServiceErp.Workshop;

namespace ServiceErp.SpareParts.Tests.Features;

/// <summary>A loaner pool in Berlin, with orders as Reception and Workshop tell of them.</summary>
internal sealed class Pool : IAsyncDisposable
{
    public const string Signature = "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNgYGBgAAAABQABpfZFQAAAAABJRU5ErkJggg==";
    public static readonly Guid Model = new("00000000-0000-7000-8000-0000000000e1");

    private static readonly CountingIdentifiers Ids = new();
    private int orders;

    private Pool(TestCentre centre) => Centre = centre;

    public TestCentre Centre { get; }

    public Caller Keeper => Centre.As(Roles.WarehouseKeeper);

    public LocalDate Today => TestBranches.Berlin.DayOf(Centre.Now);

    public static async Task<Pool> OpenAsync(Action<ContainerBuilder>? neighbours = null, [CallerFilePath] string test = "")
    {
        var pool = new Pool(await TestCentre.StartAsync(neighbours, test: test));
        await pool.Centre.Tell(new ModelDescribed(Model, "AX-200", "Espresso machine AX-200", true));
        return pool;
    }

    public async Task<Guid> Unit(string serial = "POOL-1") =>
        (await Centre.Ok(new CreateLoaner.Command(null, "ax-200", serial) { Accessories = "Charger\nCase", Deposit = 50, DailyFee = 10 }, Keeper)).Id;

    /// <summary>An accepted and opened order.</summary>
    public async Task<Guid> Order(string serial = "SN-1001", string email = "ada@customer.example")
    {
        var id = Ids.NewId();
        var number = ++orders;
        await Centre.Tell(new ServiceRequestAccepted(
            id, $"RQ-BER-2026-{number:D6}", id, TestBranches.Berlin.Id, ServicePlace.Workshop, Priority.Normal,
            new CustomerSnapshot(Ids.NewId(), $"Ada Customer {number}", "+49301111", email, "Customer street 2, Berlin", "en"),
            new DeviceSnapshot(Ids.NewId(), Model, "AX-200", "Espresso machine AX-200", serial),
            "Does not heat", new EntitlementTerms(ServiceCategory.Paid, "Paid", false, [], new LocalDate(2026, 3, 4)), Centre.Now, Centre.Now + Duration.FromHours(6), "A-12"));
        await Progress(id, OrderStage.Registered);
        return id;
    }

    public Task Progress(Guid order, OrderStage stage) =>
        Centre.Tell(new OrderProgressed(order, $"SO-BER-2026-{orders:D5}", order, TestBranches.Berlin.Id, stage, Centre.Now, null, null, null));

    public LendLoaner.Command Lending(Guid unit, Guid order, int days = 14) => new(null, unit, order, Today.PlusDays(days), "Ada Customer", Signature) { Condition = "Clean, no scratches" };

    public async Task<Guid> Lend(Guid unit, Guid order) => (await Centre.Ok(Lending(unit, order), Keeper)).Id;

    public static ReturnLoaner.Command Returning(Guid loan, string? damage = null) => new(loan, damage ?? "As it went", "Ada Customer", Signature) { Damage = damage };

    public Task<GetLoaner.Answer> Loaner(Guid id) => Centre.Ok(new GetLoaner.Query(id), Keeper);

    public Task<GetLoan.Answer> Loan(Guid id) => Centre.Ok(new GetLoan.Query(id), Keeper);

    public async Task<LoanerOut?> Holding(Guid order)
    {
        await using var scope = Centre.Dispatcher.Enter(Caller.System);
        return await scope.Resolve<ILoanerPool>().HoldingAsync(order, CancellationToken.None);
    }

    public async Task<int> Remind() => (await Centre.Ok(new RemindOfLoans.Command())).Sent;

    public Task<List<OutgoingMessage>> Messages() => Centre.Look<SparePartsDbContext, List<OutgoingMessage>>(db => db.Messages.AsNoTracking().OrderBy(m => m.WrittenAt).ToListAsync());

    public ValueTask DisposeAsync() => Centre.DisposeAsync();
}
