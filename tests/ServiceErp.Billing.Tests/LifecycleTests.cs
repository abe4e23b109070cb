using ServiceErp.Billing.Domain.Invoices;
using ServiceErp.Billing.Domain.Taxes;
using ServiceErp.Billing.Domain.Vouchers;
using ServiceErp.Kernel;
using ServiceErp.Testing;
using NodaTime;

namespace ServiceErp.Billing.Tests;

public sealed class LifecycleTests
{
    public static TheoryData<VoucherState, VoucherTrigger, bool, VoucherState?> Vouchers()
    {
        var data = new TheoryData<VoucherState, VoucherTrigger, bool, VoucherState?>();
        foreach (var state in Enum.GetValues<VoucherState>())
        {
            foreach (var trigger in Enum.GetValues<VoucherTrigger>())
            {
                foreach (var payable in new[] { true, false })
                {
                    data.Add(state, trigger, payable, (state, trigger, payable) switch
                    {
                        (VoucherState.ToInvoice, VoucherTrigger.Invoice, true) => VoucherState.Invoiced,
                        (VoucherState.ToInvoice, VoucherTrigger.FindNothingToPay, false) => VoucherState.NothingToInvoice,
                        (VoucherState.ToInvoice, VoucherTrigger.Waive, true) => VoucherState.Waived,
                        (VoucherState.Invoiced or VoucherState.Waived, VoucherTrigger.Reopen, _) => VoucherState.ToInvoice,
                        _ => null,
                    });
                }
            }
        }

        return data;
    }

    public static TheoryData<InvoiceState, InvoiceTrigger, string, InvoiceState?> Invoices()
    {
        var data = new TheoryData<InvoiceState, InvoiceTrigger, string, InvoiceState?>();
        foreach (var state in Enum.GetValues<InvoiceState>())
        {
            foreach (var trigger in Enum.GetValues<InvoiceTrigger>())
            {
                foreach (var balance in new[] { "open", "settled", "credited", "to refund" })
                {
                    data.Add(state, trigger, balance, (state, trigger, balance) switch
                    {
                        (InvoiceState.Draft, InvoiceTrigger.Issue, _) => InvoiceState.Issued,
                        (InvoiceState.Issued or InvoiceState.PartlyPaid, InvoiceTrigger.Pay, "open") => InvoiceState.PartlyPaid,
                        (InvoiceState.Issued or InvoiceState.PartlyPaid, InvoiceTrigger.Pay, _) => InvoiceState.Paid,
                        (InvoiceState.Issued or InvoiceState.PartlyPaid or InvoiceState.Paid, InvoiceTrigger.Credit, "credited") => InvoiceState.Credited,
                        (InvoiceState.PartlyPaid, InvoiceTrigger.Credit, "settled" or "to refund") => InvoiceState.Paid,
                        (InvoiceState.Issued or InvoiceState.PartlyPaid or InvoiceState.Paid, InvoiceTrigger.Credit, _) => state,
                        (InvoiceState.Issued or InvoiceState.PartlyPaid, InvoiceTrigger.Remind, "open") => state,
                        (InvoiceState.Paid or InvoiceState.Credited, InvoiceTrigger.Refund, "to refund") => state,
                        (InvoiceState.Issued or InvoiceState.PartlyPaid or InvoiceState.Paid, InvoiceTrigger.Send, _) => state,
                        (not InvoiceState.Draft, InvoiceTrigger.SendCreditNote, "credited" or "to refund") => state,
                        _ => null,
                    });
                }
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Vouchers))]
    public void A_voucher_moves_only_along_its_table(VoucherState state, VoucherTrigger trigger, bool payable, VoucherState? expected)
    {
        var voucher = Made.Voucher(Orders.Labour(1, 100, payable ? 0 : 100));
        Assert.Equal(expected, Reached(VoucherLifecycle.Table.Fire(voucher, state, trigger)));
    }

    [Theory]
    [MemberData(nameof(Invoices))]
    public void An_invoice_moves_only_along_its_table(InvoiceState state, InvoiceTrigger trigger, string balance, InvoiceState? expected)
    {
        var invoice = Made.Issued(Orders.Labour(1, 100));
        switch (balance)
        {
            case "settled":
                Made.Pay(invoice, 119);
                break;
            case "credited":
                Made.Credit(invoice);
                break;
            case "to refund":
                Made.Pay(invoice, 119);
                Made.Credit(invoice, new LineCredit(invoice.Lines[0].Id, 50));
                break;
        }

        Assert.Equal(expected, Reached(InvoiceLifecycle.Table.Fire(invoice, state, trigger)));
    }

    private static TState? Reached<TState>(Result<TState> result)
        where TState : struct => result.Succeeded ? result.Value : null;
}

/// <summary>Vouchers and invoices without a database.</summary>
internal static class Made
{
    private static readonly CountingIdentifiers Ids = new();
    private static readonly LocalDate Day = new(2026, 3, 4);

    public static Voucher Voucher(params Workshop.ChargeLine[] lines) => Domain.Vouchers.Voucher.Of(Ids.NewId(), Orders.Released(1, lines), Day);

    public static Voucher Voucher(string currency, params Workshop.ChargeLine[] lines) => Domain.Vouchers.Voucher.Of(Ids.NewId(), Orders.Released(1, lines) with { Currency = currency }, Day);

    public static Invoice Draft(Voucher voucher, decimal percent = 19) =>
        Invoice.Draft(Ids.NewId(), voucher, new TaxRate(Ids.NewId(), null, "standard", "VAT", percent, new LocalDate(2020, 1, 1)), Day, 14, "", Ids);

    public static Invoice Issued(params Workshop.ChargeLine[] lines) => Issued(Draft(Voucher(lines)));

    public static Invoice Issued(Invoice draft)
    {
        Assert.True(draft.Issue("INV-1", Day).Succeeded);
        return draft;
    }

    public static Result Pay(Invoice invoice, decimal amount) => invoice.Pay(Ids.NewId(), PaymentMethod.Cash, amount, Day, "", "Test");

    public static Result Refund(Invoice invoice, decimal amount) => invoice.Refund(Ids.NewId(), PaymentMethod.Cash, amount, Day, "", "Test");

    public static Result Credit(Invoice invoice, params LineCredit[] lines)
    {
        var credited = invoice.CreditLines(lines, Ids);
        return credited.Succeeded && invoice.Credit(Ids.NewId(), "CRN-1", Day, "Test", "Test", credited.Value) is { Succeeded: true } ? Result.Success : credited.Error!;
    }
}
