using ServiceErp.Platform.Ui;
using ServiceErp.Reception;
using ServiceErp.Workshop.Domain.Orders;
using ServiceErp.Workshop.Domain.Quotations;

namespace ServiceErp.Workshop.Pages;

/// <summary>What the colours of states say; the same everywhere.</summary>
internal static class Tones
{
    public static Tone Of(OrderState state) => state switch
    {
        OrderState.Received => Tone.Info,
        OrderState.AwaitingApproval or OrderState.WaitingForCustomer or OrderState.WaitingForParts or OrderState.AwaitingInspection => Tone.Waiting,
        OrderState.Ready or OrderState.Completed => Tone.Good,
        OrderState.ReadyUnrepaired => Tone.Info,
        OrderState.Cancelled => Tone.Neutral,
        _ => Tone.Progress,
    };

    public static Tone Of(QuotationState state) => state switch
    {
        QuotationState.Sent => Tone.Waiting,
        QuotationState.Approved => Tone.Good,
        QuotationState.Declined => Tone.Bad,
        _ => Tone.Neutral,
    };

    public static Tone Of(ServiceCategory category) => category switch
    {
        ServiceCategory.Warranty => Tone.Good,
        ServiceCategory.Contract => Tone.Info,
        _ => Tone.Neutral,
    };

    public static string Icon(ChargeKind kind) => kind switch
    {
        ChargeKind.Part => "puzzle",
        ChargeKind.Labour => "clock",
        ChargeKind.Travel => "car",
        _ => "receipt",
    };
}
