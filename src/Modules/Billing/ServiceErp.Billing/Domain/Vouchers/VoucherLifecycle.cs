using ServiceErp.Kernel;

namespace ServiceErp.Billing.Domain.Vouchers;

/// <summary>Where the voucher of a finished job stands on its way to the invoice (BIL-1).</summary>
public enum VoucherState
{
    ToInvoice,
    Invoiced,
    NothingToInvoice,
    Waived,
}

public enum VoucherTrigger
{
    Invoice,
    FindNothingToPay,
    Waive,
    Reopen,
}

internal static class VoucherLifecycle
{
    public static readonly Lifecycle<Voucher, VoucherState, VoucherTrigger> Table = Lifecycle<Voucher, VoucherState, VoucherTrigger>.Define(VoucherState.ToInvoice, table =>
    {
        table.Configure(VoucherState.ToInvoice)
            .PermitIf(VoucherTrigger.Invoice, VoucherState.Invoiced, v => v.HasSomethingToPay || v.CanChargeMore, "The customer has nothing to pay: there is nothing to invoice.")
            .PermitIf(VoucherTrigger.FindNothingToPay, VoucherState.NothingToInvoice, v => !v.HasSomethingToPay, "The customer has something to pay.")
            .PermitIf(VoucherTrigger.Waive, VoucherState.Waived, v => v.HasSomethingToPay || v.CanChargeMore, "The customer has nothing to pay anyway.");
        table.Configure(VoucherState.Invoiced).Permit(VoucherTrigger.Reopen, VoucherState.ToInvoice);
        table.Configure(VoucherState.Waived).Permit(VoucherTrigger.Reopen, VoucherState.ToInvoice);
        table.Configure(VoucherState.NothingToInvoice)
            .PermitIf(VoucherTrigger.Reopen, VoucherState.ToInvoice, v => v.CanChargeMore, "The customer has agreed to pay nothing more: have their consent recorded on the order first.");
    });
}
