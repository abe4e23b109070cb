using FluentValidation;
using Microsoft.EntityFrameworkCore;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.SpareParts.Domain.Parts;
using ServiceErp.SpareParts.Domain.Reservations;
using ServiceErp.SpareParts.Domain.Stock;
using ServiceErp.SpareParts.Persistence;

namespace ServiceErp.SpareParts.Features.Parts;

/// <summary>Describes a part anew. Its number stays; its unit and owner stay once stock has moved.</summary>
public static class ChangePart
{
    [Requires(SparePartsPermissions.PartWrite)]
    public sealed record Command(Guid Id, string Name, string Group, string Unit, int? Version) : ICommand<Done>, IVersioned
    {
        public bool CustomerOwned { get; init; }

        public bool SerialTracked { get; init; }

        public bool Active { get; init; } = true;

        /// <summary>Takes it out of use although some lies in stock or orders want it.</summary>
        public bool EvenIfWanted { get; init; }

        /// <summary>The part that takes its place; null for none.</summary>
        public Guid? SupersededBy { get; init; }
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Name).Needed(200, "SpareParts.Part.NameMissing");
            RuleFor(c => c.Group).Needed(80, "SpareParts.Part.GroupMissing");
            RuleFor(c => c.Unit).Needed(20, "SpareParts.Part.UnitMissing");
        }
    }

    internal sealed class Handler(SparePartsDbContext db) : IHandler<Command, Done>
    {
        public async Task<Result<Done>> Handle(Command c, CancellationToken cancel)
        {
            var part = await db.Parts.FirstOrDefaultAsync(p => p.Id == c.Id, cancel);
            if (part is null)
            {
                return PartErrors.NotFound;
            }

            if (part.Stale(c.Version) is { } refused)
            {
                return refused;
            }

            if (part.Active && !c.Active && !c.EvenIfWanted && await StillThereAsync(part, cancel) is { } wanted)
            {
                return wanted;
            }

            if (c.SerialTracked && !part.SerialTracked && await db.StockItems.IgnoreQueryFilters().Where(i => i.PartId == c.Id && i.OnHand > 0).Select(i => i.OnHand).ToListAsync(cancel) is var lying && lying.Exists(q => decimal.Truncate(q) != q))
            {
                return Error.Refused("SpareParts.Part.SerialsOverFractions", "Of {0} a fraction lies in stock: pieces with serial numbers are whole. Correct the stock first.", part.Number).On(nameof(c.SerialTracked));
            }

            if (!c.SerialTracked && part.SerialTracked && await db.SerialPieces.IgnoreQueryFilters().CountAsync(p => p.PartId == c.Id && p.State == SerialState.InStock, cancel) is > 0 and var pieces)
            {
                return Error.Refused("SpareParts.Part.PiecesInStock", "{0} pieces of {1} lie in stock by their serial numbers: they go on being named by them. Hand them out or correct the stock first.", pieces, part.Number).On(nameof(c.SerialTracked));
            }

            var hasMoved = await db.StockItems.IgnoreQueryFilters().AnyAsync(i => i.PartId == c.Id, cancel);
            if (part.Describe(c.Name, c.Group, c.Unit, c.CustomerOwned, c.SerialTracked, c.Active, hasMoved) is { Succeeded: false, Error: var wrong })
            {
                return wrong;
            }

            return await Supersede(part, c.SupersededBy, cancel);
        }

        private async Task<Error?> StillThereAsync(Part part, CancellationToken cancel)
        {
            var onHand = (await db.StockItems.IgnoreQueryFilters().Where(i => i.PartId == part.Id).Select(i => i.OnHand).ToListAsync(cancel)).Sum();
            var orders = await db.Reservations.IgnoreQueryFilters().Where(r => r.PartId == part.Id && r.State != ReservationState.Issued && r.State != ReservationState.Released).Select(r => r.OrderNumber).Distinct().ToListAsync(cancel);
            return onHand == 0 && orders.Count == 0 ? null
                : Error.Refused("SpareParts.Part.StillWanted", "{0} {1} of {2} are in stock and {3} orders want it. Say that it goes out of use all the same.", onHand, part.Unit, part.Number, orders.Count).On("Active");
        }

        private async Task<Result<Done>> Supersede(Part part, Guid? successor, CancellationToken cancel)
        {
            if (successor == part.SupersededById)
            {
                return Done.It;
            }

            if (successor is { } id && !await db.Parts.AnyAsync(p => p.Id == id, cancel))
            {
                return PartErrors.NotFound.On("SupersededBy");
            }

            var successorOf = await db.Parts.AsNoTracking().Where(p => p.SupersededById != null).ToDictionaryAsync(p => p.Id, p => p.SupersededById!.Value, cancel);
            return part.Supersede(successor, successorOf) is { Succeeded: false, Error: var circle } ? circle : Done.It;
        }
    }
}
