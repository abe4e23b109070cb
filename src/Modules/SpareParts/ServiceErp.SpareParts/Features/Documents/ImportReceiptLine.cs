using FluentValidation;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Importing;
using ServiceErp.SpareParts.Domain;
using ServiceErp.SpareParts.Domain.Documents;
using ServiceErp.SpareParts.Domain.Warehouses;
using ServiceErp.SpareParts.Persistence;

namespace ServiceErp.SpareParts.Features.Documents;

/// <summary>
/// One line of a large delivery out of a file: it comes into the draft receipt of its delivery note, and a full draft is followed by the next one. A line that is there already is not added
/// again, so that a file sent twice receives once; a delivery note that is posted takes no more.
/// </summary>
public static class ImportReceiptLine
{
    /// <summary>Lines of one receipt; a paper that a person can still check.</summary>
    public const int LinesPerReceipt = 200;

    [Requires(SparePartsPermissions.StockMove)]
    public sealed record Command(string DeliveryNote, int Line, string Warehouse, string Part, decimal Quantity) : ICommand<ImportEffect>
    {
        /// <summary>Cost of one <see cref="Unit"/>.</summary>
        public decimal? Cost { get; init; }

        public string? Unit { get; init; }

        public string? Bin { get; init; }

        /// <summary>Number of the supplier.</summary>
        public string? Supplier { get; init; }

        public string? Serials { get; init; }
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.DeliveryNote).Needed(60, "SpareParts.StockDocument.ReferenceMissing");
            RuleFor(c => c.Line).GreaterThan(0).WithMessage("Lines are numbered from 1.").WithErrorCode("SpareParts.StockDocument.LineNotRight");
            RuleFor(c => c.Warehouse).Needed(20, "SpareParts.Warehouse.CodeMissing");
            RuleFor(c => c.Part).Needed(60, "SpareParts.Part.NumberMissing");
            RuleFor(c => c.Unit).AtMost(20);
            RuleFor(c => c.Bin).AtMost(20);
            RuleFor(c => c.Supplier).AtMost(40);
            RuleFor(c => c.Serials).AtMost(SerialText.LongestList);
            RuleFor(c => c.Quantity).Quantity();
            RuleFor(c => c.Cost).Amount();
        }
    }

    internal sealed class Handler(SparePartsDbContext db, StockDocumentDesk desk, IClock clock, IIdentifiers ids, ICurrentUser user) : IHandler<Command, ImportEffect>
    {
        public async Task<Result<ImportEffect>> Handle(Command c, CancellationToken cancel)
        {
            var (warehouseCode, supplierNumber) = (Codes.Clean(c.Warehouse), Codes.CleanOrNull(c.Supplier));
            await db.BeginWriteAsync(db.Warehouses.Where(w => w.Code == warehouseCode).Select(w => w.BranchId), cancel);
            var warehouse = await db.Warehouses.AsNoTracking().FirstOrDefaultAsync(w => w.Code == warehouseCode && w.Active && w.Kind != WarehouseKind.Transit, cancel);
            if (warehouse is null)
            {
                return WarehouseErrors.NotFound.On(nameof(c.Warehouse));
            }

            var supplierId = supplierNumber is null ? null : await db.Suppliers.Where(s => s.Number == supplierNumber).Select(s => (Guid?)s.Id).FirstOrDefaultAsync(cancel);
            if (supplierNumber is not null && supplierId is null)
            {
                return Error.NotFound("SpareParts.Supplier.NotFound", "This supplier does not exist.").On(nameof(c.Supplier));
            }

            // Lines 1 to 200 of a note are its first receipt, 201 to 400 its second: which one a line belongs to needs no counting, and it is there or it is not.
            var reference = $"{c.DeliveryNote.Trim()} ({((c.Line - 1) / LinesPerReceipt) + 1})";
            var receipt = await db.Documents.Include(d => d.Lines).FirstOrDefaultAsync(
                d => d.Kind == StockDocumentKind.Receipt && d.Reference == reference && d.WarehouseId == warehouse.Id && d.SupplierId == supplierId && d.State != StockDocumentState.Reversed, cancel);
            if (receipt?.Lines.Any(l => l.SourceLine == c.Line) == true)
            {
                return ImportEffect.Unchanged;
            }

            if (receipt is null)
            {
                receipt = new StockDocument(ids.NewId(), StockDocumentKind.Receipt, warehouse, clock.GetCurrentInstant(), user.Name);
                if (await desk.DescribeAsync(receipt, null, supplierId, reference, null, null, null, cancel) is { } notDescribed)
                {
                    return notDescribed;
                }

                db.Documents.Add(receipt);
            }

            var line = new NewLine(null, c.Quantity) { Code = c.Part, Unit = c.Unit, UnitCost = c.Cost, Bin = c.Bin, Serials = c.Serials, SourceLine = c.Line };
            return await desk.AddLinesAsync(receipt, [line], cancel) is { } refused ? Named(refused) : ImportEffect.Created;
        }

        private static Error Named(Error error) => error.Field is { } field ? error.On(field.Replace("Lines[0].", "", StringComparison.Ordinal) switch { "Code" => "Part", "UnitCost" => "Cost", var other => other }) : error;
    }
}
