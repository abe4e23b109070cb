using FluentValidation;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.SpareParts.Domain.Purchasing;
using ServiceErp.SpareParts.Domain.Warehouses;
using ServiceErp.SpareParts.Persistence;

namespace ServiceErp.SpareParts.Features.Purchasing;

/// <summary>Begins an order to a supplier, with lines if they are known, and sends it at once if asked.</summary>
public static class DraftPurchaseOrder
{
    [Requires(SparePartsPermissions.PurchaseWrite)]
    public sealed record Command(Guid? Id, Guid SupplierId, Guid WarehouseId) : ICommand<Answer>, ICreates
    {
        public string? Note { get; init; }

        public IReadOnlyList<NewPurchaseLine> Lines { get; init; } = [];

        /// <summary>Sends it in the same step.</summary>
        public bool Send { get; init; }

        /// <summary>Noted later: the day on which it went to the supplier, who is then not written to.</summary>
        public LocalDate? Day { get; init; }
    }

    public sealed record Answer(Guid Id, string Number, decimal Amount, IReadOnlyList<Guid> LineIds);

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Note).AtMost(1000);
            RuleFor(c => c.Lines).Must(l => l.Count <= 1000).WithMessage("An order has at most 1000 lines.").WithErrorCode("SpareParts.PurchaseOrder.TooManyLines");
            RuleForEach(c => c.Lines).SetValidator(new NewPurchaseLineValidator());
        }
    }

    internal sealed class Handler(SparePartsDbContext db, PurchaseDesk desk) : IHandler<Command, Answer>
    {
        public async Task<Result<Answer>> Handle(Command c, CancellationToken cancel)
        {
            var warehouse = await db.Warehouses.AsNoTracking().FirstOrDefaultAsync(w => w.Id == c.WarehouseId, cancel);
            if (warehouse is not { Active: true, Kind: not WarehouseKind.Transit })
            {
                return warehouse is null ? WarehouseErrors.NotFound.On(nameof(c.WarehouseId)) : WarehouseErrors.Closed(warehouse.Code).On(nameof(c.WarehouseId));
            }

            if (!await db.Suppliers.AnyAsync(s => s.Id == c.SupplierId && s.Active, cancel))
            {
                return PurchasingErrors.SupplierNotFound.On(nameof(c.SupplierId));
            }

            var order = await desk.NewOrderAsync(c.Id, warehouse, c.SupplierId, null, cancel);
            if (order.Describe(c.Note) is { Succeeded: false, Error: var refused })
            {
                return refused;
            }

            if ((await desk.AddLinesAsync(order, c.Lines, cancel) ?? (c.Send ? await desk.SendAsync(order, c.Day, cancel) : null)) is { } wrong)
            {
                return wrong;
            }

            db.PurchaseOrders.Add(order);
            return new Answer(order.Id, order.Number, order.Amount, [.. order.Lines.Select(l => l.Id)]);
        }
    }
}
