using System.Globalization;
using ServiceErp.Billing.Domain.Invoices;
using ServiceErp.Billing.Domain.Vouchers;
using ServiceErp.Platform.Branches;
using ServiceErp.Platform.Localization;
using ServiceErp.Platform.Persistence;
using ServiceErp.Platform.Ui;

namespace ServiceErp.Billing.Pages;

/// <summary>Colours and words that several pages share.</summary>
internal static class Looks
{
    public static Tone Of(VoucherState state) => state switch
    {
        VoucherState.ToInvoice => Tone.Waiting,
        VoucherState.Invoiced => Tone.Good,
        _ => Tone.Neutral,
    };

    public static Tone Of(InvoiceState state) => state switch
    {
        InvoiceState.Issued => Tone.Info,
        InvoiceState.PartlyPaid => Tone.Progress,
        InvoiceState.Paid => Tone.Good,
        _ => Tone.Neutral,
    };

    public static IReadOnlyList<TimelineEntry> Timeline(IReadOnlyList<HistoryStep> steps, Texts texts, Func<string, Tone> tone) =>
        [.. steps.Select(s => new TimelineEntry(s.At, s.Who, texts[Texts.Humanise(s.Trigger ?? s.UseCase)])
        {
            From = s.From is null ? null : texts[Texts.Humanise(s.From)],
            To = s.To is null ? null : texts[Texts.Humanise(s.To)],
            Tone = s.To is null ? Tone.Neutral : tone(s.To),
            Reason = s.Reason,
        })];

    public static Tone Of<TState>(string state, Func<TState, Tone> tone)
        where TState : struct, Enum => Enum.TryParse<TState>(state, out var known) ? tone(known) : Tone.Neutral;

    /// <summary>The filter by branch, for those who see more than one.</summary>
    public static IEnumerable<ListFilter> ByBranch(IReadOnlyList<Branch> branches, Texts texts) =>
        branches.Count > 1 ? [new ListFilter("branch", texts["Branch"], [.. branches.Select(b => new Option(b.Id.ToString(), b.Name))])] : [];

    /// <summary>A language in its own words.</summary>
    public static string Language(string code) => CultureInfo.GetCultureInfo(code).NativeName;

    public static string Percent(decimal percent) => Display.Number(percent) + " %";
}
