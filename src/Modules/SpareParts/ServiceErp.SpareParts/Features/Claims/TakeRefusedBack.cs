using FluentValidation;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.SpareParts.Domain;
using ServiceErp.SpareParts.Features.Documents;

namespace ServiceErp.SpareParts.Features.Claims;

/// <summary>
/// Takes back exactly as many of the refused goods of a claim as the supplier sent back: a receipt where they lay, at the cost at which they left (PAR-9). What was accepted stays with the supplier; what came back is held
/// and may be claimed anew or scrapped.
/// </summary>
public static class TakeRefusedBack
{
    /// <param name="Id">The claim.</param>
    /// <param name="Reason">Why.</param>
    /// <param name="Version">As seen.</param>
    [Requires(SparePartsPermissions.StockMove)]
    public sealed record Command(Guid Id, string Reason, int? Version) : ICommand<Answer>, IVersioned
    {
        public IReadOnlyList<Line> Lines { get; init; } = [];
    }

    /// <param name="LineId">The line of the claim.</param>
    /// <param name="Quantity">How many came back.</param>
    public sealed record Line(Guid LineId, decimal Quantity)
    {
        /// <summary>Of a serial-tracked part of which some came back: which pieces.</summary>
        public string? Serials { get; init; }
    }

    /// <param name="Documents">Numbers of the receipts.</param>
    public sealed record Answer(IReadOnlyList<string> Documents);

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Reason).Reason("Say why.");
            RuleFor(c => c.Lines).Must(l => l.Count <= DraftSupplierClaim.MostLines && l.Any(line => line.Quantity > 0) && l.Select(line => line.LineId).Distinct().Count() == l.Count)
                .WithMessage("Say what came.").WithErrorCode("SpareParts.SupplierClaim.NothingCame");
            RuleForEach(c => c.Lines).Must(l => l.Quantity is >= 0 and <= Rules.Most && decimal.Round(l.Quantity, Domain.Parts.Part.QuantityDigits) == l.Quantity)
                .WithMessage("A quantity must be from zero to a million, with at most three decimals.").WithErrorCode("SpareParts.Stock.QuantityNotRight");
            RuleForEach(c => c.Lines).Must(l => l.Serials.ToSerials() is var s && s.Count <= 1000 && s.All(serial => serial.Length <= SerialText.Longest))
                .WithMessage("At most 1000 serial numbers of at most 80 characters each.").WithErrorCode("SpareParts.Stock.SerialTooLong");
        }
    }

    internal sealed class Handler(ClaimDesk claims) : IHandler<Command, Answer>
    {
        public async Task<Result<Answer>> Handle(Command c, CancellationToken cancel)
        {
            var found = await claims.FindAsync(c.Id, c.Version, cancel);
            if (!found.Succeeded)
            {
                return found.Error;
            }

            var back = await claims.ComeBackAsync(found.Value, [.. c.Lines.Where(l => l.Quantity > 0).Select(l => (l.LineId, l.Quantity, l.Serials.ToSerials()))], c.Reason.Trim(), cancel);
            return back.Succeeded ? new Answer([.. back.Value.Select(d => d.Number!)]) : back.Error;
        }
    }
}
