using FluentValidation;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.SpareParts.Domain.Documents;
using ServiceErp.SpareParts.Features.Documents;

namespace ServiceErp.SpareParts.Features.Defects;

/// <summary>An inspection finds that held goods are good: they go from quarantine to the main store, and the history keeps who inspected them and why.</summary>
public static class FindDefectivePartGood
{
    /// <param name="Id">The goods.</param>
    /// <param name="Quantity">How many, in the part's unit; null is all that are held.</param>
    /// <param name="Reason">What the inspection found.</param>
    [Requires(SparePartsPermissions.StockMove)]
    public sealed record Command(Guid Id, decimal? Quantity, string Reason) : ICommand<Answer>
    {
        /// <summary>Of a serial-tracked part of which some are good: which pieces.</summary>
        public string? Serials { get; init; }
    }

    public sealed record Answer(Guid DocumentId, string Document);

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Quantity ?? 1).Quantity();
            RuleFor(c => c.Reason).Reason();
            RuleFor(c => c.Serials).AtMost(SerialText.LongestList);
        }
    }

    internal sealed class Handler(DefectDesk desk) : IHandler<Command, Answer>
    {
        public async Task<Result<Answer>> Handle(Command c, CancellationToken cancel)
        {
            var left = await desk.LeaveAsync(c.Id, c.Quantity, c.Serials.ToSerials(), StockDocumentKind.Transfer, null, c.Reason, cancel);
            return left.Succeeded ? new Answer(left.Value.Id, left.Value.Number!) : left.Error;
        }
    }
}
