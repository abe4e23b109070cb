using ServiceErp.Platform.Localization;
using ServiceErp.Platform.Ui;
using ServiceErp.Reception.Domain.Goods;
using ServiceErp.Reception.Domain.Requests;
using ServiceErp.Workshop;

namespace ServiceErp.Reception.Pages;

/// <summary>The colours of Reception's states, and the letters of the categories.</summary>
internal static class Looks
{
    public static Tone Of(RequestState state) => state switch
    {
        RequestState.Registered => Tone.Info,
        RequestState.Accepted => Tone.Waiting,
        RequestState.Dispatched => Tone.Progress,
        RequestState.Closed => Tone.Good,
        _ => Tone.Neutral,
    };

    public static Tone Of(ClockState clock) => clock switch
    {
        ClockState.OnTime or ClockState.Met => Tone.Good,
        ClockState.AtRisk => Tone.Waiting,
        ClockState.Overdue or ClockState.Late => Tone.Bad,
        _ => Tone.Neutral,
    };

    public static Tone Of(OrderStage? stage) => stage switch
    {
        OrderStage.WaitingForCustomer or OrderStage.WaitingForParts => Tone.Waiting,
        OrderStage.Ready or OrderStage.Completed => Tone.Good,
        OrderStage.Cancelled or null => Tone.Neutral,
        OrderStage.Registered => Tone.Info,
        _ => Tone.Progress,
    };

    public static Tone Of(ReceiptState state) => state == ReceiptState.Issued ? Tone.Progress : Tone.Neutral;

    public static Tone Of(ServiceCategory? category) => category switch
    {
        ServiceCategory.Warranty or ServiceCategory.Contract => Tone.Good,
        ServiceCategory.Paid => Tone.Info,
        _ => Tone.Neutral,
    };

    /// <summary>Such as "C · Warranty": staff speak in letters.</summary>
    public static string Lettered(this Texts texts, ServiceCategory category) => $"{(char)('A' + (int)category)} · {texts.Label(category)}";

    public static IReadOnlyList<Option> Languages { get; } = [.. new[] { "en", "ru", "es", "ko" }.Select(language => new Option(language, Document.NativeName(language)))];

    public static Option[] Options<TEnum>(Texts texts)
        where TEnum : struct, Enum => [.. Enum.GetValues<TEnum>().Select(value => new Option(value.ToString(), texts.Label(value)))];
}
