using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Billing.Domain.Vouchers;
using ServiceErp.Billing.Persistence;
using ServiceErp.Kernel;
using ServiceErp.Platform.Branches;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Localization;
using ServiceErp.Platform.Ui;

namespace ServiceErp.Billing.Integration;

/// <summary>What finance has to do today: vouchers to invoice, and what is overdue.</summary>
internal sealed class BillingToday(BillingDbContext db, IBranches branches, ICurrentUser user, IClock clock, Texts texts) : IStartPagePart
{
    private const int Rows = 8;

    public int Order => 140;

    public async Task<StartPageContent> ComposeAsync(CancellationToken cancel)
    {
        var invoices = user.Can(BillingPermissions.VoucherInvoice);
        var receivables = user.Can(BillingPermissions.ReceivablesRead);
        if (!invoices && !receivables)
        {
            return StartPageContent.Nothing;
        }

        var now = clock.GetCurrentInstant();
        var today = branches.Today(user, now);
        var waiting = db.Vouchers.AsNoTracking().Where(v => v.State == VoucherState.ToInvoice);
        var count = await waiting.CountAsync(cancel);
        var tiles = new List<StartPageTile>
        {
            new(count.ToString("N0", CultureInfo.CurrentCulture), texts["Vouchers to invoice"], "/billing/vouchers", count == 0 ? Tone.Good : Tone.Waiting) { Icon = "clipboard-check", Hint = texts["Empty every evening"] },
        };
        if (receivables)
        {
            var overdue = await db.Invoices.CountAsync(i => i.Open > 0 && i.DueOn < today, cancel);
            tiles.Add(new(overdue.ToString("N0", CultureInfo.CurrentCulture), texts["Overdue invoices"], "/billing/invoices?overdue=yes", overdue == 0 ? Tone.Good : Tone.Bad) { Icon = "coin" });
        }

        if (!invoices)
        {
            return new StartPageContent(tiles, []);
        }

        var oldest = await waiting.OrderBy(v => v.ReleasedAt).Take(Rows).Select(v => new { v.Id, v.OrderNumber, v.CustomerName, v.Payable, v.Currency, v.ReleasedOn }).ToListAsync(cancel);
        return new StartPageContent(tiles,
        [
            new(texts["Vouchers to invoice"], [.. oldest.Select(v => new StartPageRow($"{v.OrderNumber} · {v.CustomerName}", $"/billing/vouchers/{v.Id}")
            {
                Hint = Display.Money(new Money(v.Payable, v.Currency)),
                Badge = v.ReleasedOn < today ? texts["{0} days", Period.DaysBetween(v.ReleasedOn, today)] : texts["Today"],
                Tone = v.ReleasedOn < today ? Tone.Bad : Tone.Info,
            })])
            {
                Href = "/billing/vouchers", Count = count, Icon = "clipboard-check", EmptyText = texts["Every voucher is invoiced."],
            },
        ]);
    }
}
