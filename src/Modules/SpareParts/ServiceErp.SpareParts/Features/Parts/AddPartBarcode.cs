using FluentValidation;
using Microsoft.EntityFrameworkCore;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.SpareParts.Domain.Parts;
using ServiceErp.SpareParts.Persistence;

namespace ServiceErp.SpareParts.Features.Parts;

/// <summary>Gives a part a further barcode, the maker's or our own; a code counts in the packaging it stands on. An EAN is proven by its check digit.</summary>
public static class AddPartBarcode
{
    [Requires(SparePartsPermissions.PartWrite)]
    [Reaches(Reach.Common)]
    public sealed record Command(Guid PartId, string Code) : ICommand<Done>
    {
        /// <summary>Null lets the code tell: 8, 12, 13 or 14 digits are an EAN.</summary>
        public BarcodeKind? Kind { get; init; }

        /// <summary>The packaging it stands on; null is the part's own unit.</summary>
        public string? Unit { get; init; }
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Code).Needed(Barcode.Longest, "SpareParts.Part.CodeMissing");
            RuleFor(c => c.Unit).AtMost(20);
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

            if (await db.TakenAsync(part.Id, c.Code, nameof(c.Code), cancel) is { } taken)
            {
                return taken;
            }

            var unit = string.IsNullOrWhiteSpace(c.Unit) ? null : c.Unit.Trim();
            return part.AddBarcode(ids.NewId(), c.Code, c.Kind, unit) is { Succeeded: false, Error: var refused } ? refused : Done.It;
        }
    }
}
