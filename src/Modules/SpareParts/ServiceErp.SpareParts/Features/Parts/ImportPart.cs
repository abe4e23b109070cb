using FluentValidation;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Branches;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Importing;
using ServiceErp.SpareParts.Domain;
using ServiceErp.SpareParts.Domain.Documents;
using ServiceErp.SpareParts.Domain.Parts;
using ServiceErp.SpareParts.Domain.Warehouses;
using ServiceErp.SpareParts.Features.Documents;
using ServiceErp.SpareParts.Persistence;

namespace ServiceErp.SpareParts.Features.Parts;

/// <summary>
/// One row of a catalogue: makes the part or brings it up to date, and sets today's price. A quantity is opening stock: booked, with its cost, only where the part has never lain
/// before, so that the same file twice books once. What a row does not say stays as it is.
/// </summary>
public static class ImportPart
{
    public const string UsualGroup = "Other";
    public const string UsualUnit = "pcs";

    [Requires(SparePartsPermissions.PartImport)]
    public sealed record Command(string Number) : ICommand<ImportEffect>
    {
        public string? Name { get; init; }

        public string? Group { get; init; }

        public string? Unit { get; init; }

        public string? Barcode { get; init; }

        /// <summary>Net sales price in the currency of the caller's branch.</summary>
        public decimal? Price { get; init; }

        /// <summary>What one of the opening stock cost.</summary>
        public decimal? Cost { get; init; }

        /// <summary>Code of the warehouse of the opening stock.</summary>
        public string? Warehouse { get; init; }

        /// <summary>Code of its bin; made when it is not there yet.</summary>
        public string? Bin { get; init; }

        /// <summary>Opening stock.</summary>
        public decimal? Quantity { get; init; }

