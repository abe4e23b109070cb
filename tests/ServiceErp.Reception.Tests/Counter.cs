using System.Runtime.CompilerServices;
using Autofac;
using NodaTime;
using ServiceErp.Billing;
using ServiceErp.Kernel;
using ServiceErp.Platform.Attachments;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Modules;
using ServiceErp.Reception.Domain.Customers;
using ServiceErp.Reception.Domain.Models;
using ServiceErp.Reception.Domain.Settings;
using ServiceErp.Reception.Domain.Warranty;
using ServiceErp.Reception.Features.Customers;
using ServiceErp.Reception.Features.Devices;
using ServiceErp.Reception.Features.Requests;
using ServiceErp.Reception.Persistence;
using ServiceErp.Testing;
using ServiceErp.Workshop;

namespace ServiceErp.Reception.Tests;

/// <summary>A counter with a model under warranty, and neighbours that answer what a test tells them.</summary>
internal sealed class Counter : IAsyncDisposable
{
    public static readonly Guid ModelId = new("00000000-0000-7000-8000-00000000e001");
    public static readonly Guid TownId = new("00000000-0000-7000-8000-00000000e002");
    public static readonly Guid SuburbsId = new("00000000-0000-7000-8000-00000000e003");

    private Counter(TestCentre centre, FakeOrders orders, FakeReceivables receivables, FakeAttachments attachments)
    {
        Centre = centre;
        Orders = orders;
        Receivables = receivables;
        Attachments = attachments;
    }

    public TestCentre Centre { get; }

    public FakeOrders Orders { get; }

    public FakeReceivables Receivables { get; }

    public FakeAttachments Attachments { get; }

    public Caller Receptionist => Centre.As(Roles.Receptionist);

    public Caller Supervisor => Centre.As(Roles.Dispatcher);

    public static async Task<Counter> OpenAsync(bool alone = false, IReadOnlyDictionary<string, string?>? settings = null, [CallerFilePath] string test = "")
    {
        var (orders, receivables, attachments) = (new FakeOrders(), new FakeReceivables(), new FakeAttachments());
        var centre = await TestCentre.StartAsync(test: test, configure: container =>
        {
            container.RegisterInstance(attachments).As<IAttachments>();
            if (!alone)
            {
                container.RegisterInstance(orders).As<IServiceOrders>();
                container.RegisterInstance(receivables).As<IReceivables>();
            }
        }, settings: settings);
        var counter = new Counter(centre, orders, receivables, attachments);
        await counter.StoreAsync(db =>
        {
            var ids = new CountingIdentifiers();
            var model = new DeviceModel(ModelId, "AX-200");
            model.Change("Espresso machine AX-200", "Coffee", 10, ["pump", "boiler"], active: true);
            db.Models.Add(model);
            var policy = new WarrantyPolicy(ids.NewId(), ModelId, new LocalDate(2020, 1, 1));
            policy.Grant(new WarrantyGrant(12, 12, false, ["MISUSE"], new Dictionary<string, int> { ["boiler"] = 36 }), ids);
            db.Policies.Add(policy);
            var town = new Zone(TownId, centre.Berlin.Id, "TOWN");
            town.Change("Town", Duration.FromHours(6), active: true);
            var suburbs = new Zone(SuburbsId, centre.Berlin.Id, "SUBURBS");
            suburbs.Change("Suburbs", Duration.FromHours(7), active: true);
            db.Zones.AddRange(town, suburbs);
        });
        return counter;
    }

    /// <summary>Puts things into the database directly; for what a test only needs to exist.</summary>
    public Task StoreAsync(Action<ReceptionDbContext> put) => Centre.Look<ReceptionDbContext, int>(async db =>
    {
        put(db);
        return await db.SaveChangesAsync();
    });

    /// <summary>The secret that the customer got by message or on paper; no answer of the program tells it.</summary>
    public Task<string> Secret(Guid request) => Centre.Look<ReceptionDbContext, string>(async db => (await db.Requests.FindAsync(request))!.StatusSecret);

