using ServiceErp.Reception;
using ServiceErp.Testing;

namespace ServiceErp.Workshop.Tests;

/// <summary>Accepted requests as Reception would tell of them: a paid carry-in unless said otherwise.</summary>
internal sealed record Requests
{
    public static readonly Guid Device = new("00000000-0000-7000-8000-0000000000d1");

    public ServicePlace Place { get; init; } = ServicePlace.Workshop;

    /// <summary>Whether the product came with the request; unless said what is worked on in the workshop did.</summary>
    public bool? CarriedIn { get; init; }

    public bool Brought => CarriedIn ?? Place == ServicePlace.Workshop;

    public EntitlementTerms Entitlement { get; init; } = Paid;

    public Guid DeviceId { get; init; } = Device;

    public string Serial { get; init; } = "SN-1001";

    public string Email { get; init; } = "ada@customer.example";

    public bool IsCompany { get; init; }

    public Guid BranchId { get; init; } = TestBranches.Berlin.Id;

    public static EntitlementTerms Paid { get; } = new(ServiceCategory.Paid, "No warranty: bought 2019", false, [], new LocalDate(2026, 3, 4));

    public static EntitlementTerms Warranty { get; } = new(ServiceCategory.Warranty, "Warranty: 24 months", true, ["*"], new LocalDate(2026, 3, 4)) { ExcludedCauses = ["MISUSE"] };

    public static EntitlementTerms Internal { get; } = new(ServiceCategory.Internal, "Internal work", true, ["*"], new LocalDate(2026, 3, 4));

    public ServiceRequestAccepted Accepted(Guid orderId, Instant at) => new(
        orderId, "RQ-BER-2026-000001", orderId, BranchId, Place, Priority.Normal,
        new CustomerSnapshot(new("00000000-0000-7000-8000-0000000000c1"), "Ada Customer", "+49301111", Email, "Customer street 2, Berlin", "en") { IsCompany = IsCompany },
        new DeviceSnapshot(DeviceId, new("00000000-0000-7000-8000-0000000000e1"), "AX-200", "Espresso machine AX-200", Serial),
        "Does not heat", Entitlement, at, at + Duration.FromHours(6), Brought ? "A-12" : null) { GoodsAreHere = Brought };
}
