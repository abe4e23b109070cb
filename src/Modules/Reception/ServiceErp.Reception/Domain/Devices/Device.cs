using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Reception.Domain.Customers;
using ServiceErp.Reception.Domain.Models;

namespace ServiceErp.Reception.Domain.Devices;

/// <summary>The papers of a device, as somebody entered them.</summary>
internal sealed record DevicePapers(LocalDate? SoldOn)
{
    public bool HasProofOfPurchase { get; init; }

    public string PassportNumber { get; init; } = "";

    /// <summary>A response target of its own, in working hours.</summary>
    public Duration? ResponseTarget { get; init; }

    public string Notes { get; init; } = "";
}

/// <summary>
/// One customer's product. Model and serial number together are unique; the serial number may be unknown until the goods are on the bench. A unit given in
/// replacement inherits the remainder of the warranty: its term counts from the sale of the first.
/// </summary>
internal sealed class Device : Aggregate, ISearchable
{
    private readonly List<FormerOwner> formerOwners = [];

    private Device()
    {
    }

    public Device(Guid id, DeviceModel model, string? serialNumber, Customer customer, DevicePapers papers)
    {
        Id = id;
        ModelId = model.Id;
        ModelCode = model.Code;
        ModelName = model.Name;
        ReadSerial(serialNumber);
        CustomerId = customer.Id;
        CustomerName = customer.Name;
        Change(papers);
    }

    public Guid ModelId { get; private init; }

    public string ModelCode { get; private init; } = "";

    public string ModelName { get; private init; } = "";

    public string SerialNumber { get; private set; } = "";

    /// <summary>The serial number as it is compared; null while it is unknown.</summary>
    public string? SerialKey { get; private set; }

    public Guid CustomerId { get; private set; }

    public string CustomerName { get; private set; } = "";

    public LocalDate? SoldOn { get; private set; }

    /// <summary>From when warranty counts: the sale, or for a replacement the sale of the unit it replaces.</summary>
    public LocalDate? WarrantyFrom { get; private set; }

    public bool HasProofOfPurchase { get; private set; }

    public string PassportNumber { get; private set; } = "";

    public Duration? ResponseTarget { get; private set; }

    public string Notes { get; private set; } = "";

    /// <summary>Whose it was before.</summary>
    public IReadOnlyList<FormerOwner> FormerOwners => formerOwners;

    public Guid? ReplacesId { get; private set; }

    public Guid? ReplacedById { get; private set; }

    public DeviceSnapshot Snapshot => new(Id, ModelId, ModelCode, ModelName, SerialNumber);

    /// <summary>Serial numbers are compared by their letters and digits alone; null when there are none.</summary>
    public static string? KeyOf(string? serialNumber)
    {
        var key = string.Concat((serialNumber ?? "").Normalize(System.Text.NormalizationForm.FormKC).Where(char.IsLetterOrDigit)).ToUpperInvariant();
        return key.Length == 0 ? null : key;
    }

    public DevicePapers Papers() => new(SoldOn) { HasProofOfPurchase = HasProofOfPurchase, PassportNumber = PassportNumber, ResponseTarget = ResponseTarget, Notes = Notes };

    public void Change(DevicePapers papers)
    {
        SoldOn = papers.SoldOn;
        if (ReplacesId is null)
        {
            WarrantyFrom = papers.SoldOn;
        }

        HasProofOfPurchase = papers.HasProofOfPurchase;
        PassportNumber = papers.PassportNumber.Trim();
        ResponseTarget = papers.ResponseTarget;
        Notes = papers.Notes.Trim();
    }

    /// <summary>Notes the serial number as read on the product.</summary>
    public void ReadSerial(string? serialNumber)
    {
        SerialNumber = (serialNumber ?? "").Trim();
        SerialKey = KeyOf(serialNumber);
    }

    /// <summary>Notes papers that the customer brought; what is known already stays.</summary>
    public void SeePapers(LocalDate? soldOn, bool proofOfPurchase, string? passportNumber)
    {
        if (SoldOn is null && soldOn is not null)
        {
            SoldOn = soldOn;
            WarrantyFrom ??= soldOn;
        }

        HasProofOfPurchase |= proofOfPurchase;
        if (PassportNumber.Length == 0 && !string.IsNullOrWhiteSpace(passportNumber))
        {
            PassportNumber = passportNumber.Trim();
        }
    }

