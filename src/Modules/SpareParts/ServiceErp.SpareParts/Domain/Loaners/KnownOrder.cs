using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Reception;

namespace ServiceErp.SpareParts.Domain.Loaners;

/// <summary>A service order as Reception and Workshop last told of it: with whom a loaner goes, and when its return clock starts.</summary>
internal sealed class KnownOrder : Entity, IBranchOwned
{
    private KnownOrder()
    {
    }

    public KnownOrder(Guid id, Guid branchId, Instant since)
    {
        Id = id;
        BranchId = branchId;
        Since = since;
    }

    public Guid BranchId { get; private init; }

    /// <summary>When it was received, or first heard of.</summary>
    public Instant Since { get; private init; }

    /// <summary>Null until the workshop has opened it.</summary>
    public string? Number { get; private set; }

    /// <summary>Neither completed nor cancelled.</summary>
    public bool Open { get; private set; } = true;

    public Instant? ReadyAt { get; private set; }

    public Guid DeviceId { get; private set; }

    public Guid ModelId { get; private set; }

    public string ModelCode { get; private set; } = "";

    public string ModelName { get; private set; } = "";

    public string SerialNumber { get; private set; } = "";

    public Guid CustomerId { get; private set; }

    public string CustomerName { get; private set; } = "";

    public string CustomerPhone { get; private set; } = "";

    public string CustomerEmail { get; private set; } = "";

    public string CustomerAddress { get; private set; } = "";

    public string Language { get; private set; } = "en";

    /// <summary>What it is found by, normalised.</summary>
    public string Words { get; private set; } = "";

    /// <summary>Whether both have told of it.</summary>
    public bool IsComplete => Number is not null && CustomerName.Length > 0;

    public void Accept(Guid deviceId, Guid modelId, string modelCode, string modelName, string serial)
    {
        (DeviceId, ModelId, ModelCode, ModelName, SerialNumber) = (deviceId, modelId, modelCode, modelName, serial);
        Index();
    }

    public void For(CustomerSnapshot customer)
    {
        (CustomerId, CustomerName, CustomerPhone, CustomerEmail, CustomerAddress, Language) = (customer.Id, customer.Name, customer.Phone, customer.Email, customer.Address, customer.Language);
        Index();
    }

    public void ReadSerial(string serial)
    {
        SerialNumber = serial;
        Index();
    }

    /// <param name="number">Its number.</param>
    /// <param name="open">Neither completed nor cancelled.</param>
    /// <param name="readyAt">When the goods became ready; the first one counts.</param>
    public void Progress(string number, bool open, Instant? readyAt)
    {
        (Number, Open, ReadyAt) = (number, Open && open, ReadyAt ?? readyAt);
        Index();
    }

    private void Index() => Words = SearchText.Normalize($"{Number} {CustomerName} {SerialNumber} {ModelCode}");
}
