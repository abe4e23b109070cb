using FluentValidation;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.Platform.Persistence;
using ServiceErp.SpareParts.Domain;
using ServiceErp.SpareParts.Domain.Classes;
using ServiceErp.SpareParts.Domain.Counts;
using ServiceErp.SpareParts.Domain.Parts;
using ServiceErp.SpareParts.Features.Parts;
using ServiceErp.SpareParts.Persistence;

namespace ServiceErp.SpareParts.Features.Counts;

/// <summary>
/// Takes what was counted in one place. It may come late and more than once over a bad line: its identity is given by the sender, and it says how long ago it was counted, so that it is compared with the
/// balance of that moment (PAR-5).
/// </summary>
public static class RecordCount
{
    private static readonly Duration Oldest = Duration.FromDays(7);

    /// <param name="Id">The count.</param>
    /// <param name="ScanId">Given by the sender; the same again changes nothing.</param>
    /// <param name="Code">The part's number or barcode.</param>
    /// <param name="Quantity">What is there, in the unit that the code counts in: boxes by the barcode of a box, else the part's own unit; 0 confirms that nothing is.</param>
    [Requires(SparePartsPermissions.CountWrite)]
    public sealed record Command(Guid Id, Guid ScanId, string Code, decimal Quantity) : ICommand<Answer>
    {
        /// <summary>The bin's code; not needed when the part lies in one place.</summary>
        public string? Bin { get; init; }

        /// <summary>How many milliseconds ago it was counted.</summary>
        public long AgeMs { get; init; }
    }

    /// <param name="Part">The part's number.</param>
    /// <param name="Again">Whether it must be counted a second time. What should be there is not said.</param>
    public sealed record Answer(string Part, bool Again)
    {
        /// <summary>What was counted, in the part's own unit.</summary>
        public decimal Quantity { get; init; }

        public string Unit { get; init; } = "";
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Code).Needed(200, "SpareParts.StockCount.CodeMissing");
            RuleFor(c => c.Bin).AtMost(20);
            RuleFor(c => c.Quantity).Must(q => q >= 0 && q <= Rules.Most && decimal.Round(q, Part.QuantityDigits) == q)
                .WithMessage("A count is from zero to a million, with at most three decimals.").WithErrorCode("SpareParts.StockCount.QuantityNotRight");
            RuleFor(c => c.ScanId).NotEmpty().WithMessage("This is needed.").WithErrorCode("SpareParts.StockCount.ScanIdMissing");
        }
    }

    internal sealed class Handler(SparePartsDbContext db, CountDesk desk, IClock clock, IIdentifiers ids, ICurrentUser user) : IHandler<Command, Answer>
    {
        public async Task<Result<Answer>> Handle(Command c, CancellationToken cancel)
        {
            await db.BeginWriteAsync(db.StockCounts.BranchOf(c.Id), cancel);
            if (await db.CountScans.AsNoTracking().FirstOrDefaultAsync(s => s.Id == c.ScanId, cancel) is { } known)
            {
                var taken = await db.CountLines.AsNoTracking().FirstAsync(l => l.Id == known.CountLineId, cancel);
                return new Answer(taken.PartNumber, taken.Again) { Quantity = known.Quantity, Unit = await db.Parts.Where(p => p.Id == taken.PartId).Select(p => p.Unit).FirstAsync(cancel) };
            }

            if (await db.StockCounts.FirstOrDefaultAsync(s => s.Id == c.Id, cancel) is not { } count)
            {
                return CountErrors.NotFound;
            }

            var code = Codes.Clean(c.Code);
            var named = await db.Named([code]).ToListAsync(cancel);
            if (await db.Parts.AsNoTracking().Include(p => p.Units).Include(p => p.Barcodes).AsSplitQuery().FirstOrDefaultAsync(p => named.Contains(p.Id), cancel) is not { } part)
            {
                return CountErrors.NotPlanned(code);
            }

            var quantity = part.InOwnUnit(code, c.Quantity);
            var line = await LineAsync(count, part, c, cancel);
            if (!line.Succeeded)
            {
                return line.Error;
            }

            if (part.FractionRefusal(quantity) is { } fraction)
            {
                return fraction.On(nameof(c.Quantity));
            }

            if (line.Value.PostedOn is not null)
            {
                return CountErrors.BookedAlready(part.Number);
            }


            var now = clock.GetCurrentInstant();
            var at = now - Duration.Min(Duration.FromMilliseconds(Math.Max(0, c.AgeMs)), Oldest);
            var (balance, unitValue) = await desk.BalanceAsync(line.Value, at, cancel);
            var counting = new Counting(at, quantity, balance, unitValue, user.UserId, user.Name);
            line.Value.Take(counting, (await desk.RulesAsync(count.BranchId, cancel)).Tolerance);
            db.CountScans.Add(new CountScan(c.ScanId, line.Value, counting));
            var counted = count.Count();
            return counted.Succeeded ? new Answer(line.Value.PartNumber, line.Value.Again) { Quantity = quantity, Unit = part.Unit } : counted.Error;
        }

        private async Task<Result<CountLine>> LineAsync(StockCount count, Part part, Command c, CancellationToken cancel)
        {
            Guid? bin = null;
            if (Codes.CleanOrNull(c.Bin) is { } binCode)
            {
                bin = await db.Bins.Where(b => b.WarehouseId == count.WarehouseId && b.Code == binCode).Select(b => (Guid?)b.Id).FirstOrDefaultAsync(cancel);
                if (bin is null)
                {
                    return Domain.Warehouses.WarehouseErrors.BinNotFound(binCode).On(nameof(c.Bin));
                }
            }

            var lines = await db.CountLines.Where(l => l.StockCountId == count.Id && l.PartId == part.Id).ToListAsync(cancel);
            if (bin is null && lines.Count > 1)
            {
                return CountErrors.WhichBin(part.Number);
            }

            if ((bin is null ? lines.FirstOrDefault() : lines.Find(l => l.BinId == bin)) is { } line)
            {
                return line;
            }

            // Found where none was expected: it is counted all the same.
            var run = await desk.ClassesAsync(count.BranchId, cancel);
            var abc = await db.PartClasses.Where(p => p.RunId == run && p.Id == part.Id).Select(p => (AbcClass?)p.Class).FirstOrDefaultAsync(cancel) ?? AbcClass.NoMovement;
            var onHand = await db.StockItems.Where(i => i.PartId == part.Id && i.WarehouseId == count.WarehouseId && i.BinId == bin).Select(i => i.OnHand).FirstOrDefaultAsync(cancel);
            line = new CountLine(ids.NewId(), count, part.Id, part.Number, bin, abc, onHand);
            db.CountLines.Add(line);
            return line;
        }
    }
}
