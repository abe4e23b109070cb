using FluentValidation;
using Microsoft.EntityFrameworkCore;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.SpareParts.Domain.Warehouses;
using ServiceErp.SpareParts.Persistence;

namespace ServiceErp.SpareParts.Features.Warehouses;

/// <summary>Renames a warehouse, gives a van to another technician, or closes an empty one.</summary>
public static class ChangeWarehouse
{
    [Requires(SparePartsPermissions.WarehouseWrite)]
    public sealed record Command(Guid Id, string Name, WarehouseKind Kind, int? Version) : ICommand<Done>, IVersioned
    {
        public Guid? HolderId { get; init; }

        public bool Active { get; init; } = true;
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Name).Needed(200, "SpareParts.Warehouse.NameMissing");
    }

    internal sealed class Handler(SparePartsDbContext db) : IHandler<Command, Done>
    {
        public async Task<Result<Done>> Handle(Command c, CancellationToken cancel)
        {
            var warehouse = await db.Warehouses.FirstOrDefaultAsync(w => w.Id == c.Id, cancel);
            if (warehouse is null)
            {
                return WarehouseErrors.NotFound;
            }

            if (warehouse.Stale(c.Version) is { } stale)
            {
                return stale;
            }

            if (!c.Active && await db.StockItems.AnyAsync(i => i.WarehouseId == c.Id && i.OnHand > 0, cancel))
            {
                return Error.Refused("SpareParts.Warehouse.NotEmpty", "{0} still holds stock. Move it first.", warehouse.Code).On(nameof(c.Active));
            }

            if (c.Kind != warehouse.Kind && (c.Kind == WarehouseKind.Transit || warehouse.Kind == WarehouseKind.Transit || await db.StockItems.AnyAsync(i => i.WarehouseId == c.Id && i.OnHand > 0, cancel)))
            {
                return Error.Refused("SpareParts.Warehouse.KindInUse", "{0} holds stock, or is kept by the program: what it is for stays. Open another warehouse and move the goods.", warehouse.Code).On(nameof(c.Kind));
            }

            return warehouse.Describe(c.Name, c.Kind, c.HolderId, c.Active) is { Succeeded: false, Error: var refused } ? refused : Done.It;
        }
    }
}
