using ServiceErp.Kernel;
using ServiceErp.SpareParts;

namespace ServiceErp.Workshop.Features.Orders;

/// <summary>An order stays open while its customer has our loaner (PAR-6); without a pool nothing stands in the way.</summary>
internal static class LoanerRefusal
{
    public static async Task<Error?> RefusalAsync(this ILoanerPool? loaners, Guid orderId, CancellationToken cancel) =>
        loaners is not null && await loaners.HoldingAsync(orderId, cancel) is { } loan
            ? Error.Refused("Workshop.ServiceOrder.LoanerOut", "The loaner {0} ({1}) is still out. Take it back, exchange it, or have the order released from it.", loan.Unit, loan.Number)
            : null;
}
