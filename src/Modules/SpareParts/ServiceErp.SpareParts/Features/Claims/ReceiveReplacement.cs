using FluentValidation;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.SpareParts.Domain.Claims;
using ServiceErp.SpareParts.Domain.Documents;
using ServiceErp.SpareParts.Domain.Warehouses;
using ServiceErp.SpareParts.Features.Documents;
using ServiceErp.SpareParts.Persistence;

namespace ServiceErp.SpareParts.Features.Claims;

/// <summary>Takes in new goods that a supplier sends for a claim: a receipt at the price that was paid for the defective ones, which serves the orders that wait.</summary>
public static class ReceiveReplacement
{
    /// <param name="Id">The claim.</param>
    /// <param name="WarehouseId">Where they are put.</param>
    /// <param name="DeliveryNote">The supplier's number.</param>
    [Requires(SparePartsPermissions.StockMove)]
    public sealed record Command(Guid Id, Guid WarehouseId, string DeliveryNote) : ICommand<Answer>
    {
        public IReadOnlyList<Line> Lines { get; init; } = [];

        /// <summary>Why more comes than is open; needed when money came for some of it already.</summary>
        public string? Reason { get; init; }
    }

    /// <param name="LineId">The line of the claim.</param>
    /// <param name="Quantity">How many came.</param>
    public sealed record Line(Guid LineId, decimal Quantity)
    {
        /// <summary>Of a serial-tracked part: the serial numbers of the new pieces.</summary>
        public string? Serials { get; init; }

        /// <summary>A bin's code.</summary>
        public string? Bin { get; init; }
    }

    public sealed record Answer(SupplierClaimState State, string Document);

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.DeliveryNote).Needed(80, "SpareParts.SupplierClaim.DeliveryNoteMissing");
            RuleFor(c => c.Reason).ReasonOrNothing();
            RuleForEach(c => c.Lines).ChildRules(line => line.RuleFor(l => l.Bin).AtMost(20));
            RuleFor(c => c.Lines).Must(l => l.Any(line => line.Quantity > 0) && l.Select(line => line.LineId).Distinct().Count() == l.Count).WithMessage("Say what came.").WithErrorCode("SpareParts.SupplierClaim.NothingCame");
            RuleForEach(c => c.Lines).Must(l => l.Quantity is >= 0 and <= Rules.Most && decimal.Round(l.Quantity, Domain.Parts.Part.QuantityDigits) == l.Quantity)
                .WithMessage("A quantity must be from zero to a million, with at most three decimals.").WithErrorCode("SpareParts.Stock.QuantityNotRight");
            RuleForEach(c => c.Lines).Must(l => l.Serials.ToSerials() is var s && s.Count <= 1000 && s.All(serial => serial.Length <= SerialText.Longest))
                .WithMessage("At most 1000 serial numbers of at most 80 characters each.").WithErrorCode("SpareParts.Stock.SerialTooLong");
        }
    }

    internal sealed class Handler(SparePartsDbContext db, ClaimDesk claims, StockDocumentDesk desk, IClock clock, IIdentifiers ids, ICurrentUser user) : IHandler<Command, Answer>
    {
        public async Task<Result<Answer>> Handle(Command c, CancellationToken cancel)
        {
            var found = await claims.FindAsync(c.Id, null, cancel);
            if (!found.Succeeded)
            {
                return found.Error;
            }

            var (claim, now, came) = (found.Value, clock.GetCurrentInstant(), c.Lines.Where(l => l.Quantity > 0).ToArray());
            var warehouse = await db.Warehouses.AsNoTracking().FirstOrDefaultAsync(w => w.Id == c.WarehouseId && w.BranchId == claim.BranchId && w.Active && w.Kind != WarehouseKind.Transit, cancel);
            if (warehouse is null)
            {
                return WarehouseErrors.NotFound.On(nameof(c.WarehouseId));
            }

            var replacement = new ClaimReplacement(ids.NewId(), claim.Id, c.DeliveryNote, claims.Today(claim.BranchId), c.Reason, now, user.Name);
            if (claim.Replace(replacement, [.. came.Select(l => (l.LineId, l.Quantity))], claims.Digits(claim.Currency)) is { Succeeded: false, Error: var refused })
            {
                return refused;
            }

            var document = new StockDocument(ids.NewId(), StockDocumentKind.Receipt, warehouse, now, user.Name);
            db.Documents.Add(document);
            var lines = claim.Lines.ToDictionary(l => l.Id);
            var wrong = await desk.DescribeAsync(document, null, claim.SupplierId, c.DeliveryNote, claim.Number, null, null, cancel)
                ?? await desk.AddLinesAsync(document, [.. came.Select(l => new NewLine(lines[l.LineId].PartId, l.Quantity) { UnitCost = lines[l.LineId].Price, Serials = l.Serials, Bin = l.Bin })], cancel)
                ?? await desk.PostAsync(document, cancel);
            if (wrong is not null)
            {
                return wrong;
            }

            replacement.BookedBy(document);
            db.ClaimReplacements.Add(replacement);
            return new Answer(claim.State, document.Number!);
        }
    }
}
