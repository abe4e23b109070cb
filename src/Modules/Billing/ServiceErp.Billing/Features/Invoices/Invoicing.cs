using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Billing.Domain.Invoices;
using ServiceErp.Billing.Domain.Taxes;
using ServiceErp.Billing.Domain.Terms;
using ServiceErp.Billing.Domain.Vouchers;
using ServiceErp.Billing.Features.Sending;
using ServiceErp.Billing.Persistence;
using ServiceErp.Kernel;
using ServiceErp.Platform.Branches;

namespace ServiceErp.Billing.Features.Invoices;

/// <summary>What came of a voucher or a draft.</summary>
/// <param name="Delivery">How it went to the customer; null when it was not to be sent.</param>
public sealed record InvoiceAnswer(Guid InvoiceId, string Number, InvoiceState State, decimal Gross, string Currency, LocalDate DueOn, Delivery? Delivery = null);

/// <summary>The way from a voucher to an issued invoice, shared by the use cases that go it for one voucher or for many.</summary>
internal sealed class Invoicing(BillingDbContext db, IBranches branches, IClock clock, IIdentifiers ids, InvoiceLetters letters)
{
    private TaxRate[]? rates;
    private Dictionary<Guid, PaymentTerms>? terms;

    /// <summary>Today in the branch's zone.</summary>
    public LocalDate Today(Guid branchId) => branches.Of(branchId).DayOf(clock.GetCurrentInstant());

    /// <summary>The branch's terms; the usual ones when it has set none.</summary>
    public async Task<PaymentTerms> TermsAsync(Guid branchId, CancellationToken cancel)
    {
        terms ??= await db.Terms.AsNoTracking().ToDictionaryAsync(t => t.BranchId, cancel);
        return terms.GetValueOrDefault(branchId) ?? new PaymentTerms(Guid.Empty, branchId);
    }

    /// <summary>The tax rate of a branch's services at the tax point.</summary>
    public async Task<Result<TaxRate>> RateAsync(Guid branchId, LocalDate taxPoint, CancellationToken cancel)
    {
        var code = (await TermsAsync(branchId, cancel)).TaxCode;
        rates ??= await db.TaxRates.AsNoTracking().ToArrayAsync(cancel);
        return TaxRate.At(rates, branchId, code, taxPoint);
    }

    /// <summary>The draft of a voucher, made now if there is none; or the invoice it already became.</summary>
    public async Task<Result<Invoice>> DraftAsync(Guid id, Voucher voucher, CancellationToken cancel)
    {
        if (voucher.InvoiceId is { } known)
        {
            return await db.Invoices.FirstAsync(i => i.Id == known, cancel);
        }

        var prepared = voucher.Prepare(id);
        if (!prepared.Succeeded)
        {
            return prepared.Error;
        }

        var rate = await RateAsync(voucher.BranchId, voucher.ReleasedOn, cancel);
        if (!rate.Succeeded)
        {
            voucher.ForgetDraft();
            return rate.Error;
        }

        var itsTerms = await TermsAsync(voucher.BranchId, cancel);
        var draft = Invoice.Draft(id, voucher, rate.Value, Today(voucher.BranchId), itsTerms.DueDays, itsTerms.PaymentDetails, ids);
        db.Invoices.Add(draft);
        return draft;
    }

    /// <summary>Issues a draft. The number is taken last, so that nothing after it can be refused and leave a gap.</summary>
    public async Task<Result<Invoice>> IssueAsync(Invoice invoice, Voucher voucher, CancellationToken cancel)
    {
        if (invoice.State != InvoiceState.Draft)
        {
            return invoice;
        }

        if (invoice.IssueRefusal is { } refusal)
        {
            return refusal;
        }

        var branch = branches.Of(invoice.BranchId);
        var today = Today(invoice.BranchId);
        var number = await db.NextNumberAsync($"invoice/{branch.Code}/{today.Year}", cancel);
        var issued = invoice.Issue(LegalNumber("INV", branch, today, number), today);
        if (!issued.Succeeded)
        {
            return issued.Error;
        }

        var settled = voucher.Invoice(invoice.Id, today);
        return settled.Succeeded ? invoice : settled.Error;
    }

    /// <summary>Draft and issue in one go.</summary>
    public async Task<Result<Invoice>> InvoiceAsync(Guid id, Voucher voucher, CancellationToken cancel)
    {
        // Nothing is left behind that can't be issued.
        if (voucher is { State: VoucherState.ToInvoice, InvoiceId: null, HasSomethingToPay: false })
        {
            return InvoiceErrors.NothingToPay;
        }

        if (voucher.InvoiceId is null && voucher.HasSomethingToPay && string.IsNullOrWhiteSpace(voucher.CustomerAddress))
        {
            return InvoiceErrors.AddressMissing;
        }

        var draft = await DraftAsync(id, voucher, cancel);
        return draft.Succeeded ? await IssueAsync(draft.Value, voucher, cancel) : draft;
    }

    /// <summary>Why this voucher can't become an invoice at once; null when it can. A draft is looked at and issued as a draft.</summary>
    public async Task<Error?> RefusalAsync(Voucher voucher, CancellationToken cancel) =>
        voucher is { State: VoucherState.ToInvoice, InvoiceId: not null } ? InvoiceErrors.DraftStands
        : voucher is { State: VoucherState.ToInvoice, HasSomethingToPay: false } ? InvoiceErrors.NothingToPay
        : VoucherLifecycle.Table.Fire(voucher, voucher.State, VoucherTrigger.Invoice).Error
            ?? (string.IsNullOrWhiteSpace(voucher.CustomerAddress) ? InvoiceErrors.AddressMissing : (await RateAsync(voucher.BranchId, voucher.ReleasedOn, cancel)).Error);

    /// <summary>Sends what was just issued. That nobody can be reached undoes nothing: the answer says so.</summary>
    public Delivery Send(Invoice invoice) => letters.Send(invoice) is { Succeeded: true, Value: var way } ? way : letters.WayTo("", "");

    public static string LegalNumber(string kind, Branch branch, LocalDate day, long number) => $"{kind}-{branch.Code}-{day.Year:0000}-{number:000000}";

    public static InvoiceAnswer Answer(Invoice invoice, Delivery? delivery = null) => new(invoice.Id, invoice.Number, invoice.State, invoice.Gross, invoice.Currency, invoice.DueOn, delivery);
}
