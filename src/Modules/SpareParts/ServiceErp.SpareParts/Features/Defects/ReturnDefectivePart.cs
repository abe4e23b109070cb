using FluentValidation;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.SpareParts.Domain.Documents;
using ServiceErp.SpareParts.Features.Documents;

namespace ServiceErp.SpareParts.Features.Defects;

/// <summary>Sends defective goods back to their supplier without a claim: they leave the place where they are held by a document of the ledger.</summary>
public static class ReturnDefectivePart
{
    /// <param name="Id">The goods.</param>
    /// <param name="Quantity">How many, in the part's unit; null is all that are held.</param>
    /// <param name="Reference">The supplier's number for the return.</param>
    /// <param name="Reason">Why.</param>
    [Requires(SparePartsPermissions.StockMove)]
    public sealed record Command(Guid Id, decimal? Quantity, string? Reference, string Reason) : ICommand<Answer>
    {
        /// <summary>Of a serial-tracked part of which some leave: which pieces.</summary>
        public string? Serials { get; init; }
    }

    public sealed record Answer(Guid DocumentId, string Document);

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Quantity ?? 1).Quantity();
            RuleFor(c => c.Reference).AtMost(80);
            RuleFor(c => c.Reason).Reason("Say why.");
            RuleFor(c => c.Serials).AtMost(SerialText.LongestList);
        }
    }

    internal sealed class Handler(DefectDesk desk) : IHandler<Command, Answer>
    {
        public async Task<Result<Answer>> Handle(Command c, CancellationToken cancel)
        {
            var left = await desk.LeaveAsync(c.Id, c.Quantity, c.Serials.ToSerials(), StockDocumentKind.SupplierReturn, c.Reference, c.Reason, cancel);
            return left.Succeeded ? new Answer(left.Value.Id, left.Value.Number!) : left.Error;
        }
    }
}
