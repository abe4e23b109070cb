namespace ServiceErp.Billing;

/// <summary>What an order still owes, for the counter that hands goods back (REC-5).</summary>
/// <param name="OrderId">The order.</param>
/// <param name="IsInvoiced">An invoice was issued, or there is nothing to invoice.</param>
/// <param name="Total">Gross total of its invoices less credit notes, in <paramref name="Currency"/>.</param>
/// <param name="Open">What is not yet paid.</param>
/// <param name="Currency">ISO 4217.</param>
public sealed record OrderBalance(Guid OrderId, bool IsInvoiced, decimal Total, decimal Open, string Currency)
{
    /// <summary>Nobody has acted on the job's voucher: what the order tells anew still changes it. False once an invoice or its draft stands, or the fee was waived.</summary>
    public bool FollowsOrder { get; init; } = true;

    /// <summary>Nothing is left to pay.</summary>
    public bool IsSettled => IsInvoiced && Open <= 0;
}

/// <summary>Answers about money owed.</summary>
public interface IReceivables
{
    /// <summary>The balance of an order; null when nothing about it has reached finance yet.</summary>
    Task<OrderBalance?> OfOrderAsync(Guid orderId, CancellationToken cancel);
}
