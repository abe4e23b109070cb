using FluentValidation;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using ServiceErp.Kernel;
using ServiceErp.Platform.Branches;
using ServiceErp.Platform.Dispatching;
using ServiceErp.SpareParts;
using ServiceErp.Workshop.Domain.Orders;
using ServiceErp.Workshop.Domain.Quotations;
using ServiceErp.Workshop.Features.Orders;
using ServiceErp.Workshop.Persistence;

namespace ServiceErp.Workshop.Features.Quotations;

/// <summary>
/// Drafts a quotation (WRK-4): of what stands on the order, or of its own lines as an alternative. Each line shows the normal price and what warranty or contract takes off it (S4.5.3).
/// </summary>
public static class DraftQuotation
{
    /// <param name="Kind">Part, labour, travel or fee.</param>
    /// <param name="Code">Part number, or code of the fee table.</param>
    /// <param name="Quantity">In the unit of the part or fee.</param>
    /// <param name="Text">Other words for the customer.</param>
    /// <param name="UnitPrice">Where neither catalogue nor fee table has one, or by a supervisor.</param>
    public sealed record Line(ChargeKind Kind, string Code, decimal Quantity = 1, string? Text = null, decimal? UnitPrice = null);

    /// <param name="OrderId">The order.</param>
    /// <param name="Id">Identity chosen by the sender.</param>
    /// <param name="Title">What distinguishes this alternative.</param>
    /// <param name="Remark">Words to the customer.</param>
    /// <param name="ValidUntil">Last day; by the settings unless said.</param>
    /// <param name="DeclineFee">Whether the diagnosis fee of the settings is due when the customer declines.</param>
    /// <param name="Lines">Nothing takes the order's lines.</param>
    [Requires(WorkshopPermissions.QuotationWrite)]
    public sealed record Command(
        Guid OrderId, Guid? Id = null, string? Title = null, string? Remark = null, LocalDate? ValidUntil = null, bool DeclineFee = true, IReadOnlyList<Line>? Lines = null) : ICommand<Answer>, ICreates;

