using System.Globalization;
using ServiceErp.Billing.Domain.Invoices;
using ServiceErp.Billing.Domain.Vouchers;
using ServiceErp.Billing.Features.Sending;
using ServiceErp.Platform.Branches;
using ServiceErp.Platform.Localization;
using ServiceErp.Platform.Messages;
using ServiceErp.Platform.Persistence;
using ServiceErp.Platform.Ui;

namespace ServiceErp.Billing.Pages;

/// <summary>Colours and words that several pages share.</summary>
internal static class Looks
{
    public static Tone Of(VoucherState state) => state switch
    {
        VoucherState.ToInvoice => Tone.Waiting,
        VoucherState.Invoiced => Tone.Info,
        _ => Tone.Neutral,
    };

    /// <summary>Only what is paid is green: what is due waits, what is overdue is red.</summary>
    public static Tone Of(InvoiceState state, bool isOverdue = false) => state switch
    {
        _ when isOverdue => Tone.Bad,
        InvoiceState.Issued or InvoiceState.PartlyPaid => Tone.Waiting,
        InvoiceState.Paid => Tone.Good,
        _ => Tone.Neutral,
    };

    /// <summary>How a document goes to a customer, and what is left to do where it can't go by itself.</summary>
    public static string Says(Delivery way, string customer, Texts texts) => way switch
    {
        { Channel: MessageChannel.Email, WithPaper: true } => texts["By e-mail to {0}, with the document as PDF.", way.Recipient],
        { Channel: MessageChannel.Email } => texts["By e-mail to {0}, in words only, since this machine can't make PDF files: print it and hand it over or post it as well.", way.Recipient],
        { Channel: MessageChannel.Sms } => texts["By text message to {0}, in words only: print it and hand it over or post it as well.", way.Recipient],
        _ => texts["Not at all: {0} has neither e-mail address nor telephone number. Print it and hand it over or post it.", customer],
    };

    /// <summary>What was issued and where it went.</summary>
    public static string Issued(string number, Delivery? way, string customer, Texts texts) =>
        texts["{0} is issued.", number] + " " + (way is null ? texts["Not sent yet. Open it to send it, or print it and hand it over."] : texts["It goes to the customer:"] + " " + Says(way, customer, texts));

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
