using FluentValidation;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.SpareParts.Domain.Purchasing;

namespace ServiceErp.SpareParts.Features.Purchasing;

/// <summary>Finance accepts an invoice that differs from what was ordered or came, with the reason.</summary>
public static class ReleaseSupplierInvoice
{
    [Requires(SparePartsPermissions.InvoiceRelease)]
    public sealed record Command(Guid Id, Guid InvoiceId, string Reason, int? Version) : ICommand<Done>, IVersioned;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Reason).Reason("Say why.");
    }

    internal sealed class Handler(PurchaseDesk desk, ICurrentUser user) : IHandler<Command, Done>
    {
        public async Task<Result<Done>> Handle(Command c, CancellationToken cancel)
        {
            var order = await desk.FindAsync(c.Id, cancel);
            if (order is null)
            {
                return PurchasingErrors.OrderNotFound;
            }

            if (order.Stale(c.Version) is { } stale)
            {
                return stale;
            }

            return order.ReleaseInvoice(c.InvoiceId, c.Reason, user.Name) is { Succeeded: false, Error: var refused } ? refused : Done.It;
        }
    }
}
