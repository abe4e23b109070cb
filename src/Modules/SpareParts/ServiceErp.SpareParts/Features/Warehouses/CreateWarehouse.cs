using FluentValidation;
using Microsoft.EntityFrameworkCore;
using ServiceErp.Kernel;
using ServiceErp.Platform.Branches;
using ServiceErp.Platform.Dispatching;
using ServiceErp.SpareParts.Domain;
using ServiceErp.SpareParts.Domain.Warehouses;
using ServiceErp.SpareParts.Persistence;

namespace ServiceErp.SpareParts.Features.Warehouses;

/// <summary>Opens a warehouse, a store, a van, a quarantine or a place for returned goods, with its bins.</summary>
public static class CreateWarehouse
{
    [Requires(SparePartsPermissions.WarehouseWrite)]
    public sealed record Command(Guid? Id, string Code, string Name, WarehouseKind Kind) : ICommand<Answer>, ICreates
    {
        /// <summary>The owning branch; the caller's own unless said.</summary>
        public Guid? BranchId { get; init; }

        /// <summary>Of a van: the technician who carries it.</summary>
        public Guid? HolderId { get; init; }

        public IReadOnlyList<string> Bins { get; init; } = [];
    }

    public sealed record Answer(Guid Id, string Code);

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Code).Needed(20, "SpareParts.Warehouse.CodeMissing");
            RuleFor(c => c.Name).Needed(200, "SpareParts.Warehouse.NameMissing");
            RuleForEach(c => c.Bins).NotEmpty().WithMessage("This is needed.").WithErrorCode("SpareParts.Bin.CodeMissing").AtMost(20);
        }
    }

    internal sealed class Handler(SparePartsDbContext db, IIdentifiers ids, ICurrentUser user, IBranches branches) : IHandler<Command, Answer>
    {
        public async Task<Result<Answer>> Handle(Command c, CancellationToken cancel)
        {
            if (branches.For(user, c.BranchId) is not { } branch)
            {
                return BranchErrors.NotFound.On(nameof(c.BranchId));
            }

            var code = Codes.Clean(c.Code);
            if (await db.Warehouses.IgnoreQueryFilters().AnyAsync(w => w.Code == code, cancel))
            {
                return Error.Refused("SpareParts.Warehouse.CodeTaken", "There is a warehouse {0} already.", code).On(nameof(c.Code));
            }

            var warehouse = new Warehouse(c.Id ?? ids.NewId(), branch.Id, c.Code);
            if (warehouse.Describe(c.Name, c.Kind, c.HolderId, active: true) is { Succeeded: false, Error: var refused })
            {
                return refused;
            }

            foreach (var bin in c.Bins)
            {
                if (warehouse.AddBin(ids.NewId(), bin) is { Succeeded: false, Error: var wrong })
                {
                    return wrong;
                }
            }

            db.Warehouses.Add(warehouse);
            return new Answer(warehouse.Id, warehouse.Code);
        }
    }
}
