using ServiceErp.Kernel;

namespace ServiceErp.Workshop.Features.Orders;

internal static class PriceErrors
{
    public static readonly Error NotYours = Error.Forbidden("Workshop.ServiceOrder.PriceNotYours", "The price comes from the fee table; a supervisor may change it.").On("UnitPrice");
}
