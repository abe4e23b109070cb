using FluentValidation;
using Microsoft.EntityFrameworkCore;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.SpareParts;
using ServiceErp.Workshop.Domain.Orders;
using ServiceErp.Workshop.Persistence;

namespace ServiceErp.Workshop.Features.Orders;

/// <summary>
/// Has the store hand out what is promised to the order, all lines or those named, in one call (WRK-5). The store's event writes the quantities and costs into the lines, so that they come in
/// once and for certain, whoever handed out.
/// </summary>
public static class IssueParts
{
    [Requires(WorkshopPermissions.OrderWork)]
    public sealed record Command(Guid OrderId, IReadOnlyList<Guid>? LineIds = null) : ICommand<Answer>
    {
        /// <summary>Of parts with serial numbers: each piece, with the faulty one that it replaces (PAR-1).</summary>
        public IReadOnlyList<PieceUsed> Pieces { get; init; } = [];
    }

    public sealed record Issued(Guid LineId, decimal Quantity, decimal Cost);

    public sealed record Answer(IReadOnlyList<Issued> Lines);

    internal sealed class Validator : AbstractValidator<Command>
    {
        private const int LongestSerial = 80;

        public Validator()
        {
            RuleFor(c => c.Pieces).Must(p => p is null || p.Count <= 1000).WithErrorCode("Workshop.ServiceOrder.TooManyPieces").WithMessage("Hand out at most 1000 pieces in one go.");
            RuleForEach(c => c.Pieces).ChildRules(piece =>
            {
                piece.RuleFor(p => p.Serial).NotEmpty().WithErrorCode("Workshop.ServiceOrder.SerialMissing").WithMessage("Enter the serial number of the new piece.").AtMost(LongestSerial);
                piece.RuleFor(p => p.FaultySerial).AtMost(LongestSerial);
            });
        }
    }

    internal sealed class Handler(WorkshopDbContext db, ICurrentUser user, IPartsStock? stock = null) : IHandler<Command, Answer>
    {
        public async Task<Result<Answer>> Handle(Command c, CancellationToken cancel)
        {
            if (await db.Orders.AsNoTracking().Include(o => o.Lines).FirstOrDefaultAsync(o => o.Id == c.OrderId, cancel) is not { } order)
            {
                return OrderErrors.NotFound;
            }

            if (order.WorkRefusal(user) is { } notYours)
            {
                return notYours;
            }

            if (order.IssueRefusal is { } refusal)
            {
                return refusal;
            }

            OrderLine[] wanted = [.. order.ActiveLines.Where(l => l.IsStocked && c.LineIds?.Contains(l.Id) != false)];
            Guid[] lines = [.. wanted.Where(l => l.Reserved > 0).Select(l => l.Id)];
            if (lines.Length == 0)
            {
                // Whoever got no answer asks again: the store knows what it gave, says so, and gives nothing more.
                lines = [.. wanted.Where(l => l.Issued > 0 && l.Issued >= l.Quantity).Select(l => l.Id)];
            }

            if (lines.Length == 0)
            {
                return OrderErrors.NothingToIssue;
            }

            if (stock is null)
            {
                return OrderErrors.NoStore;
            }

            var issued = await stock.IssueAsync(lines, c.Pieces, cancel);
            return issued.Succeeded ? new Answer([.. issued.Value.Select(i => new Issued(i.LineId, i.Quantity, i.Cost))]) : issued.Error;
        }
    }
}