    /// <summary>A complete carry-in.</summary>
    public static RegisterRequest.Command CarryIn(string phone = "+49 30 555 1234", string serial = "SN-1001") => new(null, "Does not heat any more")
    {
        Channel = ContactChannel.CarryIn,
        Customer = new CustomerEntry { Kind = CustomerKind.Person, Name = "Anna Berg", Phone = phone, Email = Of("anna", phone, "@example.com"), Address = Of("Lindenallee 3", phone, ""), Language = "en" },
        Device = new DeviceEntry { ModelId = ModelId, SerialNumber = serial, SoldOn = new LocalDate(2025, 9, 1), HasProofOfPurchase = true },
        IdentityChecked = true,
        Condition = "Scratches on the left",
        Accessories = "none",
        Shelf = "A-12",
    };

    /// <summary>The same mail and address for the usual number, others for another: who calls from another number is somebody else.</summary>
    private static string Of(string text, string phone, string end) => phone == "+49 30 555 1234" ? text + end : $"{text}-{Kernel.PhoneNumbers.Normalize(phone)[1..]}{end}";

    /// <summary>A call about a machine at the customer's place.</summary>
    public static RegisterRequest.Command Call(string phone = "+49 30 555 9999") => new(null, "Leaks")
    {
        Channel = ContactChannel.Call,
        Customer = new CustomerEntry { Kind = CustomerKind.Company, Name = "Café Mokka", Phone = phone, Address = $"Hafenstraße {phone[^4..].Trim()}" },
        Device = new DeviceEntry { ModelCode = "ax-200" },
    };

    public ValueTask DisposeAsync() => Centre.DisposeAsync();
}

internal sealed class FakeOrders : IServiceOrders
{
    public WorkWarranty? WorkWarranty { get; set; }

    public Dictionary<Guid, OrderStatus> Statuses { get; } = [];

    public void Stand(Guid orderId, OrderStage stage, string? returnRefusal = null) =>
        Statuses[orderId] = new OrderStatus(orderId, "SO-BER-2026-000001", stage, stage.ToString(), null, "Tom Technician", returnRefusal, true);

    public Task<OrderStatus?> StatusAsync(Guid orderId, CancellationToken cancel) => Task.FromResult(Statuses.GetValueOrDefault(orderId));

    /// <summary>What keeps an order from ending, as the workshop would say.</summary>
    public Error? EndRefusal { get; set; }

    /// <summary>What keeps it from being judged anew who pays.</summary>
    public Error? EntitlementRefusal { get; set; }

    /// <summary>What keeps the work from being moved to another place.</summary>
    public Error? PlaceRefusal { get; set; }

    public Task<Error?> PlaceRefusalAsync(Guid orderId, ServicePlace place, CancellationToken cancel) => Task.FromResult(PlaceRefusal);

    public Task<Error?> WithdrawalRefusalAsync(Guid orderId, CancellationToken cancel) => Task.FromResult(EndRefusal);

    public Task<Error?> EntitlementRefusalAsync(Guid orderId, CancellationToken cancel) => Task.FromResult(EntitlementRefusal);

    public Task<IReadOnlyList<OrderStatus>> OfDeviceAsync(Guid deviceId, CancellationToken cancel) => Task.FromResult<IReadOnlyList<OrderStatus>>([.. Statuses.Values]);

    public Task<WorkWarranty?> WorkWarrantyAsync(Guid deviceId, LocalDate on, CancellationToken cancel) => Task.FromResult(WorkWarranty);
}

internal sealed class FakeReceivables : IReceivables
{
    public OrderBalance? Balance { get; set; }

    public Task<OrderBalance?> OfOrderAsync(Guid orderId, CancellationToken cancel) => Task.FromResult(Balance);
}

internal sealed class FakeAttachments : IAttachments
{
    private readonly List<(Guid About, Attachment File)> files = [];

    public IReadOnlyList<(Guid About, Attachment File)> Files => files;

    public Task<Result<Attachment>> AddAsync(Stream content, string fileName, string about, Guid aboutId, string kind, CancellationToken cancel)
    {
        if (content.Length == 0)
        {
            return Task.FromResult<Result<Attachment>>(Error.Invalid("Platform.Attachment.Empty", "The file is empty."));
        }

        var file = new Attachment(new Guid($"00000000-0000-7000-8000-{files.Count + 1:D12}"), fileName, "image/png", content.Length, kind, TestCentre.Start, "Test");
        files.Add((aboutId, file));
        return Task.FromResult<Result<Attachment>>(file);
    }

    public Task<IReadOnlyList<Attachment>> OfAsync(string about, Guid aboutId, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<Attachment>>([.. files.Where(f => f.About == aboutId).Select(f => f.File)]);
}
