using System.Runtime.CompilerServices;
using Autofac;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServiceErp.Billing;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Messages;
using ServiceErp.Platform.Modules;
using ServiceErp.SpareParts;
using ServiceErp.Testing;
using ServiceErp.Workshop.Domain.Catalog;
using ServiceErp.Workshop.Domain.Orders;
using ServiceErp.Workshop.Features.Catalog;
using ServiceErp.Workshop.Features.Orders;
using ServiceErp.Workshop.Persistence;

namespace ServiceErp.Workshop.Tests;

/// <summary>A workshop of its own for each test, with a fee table and, unless said otherwise, a store.</summary>
internal sealed class WorkshopCentre : IAsyncDisposable
{
    /// <summary>A signature as it comes from the screen.</summary>
    public const string Signature = "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

    /// <summary>Why hours are charged that nobody has measured.</summary>
    public const string ByHand = "Measured by hand on the repair card";

    private int orders;

    private WorkshopCentre(TestCentre centre, FakeStore? store)
    {
        Centre = centre;
        Store = store!;
    }

    public TestCentre Centre { get; }

    public FakeStore Store { get; }

    public Caller Dispatcher => Centre.As(Roles.Dispatcher);

    public Caller Technician => Centre.As(Roles.Technician);

    public Caller Inspector => Centre.As(Roles.QualityInspector);

    public Caller Receptionist => Centre.As(Roles.Receptionist);

    public static async Task<WorkshopCentre> StartAsync(bool withStore = true, ILoanerPool? pool = null, ISalesTaxes? taxes = null, IReadOnlyDictionary<string, string?>? settings = null, [CallerFilePath] string test = "")
    {
        var store = withStore ? new FakeStore().With("PUMP-1", 10).With("SEAL-1", 10, 4, "SEAL").With("HEATER-1", 0, 120, "HEATER") : null;
        var centre = await TestCentre.StartAsync(test: test, configure: container =>
        {
            if (store is not null)
            {
                container.RegisterInstance(store).As<IPartsStock>();
            }

            if (taxes is not null)
            {
                container.RegisterInstance(taxes).As<ISalesTaxes>();
            }

            if (pool is not null)
            {
                container.RegisterInstance(pool).As<ILoanerPool>();
            }
        }, settings: settings);
        var workshop = new WorkshopCentre(centre, store);
        if (store is not null)
        {
            store.Publish = workshop.Tell;
        }

        await workshop.Fee("LABOUR", ChargeKind.Labour, "Working time", "h", 80);
        await workshop.Fee("DIAGNOSIS", ChargeKind.Fee, "Diagnosis fee", "pcs", 35);
        await workshop.Fee("TRAVEL", ChargeKind.Travel, "Travel", "pcs", 45);
        return workshop;
    }

    public async Task Fee(string code, ChargeKind kind, string text, string unit, decimal price) =>
        await Centre.Ok(new SaveFeeItem.Command(code, kind, text, unit, "EUR", price, new LocalDate(2026, 1, 1)), Centre.OfAll(Roles.BranchManager));

    public Task<T> Ok<T>(IRequest<T> request, Caller? caller = null) => Centre.Ok(request, caller ?? Technician);

    public Task<Error> Refused<T>(string code, IRequest<T> request, Caller? caller = null) => Centre.Refused(code, request, caller ?? Technician);

    /// <summary>Hands an event of a neighbour to the workshop's subscribers, as its outbox would.</summary>
    public Task Tell(IIntegrationEvent happened) => Centre.Tell(happened);

    public async Task<Guid> Accept(Requests? request = null)
    {
        var id = new Guid($"00000000-0000-7000-8000-0000000001{++orders:D2}");
        await Tell((request ?? new Requests()).Accepted(id, Centre.Now));
        return id;
    }

    public async Task<Guid> Assigned(Requests? request = null)
    {
        var id = await Accept(request);
        await Ok(new AssignOrder.Command(id, Centre.Users.The(Roles.Technician).Id, Centre.Berlin.DayOf(Centre.Now)), Dispatcher);
        return id;
    }

    public async Task<Guid> Diagnosing(Requests? request = null)
    {
        var id = await Assigned(request);
        await Ok(new StartDiagnosis.Command(id));
        return id;
    }

    /// <summary>A warranty repair on the bench.</summary>
    public async Task<Guid> InRepair(Requests? request = null)
    {
        var id = await Diagnosing(request ?? new Requests { Entitlement = Requests.Warranty });
        await Ok(new RecordDiagnosis.Command(id, Findings: "Worn out"));
        await Ok(new StartRepair.Command(id));
        return id;
    }

    public Task<GetOrder.Answer> Order(Guid id) => Ok(new GetOrder.Query(id));

    public async Task<OrderState> State(Guid id) => (await Order(id)).State;

    public async Task Code(CodeKind kind, string code) => await Centre.Ok(new SaveRepairCode.Command(kind, code, $"Meaning of {code}"), Centre.OfAll(Roles.BranchManager));

    /// <summary>The secret that the customer got by message or on paper; no answer of the program tells it.</summary>
    public Task<string> Secret(Guid quotation) => Centre.Look<WorkshopDbContext, string>(db => db.Quotations.Where(q => q.Id == quotation).Select(q => q.Secret).SingleAsync());

    /// <summary>Messages written so far whose key begins so.</summary>
    public Task<List<OutgoingMessage>> Messages(string key) =>
        Centre.Look<WorkshopDbContext, List<OutgoingMessage>>(db => db.Messages.AsNoTracking().Where(m => m.OnceKey.StartsWith(key)).ToListAsync());

    /// <summary>What the workshop has told, caught by a listener of the test assembly.</summary>
    public IReadOnlyList<T> Told<T>()
        where T : IIntegrationEvent => [.. Centre.Services.GetRequiredService<Heard>().Events.OfType<T>()];

    public ValueTask DisposeAsync() => Centre.DisposeAsync();
}
