using FluentValidation;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.SpareParts.Domain.Purchasing;

namespace ServiceErp.SpareParts.Features.Purchasing;

/// <summary>Adds a part to an order that is not sent yet.</summary>
public static class AddPurchaseOrderLine
{
    [Requires(SparePartsPermissions.PurchaseWrite)]
    public sealed record Command(Guid Id, NewPurchaseLine Line, int? Version) : ICommand<Done>, IVersioned;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Line).NotNull().WithMessage("Give the line.").WithErrorCode("SpareParts.PurchaseOrder.LineMissing").SetValidator(new NewPurchaseLineValidator());
    }

    internal sealed class Handler(PurchaseDesk desk) : IHandler<Command, Done>
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

            return await desk.AddLinesAsync(order, [c.Line], cancel) is { } wrong ? (wrong.Field is { } field ? wrong.On(field.Replace("Lines[0]", nameof(c.Line), StringComparison.Ordinal)) : wrong) : Done.It;
        }
    }
}
