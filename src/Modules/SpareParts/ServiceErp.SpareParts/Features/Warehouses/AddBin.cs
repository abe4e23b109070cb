using FluentValidation;
using Microsoft.EntityFrameworkCore;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.SpareParts.Domain.Warehouses;
using ServiceErp.SpareParts.Persistence;

namespace ServiceErp.SpareParts.Features.Warehouses;

/// <summary>Labels a shelf or drawer of a warehouse.</summary>
public static class AddBin
{
    [Requires(SparePartsPermissions.WarehouseWrite)]
    public sealed record Command(Guid WarehouseId, string Code) : ICommand<Answer>;

    public sealed record Answer(Guid Id, string Code);

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Code).Needed(20, "SpareParts.Bin.CodeMissing");
    }

    internal sealed class Handler(SparePartsDbContext db, IIdentifiers ids) : IHandler<Command, Answer>
    {
        public async Task<Result<Answer>> Handle(Command c, CancellationToken cancel)
        {
            var warehouse = await db.Warehouses.Include(w => w.Bins).FirstOrDefaultAsync(w => w.Id == c.WarehouseId, cancel);
            if (warehouse is null)
            {
                return WarehouseErrors.NotFound;
            }

            var added = warehouse.AddBin(ids.NewId(), c.Code);
            return added.Succeeded ? new Answer(added.Value.Id, added.Value.Code) : added.Error;
        }
    }
}
