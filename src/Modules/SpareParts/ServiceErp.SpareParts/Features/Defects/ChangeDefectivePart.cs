using FluentValidation;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.SpareParts.Domain.Defects;
using ServiceErp.SpareParts.Features.Documents;
using ServiceErp.SpareParts.Persistence;

namespace ServiceErp.SpareParts.Features.Defects;

/// <summary>Says what is wrong with defective goods that are held, who supplied them, when, and at which price, where the program knows it wrongly or not at all.</summary>
public static class ChangeDefectivePart
{
    /// <param name="Id">The goods.</param>
    /// <param name="Defect">What is wrong.</param>
    /// <param name="Version">As seen.</param>
    [Requires(SparePartsPermissions.ClaimWrite)]
    public sealed record Command(Guid Id, string Defect, int? Version) : ICommand<Done>, IVersioned
    {
        /// <summary>Who supplied them; empty leaves it as it is.</summary>
        public Guid? SupplierId { get; init; }

        /// <summary>The day they came.</summary>
        public LocalDate? ReceivedOn { get; init; }

        /// <summary>What one cost.</summary>
        public decimal? UnitCost { get; init; }

        /// <summary>Of a serial-tracked part that is not in the store yet: which pieces.</summary>
        public string? Serials { get; init; }
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Defect).Needed(1000, "SpareParts.DefectivePart.DefectMissing");
            RuleFor(c => c.UnitCost).Amount();
            RuleFor(c => c.Serials).Must(s => s.ToSerials() is var all && all.Count <= 1000 && all.All(serial => serial.Length <= SerialText.Longest))
                .WithMessage("At most 1000 serial numbers of at most 80 characters each.").WithErrorCode("SpareParts.Stock.SerialTooLong");
        }
    }

    internal sealed class Handler(SparePartsDbContext db, DefectDesk defects) : IHandler<Command, Done>
    {
        public async Task<Result<Done>> Handle(Command c, CancellationToken cancel)
        {
            var goods = await db.DefectiveParts.FirstOrDefaultAsync(d => d.Id == c.Id, cancel);
            if (goods is null)
            {
                return DefectErrors.NotFound;
            }

            if (goods.Stale(c.Version) is { } stale)
            {
                return stale;
            }

            if (c.SupplierId is { } supplier && !await db.Suppliers.AnyAsync(s => s.Id == supplier, cancel))
            {
                return Error.NotFound("SpareParts.Supplier.NotFound", "This supplier does not exist.").On(nameof(c.SupplierId));
            }

            if (goods.Describe(c.Defect, c.SupplierId, c.ReceivedOn, c.UnitCost, c.Serials.ToSerials()) is { Succeeded: false, Error: var refused })
            {
                return refused;
            }

            await defects.CoverAsync(goods, cancel);
            return Done.It;
        }
    }
}
