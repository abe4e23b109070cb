using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Billing.Domain.Invoices;
using ServiceErp.Billing.Features.Sending;
using ServiceErp.Billing.Persistence;
using ServiceErp.Kernel;
using ServiceErp.Platform.Branches;
using ServiceErp.Platform.Persistence;

namespace ServiceErp.Billing.Features.Invoices;

/// <summary>Reads an invoice with all that belongs to it, for the page, its papers and those of its credit notes.</summary>
internal sealed class InvoiceReading(BillingDbContext db, InvoiceLetters letters, IBranches branches, IClock clock)
{
    public async Task<Result<GetInvoice.Answer>> OfAsync(Guid id, CancellationToken cancel)
    {
        var found = await db.Invoices.AsNoTracking().AsSplitQuery().Include(i => i.Lines).Include(i => i.Payments).Include(i => i.CreditNotes).ThenInclude(n => n.Lines)
            .FirstOrDefaultAsync(i => i.Id == id, cancel);
        if (found is not { } i)
        {
            return InvoiceErrors.NotFound;
        }

        var branch = branches.Of(i.BranchId);
        var left = i.LeftToCredit();
        Guid[] about = [i.Id, .. i.CreditNotes.Select(n => n.Id)];
        var written = await db.Messages.AsNoTracking().Where(m => m.AboutId != null && about.Contains(m.AboutId.Value)).OrderByDescending(m => m.WrittenAt).ThenByDescending(m => m.Id)
            .Select(m => new Letter(m.Id, m.Subject, m.Channel, m.Recipient, m.WrittenAt, m.State, m.LastError)).ToListAsync(cancel);
        return new GetInvoice.Answer(
            i.Id, i.Version, i.Number, i.State, i.BranchId, new GetInvoice.Sender(branch.Name, branch.Address, branch.Phone, branch.Email, branch.TaxNumber), i.VoucherId, i.OrderId, i.OrderNumber, i.CustomerId,
            i.CustomerName, i.CustomerAddress, i.CustomerTaxNumber, i.CustomerPhone, i.CustomerEmail, i.Language, i.DeviceName, i.SerialNumber, i.Category, i.TechnicianName, i.Currency,
            i.TaxPoint, i.IssuedOn, i.DueOn, i.Note, i.PaymentDetails, i.Normal, i.Reduction, i.Net, i.Tax, i.Gross, i.Paid, i.Credited, i.Open, i.ReminderLevel, i.RemindedOn,
            i.Open > 0 && i.DueOn < branch.DayOf(clock.GetCurrentInstant()),
            [.. i.Lines.OrderBy(l => l.Position).Select(l => new GetInvoice.Line(l.Id, l.Position, l.Kind, l.Code, l.Text, l.Quantity, l.Unit, l.UnitPrice, l.Normal, l.Reduction, l.ReductionReason, l.Net, l.TaxCode, l.TaxPercent, l.Tax, left[l.Id].Net))],
            Taxes(InvoiceAmounts.Summary(i.Lines.Select(l => (l.TaxCode, l.TaxPercent, l.Net, l.Tax)))),
            [.. i.Payments.OrderBy(p => p.On).ThenBy(p => p.Id).Select(p => new GetInvoice.PaymentRow(p.Id, p.On, p.Method, p.Amount, p.Reference, p.TakenBy))],
            [.. i.CreditNotes.OrderBy(n => n.Number).Select(n => new GetInvoice.CreditNoteRow(
                n.Id, n.Number, n.On, n.Reason, n.IssuedBy, n.Net, n.Tax,
                [.. n.Lines.OrderBy(l => l.Position).Select(l => new GetInvoice.CreditLineRow(l.Position, l.Text, l.TaxPercent, l.Net, l.Tax))],
                Taxes(InvoiceAmounts.Summary(n.Lines.Select(l => (l.TaxCode, l.TaxPercent, l.Net, l.Tax))))))],
            InvoiceLifecycle.Table.PermittedTriggers(i, i.State), await db.HistoryOfAsync(i.Id, cancel),
            letters.WayTo(i.CustomerEmail, i.CustomerPhone), written);
    }

    private static IReadOnlyList<TaxRow> Taxes(IEnumerable<TaxSummary> taxes) => [.. taxes.Select(t => new TaxRow(t.Code, t.Percent, t.Net, t.Tax))];
}
