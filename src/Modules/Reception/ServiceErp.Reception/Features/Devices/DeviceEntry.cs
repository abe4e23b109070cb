using FluentValidation;
using NodaTime;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Reception.Domain.Devices;

namespace ServiceErp.Reception.Features.Devices;

/// <summary>A device as somebody types one in. The model is named by its identity or its code.</summary>
public sealed record DeviceEntry
{
    public Guid? ModelId { get; init; }

    public string? ModelCode { get; init; }

    public string? SerialNumber { get; init; }

    public LocalDate? SoldOn { get; init; }

    public bool HasProofOfPurchase { get; init; }

    public string? PassportNumber { get; init; }

    /// <summary>A response target of its own, in working hours.</summary>
    public decimal? ResponseHours { get; init; }

    public string? Notes { get; init; }

    internal bool IsEmpty => ModelId is null && string.IsNullOrWhiteSpace(ModelCode) && string.IsNullOrWhiteSpace(SerialNumber);

    internal DevicePapers Papers => new(SoldOn)
    {
        HasProofOfPurchase = HasProofOfPurchase,
        PassportNumber = PassportNumber ?? "",
        ResponseTarget = ResponseHours is { } hours ? Duration.FromMinutes((long)(hours * 60)) : null,
        Notes = Notes ?? "",
    };
}

internal sealed class DeviceEntryRules : AbstractValidator<DeviceEntry>
{
    public DeviceEntryRules()
    {
        RuleFor(d => d.ModelCode).AtMost(40);
        RuleFor(d => d.SerialNumber).AtMost(60);
        RuleFor(d => d.PassportNumber).AtMost(60);
        RuleFor(d => d.Notes).AtMost(2000);
        RuleFor(d => d.ResponseHours).ResponseHours();
    }
}
