using FluentValidation;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Dispatching;
using ServiceErp.SpareParts;
using ServiceErp.Workshop.Domain.Orders;
using ServiceErp.Workshop.Integration;
using ServiceErp.Workshop.Persistence;

namespace ServiceErp.Workshop.Features.Orders;

/// <summary>
/// Puts parts on the order and has the store promise them, several in one call (WRK-5); without lines it asks for what is planned and again for what is missing. A repair that lacks a part waits for it by
/// itself. Without the store, parts are lines in words at a price given by hand.
/// </summary>
public static class RequestParts
{
    /// <param name="Code">Part number or barcode.</param>
    /// <param name="Quantity">In the part's unit.</param>
    /// <param name="Id">Identity of the line, chosen by the sender.</param>
    /// <param name="Text">Other words for the customer.</param>
    /// <param name="UnitPrice">Where the catalogue has none, or by a supervisor.</param>
    public sealed record Line(string Code, decimal Quantity = 1, Guid? Id = null, string? Text = null, decimal? UnitPrice = null);

    /// <param name="OrderId">The order.</param>
    /// <param name="Lines">What is needed; nothing asks for all that is planned or missing.</param>
    /// <param name="Reserve">False only plans them, for a quotation.</param>
    /// <param name="Wait">False goes on repairing although something is missing.</param>
    [Requires(WorkshopPermissions.OrderWork)]
    public sealed record Command(Guid OrderId, IReadOnlyList<Line>? Lines = null, bool Reserve = true, bool Wait = true) : ICommand<Answer>;

    public sealed record Promise(Guid LineId, string Code, string Text, decimal UnitPrice, decimal Wanted, decimal Reserved, decimal Missing);

    public sealed record Answer(OrderState State, IReadOnlyList<Promise> Promises);

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Lines).Must(l => l is null || l.Count <= 200).WithErrorCode("Workshop.ServiceOrder.TooManyLines").WithMessage("Ask for at most 200 parts in one go.");
            RuleForEach(c => c.Lines).ChildRules(line =>
            {
                line.RuleFor(l => l.Code).NotEmpty().WithErrorCode("Workshop.ServiceOrder.PartMissing").WithMessage("Enter a part number.").AtMost(60);
                line.RuleFor(l => l.Quantity).Must(quantity => quantity is > 0 and <= 100_000).WithErrorCode("Workshop.ServiceOrder.QuantityOutOfRange").WithMessage("The quantity must be more than zero.");
                line.RuleFor(l => l.Text).AtMost(500);
                line.RuleFor(l => l.UnitPrice).InclusiveBetween(0, 1_000_000_000).WithErrorCode("Workshop.ServiceOrder.PriceOutOfRange").WithMessage("A price can't be negative.");
            });
        }
    }

    internal sealed class Handler(WorkshopDbContext db, TimerStops timers, IClock clock, ICurrentUser user, IPartsStock? stock = null) : IHandler<Command, Answer>
    {
        public async Task<Result<Answer>> Handle(Command c, CancellationToken cancel)
        {
            var workable = await db.WorkableAsync(c.OrderId, user, cancel);
            if (!workable.Succeeded)
            {
                return workable.Error;
            }

            var order = workable.Value;

            if (!order.IsOpen)
            {
                return OrderErrors.Closed;
            }

            var now = clock.GetCurrentInstant();
            var added = new List<OrderLine>();
            foreach (var (wish, index) in (c.Lines ?? []).Select((l, i) => (l, i)))
            {
                var line = await LineAsync(order, wish, index, added, now, cancel);
                if (!line.Succeeded)
                {
                    return line.Error;
                }

                added.Add(line.Value);
            }

            OrderLine[] asked = c.Lines is { Count: > 0 } ? [.. added] : [.. order.ActiveLines.Where(l => l.Unpromised > 0)];
            if (c.Reserve && stock is not null)
            {
                PartsWish[] wishes = [.. asked.Where(l => l.IsStocked && l.Unpromised > 0).Select(l => new PartsWish(l.Id, order.Id, order.Number, order.BranchId, l.PartId!.Value, l.Quantity))];
                if (wishes.Length > 0)
                {
                    var promises = await stock.ReserveAsync(wishes, cancel);
                    if (!promises.Succeeded)
                    {
                        return promises.Error;
                    }

                    foreach (var promise in promises.Value)
                    {
                        asked.First(l => l.Id == promise.LineId).Promise(promise.Reserved, promise.Issued);
                    }
                }
            }

            foreach (var line in added.Except(order.Lines))
            {
                order.Add(line);
            }

            if (c is { Wait: true, Reserve: true } && order is { State: OrderState.InRepair, HasMissingParts: true })
            {
                var waits = order.WaitForParts(string.Join(", ", order.ActiveLines.Where(l => l.Missing > 0).Select(l => l.Code)), now);
                if (!waits.Succeeded)
                {
                    return waits.Error;
                }

                await timers.WaitingAsync(order, now, cancel);
            }

            return new Answer(order.State, [.. asked.Select(l => new Promise(l.Id, l.Code, l.Text, l.UnitPrice, l.Quantity, l.Reserved, l.Unpromised))]);
        }

        private async Task<Result<OrderLine>> LineAsync(ServiceOrder order, Line wish, int index, List<OrderLine> added, Instant now, CancellationToken cancel)
        {
            // The same line sent again is the line there is.
            if (wish.Id is { } named && (order.Lines.FirstOrDefault(l => l.Id == named) ?? added.Find(l => l.Id == named)) is { } known)
            {
                return known is { Dropped: false, IsPart: true } && known.Code == wish.Code && known.Quantity == wish.Quantity && !added.Contains(known) ? known : OrderErrors.LineReused.On($"Lines[{index}].Id");
            }

            var offer = stock is null ? null : await stock.FindAsync(wish.Code, order.BranchId, cancel);
            if (offer is null && stock is not null)
            {
                return Error.Invalid("Workshop.ServiceOrder.PartUnknown", "There is no part {0}.", wish.Code).On($"Lines[{index}].Code");
            }

            if (offer?.Price is not null && wish.UnitPrice is not null && !user.Can(WorkshopPermissions.OrderDiscount))
            {
                return PriceErrors.NotYours.On($"Lines[{index}].UnitPrice");
            }

            if ((wish.UnitPrice ?? offer?.Price) is not { } price)
            {
                return Error.Invalid("Workshop.ServiceOrder.PartWithoutPrice", "{0} has no price today: give one.", wish.Code).On($"Lines[{index}].UnitPrice");
            }

            var code = offer?.Number ?? wish.Code;
            var id = wish.Id ?? OrderLine.IdOf(order.Id, code, order.Lines.Concat(added).Count(l => l.IsPart && l.Code == code));
            return new OrderLine(id, order.Id, ChargeKind.Part, code, wish.Text ?? offer?.Name ?? wish.Code, wish.Quantity, offer?.Unit ?? "pcs", price, now, user.Name)
            {
                PartId = offer?.PartId,
                PartGroup = offer?.Group ?? "",
            };
        }
    }
}
