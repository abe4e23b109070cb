using FluentValidation;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.SpareParts.Domain.Documents;
using ServiceErp.SpareParts.Domain.Parts;
using ServiceErp.SpareParts.Persistence;

namespace ServiceErp.SpareParts.Features.Documents;

/// <summary>Takes in the goods of a sent transfer as they were counted. What is missing is written off, what is too much comes in, both with a reason.</summary>
public static class ReceiveStockDocument
{
    /// <param name="LineId">A line of the transfer.</param>
    /// <param name="Quantity">Counted, in the part's own unit.</param>
    public sealed record Line(Guid LineId, decimal Quantity)
    {
        /// <summary>Of a serial-tracked part of which not all came: which pieces did, separated by commas or new lines.</summary>
        public string? Serials { get; init; }
    }

    /// <param name="Id">The transfer.</param>
    /// <param name="Version">As seen.</param>
    /// <param name="Lines">What was counted; a line not named came in full.</param>
    /// <param name="Reason">Why it is not what was sent; needed then.</param>
    [Requires(SparePartsPermissions.StockMove)]
    public sealed record Command(Guid Id, int? Version, IReadOnlyList<Line>? Lines, string? Reason) : ICommand<Done>, IVersioned;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Reason).ReasonOrNothing();
            RuleForEach(c => c.Lines).ChildRules(line => line.RuleFor(l => l.Serials).AtMost(SerialText.LongestList));
            RuleForEach(c => c.Lines).Must(l => l.Quantity >= 0 && l.Quantity <= Rules.Most && decimal.Round(l.Quantity, Part.QuantityDigits) == l.Quantity)
                .WithMessage("The quantity must be from zero to a million, with at most three decimals.").WithErrorCode("SpareParts.Stock.QuantityNotRight");
        }
    }

    internal sealed class Handler(SparePartsDbContext db, StockDocumentDesk desk) : IHandler<Command, Done>
    {
        public async Task<Result<Done>> Handle(Command c, CancellationToken cancel)
        {
            await db.BeginWriteAsync(db.BranchesOf(c.Id), cancel);
            var document = await desk.FindAsync(c.Id, cancel);
            if (document is null)
            {
                return StockDocumentErrors.NotFound;
            }

            if (document.Stale(c.Version) is { } stale)
            {
                return stale;
            }

            var lines = document.Lines.ToDictionary(l => l.Id);
            if (c.Lines?.Any(l => !lines.ContainsKey(l.LineId)) == true)
            {
                return StockDocumentErrors.LineNotFound;
            }

            var arrived = c.Lines?.Select(l => new ArrivedLine(l.LineId, l.Quantity, string.IsNullOrWhiteSpace(l.Serials) ? lines[l.LineId].SerialList : l.Serials.ToSerials())).ToArray() ?? [];
            return await desk.ReceiveAsync(document, arrived, c.Reason, cancel) is { } refused ? refused : Done.It;
        }
    }
}