        /// <summary>Codes of models, separated by commas or semicolons.</summary>
        public string? Fits { get; init; }
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Number).Needed(60, "SpareParts.Part.NumberMissing");
            RuleFor(c => c.Name).AtMost(200);
            RuleFor(c => c.Group).AtMost(80);
            RuleFor(c => c.Unit).AtMost(20);
            RuleFor(c => c.Barcode).AtMost(60);
            RuleFor(c => c.Price).Amount();
            RuleFor(c => c.Cost).Amount();
            RuleFor(c => c.Quantity).Must(q => q is null || (q >= 0 && q <= Rules.Most && decimal.Round(q.Value, Part.QuantityDigits) == q))
                .WithMessage("The quantity must be from zero to a million, with at most three decimals.").WithErrorCode("SpareParts.Stock.QuantityNotRight");
            RuleFor(c => c.Warehouse).NotEmpty().When(c => c.Quantity > 0).WithMessage("Say in which warehouse it lies.").WithErrorCode("SpareParts.Warehouse.CodeMissing");
            RuleFor(c => c.Bin).AtMost(20);
            RuleFor(c => c.Warehouse).AtMost(20);
            RuleFor(c => c.Fits).AtMost(20_000);
        }
    }

    internal sealed class Handler(SparePartsDbContext db, StockDocumentDesk desk, IClock clock, IIdentifiers ids, ICurrentUser user, IBranches branches) : IHandler<Command, ImportEffect>
    {
        public async Task<Result<ImportEffect>> Handle(Command c, CancellationToken cancel)
        {
            var number = Codes.Clean(c.Number);
            var part = await db.Parts.Include(p => p.Prices).Include(p => p.Fits).Include(p => p.Barcodes).AsSplitQuery().FirstOrDefaultAsync(p => p.Number == number, cancel);
            var effect = part is null ? ImportEffect.Created : ImportEffect.Unchanged;
            if (part is null)
            {
                if (string.IsNullOrWhiteSpace(c.Name))
                {
                    return Error.Invalid("SpareParts.Part.NameMissing", "A new part needs a name.").On(nameof(c.Name));
                }

                part = new Part(ids.NewId(), number);
                if (await db.TakenAsync(part.Id, number, nameof(c.Number), cancel) is { } taken)
                {
                    return taken;
                }

                db.Parts.Add(part);
            }

            var described = await Describe(part, c, effect == ImportEffect.Created, cancel);
            if (!described.Succeeded)
            {
                return described.Error;
            }

            var booked = c.Quantity > 0 ? await Book(part, c, cancel) : false;
            if (!booked.Succeeded)
            {
                return booked.Error;
            }

            return effect == ImportEffect.Created ? effect : described.Value || booked.Value ? ImportEffect.Changed : ImportEffect.Unchanged;
        }

        private async Task<Result<bool>> Describe(Part part, Command c, bool isNew, CancellationToken cancel)
        {
            var before = (part.Name, part.Group, part.Unit, part.BarcodeLine, part.Fits.Count);
            if (c.Barcode is not null && await db.TakenAsync(part.Id, c.Barcode, nameof(c.Barcode), cancel) is { } taken)
            {
                return taken;
            }

            var hasMoved = !isNew && await db.StockItems.IgnoreQueryFilters().AnyAsync(i => i.PartId == part.Id, cancel);
            var described = part.Describe(
                c.Name ?? part.Name, c.Group ?? (isNew ? UsualGroup : part.Group), c.Unit ?? (isNew ? UsualUnit : part.Unit),
                part.CustomerOwned, part.SerialTracked, part.Active, hasMoved);
            if (!described.Succeeded)
            {
                return described.Error;
            }

            if (Codes.CleanOrNull(c.Barcode) is { } barcode && part.Barcodes.All(b => b.Code != barcode) && part.AddBarcode(ids.NewId(), barcode, null, null) is { Succeeded: false, Error: var notRead })
            {
                return notRead.On(nameof(c.Barcode));
            }

            foreach (var model in c.Fits?.Split([',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [])
            {
                part.Fit(ids.NewId(), model.Length > 60 ? model[..60] : model);
            }

            var isPriced = false;
            if (c.Price is { } price && branches.For(user) is { } branch && branch.DayOf(clock.GetCurrentInstant()) is var today && part.PriceOn(today, branch.Currency) != price)
            {
                part.SetPrice(ids.NewId(), branch.Currency, today, price);
                isPriced = true;
            }

            return isPriced || before != (part.Name, part.Group, part.Unit, part.BarcodeLine, part.Fits.Count);
        }

        private async Task<Result<bool>> Book(Part part, Command c, CancellationToken cancel)
        {
            var code = Codes.Clean(c.Warehouse!);
            await db.BeginWriteAsync(db.Warehouses.Where(w => w.Code == code).Select(w => w.BranchId), cancel);
            var warehouse = await db.Warehouses.Include(w => w.Bins).FirstOrDefaultAsync(w => w.Code == code, cancel);
            if (warehouse is null)
            {
                return WarehouseErrors.NotFound.On(nameof(c.Warehouse));
            }

            var bin = Codes.CleanOrNull(c.Bin) is { } binCode ? warehouse.Bins.FirstOrDefault(b => b.Code == binCode) ?? warehouse.AddBin(ids.NewId(), binCode).Value : null;
            var binId = bin?.Id;
            if (await db.StockItems.AnyAsync(i => i.PartId == part.Id && i.WarehouseId == warehouse.Id && i.BinId == binId, cancel))
            {
                return false;
            }

            var receipt = new StockDocument(ids.NewId(), StockDocumentKind.Receipt, warehouse, clock.GetCurrentInstant(), user.Name);
            var opening = BookedPart.Of(part);
            receipt.Describe(null, null, null, "Opening stock");
            var line = receipt.AddLine(ids.NewId(), opening, part.Unit, 1, c.Quantity!.Value, c.Cost, binId, null);
            if (!line.Succeeded)
            {
                return line.Error.On(line.Error.Field == "UnitCost" ? nameof(c.Cost) : nameof(c.Quantity));
            }

            db.Documents.Add(receipt);
            return await desk.PostAsync(receipt, cancel, opening) is { } refused ? refused : true;
        }
    }
}
