using System.Runtime.CompilerServices;
using Autofac;
using NodaTime;
using ServiceErp.Billing.Features.TaxRates;
using ServiceErp.Kernel;
using ServiceErp.Platform.Branches;
using ServiceErp.Reception;
using ServiceErp.Testing;
using ServiceErp.Workshop;

namespace ServiceErp.Billing.Tests;

/// <summary>Finished jobs as the workshop tells of them, valid unless a test says otherwise.</summary>
internal static class Orders
{
    private static int next;

    public static Guid Id(int number) => new($"00000000-0000-7000-8000-{number:x12}");

    public static ChargeLine Labour(decimal hours = 1.5m, decimal price = 80, decimal reduction = 0, string? reason = null, decimal cost = 30) =>
        new(Id(Interlocked.Increment(ref next) + 0x100000), ChargeKind.Labour, "LAB", "Repair work", hours, "h", price, reduction, reason is null ? null : new Sentence(reason), cost);

    public static ChargeLine Part(decimal quantity = 2, decimal price = 12.345m, decimal reduction = 0, string? reason = null, decimal cost = 9) =>
        new(Id(Interlocked.Increment(ref next) + 0x200000), ChargeKind.Part, "P-100", "Seal kit", quantity, "pcs", price, reduction, reason is null ? null : new Sentence(reason), cost);

    public static OrderReleased Released(int number, params ChargeLine[] lines) => new(
        Id(number), $"SO-BER-2026-{number:000000}", TestBranches.Berlin.Id,
        new CustomerSnapshot(Id(0x900000 + number), "Anna Schmidt", "+4930111222", "anna@customer.example", "Lindenstr. 5, 10969 Berlin", "en"),
        new DeviceSnapshot(Id(0x910000), Id(0x920000), "AX-200", "Espresso machine AX-200", "SN-4711"),
        ServiceCategory.Paid, lines.Length > 0 ? lines : [Labour(), Part()], "EUR", TestCentre.Start, Id(0x930000), "Test Technician");

    public static OrderReleased In(this OrderReleased order, Branch branch) => order with { BranchId = branch.Id, Currency = branch.Currency };
}

/// <summary>What the stories of this module begin with.</summary>
internal static class CentreExtensions
{
    /// <summary>A program with the tax rates of both branches.</summary>
    public static async Task<TestCentre> WithTaxesAsync(Action<ContainerBuilder>? configure = null, [CallerFilePath] string test = "")
    {
        var centre = await TestCentre.StartAsync(configure, test: test);
        await centre.Ok(new AddTaxRate.Command(null, "standard", "VAT 19 %", 19, new LocalDate(2021, 1, 1), centre.Berlin.Id));
        await centre.Ok(new AddTaxRate.Command(null, "standard", "VAT 10 %", 10, new LocalDate(2000, 1, 1), centre.Seoul.Id));
        return centre;
    }

    /// <summary>The workshop releases an order; its voucher's identity comes back.</summary>
    public static async Task<Guid> ReleaseAsync(this TestCentre centre, OrderReleased released)
    {
        await centre.Tell(released);
        return await centre.Look<Persistence.BillingDbContext, Guid>(db => Task.FromResult(db.Vouchers.Single(v => v.OrderId == released.OrderId).Id));
    }
}
