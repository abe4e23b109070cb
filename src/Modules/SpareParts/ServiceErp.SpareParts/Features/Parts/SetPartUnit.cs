using FluentValidation;
using Microsoft.EntityFrameworkCore;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.SpareParts.Domain.Parts;
using ServiceErp.SpareParts.Persistence;

namespace ServiceErp.SpareParts.Features.Parts;

/// <summary>Says how many of the part's own unit another unit is, such as a box of ten with a barcode of its own; asked again for the same unit it changes it.</summary>
public static class SetPartUnit
{
    [Requires(SparePartsPermissions.PartWrite)]
    public sealed record Command(Guid PartId, string Unit, decimal Factor, string? Barcode) : ICommand<Done>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Unit).Needed(20, "SpareParts.Part.UnitMissing");
            RuleFor(c => c.Factor).Must(f => f is > 0 and <= 1_000_000).WithMessage("The factor must be more than zero.").WithErrorCode("SpareParts.Part.FactorNotPositive");
            RuleFor(c => c.Barcode).AtMost(60);
        }
    }

    internal sealed class Handler(SparePartsDbContext db, IIdentifiers ids) : IHandler<Command, Done>
    {
        public async Task<Result<Done>> Handle(Command c, CancellationToken cancel)
        {
            var part = await db.Parts.Include(p => p.Units).Include(p => p.Barcodes).AsSplitQuery().FirstOrDefaultAsync(p => p.Id == c.PartId, cancel);
            if (part is null)
            {
                return PartErrors.NotFound;
            }

            if (await db.TakenAsync(part.Id, c.Barcode, nameof(c.Barcode), cancel) is { } taken)
            {
                return taken;
            }

            var unit = c.Unit.Trim();
            var booked = await db.DocumentLines.Where(l => l.PartId == part.Id && l.Unit == unit && db.Documents.IgnoreQueryFilters().Any(d => d.Id == l.StockDocumentId && d.PostedAt != null))
                .Select(l => new { l.UnitQuantity, l.Quantity }).Distinct().Take(100).ToListAsync(cancel);
            if (booked.Exists(l => Rounding.Round(l.UnitQuantity * c.Factor, Part.QuantityDigits) != l.Quantity))
            {
                return Error.Refused("SpareParts.Part.FactorInUse", "Papers are booked in {0} with another content. Name a new unit for the new packaging.", unit).On(nameof(c.Factor));
            }

            if (part.SetUnit(ids.NewId(), c.Unit, c.Factor) is { Succeeded: false, Error: var refused })
            {
                return refused;
            }

            return c.Barcode is { Length: > 0 } barcode && part.AddBarcode(ids.NewId(), barcode, null, c.Unit.Trim()) is { Succeeded: false, Error: var notRead } ? notRead.On(nameof(c.Barcode)) : Done.It;
        }
    }
}