    public sealed record Answer(Guid Id, string Number, decimal Net, string Currency, LocalDate ValidUntil);

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Title).AtMost(200);
            RuleFor(c => c.Remark).AtMost(2000);
            RuleFor(c => c.Lines).Must(l => l is null || l.Count <= 200).WithErrorCode("Workshop.ServiceOrder.TooManyLines").WithMessage("Quote at most 200 lines.");
            RuleForEach(c => c.Lines).ChildRules(line =>
            {
                line.RuleFor(l => l.Code).NotEmpty().WithErrorCode("Workshop.Quotation.CodeMissing").WithMessage("Enter a part number or fee code.").AtMost(60);
                line.RuleFor(l => l.Quantity).Must(quantity => quantity is > 0 and <= 100_000).WithErrorCode("Workshop.ServiceOrder.QuantityOutOfRange").WithMessage("The quantity must be more than zero.");
                line.RuleFor(l => l.Text).AtMost(500);
                line.RuleFor(l => l.UnitPrice).InclusiveBetween(0, 1_000_000_000).WithErrorCode("Workshop.ServiceOrder.PriceOutOfRange").WithMessage("A price can't be negative.");
            });
        }
    }

    internal sealed class Handler(WorkshopDbContext db, IBranches branches, IClock clock, IIdentifiers ids, ICurrentUser user, Pricing pricing, IPartsStock? stock = null) : IHandler<Command, Answer>
    {
        public async Task<Result<Answer>> Handle(Command c, CancellationToken cancel)
        {
            if (await db.OrderAsync(c.OrderId, cancel) is not { } order)
            {
                return OrderErrors.NotFound;
            }

            // What is finished already is quoted as it stands, when the customer is to pay it after all.
            if (!order.IsOpen && (!order.IsFinished || c.Lines is { Count: > 0 }))
            {
                return OrderErrors.Closed;
            }

            var now = clock.GetCurrentInstant();
            var today = branches.Of(order.BranchId).DayOf(now);
            var wanted = await LinesAsync(c, order, today, now, cancel);
            if (!wanted.Succeeded)
            {
                return wanted.Error;
            }

            if (wanted.Value.Count == 0)
            {
                return QuotationErrors.Empty;
            }

            var rules = await db.RulesAsync(order.BranchId, cancel);
            var declineFee = (Price: 0m, Code: "", Text: "");
            if (c.DeclineFee && rules.DiagnosisFeeCode.Length > 0
                && await db.PricedAsync(order, new FeeWish(Guid.Empty, ChargeKind.Fee, rules.DiagnosisFeeCode, null, 1, null, ""), today, (now, user.Name), cancel) is { Succeeded: true, Value: var fee })
            {
                declineFee = (fee.UnitPrice, fee.Code, fee.Text);
            }

            var number = $"{order.Number}-Q{await db.Quotations.CountAsync(q => q.OrderId == order.Id, cancel) + 1}";
            var quotation = new Quotation(c.Id ?? ids.NewId(), order.Id, order.BranchId, number, c.Title ?? "", order.Currency, c.ValidUntil ?? today.PlusDays(rules.QuotationValidDays), ids.NewSecret(), now);
            quotation.Fill(wanted.Value.Select((l, i) => new QuotationLine(ids.NewId(), quotation.Id, i, l.Charge(order.Entitlement, order.CauseCode, order.Currency, Math.Max(l.Quantity, l.Done)), l.PartId, l.PartGroup)), c.Remark ?? "", declineFee);
            if (await pricing.TaxesAsync(order, [.. quotation.Lines.Select(l => l.Net(quotation.Currency)), quotation.DeclineFee], cancel) is { } taxes)
            {
                quotation.AddTaxes(taxes.Percent, taxes.Taxes);
            }

            db.Quotations.Add(quotation);
            return new Answer(quotation.Id, quotation.Number, quotation.Net, quotation.Currency, quotation.ValidUntil);
        }

        private async Task<Result<List<OrderLine>>> LinesAsync(Command c, ServiceOrder order, LocalDate today, Instant now, CancellationToken cancel)
        {
            if (c.Lines is not { Count: > 0 })
            {
                return order.ActiveLines.ToList();
            }

            var lines = new List<OrderLine>();
            foreach (var (wish, index) in c.Lines.Select((l, i) => (l, i)))
            {
                if (wish.UnitPrice is not null && !user.Can(WorkshopPermissions.OrderDiscount))
                {
                    return PriceErrors.NotYours.On($"Lines[{index}].UnitPrice");
                }

                if (wish.Kind != ChargeKind.Part || stock is null)
                {
                    var fee = await db.PricedAsync(order, new FeeWish(ids.NewId(), wish.Kind, wish.Code, wish.Text, wish.Quantity, wish.UnitPrice, $"Lines[{index}].Code"), today, (now, user.Name), cancel);
                    if (!fee.Succeeded)
                    {
                        return fee.Error;
                    }

                    lines.Add(fee.Value);
                    continue;
                }

                if (await stock.FindAsync(wish.Code, order.BranchId, cancel) is not { } offer)
                {
                    return Error.Invalid("Workshop.ServiceOrder.PartUnknown", "There is no part {0}.", wish.Code).On($"Lines[{index}].Code");
                }

                if ((wish.UnitPrice ?? offer.Price) is not { } price)
                {
                    return Error.Invalid("Workshop.ServiceOrder.PartWithoutPrice", "{0} has no price today: give one.", wish.Code).On($"Lines[{index}].UnitPrice");
                }

                lines.Add(new OrderLine(ids.NewId(), order.Id, ChargeKind.Part, offer.Number, wish.Text ?? offer.Name, wish.Quantity, offer.Unit, price, now, user.Name) { PartId = offer.PartId, PartGroup = offer.Group });
            }

            // Travel and fees that stand on the order are due with every alternative.
            lines.AddRange(order.ActiveLines.Where(l => l.Kind is ChargeKind.Travel or ChargeKind.Fee && lines.TrueForAll(own => own.Code != l.Code)));
            return lines;
        }
    }
}
