using ServiceErp.Workshop.Domain.Orders;

namespace ServiceErp.Workshop.Features.Orders;

/// <summary>Where an order stands after a command.</summary>
public sealed record OrderMoved(Guid Id, string Number, OrderState State)
{
    internal static OrderMoved Of(ServiceOrder order) => new(order.Id, order.Number, order.State);
}
