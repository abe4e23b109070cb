using NodaTime;
using ServiceErp.Kernel;

namespace ServiceErp.Billing;

/// <summary>An invoice was issued for an order.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="InvoiceId">The invoice.</param>
/// <param name="Number">Its legal number.</param>
/// <param name="Total">Gross.</param>
/// <param name="Currency">ISO 4217.</param>
/// <param name="IssuedOn">Day of issue.</param>
[EventName("billing.invoice-issued.v1")]
public sealed record InvoiceIssued(Guid OrderId, Guid InvoiceId, string Number, decimal Total, string Currency, LocalDate IssuedOn) : IIntegrationEvent;
