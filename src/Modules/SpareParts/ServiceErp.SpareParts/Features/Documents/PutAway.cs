using FluentValidation;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Persistence;
using ServiceErp.SpareParts.Domain;
using ServiceErp.SpareParts.Domain.Documents;
using ServiceErp.SpareParts.Domain.Parts;
using ServiceErp.SpareParts.Domain.Warehouses;
using ServiceErp.SpareParts.Features.Parts;
using ServiceErp.SpareParts.Persistence;

namespace ServiceErp.SpareParts.Features.Documents;

/// <summary>
/// Puts goods into a bin of their warehouse: a posted transfer of one line. Taken are those that lie outside of bins, or in the bin that is named; what is promised to an order stays where it
/// is to be handed out.
/// </summary>
public static class PutAway
{
    [Requires(SparePartsPermissions.StockMove)]
    public sealed record Command(Guid? Id, Guid WarehouseId, string Code, string Bin) : ICommand<Answer>, ICreates
    {
        /// <summary>In the part's own unit; all that is free unless said.</summary>
        public decimal? Quantity { get; init; }

        /// <summary>The bin they lie in; null is outside of bins.</summary>
        public string? FromBin { get; init; }

        /// <summary>Of a serial-tracked part: which pieces.</summary>
        public string? Serials { get; init; }
    }

    public sealed record Answer(Guid Id, string Number, string PartNumber, decimal Quantity, string Bin);

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Code).Needed(60, "SpareParts.Part.CodeMissing");
            RuleFor(c => c.Bin).Needed(20, "SpareParts.Bin.CodeMissing");
            RuleFor(c => c.FromBin).AtMost(20);
            RuleFor(c => c.Serials).AtMost(SerialText.LongestList);
            RuleFor(c => c.Quantity).Must(q => q is null || (q > 0 && q <= Rules.Most && decimal.Round(q.Value, Part.QuantityDigits) == q))
                .WithMessage("The quantity must be more than zero, at most a million, with at most three decimals.").WithErrorCode("SpareParts.Stock.QuantityNotRight");
        }
    }

    internal sealed class Handler(SparePartsDbContext db, StockDocumentDesk desk, IClock clock, IIdentifiers ids, ICurrentUser user) : IHandler<Command, Answer>
    {
        public async Task<Result<Answer>> Handle(Command c, CancellationToken cancel)
        {
            await db.BeginWriteAsync(db.Warehouses.BranchOf(c.WarehouseId), cancel);
            var warehouse = await db.Warehouses.AsNoTracking().Include(w => w.Bins).FirstOrDefaultAsync(w => w.Id == c.WarehouseId && w.Active && w.Kind != WarehouseKind.Transit, cancel);
            if (warehouse is null)
            {
                return WarehouseErrors.NotFound.On(nameof(c.WarehouseId));
            }

            var code = Codes.Clean(c.Code);
            var part = await db.Parts.AsNoTracking().FirstOrDefaultAsync(p => db.Named(new[] { code }).Contains(p.Id), cancel);
            if (part is null)
            {
                return PartErrors.NotFound.On(nameof(c.Code));
            }

            var from = Codes.CleanOrNull(c.FromBin) is { } fromCode ? warehouse.Bins.FirstOrDefault(b => b.Code == fromCode)?.Id ?? Guid.Empty : (Guid?)null;
            var lying = await db.StockItems.AsNoTracking().FirstOrDefaultAsync(i => i.PartId == part.Id && i.WarehouseId == warehouse.Id && i.BinId == from, cancel);
            var quantity = c.Quantity ?? lying?.Available ?? 0;
            if (lying is null || lying.Available < quantity || quantity == 0)
            {
                return Error.Refused("SpareParts.Stock.NothingToPutAway", "Only {0} {1} of {2} are free to be put away there.", lying?.Available ?? 0, part.Unit, part.Number).On(nameof(c.Quantity));
            }

            var transfer = new StockDocument(c.Id ?? ids.NewId(), StockDocumentKind.Transfer, warehouse, clock.GetCurrentInstant(), user.Name);
            var line = new NewLine(part.Id, quantity) { Bin = c.FromBin, TargetBin = c.Bin, Serials = c.Serials };
            if ((await desk.DescribeAsync(transfer, warehouse.Id, null, null, "Put away", null, null, cancel) ?? await desk.AddLinesAsync(transfer, [line], cancel)) is { } wrong)
            {
                return wrong.Field?.EndsWith("TargetBin", StringComparison.Ordinal) == true ? wrong.On(nameof(c.Bin)) : wrong;
            }

            db.Documents.Add(transfer);
            return await desk.PostAsync(transfer, cancel) is { } refused ? refused : new Answer(transfer.Id, transfer.Number!, part.Number, quantity, Codes.Clean(c.Bin));
        }
    }
}
