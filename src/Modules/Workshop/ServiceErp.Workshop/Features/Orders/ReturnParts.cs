using FluentValidation;
using Microsoft.EntityFrameworkCore;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.SpareParts;
using ServiceErp.Workshop.Domain.Orders;
using ServiceErp.Workshop.Persistence;

namespace ServiceErp.Workshop.Features.Orders;

/// <summary>Gives parts that were not used back to the store (WRK-5).</summary>
public static class ReturnParts
{
    /// <param name="OrderId">The order.</param>
    /// <param name="LineId">The line.</param>
    /// <param name="Id">Identity of this return, chosen by the sender: the same twice moves stock once.</param>
    /// <param name="Quantity">Not more than was handed out.</param>
    /// <param name="Reason">Why.</param>
    [Requires(WorkshopPermissions.OrderWork)]
    public sealed record Command(Guid OrderId, Guid LineId, Guid? Id, decimal Quantity, string Reason) : ICommand<OrderMoved>, ICreates
    {
        /// <summary>Of a part with serial numbers: the pieces that come back, separated by commas or new lines; none means all.</summary>
        public string? Serials { get; init; }
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Id).NotEmpty().WithErrorCode("Workshop.ServiceOrder.ReturnIdMissing").WithMessage("Give the return an identity, so that sending it twice moves stock once.");
            RuleFor(c => c.Quantity).GreaterThan(0).WithErrorCode("Workshop.ServiceOrder.QuantityOutOfRange").WithMessage("The quantity must be more than zero.");
            RuleFor(c => c.Reason).Reason("Say why the part was not used.", 500);
            RuleFor(c => c.Serials).AtMost(4000);
        }
    }

    internal sealed class Handler(WorkshopDbContext db, IPartsStock? stock = null) : IHandler<Command, OrderMoved>
    {
        public async Task<Result<OrderMoved>> Handle(Command c, CancellationToken cancel)
        {
            if (await db.Orders.AsNoTracking().Include(o => o.Lines).FirstOrDefaultAsync(o => o.Id == c.OrderId, cancel) is not { } seen)
            {
                return OrderErrors.NotFound;
            }

            if (!seen.IsOpen)
            {
                return OrderErrors.Closed;
            }

            if (seen.ActiveLines.FirstOrDefault(l => l.Id == c.LineId && l.IsStocked) is not { } line)
            {
                return OrderErrors.LineNotFound;
            }

            if (c.Quantity > line.Issued)
            {
                return OrderErrors.TooMuchReturned;
            }

            if (stock is null)
            {
                return OrderErrors.NoStore;
            }

            var back = await stock.ReturnAsync(c.LineId, c.Id!.Value, c.Quantity, c.Serials, c.Reason, cancel);
            if (!back.Succeeded)
            {
                return back.Error;
            }

            return await db.ChangeAsync(c.OrderId, null, order =>
            {
                order.Lines.First(l => l.Id == c.LineId).TakeBack(c.Quantity, back.Value.Quantity, back.Value.Cost);
                return Result.Success;
            }, cancel);
        }
    }
}