    /// <summary>The product changed hands; the warranty of the product and that on work done go with it, and the earlier owner stays on record.</summary>
    public void PassTo(Customer customer, OwnershipEnd end)
    {
        formerOwners.Add(new FormerOwner(end, CustomerId, CustomerName));
        CustomerId = customer.Id;
        CustomerName = customer.Name;
        ReplacedById = null;
    }

    /// <summary>This unit takes the place of a faulty one and inherits the remainder of its warranty.</summary>
    public Result Replace(Device faulty)
    {
        if (faulty.ReplacedById is not null)
        {
            return DeviceErrors.AlreadyReplaced(faulty.SerialNumber);
        }

        // A unit that was replaced itself, repaired into the pool and kept by the next customer is in use again.
        (ReplacesId, ReplacedById) = (faulty.Id, null);
        WarrantyFrom = faulty.WarrantyFrom;
        HasProofOfPurchase = faulty.HasProofOfPurchase;
        faulty.ReplacedById = Id;
        return Result.Success;
    }

    /// <summary>No other unit took its place after all.</summary>
    public void ReplacementUndone() => ReplacedById = null;

    public SearchEntry Describe() => new()
    {
        Id = Id,
        Kind = nameof(Device),
        Code = SerialKey,
        OtherCode = SerialNumber.Length == 0 || SerialNumber == SerialKey ? null : SerialNumber,
        Title = SerialNumber.Length == 0 ? $"{ModelCode} {ModelName}" : $"{ModelCode} {SerialNumber}",
        Subtitle = $"{ModelName} · {CustomerName}",
        Href = $"/reception/devices/{Id}",
        Permission = ReceptionPermissions.DeviceRead,
        Text = SearchText.Normalize($"{SerialNumber} {SerialKey} {ModelCode} {ModelName} {CustomerName} {PassportNumber}"),
    };

    public bool IsDescribedBy(string property) => property is nameof(SerialNumber) or nameof(CustomerName) or nameof(PassportNumber);
}

/// <summary>When, why and by whose hand a product changed hands.</summary>
internal sealed record OwnershipEnd(Guid Id, Instant At, string Reason, string By);

/// <summary>Somebody whose product it was, kept for ever.</summary>
internal sealed class FormerOwner : Entity
{
    private FormerOwner()
    {
    }

    public FormerOwner(OwnershipEnd end, Guid customerId, string customerName)
    {
        Id = end.Id;
        (CustomerId, CustomerName, Until, Reason, By) = (customerId, customerName, end.At, end.Reason.Trim(), end.By);
    }

    public Guid CustomerId { get; private init; }

    public string CustomerName { get; private init; } = "";

    public Instant Until { get; private init; }

    public string Reason { get; private init; } = "";

    public string By { get; private init; } = "";
}

internal static class DeviceErrors
{
    public static Error OfAnother(string model, string serial, string owner, string customer) => Error.Refused(
        "Reception.Device.OfAnother", "{0} {1} belongs to {2}, not to {3}. Choose another device, or confirm that it changed hands and say why.", model, serial, owner, customer);

    public static Error InHand(string model, string serial, string request, string customer) => Error.Refused(
        "Reception.Device.InHand", "{0} {1} is in hand under request {2} of {3}. Finish or withdraw that request first; then it can change hands.", model, serial, request, customer);

    public static Error AlreadyReplaced(string serial) =>
        Error.Refused("Reception.Device.AlreadyReplaced", "The unit {0} was replaced already.", serial);

    public static Error NotFound { get; } = Error.NotFound("Reception.Device.NotFound", "There is no such device.");

    public static Error Known(string model, string serial, string owner, Guid id) =>
        Error.Refused("Reception.Device.Known", "{0} with serial number {1} is known already: it belongs to {2}. Choose it instead of entering it again.", model, serial, owner, id);
}
